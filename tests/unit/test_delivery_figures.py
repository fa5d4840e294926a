"""The charts of the delivery page, read by their traces."""

import re
from itertools import pairwise
from typing import Any

from dashboard.domain.fact import Fact
from dashboard.figures.delivery import UNIT_PX, activity_figure, flow_figure, money_figure
from tests.shapes import fact

AREAS = {"roads": "Roads", "care": "Care for all who need it in the county", "books": "Books"}
HOMES = {"new": "New bodies", "county": "County council"}
WAYS = [
    fact("roads", "county", 8.0, unit="services"),
    fact("care", "new", 20.0, unit="services"),
    fact("books", "new", 1.0, unit="services"),
    fact("books", "county", 2.0, unit="services"),
]
TOTALS = {"new": 21, "county": 10}


def drawn() -> tuple[Any, float]:
    return flow_figure(WAYS, AREAS, HOMES, TOTALS)


def spans(bars: list[Any]) -> list[tuple[float, float]]:
    return sorted((bar["base"][0], bar["base"][0] + bar["y"][0]) for bar in bars)


def test_each_way_is_a_bar_at_its_area_and_each_home_one_at_the_other_side() -> None:
    chart, _ = drawn()
    left = [bar for bar in chart["data"] if bar["x"] == [0]]
    right = [bar for bar in chart["data"] if bar["x"] == [1]]
    assert sorted(bar["y"][0] for bar in left) == [1, 2, 8, 20]
    assert [bar["y"][0] for bar in right] == [21, 10]
    for bars in (left, right):
        places = spans(bars)
        assert all(before[1] <= after[0] + 1e-9 for before, after in pairwise(places))


def test_a_ribbon_leaves_and_arrives_as_wide_as_its_way() -> None:
    chart, height = drawn()
    ribbons = [shape for shape in chart["layout"]["shapes"] if shape["type"] == "path"]
    assert len(ribbons) == len(WAYS)
    for ribbon, size in zip(ribbons, [8, 20, 1, 2], strict=True):
        points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.e-]+)", ribbon["path"])]
        start, end = points[0][1], points[3][1]
        assert points[4][1] == end + size
        assert points[7][1] == start + size
        assert all(0 <= y <= height / UNIT_PX for _, y in points)


def test_ribbons_take_the_colour_of_their_home() -> None:
    chart, _ = drawn()
    colours = {bar["customdata"][0].split(":")[0]: bar["marker"]["color"] for bar in chart["data"]}
    assert colours["Books to New bodies"] == colours["New bodies"] != colours["County council"]
    assert colours["Roads to County council"] == colours["County council"]


def test_names_carry_their_count_in_bold_at_the_side_of_the_bar() -> None:
    chart, _ = drawn()
    texts = [note["text"] for note in chart["layout"]["annotations"]]
    assert texts == [
        "Roads\u00a0<b>8</b>",
        "Care for all who need it<br>in the county\u00a0<b>20</b>",
        "Books\u00a0<b>3</b>",
        "<b>21</b>\u00a0New bodies",
        "<b>10</b>\u00a0County council",
    ]
    thin = [note["text"] for note in chart["layout"]["_narrow"]["annotations"]]
    assert thin[1].startswith("Care for all who<br>")
    assert thin[4] == "<b>10</b>\u00a0County<br>council"


def test_a_small_area_still_has_room_for_its_name() -> None:
    chart, height = drawn()
    middles = sorted(note["y"] * UNIT_PX for note in chart["layout"]["annotations"] if note["x"] == 0)
    assert all(after - before >= 40 for before, after in pairwise(middles))
    assert height > middles[-1]


def test_money_stands_by_size_with_its_printed_share() -> None:
    facts: list[Fact] = [
        fact("new", "a", 55.561),
        fact("county", "a", 201.693),
        fact("county", "b", 28.0, unit="%"),
    ]
    chart = money_figure(facts, HOMES, {"new": "s6", "county": "s1"})
    assert chart["data"][0]["x"] == [201.693, 55.561]
    words = [note["text"] for note in chart["layout"]["annotations"]]
    assert "<b>£201.7m</b> 28%" in words
    assert "<b>£55.6m</b>" in words


def test_processes_stand_by_size() -> None:
    chart = activity_figure(
        [fact("new", "fte", 3.0, unit="FTE"), fact("county", "fte", 9.0, unit="FTE")], HOMES
    )
    assert chart["data"][0]["x"] == [9.0, 3.0]
    assert chart["data"][0]["customdata"] == ["County council: 9 FTE", "New bodies: 3 FTE"]
