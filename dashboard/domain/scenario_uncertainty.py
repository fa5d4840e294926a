"""What comes out when levers are not known but lie in ranges: many draws, the spread, what matters most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.domain.scenario import Baseline, LeverError, Numbers, outcome
from dashboard.domain.scenario_analysis import ROUNDING_GBP_M

DRAWS, SEED = 10_000, 1
PERCENTILES = (5, 25, 50, 75, 95)
PERT_WEIGHT = 4
ALMOST_ONE = 0.999


@dataclass(frozen=True, slots=True)
class Range:
    """A lever that lies between `low` and `high`, most likely at `mode`; `whole` for years."""

    low: float
    mode: float
    high: float
    shape: Literal["triangular", "pert"]
    whole: bool

    def checked(self, name: str) -> "Range":
        """Return the range, or refuse it.

        Raises:
            LeverError: its three numbers are not in order.
        """
        if not self.low <= self.mode <= self.high:
            raise LeverError(
                f"the range of {name} must run from low over most likely to high; "
                f"found {self.low:g}, {self.mode:g}, {self.high:g}"
            )
        return self


@dataclass(frozen=True)
class Spread:
    """The spread of results: `fan` has a row per percentile and a column per year, £m of reserves.

    `lasting` is the probability that reserves have not run out by the end of each year. `swings` is, by
    lever, the reserves of the last year at either end of its range while all else stands, the widest first.
    """

    fan: Numbers
    lasting: Numbers
    swings: dict[str, tuple[float, float]]


def spread(
    base: Baseline,
    at: Mapping[str, Numbers],
    ranges: Mapping[str, Range],
    *,
    correlation: float = 0.0,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Spread:
    """Return how results spread when the levers in `ranges` are drawn, the others left where they stand.

    `correlation` is the rank correlation between what every two of the ranges do to the last year's reserves,
    so that bad comes with bad; a seed gives the same answer again.
    """
    swings = _swings(base, at, ranges)
    drawn = draw(ranges, directions(swings), correlation, draws, seed)
    rows = {name: drawn.get(name, np.repeat(value, draws)) for name, value in at.items()}
    found = outcome(base, rows)
    return Spread(
        np.percentile(found.reserves, PERCENTILES, axis=0),
        (np.minimum.accumulate(found.reserves, axis=1) >= -ROUNDING_GBP_M).mean(axis=0),
        swings,
    )


def directions(swings: Mapping[str, tuple[float, float]]) -> dict[str, int]:
    """Return by lever -1 where its high end leaves lower reserves than its low end, else 1."""
    return {name: -1 if high < low else 1 for name, (low, high) in swings.items()}


def _swings(
    base: Baseline, at: Mapping[str, Numbers], ranges: Mapping[str, Range]
) -> dict[str, tuple[float, float]]:
    """Return the last year's reserves at both ends of each range, by how far apart they are."""
    rows = {name: np.repeat(value, 2 * len(ranges)) for name, value in at.items()}
    for place, (name, bounds) in enumerate(ranges.items()):
        rows[name][2 * place : 2 * place + 2] = bounds.low, bounds.high
    ends = outcome(base, rows).reserves[:, -1].reshape(-1, 2)
    swings = {name: (float(low), float(high)) for name, (low, high) in zip(ranges, ends, strict=True)}
    return dict(sorted(swings.items(), key=lambda item: -abs(item[1][1] - item[1][0])))


def draw(
    ranges: Mapping[str, Range], better: Mapping[str, int], correlation: float, draws: int, seed: int
) -> dict[str, Numbers]:
    """Return draws of every range, correlated in rank by reordering (Iman and Conover, 1982).

    `better` is 1 for a lever of which more is better and -1 for one of which more is worse: the good end of
    each goes with the good ends of the others.
    """
    if not 0 <= correlation <= 1:
        raise LeverError(f"a correlation between ranges can be 0 to 1; found {correlation:g}")
    random = np.random.default_rng(seed)
    shared = random.standard_normal(draws)
    part = min(correlation, ALMOST_ONE)
    found = {}
    for name, bounds in ranges.items():
        values = _values(random, bounds.checked(name), draws)
        if not part:
            found[name] = values
            continue
        order = better[name] * np.sqrt(part) * shared + np.sqrt(1 - part) * random.standard_normal(draws)
        ranked = np.empty(draws)
        ranked[np.argsort(order)] = np.sort(values)
        found[name] = ranked
    return found


def _values(random: np.random.Generator, bounds: Range, draws: int) -> Numbers:
    low, mode, high = bounds.low, bounds.mode, bounds.high
    if low == high:
        return np.full(draws, low)
    if bounds.shape == "triangular":
        values = random.triangular(low, mode, high, draws)
    else:
        width = high - low
        first = 1 + PERT_WEIGHT * (mode - low) / width
        values = low + width * random.beta(first, 2 + PERT_WEIGHT - first, draws)
    return np.asarray(np.round(values) if bounds.whole else values)
