"""/present: a pack of views to arrange, to show slide by slide, and to speak to."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import Heading, chart_card
from dashboard.components.present import Entry, begin_html, deck_html, list_html, speaker_html
from dashboard.components.shell import PAGES, PRESENT, SCENARIO, page_head, state
from dashboard.domain.address import to_query
from dashboard.domain.pack import Item, unknown_view
from dashboard.domain.pack_address import parameters
from dashboard.domain.present import PresentSelection
from dashboard.domain.words import counted
from dashboard.packs import INSTEAD, choices_in_words, view_address
from dashboard.queries.areas import own_areas
from dashboard.store import Store
from dashboard.views import VIEW_NAMES, UnknownViewError, view_selection
from dashboard.views.cache import remembered, remembered_names, remembered_sources, remembered_view

PATH, TITLE, QUESTION = PRESENT.path, PRESENT.name, PRESENT.question
STANDFIRST = "Put the views in order, give them titles and notes, and present them or send the link."
BEGIN = "Go to any page and add its views; or open a pack that you were sent."
Selection = PresentSelection


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    CONTENT = "present-content"


def layout(store: Store, selection: PresentSelection) -> Component:
    """Return how to begin, the pack to arrange, one of its slides, or the notes of one."""
    if not selection.v:
        return _page("Show any views of this product, in your order", BEGIN, begin_html())
    if not selection.slide:
        entries = [_entry(store, item) for item in selection.v]
        kept = replace(selection, notes="", size="screen", area="")
        text = list_html(entries, selection.title, selection.date, to_query(kept), kept=bool(selection.kept))
        views = counted(len(entries), "view", "views")
        return _page(f"{selection.title or 'A pack'}: {views}, ready to present", STANDFIRST, text)
    place = min(selection.slide, len(selection.v))
    return (_speaker if selection.notes else _slide)(store, selection, place)


def _page(finding: str, standfirst: str, text: str) -> html.Div:
    content = html.Div(id=Ids.CONTENT, **attributes(data_pb_html=text))
    return html.Div([page_head(QUESTION, finding, standfirst, None), content])


def _slide(store: Store, selection: PresentSelection, place: int) -> html.Div:
    entry, total = _entry(store, selection.v[place - 1]), len(selection.v)
    return html.Div(
        [
            html.Section(
                _shown(store, entry),
                id=Ids.CONTENT,
                className="pb-slide",
                **attributes(aria_label=f"Slide {place} of {total}"),
            ),
            html.Nav(
                id="present-deck",
                className="pb-deck",
                **attributes(aria_label="Slides", data_pb_html=deck_html(entry, place, total)),
            ),
        ],
        className="pb-slides",
        **_standing(entry, place, total),
    )


def _shown(store: Store, entry: Entry, heading: Heading = html.H1) -> list[Component]:
    """Return the live card of a slide, with its own title; or why there is none."""
    if entry.view is None or entry.selection is None:
        return [heading(entry.title, tabIndex=-1), state("This view cannot be shown", entry.problem)]
    view = replace(entry.view, title=entry.title, folded=False)
    return [chart_card(view, entry.selection, remembered_sources(store), heading=heading)]


def _speaker(store: Store, selection: PresentSelection, place: int) -> html.Div:
    """Return the notes of a slide, for a window that only the speaker sees."""
    total = len(selection.v)
    entry, kept = _entry(store, selection.v[place - 1]), bool(selection.kept)
    following = _entry(store, selection.v[place]) if place < total else None
    return html.Div(
        [
            html.P(f"Notes: slide {place} of {total}", className="pb-question"),
            html.H1(entry.title, tabIndex=-1),
            html.Div(id=Ids.CONTENT, **attributes(data_pb_html=speaker_html(entry, following, kept=kept))),
            *_next(store, following),
        ],
        className="pb-speaker",
        **_standing(entry, place, total),
    )


def _next(store: Store, following: Entry | None) -> list[Component]:
    """Return the slide that follows, small; the script makes it one to look at only."""
    return [html.Div(_shown(store, following, html.H3), className="pb-next")] if following else []


def _standing(entry: Entry, place: int, total: int) -> dict[str, Any]:
    """Return where the show stands, for the script that moves it."""
    return attributes(data_pb_slide=str(place), data_pb_slides=str(total), data_pb_title=entry.title)


def _entry(store: Store, item: Item) -> Entry:
    """Return a view of the pack as it stands in this release, or a sentence on why it cannot be shown."""
    if item.name not in VIEW_NAMES:
        said = unknown_view(item.name, VIEW_NAMES)
        return Entry(item, problem=f"{said[:1].upper()}{said[1:]}")
    try:
        selection = view_selection(item.name, parameters(item), remembered_names(store))
    except UnknownViewError as error:
        return Entry(item, problem=INSTEAD.sub("", str(error)))
    stem = item.name.partition(".")[0]
    page = next(page for page in (*PAGES, SCENARIO) if page.stem == stem)
    areas = remembered(store, "area names", lambda: {area.area: area.name for area in own_areas(store)})
    return Entry(
        item,
        "",
        remembered_view(store, item.name, selection),
        selection,
        page.name,
        view_address(item.name, selection),
        choices_in_words(selection, areas),
    )
