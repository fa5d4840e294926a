"""The schema describes itself, keeps its public contract, and leaves no figure out of it."""

import re
from collections.abc import Iterator

import duckdb
import pytest

from dashboard.ingest.build import make_tables
from dashboard.store import Store
from tests.conftest import DATA

CREATED = re.compile(r"^CREATE (?:TABLE|VIEW) (\w+)", re.MULTILINE)
GRAIN = "-- One row"

# What no document prints, and officers say.
FILLED_BY_IMPORTS = ["milestone_status"]
FACT = [
    ("source_id", "VARCHAR"),
    ("source_line", "INTEGER"),
    ("locator", "VARCHAR"),
    ("subject", "VARCHAR"),
    ("measure", "VARCHAR"),
    ("period", "VARCHAR"),
    ("value", "DOUBLE"),
    ("unit", "VARCHAR"),
    ("printed", "VARCHAR"),
    ("status", "ENUM('printed', 'extrapolated', 'unreadable')"),
]
PRESENT = {
    "source": ["source_id", "title", "publisher", "published", "status"],
    "correction": ["source_id", "source_line", "printed", "reading", "reason", "decided_by"],
    "check_result": ["name", "promise", "passed", "failures"],
}
# A correction repeats a printed text; it is not another figure.
NOT_FIGURES = {"correction"}


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every table and view of the schema, without rows."""
    with duckdb.connect() as connection:
        make_tables(connection, DATA)
        yield connection


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    """Return the name and type of every column of a table or view, in order."""
    return connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index",
        [table],
    ).fetchall()


def kept_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return every table that keeps printed figures."""
    found = connection.execute(
        """
        SELECT table_name FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)
        WHERE column_name IN ('printed', 'source_line') GROUP BY table_name HAVING count(*) = 2
        """
    ).fetchall()
    return {table for (table,) in found} - NOT_FIGURES


@pytest.mark.parametrize("kind", ["table", "view"])
def test_every_table_is_described(empty: duckdb.DuckDBPyConnection, kind: str) -> None:
    bare = empty.execute(
        f"SELECT {kind}_name FROM duckdb_{kind}s() WHERE NOT internal AND coalesce(comment, '') = ''"
    ).fetchall()
    assert bare == []


def test_every_column_is_described(empty: duckdb.DuckDBPyConnection) -> None:
    bare = empty.execute(
        """
        SELECT table_name, column_name FROM duckdb_columns()
        WHERE NOT internal AND coalesce(comment, '') = ''
        """
    ).fetchall()
    assert bare == []


@pytest.mark.parametrize("path", sorted((DATA / "schema").glob("*.sql")), ids=lambda path: path.stem)
def test_every_table_states_its_grain(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    silent = [
        found[1]
        for found in CREATED.finditer(text)
        if not text[: found.start()].rstrip("\n").rsplit("\n", 1)[-1].startswith(GRAIN)
    ]
    assert silent == []


def test_no_table_is_made_in_a_way_that_hides_from_these_tests(empty: duckdb.DuckDBPyConnection) -> None:
    written = {
        name for path in (DATA / "schema").glob("*.sql") for name in CREATED.findall(path.read_text("utf-8"))
    }
    made = empty.execute(
        """
        SELECT table_name FROM duckdb_tables() WHERE NOT internal
        UNION SELECT view_name FROM duckdb_views() WHERE NOT internal
        """
    ).fetchall()
    assert {name for (name,) in made} == written


def test_fact_is_the_public_contract(empty: duckdb.DuckDBPyConnection) -> None:
    assert columns(empty, "fact") == FACT


@pytest.mark.parametrize("table", PRESENT)
def test_the_other_tables_of_the_contract_have_their_columns(
    empty: duckdb.DuckDBPyConnection, table: str
) -> None:
    assert set(PRESENT[table]) <= {name for name, _ in columns(empty, table)}


def test_every_table_of_figures_feeds_fact(empty: duckdb.DuckDBPyConnection, store: Store) -> None:
    kept = {table: store.table(f"SELECT count(*) FROM {table}")[1][0][0] for table in kept_tables(empty)}
    _, fed = store.table("SELECT table_name, count(*) FROM figure GROUP BY table_name")
    assert dict(fed) == {table: rows for table, rows in kept.items() if rows}
    assert store.table("SELECT count(*) FROM fact")[1] == [(sum(kept.values()),)]


def test_every_table_of_figures_holds_some(empty: duckdb.DuckDBPyConnection, store: Store) -> None:
    bare = [
        table for table in kept_tables(empty) if store.table(f"SELECT count(*) FROM {table}")[1] == [(0,)]
    ]
    assert bare == FILLED_BY_IMPORTS


def test_data_holds_no_code() -> None:
    assert [path for path in DATA.rglob("*.py*") if "store" not in path.relative_to(DATA).parts] == []
