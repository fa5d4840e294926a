"""The charts of the risk page, read from their traces."""

from dashboard.figures.risk import counts_figure, fall_figure
from tests.risks import assessment, unplaced
from tests.stylesheet import theme, tokens_of


def test_each_row_has_a_mark_now_and_after_and_an_arrow_between() -> None:
    still = assessment("ice", printed_id="R4", residual_score=16)
    chart = fall_figure([assessment(), still, unplaced()])
    now, after = chart["data"]
    assert (now["x"], now["y"]) == ([20, 16, 16], [0, 1, 2])
    assert (after["x"], after["y"]) == ([12, 12, 16], [0, 1, 2])
    assert now["marker"]["symbol"] != after["marker"]["symbol"]
    drawn = [note for note in chart["layout"]["annotations"] if note["showarrow"]]
    assert [(arrow["ax"], arrow["x"], arrow["y"]) for arrow in drawn] == [(20, 12, 0), (16, 12, 1)]
    words = [note["text"] for note in chart["layout"]["annotations"] if not note["showarrow"]]
    assert words[:3] == ["R2 Floods", "R1 Floods", "R4 Floods"]
    assert "<b>16</b> no change" in words
    assert now["customdata"][0] == "R2 now: 20"
    assert after["customdata"][0] == "R2 after mitigation: 12"
    assert tokens_of(chart) <= theme("light").keys()


def test_scores_stand_outside_their_marks_whichever_way_it_goes() -> None:
    rising = assessment(residual_score=20)
    words = {
        note["text"]: note["xanchor"]
        for note in fall_figure([rising])["layout"]["annotations"]
        if note["text"].startswith("<b>")
    }
    assert words == {"<b>16</b>": "right", "<b>20</b>": "left"}


def test_a_long_title_stands_on_two_lines_and_on_one_on_a_phone() -> None:
    chart = fall_figure([assessment(title="A long title of a risk that needs more than one line to be read")])
    wide, narrow = chart["layout"]["annotations"][0], chart["layout"]["_narrow"]["annotations"][0]
    assert wide["text"].count("<br>") == 1
    assert "<br>" not in narrow["text"]


def test_a_bar_for_each_count() -> None:
    (trace,) = counts_figure({"Level": 5, "Not given": 1})["data"]
    assert trace["x"] == [5, 1]
    assert trace["customdata"] == ["Level: 5", "Not given: 1"]
