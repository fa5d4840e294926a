"""Savings on worked examples: sums, concentration, and what a share can be taken of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import savings as rules
from dashboard.domain.fact import DERIVED
from tests.shapes import fact, facts_of, patient

EFFECTS = {"a": -6.0, "b": -3.0, "c": -2.0, "d": -1.0, "e": 0.4, "f": 0.0}


def test_a_sum_leaves_out_what_is_not_known_and_says_what_it_is() -> None:
    total = rules.added("all", "2019/20", [fact(value=-0.1), fact(value=-0.2), fact(value=None)], "3 options")
    assert total.value == -0.3
    assert (total.status, total.source_line, total.printed) == (DERIVED, None, "")
    assert total.locator == "Derived from 3 options"


def test_a_sum_of_nothing_is_nil_without_a_sign() -> None:
    assert str(rules.added("all", "2019/20", [fact(value=-0.0)], "1 option").value) == "0.0"


def test_a_count_is_derived() -> None:
    counted = rules.count("yes", "2019/20", 3, "field 13", "made-up")
    assert (counted.value, counted.unit, counted.status) == (3, "options", DERIVED)


def test_figures_worked_out_lose_their_line_and_unknown_ones_are_left_out() -> None:
    (kept,) = rules.marked([fact(value=-0.30000000004), fact(value=None)], "changes added up")
    assert kept.value == -0.3
    assert kept.source_line is None
    assert kept.locator == "Derived from Table 1: changes added up"


def test_the_last_year_of_each_series_is_found_whatever_the_order() -> None:
    facts = [*facts_of("a", {"2020/21": 2.0, "2019/20": 1.0}), *facts_of("b", {"2019/20": 5.0})]
    assert {name: own.value for name, own in rules.last_of_each(facts).items()} == {"a": 2.0, "b": 5.0}


def test_concentration_ranks_what_saves_and_names_the_rest() -> None:
    found = rules.concentration(EFFECTS)
    assert [(rank.place, rank.series, rank.saving) for rank in found.ranks] == [
        (1, "a", 6.0),
        (2, "b", 3.0),
        (3, "c", 2.0),
        (4, "d", 1.0),
    ]
    assert [rank.share for rank in found.ranks] == pytest.approx([0.5, 0.75, 11 / 12, 1])
    assert found.half == 1
    assert found.costing == ("e",)
    assert found.unchanged == ("f",)


def test_concentration_of_nothing_saved() -> None:
    found = rules.concentration({"a": 1.0, "b": 0.0})
    assert (found.ranks, found.half) == ((), 0)


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.floats(-100, -0.001), min_size=1, max_size=12))
@patient
def test_half_is_the_fewest_that_give_half(effects: dict[str, float]) -> None:
    found = rules.concentration(effects)
    whole = sum(effects.values())
    largest = sorted(effects.values())
    assert sum(largest[: found.half]) / whole >= 0.5 - 1e-9
    assert sum(largest[: found.half - 1]) / whole < 0.5 + 1e-9
    assert found.ranks[-1].share == pytest.approx(1)


@pytest.mark.parametrize(
    ("gross", "net", "effect", "amount", "reason"),
    [
        (10.0, 4.0, -1.0, 4.0, ""),
        (10.0, 4.0, -4.0, 4.0, ""),
        (10.0, 4.0, -4.1, None, "larger than the net budget"),
        (10.0, 4.0, 0.1, None, "costs money"),
        (2.105, -0.57, -0.1, None, "below zero"),
        (0.0, 0.0, -0.1, None, "no budget"),
        (None, 16.62, -0.1, None, "gross budget is given as not applicable"),
        (10.0, None, -0.1, None, "net budget is given as not applicable"),
    ],
)
def test_a_share_is_taken_only_of_a_net_budget_above_zero(
    gross: float | None, net: float | None, effect: float, amount: float | None, reason: str
) -> None:
    base = rules.share_base(gross, net, effect)
    assert base.amount == amount
    assert (reason in base.reason) and bool(reason) == bool(base.reason)


@pytest.mark.parametrize(
    ("gross", "income", "net", "agrees"),
    [
        (2.718, [1.851], 1.074, False),
        (7.623, [-0.487], 7.136, True),
        (15.308, [2.622, 5.808], 6.878, True),
        (432.62, [110.086], 322.533, True),
        (10.0, [], 4.0, True),
        (None, [1.0], 4.0, True),
        (10.0, [1.0], None, True),
    ],
)
def test_a_net_budget_agrees_with_gross_less_income_but_for_rounding(
    gross: float | None, income: list[float], net: float | None, agrees: bool
) -> None:
    assert rules.net_agrees(gross, income, net) is agrees


def test_a_net_budget_in_conflict_is_no_base() -> None:
    base = rules.share_base(2.718, 1.074, -0.697, agrees=False)
    assert base.amount is None
    assert "not gross less income" in base.reason


def test_lost_and_added_are_kept_apart() -> None:
    assert rules.lost_and_added([-1.7, 3.0, 0.0, -1.3]) == (-3.0, 3.0)
    assert rules.lost_and_added([]) == (0.0, 0.0)
