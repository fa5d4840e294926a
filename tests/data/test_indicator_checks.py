"""The checks on indicators find the rows that break what a key or a constraint would promise."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.ingest.build import make_tables
from dashboard.ingest.check import read_checks
from tests.conftest import DATA
from tests.fingertips import indicator_data

CHECKS = {check.name: check for check in read_checks(DATA / "checks")}
COLUMNS = (
    "INSERT INTO indicator_value (indicator_id, area_code, area_name, area_type, period, time_period_sortable, "
    "sex, age, category_type, category, value, lower_ci, upper_ci, ci_level, source_id, source_line) VALUES "
)
SOUND = "(1, 'A1', 'Avon', 'Districts', '2020', 20200000, 'Persons', 'All ages', NULL, NULL, 10, 9, 11, 95, 'a', 7)"


@pytest.fixture
def sound(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """One indicator with one sound value."""
    with duckdb.connect() as connection:
        make_tables(connection, indicator_data(tmp_path / "data"))
        connection.execute("INSERT INTO indicator (indicator_id, name, source_id) VALUES (1, 'Things', 'a')")
        connection.execute(COLUMNS + SOUND)
        yield connection


def failures(connection: duckdb.DuckDBPyConnection, check: str) -> list[tuple[Any, ...]]:
    """Return what a check says of each row that breaks its promise."""
    found = CHECKS[check].sql.strip()
    return connection.execute(
        f"SELECT source_id, source_line, printed, subject, detail FROM ({found})"
    ).fetchall()


INDICATOR_CHECKS = [name for name in CHECKS if name.startswith("indicator_")]


@pytest.mark.parametrize("check", INDICATOR_CHECKS)
def test_a_sound_value_breaks_no_promise(sound: duckdb.DuckDBPyConnection, check: str) -> None:
    assert failures(sound, check) == []


def test_a_value_given_twice_is_found_even_in_two_sources(sound: duckdb.DuckDBPyConnection) -> None:
    sound.execute(COLUMNS + SOUND.replace("'a', 7", "'b', 9"))
    assert failures(sound, "indicator_value_is_given_once") == [
        ("a", 7, "10.0", "1 A1 2020 Persons All ages", "It is given 2 times.")
    ]


def test_a_value_for_a_category_is_not_a_repetition(sound: duckdb.DuckDBPyConnection) -> None:
    sound.execute(COLUMNS + SOUND.replace("NULL, NULL", "'Wealth', 'Poorest'"))
    assert failures(sound, "indicator_value_is_given_once") == []


def test_a_value_of_no_indicator_is_found(sound: duckdb.DuckDBPyConnection) -> None:
    sound.execute(COLUMNS + SOUND.replace("(1,", "(2,"))
    assert failures(sound, "indicator_value_has_its_indicator") == [
        ("a", 7, "", "2", "There is no such indicator.")
    ]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ("11, 9, 95", "The limits are 11.0 and 9.0."),
        ("9, NULL, 95", "The limits are 9.0 and none."),
        ("9, 11, NULL", "The limits are 9.0 and 11.0."),
        ("NULL, NULL, 95", "The limits are none and none."),
    ],
)
def test_limits_that_are_no_interval_are_found(
    sound: duckdb.DuckDBPyConnection, limits: str, said: str
) -> None:
    sound.execute("DELETE FROM indicator_value")
    sound.execute(COLUMNS + SOUND.replace("9, 11, 95", limits))
    assert failures(sound, "indicator_limits_are_in_order") == [
        ("a", 7, "10.0", "1 A1 2020 Persons All ages", said)
    ]
