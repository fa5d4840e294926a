"""Confidence intervals of counts, proportions and rates by the methods OHID publishes.

Wilson's score method for proportions; Byar's method for counts and rates, and the exact Poisson limits for
counts below ten. Sources: OHID, Public health technical guidance, Proportions and Rates
(https://fingertips.phe.org.uk/static-reports/public-health-technical-guidance/); APHO Technical Briefing 3,
Commonly used public health statistics and their confidence intervals, March 2008.
"""

from collections.abc import Callable
from math import exp, sqrt
from statistics import NormalDist

SMALL_COUNT = 10
STEPS = 200


def deviate(level: float) -> float:
    """Return how many standard deviations on either side hold `level` per cent of a normal distribution."""
    return NormalDist().inv_cdf(0.5 + level / 200)


def wilson(count: float, denominator: float, level: float = 95.0) -> tuple[float, float]:
    """Return the limits of the proportion `count` out of `denominator`."""
    z = deviate(level)
    middle = 2 * count + z**2
    reach = z * sqrt(z**2 + 4 * count * (1 - count / denominator))
    whole = 2 * (denominator + z**2)
    return (middle - reach) / whole, (middle + reach) / whole


def count_limits(count: float, level: float = 95.0) -> tuple[float, float]:
    """Return the limits of a count of events: Byar's, or the exact ones below ten."""
    return exact_poisson(count, level) if count < SMALL_COUNT else byar(count, level)


def byar(count: float, level: float = 95.0) -> tuple[float, float]:
    """Return the limits of a count of events by Byar's approximation."""
    z = deviate(level)
    more = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    return lower, more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3


def exact_poisson(count: float, level: float = 95.0) -> tuple[float, float]:
    """Return the exact limits of a small whole count of events."""
    events, tail = round(count), (1 - level / 100) / 2
    lower = _mean_where(lambda mean: 1 - _at_most(events - 1, mean) < tail) if events else 0.0
    return lower, _mean_where(lambda mean: _at_most(events, mean) > tail)


def _at_most(events: int, mean: float) -> float:
    """Return the chance of at most `events` where `mean` are expected."""
    chance = term = exp(-mean)
    for number in range(1, events + 1):
        term *= mean / number
        chance += term
    return chance


def _mean_where(below: Callable[[float], bool]) -> float:
    """Return the mean at which `below` turns from true to false, by halving."""
    low, high = 0.0, 100.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return low
