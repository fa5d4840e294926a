"""Build a release aside, check it, and publish it by moving the pointer."""

import csv
import hashlib
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from dashboard import __version__
from dashboard.errors import BuildError, StoreError
from dashboard.ingest.briefings import BRIEFINGS, briefing_problems, load_briefings
from dashboard.ingest.check import run_checks
from dashboard.ingest.disk import sync, writing
from dashboard.ingest.fingertips.parquet import load_parquet, parquet_folders
from dashboard.ingest.kept import import_folders, settle
from dashboard.ingest.load import data_files, load_file, load_sources, source_folders
from dashboard.store.pointer import current_release

Progress = Callable[[str, int, int], None]

PARQUET = ".parquet"
BUILT_FROM = ("*.csv", "schema/*.sql", "checks/*.sql", "briefings/*.md", "sources/*/*")


def data_hash(data: Path, imports: Sequence[Path] = ()) -> str:
    """Return the SHA-256 over every file that a release is built from, and the product's version.

    Raises:
        BuildError: `data` is not the data folder of the project, or a file cannot be read.
    """
    if not (data / "schema").is_dir() or not (data / "sources").is_dir():
        expected = f"Expected folders schema/ and sources/ in {data}."
        remedy = "Set PLACEBOARD_DATA to the data folder of the project."
        raise BuildError(f"{data} holds no figures.", [f"{expected} {remedy}"])
    digest = hashlib.sha256(__version__.encode())
    try:
        for name, path in _built_from(data, imports):
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    except OSError as error:
        problem = f"{error.filename or data}: {error.strerror}. Check that you may read it."
        raise BuildError(f"{data} cannot be read.", [problem]) from error
    return digest.hexdigest()


def _built_from(data: Path, imports: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return every file a release is built from with a name that does not tell where its folder stands."""
    of_data = [
        (path.relative_to(data).as_posix(), path) for pattern in BUILT_FROM for path in data.glob(pattern)
    ]
    of_imports = [
        (f"imports/{folder.name}/{path.name}", path)
        for folder in imports
        for path in folder.iterdir()
        # The hash of what is large stands in the manifest.
        if path.is_file() and path.suffix != PARQUET
    ]
    return sorted(of_data) + sorted(of_imports)


def up_to_date(data: Path, home: Path) -> bool:
    """Return whether the current release was built from data/ and the imports as they are now."""
    try:
        return current_release(home).stem.endswith(data_hash(data, import_folders(home))[:12])
    except (StoreError, BuildError):
        return False


def build_release(data: Path, home: Path, progress: Progress = lambda *_: None) -> Path:
    """Build a release from `data` and the imports in `home`, publish it there and return its file.

    The release served until now stays in place, and stays served, unless every step succeeds.

    Raises:
        BuildError: something in the figures is wrong; every problem found is listed.
    """
    data_hash(data)
    with writing(home):
        settle(home)
        release = make_release(data, home, import_folders(home), progress)
        publish(release, home)
    progress("published", 1, 1)
    return release


def make_release(
    data: Path, home: Path, imports: Sequence[Path], progress: Progress = lambda *_: None
) -> Path:
    """Build and check a release, to be published; the caller is the one writer of `home`.

    Raises:
        BuildError: something in the figures is wrong; every problem found is listed.
    """
    digest = data_hash(data, imports)
    releases = home / "releases"
    built_at = datetime.now(UTC)
    release = releases / f"release-{built_at:%Y%m%dT%H%M%S%f}-{digest[:12]}.duckdb"
    building = releases / f".building-{os.getpid()}.duckdb"
    try:
        fill(building, data, progress, release.stem, built_at, digest, imports)
        sync(building)
        building.rename(release)
    finally:
        for left in releases.glob(f"{building.name}*"):
            left.unlink()
    return release


def publish(release: Path, home: Path) -> None:
    """Make `release` the current one by replacing the pointer in one step."""
    pointer = home / "current"
    new = home / f".current-{os.getpid()}"
    new.write_text(release.name + "\n", encoding="utf-8")
    sync(new)
    new.replace(pointer)
    sync(home)


def make_tables(
    connection: duckdb.DuckDBPyConnection, data: Path, progress: Progress = lambda *_: None
) -> None:
    """Make every table and view of data/schema/ in the database of `connection`, described, without rows.

    Raises:
        BuildError: a statement of the schema is wrong.
    """
    schemas = sorted((data / "schema").glob("*.sql"))
    for number, schema in enumerate(schemas, 1):
        _execute_schema(connection, schema)
        progress("tables", number, len(schemas))
    _describe_shared_columns(connection)


def fill(
    path: Path,
    data: Path,
    progress: Progress,
    release_id: str,
    built_at: datetime,
    digest: str,
    imports: Sequence[Path] = (),
) -> None:
    """Build a database in the file `path`; where a check fails it holds what every check found.

    Raises:
        BuildError: something in the figures is wrong; every problem found is listed.
    """
    with duckdb.connect(str(path)) as connection:
        load_figures(connection, data, imports, progress)
        load_indicators(connection, imports)
        progress("checks", 0, 1)
        problems = run_checks(connection, data / "checks")
        if problems:
            raise BuildError("Some checks fail.", problems)
        connection.execute(
            "INSERT INTO release VALUES (?, ?, ?, ?)",
            [release_id, built_at.replace(tzinfo=None), digest, __version__],
        )
        connection.execute("CHECKPOINT")
    problems = briefing_problems(path, data / BRIEFINGS)
    if problems:
        raise BuildError("Some briefings cannot be read.", problems)
    progress("checks", 1, 1)


def load_figures(
    connection: duckdb.DuckDBPyConnection,
    data: Path,
    imports: Sequence[Path] = (),
    progress: Progress = lambda *_: None,
) -> None:
    """Make the tables in the database of `connection` and load every figure, unchecked.

    Raises:
        BuildError: something in the figures is wrong; every problem found is listed.
    """
    downloads = [str(folder) for folder in parquet_folders(imports)]
    connection.execute("SET allowed_directories = $downloads", {"downloads": downloads})
    connection.execute("SET enable_external_access = false")
    make_tables(connection, data, progress)
    folders = [*source_folders(data), *imports]
    load_sources(connection, folders)
    load_briefings(connection, data / BRIEFINGS)
    files = list(data_files(data, folders))
    problems: list[str] = []
    for number, file in enumerate(files, 1):
        try:
            load_file(connection, file)
        except BuildError as error:
            problems += error.problems
        progress("figures", number, len(files))
    if problems:
        raise BuildError("Some figures cannot be stored.", problems)


def load_indicators(connection: duckdb.DuckDBPyConnection, imports: Sequence[Path]) -> None:
    """Load the indicators of every download, the latest last, since it replaces what it holds again.

    Raises:
        BuildError: a file cannot be read.
    """
    for folder in sorted(parquet_folders(imports), key=_imported_at):
        try:
            load_parquet(connection, folder)
        except duckdb.Error as error:
            problem = f"{folder}: {str(error).splitlines()[0]} Import the file as received again."
            raise BuildError("Some figures cannot be stored.", [problem]) from error


def _imported_at(folder: Path) -> tuple[str, str]:
    with (folder / "imported_file.csv").open(encoding="utf-8", newline="") as handle:
        return next(csv.DictReader(handle))["imported_at"], folder.name


def _execute_schema(connection: duckdb.DuckDBPyConnection, schema: Path) -> None:
    try:
        connection.execute(schema.read_text(encoding="utf-8"))
    except duckdb.Error as error:
        raise BuildError(f"{schema} is wrong.", [f"{schema}: {str(error).splitlines()[0]}"]) from error


def _describe_shared_columns(connection: duckdb.DuckDBPyConnection) -> None:
    """Copy the description of a shared column to every column of its name that has none."""
    bare = connection.execute(
        """
        SELECT columns.table_name, columns.column_name, description
        FROM duckdb_columns() AS columns JOIN shared_column USING (column_name)
        WHERE NOT columns.internal AND columns.comment IS NULL
        """
    ).fetchall()
    for table, column, description in bare:
        text = description.replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {table}.{column} IS '{text}'")
