"""Headline tiles, as text: Dash looks at every component of a page after every choice."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.markup import markup


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: label, a value or a row (colour, value, words) for each part, its meaning and its sources."""

    label: str
    value: str
    rows: tuple[tuple[str, str, str], ...]
    meaning: str
    cites: tuple[tuple[str, str], ...]


def tile_list(tiles: Sequence[Tile]) -> str:
    """Return the tiles as the HTML of a list."""
    return markup([_tile(tile) for tile in tiles])


def _tile(tile: Tile) -> html.Li:
    value = [html.P(tile.value, className="pb-tile-value")] if tile.value else []
    cites: list[Component | str] = []
    for words, href in tile.cites:
        cites += [", "] if cites else []
        cites.append(html.A(words, href=href))
    return html.Li(
        [
            html.P(tile.label, className="pb-tile-label"),
            *value,
            *(_row(*row) for row in tile.rows),
            html.P(tile.meaning, className="pb-tile-mean"),
            html.P(cites, className="pb-cite"),
        ],
        className="pb-tile",
    )


def _row(colour: str, value: str, words: str) -> html.P:
    key = html.I(className=f"pb-key {colour}", **attributes(aria_hidden="true"))
    return html.P([key, html.B(value), html.Span(words)], className="pb-tile-row")
