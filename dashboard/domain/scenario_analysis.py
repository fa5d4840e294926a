"""What a scenario comes to, and which lever does how much of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import comb

import numpy as np

from dashboard.domain.scenario import Baseline, Numbers, Outcome, outcome

MOST_PLAYERS = 12
ROUNDING_GBP_M = 1e-9

MEASURES: dict[str, Callable[[Outcome], Numbers]] = {
    "in_year": lambda found: found.in_year,
    "cumulative": lambda found: found.cumulative,
    "reserves": lambda found: found.reserves,
}


@dataclass(frozen=True, slots=True)
class Summary:
    """One scenario in a few figures; a year is None where it does not come.

    `transitional_gbp_m` is what would have to be paid in so that reserves never fall below zero.
    """

    last_in_year_gbp_m: float
    cumulative_gbp_m: float
    last_reserves_gbp_m: float
    deepest_gbp_m: float
    deepest_year: str
    runs_out: str | None
    breaks_even: str | None
    transitional_gbp_m: float


def summary(base: Baseline, found: Outcome, row: int = 0) -> Summary:
    """Return the figures of one scenario of an outcome."""
    in_year, cumulative, reserves = found.in_year[row], found.cumulative[row], found.reserves[row]
    short, balanced = np.flatnonzero(reserves < -ROUNDING_GBP_M), _balanced(in_year)
    deepest = int(np.argmin(cumulative))
    return Summary(
        float(in_year[-1]),
        float(cumulative[-1]),
        float(reserves[-1]),
        float(cumulative[deepest]),
        base.years[deepest],
        base.years[int(short[0])] if len(short) else None,
        None if balanced is None else base.years[balanced],
        float(max(0.0, -reserves.min())),
    )


def _balanced(in_year: Numbers) -> int | None:
    """Return the first year from which on none is in deficit, or None where the last one is."""
    short = np.flatnonzero(in_year < -ROUNDING_GBP_M)
    first = int(short[-1]) + 1 if len(short) else 0
    return first if first < len(in_year) else None


def split_by_lever(
    base: Baseline,
    default: Mapping[str, Numbers],
    chosen: Mapping[str, Numbers],
    groups: Mapping[str, str],
    measure: Callable[[Outcome], Numbers],
) -> dict[str, float]:
    """Return how much of the change from `default` to `chosen` each changed lever makes; the parts add up.

    By Shapley's value: the average of what a lever adds over every order in which the levers could be moved.
    Where more than twelve levers are moved, those of one group (`groups`, lever to group) move together.
    """
    moved = [name for name in chosen if not _same(default[name], chosen[name])]
    player = {name: name if len(moved) <= MOST_PLAYERS else groups[name] for name in moved}
    names = list(dict.fromkeys(player.values()))
    if not names:
        return {}
    sets = np.arange(2 ** len(names))
    on = {name: (sets >> place & 1).astype(bool) for place, name in enumerate(names)}
    rows = {
        name: np.where(on[player[name]], chosen[name][0], default[name][0])
        if name in player
        else np.full(len(sets), default[name][0])
        for name in default
    }
    worth = measure(outcome(base, rows))
    return {name: _shapley(worth, place, len(names)) for place, name in enumerate(names)}


def _shapley(worth: Numbers, place: int, count: int) -> float:
    """Return the average that one player adds; a set of players is the bits of its place in `worth`."""
    sets = np.arange(len(worth))
    without = sets[sets >> place & 1 == 0]
    size = sum((without >> bit & 1) for bit in range(count))
    weight = np.array([1 / (count * comb(count - 1, others)) for others in range(count)])
    return float(np.sum(weight[size] * (worth[without | 1 << place] - worth[without])))


def _same(one: Numbers, other: Numbers) -> bool:
    return bool(np.array_equal(one, other, equal_nan=True))
