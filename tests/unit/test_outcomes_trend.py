"""Recent trends on cases worked by hand, and the rule for many series against a slow plain one."""

import random
from collections.abc import Sequence
from math import nan

import numpy as np
import pytest

from dashboard.domain.outcomes_trend import (
    Point,
    directions_in_words,
    has_trend,
    recent_direction,
    recent_directions,
    standard_error,
    trend_words,
)


def points(values: Sequence[float | None], error: float = 1.0) -> list[Point]:
    """Return points whose 95 % intervals tell the standard error `error`."""
    reach = 1.96 * error
    return [
        Point(value, None if value is None else value - reach, None if value is None else value + reach)
        for value in values
    ]


def test_a_steady_rise_is_increasing() -> None:
    """Slope 2, variance of the slope 1/10: chi-squared 40, beyond 9.5495."""
    assert recent_direction(points([10, 12, 14, 16, 18])) == 1
    assert recent_direction(points([18, 16, 14, 12, 10])) == -1


@pytest.mark.parametrize(("slope", "expected"), [(0.977, 0), (0.978, 1), (-0.977, 0), (-0.978, -1)])
def test_the_limit_of_chi_squared_decides(slope: float, expected: int) -> None:
    """With a standard error of 1, chi-squared is ten times the squared slope: 9.545 or 9.565."""
    assert recent_direction(points([slope * year for year in range(5)])) == expected


def test_one_outlier_makes_no_trend() -> None:
    """The slope over all five is 2.8 and far beyond chance; without the last point it is -1."""
    assert recent_direction(points([5, 4, 3, 2, 20], error=0.1)) == 0


def test_a_slope_of_nothing_counts_as_upward() -> None:
    """Without the last point the slope of the first two is none; so is that of the third without its first.

    The third is published: children in low-income families, the fifth less deprived tenth of districts.
    """
    assert recent_direction(points([1, 1, 1, 1, 10], error=0.1)) == 1
    assert recent_direction(points([10, 10, 10, 10, 1], error=0.1)) == 0
    assert recent_direction(points([15.7, 16.6, 16.0, 16.6, 16.4], error=0.05)) == 1


def test_values_that_do_not_move_have_no_trend() -> None:
    assert recent_direction(points([7.3] * 5, error=0.001)) == 0
    assert recent_direction(points([0.0] * 5, error=0.001)) == 0


def test_points_count_by_their_precision() -> None:
    """A vague middle point does not hide the rise of the other four."""
    vague = Point(0.0, -196.0, 196.0)
    rising = points([10, 12, 14, 16, 18])
    assert recent_direction([*rising[:2], vague, *rising[3:]]) == 1


def test_only_the_latest_five_count() -> None:
    assert recent_direction(points([100, 10, 12, 14, 16, 18])) == 1


def test_a_point_without_value_or_interval_is_passed_over() -> None:
    bare = Point(50.0, None, None)
    assert recent_direction([*points([10, 12, None, 14]), bare, *points([16, 18])]) == 1


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_points_tell_nothing(count: int) -> None:
    assert recent_direction(points([float(year) for year in range(count)])) is None


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (Point(10, 8.04, 11.96), 1.0),
        (Point(10, 10 - 3.09025, 10 + 3.09025, 99.8), 1.0),
        (Point(0, 0, 0), nan),
        (Point(10, 8, 12, None), nan),
    ],
)
def test_the_standard_error_follows_from_the_interval_and_its_level(point: Point, expected: float) -> None:
    assert standard_error(point) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("value_type", "length", "expected"),
    [
        ("Proportion", None, True),
        ("Crude rate", "1y", True),
        ("Crude rate", "1q", True),
        ("Directly standardised rate", "", True),
        ("Directly standardised rate", "3y", False),
        ("Indirectly standardised ratio", None, False),
        ("Indirectly standardised proportion", "1y", False),
        (None, None, False),
    ],
)
def test_the_kind_of_value_decides_whether_there_is_a_trend(
    value_type: str | None, length: str | None, expected: bool
) -> None:
    assert has_trend(value_type, length) is expected


@pytest.mark.parametrize(
    ("direction", "polarity", "expected"),
    [
        (1, "High is good", "increasing and getting better"),
        (1, "Low is good", "increasing and getting worse"),
        (-1, "High is good", "decreasing and getting worse"),
        (-1, "RAG - Low is good", "decreasing and getting better"),
        (1, "No judgement", "increasing"),
        (-1, None, "decreasing"),
        (0, "High is good", "no significant change"),
        (None, "High is good", "cannot be calculated"),
    ],
)
def test_a_trend_is_said_in_fingertips_words(
    direction: int | None, polarity: str | None, expected: str
) -> None:
    assert trend_words(direction, polarity) == expected


def test_many_directions_are_said_in_the_same_words() -> None:
    words = directions_in_words(np.array([-1, 0, 1], dtype=np.int8), "Low is good")
    assert list(words) == [trend_words(direction, "Low is good") for direction in (-1, 0, 1)]


def slow_slope(values: Sequence[float], errors: Sequence[float], left_out: int) -> tuple[float, float]:
    """Return the slope and its variance without one point, by the textbook, about the weighted means."""
    kept = [place for place in range(5) if place != left_out]
    weights = {place: errors[place] ** -2 for place in kept}
    total = sum(weights.values())
    mean_year = sum(weights[place] * (place + 1) for place in kept) / total
    mean_value = sum(weights[place] * values[place] for place in kept) / total
    spread = sum(weights[place] * (place + 1 - mean_year) ** 2 for place in kept)
    covariance = sum(
        weights[place] * (place + 1 - mean_year) * (values[place] - mean_value) for place in kept
    )
    return covariance / spread, 1 / spread


def slow_direction(values: Sequence[float], errors: Sequence[float]) -> int:
    """Return the direction of one series, slowly."""
    slope, variance = slow_slope(values, errors, -1)
    signs = {slow_slope(values, errors, left_out)[0] > 0 for left_out in range(-1, 5)}
    if slope**2 / variance <= 9.5495 or len(signs) > 1:
        return 0
    return 1 if slope > 0 else -1


def test_many_series_at_once_give_what_each_gives_slowly() -> None:
    chance = random.Random(20260722)
    drifts = [chance.uniform(-1, 1) for _ in range(2000)]
    values = [[50 + drift * year + chance.gauss(0, 1) for year in range(5)] for drift in drifts]
    errors = [[chance.uniform(0.2, 1.5) for _ in range(5)] for _ in drifts]
    together = recent_directions(np.array(values), np.array(errors))
    alone = [slow_direction(*series) for series in zip(values, errors, strict=True)]
    assert together.tolist() == alone
    assert set(alone) == {-1, 0, 1}
