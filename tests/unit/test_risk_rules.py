"""Bands, changes, what is missing, and quarters."""

from datetime import date

import pytest

from dashboard.domain.risk import (
    band_of,
    better,
    fullest_cell,
    in_highest_band,
    not_improving,
    not_placed,
    of_kind,
    quarter_name,
    quarter_number,
    quarter_on,
    quarter_words,
    quarters_old,
    usual_change,
)
from tests.risks import assessment, bands, unplaced, unscored


def test_a_change_of_score_is_the_residual_less_the_current() -> None:
    assert assessment().change == -4
    assert assessment(residual_score=16).change == 0
    assert unscored().change is None
    assert assessment(current_score=None).change is None


@pytest.mark.parametrize(
    ("kind", "residual", "expected"),
    [
        ("risk", 12, True),
        ("risk", 16, False),
        ("risk", 20, False),
        ("opportunity", 12, False),
        ("opportunity", 16, False),
        ("opportunity", 20, True),
    ],
)
def test_down_is_good_for_a_risk_and_up_for_an_opportunity(kind: str, residual: int, expected: bool) -> None:
    entry = assessment(kind=kind, residual_score=residual)
    assert entry.improves is expected
    assert not_improving([entry]) == ([] if expected else [entry])
    assert better(kind, residual - 16) is expected


def test_without_both_scores_nothing_is_said_of_improving() -> None:
    assert unscored().improves is None
    assert not_improving([unscored()]) == []


def test_only_a_score_without_a_cell_cannot_be_placed() -> None:
    entries = [assessment(), unplaced(), unscored()]
    assert not_placed(entries, "current") == [entries[1]]
    assert not_placed(entries, "residual") == []
    assert entries[1].at("current").cell is None
    assert entries[0].at("residual").cell == (4, 3)


def test_what_is_missing_is_named() -> None:
    assert assessment().missing == ()
    assert assessment(owner=None, direction=None, risk_type=None).missing == ("owner", "direction", "type")
    assert unscored().missing == ("current score", "residual score")
    assert assessment(direction=None).travel == "missing"
    assert assessment(direction="static").travel == "static"


def test_a_score_lies_in_the_band_whose_ends_include_it() -> None:
    three = bands("low", "medium", "high")
    words = {score: band.word if (band := band_of(three, score)) else None for score in (1, 8, 9, 16, 17, 25)}
    assert words == {1: "low", 8: "low", 9: "medium", 16: "medium", 17: "high", 25: "high"}
    assert band_of(three, 26) is None
    assert band_of(three, None) is None


def test_the_highest_band_is_that_with_the_highest_place() -> None:
    entries = [assessment(), unplaced()]
    three = bands("low", "medium", "high")
    assert in_highest_band(entries, three, "current") == [entries[1]]
    assert in_highest_band(entries, tuple(reversed(three)), "residual") == []
    assert in_highest_band(entries, (), "current") == []


def test_the_fullest_cell_is_the_graver_of_two_that_are_equally_full() -> None:
    low = assessment("ice", current_impact=1, current_likelihood=1, current_score=1)
    assert fullest_cell([low, assessment()], "current") == ((4, 4), 1)
    assert fullest_cell([low, low, assessment()], "current") == ((1, 1), 2)
    assert fullest_cell([unplaced()], "current") is None


def test_the_usual_change_is_the_commonest_and_of_equals_the_larger() -> None:
    still = assessment("ice", residual_score=16)
    assert usual_change([assessment(), assessment("b"), still]) == (-4, 2)
    assert usual_change([assessment(), still]) == (-4, 1)
    assert usual_change([unscored()]) is None


def test_kinds_are_kept_apart() -> None:
    entries = [assessment(), assessment("sun", kind="opportunity")]
    assert of_kind(entries, "risk") == [entries[0]]
    assert of_kind(entries, "opportunity") == [entries[1]]


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2019, 4, 1), "2019/20-Q1"),
        (date(2019, 6, 30), "2019/20-Q1"),
        (date(2019, 7, 1), "2019/20-Q2"),
        (date(2019, 12, 31), "2019/20-Q3"),
        (date(2020, 1, 1), "2019/20-Q4"),
        (date(2020, 3, 31), "2019/20-Q4"),
        (date(2099, 4, 1), "2099/00-Q1"),
    ],
)
def test_a_day_lies_in_its_financial_quarter(day: date, quarter: str) -> None:
    assert quarter_on(day) == quarter_number(quarter)
    assert quarter_name(quarter_on(day)) == quarter
    assert quarters_old(quarter, day) == 0


def test_age_counts_the_quarters_begun_since() -> None:
    assert quarters_old("2019/20-Q3", date(2020, 1, 1)) == 1
    assert quarters_old("2019/20-Q3", date(2020, 10, 1)) == 4
    assert quarters_old("2019/20-Q3", date(2026, 11, 22)) == 28


def test_a_quarter_in_words() -> None:
    assert quarter_words("2019/20-Q3") == "Q3 2019/20"
