"""The matrix: who stands where, in which tone, and as HTML."""

from dataclasses import replace

import pytest

from dashboard.components.body import body_html, links_html
from dashboard.domain.matrix import Matrix, Scale, Strip, arrows, breakable, squares, tone_of
from dashboard.domain.view import Cell, Entry, Table, View
from tests.markup import Read
from tests.risks import assessment, bands, unplaced

LEVELS = range(1, 6)
SCALE = Scale(
    {level: f"Impact{level}" for level in LEVELS},
    {level: f"Likelihood{level}" for level in LEVELS},
    {(impact, likelihood): impact * likelihood for impact in LEVELS for likelihood in LEVELS},
)
THREE = bands("low", "medium", "high")
BOTH = ("current", "residual")


def view(**changes: object) -> View:
    made = View("risk.matrix", "Title", "Subtitle", Table("Caption", (), ()), (), (), "Method.")
    return replace(made, **changes)  # type: ignore[arg-type]


def matrix(*entries: object, **changes: object) -> Matrix:
    risks = [assessment(), unplaced()]
    cells = squares(risks, SCALE, THREE, "risk", BOTH)
    rows = tuple(
        (
            f"{impact} {SCALE.impact[impact]}",
            tuple(
                replace(cells[impact, likelihood], href="/risk?a=1&b=2", over="a=1") for likelihood in LEVELS
            ),
        )
        for impact in reversed(LEVELS)
    )
    strip = Strip((("R2", "/risk?risk=storm", "risk=storm"),), "current", "scores <20>.")
    made = Matrix("Say <it>", tuple(SCALE.likelihood.values()), rows, arrows(risks), (strip,))
    return replace(made, **changes)  # type: ignore[arg-type]


def test_each_stands_in_its_cell_now_and_after() -> None:
    cells = squares([assessment(), unplaced()], SCALE, THREE, "risk", BOTH)
    assert len(cells) == 25
    assert cells[4, 4].now == ("R1",)
    assert cells[4, 3].after == ("R1", "R2")
    assert sum(len(cell.now) for cell in cells.values()) == 1
    assert (cells[5, 5].score, cells[5, 5].word, cells[5, 5].tone) == (25, "High", "high")


def test_only_the_positions_asked_for_are_shown() -> None:
    cells = squares([assessment()], SCALE, THREE, "risk", ("residual",))
    assert not any(cell.now for cell in cells.values())
    assert cells[4, 3].after == ("R1",)


@pytest.mark.parametrize(
    ("words", "tones"),
    [
        (("low",), ["low"]),
        (("low", "high"), ["low", "high"]),
        (("low", "medium", "high"), ["low", "med", "high"]),
        (("low", "moderate", "high", "extreme"), ["low", "med", "warm", "high"]),
    ],
)
def test_tones_follow_the_bands_and_are_reversed_where_high_is_good(
    words: tuple[str, ...], tones: list[str]
) -> None:
    scheme = bands(*words)
    assert [tone_of(scheme, band, "risk") for band in scheme] == tones
    assert [tone_of(scheme, band, "opportunity") for band in reversed(scheme)] == tones
    assert tone_of(scheme, None, "risk") == "none"


def test_a_score_outside_every_band_has_no_word() -> None:
    cells = squares([], SCALE, bands("low", "high")[:1], "risk", BOTH)
    assert (cells[5, 5].word, cells[5, 5].tone) == ("", "none")


def test_arrows_are_grouped_and_have_lanes_of_their_own() -> None:
    far = assessment("ice", printed_id="R4", residual_impact=1, residual_likelihood=1)
    still = assessment("fog", printed_id="R5", residual_impact=4, residual_likelihood=4)
    made = arrows([assessment(), assessment("b", printed_id="R6"), far, still, unplaced()])
    assert [(arrow.end, arrow.refs, arrow.lane) for arrow in made] == [
        ((1, 1), ("R4",), 0),
        ((4, 3), ("R1", "R6"), 1),
    ]
    assert [arrow.words for arrow in made] == ["R4", "2 move"]


def test_cells_of_a_score_and_words_of_a_cell() -> None:
    assert SCALE.cells_of(20) == [(4, 5), (5, 4)]
    assert SCALE.cells_of(7) == []
    assert SCALE.cells_of(None) == []
    assert SCALE.words((5, 4)) == "impact5 and likelihood4"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Rare", "Rare"),
        ("4 Likely", "4 Likely"),
        ("Certain", "Cer-tain"),
        ("5 Catastrophic", "5 Ca-tast-rophic"),
    ],
)
def test_long_words_can_break(word: str, expected: str) -> None:
    assert breakable(word).replace("\u00ad", "-") == expected


def test_the_matrix_is_a_table_with_a_caption_and_scoped_headers() -> None:
    read = Read(body_html(view(matrix=matrix())))
    assert read.depth == 0
    assert "Say <it>" in read.text
    scopes = [attributes["scope"] for attributes in read.all("th")]
    assert scopes == ["col"] * 5 + ["row"] * 5
    assert len(read.all("td")) == 26
    assert len([cell for cell in read.all("td") if cell.get("data-cell")]) == 25


def test_only_taken_cells_are_links_and_say_all_in_words() -> None:
    read = Read(body_html(view(matrix=matrix())))
    links = [link for link in read.all("a") if link["class"] == "pb-cell"]
    assert len(links) == 2
    assert all(link["href"] == "/risk?a=1&b=2" and link["data-pb-over"] == "a=1" for link in links)
    assert "After mitigation,\u00a02" in read.text
    assert "16 MediumMedMedium" in read.text
    taken = [cell for cell in read.all("td") if "on" in (cell.get("class") or "").split()]
    assert [cell["data-cell"] for cell in taken] == ["4-3", "4-4"]
    assert all(cell["style"] == "--lanes:1" for cell in taken)


def test_a_long_word_of_a_band_is_short_for_the_eye_only() -> None:
    cells = squares([], SCALE, bands("moderate"), "risk", BOTH)
    read = Read(body_html(view(matrix=matrix(rows=(("1 Impact1", (cells[1, 1],)),), arrows=()))))
    assert "ModerateModModerate" in read.text.replace(" ", "")
    assert {"aria-hidden": "true"} in read.all("span")


def test_moves_are_given_to_the_script_and_left_out_where_there_are_none() -> None:
    (wrap, *_) = Read(body_html(view(matrix=matrix()))).all("div")
    assert wrap["data-pb-arrows"] == "4-4,4-3,0,R1"
    (wrap, *_) = Read(body_html(view(matrix=matrix(arrows=())))).all("div")
    assert "data-pb-arrows" not in wrap


def test_those_without_a_cell_stand_in_a_strip_with_the_reason() -> None:
    read = Read(body_html(view(matrix=matrix())))
    assert "Not placed" in read.text
    assert "scores <20>." in read.text
    (chip,) = [link for link in read.all("a") if link["class"] == "pb-chip now"]
    assert (chip["href"], chip["data-pb-over"]) == ("/risk?risk=storm", "risk=storm")


def test_a_phone_counts_what_is_shown() -> None:
    assert "Solid: how many now. Dashed: how many after mitigation." in body_html(view(matrix=matrix()))
    empty = replace(squares([], SCALE, THREE, "risk", BOTH)[1, 1])
    assert "Solid" not in body_html(view(matrix=matrix(rows=(("1", (empty,)),), arrows=())))


def test_a_record_is_a_list_of_terms() -> None:
    entries = (
        Entry("Score", (Cell("16 <b>", href="/sources?source=a&line=7", note="line 7"),)),
        Entry("Owner", (Cell("A post", note="inferred"), Cell("Another", href="/risk?risk=b"))),
    )
    read = Read(body_html(view(record=entries)))
    assert read.depth == 0
    assert (len(read.all("dt")), len(read.all("dd"))) == (2, 3)
    assert read.all("a") == [{"href": "/sources?source=a&line=7"}, {"href": "/risk?risk=b"}]
    assert read.text.endswith("Another")
    assert "16 <b> line 7" in read.text
    assert "A post inferred" in read.text


def test_why_nothing_is_drawn_is_said() -> None:
    made = view(instead="No <scores>.")
    assert made.drawn
    assert Read(body_html(made)).text == "No <scores>."
    assert not view().drawn


def test_links_lead_on_and_words_stand_between_them() -> None:
    read = Read(links_html((Cell("1 of 2"), Cell("All", href="/risk", over="owner="))))
    assert read.text == "1 of 2 All"
    assert read.all("a") == [{"class": "pb-hit", "href": "/risk", "data-pb-over": "owner="}]
