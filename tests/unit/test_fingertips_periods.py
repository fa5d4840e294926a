"""Periods as Fingertips writes them, and those that cannot be."""

import pytest

from dashboard.ingest.fingertips.periods import fault_of

WRITTEN = [
    ("2018", "20180000"),
    ("2018/19", "20180000"),
    ("2018/2019", "20180000"),
    ("1999/00", "19990000"),
    ("2018 - 20", "20180000"),
    ("2018-20", "20180000"),
    ("2018 – 2020", "20180000"),
    ("1998 - 02", "19980000"),
    ("2018/19 - 20/21", "20180000"),
    ("2016/17-2018/19", "20160000"),
    ("2018 Q1", "20180100"),
    ("2018/19 Q4", "20180400"),
    ("2018/19 Q1-Q3", "20180300"),
    ("2018/19 Q1 - Q3", "20180300"),
    ("2006/07 Q2 - 2007/08 Q1", "20060200"),
    ("2006/07 Q1 - 2006/07 Q1", "20060200"),
    ("2006 Q4 - 2007 Q3", "20060400"),
    ("2018 Jan", "20180001"),
    ("Jan 2018", "20180001"),
    ("Jan 2010", "20090010"),
    ("September 2018", "20180009"),
    ("2018 Jan - Mar", "20180001"),
    ("Jan - Mar 2018", "20180001"),
    ("Aug 2006 - Jul 2007", "20060000"),
    ("Mar 2006 - Feb 2009", "20060000"),
    ("Apr 2020 - Mar 21", "20200000"),
    ("31 Mar 2021", "20210003"),
    ("2018", None),
    ("2018", "7"),
]


@pytest.mark.parametrize(("period", "sortable"), WRITTEN)
def test_a_period_that_fingertips_writes_has_no_fault(period: str, sortable: str | None) -> None:
    assert fault_of(period, sortable) == ""


NO_FORM = "expected a form such as 2018, 2018/19, 2018 - 20, 2018/19 Q1 or Jan 2018"
IMPOSSIBLE = [
    ("banana", NO_FORM),
    ("18", NO_FORM),
    ("2018 Q5", NO_FORM),
    ("Jan 2018 Q1", NO_FORM),
    ("31 2018", NO_FORM),
    ("32 Mar 2018", NO_FORM),
    ("2018 - banana", NO_FORM),
    ("2018/99", "the second year does not follow the first"),
    ("2018/18", "the second year does not follow the first"),
    ("2018/2020", "the second year does not follow the first"),
    ("2018/19 - 20/22", "the second year does not follow the first"),
    ("2018/19 Q3-Q1", "it ends before it begins"),
    ("2018 Mar - Jan", "it ends before it begins"),
    ("2018 - 2016", "it ends before it begins"),
    ("2006 Q4 - 2006 Q3", "it ends before it begins"),
    ("2018 - 17", "it ends before it begins, or spans more than 30 years"),
    ("0218", "expected a year from 1900 to 2099"),
]


@pytest.mark.parametrize(("period", "fault"), IMPOSSIBLE)
def test_a_period_that_cannot_be_is_told_why(period: str, fault: str) -> None:
    assert fault_of(period, None) == fault


@pytest.mark.parametrize(
    ("period", "sortable"),
    [("2018", "20170000"), ("2018/19", "20190000"), ("Jan 2018", "20160000"), ("2018 Q1", "20190100")],
)
def test_a_period_is_held_against_its_sortable_number(period: str, sortable: str) -> None:
    assert fault_of(period, sortable) == f"it does not begin in the year of “Time period Sortable” {sortable}"
