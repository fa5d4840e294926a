"""Real figures: every comparison and trend by the rules, and each difference from a published one explained.

What is found here is told in docs/outcomes-rules.md.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.domain.outcomes import quintile, ranked_with, standing
from dashboard.domain.outcomes_footprint import Combined, Member, NotCombined, combine
from dashboard.domain.outcomes_interval import count_limits, wilson
from dashboard.domain.outcomes_trend import Point, has_trend, recent_direction, standard_error, trend_words
from tests.fingertips import SAMPLE, SAMPLE_METADATA, read_file

pytestmark = pytest.mark.skipif(
    not SAMPLE.exists(), reason=f"the sample of real figures is not at {SAMPLE}, so no rule is tried on it"
)

COUNTRY = "E92000001"
COUNTY = "E10000017"
Row = dict[str, str]


@pytest.fixture(scope="module")
def staging(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, read."""
    result, path = read_file(tmp_path_factory.mktemp("sample"), SAMPLE, SAMPLE_METADATA)
    assert (result.problems, result.notices) == ([], [])
    assert result.rows == {
        "indicator": 13,
        "indicator_area": 16,
        "indicator_value": 5642,
        "indicator_comparison": 2155,
    }
    return path


@pytest.fixture(scope="module")
def printed() -> list[Row]:
    """The rows of the sample as they are, without the reader."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def described() -> dict[str, Row]:
    """The metadata of the sample as they are, by the number of the indicator."""
    with SAMPLE_METADATA.open(encoding="utf-8-sig", newline="") as handle:
        return {row["Indicator ID"]: row for row in csv.DictReader(handle)}


def asked(staging: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows that a question to the staging file answers."""
    with duckdb.connect(str(staging), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def number(text: str) -> float | None:
    return float(text) if text else None


def point(row: Row) -> Point:
    """Return the value of a printed row with its 95 % interval."""
    lower, upper = (number(row[f"{side} CI 95.0 limit"]) for side in ("Lower", "Upper"))
    return Point(number(row["Value"]), lower, upper, 95.0)


def key(row: Row, *more: str) -> tuple[str, ...]:
    return tuple(row[name] for name in ("Indicator ID", "Sex", "Age", *more))


def group(row: Row) -> str:
    """Return what the area of a row is ranked with; in the sample all areas belong to the country."""
    return ranked_with(row["Area Code"], row["Area Type"], has_parts=row["Area Code"] == COUNTRY)


def test_every_row_is_kept_as_printed(staging: Path, printed: list[Row]) -> None:
    stored = asked(
        staging,
        "SELECT source_line, value, lower_ci, upper_ci, count, denominator, category FROM indicator_value "
        "ORDER BY source_line",
    )
    assert stored == [
        (
            line,
            *(
                number(row[name])
                for name in ("Value", "Lower CI 95.0 limit", "Upper CI 95.0 limit", "Count", "Denominator")
            ),
            row["Category"] or None,
        )
        for line, row in enumerate(printed, 2)
    ]


def test_every_comparison_follows_the_rules(
    staging: Path, printed: list[Row], described: dict[str, Row]
) -> None:
    plain = [row for row in printed if not row["Category Type"]]
    benchmark = {
        key(row, "Time period"): number(row["Value"]) for row in plain if row["Area Code"] == COUNTRY
    }
    peers: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for row in plain:
        if row["Value"] and row["Area Code"] != COUNTRY:
            peers[(*key(row, "Time period"), group(row))].append(float(row["Value"]))
    expected = {}
    for row in plain:
        what, where = described[row["Indicator ID"]], point(row)
        method, limits = what["Benchmarking method"], None
        if where.lower is not None and where.upper is not None:
            limits = (where.lower, where.upper, 95.0)
        if row["Area Code"] == COUNTRY:
            word = "not compared"
        elif method == "Quintiles":
            word = quintile(where.value, peers[(*key(row, "Time period"), group(row))])
        else:
            word = standing(where.value, limits, benchmark[key(row, "Time period")], what["Polarity"], method)
        expected[key(row, "Area Code", "Time period")] = word
    stored = asked(
        staging,
        "SELECT indicator_id::VARCHAR, sex, age, area_code, period, comparison FROM indicator_comparison",
    )
    assert {tuple(row[:-1]): row[-1] for row in stored} == expected
    assert Counter(expected.values())["better"] > 300


def test_districts_and_unitaries_are_ranked_together_without_their_county(staging: Path) -> None:
    found = asked(
        staging,
        "SELECT area_code, comparison, areas_ranked FROM indicator_comparison WHERE indicator_id = 93553",
    )
    assert sum(word != "not compared" for _, word, _ in found) == 14
    words = {code: (word, ranked) for code, word, ranked in found}
    assert words["E06000009"] == ("highest quintile", 14)
    assert words[COUNTY][0] == words[COUNTRY][0] == "not compared"


def series_of(printed: list[Row]) -> list[list[Row]]:
    """Return every series, rows about inequality included, each in order of time."""
    found = defaultdict(list)
    for row in sorted(printed, key=lambda row: row["Time period Sortable"]):
        found[key(row, "Area Code", "Category Type", "Category")].append(row)
    return list(found.values())


def why_different(rows: list[Row]) -> str:
    """Return why Fingertips can have come to another trend than we from these rows."""
    if len(rows) < 5:
        return "earlier periods are not in the file"
    if not any(standard_error(point(row)) > 0 for row in rows):
        return "no intervals in the file"
    if not any(row["Count"] for row in rows):
        return "no counts are published"
    if not rows[-1]["Count"]:
        return "the latest count is not published"
    return "unexplained"


def test_every_difference_from_a_published_trend_is_accounted_for(
    printed: list[Row], described: dict[str, Row]
) -> None:
    agreeing: Counter[str] = Counter()
    differing: Counter[tuple[str, str, str]] = Counter()
    for rows in series_of(printed):
        published = rows[-1]["Recent Trend"]
        if not published:
            continue
        what = described[rows[-1]["Indicator ID"]]
        direction = recent_direction([point(row) for row in rows]) if has_trend(what["Value type"]) else None
        word = trend_words(direction, what["Polarity"])
        if word == published.lower():
            agreeing[word] += 1
        else:
            differing[why_different(rows), rows[-1]["Indicator ID"], published] += 1
    assert agreeing == {
        "cannot be calculated": 732,
        "no significant change": 305,
        "decreasing and getting better": 86,
        "increasing and getting worse": 39,
        "decreasing": 13,
    }
    assert differing == {
        ("earlier periods are not in the file", "20401", "No significant change"): 13,
        ("earlier periods are not in the file", "20401", "Decreasing and getting better"): 3,
        ("no intervals in the file", "352", "No significant change"): 1,
        ("no counts are published", "93015", "Cannot be calculated"): 52,
        ("no counts are published", "93088", "Cannot be calculated"): 62,
        ("the latest count is not published", "93015", "Increasing and getting worse"): 1,
    }


def test_the_stored_trend_is_that_of_the_series(
    staging: Path, printed: list[Row], described: dict[str, Row]
) -> None:
    stored = {
        tuple(row[:-1]): row[-1]
        for row in asked(
            staging,
            "SELECT indicator_id::VARCHAR, sex, age, area_code, trend FROM indicator_comparison WHERE latest",
        )
    }
    for rows in series_of([row for row in printed if not row["Category Type"]]):
        what = described[rows[-1]["Indicator ID"]]
        direction = recent_direction([point(row) for row in rows]) if has_trend(what["Value type"]) else None
        assert stored.pop(key(rows[-1], "Area Code")) == trend_words(direction, what["Polarity"])
    assert stored == {}


@pytest.mark.parametrize(("indicator_id", "rows"), [(93474, 1080), (20401, 124)])
def test_our_intervals_are_the_published_ones(staging: Path, indicator_id: int, rows: int) -> None:
    """Deaths in hospital are a proportion in per cent, conceptions a crude rate per 1,000."""
    found = asked(
        staging,
        "SELECT count, denominator, lower_ci, upper_ci FROM indicator_value "
        f"WHERE indicator_id = {indicator_id} AND count IS NOT NULL",
    )
    assert len(found) == rows
    for count, denominator, lower, upper in found:
        if indicator_id == 93474:
            ours = tuple(100 * limit for limit in wilson(count, denominator))
        else:
            ours = tuple(1000 * limit / denominator for limit in count_limits(count))
        assert ours == pytest.approx((lower, upper), rel=1e-5, abs=1e-5)


def members(staging: Path, indicator_id: int, period: str, age: str) -> list[Member]:
    """Return the figures of the county's districts."""
    return [
        Member(*row)
        for row in asked(
            staging,
            "SELECT area_code, area_name, period, sex, age, value, count, denominator FROM indicator_value "
            f"WHERE indicator_id = {indicator_id} AND period = '{period}' AND age = '{age}' "
            "AND category_type IS NULL AND area_code LIKE 'E07%' AND sex <> 'Male'",
        )
    ]


@pytest.mark.parametrize(
    ("indicator_id", "period", "age", "value_type", "unit"),
    [
        (93474, "2023", "All ages", "Proportion", "%"),
        (20401, "2021", "<18 yrs", "Crude rate", "per 1,000"),
        (93085, "2023/24", "All ages", "Proportion", "%"),
    ],
)
def test_all_districts_together_are_the_county_as_published(
    staging: Path, indicator_id: int, period: str, age: str, value_type: str, unit: str
) -> None:
    found = combine(value_type, unit, members(staging, indicator_id, period, age))
    assert isinstance(found, Combined)
    ((*published,),) = asked(
        staging,
        f"SELECT value, lower_ci, upper_ci FROM indicator_value WHERE indicator_id = {indicator_id} "
        f"AND period = '{period}' AND age = '{age}' AND area_code = '{COUNTY}' AND category_type IS NULL",
    )
    assert (found.value, found.lower, found.upper) == pytest.approx(tuple(published), rel=0.01)


@pytest.mark.parametrize(
    ("indicator_id", "period", "age", "value_type", "words"),
    [
        (93015, "2022/23", "19+ yrs", "Proportion", "No value with count and denominator"),
        (93763, "2023", "All ages", "Directly standardised rate", "cannot be made again"),
    ],
)
def test_what_the_districts_do_not_publish_is_not_made_up(
    staging: Path, indicator_id: int, period: str, age: str, value_type: str, words: str
) -> None:
    found = combine(value_type, "%", members(staging, indicator_id, period, age))
    assert isinstance(found, NotCombined)
    assert words in found.reason
