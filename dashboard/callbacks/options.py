"""What changes on /options when a reader changes a weight, a score or anything else of the scoring."""

from collections.abc import Callable
from functools import partial
from urllib.parse import parse_qs

from dash import Dash, Input, Output

from dashboard.components.card import action_items, figure_text, fragment_address, part
from dashboard.components.markup import markup
from dashboard.domain.address import from_query, to_query
from dashboard.domain.view import View
from dashboard.errors import PlaceboardError
from dashboard.pages.options import TABLES, Ids, body_html, remembered_appraisal
from dashboard.pages.options.pieces import tiles_html
from dashboard.queries.options import appraisals
from dashboard.store import Store
from dashboard.views.cache import remembered, remembered_names, remembered_sources
from dashboard.views.options import MAKERS, SCORED, OptionsSelection
from dashboard.views.options.headlines import headlines
from dashboard.views.options.setting import Setting, setting


def register(app: Dash, store: Store) -> None:
    """Connect what a reader asks to every card of the scoring: one weight changes them all."""
    app.callback(outputs(), Input(Ids.ASK, "data-pb-ask"), prevent_initial_call=True)(partial(score, store))


def outputs() -> list[Output]:
    """Return every part that a change of the scoring changes, in the order of `score`."""
    found = [
        Output(Ids.TILES, "data-pb-html"),
        Output(Ids.ASK, "data-pb-answer"),
        Output(part("options.ranking", "title"), "data-pb-query"),
    ]
    for name in SCORED:
        found += [Output(part(f"options.{name}", piece), key) for piece, key in PARTS[_kind(name)]]
    return found


def score(store: Store, query: str) -> list[object]:
    """Return the content of those parts for the query string of what a reader asks.

    Raises:
        PlaceboardError: the question cannot be read, or the options cannot be scored as asked.
    """
    found = asked(store, query)
    answer: list[object] = [tiles_html(headlines(found)), query, to_query(found.selection)]
    for name in SCORED:
        view = MAKERS[name](found)
        answer += [MADE[piece](store, found, view) for piece in PARTS[_kind(name)]]
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


def _kind(name: str) -> str:
    return name if name == "trade" else "body" if name in TABLES else "chart"


def _actions(store: Store, found: Setting, view: View) -> str:
    return markup(action_items(view, found.selection, remembered_sources(store)))


TITLE, SUBTITLE, ACTIONS = ("title", "children"), ("subtitle", "children"), ("actions", "data-pb-html")
BODY, TABLE = ("body", "data-pb-html"), ("table", "data-pb-src")
FIGURE, ALTERNATIVE = ("plot", "data-pb-figure"), ("plot", "aria-label")
# No more than what a change of the scoring can change: each part costs the reader time.
PARTS = {
    "chart": (FIGURE, ALTERNATIVE, TITLE, SUBTITLE, TABLE, ACTIONS),
    "body": (TITLE, SUBTITLE, BODY, ACTIONS),
    "trade": (TITLE, SUBTITLE, TABLE, ACTIONS),
}
MADE: dict[tuple[str, str], Callable[[Store, Setting, View], object]] = {
    TITLE: lambda _store, _found, view: view.title,
    SUBTITLE: lambda _store, _found, view: view.subtitle,
    FIGURE: lambda _store, _found, view: figure_text(view),
    ALTERNATIVE: lambda _store, _found, view: view.alternative,
    TABLE: lambda _store, found, view: fragment_address(view, found.selection, "html"),
    BODY: body_html,
    ACTIONS: _actions,
}
