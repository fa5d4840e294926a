"""/: what the position is, and what has to be decided: the list of briefings, or one of them."""

from collections.abc import Sequence
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.briefing import around_html, article_html, contents_html, length, list_html
from dashboard.components.shell import BRIEFINGS, page_head, state
from dashboard.domain.briefing_reading import Reading
from dashboard.domain.words import counted
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views.briefings import BriefingsSelection, readings
from dashboard.views.cache import remembered, remembered_sources, remembered_view

PATH, TITLE, QUESTION = BRIEFINGS.path, BRIEFINGS.name, BRIEFINGS.question
STANDFIRST = (
    "Each says where its figures stand in print, what they cannot say, and what must be decided. "
    "The figures are put in when the page is read."
)
Selection = BriefingsSelection


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    CONTENT = "briefings-content"


def layout(store: Store, selection: BriefingsSelection) -> Component:
    """Return the list of briefings, or the one that the selection asks for."""
    found = remembered(
        store, "briefings", lambda: readings(store, lambda name, asked: remembered_view(store, name, asked))
    )
    known = remembered_sources(store)
    chosen = next((reading for reading in found if reading.name == selection.briefing), None)
    if chosen is not None:
        return _reading(chosen, found, known, selection)
    return _list(found, known)


def _list(found: Sequence[Reading], known: dict[str, Source]) -> html.Div:
    if not found:
        return html.Div(
            [
                page_head(QUESTION, "No briefing is loaded", "Every other page shows its figures.", None),
                html.Div(
                    state(
                        "Nothing to read yet",
                        "An officer adds a briefing with the command: placeboard briefing new NAME.",
                    ),
                    id=Ids.CONTENT,
                ),
            ]
        )
    return html.Div(
        [
            page_head(QUESTION, _finding(found, known), STANDFIRST, None),
            html.Div(id=Ids.CONTENT, **attributes(data_pb_html=list_html(found, known))),
        ]
    )


def _finding(found: Sequence[Reading], known: dict[str, Source]) -> str:
    """Return what the briefings are, as the heading of their list."""
    used = {source for reading in found for source in reading.sources}
    documents = [source.published_text for name, source in known.items() if name in used]
    says = "say" if len(documents) > 1 else "says"
    return (
        f"{counted(len(found), 'briefing', 'briefings')}, "
        f"{counted(sum(reading.minutes for reading in found), 'minute', 'minutes')} in all, on what "
        f"{counted(len(documents), 'document', 'documents')} {says}, the latest of {documents[-1]}"
    )


def _reading(
    reading: Reading, found: Sequence[Reading], known: dict[str, Source], selection: BriefingsSelection
) -> html.Div:
    head = page_head(f"Briefing: {reading.topic}. {length(reading)}", reading.title, reading.standfirst, None)
    return html.Div(
        [
            html.Div(html.I(), className="pb-progress", **attributes(aria_hidden="true")),
            head,
            html.Nav(
                className="pb-toc",
                **attributes(aria_label="In this briefing", data_pb_html=contents_html(reading)),
            ),
            html.Article(
                id=Ids.CONTENT,
                className="pb-read",
                **attributes(
                    data_pb_html=article_html(reading, known, selection.table),
                    data_pb_briefing=reading.name,
                    data_pb_mark=reading.mark,
                ),
            ),
            html.Nav(
                className="pb-around",
                **attributes(aria_label="Other briefings", data_pb_html=around_html(reading, found)),
            ),
        ]
    )
