"""Figures for a footprint: made where counts and denominators allow it, refused in words elsewhere."""

from dataclasses import replace

import pytest

from dashboard.domain.outcomes_footprint import (
    AsPublished,
    Combined,
    Member,
    NotCombined,
    combine,
    multiplier,
)

FIRST = Member("A1", "Avon", "2020/21", "Persons", "All ages", 10.0, 20.0, 200.0)
SECOND = Member("B2", "Bure", "2020/21", "Persons", "All ages", 30.0, 90.0, 300.0)


def test_a_proportion_is_the_sum_of_counts_over_the_sum_of_denominators() -> None:
    """110 of 500 is 22 %, not the mean of 10 % and 30 %."""
    found = combine("Proportion", "%", [FIRST, SECOND])
    assert isinstance(found, Combined)
    assert (found.value, found.count, found.denominator) == (22.0, 110.0, 500.0)
    assert (found.lower, found.upper) == pytest.approx((18.59, 25.84), abs=0.01)
    assert "Wilson" in found.method


def test_a_crude_rate_has_an_interval_for_counts() -> None:
    rates = [replace(FIRST, value=100.0), replace(SECOND, value=300.0)]
    found = combine("Crude rate", "per 1,000", rates)
    assert isinstance(found, Combined)
    assert found.value == pytest.approx(220)
    assert (found.lower, found.upper) == pytest.approx((180.8, 265.2), abs=0.1)
    assert "Byar" in found.method


def test_a_rate_of_few_events_has_exact_limits() -> None:
    few = replace(FIRST, value=5.0, count=2.5, denominator=500.0)
    found = combine("Crude rate", "per 1,000", [few, few])
    assert isinstance(found, Combined)
    assert (found.lower, found.upper) == pytest.approx((1.6235, 11.6683), abs=1e-3)


@pytest.mark.parametrize(
    ("value_type", "unit", "members", "words"),
    [
        (None, "%", [FIRST, SECOND], "no metadata"),
        ("Directly standardised rate", "per 100,000", [FIRST, SECOND], "cannot be made again"),
        ("Score", "", [FIRST, SECOND], "cannot be made again"),
        ("Proportion", "days", [FIRST, SECOND], "unit"),
        ("Proportion", None, [FIRST, SECOND], "unit"),
        ("Proportion", "%", [], "no member"),
        ("Proportion", "%", [FIRST, replace(SECOND, period="2021/22")], "one period"),
        ("Proportion", "%", [FIRST, replace(SECOND, sex="Male")], "one period, sex and age"),
        ("Proportion", "%", [FIRST, replace(SECOND, value=None)], "published for Bure."),
        ("Proportion", "%", [FIRST, replace(SECOND, count=None)], "published for Bure."),
        ("Proportion", "%", [FIRST, replace(SECOND, denominator=None)], "published for Bure."),
        ("Proportion", "%", [FIRST, replace(SECOND, denominator=0.0)], "published for Bure."),
        ("Proportion", "%", [FIRST, replace(SECOND, value=31.0)], "not the value for Bure."),
        ("Proportion", "%", [replace(FIRST, value=110.0, count=220.0), SECOND], "not the value for Avon."),
    ],
)
def test_what_cannot_be_made_is_refused_with_its_reason(
    value_type: str | None, unit: str | None, members: list[Member], words: str
) -> None:
    found = combine(value_type, unit, members)
    assert isinstance(found, NotCombined)
    assert words in found.reason


def test_a_value_published_to_one_decimal_still_follows_from_its_count() -> None:
    rounded = replace(SECOND, value=30.0, count=90.1)
    assert isinstance(combine("Proportion", "%", [FIRST, rounded]), Combined)


@pytest.mark.parametrize("value_type", [None, "Score", "Directly standardised rate", "Proportion"])
def test_a_sole_member_passes_its_figure_through_as_published(value_type: str | None) -> None:
    alone = replace(FIRST, count=None, denominator=None)
    found = combine(value_type, "per 100,000", [alone])
    assert isinstance(found, AsPublished)
    assert found.member == alone
    assert "Avon is its only member" in found.reason


def test_a_sole_member_without_a_value_has_none_to_pass_through() -> None:
    found = combine("Proportion", "%", [replace(FIRST, value=None)])
    assert isinstance(found, NotCombined)
    assert not isinstance(found, AsPublished)
    assert "published for Avon." in found.reason


@pytest.mark.parametrize(
    ("unit", "expected"), [("%", 100), ("per 1,000", 1000), ("per 100,000", 100_000), ("years", None)]
)
def test_the_unit_says_what_a_share_is_multiplied_by(unit: str, expected: float | None) -> None:
    assert multiplier(unit) == expected
