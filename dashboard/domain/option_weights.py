"""How far weights can move before another option comes first."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dashboard.domain.options import SAME, Numbers, Scored, leaders


@dataclass(frozen=True, slots=True)
class Stay:
    """The range of one weight in which a leader stays ahead, and who takes over at its ends.

    `low` and `high` are shares of all weight; the others keep their proportions. `below` and `above` are the
    places of those who take over; empty where the range ends at 0 or 1.
    """

    low: float
    high: float
    below: tuple[int, ...]
    above: tuple[int, ...]


def stay(scored: Scored, weights: Numbers, criterion: int, leader: int) -> Stay:
    """Return how far the weight of one criterion can move before another option overtakes `leader`.

    The score of every option is a straight line in that weight, so the ends are exact. An option that ties
    with the leader now, and gains on it, takes over at once.
    """
    start = scored.scores @ _others(weights, criterion)
    gain = scored.scores[:, criterion] - start
    gain = gain - gain[leader]
    behind = start[leader] - start
    now = float(weights[criterion])
    high, above = _end(behind, gain, now, 1.0)
    low, below = _end(behind, gain, now, 0.0)
    return Stay(low, high, below, above)


def trade_off(
    scored: Scored, weights: Numbers, first: int, second: int
) -> list[tuple[float, tuple[int, ...]]]:
    """Return who leads as weight moves from `second` to `first`, the other criteria unchanged.

    One entry per stretch: the share of `first` in the weight of the two at which it begins, from 0, and the
    places of those who lead just after it.
    """
    pool = weights[first] + weights[second]
    base = weights.copy()
    base[[first, second]] = 0
    start = scored.scores @ base + pool * scored.scores[:, second]
    slope = pool * (scored.scores[:, first] - scored.scores[:, second])
    stretches: list[tuple[float, tuple[int, ...]]] = []
    for low, high in pairwise(_crossings(start, slope)):
        ahead = leaders(start + (low + high) / 2 * slope)
        if not stretches or stretches[-1][1] != ahead:
            stretches.append((low, ahead))
    return stretches


def _others(weights: Numbers, criterion: int) -> Numbers:
    """Return the weights of the other criteria scaled to add to 1; equal where they are all zero."""
    fixed = weights.copy()
    fixed[criterion] = 0
    if fixed.sum() < SAME:
        fixed[:] = 1
        fixed[criterion] = 0
    return np.asarray(fixed / max(fixed.sum(), SAME))


def _end(behind: Numbers, gain: Numbers, now: float, limit: float) -> tuple[float, tuple[int, ...]]:
    """Return where the leader is first overtaken on the way from `now` to `limit`, and by whom.

    An option is `behind` the leader at weight 0 and makes up `gain` for each unit of weight.
    """
    direction = 1 if limit > now else -1
    ends = {
        place: max(float(behind[place] / gain[place]) * direction, now * direction) * direction
        for place in np.flatnonzero(direction * gain > SAME)
    }
    reached = {int(place): end for place, end in ends.items() if direction * (limit - end) > SAME}
    if not reached:
        return limit, ()
    nearest = min(reached.values(), key=lambda end: direction * end)
    return nearest, tuple(place for place, end in reached.items() if abs(end - nearest) < SAME)


def _crossings(start: Numbers, slope: Numbers) -> list[float]:
    """Return 0, 1 and every point between at which two lines cross, in order."""
    points = {0.0, 1.0}
    for place in range(len(start)):
        for other in range(place):
            steeper = slope[place] - slope[other]
            if abs(steeper) > SAME:
                point = float((start[other] - start[place]) / steeper)
                if SAME < point < 1 - SAME:
                    points.add(point)
    return sorted(points)
