"""What changes on /programmes when a reader chooses."""

from functools import partial

from dash import Dash, Input, Output, State

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.pages.programmes import EVERY, Ids, tiles
from dashboard.store import Store
from dashboard.views.cache import remembered_view
from dashboard.views.programmes import ProgrammesSelection, drawn, finding, scope, standfirst

CHOICES = {
    "kind": Ids.KIND,
    "per": Ids.PER,
    "theme": Ids.THEME,
    "body": Ids.BODY,
    "region": Ids.REGION,
    "drawn": Ids.DRAWN,
    "layer": Ids.LAYER,
    "aspect": Ids.ASPECT,
}
BIDS = ("kind", "per", "theme", "body", "region")
CARDS_OF_CHOICE = {"profile": ("drawn",), "portfolio": ("layer", "aspect")}


def register(app: Dash, store: Store) -> None:
    """Connect each group of choices to the cards it changes; the first card of each carries the address."""
    app.callback(
        output=[
            Output(Ids.HEADING, "children"),
            Output(Ids.STANDFIRST, "children"),
            Output(Ids.TILES, "data-pb-html"),
            card_outputs("programmes.compare"),
            card_outputs("programmes.answer", addressed=False),
            card_outputs("programmes.asks", addressed=False),
        ],
        inputs={"choices": _controls(BIDS)},
        prevent_initial_call=True,
    )(partial(show_bids, store))
    for card, names in CARDS_OF_CHOICE.items():
        app.callback(
            output=card_outputs(f"programmes.{card}"),
            inputs={"choices": _controls(names)},
            prevent_initial_call=True,
        )(partial(show_card, store, card))


def _controls(names: tuple[str, ...]) -> dict[str, Input | State]:
    """Return every choice: those named ask, the others are told."""
    return {
        name: Input(control, "value") if name in names else State(control, "value")
        for name, control in CHOICES.items()
    }


def show_bids(store: Store, choices: dict[str, str | None]) -> list[object]:
    """Return what the page says first, the tiles and the parts of the cards of the bids that are chosen."""
    selection = _selection(store, choices)
    found = scope(store, selection)
    compare, answer, asks = (
        remembered_view(store, f"programmes.{card}", selection) for card in ("compare", "answer", "asks")
    )
    return [
        finding(found),
        standfirst(found),
        tiles(found),
        card_parts(store, compare, selection),
        card_parts(store, answer, selection, addressed=False),
        card_parts(store, asks, selection, addressed=False),
    ]


def show_card(store: Store, card: str, choices: dict[str, str | None]) -> list[object]:
    """Return the parts of one card for the choices made."""
    selection = _selection(store, choices)
    return card_parts(store, remembered_view(store, f"programmes.{card}", selection), selection)


def _selection(store: Store, choices: dict[str, str | None]) -> ProgrammesSelection:
    """Return the choices; what the page would show without them is left out of the address."""
    usual = {EVERY, None, drawn(scope(store, ProgrammesSelection()))}
    made = {name: "" if value in usual else value for name, value in choices.items()}
    return ProgrammesSelection(**made)  # type: ignore[arg-type]  # each is a word
