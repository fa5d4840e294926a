"""Headline tiles, as text: Dash looks at every component of a page after every choice."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.markup import markup
from dashboard.domain.headline import Headline

# How many tiles stand in a row where there is room: as many as fit, two above threes, or three.
FREE, TWO_THREE, THREES = "pb-tiles", "pb-tiles two-three", "pb-tiles threes"


def tiles_section(
    tiles: str, arranged: str = FREE, list_id: str = "", name: str = "Headline figures"
) -> html.Section:
    """Return the section of the tiles; `list_id` is the id of the list where a choice changes it."""
    own = attributes(id=list_id) if list_id else {}
    return html.Section(
        html.Ul(className=arranged, **own, **attributes(data_pb_html=tiles)), **attributes(aria_label=name)
    )


def tile_list(headlines: Iterable[Headline]) -> str:
    """Return the tiles of the headlines as the HTML of a list."""
    return markup([_tile(headline) for headline in headlines])


def _tile(headline: Headline) -> html.Li:
    value = [html.P(headline.value, className="pb-tile-value")] if headline.value else []
    cites: list[Component | str] = []
    for words, href in headline.cites:
        cites += [", "] if cites else []
        cites.append(html.A(words, href=href))
    return html.Li(
        [
            html.P(headline.label, className="pb-tile-label"),
            *value,
            *(_row(*row) for row in headline.rows),
            html.P(headline.meaning, className="pb-tile-mean"),
            html.P(cites, className="pb-cite"),
        ],
        className="pb-tile",
    )


def _row(colour: str, value: str, words: str) -> html.P:
    key = html.I(className=f"pb-key {colour}", **attributes(aria_hidden="true"))
    return html.P([key, html.B(value), html.Span(words)], className="pb-tile-row")
