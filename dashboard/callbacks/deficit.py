"""What changes on /deficit when a reader chooses."""

from functools import partial

from dash import Dash, Input, State

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.domain.scenario_address import LEVERS
from dashboard.pages.deficit import Ids
from dashboard.store import Store
from dashboard.views.cache import remembered_names, remembered_view
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
    """Connect each choice to the one card it changes; the card carries the address of all choices."""
    for name, card in CARD_OF_CHOICE.items():
        others = {other: State(control, "value") for other, control in CHOICES.items() if other != name}
        app.callback(
            output=card_outputs(f"deficit.{card}"),
            inputs={
                "choices": {name: Input(CHOICES[name], "value"), **others},
                "levers": State(Ids.LEVERS, "value"),
            },
            prevent_initial_call=True,
        )(partial(show_card, store, card))


def show_card(store: Store, card: str, choices: dict[str, str], levers: str = "") -> list[object]:
    """Return the parts of the card `card` for the choices of the page and the levers it was opened with."""
    moved = LEVERS.read(levers, remembered_names(store)) if levers else ()
    selection = DeficitSelection(**choices, levers=moved)  # type: ignore[arg-type]  # each choice is a word
    return card_parts(store, remembered_view(store, f"deficit.{card}", selection), selection)
