"""What changes on /deficit when a reader chooses."""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.domain.address import to_query
from dashboard.pages.deficit import Ids
from dashboard.store import Store
from dashboard.views.cache import remembered_view
from dashboard.views.deficit import DeficitSelection

CHOICES = {"measure": Ids.MEASURE, "uplift": Ids.UPLIFT, "money": Ids.MONEY, "planned": Ids.PLANNED, "component": Ids.COMPONENT}
CARD_OF_CHOICE = {"measure": "trajectory", "uplift": "uplift", "money": "organisations", "planned": "benefits", "component": "payback"}


def register(app: Dash, store: Store) -> None:
    """Connect each choice to the one card it changes, and all of them to the address."""
    for name, card in CARD_OF_CHOICE.items():
        app.callback(card_outputs(f"deficit.{card}"), Input(CHOICES[name], "value"), prevent_initial_call=True)(_shower(store, name, card))
    app.callback(Output(Ids.ADDRESS, "data"), [Input(control, "value") for control in CHOICES.values()], prevent_initial_call=True)(address_of)
    app.clientside_callback(ClientsideFunction("placeboard", "address"), Output(Ids.ADDRESS, "modified_timestamp"), Input(Ids.ADDRESS, "data"), prevent_initial_call=True)


def show_card(store: Store, name: str, card: str, value: str) -> list[object]:
    """Return the parts of the card `card` when the choice `name` is `value`."""
    selection = DeficitSelection(**{name: value})
    return card_parts(store, remembered_view(store, f"deficit.{card}", selection), selection)


def address_of(measure: str, uplift: str, money: str, planned: str, component: str) -> str:
    """Return the query string of what is chosen."""
    return to_query(DeficitSelection(measure=measure, uplift=uplift, money=money, planned=planned, component=component))


def _shower(store: Store, name: str, card: str) -> Callable[[str], list[object]]:
    return lambda value: show_card(store, name, card, value)
