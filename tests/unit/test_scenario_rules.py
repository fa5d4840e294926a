from dataclasses import replace
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.scenario import Baseline, Body, LeverError, do_nothing, outcome
from dashboard.domain.scenario_analysis import RESULTS, split_by_lever, summary, without_each
from dashboard.domain.scenario_goal import Answer, Goal, goal, solve
from dashboard.domain.scenario_levers import Lever, positions, stacked, steady_growth
from dashboard.domain.scenario_uncertainty import Range, directions, draw, spread
from tests.shapes import patient

# A council of round numbers: 100 to spend, of which 60 leaves in the third year and 10 in the second.
YEARS = ("y1", "y2", "y3", "y4")
BASE = Baseline(
    years=YEARS,
    printed_years=3,
    council=Body(30, {"demand": np.array([0.0, 1, 1, 1])}, None),
    authority=Body(10, {"demand": np.array([0.0, 1, 2, 2])}, 1),
    corporations=Body(60, {"demand": np.array([0.0, 5, 5, 5])}, 2),
    funding=np.array([95.0, 97, 99, 101]),
    streams={
        "council_tax": np.array([50.0, 52, 54, 56]),
        "business_rates": np.array([20.0, 20, 20, 20]),
        "revenue_support_grant": np.array([25.0, 25, 25, 25]),
    },
    reduction=np.array([0.0, 3]),
    savings={"front_office": np.array([-1.0, 0, 2, 2]), "professional_support": np.array([0.0, 1, 1, 1])},
    target=np.array([0.0, 0, 3, 3]),
    target_pct=10,
    beyond=np.array([0.0, 0, 0, 0]),
)
DEFAULTS: dict[str, float | None] = {
    "council_tax_growth_pct": None,
    "business_rates_growth_pct": None,
    "grant_change_pct": 0,
    "uplift_demand_pct": 100,
    "opening_reserves_gbp_m": 40,
    "planned_drawdown_gbp_m": 6,
    "transitional_first_gbp_m": 0,
    "transitional_later_gbp_m": 0,
    "authority_slip_years": 0,
    "corporations_slip_years": 0,
    "corporations_share_pct": 100,
    "corporations_delay_years": 0,
    "stp_share_pct": 100,
    "front_office_share_pct": 100,
    "front_office_delay_years": 0,
    "professional_support_share_pct": 100,
    "professional_support_delay_years": 0,
    "additional_target_pct": 10,
    "additional_share_pct": 100,
    "additional_delay_years": 0,
}


def lever(name: str, default: float | None) -> Lever:
    """Return a lever of the made-up council."""
    unit = name.rpartition("_")[2]
    ends = {"years": (0, 3, 1), "pct": (-100, 200, 1), "m": (0, 500, 5)}[unit]
    words = {"years": "years", "pct": "%", "m": "£m"}[unit]
    return Lever(name, "all", "All", name, words, *ends, default, "", "", None, None, None, None)


ALIKE = {"a": 1, "b": 1}
LEVERS = [lever(name, default) for name, default in DEFAULTS.items()]
GROUPS = {name: name.partition("_")[0] for name in DEFAULTS}


def at(**chosen: float) -> dict[str, np.ndarray]:
    """Return every lever where it stands."""
    return positions(LEVERS, chosen)


def run(**chosen: float) -> Any:
    """Return the outcome of one scenario."""
    return outcome(BASE, at(**chosen))


def parts_of(result: str, **chosen: float) -> dict[str, float]:
    """Return how a change of one result is split."""
    return split_by_lever(BASE, at(), at(**chosen), GROUPS, RESULTS)[result]


chosen_levers = st.dictionaries(st.sampled_from(sorted(DEFAULTS)), st.integers(0, 3), max_size=5)


def test_the_published_path_comes_out_at_the_defaults() -> None:
    found = run()
    # Year 2: own 31, corporations' services 65 still here; 11 passed on to the authority.
    assert found.expenditure.tolist() == [[100, 96, 32, 33]]
    assert found.funding.tolist() == [[95, 97 - 11, 99 - 11 - 70, 101 - 11 - 67]]
    assert found.saved.tolist() == [[-1, 1, 6, 6]]
    assert found.in_year.tolist() == [[-6, -9, -8, -4]]
    assert found.cumulative.tolist() == [[-6, -15, -23, -27]]
    assert found.reserves.tolist() == [[34, 25, 17, 13]]


def test_doing_nothing_keeps_every_service_and_saves_nothing() -> None:
    found = do_nothing(BASE, at())
    assert found.expenditure.tolist() == [[100, 107, 115, 123]]
    assert found.in_year.tolist() == [[-5, -10, -16, -22]]
    assert found.reserves.tolist() == [[34, 24, 8, -14]]


def test_council_tax_grows_from_the_first_year_at_the_pace_chosen() -> None:
    change = run(council_tax_growth_pct=10).funding - run().funding
    assert change[0].tolist() == pytest.approx([0, 55 - 52, 60.5 - 54, 66.55 - 56])


def test_grant_moves_but_for_the_first_year() -> None:
    assert (run(grant_change_pct=-20).funding - run().funding)[0].tolist() == [0, -5, -5, -5]


def test_a_year_late_leaves_a_service_and_its_pressures_with_the_council_for_a_year() -> None:
    found = run(corporations_slip_years=1)
    assert found.expenditure[0].tolist() == [100, 96, 32 + 70, 33]
    assert found.funding[0].tolist() == [95, 86, 88, 101 - 11 - 75]


def test_a_slip_beyond_the_last_year_keeps_the_service_for_good() -> None:
    found = run(corporations_slip_years=3, authority_slip_years=3)
    assert found.expenditure[0].tolist() == [100, 107, 115, 123]
    assert found.funding[0].tolist() == [95, 97, 99, 101]


def test_what_the_corporations_do_not_save_the_council_goes_on_paying() -> None:
    assert (run(stp_share_pct=0).in_year - run().in_year)[0].tolist() == [0, 0, 0, -3]
    assert (run(stp_share_pct=50, corporations_share_pct=50).in_year - run().in_year)[0, 3] == -2.25
    assert (run(corporations_delay_years=1).in_year - run().in_year)[0, 3] == -3


def test_half_a_saving_still_costs_all_of_setting_it_up() -> None:
    assert run(front_office_share_pct=50).saved[0].tolist() == [-1, 1, 5, 5]
    assert run(front_office_delay_years=1).saved[0].tolist() == [0, 0, 4, 6]


def test_a_saving_set_as_a_share_follows_the_councils_own_spending() -> None:
    assert run(additional_target_pct=20).saved[0].tolist() == [-1, 1, 9, 9]
    assert run(additional_delay_years=1).saved[0].tolist() == [-1, 1, 3, 6]
    # Twice the pressure adds 2 and 3 to the council's own spending; a tenth of it is saved.
    assert run(uplift_demand_pct=200).saved[0].tolist() == pytest.approx([-1, 1, 6.2, 6.3])


def test_reserves_take_the_planned_drawdown_and_what_is_paid_in() -> None:
    found = run(planned_drawdown_gbp_m=10, opening_reserves_gbp_m=50, transitional_first_gbp_m=5)
    assert found.reserves[0].tolist() == [40, 36, 28, 24]
    assert run(transitional_later_gbp_m=30).reserves[0].tolist() == [34, 25, 27, 33]


def test_a_summary_says_when_and_how_deep() -> None:
    worst = summary(BASE, run(stp_share_pct=0, opening_reserves_gbp_m=20))
    assert (worst.runs_out, worst.breaks_even, worst.deepest_year) == ("y3", None, "y4")
    assert worst.transitional_gbp_m == 10
    best = summary(BASE, run(additional_target_pct=50))
    assert (best.breaks_even, best.runs_out, best.transitional_gbp_m) == ("y3", None, 0)


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"colour": 1.0}, "there is no lever colour; the levers are council_tax_growth_pct"),
        ({"grant_change_pct": 201.0}, "can be -100 to 200 %; found 201"),
        ({"grant_change_pct": float("nan")}, "found nan"),
        ({"grant_change_pct": float("inf")}, "found inf"),
        ({"authority_slip_years": 1.5}, "whole years; found 1.5"),
    ],
)
def test_nonsense_levers_are_refused_with_the_reason(chosen: dict[str, float], reason: str) -> None:
    with pytest.raises(LeverError, match=reason.replace(".", r"\.")):
        positions(LEVERS, chosen)


@given(chosen=chosen_levers)
@patient
def test_the_parts_of_a_change_add_up_to_the_penny(chosen: dict[str, int]) -> None:
    for result, measure in RESULTS.items():
        parts = parts_of(result, **chosen)
        change = measure(run(**chosen))[0] - measure(run())[0]
        assert sum(parts.values()) == pytest.approx(change, abs=1e-8)
        assert all(name in chosen for name in parts)


def test_a_part_is_the_average_over_every_order() -> None:
    chosen = {"stp_share_pct": 0, "corporations_slip_years": 1, "additional_share_pct": 0}
    parts = parts_of("cumulative", **chosen)
    added = dict.fromkeys(chosen, 0.0)
    orders = list(permutations(chosen))
    for order in orders:
        so_far: dict[str, float] = {}
        for name in order:
            before = run(**so_far).cumulative[0, -1]
            so_far[name] = chosen[name]
            added[name] += (run(**so_far).cumulative[0, -1] - before) / len(orders)
    assert parts == pytest.approx(added)


def test_many_levers_move_by_group_and_still_add_up() -> None:
    chosen = dict.fromkeys(DEFAULTS, 1.0)
    parts = parts_of("reserves", **chosen)
    assert set(parts) == set(GROUPS.values())
    change = outcome(BASE, at(**chosen)).reserves[0, -1] - run().reserves[0, -1]
    assert sum(parts.values()) == pytest.approx(change)


def test_nothing_moved_is_nothing_to_split() -> None:
    assert parts_of("reserves") == {}
    assert without_each(BASE, at(), at(), GROUPS) == {}


def test_a_lever_put_back_leaves_what_the_others_do() -> None:
    moved = at(stp_share_pct=0, opening_reserves_gbp_m=20)
    without = without_each(BASE, at(), moved, GROUPS)
    assert without == {
        "stp_share_pct": summary(BASE, run(opening_reserves_gbp_m=20)),
        "opening_reserves_gbp_m": summary(BASE, run(stp_share_pct=0)),
    }


def test_what_it_would_take_is_the_smallest_move() -> None:
    answers = {answer.lever: answer for answer in solve(BASE, LEVERS, at(), Goal("in_year", 0, "y4"))}
    # 4 short in y4; 10 % is 3, so 24 % is the first whole per cent that brings 7.2.
    assert answers["additional_target_pct"] == Answer("additional_target_pct", 24, 24, 0, already=False)
    none = answers["opening_reserves_gbp_m"]
    assert (none.value, none.short_gbp_m, none.already) == (None, 4, False)
    met = solve(BASE, LEVERS[:1], at(), Goal("reserves", 0, "always"))
    assert met[0].already


def test_a_lever_that_stands_as_printed_can_be_solved_for() -> None:
    (answer,) = solve(BASE, LEVERS[:1], at(), Goal("in_year", 0, "y4"))
    assert answer.value is not None
    assert run(council_tax_growth_pct=answer.value).in_year[0, 3] >= 0
    assert run(council_tax_growth_pct=answer.value - 1).in_year[0, 3] < 0


def test_several_scenarios_stand_in_rows() -> None:
    found = outcome(BASE, stacked([at(), at(stp_share_pct=0)]))
    assert found.in_year[:, 3].tolist() == [-4, -7]


def test_a_range_that_is_a_point_gives_the_point() -> None:
    found = spread(BASE, at(), {"stp_share_pct": Range(100, 100, 100, "pert", whole=False)}, draws=50)
    assert found.fan[0].tolist() == found.fan[-1].tolist() == run().reserves[0].tolist()
    assert found.lasting.tolist() == [1, 1, 1, 1]
    assert found.swings == {"stp_share_pct": (13, 13)}


def test_the_fan_opens_and_reserves_that_ran_out_stay_run_out() -> None:
    ranges = {"additional_share_pct": Range(0, 100, 100, "triangular", whole=False)}
    found = spread(BASE, at(opening_reserves_gbp_m=26), ranges, draws=4000)
    assert (np.diff(found.fan, axis=0) >= 0).all()
    assert (np.diff(found.lasting) <= 0).all()
    # 3 in reserve at the end of y3 if all is saved and 0 at none; y4 takes 4 more: lasts nowhere.
    assert found.lasting[:2].tolist() == [1, 1]
    assert found.lasting[3] == 0
    assert found.swings == {"additional_share_pct": (-7, -1)}


@pytest.mark.parametrize("shape", ["triangular", "pert"])
def test_draws_keep_to_their_range_and_mean(shape: Any) -> None:
    drawn = draw({"a": Range(0, 3, 12, shape, whole=False)}, ALIKE, 0, 20_000, 5)["a"]
    assert drawn.min() >= 0
    assert drawn.max() <= 12
    mean = 5 if shape == "triangular" else (0 + 4 * 3 + 12) / 6
    assert drawn.mean() == pytest.approx(mean, abs=0.06)


def test_ranges_move_together_as_far_as_asked() -> None:
    ranges = {name: Range(0, 1, 2, "triangular", whole=False) for name in "ab"}
    for wanted in (0.0, 0.5, 1.0):
        for better in (ALIKE, {"a": -1, "b": 1}):
            drawn = draw(ranges, better, wanted, 20_000, 5)
            found = np.corrcoef(drawn["a"], better["a"] * drawn["b"])[0, 1]
            assert found == pytest.approx(wanted, abs=0.03)
    assert draw(ranges, ALIKE, 0.5, 10, 5)["a"].tolist() == draw(ranges, ALIKE, 0.5, 10, 5)["a"].tolist()


@pytest.mark.parametrize("shape", ["triangular", "pert"])
def test_reserves_spread_further_the_more_bad_comes_with_bad(shape: Any) -> None:
    # More demand is worse, more of a saving better, a later start worse.
    ranges = {
        "uplift_demand_pct": Range(80, 100, 140, shape, whole=False),
        "additional_share_pct": Range(40, 100, 150, shape, whole=False),
        "grant_change_pct": Range(-50, 0, 50, shape, whole=False),
        "additional_delay_years": Range(0, 1, 2, shape, whole=True),
    }
    found = [spread(BASE, at(), ranges, correlation=share, draws=4000) for share in (0, 0.25, 0.5, 0.75, 1)]
    lows, highs = ([one.fan[place, -1] for one in found] for place in (0, -1))
    assert lows == sorted(lows, reverse=True)
    assert highs == sorted(highs)
    assert directions(found[0].swings) == {
        "uplift_demand_pct": -1,
        "additional_share_pct": 1,
        "grant_change_pct": 1,
        "additional_delay_years": -1,
    }


def test_years_are_drawn_whole_and_bad_ranges_are_refused() -> None:
    years = draw({"a": Range(0, 0, 3, "triangular", whole=True)}, ALIKE, 0, 500, 1)["a"]
    assert set(years) <= {0.0, 1.0, 2.0, 3.0}
    with pytest.raises(LeverError, match="from low over most likely to high; found 3, 1, 2"):
        draw({"a": Range(3, 1, 2, "pert", whole=False)}, ALIKE, 0, 10, 1)
    with pytest.raises(LeverError, match="can be 0 to 1; found 2"):
        draw({"a": replace(Range(1, 1, 2, "pert", whole=False))}, ALIKE, 2, 10, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("in_year", "such as in_year>=0@2020/21 or reserves>=20@always; found in_year"),
        ("profit>=0@always", "found profit>=0@always"),
        ("in_year>=0@2031/32", "the years are 2020/21 or always; found 2031/32"),
    ],
)
def test_a_goal_that_is_none_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(LeverError, match=reason):
        goal(text, ("2020/21",))


def test_a_goal_is_read_as_it_is_written() -> None:
    for text in ("in_year>=0@2020/21", "reserves>=-20.5@always"):
        assert str(goal(text, ("2020/21",))) == text


def test_a_goal_for_every_year_looks_at_the_worst() -> None:
    margin = Goal("reserves", 15, "always").margin(BASE, run())
    assert margin.tolist() == [-2]


def test_steady_growth_leads_from_the_first_amount_to_the_last() -> None:
    assert steady_growth(np.array([100.0, 150, 121])) == pytest.approx(10)
