"""The charts of the options page, read by their traces."""

from dashboard.figures.options import (
    Block,
    Row,
    contributions_figure,
    option_colour,
    ranges_figure,
    shares_figure,
)


def block(start: float, length: float, words: str = "A", colour: str = "s1", *, tied: bool = False) -> Block:
    return Block(start, length, words, f"{words} from {start:g}", colour, tied)


def test_blocks_stand_end_to_end_with_their_letters_and_the_score_after_them() -> None:
    rows = [
        Row("<b>3</b> Third", (block(0, 40), block(40, 20, "C")), "60.0"),
        Row("<b>1</b> First", (), "0.0"),
    ]
    chart = contributions_figure(rows, 60)
    (trace,) = chart["data"]
    assert (trace["base"], trace["x"], trace["y"]) == ([0, 40], [40, 20], [0, 0])
    assert trace["text"] == ["A", "C"]
    assert trace["customdata"] == ["A from 0", "C from 40"]
    words = {item["text"]: item for item in chart["layout"]["annotations"]}
    assert words["<b>60.0</b>"]["x"] == 60
    assert words["<b>0.0</b>"]["x"] == 0
    assert {"<b>3</b> Third", "<b>1</b> First"} <= set(words)
    assert chart["layout"]["xaxis"]["range"][1] > 60


def test_words_that_do_not_fit_a_block_are_left_to_the_table() -> None:
    rows = [Row("A", (block(0, 12, "Option 3"), block(12, 88, "Option 4")), mark=20)]
    chart = ranges_figure(rows)
    assert chart["data"][0]["text"] == ["Option 3", "Option 4"]
    assert chart["data"][0]["_narrow"]["text"] == ["", "Option 4"]


def test_ties_are_hatched_and_their_words_stand_on_paper() -> None:
    tie = block(0, 50, "3 and 4 tie", tied=True)
    chart = ranges_figure([Row("A", (tie, block(50, 50, "Option 1", "quiet")), mark=25)])
    plain, hatched = chart["data"]
    assert "pattern" not in plain["marker"]
    assert hatched["marker"]["pattern"]["shape"] == "/"
    assert hatched["text"] == [""]
    plates = {item["text"] for item in chart["layout"]["annotations"] if "bgcolor" in item}
    assert plates == {"3 and 4 tie", "Option 1"}


def test_a_line_marks_the_share_now_and_the_axis_says_percent() -> None:
    chart = ranges_figure([Row("A", (block(0, 100),), mark=16.7), Row("B", (block(0, 100),))])
    (line,) = chart["layout"]["shapes"]
    assert (line["x0"], line["x1"]) == (16.7, 16.7)
    assert line["y0"] < 0 < line["y1"]
    assert chart["layout"]["xaxis"]["ticktext"][-1] == "100%"
    (phone,) = chart["layout"]["_narrow"]["shapes"]
    assert phone["y1"] - phone["y0"] < line["y1"] - line["y0"]


def test_shares_stand_on_the_whole_width() -> None:
    chart = shares_figure([Row("3 Third", (block(0, 38.3, ""),), "38.3%")])
    assert chart["layout"]["xaxis"]["range"][1] >= 100


def test_every_option_has_a_colour() -> None:
    assert [option_colour(place) for place in (0, 2, 7)] == ["quiet", "s1", "quiet"]
