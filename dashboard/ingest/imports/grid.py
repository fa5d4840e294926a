"""Rows of cells as received, whatever kind of file they came in."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

Moment = date | time | timedelta

CELL_LIMIT = 32_767
ROW_LIMIT = 20_000
COLUMN_LIMIT = 300

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
FIXED = re.compile(r"(?:#,##)?0(?:\.(0+))?(?:_\)|_-)?(?:;.*)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as received, and why it cannot be taken where it cannot."""

    text: str
    flaw: tuple[str, str] | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.flaw and not self.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet with their numbers, blank ones left out."""

    rows: list[tuple[int, list[Cell]]]
    last_row: int


def text_cell(text: str) -> Cell:
    """Return the cell that holds `text`."""
    control = FORBIDDEN.search(text)
    if control:
        return Cell(
            text, (f"the control character {ord(control[0]):#04x}", "text without control characters")
        )
    if len(text) > CELL_LIMIT:
        return Cell(text[:60], (f"{len(text):,} characters", f"at most {CELL_LIMIT:,} characters"))
    return Cell(text)


def number_cell(number: float, number_format: str) -> Cell:
    """Return the cell that holds `number`, as its format shows it where nothing is lost by that."""
    if "%" in number_format:
        return Cell(f"{_plain(number * 100)}%")
    fixed = FIXED.fullmatch(number_format)
    if fixed:
        digits = f"{number:.{len(fixed[1] or '')}f}"
        if Decimal(digits) == Decimal(_plain(number)):
            return Cell(digits)
    return Cell(_plain(number))


def moment_cell(moment: Moment) -> Cell:
    """Return the cell that holds a date, which no column of any layout allows."""
    return Cell(str(moment), (f"the date {moment}", "text or a number; format the cell as text"))


def as_grid(rows: list[tuple[int, list[Cell]]]) -> Grid:
    """Return the rows that hold anything."""
    filled = [(number, cells) for number, cells in rows if any(not cell.blank for cell in cells)]
    return Grid(filled, filled[-1][0] if filled else 0)


def _plain(number: float) -> str:
    text = f"{number:.15g}"
    return f"{Decimal(text):f}" if "e" in text else text
