"""What changes on /risk when a reader chooses."""

from dataclasses import replace
from urllib.parse import parse_qsl

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.domain.address import from_query
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
            *(output for card in CARDS for output in card_outputs(f"risk.{card}")),
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


def show_cards(store: Store, control: str, choices: dict[str, str | None], kept: str | None) -> list[object]:
    """Return the parts of the cards that the choice of `control` changes; the others stay as they are."""
    name = next(name for name, own in CHOICES.items() if own == control)
    selection = chosen(store, choices, kept)
    if name == "sort":
        selection = replace(selection, order="usual")
    parts: list[object] = []
    for card in CARDS:
        view = f"risk.{card}"
        touched = card in CARDS_OF_CHOICE[name]
        parts += (
            card_parts(store, remembered_view(store, view, selection), selection)
            if touched
            else [no_update] * len(card_outputs(view))
        )
    return [*parts, tiles_html(store, selection) if name in WITH_TILES else no_update]


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
