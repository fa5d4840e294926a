"""/options: which option, and how sure are we?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.shell import OPTIONS, notices, page_head, state
from dashboard.components.tiles import tiles_section
from dashboard.domain.options import ScoringError
from dashboard.domain.view import View
from dashboard.exports.table import table_html
from dashboard.pages.options.arguments import arguments_html
from dashboard.pages.options.matrix import matrix_html
from dashboard.pages.options.panel import panel_html
from dashboard.pages.options.pieces import appraisal_links, people_tools, tiles_html
from dashboard.queries.options import Appraisal, appraisals
from dashboard.queries.options import appraisal as appraisal_of
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views.cache import remembered, remembered_sources
from dashboard.views.options import MAKERS, SCORED, OptionsSelection
from dashboard.views.options.headlines import finding, headlines, standfirst
from dashboard.views.options.setting import Setting, setting

PATH, TITLE, QUESTION = OPTIONS.path, OPTIONS.name, OPTIONS.question
Selection = OptionsSelection
# Cards whose figures stand in the page as a table, not as a chart.
TABLES = ("scores", "switch", "method", "people", "arguments")


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    ASK = "options-ask"
    TILES = "options-tiles"


def layout(store: Store, selection: OptionsSelection) -> Component:
    """Return the page as the selection asks for it."""
    heads = remembered(store, "appraisals", lambda: appraisals(store))
    name = selection.appraisal or heads[0].appraisal
    found = setting(remembered_appraisal(store, name), selection, store.release_id)
    known = remembered_sources(store)
    head = page_head(QUESTION, finding(found), standfirst(found), known[found.appraisal.head.source_id])
    links = html.Nav(
        html.Ul(className="pb-acts", **attributes(data_pb_html=appraisal_links(heads, name))),
        className="pb-meta opt-appraisals",
        **attributes(aria_label="Appraisals"),
    )
    body = _scored(store, found, known) if found.criteria else _argued(store, found, known)
    return html.Div([head, links, *notices(found.ignored), *body])


def remembered_appraisal(store: Store, name: str) -> Appraisal:
    """Return one appraisal, asked for once per release."""
    return remembered(store, f"appraisal {name}", lambda: appraisal_of(store, name))


def _scored(store: Store, found: Setting, known: dict[str, Source]) -> list[Component]:
    cards: list[Component]
    try:
        cards = [_card(store, found, MAKERS[name](found), known) for name in SCORED]
        tiles = tiles_html(headlines(found))
    except ScoringError as error:
        failed = state("The options cannot be scored as set", str(error), failed=True)
        cards, tiles = [failed, _card(store, found, MAKERS["scores"](found), known)], ""
    top = tiles_section(tiles, list_id=Ids.TILES)
    panel = html.Details(
        [html.Summary("Change the weights"), html.Div(**attributes(data_pb_html=panel_html(found)))],
        className="pb-panel opt-panel",
        open=True,
    )
    arguments = [_card(store, found, MAKERS["arguments"](found), known)]
    return [
        html.Div(id=Ids.ASK, **attributes(data_pb_ask="")),
        html.Div([panel, html.Div([top, *cards, *arguments])], className="pb-layout"),
    ]


def _argued(store: Store, found: Setting, known: dict[str, Source]) -> list[Component]:
    return [_card(store, found, MAKERS["arguments"](found), known)]


def _card(store: Store, found: Setting, view: View, known: dict[str, Source]) -> html.Section:
    return chart_card(view, found.selection, known, own=own_parts(store, found, view))


def own_parts(store: Store, found: Setting, view: View) -> dict[str, str]:
    """Return the parts that only a card of this page has: a table in place of a chart, and its tools."""
    if view.card not in TABLES:
        return {}
    tools = {"tools": people_tools()} if view.card == "people" else {}
    return {**tools, "body": body_html(store, found, view)}


def body_html(store: Store, found: Setting, view: View) -> str:
    """Return what stands in a card without a chart: the scores to change, the arguments, or its table."""
    if view.card == "scores":
        # Weights make no difference to it, and it is the longest text of the page.
        set_so = (found.appraisal.head.appraisal, found.selection.scores, found.selection.scale)
        return remembered(store, f"scores {set_so}", lambda: matrix_html(found))
    if view.card == "arguments":
        return arguments_html(found)
    return table_html(view.table)
