"""The charts of the outcomes page: what is drawn, where, and what a phone shows."""

from typing import Any

import pytest

from dashboard.figures.chart import Line
from dashboard.figures.outcomes import Row, compared_figure, spine_figure, trend_figure

HEADS = ("Land", "◀ worse", "better ▶", "Shire", "Land")


def row(name: str = "A", at: float = 10.0, reading: str = "better", **changes: Any) -> Row:
    return Row(name, at, f"{at:g}", reading, (f"{at:g}", "5", f"▶ {reading}"), **changes)


def words(figure: Any, part: str = "annotations") -> str:
    held = figure["layout"]["_narrow"] if part == "narrow" else figure["layout"]
    return " | ".join(note["text"] for note in held["annotations"])


def test_without_significance_a_row_is_an_arrow_and_neither_red_nor_green() -> None:
    figure = spine_figure(
        [row(), row("B", -20, "worse"), row("C", 3, "not judged")], HEADS, significant=False
    )
    (trace,) = figure["data"]
    assert trace["x"] == [10, -20, 3]
    assert trace["marker"]["color"] == ["token:s1", "token:s3", "token:ink-2"]
    assert "error_x" not in trace
    stems = figure["layout"]["shapes"][1:]
    assert [stem["x1"] for stem in stems] == [10, -20, 3]
    assert [stem["line"]["dash"] for stem in stems] == ["solid", "solid", "dot"]
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < -20 < 10 < high


def test_with_significance_a_row_has_its_interval_and_one_without_has_no_bar() -> None:
    rows = [row("A", 10, "better", low=8, high=13), row("B", 5, "not compared")]
    with_bars, bare = spine_figure(rows, HEADS, significant=True)["data"]
    assert (with_bars["error_x"]["array"], with_bars["error_x"]["arrayminus"]) == ([3], [2])
    assert with_bars["marker"]["color"] == ["token:green"]
    assert (bare["y"], "error_x" in bare) == ([1], False)


def test_a_phone_names_each_row_above_it() -> None:
    figure = spine_figure([row("Smoking")], HEADS, significant=False)
    assert "Smoking" in words(figure, "narrow")
    assert "<b>10</b> v 5" in words(figure, "narrow")


@pytest.mark.parametrize("reading", ["higher", "lower", "2nd lowest quintile"])
def test_what_is_not_judged_is_blue(reading: str) -> None:
    (trace,) = compared_figure([row(reading=reading)], 4, "Land 4")["data"]
    assert trace["marker"]["color"] == ["token:blue"]


def test_the_benchmark_is_a_line_with_its_name_and_nothing_without_one() -> None:
    rows = [row(low=8, high=30)]
    figure = compared_figure(rows, 4, "Land 4")
    assert "<b>Land 4</b>" in words(figure)
    assert "Dashed line: <b>Land 4</b>" in words(figure, "narrow")
    assert figure["layout"]["shapes"][-1]["x0"] == 4
    low, high = figure["layout"]["xaxis"]["range"]
    assert low <= 0
    assert high > 30
    bare = compared_figure(rows, None, "")
    assert all(shape["x0"] == 0 for shape in bare["layout"]["shapes"])
    late = compared_figure(rows, 29, "Land 29")["layout"]["annotations"][0]
    assert late["xanchor"] == "right"


def test_a_long_name_is_cut_at_a_word_in_the_margin() -> None:
    figure = compared_figure([row("A very long name of a category that goes on and on")], None, "")
    assert "A very long name of a category …" in words(figure)


def test_a_trend_carries_the_interval_of_each_point_that_has_one() -> None:
    values = {"2019": 4.0, "2020": 6.0}
    line = Line("Shire", "s1", values, dict.fromkeys(values, "said"), "Shire 6")
    figure = trend_figure([line], list(values), {"2020": (5.0, 20.0)}, 400)
    bars = figure["data"][0]["error_y"]
    assert (bars["array"], bars["arrayminus"]) == ([0, 14], [0, 1])
    assert figure["layout"]["yaxis"]["range"][1] > 20
    assert figure["layout"]["_narrow"]["yaxis"]["range"][1] > 20
    assert "error_y" not in trend_figure([line], list(values), {}, 400)["data"][0]
