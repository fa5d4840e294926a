"""Load the files of data/ into a new database, row by row where a row is wrong."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.errors import BuildError
from dashboard.ingest.manifest import manifest_problems, read_manifest

PROBLEMS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class DataFile:
    """One CSV file, the table it fills, and the source it belongs to; none where it describes the place."""

    path: Path
    table: str
    source_id: str | None


def source_folders(data: Path) -> list[Path]:
    """Return the folder of every source, in name order."""
    return sorted(path for path in (data / "sources").iterdir() if path.is_dir())


def data_files(data: Path, folders: Sequence[Path]) -> Iterator[DataFile]:
    """Yield every file of facts: those of the place first, then those of each source in `folders`."""
    for path in sorted(data.glob("*.csv"), key=lambda path: (path.stem == "correction", path.name)):
        yield DataFile(path, path.stem, None)
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            yield DataFile(path, path.stem, folder.name)


def load_sources(connection: duckdb.DuckDBPyConnection, folders: Sequence[Path]) -> None:
    """Fill the source table from the manifests, after every file agreed with its manifest.

    Raises:
        BuildError: a file was edited without its manifest, or a manifest is wrong.
    """
    problems: list[str] = []
    rows = []
    for folder in folders:
        manifest = read_manifest(folder)
        problems += manifest_problems(folder, manifest)
        rows.append({"source_id": folder.name, **manifest.model_dump(exclude={"files"})})
    if problems:
        raise BuildError("A file of facts differs from its manifest.", problems)
    for row in rows:
        names = ", ".join(row)
        marks = ", ".join(f"${name}" for name in row)
        connection.execute(f"INSERT INTO source ({names}) VALUES ({marks})", row)  # noqa: S608 - our own names


def load_file(connection: duckdb.DuckDBPyConnection, file: DataFile) -> int:
    """Insert the rows of `file` into its table and return how many there were.

    Raises:
        BuildError: the header, a value or a constraint is wrong; each wrong row is a problem of its own.
    """
    types = _column_types(connection, file)
    header, rows = _read(file)
    expected = [name for name in types if name != "source_id" or file.source_id is None]
    if sorted(header) != sorted(expected):
        raise BuildError(
            f"{file.path} has the wrong columns.",
            [f"{file.path}: expected the columns {', '.join(expected)}; found {', '.join(header)}."],
        )
    problems = [
        _cell_problem(connection, file, number, name, text, types[name])
        for number, name, text in _bad_cells(connection, header, rows, types)
    ]
    if problems:
        raise BuildError(f"{file.path} holds values of the wrong kind.", problems[:PROBLEMS_SHOWN])
    names = [*header, *(["source_id"] if file.source_id is not None else [])]
    values = [
        [*(cell or None for cell in row), *([file.source_id] if file.source_id is not None else [])]
        for row in rows
    ]
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {file.table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - checked names
    try:
        connection.execute("BEGIN")
        connection.executemany(statement, values)
        connection.execute("COMMIT")
    except duckdb.Error:
        connection.execute("ROLLBACK")
        raise BuildError(
            f"{file.path} breaks a rule of its table.", _broken_rows(connection, file, statement, values)
        ) from None
    return len(rows)


def _column_types(connection: duckdb.DuckDBPyConnection, file: DataFile) -> dict[str, str]:
    found = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index",
        [file.table],
    ).fetchall()
    if not found:
        raise BuildError(
            f"{file.path} belongs to no table.",
            [
                f"{file.path}: the schema has no table {file.table}. "
                "Rename the file or add the table to data/schema/."
            ],
        )
    return dict(found)


def _read(file: DataFile) -> tuple[list[str], list[list[str]]]:
    try:
        with file.path.open(encoding="utf-8-sig", newline="") as handle:
            header, *rows = list(csv.reader(handle)) or [[]]
    except (UnicodeDecodeError, OSError, csv.Error) as error:
        raise BuildError(
            f"{file.path} cannot be read.", [f"{file.path}: {error}. Save it as UTF-8 CSV."]
        ) from None
    ragged = [
        f"{file.path}, row {number}: {len(row)} cells where the header has {len(header)}."
        for number, row in enumerate(rows, 2)
        if len(row) != len(header)
    ]
    if ragged:
        raise BuildError(f"{file.path} has rows of the wrong length.", ragged[:PROBLEMS_SHOWN])
    return header, rows


def _bad_cells(
    connection: duckdb.DuckDBPyConnection, header: list[str], rows: list[list[str]], types: dict[str, str]
) -> Iterator[tuple[int, str, str]]:
    for position, name in enumerate(header):
        if types[name] == "VARCHAR":
            continue
        texts = [row[position] or None for row in rows]
        fits = connection.execute(
            "SELECT list_transform($texts, "
            f"lambda text: text IS NULL OR TRY_CAST(text AS {types[name]}) IS NOT NULL)",
            {"texts": texts},
        ).fetchall()[0][0]
        for number, (text, good) in enumerate(zip(texts, fits, strict=True), 2):
            if not good:
                yield number, name, str(text)


def _cell_problem(
    connection: duckdb.DuckDBPyConnection, file: DataFile, number: int, name: str, text: str, kind: str
) -> str:
    allowed = (
        connection.execute("SELECT labels FROM duckdb_types() WHERE type_name = ?", [kind]).fetchone()
        if kind.isidentifier()
        else None
    )
    expected = f"one of {', '.join(allowed[0])}" if allowed and allowed[0] else kind
    return f"{file.path}, row {number}, {name}: expected {expected}; found {text!r}."


def _broken_rows(
    connection: duckdb.DuckDBPyConnection, file: DataFile, statement: str, values: list[list[str | None]]
) -> list[str]:
    """Insert the rows one at a time to find those that break a rule."""
    problems = []
    for number, row in enumerate(values, 2):
        try:
            connection.execute(statement, row)
        except duckdb.Error as error:
            problems.append(f"{file.path}, row {number}: {str(error).splitlines()[0]}")
        if len(problems) == PROBLEMS_SHOWN:
            break
    return problems
