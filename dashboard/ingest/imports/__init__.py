"""Imports: a file that an officer has, read, matched, checked, and kept as a source of the next release."""

from dashboard.ingest.imports.requests import Request, RiskRegister, SavingsOptions
from dashboard.ingest.imports.steps import Applied, Preview, apply, kept_imports, preview

__all__ = [
    "Applied",
    "Preview",
    "Request",
    "RiskRegister",
    "SavingsOptions",
    "apply",
    "kept_imports",
    "preview",
]
