"""A pack as slides: one finding each, its chart native and editable, its source below."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from dashboard.domain.exhibit import Bundle, Exhibit
from dashboard.domain.words import period_words
from dashboard.exports.charts import native_chart
from dashboard.exports.grid import Box, Grid, grid_of
from dashboard.exports.palette import Palette
from dashboard.exports.slide_chart import add_chart
from dashboard.exports.slide_frame import Area, Look, height_of, set_title, text_box
from dashboard.exports.slide_table import Sheet, add_table, pages
from dashboard.exports.slide_template import (
    TITLE_HEIGHT,
    add_slide,
    body_of,
    cover_layout,
    open_template,
    title_layout,
)

# The largest size in which a title fits its place is taken; its letters are bold and wide.
TITLE_SIZES, TITLE_LETTER = (30, 28, 26, 24, 22, 20, 18, 16), 1.3
SUBTITLE, NOTE, BELOW = 15, 11, 12
GAP = Inches(0.14)
# A table that needs more slides than this is in the workbook in full.
MOST_SLIDES = 6

Report = Callable[[int], None]


def write_slides(bundle: Bundle, path: Path, palette: Palette, template: Path | None, report: Report) -> None:
    """Write the slides of a pack to `path`; `report` is told how many exhibits are done.

    Raises:
        PlaceboardError: the template cannot be used.
    """
    made = open_template(template, palette)
    look = Look(palette, body_of(made, ours=template is None), template is None)
    properties = made.core_properties
    properties.title, properties.author, properties.subject = bundle.title, bundle.council, bundle.release_id
    properties.language = "en-GB"
    _cover(made, bundle, look)
    for done, exhibit in enumerate(bundle.exhibits, 1):
        _exhibit(made, bundle, exhibit, look)
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


def _exhibit(made: Any, bundle: Bundle, exhibit: Exhibit, look: Look) -> None:
    found = native_chart(exhibit.view.chart)
    if found:
        slide, area = _sheet(made, exhibit, exhibit.title, look, found.key)
        add_chart(slide, found, area, _alternative(exhibit), look)
        _close(slide, bundle, exhibit, look)
        return
    grid = grid_of(exhibit.view)
    area = _room(exhibit, look, "")
    below = list(grid.below) or ([exhibit.view.instead] if exhibit.view.instead and not grid.rows else [])
    room = Area(area.left, area.top, area.width, area.height - _below_height(below, area))
    parts = pages(grid, room)
    for place, part in enumerate(parts[:MOST_SLIDES], 1):
        last = place == min(len(parts), MOST_SLIDES)
        title = exhibit.title if place == 1 else f"{exhibit.title} (continued)"
        slide, _ = _sheet(made, exhibit, title, look, "")
        if part.rows:
            add_table(slide, part, room, f"Table: {exhibit.view.table.caption}", look)
        said = below if last or not part.rows else []
        if last and len(parts) > MOST_SLIDES:
            said = [*said, _left_out(parts)]
        if said:
            _say_below(slide, said, room if part.rows else area, look, under=bool(part.rows))
        _close(
            slide,
            bundle,
            exhibit,
            look,
            f"Part {place} of {min(len(parts), MOST_SLIDES)}" if len(parts) > 1 else "",
        )


def _left_out(parts: list[Sheet]) -> str:
    rows = sum(len(part.rows) for part in parts[MOST_SLIDES:])
    return f"{rows:,} more rows are in the workbook and on the page."


def _below_height(texts: list[str], area: Area) -> int:
    return height_of(texts, area.width, BELOW) + GAP if texts else 0


def _say_below(slide: Any, texts: list[str], area: Area, look: Look, *, under: bool) -> None:
    top = area.bottom + GAP // 2 if under else area.top
    box = Area(area.left, top, area.width, height_of(texts, area.width, BELOW))
    text_box(
        slide,
        box,
        "Remarks",
        [(text, False) for text in texts],
        size=BELOW if under else 18,
        look=look,
        colour="ink",
    )


def _sheet(made: Any, exhibit: Exhibit, title: str, look: Look, key: str) -> tuple[Any, Area]:
    """Add a slide with title and subtitle; return it with the room between them and the note."""
    slide = add_slide(made, title_layout(made))
    set_title(slide, title, size=title_size(title, look.body.width), look=look)
    lines = _subtitle(exhibit, key)
    height = height_of([text for text, _ in lines], look.body.width, SUBTITLE)
    box = Area(look.body.left, look.body.top, look.body.width, height)
    text_box(slide, box, "Subtitle", lines, size=SUBTITLE, look=look)
    return slide, _room(exhibit, look, key)


def title_size(title: str, width: int) -> int:
    """Return the size of type in which a title fits its place, in points."""
    fitting = (
        size for size in TITLE_SIZES if height_of([title], int(width / TITLE_LETTER), size) <= TITLE_HEIGHT
    )
    return next(fitting, TITLE_SIZES[-1])


def _subtitle(exhibit: Exhibit, key: str) -> list[tuple[str, bool]]:
    lines = [(exhibit.view.subtitle, False), *((key, False) for _ in [0] if key)]
    return [*lines, *((mark, True) for mark in exhibit.marks)]


def _room(exhibit: Exhibit, look: Look, key: str) -> Area:
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
        _number(slide, look)
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


def _number(slide: Any, look: Look) -> None:
    """Put the number of the slide in the corner, as a field that office programs keep true."""
    area = Area(
        look.body.left + look.body.width - Inches(0.6),
        look.body.bottom + Inches(0.02),
        Inches(0.6),
        Inches(0.2),
    )
    text_box(slide, area, "Slide number", [("", False)], size=NOTE, look=look)
    paragraph = slide.shapes[-1].text_frame.paragraphs[0]._p
    for run in list(paragraph):
        paragraph.remove(run)
    paragraph.append(parse_xml(f'<a:pPr {nsdecls("a")} algn="r"/>'))
    paragraph.append(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr lang="en-GB" sz="{NOTE * 100}"/><a:t>‹#›</a:t></a:fld>'
        )
    )


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
            _number(slide, look)
