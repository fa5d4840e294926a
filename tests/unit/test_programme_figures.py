"""The charts of the page of programmes, by their traces."""

import re

from dashboard.domain.fact import Fact
from dashboard.figures import programmes as figures
from dashboard.figures.chart import empty_figure
from tests.stylesheet import CSS


def fact(value: float, period: str = "2014/15", status: str = "printed", series: str = "net") -> Fact:
    return Fact(series, period, value, "£m", "", status, "made-up", 1, "Table 1")


def test_a_return_that_does_not_hold_is_hatched_and_says_so() -> None:
    chart = figures.returns_figure(
        [
            ("Somewhere", [fact(10.0), fact(16.0)], "£10.00 to £16.00", "disputed", "contradicted"),
            ("Elsewhere", [fact(2.0)], "£2.00", "adds_up", "adds up"),
        ]
    )
    sound, doubtful = chart["data"]
    assert (sound["y"], sound["x"]) == ([1], [2.0])
    assert (doubtful["y"], doubtful["x"]) == ([0], [16.0])
    assert "pattern" in doubtful["marker"]
    assert doubtful["customdata"] == ["Somewhere: £10.00 to £16.00 contradicted"]


def test_a_band_runs_from_its_low_to_its_high_end() -> None:
    low, high = figures.band_figure([fact(7.0), fact(8.0, "2015/16")], [fact(10.0), fact(9.0, "2015/16")])[
        "data"
    ]
    assert (low["y"], high["y"]) == ([7.0, 8.0], [10.0, 9.0])
    assert (high["fill"], "fill" in low) == ("tonexty", False)


def test_what_is_given_stands_under_what_must_be_found_in_another_colour() -> None:
    (trace,) = figures.need_figure([("By 2013/14", 5.0, "£5m")], ("Given", 2.0, "£2m"))["data"]
    assert trace["x"] == [5.0, 2.0]
    assert trace["marker"]["color"] == ["token:quiet", "token:s1"]


def test_the_sum_so_far_is_dotted_like_all_that_is_derived() -> None:
    facts = [
        fact(-1.0, status="derived"),
        fact(2.0, "2015/16", "derived"),
        fact(-1.0, status="derived", series="running"),
        fact(1.0, "2015/16", "derived", "running"),
    ]
    net, running = figures.profile_figure(facts, {"net": "Net", "gone": "Gone", "running": "So far"})["data"]
    assert (net["y"], running["y"]) == ([-1.0, 2.0], [-1.0, 1.0])
    assert {net["line"]["dash"], running["line"]["dash"]} == {"dot"}


def test_levels_as_printed_are_solid_and_those_added_up_dotted() -> None:
    chart = figures.levels_figure(
        {
            "Printed": [fact(1.0), fact(2.0, "2015/16")],
            "Nothing": [],
            "Added up": [fact(1.0), fact(3.0, "2015/16", "derived")],
        }
    )
    assert [(trace["name"], trace["line"]["dash"]) for trace in chart["data"]] == [
        ("Printed", "solid"),
        ("Added up", "dot"),
    ]


def test_long_names_are_cut_at_a_word() -> None:
    assert (
        figures.bar_name("High Peak and Staffordshire Moorlands councils") == "High Peak and Staffordshire …"
    )
    assert figures.bar_name("Cheshire") == "Cheshire"


def test_a_chart_of_nothing_says_why() -> None:
    assert empty_figure("Nothing.")["layout"]["annotations"][0]["text"] == "Nothing."


def test_the_labels_of_a_stacked_table_wrap_where_its_figures_do_not() -> None:
    (rule,) = re.findall(r"\.pb-stack td\[data-l\]::before \{([^}]*)\}", CSS)
    assert "white-space: normal" in rule
