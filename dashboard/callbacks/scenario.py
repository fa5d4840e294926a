"""What changes on /deficit/levers when a reader moves a lever or chooses."""

from functools import partial
from urllib.parse import parse_qs

from dash import Dash, Input, Output

from dashboard.callbacks.card import SHOWN, card_outputs, card_parts
from dashboard.components.card import part
from dashboard.domain.address import from_query
from dashboard.domain.scenario import LeverError
from dashboard.pages.scenario import Ids, effects_text, tiles
from dashboard.store import Store
from dashboard.views import scenario as views
from dashboard.views.cache import remembered_names, remembered_view
from dashboard.views.scenario import ScenarioSelection

FIRST = "paths"
OTHERS = ("split", "chances", "swings", "side", "take", "workings")


def register(app: Dash, store: Store) -> None:
    """Connect what the levers ask to the first chart, and the address that this carries to all else.

    So the first chart stands before ten thousand draws are asked for.
    """
    app.callback(
        output={
            "finding": Output(Ids.FINDING, "children"),
            "first": card_outputs(f"scenario.{FIRST}"),
        },
        inputs={"asked": Input(Ids.ASKED, "value")},
        prevent_initial_call=True,
    )(partial(show_first, store))
    app.callback(
        output={
            "tiles": Output(Ids.TILES, "data-pb-html"),
            "effects": Output(Ids.EFFECTS, "data-pb-effects"),
            **{name: card_outputs(f"scenario.{name}", addressed=False) for name in OTHERS},
        },
        inputs={"asked": Input(part(f"scenario.{FIRST}", "card"), SHOWN)},
        prevent_initial_call=True,
    )(partial(show_rest, store))


def show_first(store: Store, asked: str) -> dict[str, object]:
    """Return the finding and the parts of the first card.

    Raises:
        LeverError: it asks for something that cannot be shown, with the reason.
    """
    selection = _selected(store, asked)
    return {
        "finding": views.finding(store, selection),
        "first": card_parts(store, remembered_view(store, f"scenario.{FIRST}", selection), selection),
    }


def show_rest(store: Store, asked: str | None) -> dict[str, object]:
    """Return headline figures, what each lever does, and the other cards, for the address of the first."""
    selection = _selected(store, asked or "")
    cards = {
        name: card_parts(
            store, remembered_view(store, f"scenario.{name}", selection), selection, addressed=False
        )
        for name in OTHERS
    }
    return {"tiles": tiles(store, selection), "effects": effects_text(store, selection), **cards}


def _selected(store: Store, asked: str) -> ScenarioSelection:
    selection, notices = from_query(
        ScenarioSelection, parse_qs(asked.removeprefix("?")), remembered_names(store)
    )
    if notices:
        # What an address shows instead is not shown here: the page stays as it is.
        raise LeverError(" ".join(notice.rpartition(" Showing ")[0] for notice in notices))
    return selection
