"""What changes on /deficit/levers when a reader moves a lever or chooses."""

from functools import partial
from urllib.parse import parse_qs

from dash import Dash, Input, Output

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.components.card import part
from dashboard.domain.address import from_query, to_query
from dashboard.domain.scenario import LeverError
from dashboard.pages.scenario import Ids, effects_text, tiles
from dashboard.store import Store
from dashboard.views import scenario as views
from dashboard.views.cache import remembered_names, remembered_view
from dashboard.views.scenario import ScenarioSelection

CHARTS = ("paths", "split", "chances", "swings")
TABLES = ("side", "take", "workings")


def register(app: Dash, store: Store) -> None:
    """Connect what the levers ask, as a query string, to everything that follows from it."""
    app.callback(
        output={
            "finding": Output(Ids.FINDING, "children"),
            "tiles": Output(Ids.TILES, "data-pb-html"),
            "effects": Output(Ids.EFFECTS, "data-pb-effects"),
            "charts": {name: card_outputs(f"scenario.{name}")[:-1] for name in CHARTS},
            "tables": {name: card_outputs(f"scenario.{name}", charted=False)[:-1] for name in TABLES},
            "query": Output(part("scenario.paths", "title"), "data-pb-query"),
        },
        inputs={"asked": Input(Ids.ASKED, "value")},
        prevent_initial_call=True,
    )(partial(show_scenario, store))


def show_scenario(store: Store, asked: str) -> dict[str, object]:
    """Return the parts of every card for the levers and choices of a query string.

    Raises:
        LeverError: it asks for something that cannot be shown, with the reason.
    """
    selection, notices = from_query(
        ScenarioSelection, parse_qs(asked.removeprefix("?")), remembered_names(store)
    )
    if notices:
        # What an address shows instead is not shown here: the page stays as it is.
        raise LeverError(" ".join(notice.rpartition(" Showing ")[0] for notice in notices))
    parts = {
        name: card_parts(store, remembered_view(store, f"scenario.{name}", selection), selection)[:-1]
        for name in (*CHARTS, *TABLES)
    }
    return {
        "finding": views.finding(store, selection),
        "tiles": tiles(store, selection),
        "effects": effects_text(store, selection),
        "charts": {name: parts[name] for name in CHARTS},
        "tables": {name: parts[name] for name in TABLES},
        "query": to_query(selection),
    }
