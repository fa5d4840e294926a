"""Briefings: Markdown in which figures, findings, charts and tables are called by name."""

from dashboard.views.briefings.reading import readings
from dashboard.views.briefings.selection import BriefingsSelection

__all__ = ["BriefingsSelection", "readings"]
