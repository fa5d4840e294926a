"""A pack as a workbook: a sheet of notes, then the figures of each view with their provenance."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as Place
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from dashboard.domain.exhibit import Bundle, Document, Exhibit
from dashboard.domain.words import period_words
from dashboard.exports.files import FORMULA_STARTS
from dashboard.exports.palette import Palette

NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, LONGEST_TEXT = 31, 32_767
NOTES = "Notes"
WIDTHS = {"title": 52, "subtitle": 40, "choices": 30, "method": 70, "sources": 70, "marks": 40, "link": 50}
NARROWEST, WIDEST = 9, 60
TOP = Alignment(vertical="top", wrap_text=True)

Cell = str | int | float | bool | date | None


def write_workbook(bundle: Bundle, path: Path, palette: Palette) -> None:
    """Write the workbook of a pack to `path`."""
    book = Workbook()
    names = sheet_names(bundle.exhibits)
    notes = book.active
    notes.title = NOTES
    _write_notes(notes, bundle, names, palette)
    documents = {one.source_id: one for one in bundle.documents}
    for exhibit, name in zip(bundle.exhibits, names, strict=True):
        columns, rows = figures(exhibit, documents)
        _write_figures(book.create_sheet(name), columns, rows, palette)
    book.properties.title, book.properties.creator = bundle.title, bundle.council
    book.save(path)


def sheet_names(exhibits: Sequence[Exhibit]) -> list[str]:
    """Return a name for the sheet of each exhibit: its number, then its card, as spreadsheets allow them."""
    names = (f"{exhibit.number} {exhibit.view.card.replace('_', ' ')}" for exhibit in exhibits)
    return [NOT_IN_A_NAME.sub(" ", name)[:LONGEST_NAME].rstrip() for name in names]


def figures(exhibit: Exhibit, documents: Mapping[str, Document]) -> tuple[list[str], list[list[Cell]]]:
    """Return the columns and rows of a view: its figures, then the title and date of their document.

    A view that holds no figures gives the words of its table.
    """
    records = exhibit.view.records
    if not records:
        table = exhibit.view.table
        return [cell.text for cell in table.head], [[plain(cell.text) for cell in row] for row in table.rows]
    columns = list(dict.fromkeys(name for record in records for name in record))
    rows = [[plain(record.get(name)) for name in columns] for record in records]
    if "source_id" not in columns:
        return columns, rows
    own = [documents.get(record.get("source_id", "")) for record in records]
    dated = [[one.title, one.published_text] if one else [None, None] for one in own]
    return [*columns, "source_title", "source_date"], [
        [*row, *more] for row, more in zip(rows, dated, strict=True)
    ]


def plain(value: object) -> Cell:
    """Return a value as a cell can hold it: numbers and days as such, all else as words."""
    match value:
        case None | bool() | int() | float() | date():
            return value
        case Decimal():
            return float(value)
        case list() | tuple() | set() | frozenset():
            return ", ".join(str(item) for item in value)
        case _:
            return str(value)


def _write_notes(sheet: Any, bundle: Bundle, names: Sequence[str], palette: Palette) -> None:
    head: list[tuple[str, Cell]] = [
        ("Title", bundle.title),
        ("Date", period_words(bundle.date) if bundle.date else None),
        ("Place", bundle.place),
        ("Council", bundle.council),
        ("Release", bundle.release_id),
        ("Release built", bundle.built),
    ]
    for row, (label, value) in enumerate(head, 1):
        put(sheet.cell(row, 1), label).font = Font(bold=True)
        put(sheet.cell(row, 2), value)
    first = len(head) + 2
    columns = ["sheet", "title", "subtitle", "choices", "method", "sources", "marks", "release", "link"]
    rows = [_note(bundle, *pair) for pair in zip(bundle.exhibits, names, strict=True)]
    _write_rows(sheet, first, columns, rows, palette)
    for place, name in enumerate(names, first + 1):
        sheet.cell(place, 1).hyperlink = f"#'{name}'!A1"
    sheet.column_dimensions["A"].width = 26
    for place, column in enumerate(columns[1:], 2):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, 24)
    for line in sheet.iter_rows(min_row=first + 1):
        for cell in line:
            cell.alignment = TOP
    foot = first + len(rows) + 2
    _write_rows(
        sheet,
        foot,
        ["document", "title", "date", "what it is", "what to bear in mind"],
        [
            [one.source_id, one.title, one.published_text, one.vintage, one.caution]
            for one in bundle.documents
        ],
        palette,
    )


def _note(bundle: Bundle, exhibit: Exhibit, name: str) -> list[Cell]:
    return [
        name,
        exhibit.title,
        exhibit.view.subtitle,
        exhibit.choices or "As the page opens; nothing is chosen.",
        exhibit.view.method,
        "\n".join(exhibit.sources),
        "\n".join(exhibit.marks),
        bundle.release_id,
        bundle.link(exhibit),
    ]


def _write_figures(
    sheet: Any, columns: Sequence[str], rows: Sequence[Sequence[Cell]], palette: Palette
) -> None:
    _write_rows(sheet, 1, columns, rows, palette)
    sheet.freeze_panes = "A2"
    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    for place, column in enumerate(columns, 1):
        longest = max([len(column), *(len(str(row[place - 1] or "")) for row in rows)])
        width = min(max(longest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(place)].width = width


def _write_rows(
    sheet: Any,
    first: int,
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    palette: Palette,
) -> None:
    for place, column in enumerate(columns, 1):
        put(sheet.cell(first, place), column).font = Font(bold=True, color=f"FF{palette['s1']}")
    for line, row in enumerate(rows, first + 1):
        for place, value in enumerate(row, 1):
            put(sheet.cell(line, place), value)


def put(cell: Place, value: Cell) -> Place:
    """Put a value in a cell; words never become a formula, whatever they begin with.

    They keep their letters: the cell is marked as text, which a spreadsheet heeds when it is edited too.
    """
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LONGEST_TEXT]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
    elif isinstance(value, datetime):
        cell.value = value.replace(tzinfo=None)
    else:
        cell.value = value
    return cell
