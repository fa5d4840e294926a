"""Read a CSV file: in UTF-8 or Windows-1252, separated by commas, semicolons or tabs."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from dashboard.ingest.imports.grid import COLUMN_LIMIT, ROW_LIMIT, Cell, Grid, as_grid, text_cell
from dashboard.ingest.imports.report import Report

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
SAVE_AS = "CSV in UTF-8 or Windows-1252; in a spreadsheet: Save as, CSV UTF-8"


def read_delimited(path: Path, knows: Callable[[str], bool], report: Report) -> Grid | None:
    """Return the rows of a CSV file, or None after a problem; `knows` tells a heading of the layout."""
    text = _decoded(path.read_bytes(), report)
    if text is None:
        return None
    if text.lstrip()[:1] == "<":
        report.refuse("a web page or XML", SAVE_AS)
        return None
    separator = _separator(text, knows)
    if separator != ",":
        report.remark(f"The file is separated by {SEPARATORS[separator]}.")
    return _rows(text, separator, report)


def _decoded(content: bytes, report: Report) -> str | None:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report.refuse("text in UTF-16", SAVE_AS)
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        report.refuse(f"the byte {content[error.start]:#04x}, which is text in neither", SAVE_AS)
        return None
    report.remark("The file is not UTF-8; it was read as Windows-1252.")
    return text


def _separator(text: str, knows: Callable[[str], bool]) -> str:
    """Return the separator under which most headings are known."""
    lines = io.StringIO(text, newline="")

    def known(separator: str) -> int:
        lines.seek(0)
        try:
            header = next(row for row in csv.reader(lines, delimiter=separator) if any(row))
        except (csv.Error, StopIteration):
            return 0
        return sum(knows(heading) for heading in header)

    return max(SEPARATORS, key=known)


def _rows(text: str, separator: str, report: Report) -> Grid | None:
    rows: list[tuple[int, list[Cell]]] = []
    number = 0
    try:
        for number, row in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1
        ):
            if number > ROW_LIMIT or len(row) > COLUMN_LIMIT:
                report.refuse(
                    "more cells than any layout has",
                    f"at most {ROW_LIMIT:,} rows and {COLUMN_LIMIT} columns",
                    row=number,
                )
                return None
            rows.append((number, [text_cell(cell) for cell in row]))
    except csv.Error as error:
        report.refuse(
            f"text that is no CSV from here on ({error})",
            'cells with a line break, a separator or a quotation mark in "…", each mark inside doubled',
            row=number + 1,
        )
        return None
    return as_grid(rows)
