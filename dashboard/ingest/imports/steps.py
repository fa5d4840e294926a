"""Preview an import, and apply it: everything is read, matched, built and checked before anything is kept."""

import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from dashboard.errors import BuildError
from dashboard.ingest.build import Progress, load_figures, make_release, publish, up_to_date
from dashboard.ingest.check import run_checks
from dashboard.ingest.disk import writing
from dashboard.ingest.imports import draft, fingertips, known
from dashboard.ingest.imports.answer import answer
from dashboard.ingest.imports.changes import compare
from dashboard.ingest.imports.folder import RECEIVED, imported_file, manifest, write_folder
from dashboard.ingest.imports.preview import Applied, Finding, Preview
from dashboard.ingest.imports.received import Received, receive
from dashboard.ingest.imports.report import Report
from dashboard.ingest.imports.requests import Boundaries, FileRequest, Fingertips, Request
from dashboard.ingest.kept import STAGING, accept, import_folders, settle
from dashboard.ingest.load import data_files, load_file, load_sources


def preview(request: Request, data: Path, home: Path, progress: Progress = lambda *_: None) -> Preview:
    """Return what applying the import would do; nothing is stored.

    Raises:
        BuildError: the figures that are stored now cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="placeboard-") as folder:
        return _prepare(request, data, import_folders(home), Path(folder), progress)


def apply(request: Request, data: Path, home: Path, progress: Progress = lambda *_: None) -> Applied:
    """Store the import and publish a release with it, or change nothing.

    Raises:
        BuildError: the figures cannot be built, or the home folder cannot be written.
    """
    with writing(home):
        settle(home)
        kept = import_folders(home)
        staging = home / "imports" / STAGING
        try:
            found = _prepare(request, data, kept, staging, progress)
            if found.state == "same" and not found.problems:
                return Applied(found, _published_again(data, home, kept, progress))
            if not found.applicable:
                return Applied(found, None)
            others = [folder for folder in kept if folder.name != found.source_id]
            folder = staging / found.source_id
            release = make_release(data, home, [*others, folder], progress)
            try:
                accept(folder, home)
            except OSError:
                release.unlink()
                raise
            settle(home)
            publish(release, home)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            _tidy(home)
    progress("published", 1, 1)
    return Applied(found, release)


def kept_imports(home: Path) -> list[dict[str, str]]:
    """Return what is known of each import: its contents, which file it was, who loaded it and when."""
    return [
        {"source_id": folder.name, **file}
        for folder in import_folders(home)
        for file in known.read_table(folder, "imported_file")
    ]


def _published_again(data: Path, home: Path, kept: list[Path], progress: Progress) -> Path | None:
    """Publish what is kept already where that was interrupted."""
    if up_to_date(data, home):
        return None
    release = make_release(data, home, kept, progress)
    publish(release, home)
    return release


def _tidy(home: Path) -> None:
    """Leave no empty folder where nothing was kept."""
    for folder in (home / "imports" / ".accepted", home / "imports"):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _prepare(request: Request, data: Path, kept: list[Path], staging: Path, progress: Progress) -> Preview:
    """Read the file by the way of its kind: only registers and options are sheets."""
    if isinstance(request, Fingertips):
        return fingertips.prepare(request, data, kept, staging, progress)
    if isinstance(request, Boundaries):
        # Asked for only now: its libraries are large, and the server, which builds releases, needs none.
        from dashboard.ingest.imports import boundaries

        return boundaries.prepare(request, data, kept, staging)
    return _prepare_sheet(request, data, kept, staging)


def _prepare_sheet(request: FileRequest, data: Path, kept: list[Path], staging: Path) -> Preview:
    """Read the file into a source folder below `staging`, load it beside everything stored, and check it."""
    report = Report(request.file.name or str(request.file))
    at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    if not draft.names_are_allowed(request, report):
        return answer(request, report, None)
    before = next((folder for folder in kept if folder.name == request.source_id), staging / "none")
    others = [folder for folder in kept if folder != before]
    folder = staging / request.source_id
    received = receive(request.file, folder / RECEIVED, report)
    if received is None:
        return answer(request, report, None)
    with duckdb.connect() as connection:
        load_figures(connection, data, others)
        found = draft.read(connection, request, received, before, report, at)
        if report.problems or found is None:
            return answer(request, report, received)
        tables = {**found.tables, "imported_file": [imported_file(request, received, at)]}
        about = manifest(request, known.place(connection), received, found.last_row, at)
        write_folder(connection, folder, tables, about)
        refusals = _check(connection, folder, data)
        findings = _findings(connection, request.source_id)
    state = _state(request, received, before)
    return Preview(
        request.source_id,
        request.contents,
        received.name,
        received.sha256,
        state,
        report.problems,
        refusals,
        [*report.remarks, *_seen_before(received, others)],
        compare(folder, before),
        found.matches,
        found.closed,
        findings,
    )


def _check(connection: duckdb.DuckDBPyConnection, folder: Path, data: Path) -> list[str]:
    """Load the import beside everything else and return what the checks refuse."""
    try:
        load_sources(connection, [folder])
        for file in data_files(data, [folder]):
            if file.source_id:
                load_file(connection, file)
        return run_checks(connection, data / "checks")
    except BuildError as error:
        return error.problems


def _findings(connection: duckdb.DuckDBPyConnection, source_id: str) -> list[Finding]:
    rows = connection.execute(
        "SELECT check_name, kind, source_line, printed, subject, reason FROM correction "
        "WHERE source_id = ? ORDER BY source_line, check_name, subject",
        [source_id],
    ).fetchall()
    return [Finding(*row) for row in rows]


def _state(request: FileRequest, received: Received, before: Path) -> str:
    files = known.read_table(before, "imported_file")
    if not files:
        return "new"
    return "same" if _is_same(files[0], received) and not getattr(request, "matches", None) else "replacement"


def _is_same(file: Mapping[str, str], received: Received) -> bool:
    return file["sha256"] == received.sha256


def _seen_before(received: Received, others: list[Path]) -> list[str]:
    """Return a remark for each other import that was made from this very file."""
    files = [file for folder in others for file in known.read_table(folder, "imported_file")]
    return [
        f"The same file was imported as {file['contents']} by {file['imported_by']} at {file['imported_at']}."
        for file in files
        if _is_same(file, received)
    ]
