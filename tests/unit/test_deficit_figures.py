from typing import Any

from dashboard.figures import deficit as figures
from tests.shapes import fact, facts_of
from tests.stylesheet import theme, tokens_of

YEARS = ["2018/19", "2019/20", "2020/21", "2021/22"]
LABELS = {"do_nothing": "Do nothing", "new_model": "New model"}
NOTHING = facts_of("do_nothing", {"2018/19": -84, "2019/20": -118, "2020/21": -148})
MODEL = facts_of("new_model", {"2018/19": -83.5, "2019/20": -92, "2020/21": -41})


def shown(trace: Any, periods: list[str]) -> dict[str, float]:
    return {periods[place]: value for place, value in zip(trace["x"], trace["y"], strict=True)}


def words_of(chart: Any) -> list[str]:
    return [item["text"] for item in chart["layout"]["annotations"]]


def test_each_path_is_a_line_through_its_own_figures() -> None:
    chart = figures.trajectory_figure([*NOTHING, *MODEL], LABELS)
    assert [trace["name"] for trace in chart["data"]] == ["Do nothing", "New model"]
    assert shown(chart["data"][0], YEARS) == {item.period: item.value for item in NOTHING}
    assert shown(chart["data"][1], YEARS) == {item.period: item.value for item in MODEL}
    assert {trace["line"]["dash"] for trace in chart["data"]} == {"solid"}
    assert chart["data"][0]["line"]["color"] != chart["data"][1]["line"]["color"]
    assert "<b>Do nothing −£148m</b>" in words_of(chart)
    assert "<b>New model −£41m</b>" in words_of(chart)


def test_a_path_that_is_carried_on_goes_on_dotted_in_its_colour_from_the_last_printed_point() -> None:
    more = facts_of("new_model.derived", {"2021/22": -20}, status="derived", source_line=None)
    labels = {**LABELS, "new_model.derived": "New model, carried on"}
    chart = figures.trajectory_figure([*NOTHING, *MODEL, *more], labels)
    nothing, printed, derived = chart["data"]
    assert shown(derived, YEARS) == {"2020/21": -41, "2021/22": -20}
    assert derived["line"]["dash"] == "dot"
    assert printed["line"]["dash"] == nothing["line"]["dash"] == "solid"
    assert derived["line"]["color"] == printed["line"]["color"]
    assert "<b>New model −£41m</b>" not in words_of(chart)
    assert "<b>New model, carried on −£20m</b>" in words_of(chart)
    assert "derived" in derived["customdata"][-1]


def test_extrapolated_years_are_starred_and_a_series_without_figures_is_left_out() -> None:
    later = facts_of("do_nothing", {"2021/22": -160}, status="extrapolated")
    chart = figures.trajectory_figure([*NOTHING, *later], {**LABELS, "lowest_quartile": "Lowest"})
    assert [trace["name"] for trace in chart["data"]] == ["Do nothing"]
    assert chart["layout"]["xaxis"]["ticktext"] == ["2018/19", "2019/20", "2020/21", "2021/22*"]


def test_a_lone_figure_is_a_diamond() -> None:
    chart = figures.trajectory_figure(
        [fact("lowest_quartile", "2020/21", -79)], {"lowest_quartile": "Lowest"}
    )
    assert chart["data"][0]["marker"]["symbol"] == "diamond-open"
    assert "<b>Lowest −£79m</b>" in words_of(chart)


def test_payback_draws_both_ways_of_counting_and_says_where_each_ends() -> None:
    first = facts_of("excluded", {"2019/20": -5, "2020/21": 12})
    second = facts_of("included", {"2019/20": 3, "2020/21": 30}, status="derived", source_line=None)
    chart = figures.payback_figure(
        [*first, *second], {"excluded": "Adds", "included": "All"}, {"excluded": "s1", "included": "s2"}
    )
    periods = ["2019/20", "2020/21"]
    assert [shown(trace, periods) for trace in chart["data"]] == [
        {"2019/20": -5, "2020/21": 12},
        {"2019/20": 3, "2020/21": 30},
    ]
    assert [trace["line"]["dash"] for trace in chart["data"]] == ["solid", "dot"]
    assert [trace["line"]["color"] for trace in chart["data"]] == ["token:s1", "token:s2"]
    assert {"<b>Adds +£12m</b>", "<b>All +£30m</b>"} <= set(words_of(chart))


def test_the_bridge_goes_down_from_one_deficit_to_the_other_part_by_part() -> None:
    moved, saved = fact("moved", value=51), fact("saved", value=56)
    chart = figures.bridge_figure(
        fact(value=-148),
        [("Moved costs", moved, True), ("Savings", saved, False)],
        fact(value=-41),
        ("Do nothing", "New model"),
    )
    plain, hatched = chart["data"]
    assert (plain["y"], plain["base"], plain["x"]) == ([0, 2, 3], [0, 41, 0], [148, 56, 41])
    assert (hatched["y"], hatched["base"], hatched["x"]) == ([1], [97], [51])
    assert [shape["x0"] for shape in chart["layout"]["shapes"]] == [148, 97, 41]
    texts = " ".join(words_of(chart))
    assert "£148m" in texts
    assert "−£51m</b> moved, not saved" in texts
    assert "−£56m</b>" in texts


def test_a_part_that_makes_the_deficit_larger_goes_up() -> None:
    chart = figures.bridge_figure(
        fact(value=-100), [("More cost", fact(value=-20), False)], fact(value=-120), ("A", "B")
    )
    (plain,) = chart["data"]
    assert (plain["base"], plain["x"]) == ([0, 120, 0], [100, -20, 120])
    assert "<b>£20m</b>" in words_of(chart)


def test_ranked_bars_stand_by_size_whatever_their_sign() -> None:
    rows = [fact("a", value=-1), fact("b", value=-6.483), fact("c", value=2)]
    chart = figures.ranked_figure(rows, {"a": "A", "b": "B", "c": "C"}, colour="s6")
    (trace,) = chart["data"]
    assert trace["x"] == [6.483, 2, 1]
    assert trace["base"] == [0, 0, 0]
    assert trace["customdata"] == ["B: £6.483m", "C: £2m", "A: £1m"]
    assert trace["marker"]["color"] == ["token:s6"] * 3


def test_stacked_columns_keep_the_order_of_the_labels_and_leave_out_parts_that_are_always_zero() -> None:
    rows = [
        *facts_of("a", {"2018/19": 0, "2019/20": 0}),
        *facts_of("b", {"2018/19": 2}),
        fact("c", "2019/20", -3),
    ]
    chart = figures.stacked_figure(rows, {"c": "C", "a": "A", "b": "B"})
    assert [trace["name"] for trace in chart["data"]] == ["C", "B"]
    assert [shown(trace, YEARS) for trace in chart["data"]] == [{"2019/20": -3}, {"2018/19": 2}]


def test_extrapolated_columns_are_starred() -> None:
    chart = figures.stacked_figure([fact("a", "2020/21", 5, status="extrapolated")], {"a": "A"})
    assert chart["layout"]["xaxis"]["ticktext"] == ["2020/21*"]


def test_a_point_says_what_it_is_and_where_it_is_printed() -> None:
    assert figures.hover("Path", fact(value=-48, source_line=2065, locator="Table 40")) == (
        "Path, 2019/20: −£48m<br>Table 40, line 2065"
    )
    assert figures.hover("Path", fact(status="derived", source_line=None)).endswith("<br>derived")


def test_every_colour_a_chart_can_take_has_one_for_its_words_too() -> None:
    names = {*figures.SCENARIO_COLOURS.values(), *figures.PART_COLOURS}
    light = theme("light")
    assert names <= light.keys()
    assert {f"{name}-text" for name in names} <= light.keys()


def test_charts_ask_for_no_colour_that_the_stylesheet_lacks() -> None:
    parts = [fact(str(place), "2019/20", 1) for place in range(7)]
    chart = figures.stacked_figure(parts, {str(place): f"Part {place}" for place in range(7)})
    assert len(chart["data"]) == 7
    assert tokens_of(chart) <= theme("light").keys()
