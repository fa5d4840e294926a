"""Views: one finding each, from the store to a chart, a table and a source note, by name."""

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.domain.address import Names, Selection, from_query
from dashboard.domain.view import View
from dashboard.errors import PlaceboardError
from dashboard.store import Store
from dashboard.views import (
    deficit,
    delivery,
    footprints,
    options,
    outcomes,
    programmes,
    risk,
    savings,
    scenario,
    sources,
)

Maker = Callable[[Store, Any], View]

PAGES: dict[str, tuple[type[Selection], Mapping[str, Maker]]] = {
    "deficit": (deficit.DeficitSelection, deficit.CARDS),
    "scenario": (scenario.ScenarioSelection, scenario.CARDS),
    "savings": (savings.SavingsSelection, savings.CARDS),
    "risk": (risk.RiskSelection, risk.CARDS),
    "outcomes": (outcomes.OutcomesSelection, outcomes.CARDS),
    "footprints": (footprints.FootprintsSelection, footprints.CARDS),
    "options": (options.OptionsSelection, options.CARDS),
    "delivery": (delivery.DeliverySelection, delivery.CARDS),
    "programmes": (programmes.ProgrammesSelection, programmes.CARDS),
    "sources": (sources.SourcesSelection, sources.CARDS),
}

VIEW_NAMES = frozenset(f"{page}.{card}" for page, (_, cards) in PAGES.items() for card in cards)


class UnknownViewError(PlaceboardError):
    """The name is no view of the product, or the view cannot be shown as asked."""


def view_selection(name: str, parameters: Mapping[str, Any], names: Names) -> Selection:
    """Return the choices that `parameters` describe for the view `name` ("page.card").

    `names` holds the names that the store knows, by kind.

    Raises:
        UnknownViewError: there is no such view, or it does not have these choices.
    """
    page, _, card = name.partition(".")
    kind, cards = PAGES.get(page, (Selection, {}))
    if card not in cards:
        known = ", ".join(f"{page}.{card}" for page, (_, cards) in PAGES.items() for card in cards)
        raise UnknownViewError(f"There is no view {name}. The views are {known}.")
    selection, notices = from_query(kind, parameters, names)
    if notices:
        raise UnknownViewError(" ".join(notices))
    return selection
