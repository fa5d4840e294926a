"""How sure a ranking is when nothing is known about the weights: rank acceptability over all (SMAA).

After Lahdelma and Salminen, SMAA-2: Stochastic multicriteria acceptability analysis for group decision
making, Operations Research 49 (2001): weights drawn evenly from all that add to 1.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.domain.options import SAME, Numbers, Scored

DRAWS, SEED = 10_000, 1


@dataclass(frozen=True)
class Acceptability:
    """`share` and `error` have a row per option and a column per rank; `central` a row per option.

    `share` is the part of all weightings that gives the option the rank, `error` its standard error; options
    that tie share the ranks they hold. `central` is the average weighting that puts the option first, not a
    number where none does.
    """

    share: Numbers
    error: Numbers
    central: Numbers


def acceptability(scored: Scored, draws: int = DRAWS, seed: int = SEED) -> Acceptability:
    """Return how often each option takes each rank over `draws` weightings, the same for the same `seed`."""
    count = len(scored.options)
    weights = np.random.default_rng(seed).dirichlet(np.ones(len(scored.criteria)), draws)
    values = weights @ scored.scores.T
    better = np.zeros(values.shape, dtype=np.int64)
    equal = np.zeros(values.shape, dtype=np.int64)
    for other in range(count):
        ahead = values[:, [other]] - values
        better += ahead > SAME
        equal += np.abs(ahead) <= SAME
    held = np.zeros((draws, count, count))
    for rank in range(count):
        held[:, :, rank] = ((better <= rank) & (rank < better + equal)) / equal
    share = held.mean(axis=0)
    return Acceptability(share, np.sqrt(held.var(axis=0) / draws), _central(weights, held[:, :, 0]))


def _central(weights: Numbers, first: Numbers) -> Numbers:
    """Return the average of the weightings by how far each puts an option first."""
    often = first.sum(axis=0)
    with np.errstate(invalid="ignore"):
        return np.asarray((first.T @ weights) / often[:, None])
