"""What may be said of the sums of programmes, on worked examples."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import programmes as rules
from dashboard.domain.fact import Fact
from dashboard.domain.programmes import UnlikeError
from tests.programmes import made_parts, made_sum

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "other",
    [
        {"basis": "total", "span": "10 years"},
        {"claim": "avoided"},
        {"reach": "public_sector"},
        {"gain": "net"},
        {"basis": "unstated"},
    ],
)
def test_sums_counted_in_different_ways_are_refused(other: dict[str, Any]) -> None:
    unlike = made_sum(**other)
    with pytest.raises(
        UnlikeError, match=r"Sums counted as benefit-annual-expected-partners and as .* cannot"
    ):
        rules.alike([made_sum(), unlike])
    with pytest.raises(UnlikeError, match="cannot be compared"):
        rules.added("nowhere.benefit", [made_sum(), unlike])


def test_totals_over_different_spans_are_refused() -> None:
    three, ten = (made_sum(basis="total", span=span) for span in ("3 years", "10 years"))
    assert rules.alike([three, three]) == [three, three]
    with pytest.raises(UnlikeError, match=r"-3_years and as .*-10_years"):
        rules.alike([three, ten])


def test_sums_of_one_kind_stand_in_order_of_size() -> None:
    small, large = made_sum(value=1.0), made_sum(value=3.0)
    lost = made_sum(value=None)
    assert rules.alike([small, lost, large]) == [large, small, lost]
    assert rules.alike([]) == []


def test_a_sum_alone_stays_as_printed_and_several_are_derived() -> None:
    assert rules.added("x", [made_sum()]) == made_sum().fact
    total = rules.added("nowhere.ask", [made_sum(), made_sum(value=500.0, source_line=8)])
    assert total == Fact(
        "nowhere.ask",
        "",
        2500.0,
        "£",
        "",
        "derived",
        "made-up",
        None,
        "Derived from Table 1, line 7, line 8",
    )


def test_what_is_blacked_out_is_not_given_and_never_nought() -> None:
    assert rules.added("x", []) is None
    assert rules.added("x", [made_sum(), made_sum(value=None)]) is None


def test_the_whole_cost_is_the_total_or_else_what_is_met_once() -> None:
    once, total, yearly = (made_sum(measure="cost", basis=basis) for basis in ("one_off", "total", "annual"))
    assert rules.whole_cost([once, total, yearly]) == [total]
    assert rules.whole_cost([yearly, once, once]) == [once, once]
    assert rules.whole_cost([yearly]) == []


def test_a_gain_is_divided_only_by_a_cost_of_the_same_money_and_years() -> None:
    gain = made_sum(basis="total", span="3 years").kind
    once = made_sum(gain="cost", basis="one_off").kind
    assert rules.cost_fits(gain, once)
    assert rules.cost_fits(gain, replace(once, basis="total", span="3 years"))
    assert not rules.cost_fits(gain, replace(once, basis="total", span="7 years"))
    assert not rules.cost_fits(replace(gain, reach="public_sector"), once)


def test_a_return_says_what_it_was_worked_out_from() -> None:
    ask = made_sum(value=300.0, source_line=3).fact
    found = rules.per_pound("x", made_sum().fact, ask, "£ a year")
    assert found is not None
    assert (found.value, found.unit, found.status, found.source_line) == (6.67, "£ a year", "derived", None)
    assert found.locator == "Derived from Table 1, line 7 and Table 1, line 3"
    twice = rules.added("y", [made_sum(), made_sum()])
    again = rules.per_pound("x", made_sum().fact, twice, "£")
    assert again is not None
    assert again.locator == "Derived from Table 1, line 7 and Table 1, line 7, line 7"


@pytest.mark.parametrize("paid", [None, made_sum(value=None).fact, made_sum(value=0.0).fact])
def test_without_what_was_paid_there_is_no_return(paid: Fact | None) -> None:
    assert rules.per_pound("x", made_sum().fact, paid, "£") is None
    assert rules.per_pound("x", made_sum(value=None).fact, made_sum().fact, "£") is None


@pytest.mark.parametrize(
    ("given_sum", "slack", "belief"),
    [
        (2000.0, 0.0, rules.ADDS_UP),
        (1999.0, 0.0, rules.ADDS_UP),
        (1500.0, 500.0, rules.ADDS_UP),
        (1960.0, 0.0, rules.NEARLY),
        (2100.0, 0.0, rules.NEARLY),
        (2200.0, 0.0, rules.DISPUTED),
        (None, 0.0, rules.UNSUPPORTED),
    ],
)
def test_a_sum_is_believed_as_far_as_its_parts_come_to_it(
    given_sum: float | None, slack: float, belief: str
) -> None:
    parts = [made_parts(given=given_sum, slack=slack)]
    assert rules.belief("nowhere_saving", parts, NOTHING) == belief


def test_a_sum_that_its_document_contradicts_is_disputed_even_where_it_adds_up() -> None:
    assert rules.belief("nowhere_saving", [made_parts()], frozenset({"nowhere_saving"})) == rules.DISPUTED
    assert rules.belief("nowhere_saving", [], frozenset({"nowhere_saving"})) == rules.DISPUTED
    assert rules.belief("nowhere_saving", [], NOTHING) == rules.UNSUPPORTED


def test_parts_on_another_basis_are_no_contradiction() -> None:
    far, otherwise = [made_parts(given=2200.0)], frozenset({"nowhere_saving"})
    assert rules.belief("nowhere_saving", far, NOTHING, otherwise) == rules.OTHERWISE
    assert rules.belief("nowhere_saving", far, otherwise, otherwise) == rules.DISPUTED


def test_the_part_that_does_not_hold_is_told() -> None:
    whole, part = made_parts(), made_parts(total="first", given=1850.0, figures=("grandchild",))
    assert rules.doubted("nowhere_saving", [whole, part]) == part
    assert rules.doubted("nowhere_saving", [whole, replace(part, given=2000.0)]) is None


def test_a_sum_takes_over_the_doubt_of_its_parts() -> None:
    disputed = frozenset({"first"})
    nearly = made_parts(total="first", given=1950.0, figures=("grandchild",))
    assert rules.belief("nowhere_saving", [made_parts(), nearly], disputed) == rules.NEARLY
    assert rules.belief("nowhere_saving", [made_parts()], disputed) == rules.DISPUTED


def test_the_parts_that_lie_furthest_off_are_told() -> None:
    near, far = made_parts(given=1990.0), made_parts(way="row", given=1900.0)
    assert rules.furthest("nowhere_saving", [near, far]) == far
    assert rules.furthest("another", [near]) is None


@pytest.mark.parametrize(
    ("net", "reached"),
    [
        ([-2.0, 1.0, 3.0], "Year 2"),
        ([1.0, 1.0], "Year 0"),
        ([-2.0, 1.0], None),
        ([-2.0, 3.0, -2.0, 2.0], "Year 3"),
    ],
)
def test_it_breaks_even_in_the_first_year_from_which_on_nothing_is_owed(
    net: list[float], reached: str | None
) -> None:
    years = [(f"Year {place}", amount) for place, amount in enumerate(net)]
    assert rules.break_even(years)[1] == reached


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8))
def test_the_running_sum_ends_with_the_sum(amounts: list[float]) -> None:
    running, _ = rules.break_even([(str(place), amount) for place, amount in enumerate(amounts)])
    assert running[-1][1] == pytest.approx(sum(amounts), abs=0.1)
    assert len(running) == len(amounts)


def test_steps_that_last_are_added_up_to_a_level_and_levels_stay() -> None:
    steps = [("2014/15", 1.0), ("2015/16", 2.0)]
    assert rules.levels(steps, "incremental") == [("2014/15", 1.0), ("2015/16", 3.0)]
    assert rules.levels(steps, "run_rate") == steps


def test_a_kind_has_a_name_that_an_address_can_hold() -> None:
    kind = made_sum(basis="total", span="Its lifespan").kind
    assert kind.name == "benefit-total-expected-partners-its_lifespan"
    assert made_sum().kind.name == "benefit-annual-expected-partners"
