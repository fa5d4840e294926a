"""A second way to rank options, to show whether the method matters, and orders that turn round.

VIKOR after Opricovic and Tzeng, Compromise solution by MCDM methods, European Journal of Operational Research
156 (2004): it counts how far an option falls short over all criteria and, as much, its worst shortfall.
"""

from collections.abc import Callable

import numpy as np

from dashboard.domain.options import SAME, Numbers, Scored, without

Values = Callable[[Scored], Numbers | None]


def compromise(scored: Scored, weights: Numbers) -> Numbers | None:
    """Return how near each option comes to the best compromise, the highest the nearest, from -1 to 0.

    None where the method does not tell the options apart: all fall short alike, over all or at their worst.
    """
    # It brings a library of 35 MB that only this method needs.
    from crispyn.mcda_methods import VIKOR

    told_apart = np.ptp(scored.scores, axis=0) > SAME
    counted = weights * told_apart
    if counted.sum() < SAME:
        return None
    table = scored.scores[:, told_apart]
    with np.errstate(invalid="ignore"):
        distance = VIKOR()(table, counted[told_apart], np.ones(table.shape[1]))[:, 0]
    return -np.asarray(distance) if np.isfinite(distance).all() else None


def turned_round(scored: Scored, values: Values) -> list[tuple[int, int, int]]:
    """Return (gone, first, second) where `first` stood above `second` and stands below once `gone` leaves."""
    before = values(scored)
    found = []
    for gone in range(len(scored.options)) if before is not None and len(scored.options) > 2 else ():
        after = values(without(scored, gone))
        if before is None or after is None:
            continue
        kept = [place for place in range(len(scored.options)) if place != gone]
        for one, first in enumerate(kept):
            for other, second in enumerate(kept):
                if before[first] > before[second] + SAME and after[one] < after[other] - SAME:
                    found.append((gone, first, second))
    return found
