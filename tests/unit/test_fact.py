import pytest

from dashboard.domain.fact import DERIVED, by_period, derived
from tests.shapes import fact


def test_the_amount_of_a_figure_that_cannot_be_read_is_an_error_that_says_where_it_stands() -> None:
    assert fact(value=-48).amount == -48
    unreadable = fact("bridge", "2020/21", None, status="unreadable", source_line=230, locator="Table 4")
    with pytest.raises(ValueError, match=r"bridge 2020/21 \(Table 4, line 230\) has no readable value"):
        _ = unreadable.amount


def test_a_derived_figure_has_no_line_and_names_its_parents_once() -> None:
    parents = [
        fact("a", "2019/20", 1, source_line=7),
        fact("a", "2020/21", 2, source_line=7),
        fact("b", "2020/21", 3, source_line=None, locator="Return 2018"),
    ]
    result = derived("sum", "2020/21", 6, parents)
    assert (result.value, result.unit, result.status) == (6, "£m", DERIVED)
    assert (result.printed, result.source_line) == ("", None)
    assert result.locator == "Derived from Table 1, line 7; Return 2018"


def test_a_derived_figure_is_rounded_far_below_what_is_printed() -> None:
    assert derived("sum", "", 0.1 + 0.2, iter([fact()])).value == 0.3
    assert derived("sum", "", 1.0004, [fact()]).value == 1.0
    assert derived("sum", "", 1.0006, [fact()]).value == 1.001


def test_by_period_takes_one_series_in_its_order() -> None:
    rows = [fact("a", "2020/21", 2), fact("b", "2020/21", 9), fact("a", "2019/20", 1)]
    assert {period: item.value for period, item in by_period(rows, "a").items()} == {
        "2020/21": 2,
        "2019/20": 1,
    }
    assert list(by_period(rows, "a")) == ["2020/21", "2019/20"]
    assert by_period(rows, "nothing") == {}
