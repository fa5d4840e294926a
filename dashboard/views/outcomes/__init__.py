"""The findings of the outcomes page."""

from collections.abc import Callable, Mapping

from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.outcomes.about import about
from dashboard.views.outcomes.cards import Maker, guarded
from dashboard.views.outcomes.choices import (
    CARD_NAMES,
    DETAIL,
    ORDERS,
    PATH,
    PROFILE,
    READINGS,
    REPORT,
    VIEWS,
    OutcomesSelection,
    Scope,
    benchmark_options,
    scope,
)
from dashboard.views.outcomes.compare import compare
from dashboard.views.outcomes.footprints import footprints
from dashboard.views.outcomes.headlines import finding, headlines, standfirst
from dashboard.views.outcomes.inequality import category_options, chosen_category, inequality
from dashboard.views.outcomes.profile import profile
from dashboard.views.outcomes.report import gaps, spine
from dashboard.views.outcomes.rug import rug, rug_of
from dashboard.views.outcomes.trend import trend

CHARTED: dict[str, Maker] = {
    "profile": profile,
    "compare": compare,
    "trend": trend,
    "inequality": inequality,
}
LISTED: dict[str, Maker] = {"rug": rug, "footprints": footprints, "about": about}
IMPORTED: Mapping[str, Callable[[Store, OutcomesSelection], View]] = {
    name: guarded(name, maker, charted=name in CHARTED) for name, maker in {**CHARTED, **LISTED}.items()
}
CARDS: Mapping[str, Callable[[Store, OutcomesSelection], View]] = {
    "spine": spine,
    "gaps": gaps,
    **IMPORTED,
}

__all__ = [
    "CARDS",
    "CARD_NAMES",
    "DETAIL",
    "ORDERS",
    "PATH",
    "PROFILE",
    "READINGS",
    "REPORT",
    "VIEWS",
    "OutcomesSelection",
    "Scope",
    "benchmark_options",
    "category_options",
    "chosen_category",
    "finding",
    "headlines",
    "rug_of",
    "scope",
    "standfirst",
]
