"""/sources: where a number comes from, and whether it can be trusted."""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.choices import search_field, select_field
from dashboard.components.shell import SOURCES, page_head
from dashboard.domain.address import to_query
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views import sources as views
from dashboard.views.cache import remembered_sources, remembered_view
from dashboard.views.sources import SourcesSelection, pages

PATH, TITLE, QUESTION = SOURCES.path, SOURCES.name, SOURCES.question
Selection = SourcesSelection
EVERYWHERE = "all"


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    QUERY = "sources-query"
    SOURCE = "sources-source"
    PAGES = "sources-pages"


def layout(store: Store, selection: SourcesSelection) -> Component:
    """Return the page as the selection asks for it."""
    known = remembered_sources(store)
    cards = [remembered_view(store, f"sources.{name}", selection) for name in views.CARDS]
    _, total = views.found(store, selection)
    first, *others = (chart_card(view, selection, known) for view in cards)
    return html.Div(
        [
            page_head(
                QUESTION,
                cards[1].title,
                "Every figure keeps its document, its line and its text as printed. "
                "Where the print is wrong, both readings stand.",
                None,
            ),
            _search(selection, list(known.values())),
            html.Div(
                [
                    first,
                    html.Nav(
                        page_links(selection, total),
                        id=Ids.PAGES,
                        className="pb-meta",
                        **attributes(aria_label="Pages of figures"),
                    ),
                ]
            ),
            *others,
        ]
    )


def _search(selection: SourcesSelection, known: list[Source]) -> html.Div:
    documents = {source.source_id: f"{source.title} ({source.published_text})" for source in known}
    return html.Div(
        [
            search_field(
                "A number or words", Ids.QUERY, selection.q, "398, council tax 2020/21, Table 46", 100
            ),
            select_field(
                "In",
                Ids.SOURCE,
                {EVERYWHERE: "All documents", **documents},
                selection.source or EVERYWHERE,
            ),
        ],
        className="pb-find",
        role="search",
    )


def page_links(selection: SourcesSelection, total: int) -> list[Component]:
    """Return which page this is, with links to those before and after, where there are several."""
    if selection.line:
        everything = to_query(SourcesSelection(source=selection.source))
        return [html.A("All figures of this document", href=f"{PATH}{everything}")] if total else []
    here, last = max(selection.page, 1), pages(total)
    links: list[Component] = [html.Span(f"Page {here:,} of {last:,}")] if here <= last > 1 else []
    for words, number in (("Earlier figures", min(here - 1, last)), ("Later figures", here + 1)):
        if 1 <= number <= last:
            query = to_query(SourcesSelection(q=selection.q, source=selection.source, page=number))
            links.append(html.A(words, href=f"{PATH}{query}"))
    return links
