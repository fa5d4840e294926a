"""Build a release aside, check it, and publish it by moving the pointer."""

import hashlib
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from filelock import FileLock

from dashboard import __version__
from dashboard.errors import BuildError, StoreError
from dashboard.ingest.check import run_checks
from dashboard.ingest.load import data_files, load_file, load_sources
from dashboard.store.pointer import current_release

Progress = Callable[[str, int, int], None]

BUILT_FROM = ("*.csv", "schema/*.sql", "checks/*.sql", "sources/*/*")


def data_hash(data: Path) -> str:
    """Return the SHA-256 over every file of data/ that a release is built from, and the product's version.

    Raises:
        BuildError: `data` is not the data folder of the project, or a file in it cannot be read.
    """
    if not (data / "schema").is_dir() or not (data / "sources").is_dir():
        expected = f"Expected folders schema/ and sources/ in {data}."
        remedy = "Set PLACEBOARD_DATA to the data folder of the project."
        raise BuildError(f"{data} holds no figures.", [f"{expected} {remedy}"])
    digest = hashlib.sha256(__version__.encode())
    try:
        for path in sorted(path for pattern in BUILT_FROM for path in data.glob(pattern)):
            digest.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    except OSError as error:
        problem = f"{error.filename or data}: {error.strerror}. Check that you may read it."
        raise BuildError(f"{data} cannot be read.", [problem]) from error
    return digest.hexdigest()


def up_to_date(data: Path, home: Path) -> bool:
    """Return whether the current release was built from data/ as it is now."""
    try:
        return current_release(home).stem.endswith(data_hash(data)[:12])
    except (StoreError, BuildError):
        return False


def build_release(data: Path, home: Path, progress: Progress = lambda *_: None) -> Path:
    """Build a release from `data`, publish it in `home` and return its file.

    The release served until now stays in place, and stays served, unless every step succeeds.

    Raises:
        BuildError: something in `data` is wrong; every problem found is listed.
    """
    digest = data_hash(data)
    releases = home / "releases"
    try:
        releases.mkdir(parents=True, exist_ok=True)
        with FileLock(home / "build.lock"):
            built_at = datetime.now(UTC)
            release = releases / f"release-{built_at:%Y%m%dT%H%M%S%f}-{digest[:12]}.duckdb"
            building = releases / f".building-{os.getpid()}.duckdb"
            try:
                fill(building, data, progress, release.stem, built_at, digest)
                _sync(building)
                building.rename(release)
            finally:
                for left in releases.glob(f"{building.name}*"):
                    left.unlink()
            publish(release, home)
    except OSError as error:
        raise BuildError(
            f"{home} cannot be written.",
            [
                f"{error.filename or home}: {error.strerror}. "
                "Check permissions and space, or set PLACEBOARD_HOME to another folder."
            ],
        ) from error
    progress("published", 1, 1)
    return release


def publish(release: Path, home: Path) -> None:
    """Make `release` the current one by replacing the pointer in one step."""
    pointer = home / "current"
    new = home / f".current-{os.getpid()}"
    new.write_text(release.name + "\n", encoding="utf-8")
    _sync(new)
    new.replace(pointer)
    _sync(home)


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
    path: Path, data: Path, progress: Progress, release_id: str, built_at: datetime, digest: str
) -> None:
    """Build a database from `data` in the file `path`; where a check fails it holds what every check found.

    Raises:
        BuildError: something in `data` is wrong; every problem found is listed.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET enable_external_access = false")
        make_tables(connection, data, progress)
        load_sources(connection, data)
        files = list(data_files(data))
        problems: list[str] = []
        for number, file in enumerate(files, 1):
            try:
                load_file(connection, file)
            except BuildError as error:
                problems += error.problems
            progress("figures", number, len(files))
        if problems:
            raise BuildError("Some figures cannot be stored.", problems)
        progress("checks", 0, 1)
        problems = run_checks(connection, data / "checks")
        if problems:
            raise BuildError("Some checks fail.", problems)
        progress("checks", 1, 1)
        connection.execute(
            "INSERT INTO release VALUES (?, ?, ?, ?)",
            [release_id, built_at.replace(tzinfo=None), digest, __version__],
        )
        connection.execute("CHECKPOINT")


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


def _sync(path: Path) -> None:
    """Make sure that what was written to a file or folder is on disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
