"""Charts of the product as office charts: the same numbers, gaps left, words kept."""

from itertools import pairwise
from typing import Any

import pytest

from dashboard.exports.charts import MOST_ROWS, native_chart
from dashboard.exports.native import NativeChart, number_format
from dashboard.figures.chart import Bar, Line, Stack, bars_chart, columns_chart, lines_chart
from dashboard.figures.options import Block, contributions_figure, ranges_figure
from dashboard.figures.options import Row as BlockRow
from dashboard.figures.outcomes import Row, compared_figure, spine_figure, trend_figure
from dashboard.figures.risk import fall_figure
from tests.risks import assessment

YEARS = ["2019/20", "2020/21", "2021/22"]


def found(chart: dict[str, Any] | None) -> NativeChart:
    made = native_chart(chart)
    assert made is not None
    return made


def line(name: str, values: dict[str, float], **changes: Any) -> Line:
    last = list(values.values())[-1]
    usual: dict[str, Any] = {
        "colour": "s1",
        "hover": dict.fromkeys(values, "said"),
        "end": f"{name} £{last:g}m",
    }
    return Line(name=name, values=values, **{**usual, **changes})


def millions(value: float) -> str:
    return "£0" if not value else f"{'−' if value < 0 else ''}£{abs(value):g}m"


def test_lines_keep_their_numbers_and_their_gaps() -> None:
    chart = lines_chart(
        [
            line("Low", dict(zip(YEARS, [-10.0, -30.0, -50.0], strict=True)), style="dash"),
            line("High", {"2019/20": -8.0, "2020/21": 20.0}, style="dot", colour="s3"),
            line("Point", {"2020/21": -2.0}, marker="diamond", colour="s5"),
        ],
        YEARS,
        millions,
        height_px=400,
        starred=["2021/22"],
    )
    made = found(chart)
    assert (made.kind, made.categories) == ("line", ("2019/20", "2020/21", "2021/22*"))
    assert [one.values for one in made.series] == [(-10, -30, -50), (-8, 20, None), (None, -2, None)]
    assert [one.style for one in made.series] == ["dash", "dot", "none"]
    assert made.named
    assert [[text for text in one.labels if text] for one in made.series] == [
        ["Low £-50m"],
        ["High £20m"],
        ["Point £-2m"],
    ]
    assert made.scale_format == '"£"#,##0"m";"−£"#,##0"m";"£0"'
    assert made.low <= -50 and made.high >= 20


def test_lines_that_end_together_are_named_by_a_legend() -> None:
    lines = [line("A", {"2019/20": 5.0}), line("B", {"2019/20": 5.0}, colour="s2")]
    assert not found(lines_chart(lines, YEARS[:1], millions, height_px=400)).named


def test_a_line_over_numbers_is_a_scatter() -> None:
    chart = lines_chart([line("A", {"2019/20": 5.0, "2020/21": 7.0})], YEARS[:2], millions, height_px=400)
    chart["layout"]["xaxis"] |= {"tickvals": [0], "ticktext": ["first"]}
    made = found(chart)
    assert (made.kind, made.categories, made.series[0].places) == ("scatter", (), (0, 1))


def test_a_line_keeps_its_intervals() -> None:
    own = line("A", dict(zip(YEARS, [5.0, 6.0, 7.0], strict=True)))
    made = found(trend_figure([own], YEARS, {"2020/21": (4.0, 9.0)}, 400))
    assert made.series[0].errors == ((0, 0), (3, 2), (0, 0))
    assert made.high >= 9


def test_stacked_columns_keep_what_is_below_nought() -> None:
    stacks = [
        Stack("Benefit", "s1", dict(zip(YEARS, [0.0, 9.0, 27.0], strict=True)), dict.fromkeys(YEARS, "")),
        Stack("Cost", "s2", {"2019/20": -2.0}, dict.fromkeys(YEARS, "")),
    ]
    made = found(columns_chart(stacks, YEARS, millions, height_px=400))
    assert made.kind == "stacked column"
    assert {one.name: one.values for one in made.series} == {
        "Benefit": (0, 9, 27),
        "Cost": (-2, None, None),
    }


def test_bars_from_nought_are_labelled_by_a_format_where_one_says_the_same() -> None:
    made = found(bars_chart([Bar("A", 0, 46, "£46m", "s1"), Bar("B", 0, 4, "£4m", "s2", hatched=True)]))
    (one,) = made.series
    assert (made.kind, made.categories, one.values, one.colours) == ("bar", ("A", "B"), (46, 4), ("s1", "s2"))
    assert one.label_format == '"£"#,##0"m";"−£"#,##0"m"'
    assert one.hatched == (False, True)


def test_bars_drawn_by_their_length_keep_the_sign_of_their_words() -> None:
    made = found(bars_chart([Bar("A", 0, 46, "−£46m", "s1"), Bar("B", 0, 4, "−£4m", "s1")]))
    assert (made.series[0].values, made.high) == ((-46, -4), 0)
    assert made.series[0].label_format == '"£"#,##0"m";"−£"#,##0"m"'
    assert found(bars_chart([Bar("A", 0, 46, "−£46m", "s1"), Bar("B", 0, 4, "£4m", "s1")])).high > 0


def test_bars_with_more_to_say_keep_their_words() -> None:
    (one,) = found(bars_chart([Bar("A", 0, 46, "£46m", "s1", aside="moved")])).series
    assert (one.label_format, one.labels) == ("", ("£46m, moved",))


@pytest.mark.parametrize(
    ("bars", "steps", "above", "below"),
    [
        ([(0, 148), (97, 51), (0, 97)], (None, 97, None), (148, 51, 97), None),
        ([(-455.5, 295), (-160.5, 10)], (-160.5, -150.5), None, (-295, -10)),
        ([(0, 10), (10, -30), (0, -20)], None, (10, 10, None), (None, -20, -20)),
    ],
)
def test_a_waterfall_is_stacked_bars_over_a_step_that_is_not_drawn(
    bars: list[tuple[float, float]],
    steps: tuple[float | None, ...] | None,
    above: tuple[float | None, ...] | None,
    below: tuple[float | None, ...] | None,
) -> None:
    made = found(bars_chart([Bar(f"{place}", *pair, "words", "s1") for place, pair in enumerate(bars)]))
    held = {one.name: one.values for one in made.series}
    assert made.kind == "stacked bar"
    assert held.get("Up to where the bar begins (not drawn)") == steps
    assert held.get("Amount") == above
    assert held.get("Amount below nought") == below
    assert [one.hidden for one in made.series] == [name.startswith("Up") for name in held]
    assert made.categories[0] == "0: words"


def blocks(name: str, *parts: tuple[str, float], hole: float = 0) -> BlockRow:
    ends = [sum(length for _, length in parts[:place]) for place in range(len(parts) + 1)]
    made = [
        Block(start + (hole if place else 0), end - start, letter, f"{name}, Criterion {letter}: {end}", "s1")
        for place, ((letter, _), (start, end)) in enumerate(zip(parts, pairwise(ends), strict=True))
    ]
    return BlockRow(name, tuple(made), end="50")


def test_rows_of_blocks_are_a_series_for_each_letter_with_its_meaning() -> None:
    rows = [blocks("One, the first", ("A", 10), ("B", 5)), blocks("Two", ("B", 7), ("A", 1))]
    made = found(contributions_figure(rows, 100))
    assert {one.name: one.values for one in made.series} == {
        "A Criterion A": (10, 1),
        "B Criterion B": (5, 7),
    }
    assert made.key == "A: Criterion A; B: Criterion B"
    assert made.categories == ("One, the first: 50", "Two: 50")


def test_a_letter_that_stands_once_has_no_meaning_of_its_own() -> None:
    assert found(contributions_figure([blocks("One", ("A", 10), ("B", 5))], 100)).key == ""


def test_blocks_with_holes_marks_or_the_same_letter_twice_are_left_to_the_table() -> None:
    assert native_chart(contributions_figure([blocks("One", ("A", 10), ("B", 5), hole=2)], 100)) is None
    assert native_chart(contributions_figure([blocks("One", ("A", 10), ("A", 5))], 100)) is None
    row = blocks("One", ("A", 10), ("B", 5))
    assert native_chart(ranges_figure([BlockRow(row.name, row.blocks, mark=50)])) is None


def test_marks_now_and_after_are_two_series_with_their_scores() -> None:
    entries = [assessment(printed_id="R1"), assessment("ice", printed_id="R2", residual_score=16)]
    made = found(fall_figure(entries))
    assert {one.name: one.values for one in made.series} == {"Now": (16, 16), "After mitigation": (12, 16)}
    assert made.series[0].labels == ("16", "16 no change")
    assert not any(made.series[0].hatched) and all(made.series[1].hatched)


def outcome(name: str, at: float, **changes: Any) -> Row:
    return Row(name, at, "+43%", "worse", ("13.5", "10.6", "◀ worse"), **changes)


def test_marks_with_intervals_are_one_series_with_error_bars() -> None:
    made = found(
        spine_figure([outcome("A", 4, low=3, high=6), outcome("B", -2)], ("",) * 5, significant=True)
    )
    (one,) = made.series
    assert one.values == (4, -2)
    assert one.errors == ((2, 1), (0, 0))
    assert one.labels == ("+43%, ◀ worse", "+43%, ◀ worse")
    assert made.high >= 6 and made.low < -2


def test_a_line_across_all_rows_is_named_instead() -> None:
    made = found(compared_figure([outcome("A", 4), outcome("B", 5)], 4.5, "England 4.5"))
    assert made.key == "Not drawn on this slide: the line at England 4.5."
    assert made.series[0].labels[0] == "13.5, ◀ worse"


def test_what_no_office_chart_holds_is_none() -> None:
    assert native_chart(None) is None
    assert native_chart({"data": [], "layout": {}}) is None
    many = [Bar(f"{place}", 0, 1, "£1m", "s1") for place in range(MOST_ROWS + 1)]
    assert native_chart(bars_chart(many)) is None
    assert native_chart(bars_chart(many[1:])) is not None
    flow = bars_chart(many[:2])
    flow["layout"]["shapes"] = [{"type": "path", "path": "M 0,0"}]
    assert native_chart(flow) is None
    overlaid = columns_chart(
        [Stack("A", "s1", {"2019/20": 1.0}, {"2019/20": ""})], YEARS[:1], millions, height_px=400
    )
    overlaid["layout"]["barmode"] = "overlay"
    assert native_chart(overlaid) is None
    unnamed = bars_chart(many[:2])
    unnamed["layout"]["annotations"] = []
    assert native_chart(unnamed) is None
    marks = fall_figure([assessment(), assessment("ice")])
    marks["data"][0]["y"] = [0, 7]
    assert native_chart(marks) is None


@pytest.mark.parametrize(
    ("words", "values", "expected"),
    [
        (["£46m", "£4m"], [46, 4], '"£"#,##0"m";"−£"#,##0"m"'),
        (["−£6.9m", "−£2m"], [6.9, 2], '"−£"General"m";"£"General"m"'),
        (["+6 FTE", "−5.1 FTE"], [6, -5.1], '"+"General" FTE";"−"General" FTE"'),
        (["£0", "£1.50"], [0, 1.5], '"£"#,##0.00;"−£"#,##0.00;"£0"'),
        (["−£5m"], [-5], '"£"#,##0"m";"−£"#,##0"m"'),
        (["12"], [12], '#,##0;"−"#,##0'),
        (["£1,398m", "£1.5m"], [1398, 1.5], ""),
        (["£46m, moved"], [46], ""),
        (["46m", "£4m"], [46, 4], ""),
        (["£1.8m"], [1800000], ""),
        (["none"], [0], ""),
        (["£0"], [0], ""),
        ([], [], ""),
    ],
)
def test_a_format_is_found_only_where_it_writes_the_same_words(
    words: list[str], values: list[float], expected: str
) -> None:
    assert number_format(words, values) == expected
