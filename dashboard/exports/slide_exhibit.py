"""The slides of one view: its chart, or its rows on as many slides as they need."""

from typing import Any

from dashboard.domain.exhibit import Bundle, Exhibit
from dashboard.domain.view import View
from dashboard.exports.charts import native_chart
from dashboard.exports.grid import grid_of
from dashboard.exports.slide_chart import add_chart
from dashboard.exports.slide_frame import (
    BELOW,
    GAP,
    NOTE,
    SUBTITLE,
    Area,
    Look,
    height_of,
    number_slide,
    set_title,
    text_box,
)
from dashboard.exports.slide_table import Sheet, add_table, pages
from dashboard.exports.slide_template import TITLE_HEIGHT, add_slide, title_layout

# The largest size in which a title fits its place is taken; its letters are bold and wide.
TITLE_SIZES, TITLE_LETTER = (30, 28, 26, 24, 22, 20, 18, 16, 14, 12), 1.3
LONE = 18
# A table that needs more slides than this is in the workbook in full.
MOST_SLIDES = 6


def add_exhibit(made: Any, bundle: Bundle, exhibit: Exhibit, look: Look) -> None:
    """Add the slides of a view."""
    found = native_chart(exhibit.view.chart)
    if found:
        slide = _sheet(made, exhibit, exhibit.title, look, found.key)
        add_chart(slide, found, _room(exhibit, look, found.key), _alternative(exhibit), look)
        _close(slide, bundle, exhibit, look)
    else:
        _rows(made, bundle, exhibit, look)


def _rows(made: Any, bundle: Bundle, exhibit: Exhibit, look: Look) -> None:
    """Add what a view shows as rows of words, and what is said below them on the last slide."""
    grid, area = grid_of(exhibit.view), _room(exhibit, look)
    if not grid.rows:
        slide = _sheet(made, exhibit, exhibit.title, look)
        _say(slide, _instead(exhibit.view), area, LONE, look)
        _close(slide, bundle, exhibit, look)
        return
    below = list(grid.below)
    parts = pages(grid, _above(area, below))
    if len(parts) > MOST_SLIDES:
        parts = pages(grid, _above(area, [*below, " "]))
        rest = sum(len(part.rows) for part in parts[MOST_SLIDES:])
        below.append(f"{rest:,} more rows are in the workbook and on the page.")
    shown = parts[:MOST_SLIDES]
    for place, part in enumerate(shown, 1):
        said = below if place == len(shown) else []
        _part(made, bundle, exhibit, look, part, (place, len(shown)), said)


def _part(
    made: Any,
    bundle: Bundle,
    exhibit: Exhibit,
    look: Look,
    part: Sheet,
    place: tuple[int, int],
    below: list[str],
) -> None:
    area = _room(exhibit, look)
    title = exhibit.title if place[1] == 1 else f"{exhibit.title} ({place[0]} of {place[1]})"
    slide = _sheet(made, exhibit, title, look)
    add_table(slide, part, _above(area, below), f"Table: {exhibit.view.table.caption}", look)
    if below:
        height = height_of(below, area.width, BELOW)
        _say(slide, below, Area(area.left, area.bottom - height, area.width, height), BELOW, look)
    _close(slide, bundle, exhibit, look, f"Part {place[0]} of {place[1]}" if place[1] > 1 else "")


def _above(area: Area, below: list[str]) -> Area:
    """Return the part of an area above some words."""
    taken = height_of(below, area.width, BELOW) + GAP if below else 0
    return Area(area.left, area.top, area.width, area.height - taken)


def _instead(view: View) -> list[str]:
    """Return what stands in the place of rows, unless the subtitle says it already."""
    return [view.unfilled] if view.unfilled not in ("", view.subtitle) else []


def _say(slide: Any, texts: list[str], area: Area, size: int, look: Look) -> None:
    if texts:
        lines = [(text, False) for text in texts]
        text_box(slide, area, "Remarks", lines, size=size, look=look, colour="ink")


def _sheet(made: Any, exhibit: Exhibit, title: str, look: Look, key: str = "") -> Any:
    """Add a slide with title and subtitle."""
    slide = add_slide(made, title_layout(made))
    set_title(slide, title, size=title_size(title, look.body.width), look=look)
    lines = _subtitle(exhibit, key)
    height = height_of([text for text, _ in lines], look.body.width, SUBTITLE)
    box = Area(look.body.left, look.body.top, look.body.width, height)
    text_box(slide, box, "Subtitle", lines, size=SUBTITLE, look=look)
    return slide


def title_size(title: str, width: int) -> int:
    """Return the size of type in which a title fits its place, in points."""
    fitting = (
        size for size in TITLE_SIZES if height_of([title], int(width / TITLE_LETTER), size) <= TITLE_HEIGHT
    )
    return next(fitting, TITLE_SIZES[-1])


def _subtitle(exhibit: Exhibit, key: str) -> list[tuple[str, bool]]:
    said = [text for text in (exhibit.view.subtitle, key) if text]
    return [*((text, False) for text in said), *((mark, True) for mark in exhibit.marks)]


def _room(exhibit: Exhibit, look: Look, key: str = "") -> Area:
    """Return the room between the words above and those below."""
    body = look.body
    above = height_of([text for text, _ in _subtitle(exhibit, key)], body.width, SUBTITLE) + GAP
    below = height_of(_note(exhibit), body.width, NOTE) + GAP
    return Area(body.left, body.top + above, body.width, body.height - above - below)


def _note(exhibit: Exhibit) -> list[str]:
    vintage = f"{exhibit.vintage}. " if exhibit.vintage else ""
    source = f"{vintage}{' '.join(exhibit.sources)}".strip()
    return [text for text in (source, exhibit.choices) if text]


def _close(slide: Any, bundle: Bundle, exhibit: Exhibit, look: Look, part: str = "") -> None:
    """Write what stands below: documents, lines, choices; and what the speaker says."""
    lines = _note(exhibit)
    height = height_of(lines, look.body.width, NOTE)
    area = Area(look.body.left, look.body.bottom - height, look.body.width, height)
    text_box(slide, area, "Source", [(text, False) for text in lines], size=NOTE, look=look)
    if look.ours:
        number_slide(slide, look)
    said = [
        part,
        exhibit.notes,
        f"What is shown: {_alternative(exhibit)}",
        f"How this is calculated: {exhibit.view.method}",
        f"This view: {bundle.link(exhibit)} ({bundle.release_id})",
    ]
    slide.notes_slide.notes_text_frame.text = "\n\n".join(text for text in said if text)


def _alternative(exhibit: Exhibit) -> str:
    return exhibit.view.alternative or f"{exhibit.view.title}. {exhibit.view.subtitle}."
