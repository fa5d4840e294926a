"""Take in a Fingertips download: read in bounded memory, kept as Parquet beside the file as received."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from dashboard.ingest.build import load_figures
from dashboard.ingest.fingertips.failures import in_words
from dashboard.ingest.fingertips.parquet import TABLES, indicators_in, write_parquet
from dashboard.ingest.fingertips.read import Result, read
from dashboard.ingest.imports import known
from dashboard.ingest.imports.answer import answer, asked_before
from dashboard.ingest.imports.changes import Change
from dashboard.ingest.imports.folder import RECEIVED, imported_file, write_folder
from dashboard.ingest.imports.preview import Preview
from dashboard.ingest.imports.received import Received, receive
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import Fingertips
from dashboard.ingest.imports.values import check_importer, slug

Progress = Callable[[str, int, int], None]

# A download of every indicator for every small area is about two gigabytes.
DOWNLOAD_LIMIT = 4_000_000_000

CONTENTS_SQL = """
SELECT indicator_id, any_value(name), count(*), count(DISTINCT area_code),
  min_by(period, time_period_sortable), max_by(period, time_period_sortable)
FROM indicator JOIN indicator_value USING (indicator_id) GROUP BY indicator_id ORDER BY indicator_id
"""


def prepare(
    request: Fingertips, data: Path, kept: list[Path], staging: Path, progress: Progress = lambda *_: None
) -> Preview:
    """Read the download into a source folder below `staging`, or list every problem of it at once."""
    report = Report(request.file.name or str(request.file))
    at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    folder = staging / request.source_id
    received = _receive(request, folder / RECEIVED, report)
    if received is None:
        return answer(request, report, None)
    aside = staging / f"{request.source_id}.duckdb"
    result = read(
        received.path,
        _metadata_path(request, folder / RECEIVED),
        aside,
        data=data,
        source_id=request.source_id,
        benchmark_code=request.benchmark,
        progress=progress,
    )
    if result.problems:
        return answer(request, report, received, refusals=result.problems)
    changes = _changes(aside, request, kept)
    try:
        write_parquet(aside, folder)
    except duckdb.Error as error:
        return answer(request, report, received, refusals=[f"{received.name}: {in_words(error)}"])
    aside.unlink()
    _write_manifest(request, received, result, folder, data, at)
    for notice in [*result.notices, _counted(result)]:
        report.remark(notice)
    return answer(request, report, received, changes=changes, state=_state(request, received, folder, kept))


def _receive(request: Fingertips, folder: Path, report: Report) -> Received | None:
    """Keep the download and, in a folder of its own since it may share the name, its metadata."""
    if not _is_named(request, report):
        return None
    received = receive(request.file, folder, report, DOWNLOAD_LIMIT)
    if request.metadata:
        own = Report(request.metadata.name or str(request.metadata))
        receive(request.metadata, folder / "metadata", own)
        report.problems += own.problems
    return None if report.problems else received


def _is_named(request: Fingertips, report: Report) -> bool:
    try:
        if not request.name or slug(request.name) != request.name:
            raise NotAllowedError(
                f"the name {shown(request.name)}", "small letters, digits and _: --name NAME"
            )
        check_importer(request.by)
    except NotAllowedError as refusal:
        report.refuse(refusal.found, refusal.allowed)
    return not report.problems


def _metadata_path(request: Fingertips, folder: Path) -> Path | None:
    return next((folder / "metadata").iterdir()) if request.metadata else None


def _changes(aside: Path, request: Fingertips, kept: list[Path]) -> list[Change]:
    """Return what each indicator does to those stored, and which leave with the download before."""
    with duckdb.connect(str(aside), read_only=True) as connection:
        rows = connection.execute(CONTENTS_SQL).fetchall()
    stored = {number: folder.name for folder in kept for number in indicators_in(folder)}
    before = next((folder for folder in kept if folder.name == request.source_id), None)
    fresh = {row[0] for row in rows}
    gone = [number for number in (indicators_in(before) if before else []) if number not in fresh]
    return [_change(row, stored.get(row[0])) for row in rows] + [
        Change(str(number), "", "removed", ["this download does not hold it"]) for number in gone
    ]


def _change(row: tuple[int, str, int, int, str, str], stored_in: str | None) -> Change:
    number, name, values, areas, first, last = row
    details = [f"{values:,} values for {areas:,} areas, {first} to {last}"]
    if stored_in:
        details.append(f"takes the place of what {stored_in} holds of it")
    return Change(str(number), name, "replaced" if stored_in else "added", details)


def _state(request: Fingertips, received: Received, folder: Path, kept: list[Path]) -> str:
    """Return whether this is new, a replacement, or the very same file with the same metadata."""
    before = next((other for other in kept if other.name == request.source_id), None)
    if before is None:
        return "new"
    same = asked_before(request, received, before)
    return "same" if same and _metadata_text(before) == _metadata_text(folder) else "replacement"


def _metadata_text(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in (folder / RECEIVED / "metadata").glob("*")]


def _write_manifest(
    request: Fingertips, received: Received, result: Result, folder: Path, data: Path, at: datetime
) -> None:
    """Write what the download is and which file it was; the hashes of its Parquet files stand there too."""
    day = f"{at.day} {at:%B %Y}"
    with duckdb.connect() as connection:
        load_figures(connection, data)
        about = {
            "title": f"Public health indicators from Fingertips, {request.name} (imported)",
            "publisher": "Office for Health Improvement and Disparities",
            "published": f"{at:%Y-%m-%d}",
            "published_text": f"imported on {day}",
            "status": "import",
            "vintage": f"Imported, {at:%B %Y}",
            "place": known.place(connection).name,
            "rights": "Crown copyright, Open Government Licence v3.0, unless the download says otherwise.",
            "caution": f"Loaded from {received.name} on {day} by {request.by}. Lines are rows of the file. "
            "Comparisons and trends are worked out here by the published rules.",
            "line_count": result.received + 1,
        }
        tables = {"imported_file": [imported_file(request, received, at)]}
        write_folder(connection, folder, tables, about)


def _counted(result: Result) -> str:
    said = ", ".join(f"{name} {result.rows[name]:,}" for name in TABLES)
    return f"Rows read: {result.received:,}. Rows of each table: {said}."
