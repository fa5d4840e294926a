"""Rows of words as tables of slides, as many slides as they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.exports.grid import Box, Grid
from dashboard.exports.slide_frame import LEADING, LETTER, POINT, Area, Look, rows_of

# Points of type for a table that has a slide to itself, the largest that fits; and for one that needs
# several, with the most columns it may have in each.
LARGE = (20.0, 18.0, 16.0, 14.0)
SIZES = ((13.0, 4), (12.0, 6), (11.0, 8), (10.0, 99), (9.0, 99), (8.0, 99))
PAD_X, PAD_Y = 60_000, 32_000
# Digits and capitals are wider than the average letter.
WORD = 0.6
# Rows are made for slim letters: programs make a row higher that needs it, and none lower.
SLIM = 0.42
# A cell longer than this is told in full in the workbook.
LONGEST = 700
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
WIDEST_WORDS = 150


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a table that stands on one slide: head, rows, widths of the columns and size of type."""

    head: tuple[Box, ...]
    rows: tuple[tuple[Box, ...], ...]
    widths: tuple[int, ...]
    size: float


def pages(grid: Grid, area: Area) -> list[Sheet]:
    """Return the rows in as many parts as slides are needed, each with the head.

    Type is larger where one slide has room for it, a little smaller where that saves all slides but one, and
    smaller still where a word would not fit its column.
    """
    whole = [size for size in (*LARGE, *(size for size, _ in SIZES)) if _holds_words(grid, area.width, size)]
    sizes = [size for size, most in SIZES if len(grid.head) <= most and size in whole] or [SIZES[-1][0]]
    tried = [size for size in whole if size in LARGE] + sizes[:3]
    alone = (_split(grid, area, size) for size in tried)
    return next((parts for parts in alone if len(parts) == 1), None) or _split(grid, area, sizes[0])


def _holds_words(grid: Grid, width: int, size: float) -> bool:
    """Return whether every column has room for its longest word."""
    return grid.even or sum(_least_widths(grid, size)) <= width


def _split(grid: Grid, area: Area, size: float) -> list[Sheet]:
    widths = column_widths(grid, area.width, size)
    room = area.height - _row_height(grid.head, widths, size)
    parts: list[list[tuple[Box, ...]]] = [[]]
    used = 0
    for row in grid.rows:
        height = _row_height(row, widths, size)
        if parts[-1] and used + height > room:
            parts.append([])
            used = 0
        parts[-1].append(row)
        used += height
    return [Sheet(grid.head, tuple(part), tuple(widths), size) for part in parts]


def column_widths(grid: Grid, width: int, size: float) -> list[int]:
    """Return the widths of the columns: none narrower than its longest word, the rest as they have to say."""
    if grid.even:
        first = width // 6
        return [first, *([(width - first) // (len(grid.head) - 1)] * (len(grid.head) - 1))]
    columns = _columns(grid)
    least = _least_widths(grid, size)
    if sum(least) >= width:
        return [width * one // sum(least) for one in least]
    wanted = [_longest_line(texts) - _longest_word(texts) + 1 for texts in columns]
    return [one + (width - sum(least)) * more // sum(wanted) for one, more in zip(least, wanted, strict=True)]


def _columns(grid: Grid) -> list[list[str]]:
    return [[box.text for box in column] for column in zip(grid.head, *grid.rows, strict=True)]


def _least_widths(grid: Grid, size: float) -> list[int]:
    # Of a short word one wide letter is a large part.
    return [int((_longest_word(texts) + 0.6) * size * WORD * POINT) + 2 * PAD_X for texts in _columns(grid)]


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _longest_line(texts: Sequence[str]) -> int:
    return min(max(len(part) for text in texts for part in text.split("\n")), WIDEST_WORDS)


def _row_height(row: Sequence[Box], widths: Sequence[int], size: float, letter: float = LETTER) -> int:
    lines = max(
        rows_of(shortened(box.text), width - 2 * PAD_X, size, letter)
        for box, width in zip(row, widths, strict=True)
    )
    return int(lines * size * LEADING * POINT) + 2 * PAD_Y


def shortened(text: str) -> str:
    """Return the words of a cell as far as a slide has room."""
    return (
        text
        if len(text) <= LONGEST
        else f"{text[: LONGEST - 30].rsplit(' ', 1)[0]} … (goes on in the workbook)"
    )


def add_table(slide: Any, part: Sheet, area: Area, words: str, look: Look) -> None:
    """Put a table on a slide; `words` name it for those who cannot see it."""
    rows = (part.head, *part.rows)
    frame = slide.shapes.add_table(
        len(rows), len(part.head), Emu(area.left), Emu(area.top), Emu(area.width), Emu(1)
    )
    frame.name = "Table"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    table = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    table.horz_banding = False
    table.first_row = True
    table.first_col = any(box.heading for row in part.rows for box in row[:1])
    for column, width in zip(table.columns, part.widths, strict=True):
        column.width = Emu(width)
    for place, row in enumerate(rows):
        table.rows[place].height = Emu(_row_height(row, part.widths, part.size, SLIM))
        for column, box in enumerate(row):
            _write(table.cell(place, column), box, part.size, look, head=not place)


def _write(cell: Any, box: Box, size: float, look: Look, *, head: bool) -> None:
    cell.margin_left = cell.margin_right = Emu(PAD_X)
    cell.margin_top = cell.margin_bottom = Emu(PAD_Y)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    frame = cell.text_frame
    frame.word_wrap = True
    for place, text in enumerate(shortened(box.text).split("\n")):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if box.number else PP_ALIGN.LEFT
        # An empty cell is as high as the letters it would have.
        paragraph._p.get_or_add_endParaRPr().set("sz", str(int(size * 100)))
        if not text:
            continue
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), head or (box.heading and not place)
        if look.ours or box.fill:
            run.font.color.rgb = look.colour("ink-2" if head else box.ink)
    if box.fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = look.colour(box.fill)
    else:
        cell.fill.background()
    _rule(cell._tc.get_or_add_tcPr(), look, strong=head, around=bool(box.fill))


def _rule(properties: Any, look: Look, *, strong: bool, around: bool) -> None:
    """Draw the line below a cell, or round one that is filled; the format wants lines before the fill."""
    sides = ("a:lnL", "a:lnR", "a:lnT", "a:lnB") if around else ("a:lnB",)
    for place, side in enumerate(sides):
        line = etree.Element(qn(side))
        line.set("w", str(POINT if strong or around else POINT * 3 // 4))
        colour = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
        colour.set("val", look.palette["paper" if around else "line-strong" if strong else "line"])
        properties.insert(place, line)
