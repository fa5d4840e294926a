"""Write an import as a source folder, of the same shape as those of data/sources."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from dashboard.ingest.imports.known import Place
from dashboard.ingest.imports.received import Received
from dashboard.ingest.imports.requests import Appraisal, FileRequest, MilestoneStatus, Request, RiskRegister
from dashboard.ingest.manifest import seal

RECEIVED = "received"


def write_folder(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    manifest: Mapping[str, Any],
) -> None:
    """Write the rows of each table and the manifest with their hashes."""
    for table, rows in tables.items():
        if rows:
            _write_table(folder / f"{table}.csv", _columns(connection, table), rows)
    lines = [f"{name} = {_toml(value)}\n" for name, value in manifest.items()]
    (folder / "source.toml").write_text("".join(lines) + "\n[files]\n", encoding="utf-8")
    seal(folder)


def manifest(
    request: FileRequest, place: Place, received: Received, last_row: int, at: datetime
) -> dict[str, Any]:
    """Return what the source table says of an import."""
    title, vintage = _title(request)
    day = f"{at.day} {at:%B %Y}"
    return {
        "title": title,
        "publisher": place.council,
        "published": f"{at:%Y-%m-%d}",
        "published_text": f"imported on {day}",
        "status": "import",
        "vintage": vintage,
        "place": place.name,
        "rights": f"{place.council}, as the owner of the file.",
        "caution": f"Loaded from {received.name} on {day} by {request.by}. Lines are rows of its sheet. "
        "What the checks found in it is listed and not decided.",
        "line_count": last_row,
    }


def imported_file(request: Request, received: Received, at: datetime) -> dict[str, Any]:
    """Return the row that says which file it was and who loaded it when."""
    return {
        "kind": request.kind,
        "contents": request.contents,
        "file_name": received.name,
        "sha256": received.sha256,
        "size_bytes": received.size,
        "imported_by": request.by,
        "imported_at": at,
        "arguments": request.arguments,
    }


def _title(request: FileRequest) -> tuple[str, str]:
    if isinstance(request, RiskRegister):
        year, _, number = request.quarter.partition("-Q")
        return (
            f"Risk register {request.register}, quarter {number} {year} (imported)",
            f"Register, Q{number} {year}",
        )
    if isinstance(request, Appraisal):
        return f"{request.title} (imported)", "Appraisal"
    if isinstance(request, MilestoneStatus):
        return f"Milestones as at {request.as_at} (imported)", f"Status, {request.as_at}"
    return f"Savings options from {request.programme} (imported)", f"Options from {request.programme}"


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    rows = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND column_name <> 'source_id' "
        "ORDER BY column_index",
        [table],
    ).fetchall()
    return [name for (name,) in rows]


def _write_table(path: Path, names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([_text(row.get(name)) for name in names] for row in rows)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case _:
            return str(value)


def _toml(value: object) -> str:
    """Return a number or text as TOML writes it."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
