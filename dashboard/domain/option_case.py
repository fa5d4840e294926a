"""One scoring of an appraisal: what is asked, and everything that follows from it."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

import numpy as np

from dashboard.domain.option_acceptability import DRAWS, SEED, Acceptability, acceptability
from dashboard.domain.option_method import compromise, turned_round
from dashboard.domain.option_weights import Stretch, trade_off, whole_range
from dashboard.domain.options import (
    Numbers,
    Scored,
    contributions,
    dominated,
    leaders,
    on_scale,
    ranks,
    shares,
    stretched,
    totals,
)

Levels = tuple[tuple[str, ...], ...]
Pairs = tuple[tuple[str, float], ...]
WEIGHTINGS = {"points": "By importance", "swing": "By swing"}


@dataclass(frozen=True)
class Case:
    """Options scored by level on criteria, what each level counts, what each criterion weighs, and how.

    `method` is "points" (a weight is the importance of the whole scale) or "swing" (of the step from
    the worst to the best option on the criterion). `levels` has a row per option.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    levels: Levels
    scale: Pairs
    weights: tuple[float, ...]
    method: str = "points"
    draws: int = DRAWS
    seed: int = SEED

    @cached_property
    def printed(self) -> Scored:
        """The scores from 0 to 1 on the whole scale."""
        return Scored(
            self.options, self.criteria, on_scale([list(row) for row in self.levels], dict(self.scale))
        )

    @cached_property
    def scored(self) -> Scored:
        """The scores that are added up."""
        return self._adjusted(self.printed)

    @cached_property
    def share(self) -> Numbers:
        """The weights as shares that add to 1."""
        return shares(list(self.weights))

    @cached_property
    def contributions(self) -> Numbers:
        """What each criterion adds to the score of each option."""
        return contributions(self.scored, self.share)

    @cached_property
    def totals(self) -> Numbers:
        """The weighted score of each option, from 0 to 1."""
        return totals(self.scored, self.share)

    @cached_property
    def ranks(self) -> list[int]:
        """The rank of each option; equal scores share the better one."""
        return ranks(self.totals)

    @cached_property
    def leaders(self) -> tuple[int, ...]:
        """The places of the options that come first."""
        return leaders(self.totals)

    @cached_property
    def ranges(self) -> list[list[Stretch]]:
        """Who leads as each weight goes from nothing to everything."""
        return [whole_range(self.scored, self.share, place) for place in range(len(self.criteria))]

    @cached_property
    def trade_offs(self) -> dict[tuple[int, int], list[Stretch]]:
        """Who leads as weight moves between each two criteria that have any, from the second to the first."""
        return {
            pair: trade_off(self.scored, self.share, *pair)
            for pair in combinations(range(len(self.criteria)), 2)
            if self.share[list(pair)].sum() > 0
        }

    @cached_property
    def dominated(self) -> list[tuple[int, int]]:
        """Pairs (better, worse) that no weighting can turn round."""
        return dominated(self.printed)

    @cached_property
    def acceptability(self) -> Acceptability:
        """How often each option takes each rank over all weightings."""
        return _acceptability(self.levels, self.scale, self.method, self.draws, self.seed)

    @cached_property
    def compromise(self) -> Numbers | None:
        """How near each option comes to the best compromise, by the second method."""
        return compromise(self.scored, self.share)

    @cached_property
    def turned_added(self) -> list[tuple[int, int, int]]:
        """Orders that turn round when an option leaves, by added scores: none, unless swings change."""
        return turned_round(self.printed, lambda fewer: totals(self._adjusted(fewer), self.share))

    @cached_property
    def turned_compromise(self) -> list[tuple[int, int, int]]:
        """Orders that turn round when an option leaves, by the second method."""
        return turned_round(self.printed, lambda fewer: compromise(self._adjusted(fewer), self.share))

    @property
    def equal(self) -> bool:
        """Whether every criterion weighs the same."""
        return len(set(self.weights)) == 1

    def _adjusted(self, scored: Scored) -> Scored:
        return stretched(scored) if self.method == "swing" else scored


@lru_cache(maxsize=64)
def _acceptability(levels: Levels, scale: Pairs, method: str, draws: int, seed: int) -> Acceptability:
    """Return it once for the same scores: weights make no difference to it, and it is the long part."""
    names = (tuple(map(str, range(len(levels)))), tuple(map(str, range(len(levels[0])))))
    scored = Scored(*names, on_scale([list(row) for row in levels], dict(scale)))
    return acceptability(stretched(scored) if method == "swing" else scored, draws, seed)


def deciding(case: Case) -> list[tuple[int, int]]:
    """Return (criterion, option) where the options that come first differ: which one the criterion favours.

    A criterion that favours several of them alike is left out.
    """
    found = []
    for criterion in range(len(case.criteria)):
        column = case.scored.scores[list(case.leaders), criterion]
        best = np.flatnonzero(column >= column.max() - 1e-9)
        if len(best) == 1 and len(column) > 1:
            found.append((criterion, case.leaders[int(best[0])]))
    return found
