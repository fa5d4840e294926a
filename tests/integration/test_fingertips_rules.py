"""The rules as the store applies them to many rows, against the same rules in slow and plain Python."""

import random
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.domain.outcomes import quintile, ranked_with, standing
from dashboard.domain.outcomes_trend import Point, has_trend, recent_direction, trend_words
from dashboard.ingest.build import make_tables
from tests.fingertips import BY_95, BY_998, LAND, Row, described, indicator_data, read_rows, row

METHODS = (
    BY_95,
    BY_998,
    "Confidence intervals overlapping reference value (95.0 & 99.8)",
    "No comparison",
    None,
)
POLARITIES = ("Low is good", "High is good", "RAG - High is good", "No judgement", "Not applicable", None)
KINDS = ("Proportion", "Directly standardised rate", "Indirectly standardised ratio")


def test_significance_in_the_store_is_significance_in_python(tmp_path: Path) -> None:
    chance = random.Random(4)
    cases = [
        (
            chance.choice([None, 10.0, 10.0, 10.0]),
            chance.choice([None, (8.0, 12.0, 95.0), (7.0, 13.0, 99.8), (8.0, 12.0, 95.0)]),
            chance.choice([None, 6.0, 7.0, 8.0, 10.0, 12.0, 12.5, 14.0]),
            chance.choice(POLARITIES),
            chance.choice(METHODS),
        )
        for _ in range(2000)
    ]
    with duckdb.connect() as connection:
        make_tables(connection, indicator_data(tmp_path / "data"))
        connection.execute(
            "CREATE TABLE cases (value DOUBLE, low DOUBLE, high DOUBLE, level DOUBLE, benchmark DOUBLE, "
            "polarity VARCHAR, method VARCHAR)"
        )
        connection.executemany(
            "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)",
            [[value, *(limits or (None, None, None)), *rest] for value, limits, *rest in cases],
        )
        stored = connection.execute(
            "SELECT standing_by_interval(value, low, high, level, benchmark, polarity, method) FROM cases"
        ).fetchall()
    plain = [standing(*case) for case in cases]
    assert [word for (word,) in stored] == plain
    assert set(plain) == {"better", "similar", "worse", "lower", "higher", "not compared"}


def invented(chance: random.Random) -> tuple[list[Row], list[Row]]:
    """Return rows of three indicators, twelve areas of three types and eight years, and their metadata."""
    metadata = [
        described(1, Polarity="High is good"),
        described(2, **{"Benchmarking method": "Quintiles", "Value type": "Score"}),
        described(3, **{"Polarity": "No judgement", "Value type": "Indirectly standardised ratio"}),
    ]
    areas = [{"Area Code": f"D{n}", "Area Name": f"D{n}"} for n in range(7)]
    areas += [{"Area Code": f"U{n}", "Area Name": f"U{n}", "Area Type": "Counties & UAs"} for n in range(2)]
    areas += [{"Area Code": "E10000001", "Area Name": "Shire", "Area Type": "Counties & UAs"}]
    areas += [{"Area Code": f"C{n}", "Area Name": f"C{n}", "Area Type": "Counties"} for n in range(2)]
    rows = []
    for number in (1, 2, 3):
        for area in (LAND, *areas):
            drift = chance.uniform(-1, 1)
            for year in range(2010, 2018):
                value = (
                    ""
                    if chance.random() < 0.15
                    else round(50 + drift * (year - 2010) + chance.gauss(0, 1), 1)
                )
                kind = {"Indicator ID": str(number), "Indicator Name": f"I{number}"}
                rows.append(row(year, value, chance.uniform(0.2, 3), **area, **kind))
    return rows, metadata


@pytest.fixture
def stored(tmp_path: Path) -> list[dict[str, Any]]:
    """Every comparison of invented rows, with the value it was made from."""
    rows, metadata = invented(random.Random(11))
    result, staging = read_rows(tmp_path, rows, metadata)
    assert result.problems == []
    with duckdb.connect(str(staging), read_only=True) as connection:
        found = connection.execute(
            """
            SELECT c.*, v.lower_ci, v.upper_ci, v.ci_level, v.area_type, polarity, value_type
            FROM indicator_comparison AS c
            JOIN indicator_value AS v USING (indicator_id, area_code, period, sex, age)
            JOIN indicator USING (indicator_id)
            ORDER BY indicator_id, area_code, time_period_sortable
            """
        )
        names = [column[0] for column in found.description or []]
        return [dict(zip(names, cells, strict=True)) for cells in found.fetchall()]


def _group(one: dict[str, Any]) -> str:
    return ranked_with(one["area_code"], one["area_type"], has_parts=one["area_code"] == "L1")


def test_comparisons_in_the_store_are_those_of_plain_python(stored: list[dict[str, Any]]) -> None:
    seen = set()
    for one in stored:
        same = [
            other
            for other in stored
            if (other["indicator_id"], other["period"]) == (one["indicator_id"], one["period"])
        ]
        (benchmark,) = (other["value"] for other in same if other["area_code"] == "L1")
        peers = [
            other["value"] for other in same if _group(other) == _group(one) and other["value"] is not None
        ]
        interval = (one["lower_ci"], one["upper_ci"], one["ci_level"]) if one["ci_level"] else None
        if one["area_code"] == "L1":
            expected = "not compared"
        elif one["method"] == "Quintiles":
            expected = quintile(one["value"], peers)
            assert one["areas_ranked"] == len(peers)
        else:
            expected = standing(one["value"], interval, benchmark, one["polarity"], one["method"])
        assert one["comparison"] == expected
        assert one["benchmark_value"] == benchmark
        seen.add(expected)
    assert {"better", "worse", "similar", "higher", "lower", "highest quintile", "not compared"} <= seen


def test_trends_in_the_store_are_those_of_plain_python(stored: list[dict[str, Any]]) -> None:
    seen = set()
    for key in {(one["indicator_id"], one["area_code"]) for one in stored}:
        series = [one for one in stored if (one["indicator_id"], one["area_code"]) == key]
        points = [Point(one["value"], one["lower_ci"], one["upper_ci"], one["ci_level"]) for one in series]
        direction = recent_direction(points) if has_trend(series[-1]["value_type"]) else None
        assert series[-1]["trend"] == trend_words(direction, series[-1]["polarity"])
        assert [one["trend"] for one in series[:-1]] == [None] * (len(series) - 1)
        assert [one["latest"] for one in series] == [False] * (len(series) - 1) + [True]
        seen.add(series[-1]["trend"])
    assert {"cannot be calculated", "no significant change"} < seen


def test_any_area_can_be_the_benchmark(tmp_path: Path) -> None:
    rows = [row(**LAND), row(), row(value=20, **{"Area Code": "A2", "Area Name": "Axe"})]
    _, staging = read_rows(tmp_path, rows)
    with duckdb.connect(str(staging), read_only=True) as connection:
        found = connection.execute(
            "SELECT area_code, benchmark_value, comparison FROM compared_with('A2') ORDER BY 1"
        ).fetchall()
    assert found == [("A1", 20.0, "better"), ("A2", 20.0, "not compared"), ("L1", 20.0, "better")]


def test_ranked_are_the_areas_that_belong_to_the_benchmark(tmp_path: Path) -> None:
    metadata = [described(**{"Benchmarking method": "Quintiles"})]
    shire = {"Parent Code": "S1", "Parent Name": "Shire"}
    inside = [row(value=n, **{"Area Code": f"A{n}", **shire}) for n in range(5)]
    outside = [row(value=n, **{"Area Code": f"B{n}"}) for n in range(10, 15)]
    _, staging = read_rows(tmp_path, [row(**LAND), *inside, *outside], metadata)
    with duckdb.connect(str(staging), read_only=True) as connection:
        ranked = "SELECT count(*) FILTER (comparison <> 'not compared'), max(areas_ranked) FROM "
        assert connection.execute(f"{ranked} compared_with('S1')").fetchall() == [(5, 5)]
        assert connection.execute(f"{ranked} indicator_comparison").fetchall() == [(10, 10)]


def test_the_widest_age_is_shown_where_nothing_else_decides(tmp_path: Path) -> None:
    spans = {"All ages": 200, "18+ yrs": 102, "<18 yrs": 18, "65-74 yrs": 10, "10-11 yrs": 2, "6-8 weeks": 0}
    with duckdb.connect() as connection:
        make_tables(connection, indicator_data(tmp_path / "data"))
        for age, span in spans.items():
            assert connection.execute("SELECT age_span(?)", [age]).fetchall() == [(span,)]
        assert connection.execute("SELECT age_span('Not given yrs')").fetchall() == [(0,)]
