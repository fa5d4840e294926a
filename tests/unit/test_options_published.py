"""Scoring against worked examples that others have published."""

import numpy as np
import pytest

from dashboard.domain.option_acceptability import acceptability
from dashboard.domain.option_method import compromise
from dashboard.domain.options import Scored, contributions, leaders, shares, totals


def table(rows: list[list[float]]) -> Scored:
    places = tuple(str(place) for place in range(len(rows)))
    return Scored(places, tuple(str(place) for place in range(len(rows[0]))), np.array(rows))


def to_unit(performance: list[list[float]], costs: tuple[int, ...] = ()) -> list[list[float]]:
    """Return performances from 0 (worst) to 1 (best) of those there are; `costs` are better where lower."""
    values = np.array(performance, dtype=float)
    values[:, list(costs)] *= -1
    low, high = values.min(axis=0), values.max(axis=0)
    rows: list[list[float]] = ((values - low) / (high - low)).tolist()
    return rows


def test_the_weighted_sum_of_the_textbook() -> None:
    # Triantaphyllou, Multi-criteria decision making methods: a comparative study (2000), the example of the
    # weighted sum model: 21.5, 22 and 22, of which the last two tie.
    performance = np.array([[25, 20, 15, 30], [10, 30, 20, 30], [30, 10, 30, 10]]) / 100
    weights = shares([20, 15, 40, 25])
    scored = table(performance.tolist())
    assert (100 * totals(scored, weights)).tolist() == pytest.approx([21.5, 22.0, 22.0])
    assert (100 * contributions(scored, weights)[0]).tolist() == pytest.approx([5, 3, 6, 7.5])
    assert leaders(totals(scored, weights)) == (1, 2)


def test_the_way_up_a_mountain_of_the_vikor_paper() -> None:
    # Opricovic and Tzeng, Compromise solution by MCDM methods, EJOR 156 (2004), section 3: risk and altitude
    # of three peaks. Published Q: 1, 0, 1.
    scored = table(to_unit([[1, 3000], [2, 3750], [5, 4500]], costs=(0,)))
    found = compromise(scored, shares([1, 1]))
    assert found is not None
    assert (-found).tolist() == pytest.approx([1, 0, 1])


def test_the_machines_of_the_textbook_by_vikor() -> None:
    # Tzeng and Huang, Multiple attribute decision making (2011), VIKOR: durability, capacity, reliability.
    # Published Q: 0.75, 0.25, 0, 1.
    scored = table(to_unit([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]]))
    found = compromise(scored, shares([30, 40, 30]))
    assert found is not None
    assert (-found).tolist() == pytest.approx([0.75, 0.25, 0, 1])


@pytest.mark.parametrize(
    ("criteria", "heaviest"),
    # Barron and Barrett, Decision quality using ranked attribute weights, Management Science 42 (1996):
    # the rank order centroid gives the criterion that weighs most this average weight.
    [(2, 0.75), (3, 0.6111), (4, 0.5208), (5, 0.4567)],
)
def test_the_average_weight_of_the_heaviest_criterion(criteria: int, heaviest: float) -> None:
    # Each option is best on one criterion and nothing else, so it comes first where that weighs most.
    found = acceptability(table(np.eye(criteria).tolist()), draws=60_000)
    for option in range(criteria):
        assert found.share[option, 0] == pytest.approx(1 / criteria, abs=4 * found.error[option, 0])
        assert found.central[option, option] == pytest.approx(heaviest, abs=0.006)


def test_the_shares_of_first_ranks_of_the_delivery_models_are_the_exact_ones() -> None:
    # A and D score alike, and so do B and F, so the weights matter as p = A + D, q = B + F, c = C and e = E,
    # which are Dirichlet (2, 2, 1, 1). Option 1 scores q and wins where q is above a half, which the Beta
    # distribution gives 6/32. Option 2 scores a half throughout and wins in 7/144, the integral of
    # 120 (u - e)^2 (1 - u - e) over e up to a third and u = p + c from max(e, 1/2 - e) to 1/2 - e/2.
    # Options 3 and 4 share the rest alike: 55/144 each.
    red, amber, green = 0.0, 0.5, 1.0
    scored = table(
        [
            [red, green, red, red, red, green],
            [amber] * 6,
            [green, red, amber, green, green, red],
            [green, red, green, green, amber, red],
        ]
    )
    found = acceptability(scored, draws=100_000)
    for option, share in enumerate([6 / 32, 7 / 144, 55 / 144, 55 / 144]):
        assert found.share[option, 0] == pytest.approx(share, abs=4 * found.error[option, 0])
