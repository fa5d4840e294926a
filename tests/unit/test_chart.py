import re
from itertools import pairwise
from typing import Any

import pytest
from afcharts.af_colours import get_af_colours
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.view import Chart
from dashboard.domain.words import millions
from dashboard.figures.chart import (
    Bar,
    Line,
    Stack,
    bars_chart,
    columns_chart,
    lines_chart,
    note,
    room_for,
    round_steps,
    spread,
)
from tests.shapes import patient
from tests.stylesheet import theme, tokens_of

YEARS = ["2017/18", "2018/19", "2019/20", "2020/21"]
amounts = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))
year_values = st.dictionaries(st.sampled_from(YEARS), amounts, min_size=1).map(
    lambda values: {year: values[year] for year in YEARS if year in values}
)


def line(values: dict[str, float], name: str = "Path", **changes: Any) -> Line:
    """Return a line through `values` with its own words over each point."""
    usual: dict[str, Any] = {"colour": "s1", "end": f"{name} end"}
    return Line(
        name, values=values, hover={year: f"{name} {year}" for year in values}, **{**usual, **changes}
    )


def stack(values: dict[str, float], name: str = "Part", colour: str = "s1") -> Stack:
    """Return a part of columns with its own words over each piece."""
    return Stack(name, colour, values, {year: f"{name} {year}" for year in values})


def drawn(chart: Chart, periods: list[str] = YEARS) -> list[dict[str, float]]:
    """Return what each trace over `periods` shows, by period."""
    return [
        {periods[place]: value for place, value in zip(trace["x"], trace["y"], strict=True)}
        for trace in chart["data"]
    ]


def words_on(chart: Chart) -> str:
    return " ".join(item["text"] for item in chart["layout"]["annotations"])


@given(lowest=amounts, highest=amounts)
@patient
def test_gridlines_are_even_hold_zero_and_cover_the_values(lowest: float, highest: float) -> None:
    low, high = sorted((lowest, highest))
    steps = round_steps(low, high)
    assert 0 in steps
    assert steps[0] <= low or low > 0
    assert steps[-1] >= high or high < 0
    gaps = {round(after - before, 6) for before, after in pairwise(steps)}
    assert len(gaps) == 1
    assert len(steps) <= 8
    step = gaps.pop()
    assert re.fullmatch(r"(0\.0*)?(10*|20*|250*|2\.5|50*)(\.0)?", f"{step:g}" if step < 10 else f"{step:.0f}")


def test_gridlines_of_nothing_still_show_a_scale() -> None:
    assert round_steps(0, 0) == [0, 1]
    assert round_steps(-148, 20) == [-150, -100, -50, 0, 50]


def test_gridlines_of_small_amounts_are_as_small() -> None:
    assert round_steps(-0.16, 0) == [-0.2, -0.15, -0.1, -0.05, 0]
    assert round_steps(-0.0004, 0) == [-0.001, 0]


@given(positions=st.lists(st.floats(-1e4, 1e4), max_size=8), gap=st.floats(0.01, 100))
@patient
def test_labels_are_spread_in_their_order_with_a_gap_about_the_same_middle(
    positions: list[float], gap: float
) -> None:
    moved = spread(positions, gap)
    assert len(moved) == len(positions)
    order = sorted(range(len(positions)), key=lambda place: positions[place])
    for before, after in pairwise(order):
        assert moved[after] - moved[before] >= gap - 1e-6
    assert sum(moved) == pytest.approx(sum(positions), abs=1e-6 * (1 + len(positions)))


def test_labels_that_are_far_apart_stay_where_they_are() -> None:
    assert spread([5.0, 1.0], 2) == [5.0, 1.0]


def test_room_grows_with_the_words_but_never_takes_more_than_half() -> None:
    assert 0 < room_for("ab", 10) < room_for("a long label", 10)
    assert room_for("x" * 1000, 10) == pytest.approx(10)


@given(lines=st.lists(year_values, min_size=1, max_size=4))
@patient
def test_a_line_shows_the_values_given_inside_the_frame(lines: list[dict[str, float]]) -> None:
    chart = lines_chart([line(values) for values in lines], YEARS, millions, height_px=400)
    assert drawn(chart) == lines
    axis = chart["layout"]["yaxis"]
    assert 0 in axis["tickvals"]
    low, high = axis["range"]
    assert all(low <= value <= high for values in lines for value in values.values())
    narrow = chart["layout"]["_narrow"]["yaxis"]["range"]
    assert narrow[0] <= low
    assert narrow[1] >= high
    assert chart["layout"]["xaxis"]["ticktext"] == YEARS


def test_a_line_carries_the_words_of_each_point_and_of_its_end() -> None:
    chart = lines_chart([line({"2017/18": -1, "2019/20": 2})], YEARS, millions, height_px=400)
    trace = chart["data"][0]
    assert trace["customdata"] == ["Path 2017/18", "Path 2019/20"]
    assert trace["x"] == [0, 2]
    end = next(item for item in chart["layout"]["annotations"] if item["text"] == "<b>Path end</b>")
    assert (end["x"], end["y"], end["showarrow"]) == (2, 2, False)


@pytest.mark.parametrize(("style", "dash"), [("solid", "solid"), ("dash", "6px,4px"), ("dot", "dot")])
def test_published_is_solid_and_derived_is_dotted_with_open_points(style: str, dash: str) -> None:
    trace = lines_chart([line({"2017/18": 1, "2018/19": 2}, style=style)], YEARS, millions, height_px=400)[
        "data"
    ][0]
    assert trace["line"]["dash"] == dash
    assert trace["marker"]["symbol"] == ("circle" if style == "solid" else "circle-open")
    assert trace["mode"] == "lines+markers"


def test_a_lone_point_is_an_open_marker_without_a_line() -> None:
    chart = lines_chart([line({"2020/21": -79}, marker="diamond")], YEARS, millions, height_px=400)
    assert chart["data"][0]["mode"] == "markers"
    assert chart["data"][0]["marker"]["symbol"] == "diamond-open"


def test_labels_at_the_same_year_do_not_stand_on_each_other() -> None:
    chart = lines_chart(
        [line({"2020/21": 10}, "A"), line({"2020/21": 10.1}, "B"), line({"2019/20": 10}, "C")],
        YEARS,
        millions,
        height_px=440,
    )
    axis = chart["layout"]["yaxis"]["range"]
    unit = (axis[1] - axis[0]) / 400
    heights = {item["text"]: item["y"] for item in chart["layout"]["annotations"]}
    assert heights["<b>B end</b>"] - heights["<b>A end</b>"] >= 20 * unit
    assert heights["<b>C end</b>"] == 10


def test_a_line_that_another_carries_on_has_no_label_of_its_own() -> None:
    chart = lines_chart(
        [line({"2017/18": 1, "2018/19": 2}, "Printed", end=""), line({"2018/19": 2, "2019/20": 3}, "More")],
        YEARS,
        millions,
        height_px=400,
    )
    assert "Printed" not in words_on(chart)
    assert "More end" in words_on(chart)
    assert "More" in " ".join(item["text"] for item in chart["layout"]["_narrow"]["annotations"])


def test_starred_years_stand_on_a_band_with_an_asterisk() -> None:
    chart = lines_chart(
        [line({"2019/20": 1, "2020/21": 2})], YEARS, millions, height_px=400, starred=["2020/21"]
    )
    assert chart["layout"]["xaxis"]["ticktext"] == [*YEARS[:3], "2020/21*"]
    band = next(shape for shape in chart["layout"]["shapes"] if shape["type"] == "rect")
    assert (band["x0"], band["x1"], band["layer"]) == (2.5, 3.5, "below")
    assert lines_chart([line({"2019/20": 1})], YEARS, millions, height_px=400)["layout"]["shapes"] == []


def test_a_narrow_chart_shortens_years_and_leaves_other_periods_as_they_are() -> None:
    chart = lines_chart([line({"2017/18": 1})], [*YEARS, "later"], millions, height_px=400)
    assert chart["layout"]["_narrow"]["xaxis"]["ticktext"] == ["17/18", "19/20", "later"]


@given(lines=st.lists(year_values, min_size=1, max_size=3))
@patient
def test_on_a_phone_every_line_still_has_its_label(lines: list[dict[str, float]]) -> None:
    chart = lines_chart(
        [line(values, f"Path {place}") for place, values in enumerate(lines)], YEARS, millions, height_px=400
    )
    words = [item["text"].replace("<br>", " ") for item in chart["layout"]["_narrow"]["annotations"]]
    for place in range(len(lines)):
        assert f"<b>Path {place} end</b>" in words


def test_on_a_phone_a_label_stands_further_away_rather_than_on_another_line() -> None:
    years = [*YEARS, "2021/22", "2022/23"]
    low, high = (-6, -12, 2, 37, 80, 135), (6, 25, 88, 246, 422, 610)
    lines = [
        line(dict(zip(years, values, strict=True)), name)
        for name, values in (("What the model adds", low), ("With savings planned elsewhere", high))
    ]
    narrow = lines_chart(lines, years, millions, height_px=400)["layout"]["_narrow"]
    below, above = (item for item in narrow["annotations"] if "<b>" in item["text"])
    assert (below["yanchor"], below["yshift"]) == ("top", -44)
    assert (above["yanchor"], above["yshift"]) == ("bottom", 9)


@given(lengths=st.lists(amounts, min_size=1, max_size=6))
@patient
def test_bars_start_from_zero_and_show_the_lengths_given_in_their_order(lengths: list[float]) -> None:
    bars = [Bar(f"Bar {place}", 0, length, "words", "s1") for place, length in enumerate(lengths)]
    chart = bars_chart(bars)
    (trace,) = chart["data"]
    assert trace["orientation"] == "h"
    assert trace["base"] == [0] * len(lengths)
    assert trace["x"] == lengths
    assert trace["y"] == list(range(len(lengths)))
    low, high = chart["layout"]["xaxis"]["range"]
    assert low <= min(0, *lengths)
    assert high >= max(0, *lengths)
    top, bottom = reversed(chart["layout"]["yaxis"]["range"])
    assert top < 0
    assert bottom > len(lengths) - 1
    names = [item["text"] for item in chart["layout"]["annotations"]]
    assert names[: len(bars)] == [bar.name for bar in bars]


def test_bars_of_nothing_still_have_a_frame() -> None:
    low, high = bars_chart([Bar("None", 0, 0, "£0", "s1")])["layout"]["xaxis"]["range"]
    assert low == 0
    assert high > 0


def test_hatched_bars_keep_their_place_and_say_what_they_are() -> None:
    bars = [
        Bar("Whole", 0, 10, "£10m", "s3"),
        Bar("Moved", 6, 4, "−£4m", "s2", hatched=True, aside="moved, not saved"),
        Bar("Less", 0, -5, "−£5m", "s1"),
    ]
    plain, hatched = bars_chart(bars)["data"]
    assert (plain["y"], plain["base"], plain["x"]) == ([0, 2], [0, 0], [10, -5])
    assert (hatched["y"], hatched["base"], hatched["x"]) == ([1], [6], [4])
    assert "pattern" in hatched["marker"]
    assert "pattern" not in plain["marker"]
    assert hatched["customdata"] == ["Moved: −£4m moved, not saved"]
    assert (
        plain["width"] == hatched["width"] == 0.5
    )  # left alone, bars without a neighbour are drawn too thick
    alone = {name: value for name, value in hatched.items() if name != "width"}
    assert bars_chart(bars[1:2])["data"] == [{**alone, "y": [0]}]


def test_joins_stand_between_one_bar_and_the_next() -> None:
    bars = [Bar("A", 0, 10, "10", "s3"), Bar("B", 6, 4, "4", "s2"), Bar("C", 0, 6, "6", "s1")]
    shapes = bars_chart(bars, joins=[10, 6])["layout"]["shapes"]
    assert [(shape["x0"], shape["x1"], shape["y0"], shape["y1"]) for shape in shapes] == [
        (10, 10, 0, 1),
        (6, 6, 1, 2),
    ]


@given(stacks=st.lists(year_values, min_size=1, max_size=5))
@patient
def test_columns_show_the_values_given_and_what_is_not_given_is_not_drawn(
    stacks: list[dict[str, float]],
) -> None:
    chart = columns_chart(
        [stack(values, f"Part {place}") for place, values in enumerate(stacks)],
        YEARS,
        millions,
        height_px=400,
    )
    assert drawn(chart) == stacks
    assert chart["layout"]["barmode"] == "relative"
    axis = chart["layout"]["yaxis"]
    assert 0 in axis["tickvals"]
    for year in YEARS:
        parts = [values.get(year, 0) for values in stacks]
        assert axis["range"][1] >= sum(max(part, 0) for part in parts) - 1e-6
        assert axis["range"][0] <= sum(min(part, 0) for part in parts) + 1e-6
    names = [item["text"] for item in chart["layout"]["annotations"]]
    assert all(any(f"Part {place}" in name for name in names) for place in range(len(stacks)))


def test_a_part_that_ends_early_says_when_and_one_without_amounts_does_not() -> None:
    chart = columns_chart(
        [
            stack({"2017/18": 5, "2020/21": 0}, "Early"),
            stack({"2020/21": 5}, "Last"),
            stack({"2017/18": 0}, "Nothing"),
            stack({"2017/18": -2, "2020/21": -5}, "Cost"),
        ],
        YEARS,
        millions,
        height_px=400,
        starred=["2020/21"],
    )
    names = [item["text"] for item in chart["layout"]["annotations"]]
    assert {"<b>Early (to 2017/18)</b>", "<b>Last</b>", "<b>Nothing</b>", "<b>Cost</b>"} <= set(names)
    assert chart["layout"]["xaxis"]["ticktext"][-1] == "2020/21*"
    assert chart["layout"]["_narrow"]["showlegend"] is True


def test_columns_carry_the_words_of_each_piece() -> None:
    chart = columns_chart([stack({"2018/19": 5})], YEARS, millions, height_px=400)
    assert chart["data"][0]["customdata"] == ["Part 2018/19"]


def test_a_note_never_has_an_arrow() -> None:
    assert note("words", x=1)["showarrow"] is False


def test_the_series_colours_are_those_of_the_analysis_function() -> None:
    published = [colour.lower() for colour in get_af_colours("categorical", "hex", 6)]
    assert [theme("light")[f"s{place}"] for place in range(1, 7)] == published


def test_every_series_has_a_colour_of_its_own_in_the_dark_too_and_one_for_words() -> None:
    for name in ("light", "dark"):
        colours = [theme(name)[f"s{place}"] for place in range(1, 7)]
        assert len(set(colours)) == 6
        assert all(f"s{place}-text" in theme(name) for place in range(1, 7))


def test_charts_ask_for_no_colour_that_the_stylesheet_lacks() -> None:
    charts = [
        lines_chart([line({"2019/20": 1})], YEARS, millions, height_px=400, starred=["2019/20"]),
        bars_chart([Bar("A", 0, 1, "w", "s2", hatched=True), Bar("B", 0, 1, "w", "s1")], joins=[1]),
        columns_chart([stack({"2019/20": 1})], YEARS, millions, height_px=400),
    ]
    assert tokens_of(charts)
    assert tokens_of(charts) <= theme("light").keys()
