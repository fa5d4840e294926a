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
    address,
    scope,
)
from dashboard.views.footprints.compare import compare
from dashboard.views.footprints.dates import dates
from dashboard.views.footprints.headlines import Headline, finding, headlines, standfirst

CARDS: Mapping[str, Callable[[Store, FootprintsSelection], View]] = {
    "compare": compare,
    "dates": dates,
}

__all__ = [
    "CARDS",
    "OVERVIEW",
    "PATH",
    "PROFILE",
    "FootprintsSelection",
    "Headline",
    "Scope",
    "address",
    "finding",
    "headlines",
    "scope",
    "standfirst",
]
