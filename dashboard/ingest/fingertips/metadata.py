"""What the indicators are: the metadata file, one row per indicator."""

import csv
from pathlib import Path

from dashboard.ingest.fingertips.columns import (
    METADATA_OPTIONAL,
    METADATA_REQUIRED,
    header_problems,
    read_header,
)
from dashboard.ingest.fingertips.received import Problem

Metadata = dict[int, dict[str, str | None]]


def read_metadata(file: Path) -> tuple[Metadata, list[Problem]]:
    """Return what is said of each indicator, by its number, and every problem of the file."""
    header, failure = read_header(file)
    if failure:
        return {}, [Problem(None, None, failure)]
    wrong = header_problems(header, METADATA_REQUIRED)
    if wrong:
        return {}, [Problem(1, None, text) for text in wrong]
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return {}, [Problem(None, None, f"It cannot be read as CSV in UTF-8: {error}.")]
    return _by_number(rows)


def _by_number(rows: list[dict[str, str]]) -> tuple[Metadata, list[Problem]]:
    metadata: Metadata = {}
    problems = []
    for row, cells in enumerate(rows, 2):
        number, problem = _number(row, cells, metadata)
        if problem:
            problems.append(problem)
        else:
            metadata[number] = _named(cells)
    return metadata, problems


def _number(row: int, cells: dict[str, str], metadata: Metadata) -> tuple[int, Problem | None]:
    text = cells["Indicator ID"] or ""
    if None in cells or None in cells.values():
        return 0, Problem(row, None, "its number of cells is not that of the header")
    if not text.isdecimal():
        return 0, Problem(row, "Indicator ID", f"expected a whole number, found {text!r}")
    if int(text) in metadata:
        return 0, Problem(row, "Indicator ID", f"the indicator {text} is described twice")
    return int(text), None


def _named(cells: dict[str, str]) -> dict[str, str | None]:
    """Return the known cells of a row under the names of the store; an empty one as None."""
    known = {**METADATA_REQUIRED, **METADATA_OPTIONAL}
    return {
        known[label]: text.strip() or None
        for label, text in cells.items()
        if label in known and label != "Indicator ID"
    }
