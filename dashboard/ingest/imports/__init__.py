"""Imports: a file that an officer has, read, matched, checked, and kept as a source of the next release."""

from dashboard.ingest.imports.preview import Applied, Preview
from dashboard.ingest.imports.requests import (
    Appraisal,
    Boundaries,
    Fingertips,
    MilestoneStatus,
    Request,
    RiskRegister,
    SavingsOptions,
)
from dashboard.ingest.imports.steps import apply, kept_imports, preview

__all__ = [
    "Applied",
    "Appraisal",
    "Boundaries",
    "Fingertips",
    "MilestoneStatus",
    "Preview",
    "Request",
    "RiskRegister",
    "SavingsOptions",
    "apply",
    "kept_imports",
    "preview",
]
