"""What changes on /programmes when a reader chooses."""

from functools import partial

from dash import Dash, Input, Output

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.pages.programmes import EVERY, Ids
from dashboard.store import Store
from dashboard.views.cache import remembered_view
from dashboard.views.programmes import ProgrammesSelection, finding, scope

CHOICES = {"kind": Ids.KIND, "per": Ids.PER, "theme": Ids.THEME, "body": Ids.BODY, "region": Ids.REGION}


def register(app: Dash, store: Store) -> None:
    """Connect the choices to the cards they change."""
    app.callback(
        output=[
            Output(Ids.HEADING, "children"),
            card_outputs("programmes.compare"),
            card_outputs("programmes.answer", charted=False, addressed=False),
            card_outputs("programmes.asks", addressed=False),
        ],
        inputs={"choices": {name: Input(control, "value") for name, control in CHOICES.items()}},
        prevent_initial_call=True,
    )(partial(show_bids, store))


def show_bids(store: Store, choices: dict[str, str]) -> list[object]:
    """Return the heading and the parts of the cards of the bids that are chosen."""
    made = {name: "" if value == EVERY else value for name, value in choices.items()}
    selection = ProgrammesSelection(**made)  # type: ignore[arg-type]  # each is a word
    compare, answer, asks = (
        remembered_view(store, f"programmes.{card}", selection) for card in ("compare", "answer", "asks")
    )
    return [
        finding(scope(store, selection)),
        card_parts(store, compare, selection),
        card_parts(store, answer, selection, addressed=False),
        card_parts(store, asks, selection, addressed=False),
    ]
