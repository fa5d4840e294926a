"""The findings of the page of programmes."""

from collections.abc import Callable, Mapping

from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.programmes.answer import answer, finding, standfirst
from dashboard.views.programmes.cards import Maker, guarded
from dashboard.views.programmes.choices import (
    CARD_NAMES,
    OVERVIEW,
    PAID,
    RECORD,
    ProgrammesSelection,
    Scope,
    body_words,
    kind_words,
    scope,
)
from dashboard.views.programmes.compare import asks, compare

CHARTED: dict[str, Maker] = {"compare": compare, "asks": asks}
LISTED: dict[str, Maker] = {"answer": answer}
CARDS: Mapping[str, Callable[[Store, ProgrammesSelection], View]] = {
    name: guarded(name, maker, charted=name in CHARTED)
    for name in CARD_NAMES
    for maker in [CHARTED.get(name) or LISTED[name]]
}

__all__ = [
    "CARDS",
    "CARD_NAMES",
    "OVERVIEW",
    "PAID",
    "RECORD",
    "ProgrammesSelection",
    "Scope",
    "body_words",
    "finding",
    "kind_words",
    "scope",
    "standfirst",
]
