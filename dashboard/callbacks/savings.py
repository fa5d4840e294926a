"""What changes on /savings when a reader chooses."""

from dataclasses import replace
from functools import partial
from urllib.parse import parse_qsl

from dash import Dash, Input, Output, State

from dashboard.callbacks.card import SHOWN, card_outputs, card_parts
from dashboard.components.card import part
from dashboard.domain.address import from_query
from dashboard.pages.savings import (
    COMPARED,
    COMPARED_BASIS,
    COMPARED_HEADING,
    COMPARED_PANEL,
    KEPT,
    NOBODY,
    Ids,
    scope_links,
)
from dashboard.store import Store
from dashboard.views.cache import remembered_names, remembered_view
from dashboard.views.savings import COMPARISON, SavingsSelection, compared, scope

CHOICES = {"basis": Ids.BASIS, "by": Ids.BY, "start": Ids.START}
CARDS_OF_CHOICE = {
    "basis": ("waterfall", "groups", "start", "ranked", "concentration"),
    "by": ("groups",),
    "start": ("start",),
}


def register(app: Dash, store: Store) -> None:
    """Connect each choice to the first card it changes, which carries the address, and that to the others.

    So the first card stands before the others are asked for.
    """
    for name, (first, *rest) in CARDS_OF_CHOICE.items():
        others = {other: State(control, "value") for other, control in CHOICES.items() if other != name}
        app.callback(
            output=[Output(Ids.SCOPE, "data-pb-html"), card_outputs(f"savings.{first}")],
            inputs={
                "choices": {name: Input(CHOICES[name], "value"), **others},
                "kept": State(Ids.SCOPE, KEPT),
            },
            prevent_initial_call=True,
        )(partial(show_first, store, first))
        if rest:
            app.callback(
                output=[card_outputs(f"savings.{card}", addressed=False) for card in rest],
                inputs=[Input(part(f"savings.{first}", "card"), SHOWN)],
                prevent_initial_call=True,
            )(partial(show_rest, store, tuple(rest)))
    app.callback(
        output=[
            Output(COMPARED_HEADING, "children"),
            card_outputs("savings.compare"),
            card_outputs("savings.sides"),
        ],
        inputs={
            "names": [Input(control, "value") for control in COMPARED],
            "basis": Input(COMPARED_BASIS, "value"),
            "kept": State(COMPARED_PANEL, KEPT),
        },
        prevent_initial_call=True,
    )(partial(show_comparison, store))


def show_first(store: Store, card: str, choices: dict[str, str], kept: str | None) -> list[object]:
    """Return the links to programmes and themes, and the parts of the first card that a choice changes.

    `kept` is the query string of the programme and theme that the page was opened with.
    """
    selection = replace(_opened(store, kept), **choices)  # type: ignore[arg-type]  # each is a word
    view = remembered_view(store, f"savings.{card}", selection)
    return [scope_links(store, selection), card_parts(store, view, selection)]


def show_rest(store: Store, cards: tuple[str, ...], query: str | None) -> list[list[object]]:
    """Return the parts of `cards` for the address that the first card carries."""
    selection = _opened(store, query)
    views = [remembered_view(store, f"savings.{card}", selection) for card in cards]
    return [card_parts(store, view, selection, addressed=False) for view in views]


def show_comparison(store: Store, names: list[str], basis: str, kept: str | None) -> list[object]:
    """Return the heading and the parts of both cards for the options chosen, each counted once."""
    asked = tuple(dict.fromkeys(name for name in names if name != NOBODY))
    selection = replace(_opened(store, kept), compare=asked, basis=basis)
    views = [remembered_view(store, f"savings.{card}", selection) for card in COMPARISON]
    heading = compared(scope(store, selection))
    return [heading, *(card_parts(store, view, selection) for view in views)]


def _opened(store: Store, kept: str | None) -> SavingsSelection:
    query = dict(parse_qsl((kept or "").removeprefix("?")))
    return from_query(SavingsSelection, query, remembered_names(store))[0]
