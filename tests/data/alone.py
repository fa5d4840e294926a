"""One source alone in memory, to try the checks on."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from dashboard.ingest.build import make_tables
from dashboard.ingest.check import read_checks
from dashboard.ingest.load import data_files, load_file, load_sources, source_folders
from tests.conftest import DATA

CHECKS = {check.name: check.sql for check in read_checks(DATA / "checks")}


@contextmanager
def source_alone(source_id: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a database with the facts of one source and none of the others."""
    with duckdb.connect() as connection:
        make_tables(connection, DATA)
        folders = source_folders(DATA)
        load_sources(connection, folders)
        for file in data_files(DATA, folders):
            if file.source_id == source_id or (file.source_id is None and file.table.startswith("programme_")):
                load_file(connection, file)
        yield connection


@contextmanager
def changed(connection: duckdb.DuckDBPyConnection, statement: str) -> Iterator[None]:
    """Change the facts for as long as the block runs."""
    connection.execute("BEGIN")
    try:
        connection.execute(statement)
        yield
    finally:
        connection.execute("ROLLBACK")


def failures(connection: duckdb.DuckDBPyConnection, check: str) -> set[tuple[object, ...]]:
    """Return the rows that break the promise of `check`."""
    return set(connection.execute(CHECKS[check]).fetchall())
