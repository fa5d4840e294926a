"""A pack as slides: one finding each, its chart native and editable, its source below."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pptx.util import Inches

from dashboard.domain.exhibit import Bundle
from dashboard.domain.words import period_words
from dashboard.exports.grid import Box, Grid
from dashboard.exports.palette import Palette
from dashboard.exports.slide_exhibit import add_exhibit
from dashboard.exports.slide_frame import (
    GAP,
    NOTE,
    Area,
    Look,
    height_of,
    number_slide,
    set_title,
    text_box,
)
from dashboard.exports.slide_table import add_table, pages
from dashboard.exports.slide_template import add_slide, body_of, cover_layout, open_template, title_layout

Report = Callable[[int], None]
# Of a title among the properties of a file.
LONGEST_PROPERTY = 255


def write_slides(bundle: Bundle, path: Path, palette: Palette, template: Path | None, report: Report) -> None:
    """Write the slides of a pack to `path`; `report` is told how many exhibits are done.

    Raises:
        PlaceboardError: the template cannot be used.
    """
    made = open_template(template, palette)
    look = Look(palette, body_of(made, ours=template is None), template is None)
    properties = made.core_properties
    properties.title, properties.author = bundle.title[:LONGEST_PROPERTY], bundle.council
    properties.subject = bundle.release_id
    properties.language = "en-GB"
    _cover(made, bundle, look)
    for done, exhibit in enumerate(bundle.exhibits, 1):
        add_exhibit(made, bundle, exhibit, look)
        report(done)
    _documents(made, bundle, look)
    made.save(str(path))


def _cover(made: Any, bundle: Bundle, look: Look) -> None:
    slide = add_slide(made, cover_layout(made))
    title = slide.shapes.title
    if look.ours:
        title.left, title.top = look.body.left, Inches(2.2)
        title.width, title.height = look.body.width, Inches(1.6)
    set_title(slide, bundle.title, size=40, look=look)
    area = Area(title.left, title.top + title.height + GAP, title.width, Inches(1.2))
    day = [(period_words(bundle.date), False)] if bundle.date else []
    lines = [*day, (f"{bundle.council} · {bundle.place}", False)]
    text_box(slide, area, "Subtitle", lines, size=20, look=look)
    foot = Area(area.left, look.body.bottom - Inches(0.5), area.width, Inches(0.5))
    text_box(slide, foot, "Release", [(_release(bundle), False)], size=NOTE, look=look)


def _release(bundle: Bundle) -> str:
    return f"Figures of {bundle.release_id}, built {bundle.built}. Each slide names its documents and lines."


def _documents(made: Any, bundle: Bundle, look: Look) -> None:
    """Add what the slides draw on: documents with dates, and what their figures cannot say."""
    if not bundle.documents:
        return
    head = tuple(Box(text, heading=True) for text in ("Document", "Date", "What to bear in mind"))
    rows = tuple(
        (Box(one.title, heading=True), Box(one.published_text), Box(one.caution)) for one in bundle.documents
    )
    title = "Where these figures come from"
    foot = [_release(bundle)]
    area = Area(
        look.body.left,
        look.body.top,
        look.body.width,
        look.body.height - height_of(foot, look.body.width, NOTE) - GAP,
    )
    for place, part in enumerate(pages(Grid(head, rows), area)):
        slide = add_slide(made, title_layout(made))
        set_title(slide, title if not place else f"{title} (continued)", size=30, look=look)
        add_table(slide, part, area, f"Table: {title}", look)
        below = Area(area.left, area.bottom + GAP, area.width, height_of(foot, area.width, NOTE))
        text_box(slide, below, "Source", [(text, False) for text in foot], size=NOTE, look=look)
        if look.ours:
            number_slide(slide, look)
