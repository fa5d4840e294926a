"""The findings of the page of programmes."""

from collections.abc import Callable, Mapping

from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.programmes.answer import answer, finding, standfirst
from dashboard.views.programmes.cards import Maker, guarded
from dashboard.views.programmes.cases import cases
from dashboard.views.programmes.choices import (
    ASPECTS,
    CARD_NAMES,
    FILTERED,
    LAYERS,
    OVERVIEW,
    PAID,
    RECORD,
    ProgrammesSelection,
    body_words,
    kind_words,
)
from dashboard.views.programmes.compare import asks, compare
from dashboard.views.programmes.headlines import headlines
from dashboard.views.programmes.health import health
from dashboard.views.programmes.home import home
from dashboard.views.programmes.needs import need, ranges
from dashboard.views.programmes.portfolio import portfolio
from dashboard.views.programmes.profiles import drawn, profile, yearly
from dashboard.views.programmes.record import about, headline, milestones, money, record_cards, statements
from dashboard.views.programmes.results import benefits, conflicts, indicators
from dashboard.views.programmes.scope import Scope, scope, unfiltered

CHARTED: dict[str, Maker] = {
    "compare": compare,
    "asks": asks,
    "profile": profile,
    "cases": cases,
    "need": need,
    "ranges": ranges,
    "portfolio": portfolio,
}
LISTED: dict[str, Maker] = {
    "answer": answer,
    "home": home,
    "health": health,
    "indicators": indicators,
    "benefits": benefits,
    "conflicts": conflicts,
    "about": about,
    "money": money,
    "statements": statements,
    "milestones": milestones,
}
CARDS: Mapping[str, Callable[[Store, ProgrammesSelection], View]] = {
    name: guarded(name, maker, charted=name in CHARTED)
    for name in CARD_NAMES
    for maker in [CHARTED.get(name) or LISTED[name]]
}

__all__ = [
    "ASPECTS",
    "CARDS",
    "CARD_NAMES",
    "FILTERED",
    "LAYERS",
    "OVERVIEW",
    "PAID",
    "RECORD",
    "ProgrammesSelection",
    "Scope",
    "body_words",
    "drawn",
    "finding",
    "headline",
    "headlines",
    "kind_words",
    "record_cards",
    "scope",
    "standfirst",
    "unfiltered",
    "yearly",
]
