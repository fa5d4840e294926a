"""Scenarios in an address: what is written is read again, and nonsense is refused with the reason."""

from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import from_query, to_query
from dashboard.domain.scenario_address import LONGEST_NAME, MARK, MOST_KEPT, Kept
from dashboard.domain.scenario_levers import Lever
from dashboard.views.scenario import ScenarioSelection
from tests.shapes import patient


def lever(name: str, unit: str = "%") -> Lever:
    return Lever(name, "g", "G", name.title(), unit, 0, 100, 1, 0, "", "", None, None, None, None)


NAMES: Any = {
    "lever": {name: lever(name, unit) for name, unit in (("a_pct", "%"), ("b_years", "years"))},
    "goal_year": ("2020/21", "2021/22"),
}


def read(**parameters: str) -> tuple[ScenarioSelection, list[str]]:
    return from_query(ScenarioSelection, parameters, NAMES)


def test_what_is_written_is_read_again() -> None:
    asked = ScenarioSelection(
        measure="reserves",
        levers=(("a_pct", 2.99), ("b_years", 1.0)),
        kept=(Kept("late & poor", (("b_years", 2.0),)), Kept("as it is", ())),
        goal="reserves>=-5@always",
        ranges=(("a_pct", 1.0, 2.0, 3.5),),
        together="50",
    )
    query = to_query(asked)
    assert "levers=a_pct~2.99~b_years~1&" in query
    assert from_query(ScenarioSelection, parse_qs(query[1:]), NAMES) == (asked, [])


kept_names = st.text(min_size=1, max_size=LONGEST_NAME).filter(
    lambda name: name == name.strip() and name.isprintable() and MARK not in name
)
kept_levers = st.fixed_dictionaries(
    {}, optional={"a_pct": st.integers(0, 9999).map(lambda value: value / 100), "b_years": st.integers(0, 9)}
).map(lambda moved: tuple((name, float(value)) for name, value in sorted(moved.items())))
kept = st.lists(
    st.builds(Kept, kept_names, kept_levers), max_size=MOST_KEPT, unique_by=lambda one: one.name
).map(tuple)


@given(kept=kept)
@patient
def test_scenarios_kept_in_any_order_are_read_again(kept: tuple[Kept, ...]) -> None:
    asked = ScenarioSelection(kept=kept)
    assert from_query(ScenarioSelection, parse_qs(to_query(asked)[1:]), NAMES) == (asked, [])


@pytest.mark.parametrize("kept", ["as it is~~~~~low~~a_pct~2", "as it is~~~low~~a_pct~2"])
def test_one_that_moves_nothing_is_read_before_another_in_old_links_and_new(kept: str) -> None:
    found, notices = read(kept=kept)
    assert notices == []
    assert found.kept == (Kept("as it is", ()), Kept("low", (("a_pct", 2.0),)))
    assert read(kept="as it is~~")[0].kept == (Kept("as it is", ()),)


def test_levers_are_put_in_their_own_order() -> None:
    found, _ = read(levers="b_years~1~a_pct~5")
    assert found.levers == (("a_pct", 5.0), ("b_years", 1.0))


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"levers": "a_pct"}, "levers and values in turn"),
        ({"levers": "c~1"}, "there is no lever c; the levers are a_pct, b_years"),
        ({"levers": "a_pct~x"}, "a_pct takes a number; found x"),
        ({"levers": "a_pct~nan"}, "found nan"),
        ({"levers": "a_pct~101"}, "A_Pct (a_pct) can be 0 to 100 %; found 101"),
        ({"levers": "b_years~1.5"}, "counted in whole years; found 1.5"),
        ({"levers": "a_pct~1~a_pct~2"}, "each lever can be set once"),
        ({"kept": "~~a_pct~1"}, "a name of 1 to 40 letters"),
        ({"kept": f"{'x' * 41}~~a_pct~1"}, "a name of 1 to 40 letters"),
        ({"kept": "x~~a_pct~1~~~x~~a_pct~2"}, "a name of its own"),
        ({"kept": "~~~".join(f"{name}~~a_pct~1" for name in "vwxyz")}, "4 scenarios at most"),
        ({"goal": "riches"}, "a measure, an amount in £m and a year"),
        ({"goal": "in_year>=0@2050/51"}, "the years are 2020/21, 2021/22 or always; found 2050/51"),
        ({"ranges": "a_pct~1~2"}, "low, most likely and high"),
        ({"ranges": "a_pct~3~2~1"}, "must run from low over most likely to high"),
        ({"ranges": "a_pct~1~2~3~a_pct~1~2~3"}, "each lever can have one range"),
    ],
)
def test_nonsense_is_refused_with_the_reason(parameters: dict[str, str], reason: str) -> None:
    found, (notice,) = read(**parameters)
    assert found == ScenarioSelection()
    assert reason in notice
    assert notice.endswith("instead.")
