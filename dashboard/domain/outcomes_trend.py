"""The recent trend of an indicator, by Fingertips' rule.

The latest five points that have a confidence interval; a straight line through them, each weighed by one over
its squared standard error; the slope tested by chi-squared, and its sign with each point left out in turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.outcomes import good_direction

POINTS = 5
# The point of chi-squared with one degree of freedom that 0.2 % lie beyond.
SIGNIFICANT = 9.5495
# Standard errors between the limits of an interval of each level.
WIDTHS = {95.0: 3.92, 99.8: 6.1805}
# Of the largest value: a slope below this is none.
NOTHING = 1e-12
UNCALCULATED = "cannot be calculated"
UNCHANGED = "no significant change"

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series: its value with the limits and level of its confidence interval."""

    value: float | None
    lower: float | None
    upper: float | None
    level: float | None = 95.0


def has_trend(value_type: str | None, period_range: str | None = None) -> bool:
    """Return whether a trend is made for this kind of value: not for indirectly standardised ones.

    Nor where the kind is not known, nor for several years taken together, whose periods overlap.
    """
    one_period = period_range in (None, "", "1y") or not str(period_range).endswith("y")
    return bool(value_type) and not str(value_type).lower().startswith("indirectly") and one_period


def standard_error(point: Point) -> float:
    """Return the standard error that a point's interval tells; not a number where it has no interval."""
    if point.value is None or point.lower is None or point.upper is None or point.level not in WIDTHS:
        return nan
    return (point.upper - point.lower) / WIDTHS[point.level] if point.upper > point.lower else nan


def recent_direction(points: Sequence[Point]) -> int | None:
    """Return 1 for increasing, -1 for decreasing, 0 for no significant change; None where it cannot be told.

    `points` are in order of time.
    """
    usable = [point for point in points if standard_error(point) > 0][-POINTS:]
    if len(usable) < POINTS:
        return None
    values = np.array([[point.value for point in usable]], dtype=np.float64)
    errors = np.array([[standard_error(point) for point in usable]])
    return int(recent_directions(values, errors)[0])


def recent_directions(values: Array, errors: Array) -> NDArray[np.int8]:
    """Return the direction of many series at once, 1, -1 or 0, from five values and standard errors each.

    Both arrays have a row per series and a column per point, in order of time.
    """
    slopes, chi_squared = _slopes(values, 1 / errors**2)
    # A slope of nothing, but for what computing leaves behind, counts as upward, as it does in Fingertips.
    nothing = NOTHING * np.abs(values).max(axis=1, keepdims=True)
    falling = (slopes < -nothing).all(axis=1)
    rising = (slopes >= -nothing).all(axis=1) & (slopes[:, 0] > 0)
    significant = chi_squared > SIGNIFICANT
    directions: NDArray[np.int8] = rising.astype(np.int8) - falling.astype(np.int8)
    return np.where(significant, directions, np.int8(0))


def _slopes(values: Array, weights: Array) -> tuple[Array, Array]:
    """Return six slopes per series, of all points and without each in turn, and chi-squared of the first."""
    kept = np.vstack([np.ones(POINTS), 1 - np.eye(POINTS)])
    years = np.arange(1.0, POINTS + 1)
    # Only differences matter to a slope; from the first value on, equal values give exactly none.
    rises = values - values[:, :1]
    total, by_year = weights @ kept.T, (weights * years) @ kept.T
    by_square = (weights * years**2) @ kept.T
    by_value, by_both = (weights * rises) @ kept.T, (weights * rises * years) @ kept.T
    spread = total * by_square - by_year**2
    slopes = (total * by_both - by_year * by_value) / spread
    return slopes, slopes[:, 0] ** 2 * spread[:, 0] / total[:, 0]


def trend_words(direction: int | None, polarity: str | None) -> str:
    """Return a direction in Fingertips' words, as increasing and getting worse."""
    if not direction:
        return UNCALCULATED if direction is None else UNCHANGED
    word = "increasing" if direction > 0 else "decreasing"
    good = good_direction(polarity)
    return word if good is None else f"{word} and getting {'better' if good == direction else 'worse'}"


def directions_in_words(directions: NDArray[np.int8], polarity: str | None) -> NDArray[Any]:
    """Return many directions in words."""
    words = np.array([trend_words(direction, polarity) for direction in (-1, 0, 1)], dtype=object)
    return words[directions + 1]
