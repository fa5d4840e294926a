"""The store answers questions and does nothing else."""

import logging
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.errors import QueryError, StoreError
from dashboard.ingest.build import build_release, publish
from dashboard.store import Store
from tests.conftest import MadeUpData

COUNT = "SELECT count(*) FROM fact"

WRITES = [
    "CREATE TABLE mine (a INTEGER)",
    "INSERT INTO glossary VALUES ('a', 'b')",
    "UPDATE budget_line SET amount_gbp_m = 0",
    "DELETE FROM source",
    "DROP VIEW fact",
    "COMMENT ON TABLE source IS 'mine'",
]

ESCAPES = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/hostname')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/etc/*')",
    "COPY fact TO 'copy.csv'",
    "EXPORT DATABASE 'copy'",
    "ATTACH 'other.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET threads = 8",
    "SET memory_limit = '100GB'",
    "RESET threads",
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A row as a query returns it."""

    locator: str
    value: float


@pytest.mark.parametrize("statement", [*WRITES, *ESCAPES])
@pytest.mark.parametrize("way", ["table", "limited"])
def test_the_store_only_reads(small_store: Store, statement: str, way: str) -> None:
    with pytest.raises(QueryError):
        small_store.table(statement) if way == "table" else small_store.limited(statement, 5)
    assert small_store.table(COUNT)[1] == [(3,)]


def test_rows_come_as_what_was_asked_for(small_store: Store) -> None:
    found = small_store.rows("SELECT locator, value FROM fact WHERE source_line = $line", Figure, line=11)
    assert found == [Figure("Table 1", -10.0)]


def test_rows_of_another_shape_are_refused(small_store: Store) -> None:
    with pytest.raises(
        QueryError, match="Figure expects the columns locator, value; the query answers value, locator"
    ):
        small_store.rows("SELECT value, locator FROM fact", Figure)


def test_a_question_from_outside_is_answered(small_store: Store) -> None:
    assert small_store.limited("SELECT 1 AS one", 5) == (["one"], [(1,)])


def test_a_question_that_runs_away_is_stopped(small_store: Store) -> None:
    with pytest.raises(QueryError, match=r"longer than 0\.2 s and was stopped"):
        small_store.limited("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b", 0.2)
    assert small_store.limited(COUNT, 5)[1] == [(3,)]


def test_a_question_that_is_wrong_says_why(small_store: Store) -> None:
    with pytest.raises(QueryError, match="Table with name fakt does not exist"):
        small_store.limited("SELECT * FROM fakt", 5)


def test_a_closed_store_opens_again_at_the_next_question(small_store: Store) -> None:
    small_store.close()
    small_store.close()
    assert small_store.table(COUNT)[1] == [(3,)]


def test_no_release_is_said_with_the_remedy(home: Path) -> None:
    with pytest.raises(StoreError, match=r"No release has been published in .*Run `placeboard build`"):
        Store(home).table(COUNT)


@pytest.mark.parametrize("content", ["", "release-gone.duckdb\n"])
def test_a_pointer_to_nothing_is_said(home: Path, content: str) -> None:
    home.mkdir()
    (home / "current").write_text(content)
    with pytest.raises(StoreError, match=r"names (nothing|release-gone\.duckdb), which is not there"):
        Store(home).table(COUNT)


def test_a_pointer_that_cannot_be_read_is_said(home: Path) -> None:
    (home / "current").mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be read"):
        Store(home).table(COUNT)


@pytest.mark.parametrize("content", [b"", b"not a database", b"\0" * 100_000])
def test_a_corrupt_release_is_said(home: Path, content: bytes) -> None:
    (home / "releases").mkdir(parents=True)
    (home / "releases" / "release-bad.duckdb").write_bytes(content)
    (home / "current").write_text("release-bad.duckdb\n")
    with pytest.raises(StoreError, match=r"release-bad\.duckdb cannot be read: .*Run `placeboard build`"):
        Store(home).table(COUNT)


def test_a_truncated_release_is_said(small_store: Store) -> None:
    release = small_store.home / "releases" / f"{small_store.release_id}.duckdb"
    small_store.close()
    release.write_bytes(release.read_bytes()[:5000])
    with pytest.raises(StoreError, match="cannot be read"):
        Store(small_store.home).table(COUNT)


def test_a_store_that_found_no_release_finds_the_first_one(made_up_data: MadeUpData, home: Path) -> None:
    store = Store(home)
    with pytest.raises(StoreError):
        store.table(COUNT)
    build_release(made_up_data.path, home)
    assert store.table(COUNT)[1] == [(3,)]


@pytest.mark.parametrize("spoil", ["remove", "empty", "missing", "corrupt"])
def test_what_is_served_stays_served_when_the_pointer_goes_bad(
    small_store: Store, spoil: str, caplog: pytest.LogCaptureFixture
) -> None:
    served = small_store.release_id
    pointer = small_store.home / "current"
    match spoil:
        case "remove":
            pointer.unlink()
        case "empty":
            pointer.write_text("")
        case "missing":
            pointer.write_text("release-gone.duckdb\n")
        case "corrupt":
            bad = small_store.home / "releases" / "release-bad.duckdb"
            bad.write_text("not a database")
            publish(bad, small_store.home)
    with caplog.at_level(logging.WARNING):
        assert small_store.table(COUNT)[1] == [(3,)]
        assert small_store.release_id == served
    assert f"{served}.duckdb" in caplog.text
    assert len(caplog.records) == 1


def test_a_mended_pointer_is_followed_again(small_store: Store, made_up_data: MadeUpData) -> None:
    served = small_store.release_id
    (small_store.home / "current").write_text("release-gone.duckdb\n")
    assert small_store.release_id == served
    release = build_release(made_up_data.path, small_store.home)
    assert small_store.release_id == release.stem != served
