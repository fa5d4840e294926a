"""Which option comes first: additive weighted scores, what they are made of, and what beats what."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.errors import PlaceboardError

Numbers = NDArray[np.float64]
# Scores and weights are of the order of one; anything closer than this is the same.
SAME = 1e-9


class ScoringError(PlaceboardError):
    """Scores or weights cannot be used as given."""


@dataclass(frozen=True)
class Scored:
    """Options scored on criteria, each from 0 (worst) to 1 (best): `scores` has a row per option."""

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    scores: Numbers

    def __post_init__(self) -> None:
        """Refuse scores that cannot be added up.

        Raises:
            ScoringError: a score is missing or outside 0 to 1, or the table has another shape.
        """
        expected = (len(self.options), len(self.criteria))
        if self.scores.shape != expected or not all(expected):
            raise ScoringError(
                f"Expected scores for {expected[0]} options on {expected[1]} criteria; "
                f"found a table of {self.scores.shape}."
            )
        wrong = np.argwhere(~((self.scores >= 0) & (self.scores <= 1)))
        if len(wrong):
            option, criterion = wrong[0]
            raise ScoringError(
                f"{self.options[option]} needs a score from 0 to 1 on {self.criteria[criterion]}; "
                f"found {self.scores[option, criterion]:g}."
            )


def on_scale(levels: list[list[str]], scale: dict[str, float]) -> Numbers:
    """Return scores from 0 to 1: each level's number on `scale`, stretched so that its ends are 0 and 1.

    Raises:
        ScoringError: a level has no number, or every level has the same.
    """
    unknown = sorted({level for row in levels for level in row} - set(scale))
    if unknown:
        raise ScoringError(f"The scale gives no number for {', '.join(unknown)}; it has {', '.join(scale)}.")
    low, high = min(scale.values()), max(scale.values())
    if high - low < SAME:
        raise ScoringError(f"Every level counts {low:g}, so no option can differ from another.")
    return (np.array([[scale[level] for level in row] for row in levels]) - low) / (high - low)


def stretched(scored: Scored) -> Scored:
    """Return the scores stretched so that on each criterion the worst option has 0 and the best 1.

    Swing weights are judged on that range. A criterion on which all are equal gives nobody anything.
    """
    low, span = scored.scores.min(axis=0), np.ptp(scored.scores, axis=0)
    scores = np.where(span > SAME, (scored.scores - low) / np.where(span > SAME, span, 1), 0)
    return Scored(scored.options, scored.criteria, scores)


def shares(weights: list[float]) -> Numbers:
    """Return weights that add to 1 in the proportions given: points, swings or percentages.

    Raises:
        ScoringError: a weight is below zero or no number, or all are zero.
    """
    given = np.array(weights, dtype=float)
    if not np.isfinite(given).all() or (given < 0).any():
        raise ScoringError("A weight is a number from zero upwards.")
    if given.sum() < SAME:
        raise ScoringError("Every weight is zero, so nothing counts. Give at least one criterion a weight.")
    return np.asarray(given / given.sum())


def contributions(scored: Scored, weights: Numbers) -> Numbers:
    """Return what each criterion adds to the score of each option: a row per option."""
    return np.asarray(scored.scores * weights)


def totals(scored: Scored, weights: Numbers) -> Numbers:
    """Return the weighted score of each option, from 0 to 1."""
    return np.asarray(scored.scores @ weights)


def ranks(values: Numbers) -> list[int]:
    """Return the rank of each value, 1 the highest; equal values share the better rank."""
    return [1 + int((values > value + SAME).sum()) for value in values]


def leaders(values: Numbers) -> tuple[int, ...]:
    """Return the places of the highest value: several where they tie."""
    return tuple(int(place) for place in np.flatnonzero(values > values.max() - SAME))


def dominated(scored: Scored) -> list[tuple[int, int]]:
    """Return pairs (better, worse): `better` is nowhere lower and somewhere higher, whatever the weights."""
    found = []
    for better, high in enumerate(scored.scores):
        for worse, low in enumerate(scored.scores):
            if (high >= low - SAME).all() and (high > low + SAME).any():
                found.append((better, worse))
    return found


def without(scored: Scored, option: int) -> Scored:
    """Return the same table without one option."""
    kept = [place for place in range(len(scored.options)) if place != option]
    return Scored(tuple(scored.options[place] for place in kept), scored.criteria, scored.scores[kept])


def agreement(orders: list[list[int]]) -> list[tuple[int, int]]:
    """Return the best and the worst rank of each option over several people's ranks."""
    table = np.array(orders)
    return [(int(low), int(high)) for low, high in zip(table.min(axis=0), table.max(axis=0), strict=True)]
