"""What a scenario comes to, and which lever does how much of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.scenario import Baseline, Numbers, Outcome, outcome

MOST_PLAYERS = 12
ROUNDING_GBP_M = 1e-9

MEASURES: dict[str, Callable[[Outcome], Numbers]] = {
    "in_year": lambda found: found.in_year,
    "cumulative": lambda found: found.cumulative,
    "reserves": lambda found: found.reserves,
}

# What a change is split for: the last year of each measure, and the two depths.
RESULTS: dict[str, Callable[[Outcome], Numbers]] = {
    "in_year": lambda found: found.in_year[:, -1],
    "cumulative": lambda found: found.cumulative[:, -1],
    "reserves": lambda found: found.reserves[:, -1],
    "deepest": lambda found: found.cumulative.min(axis=1),
    "transitional": lambda found: np.maximum(0.0, -found.reserves.min(axis=1)),
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
    results: Mapping[str, Callable[[Outcome], Numbers]],
) -> dict[str, dict[str, float]]:
    """Return, by result, how much of its change each changed lever makes; the parts of each add up.

    By Shapley's value: the average of what a lever adds over every order in which the levers could be moved.
    Where more than twelve levers are moved, those of one group (`groups`, lever to group) move together.
    """
    player = _players(default, chosen, groups)
    names = list(dict.fromkeys(player.values()))
    if not names:
        return {name: {} for name in results}
    sets = np.arange(2 ** len(names))
    found = outcome(
        base, _together(default, chosen, player, [sets >> place & 1 for place in range(len(names))])
    )
    return {
        result: {name: _shapley(measure(found), place, len(names)) for place, name in enumerate(names)}
        for result, measure in results.items()
    }


def without_each(
    base: Baseline, default: Mapping[str, Numbers], chosen: Mapping[str, Numbers], groups: Mapping[str, str]
) -> dict[str, Summary]:
    """Return what the scenario comes to with each changed lever put back, the others as they are."""
    player = _players(default, chosen, groups)
    names = list(dict.fromkeys(player.values()))
    if not names:
        return {}
    found = outcome(base, _together(default, chosen, player, list(1 - np.eye(len(names), dtype=int))))
    return {name: summary(base, found, row) for row, name in enumerate(names)}


def _players(
    default: Mapping[str, Numbers], chosen: Mapping[str, Numbers], groups: Mapping[str, str]
) -> dict[str, str]:
    """Return each lever moved with the name it is split under: its own, or that of its group."""
    moved = [name for name in chosen if not np.array_equal(default[name], chosen[name], equal_nan=True)]
    return {name: name if len(moved) <= MOST_PLAYERS else groups[name] for name in moved}


def _together(
    default: Mapping[str, Numbers],
    chosen: Mapping[str, Numbers],
    player: Mapping[str, str],
    on: Sequence[NDArray[np.int64]],
) -> dict[str, Numbers]:
    """Return every lever for several scenarios; `on` says of each player in which of them it is moved."""
    places = {name: place for place, name in enumerate(dict.fromkeys(player.values()))}
    return {
        name: np.where(on[places[player[name]]], chosen[name][0], value[0])
        if name in player
        else np.full(len(on[0]), value[0])
        for name, value in default.items()
    }


def _shapley(worth: Numbers, place: int, count: int) -> float:
    """Return the average that one player adds; a set of players is the bits of its place in `worth`."""
    sets = np.arange(len(worth))
    without = sets[sets >> place & 1 == 0]
    size = sum((without >> bit & 1) for bit in range(count))
    weight = np.array([1 / (count * comb(count - 1, others)) for others in range(count)])
    return float(np.sum(weight[size] * (worth[without | 1 << place] - worth[without])))
