"""The charts of the savings page, read by their traces."""

from dashboard.domain.fact import DERIVED
from dashboard.domain.savings import concentration
from dashboard.domain.view import Chart
from dashboard.figures import savings as figures
from tests.shapes import fact, facts_of


def bars_of(chart: Chart) -> list[tuple[float, float]]:
    """Return where each bar starts and how long it is, from the top."""
    placed = {
        place: (base, length)
        for trace in chart["data"]
        for place, base, length in zip(trace["y"], trace["base"], trace["x"], strict=True)
    }
    return [placed[place] for place in sorted(placed)]


def words_on(chart: Chart) -> str:
    return " ".join(item["text"] for item in chart["layout"]["annotations"])


def test_a_waterfall_goes_right_for_a_saving_and_back_for_a_cost() -> None:
    steps = [("one", fact(value=-3.0)), ("two", fact(value=0.5)), ("three", fact(value=-1.0))]
    chart = figures.steps_figure(steps, ("all", fact(value=-3.5)))
    assert bars_of(chart) == [(0.0, 3.0), (3.0, -0.5), (2.5, 1.0), (0, 3.5)]
    assert [shape["x0"] for shape in chart["layout"]["shapes"]] == [3.0, 2.5, 3.5]
    assert "<b>+£0.5m</b> cost coming back" in words_on(chart)
    hatched = next(trace for trace in chart["data"] if "pattern" in trace["marker"])
    assert hatched["y"] == [1]


def test_steps_without_a_total_end_with_the_last() -> None:
    chart = figures.steps_figure([("one", fact(value=-3.0)), ("two", fact(value=-1.0))], None)
    assert len(chart["layout"]["shapes"]) == 1


def test_a_cost_stands_left_of_zero_and_what_is_context_is_quiet() -> None:
    rows = [
        ("saves", fact(value=-2.0), "3 options"),
        ("costs", fact(value=1.0), ""),
        ("rest", fact(value=-1.0), ""),
    ]
    chart = figures.amounts_figure(rows, "rest")
    assert bars_of(chart) == [(0, 2.0), (0, -1.0), (0, 1.0)]
    plain = next(trace for trace in chart["data"] if "pattern" not in trace["marker"])
    assert plain["marker"]["color"] == ["token:s1", "token:quiet"]


def test_a_long_name_is_cut_at_a_word() -> None:
    assert figures.bar_name("SC507 Changes in Night Time Support rate") == "SC507 Changes in Night Time …"
    assert figures.bar_name("SC511 Enablement") == "SC511 Enablement"


def test_levels_stand_on_zero() -> None:
    chart = figures.levels_figure([("a", fact(value=-1.0)), ("b", fact(value=-3.0))])
    assert bars_of(chart) == [(0, 1.0), (0, 3.0)]


def test_a_nature_that_is_unstated_is_hatched() -> None:
    chart = figures.parts_figure(
        [("a", "recurrent", fact(value=-5.1), "−5.1 FTE"), ("b", "unstated", fact(value=12.0), "+12 FTE")]
    )
    assert ["pattern" in trace["marker"] for trace in chart["data"]] == [False, True]


def test_the_curve_marks_where_half_is_reached() -> None:
    found = concentration({"a": -6.0, "b": -3.0, "c": -2.0, "d": -1.5})
    shares = {
        rank.series: fact(f"{rank.series}.share", value=round(rank.share * 100, 1)) for rank in found.ranks
    }
    chart = figures.concentration_figure(found, shares, {name: name.upper() for name in "abcd"})
    (trace,) = chart["data"]
    assert trace["x"] == [1, 2, 3, 4]
    assert trace["y"][-1] == 100
    assert [size > 10 for size in trace["marker"]["size"]] == [False, True, False, False]
    assert "2 of 4: 72%" in words_on(chart)
    assert "with B" in trace["customdata"][1]


def test_a_profile_dots_what_is_derived_and_leaves_out_what_is_unknown() -> None:
    facts = [
        *facts_of("discrete", {"2019/20": -1.0, "2020/21": -0.5}),
        *facts_of("cash", {"2019/20": -1.0, "2020/21": -2.5}, status=DERIVED, source_line=None),
    ]
    chart = figures.profile_figure(facts, {"discrete": "Change", "annual": "Annual", "cash": "Cash"})
    assert [trace["name"] for trace in chart["data"]] == ["Change", "Cash"]
    assert [trace["line"]["dash"] for trace in chart["data"]] == ["solid", "dot"]
    assert "Table 1, line 7" in chart["data"][0]["customdata"][0]
    assert chart["data"][1]["customdata"][0].endswith(DERIVED)


def test_lines_that_end_together_have_a_legend_on_a_phone() -> None:
    apart = [
        *facts_of("a", {"2019/20": -1.0, "2020/21": -2.0}),
        *facts_of("b", {"2019/20": -1.0, "2020/21": 0.0}),
    ]
    together = [*facts_of("a", {"2019/20": -1.0, "2020/21": 0.0}), *apart[2:]]
    plain, crowded = (
        figures.profile_figure(own, {"a": "A", "b": "B"})["layout"]["_narrow"] for own in (apart, together)
    )
    assert "showlegend" not in plain
    assert crowded["showlegend"] is True
    assert not any(item["text"].startswith("<b>") for item in crowded["annotations"])


def test_a_profile_of_nothing_says_so() -> None:
    chart = figures.profile_figure([], {"a": "A"})
    assert chart["data"] == []
    assert words_on(chart) == "No yearly figure is known."
