"""The findings of the footprints page."""

from collections.abc import Callable, Mapping

from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.footprints.choices import (
    OVERVIEW,
    PATH,
    PROFILE,
    FootprintsSelection,
    Scope,
    scope,
)
from dashboard.views.footprints.compare import compare
from dashboard.views.footprints.conflicts import conflicts
from dashboard.views.footprints.counted import counted
from dashboard.views.footprints.dates import dates
from dashboard.views.footprints.governance import governance
from dashboard.views.footprints.headlines import finding, headlines, standfirst
from dashboard.views.footprints.hospitals import hospitals
from dashboard.views.footprints.map import footprint_map
from dashboard.views.footprints.map_choices import colours, drawings, usual_drawing
from dashboard.views.footprints.money import money
from dashboard.views.footprints.outcomes import outcomes
from dashboard.views.footprints.profile import profile
from dashboard.views.footprints.services import services

CARDS: Mapping[str, Callable[[Store, FootprintsSelection], View]] = {
    "map": footprint_map,
    "compare": compare,
    "counted": counted,
    "conflicts": conflicts,
    "hospitals": hospitals,
    "services": services,
    "dates": dates,
    "governance": governance,
    "money": money,
    "outcomes": outcomes,
    "profile": profile,
}

__all__ = [
    "CARDS",
    "OVERVIEW",
    "PATH",
    "PROFILE",
    "FootprintsSelection",
    "Scope",
    "colours",
    "drawings",
    "finding",
    "headlines",
    "scope",
    "standfirst",
    "usual_drawing",
]
