"""Significance and quintiles on cases worked by hand."""

import pytest

from dashboard.domain import outcomes as rules

BY_95 = "Confidence intervals overlapping reference value (95.0)"
BY_998 = "Confidence intervals overlapping reference value (99.8)"
BY_BOTH = "Confidence intervals overlapping reference value (95.0 & 99.8)"
# An area at 10, between 8 and 12.
AREA = (8.0, 12.0, 95.0)


@pytest.mark.parametrize(
    ("benchmark", "polarity", "expected"),
    [
        (13.0, "Low is good", "better"),
        (7.0, "Low is good", "worse"),
        (13.0, "High is good", "worse"),
        (7.0, "High is good", "better"),
        (13.0, "RAG - Low is good", "better"),
        (7.0, "RAG - High is good", "better"),
        (13.0, "No judgement", "lower"),
        (7.0, "No judgement", "higher"),
        (7.0, "BOB - Blue orange blue", "higher"),
        (13.0, None, "lower"),
        (10.5, "Low is good", "similar"),
        (10.5, "No judgement", "similar"),
        (8.0, "Low is good", "similar"),
        (12.0, "Low is good", "similar"),
        (13.0, "Not applicable", "not compared"),
        (None, "Low is good", "not compared"),
    ],
)
def test_the_benchmark_stands_above_in_or_below_the_interval(
    benchmark: float | None, polarity: str | None, expected: str
) -> None:
    assert rules.standing(10.0, AREA, benchmark, polarity, BY_95) == expected


@pytest.mark.parametrize(
    ("method", "level", "expected"),
    [
        (BY_95, 95.0, "better"),
        (BY_95, 99.8, "not compared"),
        (BY_998, 99.8, "better"),
        (BY_998, 95.0, "not compared"),
        (BY_BOTH, 95.0, "better"),
        ("No comparison", 95.0, "not compared"),
        ("Quintiles", 95.0, "not compared"),
        ("Confidence intervals overlapping reference value (90.0)", 95.0, "not compared"),
        (None, 95.0, "better"),
        (None, 99.8, "better"),
    ],
)
def test_the_method_names_the_level_of_the_interval(method: str | None, level: float, expected: str) -> None:
    assert rules.standing(10.0, (8.0, 12.0, level), 13.0, "Low is good", method) == expected


def test_a_missing_value_or_interval_is_not_compared() -> None:
    assert rules.standing(None, AREA, 13.0, "Low is good", BY_95) == "not compared"
    assert rules.standing(10.0, None, 13.0, "Low is good", BY_95) == "not compared"


def test_ten_areas_fall_two_by_two_into_quintiles() -> None:
    values = [float(value) for value in range(1, 11)]
    words = [rules.quintile(value, values) for value in values]
    assert words == [word for word in rules.QUINTILES for _ in range(2)]


def test_a_value_on_a_bound_belongs_to_the_lower_quintile() -> None:
    values = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert rules.percentile(values, 0.2) == 1.0
    assert rules.quintile(1.0, values) == "lowest quintile"
    assert rules.quintile(1.001, values) == "2nd lowest quintile"


def test_four_areas_are_not_ranked_and_a_missing_value_is_in_no_quintile() -> None:
    assert rules.quintile(1.0, [1.0, 2.0, 3.0, 4.0]) == "not compared"
    assert rules.quintile(None, [1.0, 2.0, 3.0, 4.0, 5.0]) == "not compared"


def test_a_percentile_lies_between_two_values() -> None:
    assert rules.percentile([10.0, 20.0, 40.0], 0.6) == 24.0
    assert rules.percentile([10.0, 20.0, 40.0], 1.0) == 40.0
