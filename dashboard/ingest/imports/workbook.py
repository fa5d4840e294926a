"""Read one sheet of an XLSX workbook, after a look at what reading alone would lose."""

import os
import re
import warnings
import zipfile
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from xml.sax import ContentHandler

from dashboard.ingest.imports.grid import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    Cell,
    Grid,
    as_grid,
    moment_cell,
    number_cell,
    text_cell,
)
from dashboard.ingest.imports.report import Report

# One parser everywhere: without this the library takes another one where it happens to be installed.
os.environ.setdefault("OPENPYXL_LXML", "False")

PART_LIMIT = 64_000_000
TOTAL_LIMIT = 256_000_000
SAVE_AGAIN = "an .xlsx workbook as a spreadsheet saves it, without a password"
OWN_SHEETS = ("notes", "lists")
REFERENCE = re.compile(r"([A-Z]{1,7})([0-9]{1,10})")


class TooLargeError(Exception):
    """The sheet reaches further than any layout does."""


class DisorderedError(Exception):
    """The sheet holds a row or cell twice or in the wrong place, of which a reader would drop one."""


def read_workbook(path: Path, sheet: str, report: Report) -> Grid | None:
    """Return the rows of the sheet named `sheet`, or None after a problem."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(path, sheet, report)
    except TooLargeError as error:
        report.refuse(
            str(error), f"at most {ROW_LIMIT:,} rows and {COLUMN_LIMIT} columns; delete what is beyond"
        )
    except DisorderedError as error:
        report.refuse(
            str(error),
            "each row and cell once and in order; open the file in a spreadsheet and save it again",
        )
    except Exception:  # A damaged workbook breaks the library in any way there is.
        report.refuse("a workbook that is damaged or protected", SAVE_AGAIN)
    return None


def _read(path: Path, sheet: str, report: Report) -> Grid | None:
    import openpyxl

    with path.open("rb") as handle, zipfile.ZipFile(handle) as archive:
        if not _is_bounded(archive, report):
            return None
        workbook = openpyxl.load_workbook(handle, read_only=True, data_only=True)
        try:
            found = _sheet(workbook, sheet, report)
            if found is None:
                return None
            survey = _survey(archive, found._worksheet_path)
            _say(survey, report)
            # The size that a file states of itself may leave rows out.
            found.reset_dimensions()
            return as_grid(
                [(number, _cells(row, number, survey)) for number, row in enumerate(found.iter_rows(), 1)]
            )
        finally:
            workbook.close()


def _is_bounded(archive: zipfile.ZipFile, report: Report) -> bool:
    parts = archive.infolist()
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if "xl/workbook.xml" not in archive.namelist():
        report.refuse("a packed file that is no Excel workbook", SAVE_AGAIN)
    elif largest > PART_LIMIT or sum(part.file_size for part in parts) > TOTAL_LIMIT:
        report.refuse(
            "a workbook that is far larger unpacked",
            f"unpacked at most {PART_LIMIT // 1_000_000} MB a sheet and {TOTAL_LIMIT // 1_000_000} MB in all",
        )
    else:
        return True
    return False


def _sheet(workbook: Any, name: str, report: Report) -> Any:
    sheets = {sheet.title.strip().casefold(): sheet for sheet in workbook.worksheets}
    found = sheets.pop(name.casefold(), None)
    if found is None:
        titles = ", ".join(sheet.title for sheet in workbook.worksheets) or "none"
        report.refuse(f"the sheets {titles}", f"a sheet named {name}")
        return None
    report.sheet = name
    if found.sheet_state != "visible":
        report.remark(f"The sheet {name} is hidden; it was read.")
    others = [sheet.title for key, sheet in sheets.items() if key not in OWN_SHEETS]
    if others:
        report.remark(f"Only the sheet {name} is read; not read: {', '.join(others)}.")
    return found


@dataclass
class Survey(ContentHandler):
    """What stands in the XML of a sheet besides the values of its cells."""

    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    row: int = 0
    column: int = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the name that SAX calls
        """Note one element."""
        match name.rpartition(":")[2]:
            case "row":
                self._start_row(attrs)
            case "c":
                self._start_cell(attrs)
            case "f":
                self.formulas.add((self.row, self.column))
            case "mergeCell":
                self.merged.append(str(attrs.get("ref", "?")))
            case "col" if attrs.get("hidden") in ("1", "true"):
                self.hidden_columns.append(_columns(attrs))

    def _start_row(self, attrs: Any) -> None:
        row = int(attrs.get("r", self.row + 1))
        if row > ROW_LIMIT:
            raise TooLargeError(f"a sheet that reaches to row {row:,}")
        if row <= self.row:
            raise DisorderedError(f"row {row} after row {self.row}")
        self.row, self.column = row, 0
        if attrs.get("hidden") in ("1", "true"):
            self.hidden_rows.append(row)

    def _start_cell(self, attrs: Any) -> None:
        reference = attrs.get("r")
        place = REFERENCE.fullmatch(reference) if reference else None
        if reference and (place is None or int(place[2]) != self.row):
            raise DisorderedError(f"the cell {reference} in row {self.row}")
        column = _number(place[1]) if place else self.column + 1
        if column > COLUMN_LIMIT:
            raise TooLargeError(f"a sheet that reaches to column {column:,}")
        if column <= self.column:
            raise DisorderedError(f"the cell {reference} twice or out of order")
        self.column = column


def _survey(archive: zipfile.ZipFile, part: str) -> Survey:
    import defusedxml.sax

    survey = Survey()
    with archive.open(part) as handle:
        defusedxml.sax.parse(handle, survey)
    return survey


def _say(survey: Survey, report: Report) -> None:
    for reference in survey.merged:
        row = re.search(r"[0-9]+", reference)
        report.refuse(
            f"the merged cells {reference}",
            "one cell for each value; unmerge them and fill each",
            row=int(row[0]) if row else None,
        )
    if survey.formulas:
        places = [f"{_letters(column)}{row}" for row, column in sorted(survey.formulas)]
        report.remark(f"Formulas stand in {_few(places)}; their last results were taken.")
    if survey.hidden_rows:
        report.remark(f"Hidden rows were read: {_few([str(row) for row in survey.hidden_rows])}.")
    if survey.hidden_columns:
        report.remark(f"Hidden columns were read: {_few(survey.hidden_columns)}.")


def _cells(row: tuple[Any, ...], number: int, survey: Survey) -> list[Cell]:
    return [_cell(cell, (number, place) in survey.formulas) for place, cell in enumerate(row, 1)]


def _cell(cell: Any, formula: bool) -> Cell:
    value = cell.value
    if value is None:
        flaw = (
            "a formula whose result is not stored",
            "a value; open the file in a spreadsheet and save it again",
        )
        return Cell("", flaw if formula else None)
    if cell.data_type == "e":
        return Cell(str(value), (f"the error {value}", "a value"))
    match value:
        case bool():
            return Cell(str(value).upper())
        case int() | float():
            return number_cell(value, cell.number_format)
        case date() | time() | timedelta():
            return moment_cell(value)
        case _:
            return text_cell(str(value))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _columns(attrs: Any) -> str:
    first, last = (min(int(attrs.get(name, 1)), 16_384) for name in ("min", "max"))
    return _letters(first) if first == last else f"{_letters(first)} to {_letters(last)}"


def _few(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 10 else f"{', '.join(names[:10])} and {len(names) - 10} more"
