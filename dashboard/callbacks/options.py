"""What changes on /options when a reader changes a weight, a score or anything else of the scoring."""

from functools import partial
from urllib.parse import parse_qs

from dash import Dash, Input, Output

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.domain.address import from_query
from dashboard.errors import PlaceboardError
from dashboard.pages.options import Ids, own_parts, remembered_appraisal
from dashboard.pages.options.pieces import tiles_html
from dashboard.queries.options import appraisals
from dashboard.store import Store
from dashboard.views.cache import remembered, remembered_names
from dashboard.views.options import MAKERS, SCORED, OptionsSelection
from dashboard.views.options.headlines import headlines
from dashboard.views.options.setting import Setting, setting

# The card that carries the address.
FIRST = "ranking"


def register(app: Dash, store: Store) -> None:
    """Connect what a reader asks to every card of the scoring: one weight changes them all."""
    app.callback(outputs(), Input(Ids.ASK, "data-pb-ask"), prevent_initial_call=True)(partial(score, store))


def outputs() -> list[Output]:
    """Return every part that a change of the scoring changes, in the order of `score`."""
    found = [
        Output(Ids.TILES, "data-pb-html"),
        Output(Ids.ASK, "data-pb-answer"),
    ]
    for name in SCORED:
        found += card_outputs(f"options.{name}", addressed=name == FIRST)
    return found


def score(store: Store, query: str) -> list[object]:
    """Return the content of those parts for the query string of what a reader asks.

    Raises:
        PlaceboardError: the question cannot be read, or the options cannot be scored as asked.
    """
    found = asked(store, query)
    answer: list[object] = [tiles_html(headlines(found)), query]
    for name in SCORED:
        view = MAKERS[name](found)
        own = own_parts(store, found, view)
        answer += card_parts(store, view, found.selection, addressed=name == FIRST, own=own)
    return answer


def asked(store: Store, query: str) -> Setting:
    """Return the appraisal as the query string sets it."""
    parameters = parse_qs(query.removeprefix("?"), keep_blank_values=True)
    selection, sentences = from_query(OptionsSelection, parameters, remembered_names(store))
    name = selection.appraisal or remembered(store, "appraisals", lambda: appraisals(store))[0].appraisal
    found = setting(remembered_appraisal(store, name), selection, store.release_id)
    if sentences or found.ignored:
        raise PlaceboardError(" ".join([*sentences, *found.ignored]))
    return found
