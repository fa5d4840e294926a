"""People together, the communities they could form, and the size a corporation is meant to have."""

import pytest

from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.footprints import communities, in_people, size_word, together
from tests.shapes import fact


def people(value: float, **changes: object) -> Fact:
    return fact("place", "", value, **{"unit": "people", **changes})


LOW, HIGH = people(20_000), people(30_000)


@pytest.mark.parametrize(
    ("value", "fewest", "most"),
    [(326_650, 11, 16), (112_740, 4, 5), (60_000, 2, 3), (60_001, 3, 3), (35_000, 2, 1), (19_000, 1, 0)],
)
def test_communities_are_worked_out_by_whole_numbers(value: float, fewest: int, most: int) -> None:
    found = communities(people(value), LOW, HIGH)
    assert [item.value for item in found] == [fewest, most]
    assert {item.unit for item in found} == {"communities"}
    assert {item.status for item in found} == {DERIVED}
    assert "line 7" in found[0].locator


def test_people_together_are_derived_from_their_parts() -> None:
    made = together("both", [people(1000, source_line=3), people(500, source_line=4)])
    assert (made.series, made.value, made.status) == ("both", 1500, DERIVED)
    assert made.locator.endswith("Table 1, line 3; Table 1, line 4")


def test_one_district_alone_stays_as_printed() -> None:
    made = together("alone", [people(1000)])
    assert (made.series, made.status, made.source_line) == ("alone", "printed", 7)


def test_thousands_of_people_become_people() -> None:
    assert in_people(people(100, unit="thousand people")).value == 100_000
    assert in_people(people(20_000)).value == 20_000


@pytest.mark.parametrize(
    ("value", "word"),
    [(99_999, "below"), (100_000, "within"), (500_000, "within"), (500_001, "above")],
)
def test_a_size_is_within_its_range_or_beyond_it(value: float, word: str) -> None:
    assert size_word(people(value), people(100_000), people(500_000)) == word
