"""What changes on /risk when a reader chooses."""

from dataclasses import replace
from urllib.parse import parse_qsl

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.components.body import body_html, links_html
from dashboard.components.card import part
from dashboard.domain.address import from_query
from dashboard.domain.view import View
from dashboard.pages.risk import EVERY, Ids, tiles_html
from dashboard.store import Store
from dashboard.views.cache import remembered, remembered_names, remembered_view
from dashboard.views.risk import RiskSelection
from dashboard.views.risk.changes import earlier_quarter
from dashboard.views.risk.selection import opened

CHOICES = {
    "show": Ids.SHOW,
    "bands": Ids.BANDS,
    "owner": Ids.OWNER,
    "direction": Ids.DIRECTION,
    "type": Ids.TYPE,
    "kind": Ids.KIND,
    "sort": Ids.SORT,
    "against": Ids.AGAINST,
}
MATRICES = ("matrix", "opportunities")
CARDS_OF_CHOICE = {
    "show": MATRICES,
    "bands": MATRICES,
    "owner": (*MATRICES, "register"),
    "direction": (*MATRICES, "register"),
    "type": (*MATRICES, "register"),
    "kind": ("register",),
    "sort": ("register",),
    "against": ("movement",),
}
CARDS = (*MATRICES, "register", "movement")
WITH_TILES = ("bands",)
NOTHING = (EVERY, "none", None)
FREE = ("owner", "type", "against", "bands")


def register(app: Dash, store: Store) -> None:
    """Connect the choices to the cards: each is one question that changes only the cards it touches."""

    @app.callback(
        output=[
            *(output for card in CARDS for output in outputs_of(card)),
            Output(Ids.TILES, "data-pb-html"),
        ],
        inputs={
            "choices": {name: Input(control, "value") for name, control in CHOICES.items()},
            "kept": State(Ids.KEPT, "data-pb-kept"),
        },
        prevent_initial_call=True,
    )
    def _(choices: dict[str, str | None], kept: str | None) -> list[object]:
        return show_cards(store, str(ctx.triggered_id), choices, kept)


def outputs_of(card: str) -> list[Output]:
    """Return the parts of a card that change: those of every card, then its body or its links."""
    name = f"risk.{card}"
    own = {"register": "links"} | dict.fromkeys(MATRICES, "body")
    extra = [Output(part(name, own[card]), "data-pb-html")] if card in own else []
    return [*card_outputs(name, charted=False), *extra]


def show_cards(store: Store, control: str, choices: dict[str, str | None], kept: str | None) -> list[object]:
    """Return the parts of the cards that the choice of `control` changes; the others stay as they are."""
    name = next(name for name, own in CHOICES.items() if own == control)
    selection = chosen(store, choices, kept)
    if name == "sort":
        selection = replace(selection, order="usual")
    parts: list[object] = []
    for card in CARDS:
        touched = card in CARDS_OF_CHOICE[name]
        parts += _parts(store, card, selection) if touched else [no_update] * len(outputs_of(card))
    return [*parts, tiles_html(store, selection) if name in WITH_TILES else no_update]


def _parts(store: Store, card: str, selection: RiskSelection) -> list[object]:
    view = remembered_view(store, f"risk.{card}", selection)
    return [*card_parts(store, view, selection), *_own_part(card, view)]


def _own_part(card: str, view: View) -> list[str]:
    if card in MATRICES:
        return [body_html(view)]
    return [links_html(view.links or ())] if card == "register" else []


def chosen(store: Store, choices: dict[str, str | None], kept: str | None) -> RiskSelection:
    """Return the selection of the controls and of the choices kept beside them; defaults are left out."""
    held, _ = from_query(RiskSelection, dict(parse_qsl((kept or "").lstrip("?"))), remembered_names(store))
    usual = remembered(
        store, f"risk usual {held.register} {held.quarter}", lambda: usual_choices(store, held)
    )
    named = {
        name: "" if name in FREE and value in (*NOTHING, usual.get(name)) else value
        for name, value in choices.items()
    }
    return replace(held, **named)  # type: ignore[arg-type]  # every choice of a control is a word


def usual_choices(store: Store, held: RiskSelection) -> dict[str, str]:
    """Return what the controls hold that depend on the store, where nothing was chosen."""
    open_ = opened(store, held)
    scheme = next((band.scheme for band in open_.bands), "")
    return {"bands": scheme, "against": earlier_quarter(open_, held)}
