"""What the command line prints: answers on stdout, progress and complaints on stderr."""

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from dashboard.errors import ProblemsError
from dashboard.ingest.build import Progress as Report

STEPS = {
    "tables": "Making the tables",
    "figures": "Loading the figures",
    "checks": "Checking",
    "published": "Published",
    "fetched": "Fetching",
    "read": "Reading the file",
    "checked": "Checking each row",
    "values": "Sorting the values",
    "trends": "Finding trends",
    "comparisons": "Comparing",
    "views": "Working out views",
    "workbook": "Workbook",
    "slides": "Slides",
    "paper": "HTML",
    "pdf": "Paper",
}

# Wider than any row: a table that goes to a file or another program is not folded to a screen.
UNFOLDED = 10_000


def say(text: str) -> None:
    """Print a remark that is not part of the answer."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - what this module is for


def complain(problem: Exception) -> None:
    """Print what went wrong: one sentence, then one line for each problem."""
    say(str(problem))
    for line in problem.problems if isinstance(problem, ProblemsError) else []:
        say(f"  {line}")


def answer(text: str) -> None:
    """Print an answer as it is."""
    print(text)  # noqa: T201 - what this module is for


def answer_json(value: object) -> None:
    """Print an answer for programs."""
    answer(json.dumps(_plain(value), ensure_ascii=False, indent=2))


def answer_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV with a header."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)


def answer_table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as a table for people; numbers are set right."""
    cells = [list(row) for row in rows]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for position, name in enumerate(names):
        numeric = any(isinstance(row[position], int | float | Decimal) for row in cells)
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else UNFOLDED).print(table)


def answer_rows(names: Sequence[str], rows: Sequence[Sequence[Any]], *, as_json: bool) -> None:
    """Print rows as a table for people or as a list of objects for programs."""
    if as_json:
        answer_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        answer_table(names, rows)


@contextmanager
def progress_display() -> Iterator[Report]:
    """Show on stderr how far a build has come."""
    columns = (TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as display:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = display.add_task(STEPS[step], total=total)
            display.update(tasks[step], completed=done, total=total)

        yield report


def _shown(value: object) -> str:
    """Return the text of a cell: nothing for an empty one, no decimals for a whole number."""
    if value is None:
        return ""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def _plain(value: object) -> object:
    """Return `value` in the words of JSON; a number that JSON cannot write becomes null."""
    match value:
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple() | set():
            return [_plain(item) for item in value]
        case Decimal():
            return _plain(float(value))
        case float() if not math.isfinite(value):
            return None
        case date() | time():
            return value.isoformat()
        case str() | bool() | int() | float() | None:
            return value
        case _:
            return str(value)
