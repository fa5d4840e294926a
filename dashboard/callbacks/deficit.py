"""What changes on /deficit when a reader chooses."""

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard.callbacks.card import answering, card_outputs, card_parts
from dashboard.components.card import part
from dashboard.domain.address import to_query
from dashboard.pages.deficit import Ids
from dashboard.store import Store
from dashboard.views.cache import remembered_view
from dashboard.views.deficit import DeficitSelection

CHOICES = {
    "measure": Ids.MEASURE,
    "uplift": Ids.UPLIFT,
    "money": Ids.MONEY,
    "planned": Ids.PLANNED,
    "component": Ids.COMPONENT,
}
CARD_OF_CHOICE = {
    "measure": "trajectory",
    "uplift": "uplift",
    "money": "organisations",
    "planned": "benefits",
    "component": "payback",
}


def register(app: Dash, store: Store) -> None:
    """Connect each choice to the one card it changes, and all of them to the address.

    The address follows the cards, not the choices, so that it never holds up a chart.
    """
    for name, card in CARD_OF_CHOICE.items():
        app.callback(
            card_outputs(f"deficit.{card}"), Input(CHOICES[name], "value"), prevent_initial_call=True
        )(answering(partial(show_card, store, name, card)))
    app.callback(
        Output(Ids.ADDRESS, "data"),
        [Input(part(f"deficit.{card}", "title"), "children") for card in CARD_OF_CHOICE.values()],
        [State(control, "value") for control in CHOICES.values()],
        prevent_initial_call=True,
    )(address_of_shown)
    app.clientside_callback(
        ClientsideFunction("placeboard", "address"),
        Output(Ids.ADDRESS, "modified_timestamp"),
        Input(Ids.ADDRESS, "data"),
        prevent_initial_call=True,
    )


def show_card(store: Store, name: str, card: str, value: str) -> list[object]:
    """Return the parts of the card `card` when the choice `name` is `value`."""
    chosen: dict[str, Any] = {name: value}
    selection = DeficitSelection(**chosen)
    return card_parts(store, remembered_view(store, f"deficit.{card}", selection), selection)


def address_of_shown(*titles_and_choices: str) -> str:
    """Return the query string of what is chosen, once the cards have said what they show."""
    return address_of(*titles_and_choices[len(CARD_OF_CHOICE) :])


def address_of(measure: str, uplift: str, money: str, planned: str, component: str) -> str:
    """Return the query string of what is chosen."""
    return to_query(
        DeficitSelection(measure=measure, uplift=uplift, money=money, planned=planned, component=component)
    )
