"""Take the rows of a download into a table of text as they are, in bounded memory, and list broken lines."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.ingest.fingertips.columns import OPTIONAL, REQUIRED
from dashboard.ingest.fingertips.line_breaks import with_even_breaks

LISTED = 50
COUNTS = re.compile(r"Found: (\d+)")
CUT = "the file ends within this row: it was cut short, so download it again"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, or with a row or the file where there is no one column."""

    row: int | None
    column: str | None
    text: str

    def __str__(self) -> str:
        place = [f"row {self.row:,}"] if self.row is not None else []
        place += [f"column “{self.column}”"] if self.column else []
        return f"{', '.join(place)}: {self.text}" if place else self.text


def receive(
    connection: duckdb.DuckDBPyConnection, file: Path, header: Sequence[str], spare: Path
) -> list[Problem]:
    """Fill the table `received` from `file` and return a problem for every line that is no row of it.

    `spare` is where a copy may stand meanwhile, for a file whose lines end in several ways.
    """
    names = {**REQUIRED, **OPTIONAL}
    chosen = ", ".join(
        f"""nullif(trim("{label}"), '') AS {names[label]}""" for label in header if label in names
    )
    missing = ", ".join(f"NULL::VARCHAR AS {names[label]}" for label in OPTIONAL if label not in header)
    connection.execute(
        f"""
        CREATE TABLE received AS
        SELECT {chosen}{"," if missing else ""} {missing}
        FROM read_csv(
          $file, columns = $columns, auto_detect = false, header = true, delim = ',', quote = '"',
          escape = '"', strict_mode = true, ignore_errors = true, store_rejects = true
        )
        """,  # noqa: S608 - the names are those of the header, which are known ones
        {"file": str(with_even_breaks(file, spare)), "columns": dict.fromkeys(header, "VARCHAR")},
    )
    spare.unlink(missing_ok=True)
    return _broken_lines(connection, file, len(header))


def _broken_lines(connection: duckdb.DuckDBPyConnection, file: Path, width: int) -> list[Problem]:
    found = connection.execute(
        "SELECT line, any_value(error_type), any_value(error_message) FROM reject_errors "
        "GROUP BY line ORDER BY line"
    ).fetchall()
    cut = not _ends_with_line_break(file)
    last = _rows(connection) + len(found) + 1
    problems = [
        Problem(line, None, CUT if cut and line == last else _in_words(kind, message, width))
        for line, kind, message in found[:LISTED]
    ]
    return problems + more(len(found), "more rows are broken in such ways")


def _in_words(kind: str, message: str, width: int) -> str:
    cells = COUNTS.search(message)
    if kind in ("MISSING COLUMNS", "TOO MANY COLUMNS") and cells:
        return f"has {cells[1]} columns, expected {width}".replace(" 1 columns", " 1 column")
    if "QUOTE" in kind:
        return "a quotation mark is opened and not closed, or stands within a cell"
    if "ENCODING" in kind or "UNICODE" in kind:
        return "it is not in UTF-8"
    if "SIZE" in kind:
        return "it is longer than two million characters: a quotation mark may be opened and not closed"
    return f"it cannot be read ({kind.lower()})"


def more(count: int, words: str) -> list[Problem]:
    """Return the problem that says how many there are beyond those listed, if there are."""
    return [Problem(None, None, f"{count - LISTED:,} {words}")] if count > LISTED else []


def _ends_with_line_break(file: Path) -> bool:
    with file.open("rb") as handle:
        handle.seek(-1, 2)
        return handle.read(1) in (b"\n", b"\r")


def _rows(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("SELECT count(*) FROM received").fetchall()[0][0])


class RowNumbers:
    """Where a received row stands in the file, the header being row 1 and broken rows counted."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        broken = connection.execute("SELECT DISTINCT line FROM reject_errors ORDER BY line").fetchall()
        # The n-th broken row (from 0) stands before every good row whose place is beyond its own less n.
        self._before = [line - number for number, (line,) in enumerate(broken)]

    def __getitem__(self, place: int) -> int:
        """Return the row of the file that the `place`-th received row is, from 0."""
        return place + 2 + bisect_right(self._before, place + 2)
