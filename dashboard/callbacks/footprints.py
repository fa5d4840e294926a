"""What changes on /footprints when a reader chooses: the map, which keeps its place."""

from dataclasses import replace
from urllib.parse import parse_qsl

from dash import Dash, Input, State

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.domain.address import from_query
from dashboard.pages.footprints import Ids
from dashboard.store import Store
from dashboard.views.cache import remembered_names, remembered_view
from dashboard.views.footprints import FootprintsSelection, usual_drawing

MAP = "footprints.map"


def register(app: Dash, store: Store) -> None:
    """Connect the choices of the map to its card."""

    @app.callback(
        output=card_outputs(MAP),
        inputs={
            "colour": Input(Ids.COLOUR, "value"),
            "drawing": Input(Ids.DRAWING, "value"),
            "kept": State(Ids.KEPT, "data-pb-kept"),
        },
        prevent_initial_call=True,
    )
    def _(colour: str, drawing: str, kept: str | None) -> list[object]:
        return show_map(store, colour, drawing, kept)


def show_map(store: Store, colour: str, drawing: str, kept: str | None) -> list[object]:
    """Return the parts of the map's card for a colour and a way of drawing, the other choices kept."""
    held, _ = from_query(
        FootprintsSelection, dict(parse_qsl((kept or "").lstrip("?"))), remembered_names(store)
    )
    chosen = "usual" if drawing == usual_drawing(store) else drawing
    selection = replace(held, colour=colour, map=chosen)
    return card_parts(store, remembered_view(store, MAP, selection), selection)
