"""The rules on worked examples; the published ones are Tables 3, 40, 46, 49 and 50 of the 2017 report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import deficit as rules
from dashboard.domain.fact import DERIVED
from tests.shapes import fact, facts_of, patient

YEARLY = {
    "2017/18": -49.0,
    "2018/19": -83.5,
    "2019/20": -92.0,
    "2020/21": -41.0,
    "2021/22": -13.0,
    "2022/23": 20.0,
}
CUMULATIVE = {"2017/18": -49.0, "2018/19": -132.5, "2019/20": -224.5, "2020/21": -265.5}
RESERVES = {"2017/18": 50.0, "2018/19": -34.0, "2019/20": -152.0, "2020/21": -300.0}
thousandths = st.integers(-1_000_000, 1_000_000).map(lambda value: value / 1000)


def test_reserves_run_out_in_the_first_year_below_zero() -> None:
    found = rules.first_negative(facts_of("a", RESERVES))
    assert found is not None
    assert (found.period, found.value) == ("2018/19", -34)


def test_nothing_left_is_not_yet_below_zero() -> None:
    assert rules.first_negative(facts_of("a", {"2017/18": 0.0, "2018/19": 0.0})) is None
    assert rules.first_negative([]) is None


def test_balance_is_reached_in_the_year_after_which_no_deficit_follows() -> None:
    found = rules.break_even(facts_of("a", YEARLY))
    assert found is not None
    assert found.period == "2022/23"


def test_balance_that_is_lost_again_does_not_count() -> None:
    lost = {"2017/18": 5.0, "2018/19": -1.0, "2019/20": 0.0, "2020/21": 3.0}
    found = rules.break_even(facts_of("a", lost))
    assert found is not None
    assert found.period == "2019/20"


@pytest.mark.parametrize(
    "values", [{}, {"2017/18": -1.0}, {"2017/18": 5.0, "2018/19": -0.001}], ids=["nothing", "deficit", "lost"]
)
def test_balance_is_never_reached_where_the_last_year_is_a_deficit(values: dict[str, float]) -> None:
    assert rules.break_even(facts_of("a", values)) is None


def test_of_equal_depths_the_first_counts() -> None:
    assert (
        rules.deepest(facts_of("a", {"2017/18": -1.0, "2018/19": -9.0, "2019/20": -9.0})).period == "2018/19"
    )


def test_the_running_sum_of_the_yearly_table_is_the_cumulative_table() -> None:
    sums = rules.running_sum(facts_of("yearly", YEARLY), "sum")
    known = {item.period: item.value for item in sums}
    assert {period: known[period] for period in CUMULATIVE} == CUMULATIVE
    assert {item.status for item in sums} == {DERIVED}
    assert {item.series for item in sums} == {"sum"}


@given(values=st.lists(thousandths, max_size=30))
@patient
def test_the_running_sum_starts_with_the_first_and_steps_by_each(values: list[float]) -> None:
    rows = [fact(period=str(2000 + place), value=value) for place, value in enumerate(values)]
    sums = rules.running_sum(rows, "sum")
    assert [item.period for item in sums] == [item.period for item in rows]
    before = 0.0
    for item, value in zip(sums, values, strict=True):
        assert item.amount == pytest.approx(before + value, abs=1e-6)
        before = item.amount


def test_a_printed_total_is_carried_on_by_the_years_after_it_and_each_names_what_it_stands_on() -> None:
    printed = facts_of("new_model", CUMULATIVE, locator="Table 3", source_line=223)
    yearly = facts_of("new_model", YEARLY, locator="Table 46", source_line=2195)
    later = rules.extended(printed, yearly, "new_model.derived")
    assert {item.period: item.value for item in later} == {"2021/22": -278.5, "2022/23": -258.5}
    assert {item.status for item in later} == {DERIVED}
    assert {item.locator for item in later} == {"Derived from Table 3, line 223; Table 46, line 2195"}


def test_each_later_sum_names_every_year_it_adds() -> None:
    yearly = [fact("y", "2021/22", 1, source_line=11), fact("y", "2022/23", 2, source_line=12)]
    later = rules.extended([fact("t", "2020/21", 10, source_line=5)], yearly, "more")
    assert [item.locator for item in later] == [
        "Derived from Table 1, line 5; Table 1, line 11",
        "Derived from Table 1, line 5; Table 1, line 11; Table 1, line 12",
    ]


def test_years_before_the_printed_total_are_not_added_to_it() -> None:
    printed = [fact("t", "2020/21", 10)]
    assert rules.extended(printed, facts_of("y", {"2018/19": 5.0, "2020/21": 5.0}), "more") == []


def test_reserves_are_added_only_where_both_kinds_are_known() -> None:
    rows = [
        fact("earmarked", "2016-03-31", 278.041),
        fact("unallocated", "2016-03-31", 36.0),
        fact("earmarked", "2017-03-31", 270.0),
    ]
    totals = rules.total_reserves(rows, "outturn")
    assert [(item.period, item.value, item.status) for item in totals] == [("2016-03-31", 314.041, DERIVED)]


def test_the_year_that_a_balance_closes() -> None:
    assert rules.closing_year("2017-03-31") == "2016/17"
    assert rules.closing_year("2000-03-31") == "1999/00"
    with pytest.raises(ValueError, match="2015-04-01 is not the last day of a financial year"):
        rules.closing_year("2015-04-01")


def test_the_difference_is_the_second_less_the_first() -> None:
    nothing, model = fact("do_nothing", "2020/21", -148), fact("new_model", "2020/21", -41, source_line=8)
    closed = rules.difference(nothing, model, "closed")
    assert (closed.value, closed.period, closed.status) == (107, "2020/21", DERIVED)
    assert closed.locator == "Derived from Table 1, line 8; Table 1, line 7"


def test_the_latest_year_that_all_paths_have() -> None:
    rows = facts_of("a", YEARLY) + facts_of("b", CUMULATIVE)
    assert rules.latest_common(rows, "a", "b") == "2020/21"
    assert rules.latest_common(rows, "a") == "2022/23"
