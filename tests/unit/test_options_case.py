"""One scoring of an appraisal: weights by importance and by swing, a second method, orders that turn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.option_case import Case, deciding
from dashboard.domain.option_method import compromise, turned_round
from dashboard.domain.option_weights import bounded, nearest_lead, whole_range
from dashboard.domain.options import Scored, leaders, shares, stretched, totals
from tests.shapes import patient

SCALE = (("red", 0.0), ("amber", 1.0), ("green", 2.0))
levels = st.sampled_from(["red", "amber", "green"])


def case(*rows: str, weights: tuple[float, ...] = (), method: str = "points") -> Case:
    """Return a case whose options are written as r, a and g."""
    words = {"r": "red", "a": "amber", "g": "green"}
    count = len(rows[0])
    return Case(
        tuple("wxyz"[: len(rows)]),
        tuple("ABCDEF"[:count]),
        tuple(tuple(words[letter] for letter in row) for row in rows),
        SCALE,
        weights or (50.0,) * count,
        method,
        draws=200,
    )


@st.composite
def cases(draw: st.DrawFn, method: str = "points") -> Case:
    options, criteria = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    rows = tuple(tuple(draw(levels) for _ in range(criteria)) for _ in range(options))
    weights = draw(
        st.tuples(*[st.integers(0, 4)] * criteria).filter(any).map(lambda found: tuple(map(float, found)))
    )
    return Case(tuple("wxyz"[:options]), tuple("ABCD"[:criteria]), rows, SCALE, weights, method, draws=100)


def test_the_printed_tie_and_what_breaks_it() -> None:
    models = case("rgrrrg", "aaaaaa", "graggr", "grggar")
    assert models.leaders == (2, 3)
    assert models.ranks == [4, 3, 1, 1]
    assert deciding(models) == [(2, 3), (4, 2)]
    assert models.dominated == []
    assert models.equal


def test_by_swing_a_criterion_counts_from_its_worst_option_to_its_best() -> None:
    # On A the options differ by half the scale only: by swing that half is the whole of A.
    assert case("ag", "gr").totals.tolist() == pytest.approx([0.75, 0.5])
    assert case("ag", "gr", method="swing").totals.tolist() == pytest.approx([0.5, 0.5])
    alike = case("ar", "ag", method="swing")
    assert alike.contributions[:, 0].tolist() == [0, 0]
    assert alike.leaders == (1,)


@given(found=cases("swing"))
@patient
def test_stretched_scores_reach_from_nought_to_one_or_not_at_all(found: Case) -> None:
    scores = stretched(found.printed).scores
    for column in scores.T:
        assert (column.min(), column.max()) in ((0, 1), (0, 0))


@given(found=cases(), criterion=st.integers(0, 3), share=st.floats(0.001, 0.999))
@patient
def test_the_strip_of_a_criterion_names_who_leads_at_every_share(
    found: Case, criterion: int, share: float
) -> None:
    place = criterion % len(found.criteria)
    strip = whole_range(found.scored, found.share, place)
    if min(abs(share - begin) for begin, _ in strip) < 1e-6:
        return
    weights = found.share.copy()
    weights[place] = 0
    weights = weights / weights.sum() if weights.sum() else np.where(np.arange(len(weights)) == place, 0, 1.0)
    weights = weights / weights.sum() * (1 - share)
    weights[place] = share
    ahead = next(names for begin, end, names in bounded(strip) if begin <= share <= end)
    values = totals(found.scored, weights)
    assert set(leaders(values)) <= set(ahead) or values.max() - values[list(ahead)].min() < 1e-7


@given(found=cases())
@patient
def test_the_nearest_lead_is_where_the_option_leads(found: Case) -> None:
    for place, strip in enumerate(found.ranges):
        now = float(found.share[place])
        for option in range(len(found.options)):
            way = nearest_lead(strip, option, now)
            stretches = [(begin, end) for begin, end, ahead in bounded(strip) if option in ahead]
            assert (way is None) == (not stretches)
            if way:
                assert way[1:] in stretches
                assert way[0] == pytest.approx(
                    min(max(begin - now, now - end, 0) for begin, end in stretches)
                )


@given(found=cases())
@patient
def test_the_second_method_agrees_with_a_slow_twin(found: Case) -> None:
    scores = found.printed.scores
    told = [c for c in range(scores.shape[1]) if np.ptp(scores[:, c]) > 0 and found.share[c] > 0]
    nearness = compromise(found.printed, found.share)
    gaps = [
        [found.share[c] * (scores[:, c].max() - row[c]) / np.ptp(scores[:, c]) for c in told]
        for row in scores
    ]
    whole, worst = [sum(row) for row in gaps], [max(row, default=0) for row in gaps]
    if max(whole) - min(whole) < 1e-12 or max(worst) - min(worst) < 1e-12:
        assert nearness is None
        return
    assert nearness is not None
    for place in range(len(scores)):
        expected = 0.5 * (whole[place] - min(whole)) / (max(whole) - min(whole)) + 0.5 * (
            worst[place] - min(worst)
        ) / (max(worst) - min(worst))
        assert -nearness[place] == pytest.approx(expected)


def test_options_all_alike_are_not_told_apart() -> None:
    assert case("aa", "aa").compromise is None
    assert case("aa", "aa").turned_compromise == []
    assert compromise(case("rg", "gr").printed, shares([1, 0])) is not None


@given(found=cases())
@patient
def test_added_scores_never_turn_round_on_the_whole_scale(found: Case) -> None:
    assert found.turned_added == []


def test_by_swing_an_order_can_turn_round_when_an_option_leaves() -> None:
    # Without w or x the step on a criterion is another, and the same weight counts it for more or less.
    found = case("rr", "rg", "aa", weights=(30, 50), method="swing")
    assert found.turned_added
    for gone, first, second in found.turned_added:
        assert found.totals[first] > found.totals[second]
        kept = [place for place in range(3) if place != gone]
        fewer = stretched(
            Scored(tuple(found.options[place] for place in kept), found.criteria, found.printed.scores[kept])
        )
        after = totals(fewer, found.share)
        assert after[kept.index(first)] < after[kept.index(second)]


def test_of_two_options_none_can_leave() -> None:
    assert turned_round(case("rg", "gr").printed, lambda fewer: np.array([1.0, 0.0])) == []


def test_scores_that_need_no_new_draws_are_drawn_once() -> None:
    first, second = case("rg", "gr"), case("rg", "gr", weights=(10, 90))
    assert first.acceptability is second.acceptability
    assert first.acceptability is not case("rg", "ga").acceptability


def test_no_weight_can_move_between_criteria_that_have_none() -> None:
    assert set(case("rga", "grr", weights=(50, 0, 0)).trade_offs) == {(0, 1), (0, 2)}
