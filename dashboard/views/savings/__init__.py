"""The findings of the savings page."""

from collections.abc import Callable, Mapping

from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.savings.cards import Maker, guarded
from dashboard.views.savings.choices import (
    BASES,
    CARD_NAMES,
    COMPARISON,
    GROUPS,
    MOST_COMPARED,
    OVERVIEW,
    RECORD,
    STARTS,
    SavingsSelection,
    Scope,
    scope,
)
from dashboard.views.savings.compare import compare, compared, sides
from dashboard.views.savings.fields import fields
from dashboard.views.savings.grid import COLUMNS, options
from dashboard.views.savings.headlines import finding, headlines, standfirst
from dashboard.views.savings.money import groups, waterfall
from dashboard.views.savings.people import investment, posts
from dashboard.views.savings.process import conflicts, contradictions, process
from dashboard.views.savings.ranking import concentration, ranked
from dashboard.views.savings.record import asked_option, headline, profile, remarks, tables
from dashboard.views.savings.shares import share
from dashboard.views.savings.start import differs, start

CHARTED: dict[str, Maker] = {
    "waterfall": waterfall,
    "groups": groups,
    "start": start,
    "ranked": ranked,
    "concentration": concentration,
    "posts": posts,
    "investment": investment,
    "share": share,
    "process": process,
    "profile": profile,
    "compare": compare,
}
LISTED: dict[str, Maker] = {
    "differs": differs,
    "options": options,
    "contradictions": contradictions,
    "conflicts": conflicts,
    "fields": fields,
    "tables": tables,
    "remarks": remarks,
    "sides": sides,
}
CARDS: Mapping[str, Callable[[Store, SavingsSelection], View]] = {
    name: guarded(name, maker, charted=name in CHARTED)
    for name in CARD_NAMES
    for maker in [CHARTED.get(name) or LISTED[name]]
}

__all__ = [
    "BASES",
    "CARDS",
    "CARD_NAMES",
    "COLUMNS",
    "COMPARISON",
    "GROUPS",
    "MOST_COMPARED",
    "OVERVIEW",
    "RECORD",
    "STARTS",
    "SavingsSelection",
    "Scope",
    "asked_option",
    "compared",
    "finding",
    "headline",
    "headlines",
    "scope",
    "standfirst",
]
