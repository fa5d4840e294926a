from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.option_acceptability import acceptability
from dashboard.domain.option_weights import stay, trade_off
from dashboard.domain.options import (
    Scored,
    ScoringError,
    agreement,
    contributions,
    dominated,
    leaders,
    on_scale,
    ranks,
    shares,
    totals,
    without,
)
from tests.shapes import patient

SCALE = {"red": 0.0, "amber": 1.0, "green": 2.0}


def table(*rows: list[float]) -> Scored:
    """Return options a, b, c ... scored on criteria 0, 1, 2 ..."""
    return Scored(
        tuple("abcdefghijkl"[: len(rows)]), tuple(str(place) for place in range(len(rows[0]))), np.array(rows)
    )


@st.composite
def tables(draw: st.DrawFn, most: int = 5) -> tuple[Scored, np.ndarray]:
    """Return a small table of scores, ties likely, with weights."""
    options, criteria = draw(st.integers(2, most)), draw(st.integers(2, 4))
    score = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
    rows = draw(
        st.lists(st.lists(score, min_size=criteria, max_size=criteria), min_size=options, max_size=options)
    )
    weights = draw(
        st.lists(st.integers(0, 10), min_size=criteria, max_size=criteria).filter(
            lambda given: sum(given) > 0
        )
    )
    return table(*rows), shares([float(weight) for weight in weights])


def moved(weights: np.ndarray, criterion: int, to: float) -> np.ndarray:
    """Return the weights with one set and the others in proportion, worked out apart from the code."""
    others = [weight for place, weight in enumerate(weights) if place != criterion]
    parts = [weight / sum(others) for weight in others] if sum(others) else [1 / len(others)] * len(others)
    changed = [part * (1 - to) for part in parts]
    changed.insert(criterion, to)
    return np.array(changed)


def test_levels_become_numbers_from_nought_to_one() -> None:
    assert on_scale([["red", "green"], ["amber", "amber"]], SCALE).tolist() == [[0, 1], [0.5, 0.5]]
    assert on_scale([["red", "green"]], {"red": 5, "green": 1}).tolist() == [[1, 0]]


def test_a_level_without_a_number_is_named() -> None:
    with pytest.raises(ScoringError, match="no number for blue; it has red, amber, green"):
        on_scale([["blue", "red"]], SCALE)
    with pytest.raises(ScoringError, match="Every level counts 1"):
        on_scale([["red"]], {"red": 1, "green": 1})


def test_a_missing_score_is_not_taken_for_nought() -> None:
    with pytest.raises(ScoringError, match="b needs a score from 0 to 1 on 1; found nan"):
        table([0, 0], [1, float("nan")])
    with pytest.raises(ScoringError, match=r"found 1\.5"):
        table([0, 1.5])
    with pytest.raises(ScoringError, match="Expected scores for 2 options on 1 criteria"):
        Scored(("a", "b"), ("x",), np.zeros((1, 1)))


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2], [float("nan"), 1], [float("inf"), 1]])
def test_weights_that_cannot_be_used_are_refused(weights: list[float]) -> None:
    with pytest.raises(ScoringError, match="weight"):
        shares(weights)


def test_points_swings_and_percentages_are_the_same_weights() -> None:
    assert shares([100, 50, 50]).tolist() == [0.5, 0.25, 0.25]
    assert shares([50, 25, 25]).tolist() == [0.5, 0.25, 0.25]


def test_contributions_add_up_to_the_score() -> None:
    scored = table([0.2, 1.0], [0.6, 0.4])
    weights = shares([1, 3])
    assert contributions(scored, weights)[0].tolist() == pytest.approx([0.05, 0.75])
    assert totals(scored, weights).tolist() == pytest.approx([0.8, 0.45])


def test_equal_scores_share_the_better_rank() -> None:
    values = np.array([0.5, 0.7, 0.7, 0.1])
    assert ranks(values) == [3, 1, 1, 4]
    assert leaders(values) == (1, 2)


def test_an_option_is_beaten_by_one_that_is_nowhere_lower() -> None:
    assert dominated(table([1, 0.5], [1, 0.2], [0, 1])) == [(0, 1)]
    assert dominated(table([1, 0], [1, 0])) == []


def test_people_agree_where_the_best_rank_is_the_worst() -> None:
    assert agreement([[1, 2, 3], [1, 3, 2]]) == [(1, 1), (2, 3), (2, 3)]


def test_a_lead_ends_where_the_lines_cross() -> None:
    # a = 1 - w, b = w: b overtakes when w passes a half.
    found = stay(table([1, 0], [0, 1]), shares([3, 1]), 1, 0)
    assert (found.low, found.below, found.above) == (0.0, (), (1,))
    assert found.high == pytest.approx(0.5)


def test_who_ties_takes_over_at_once() -> None:
    scored = table([1, 0.5, 0], [1, 0, 0.5])
    found = stay(scored, shares([1, 1, 1]), 1, 0)
    assert found.low == pytest.approx(1 / 3)
    assert (found.below, found.high, found.above) == ((1,), 1.0, ())


@given(case=tables(), place=st.integers(0, 3), to=st.floats(0, 1))
@patient
def test_a_leader_leads_inside_its_range_and_not_beyond(
    case: tuple[Scored, np.ndarray], place: int, to: float
) -> None:
    scored, weights = case
    criterion = place % len(weights)
    leader = leaders(totals(scored, weights))[0]
    found = stay(scored, weights, criterion, leader)
    assert found.low - 1e-9 <= weights[criterion] <= found.high + 1e-9
    values = totals(scored, moved(weights, criterion, to))
    if found.low <= to <= found.high:
        assert values[leader] >= values.max() - 1e-6
    elif min(abs(to - found.low), abs(to - found.high)) > 1e-6:
        assert values[leader] < values.max()
    for end, takers in ((found.low, found.below), (found.high, found.above)):
        at_end = totals(scored, moved(weights, criterion, end))
        assert all(at_end[taker] == pytest.approx(at_end[leader]) for taker in takers)
        assert takers or end in (0.0, 1.0)


@given(case=tables(), share=st.floats(0.01, 0.99))
@patient
def test_a_trade_off_names_who_leads_on_every_stretch(case: tuple[Scored, np.ndarray], share: float) -> None:
    scored, weights = case
    stretches = trade_off(scored, weights, 0, 1)
    assert stretches[0][0] == 0
    changed = weights.copy()
    pool = weights[0] + weights[1]
    changed[0], changed[1] = pool * share, pool * (1 - share)
    if min(abs(share - begin) for begin, _ in stretches) > 1e-6:
        led = [ahead for begin, ahead in stretches if begin <= share][-1]
        values = totals(scored, changed)
        assert set(led) <= set(np.flatnonzero(values > values.max() - 1e-6))


def test_acceptability_is_exact_where_it_can_be_worked_out_by_hand() -> None:
    # Two criteria: the weight w of the first is even on 0 to 1. a leads for w > 0.5, b for w < 0.5; c is
    # last where it is below both, which is for w between 1/3 and 2/3.
    scored = table([1, 0], [0, 1], [1 / 3, 1 / 3])
    found = acceptability(scored, draws=40_000, seed=7)
    exact = np.array([[1 / 2, 1 / 6, 1 / 3], [1 / 2, 1 / 6, 1 / 3], [0, 2 / 3, 1 / 3]])
    assert (np.abs(found.share - exact) <= 4 * found.error + 1e-12).all()
    assert found.central[0].tolist() == pytest.approx([0.75, 0.25], abs=0.01)
    assert np.isnan(found.central[2]).all()


@given(case=tables())
@patient
def test_every_rank_and_every_option_is_shared_out_whole(case: tuple[Scored, np.ndarray]) -> None:
    scored, _ = case
    found = acceptability(scored, draws=200)
    assert found.share.sum(axis=0) == pytest.approx(1)
    assert found.share.sum(axis=1) == pytest.approx(1)
    for better, worse in dominated(scored):
        assert found.share[worse, 0] <= found.share[better, 0] + 1e-12


def test_options_alike_share_every_rank_and_a_seed_gives_the_same_again() -> None:
    scored = table([1, 0], [1, 0], [0, 1])
    found = acceptability(scored, draws=500, seed=3)
    assert found.share[0].tolist() == found.share[1].tolist()
    assert found.share.tolist() == acceptability(scored, draws=500, seed=3).share.tolist()
    assert found.share.tolist() != acceptability(scored, draws=500, seed=4).share.tolist()


@given(case=tables())
@patient
def test_additive_scores_never_turn_round_when_an_option_leaves(case: tuple[Scored, np.ndarray]) -> None:
    scored, weights = case
    values = totals(scored, weights)
    for gone in range(len(scored.options)):
        kept = [place for place in range(len(scored.options)) if place != gone]
        fewer = totals(without(scored, gone), weights)
        for one, other in combinations(range(len(kept)), 2):
            assert (fewer[one] > fewer[other]) == (values[kept[one]] > values[kept[other]])
