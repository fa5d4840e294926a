"""How far weights can move before another option comes first."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dashboard.domain.options import SAME, Numbers, Scored, leaders

# Where a stretch begins, as a share from 0 to 1, and the places of those who lead just after it.
Stretch = tuple[float, tuple[int, ...]]


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


def trade_off(scored: Scored, weights: Numbers, first: int, second: int) -> list[Stretch]:
    """Return who leads as weight moves from `second` to `first`, the other criteria unchanged.

    One entry per stretch: the share of `first` in the weight of the two at which it begins, from 0, and the
    places of those who lead just after it.
    """
    pool = weights[first] + weights[second]
    base = weights.copy()
    base[[first, second]] = 0
    start = scored.scores @ base + pool * scored.scores[:, second]
    return _stretches(start, pool * (scored.scores[:, first] - scored.scores[:, second]))


def whole_range(scored: Scored, weights: Numbers, criterion: int) -> list[Stretch]:
    """Return who leads as the share of one criterion goes from 0 to 1; the others keep their proportions."""
    start = scored.scores @ _others(weights, criterion)
    return _stretches(start, scored.scores[:, criterion] - start)


def bounded(stretches: list[Stretch]) -> list[tuple[float, float, tuple[int, ...]]]:
    """Return each stretch with both its ends."""
    ends = [begin for begin, _ in stretches[1:]] + [1.0]
    return [(begin, end, ahead) for (begin, ahead), end in zip(stretches, ends, strict=True)]


def nearest_lead(stretches: list[Stretch], option: int, now: float) -> tuple[float, float, float] | None:
    """Return how far the share is from `now`, and between which shares the option then leads, or None."""
    ways = [
        (max(begin - now, now - end, 0.0), begin, end)
        for begin, end, ahead in bounded(stretches)
        if option in ahead
    ]
    return min(ways, default=None)


def _stretches(start: Numbers, slope: Numbers) -> list[Stretch]:
    """Return who leads on each stretch between 0 and 1 where every score is a straight line."""
    stretches: list[Stretch] = []
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
    """Return 0, 1 and every point between at which two lines cross, in order, each once."""
    points = [1.0]
    for place in range(len(start)):
        for other in range(place):
            steeper = slope[place] - slope[other]
            if abs(steeper) > SAME:
                point = float((start[other] - start[place]) / steeper)
                if SAME < point < 1 - SAME:
                    points.append(point)
    kept = [0.0]
    for point in sorted(points):
        # Lines that cross in one point give it several times, each with another rounding.
        if point - kept[-1] > SAME:
            kept.append(point)
    return [*kept[:-1], 1.0]
