"""Take in a file of boundaries: the areas of the place, simple enough to draw, and the file as received."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from dashboard.ingest.boundaries.read import Result, read
from dashboard.ingest.build import load_figures
from dashboard.ingest.imports import known
from dashboard.ingest.imports.answer import answer, asked_before
from dashboard.ingest.imports.changes import Change
from dashboard.ingest.imports.folder import RECEIVED, imported_file, write_folder
from dashboard.ingest.imports.preview import Preview
from dashboard.ingest.imports.received import Received, receive
from dashboard.ingest.imports.report import NotAllowedError, Report
from dashboard.ingest.imports.requests import Boundaries
from dashboard.ingest.imports.values import check_importer

# Enough for every district of the country in a generalised version; the full detail is ten times as large.
MOST_BYTES = 64_000_000
KINDS = "a GeoJSON file; generalised boundaries are enough for a map"
UNSTATED = (
    "Not stated by who imported it: import it again with --attribution and the sentence that its publisher "
    "asks for."
)

KNOWN_SQL = """
SELECT area_code, name FROM area WHERE kind NOT IN ('country', 'county')
UNION ALL SELECT DISTINCT successor_code, successor_name FROM area_successor
ORDER BY 1
"""


def prepare(request: Boundaries, data: Path, kept: Sequence[Path], staging: Path) -> Preview:
    """Read the boundaries into a source folder below `staging`, or list every problem at once."""
    report = Report(request.file.name or str(request.file))
    at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    folder = staging / request.source_id
    try:
        check_importer(request.by)
    except NotAllowedError as refusal:
        report.refuse(refusal.found, refusal.allowed)
        return answer(request, report, None)
    received = receive(request.file, folder / RECEIVED, report, MOST_BYTES, KINDS)
    if received is None:
        return answer(request, report, None)
    with duckdb.connect() as connection:
        load_figures(connection, data)
        names = dict(connection.execute(KNOWN_SQL).fetchall())
        found = read(received.path, request.code_column, names, report)
        if found is None:
            return answer(request, report, received)
        rows = {**found.tables, "imported_file": [imported_file(request, received, at)]}
        place = known.place(connection).name
        write_folder(connection, folder, rows, _manifest(request, received, found, place, at))
    before = next((other for other in kept if other.name == request.source_id), None)
    if not request.attribution:
        report.remark(f"Whose boundaries they are will be shown as: {UNSTATED}")
    return answer(
        request,
        report,
        received,
        changes=_changes(found, names, before),
        state=_state(request, received, before),
    )


def _changes(found: Result, names: dict[str, str], before: Path | None) -> list[Change]:
    """Return what each boundary does to those stored, and which leave with the file before."""
    rows = known.read_table(before, "boundary") if before else []
    stored = {row["area_code"] for row in rows}
    fresh = {row["area_code"]: row for row in found.tables["boundary"]}
    return [
        Change(
            code, names[code], "replaced" if code in stored else "added", [f"{row['points_kept']:,} points"]
        )
        for code, row in fresh.items()
    ] + [
        Change(code, names.get(code, ""), "removed", ["this file does not hold it"])
        for code in sorted(stored - set(fresh))
    ]


def _state(request: Boundaries, received: Received, before: Path | None) -> str:
    """Return whether this is new, a replacement, or the very same file asked for in the same way."""
    if before is None:
        return "new"
    return "same" if asked_before(request, received, before) else "replacement"


def _manifest(
    request: Boundaries, received: Received, found: Result, place: str, at: datetime
) -> dict[str, Any]:
    day = f"{at.day} {at:%B %Y}"
    return {
        "title": "Boundaries of districts (imported)",
        "publisher": "As stated under rights",
        "published": f"{at:%Y-%m-%d}",
        "published_text": f"imported on {day}",
        "status": "import",
        "vintage": f"Imported, {at:%B %Y}",
        "place": place,
        "rights": request.attribution or UNSTATED,
        "caution": f"Loaded from {received.name} on {day} by {request.by}. Lines are features of the file. "
        "Made simpler for drawing; not for measuring.",
        "line_count": found.features,
    }
