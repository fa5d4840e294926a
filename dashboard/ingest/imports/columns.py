"""Find the columns of a layout under the headings of a sheet, and hand out its rows one by one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from dashboard.ingest.imports.grid import Cell, Grid
from dashboard.ingest.imports.report import NotAllowedError, Report, shown

T = TypeVar("T")

BLANK = Cell("")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout: its heading, what it holds, whether a row needs it, and its list of words."""

    heading: str
    text: str
    needed: bool = False
    words: tuple[str, ...] = ()
    number_format: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet, whose cells are taken by the heading of their column."""

    number: int
    cells: dict[str, Cell]
    report: Report

    def has(self, heading: str) -> bool:
        """Return whether anything stands in the column."""
        return not self.cells.get(heading, BLANK).blank

    def take(self, heading: str, read: Callable[[str], T], *, needed: bool = False) -> T | None:
        """Return what `read` makes of the cell, or None where it is blank or refused, which is reported."""
        cell = self.cells.get(heading, BLANK)
        try:
            if cell.flaw:
                raise NotAllowedError(*cell.flaw)
            if not cell.blank:
                return read(cell.text.strip())
            if needed:
                raise NotAllowedError("a blank cell", "a cell that is filled")
        except NotAllowedError as refusal:
            self.refuse(heading, refusal.found, refusal.allowed)
        return None

    def refuse(self, heading: str, found: str, allowed: str) -> None:
        """Report what is wrong with one cell."""
        self.report.refuse(found, allowed, row=self.number, column=heading)


def heading_key(heading: str) -> str:
    """Return what two spellings of a heading have in common."""
    return re.sub(r"\s+", " ", heading).strip().casefold()


def lines(grid: Grid, columns: list[Column], report: Report) -> list[Line]:
    """Return the rows below the headings; every heading of the layout must stand there once, and no other."""
    if not grid.rows:
        report.refuse("no rows", f"a first row with the headings {_list(columns)}")
        return []
    row, header = grid.rows[0]
    places = _places(row, header, columns, report)
    _report_outside(grid, header, report)
    found = [
        Line(
            number, {heading: cells[place] for heading, place in places.items() if place < len(cells)}, report
        )
        for number, cells in grid.rows[1:]
    ]
    if not found:
        report.refuse("headings without rows", "at least one row below the headings", row=row)
    skipped = grid.last_row - row - len(found)
    if skipped:
        report.remark(f"Blank rows between the others were passed over: {skipped}.")
    return found


def _places(row: int, header: list[Cell], columns: list[Column], report: Report) -> dict[str, int]:
    known = {heading_key(column.heading): column.heading for column in columns}
    places: dict[str, int] = {}
    for place, cell in enumerate(header):
        heading = known.get(heading_key(cell.text))
        if cell.flaw:
            report.refuse(cell.flaw[0], "a heading of the layout", row=row)
        elif cell.blank:
            continue
        elif heading is None:
            report.refuse(f"the heading {shown(cell.text)}", f"only {_list(columns)}", row=row)
        elif heading in places:
            report.refuse(
                f"the heading {shown(cell.text)} twice", "each heading once", row=row, column=heading
            )
        else:
            places[heading] = place
    for heading in known.values():
        if heading not in places:
            report.refuse("no such heading", "every heading of the layout", row=row, column=heading)
    return places


def _report_outside(grid: Grid, header: list[Cell], report: Report) -> None:
    """Report what stands below no heading."""
    for number, cells in grid.rows[1:]:
        for place, cell in enumerate(cells):
            if not cell.blank and (place >= len(header) or header[place].blank):
                report.refuse(
                    f"{shown(cell.text)} in column {place + 1}, which has no heading",
                    "cells below a heading",
                    row=number,
                )


def _list(columns: list[Column]) -> str:
    return ", ".join(column.heading for column in columns)
