"""Counting services, and saying when something is due, on worked examples."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.delivery import ALL, counted, inner, opening, plural, untangled
from dashboard.domain.timeline import Event, in_order, month_words, when_words
from dashboard.domain.timeline_marks import timeline
from tests.shapes import patient

PLACES = [
    ("roads", "county"),
    ("roads", "county"),
    ("care", "new"),
    ("culture", "new"),
    ("culture", "county"),
]


def at(year: int, month: int) -> int:
    return 12 * year + month - 1


def event(first: int | None = None, last: int | None = None, **changes: Any) -> Event:
    usual: dict[str, Any] = {
        "programme": "a",
        "programme_label": "A",
        "kind": "milestone",
        "event": "e",
        "label": "E",
        "decider": None,
        "precision": "month",
        "first_month": first,
        "last_month": first if last is None else last,
        "printed": "P",
        "source_id": "made-up",
        "source_line": 7,
        "locator": "Table 1",
    }
    return Event(**{**usual, **changes})


def address(source_id: str, line: int) -> str:
    return f"{source_id}/{line}"


def test_every_area_and_home_is_counted_with_totals_and_none_where_there_is_none() -> None:
    found = {(fact.series, fact.period): fact.value for fact in counted(PLACES, "made-up", "Derived")}
    assert found == {
        ("roads", "county"): 2,
        ("roads", "new"): 0,
        ("roads", ALL): 2,
        ("care", "county"): 0,
        ("care", "new"): 1,
        ("care", ALL): 1,
        ("culture", "county"): 1,
        ("culture", "new"): 1,
        ("culture", ALL): 2,
        (ALL, "county"): 3,
        (ALL, "new"): 2,
        (ALL, ALL): 5,
    }


@patient
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), min_size=1))
def test_counts_add_up_both_ways(places: list[tuple[str, str]]) -> None:
    facts = counted(places, "made-up", "Derived")
    inside = sum(fact.amount for fact in facts if ALL not in (fact.series, fact.period))
    for side in ("series", "period"):
        other = {"series": "period", "period": "series"}[side]
        totals = [fact.amount for fact in facts if getattr(fact, side) == ALL and getattr(fact, other) != ALL]
        assert sum(totals) == inside == len(places)


def test_areas_stand_beside_the_homes_they_go_to_and_split_ones_between() -> None:
    assert untangled(PLACES, ["new", "county"]) == ["care", "culture", "roads"]
    assert untangled(PLACES, ["county", "new"]) == ["roads", "culture", "care"]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no cows"), (1, "one cow"), (9, "nine cows"), (10, "10 cows")]
)
def test_small_counts_are_words(count: int, words: str) -> None:
    assert plural(count, "cow", "cows") == words


def test_a_sentence_opens_with_a_capital() -> None:
    assert opening("two cows") == "Two cows"
    assert inner("Two cows") == "two cows"
    assert opening("") == inner("") == ""


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (event(at(2017, 4)), "April 2017"),
        (event(at(2017, 4), precision="by_month"), "by April 2017"),
        (event(at(2017, 7), at(2017, 11), precision="span"), "July to November 2017"),
        (event(at(2017, 12), at(2018, 8), precision="span"), "December 2017 to August 2018"),
        (event(at(2018, 1), at(2018, 12), precision="year"), "2018"),
        (event(at(2018, 4), at(2018, 6), precision="quarter"), "April to June 2018"),
        (event(precision="tbc"), "to be confirmed"),
        (event(precision="relative", printed="6-8 weeks", kind="phase"), "6-8 weeks, no months named"),
        (
            event(precision="relative", printed="24", length="24 months", kind="phase"),
            "24 months, no months named",
        ),
        (event(precision="season", printed="Summer 2014"), "Summer 2014, not placed in a month"),
        (event(at(2013, 6), precision="day", day=12), "12 June 2013"),
        (event(at(2014, 4), at(2015, 3), precision="year"), "April 2014 to March 2015"),
        (event(at(2013, 5), precision="inferred"), "May 2013 (year not printed)"),
        (event(at(2014, 1), precision="chart"), "January 2014 (read from a chart)"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(item: Event, words: str) -> None:
    assert when_words(item) == words


def test_months_count_through_the_year() -> None:
    assert [month_words(at(2016, 12) + place) for place in range(3)] == [
        "December 2016",
        "January 2017",
        "February 2017",
    ]


def test_events_without_a_month_come_last() -> None:
    late, early, never = event(at(2018, 1)), event(at(2017, 1)), event()
    assert in_order([never, late, early]) == [early, late, never]


def test_the_line_covers_whole_years_and_keeps_programmes_apart() -> None:
    line = timeline(
        [
            event(at(2017, 4), precision="by_month"),
            event(at(2018, 2), at(2019, 1), programme="b", programme_label="B", kind="phase"),
            event(precision="tbc"),
        ],
        address,
    )
    assert line is not None
    assert line.months == 36
    assert line.years == ((2017, 0), (2018, 12), (2019, 24))
    assert [group.label for group in line.groups] == ["A", "B"]
    (first, undated), (phase,) = (group.marks for group in line.groups)
    assert (first.start, first.months, first.by, first.href) == (3, 1, True, "made-up/7")
    assert (undated.start, undated.months) == (None, 0)
    assert (phase.start, phase.months, phase.by) == (13, 12, False)


def test_without_a_month_there_is_no_line() -> None:
    bare = timeline([event(precision="tbc")], address)
    assert bare is not None
    assert (bare.months, bare.years) == (0, ())
    assert [mark.start for mark in bare.groups[0].marks] == [None]
    assert timeline([], address) is None


def test_days_of_a_month_are_in_order() -> None:
    late, early, some = (event(at(2013, 6), day=day) for day in (28, 12, None))
    assert in_order([late, early, some]) == [some, early, late]


def test_names_of_years_keep_room_on_a_long_line() -> None:
    line = timeline([event(at(1998, 1)), event(at(2020, 12))], address)
    assert line is not None
    assert line.months == 23 * 12
    assert [year for year, _ in line.years] == list(range(1998, 2021, 3))


def test_one_name_in_two_documents_is_two_groups_with_their_document() -> None:
    there = event(at(2013, 6), source_id="elsewhere", document="Plan of B", vintage="July 2013")
    line = timeline([event(at(2017, 4), document="Plan of A", vintage="May 2017"), there], address)
    assert line is not None
    assert [(group.label, group.document) for group in line.groups] == [
        ("A", "Plan of A. May 2017."),
        ("A", "Plan of B. July 2013."),
    ]


def test_what_is_told_twice_alike_is_one_mark_with_both_lines() -> None:
    line = timeline(
        [
            event(at(2013, 6)),
            event(at(2013, 6), source_line=9),
            event(at(2013, 7), source_line=11),
        ],
        address,
    )
    assert line is not None
    first, other = line.groups[0].marks
    assert ((first.href, first.line), first.again) == (("made-up/7", 7), (("made-up/9", 9),))
    assert (other.line, other.again) == (11, ())
