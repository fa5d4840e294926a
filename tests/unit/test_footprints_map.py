"""The map is drawn where things are, says everything in words, and escapes what it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.footprints_map import map_html
from dashboard.components.map_choices import map_choices
from dashboard.components.markup import markup
from dashboard.domain.footprints_map import DistrictMap, KeyGroup, Outline, Shape, name_lines
from dashboard.domain.outcomes_words import against, is_unjudged, tone
from dashboard.figures.footprints_map import WIDTH, frame_of, path, read_ring, rings_by_area, seen

SQUARE = [(0.0, 0.0), (8000.0, 0.0), (8000.0, 4000.0), (0.0, 4000.0), (0.0, 0.0)]
SHAPE = Shape("North <b>", "/footprints?area=N", "f1", "N", ("12.0", "worse"), "Upper Part", (2, 1))


def plan(*shapes: Shape, **changes: object) -> DistrictMap:
    return DistrictMap("Districts", shapes or (SHAPE,), (), (), (), **changes)  # type: ignore[arg-type]


def test_a_frame_keeps_the_proportions_and_a_margin() -> None:
    frame = frame_of([[SQUARE]])
    (left, low), (right, high) = frame.place((0, 0)), frame.place((8000, 4000))
    assert (right - left) / (low - high) == pytest.approx(2, abs=0.01)
    assert 0 < left < right < WIDTH == frame.width
    assert 0 < high < low < frame.height


def test_north_is_up() -> None:
    frame = frame_of([[SQUARE]])
    assert frame.place((0, 4000))[1] < frame.place((0, 0))[1]


def test_a_path_closes_each_ring_and_leaves_out_points_that_fall_together() -> None:
    frame = frame_of([[SQUARE]])
    near = [*SQUARE[:2], (8000.0, 0.1), *SQUARE[2:]]
    assert path([near], frame) == path([SQUARE], frame)
    assert path([SQUARE, SQUARE], frame).count("M") == path([SQUARE, SQUARE], frame).count("Z") == 2


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), min_size=1))
def test_a_ring_is_read_as_it_was_written(points: list[tuple[int, int]]) -> None:
    text = ",".join(f"{x} {y}" for x, y in points)
    assert read_ring(text) == points
    assert rings_by_area([("A", text), ("A", text), ("B", text)]) == {"A": [points, points], "B": [points]}


def test_a_name_goes_where_its_area_is_seen_or_nowhere() -> None:
    frame = frame_of([[SQUARE]])
    wide = [(x + 4000, y) for x, y in SQUARE]
    place = seen([wide], frame)
    assert place is not None
    assert place[0] > frame.place((4000, 0))[0]
    assert seen([[(x + 90_000, y) for x, y in SQUARE]], frame) is None
    hole = [(x + 100, y * 0.95 + 100) for x, y in SQUARE]
    assert seen([SQUARE, hole], frame) is None


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Wyre", ["Wyre"]),
        ("Ribble Valley", ["Ribble", "Valley"]),
        ("Blackburn with Darwen", ["Blackburn", "with Darwen"]),
        ("Barrow-in-Furness", ["Barrow-in-", "Furness"]),
        ("", []),
    ],
)
def test_a_name_is_broken_between_words(name: str, lines: list[str]) -> None:
    assert name_lines(name) == lines


def test_a_tile_is_a_link_that_says_everything_and_is_escaped() -> None:
    text = map_html(plan())
    assert (
        '<li style="grid-column:2;grid-row:1"><a class="pb-area pb-tone-f1" href="/footprints?area=N">'
        in text
    )
    assert "North &lt;b&gt;" in text
    assert "<small>12.0</small><small>worse</small>" in text
    assert '<span class="visually-hidden">, Upper Part</span>' in text
    assert "--columns:2;--own:2" in text


def test_a_neighbour_stands_apart_and_what_is_chosen_is_marked() -> None:
    around = Shape("Away", "/a", "around", "", (), "", (5, 2), outside=True, member=False)
    chosen = Shape("Here", "/h", "f2", "H", (), "", (1, 1), chosen=True)
    text = map_html(plan(around, chosen))
    assert '<li class="around" style="grid-column:5;grid-row:2">' in text
    assert 'pb-tone-around outside"' in text
    assert 'href="/h" aria-current="true"' in text
    assert "--columns:5;--own:1" in text


def test_boundaries_are_links_with_names_and_what_lies_around_is_not_filled() -> None:
    drawn = Shape(
        **{name: getattr(SHAPE, name) for name in Shape.__slots__ if name not in ("path", "label", "chosen")},
        path="M0,0L1,1Z",
        label=(500, 300),
        chosen=True,
    )
    bare = Shape("Bare", "/b", "f2", "B", (), "", (1, 1))
    made = DistrictMap(
        "Districts",
        (drawn, bare),
        (Outline("Beyond & far", "M9,9Z", (20, 30)),),
        (KeyGroup("f1", "N", "Upper <i>", "/u", (("North", "/n", "12.0"), ("Bare", "/b", ""))),),
        ("A note <b>.",),
        (1000, 800),
        "Source: <nobody>.",
        "/sources?source=x",
    )
    text = map_html(made)
    assert 'viewBox="0 0 1000 800" role="group" aria-label="Districts"' in text
    assert 'aria-label="North &lt;b&gt;, 12.0, worse, Upper Part" aria-current="true"' in text
    assert text.count('<a class="pb-area') == 1
    assert '<path class="pb-map-around" d="M9,9Z"/>' in text
    assert ">Beyond &amp; far</text>" in text
    assert '<a class="pb-hit" href="/u">Upper &lt;i&gt;</a>' in text
    assert '<li><a class="pb-hit" href="/n">North</a> <span class="pb-muted">12.0</span></li>' in text
    assert "A note &lt;b&gt;." in text
    assert 'Source: &lt;nobody&gt;. <a href="/sources?source=x">About the file</a>' in text
    assert "<script" not in text


def test_what_cannot_be_chosen_is_not_offered() -> None:
    names = ("colour", "drawing")
    alone = markup([map_choices(names, {"f": "Footprint"}, "f", {"tiles": "Tiles"}, "tiles")])
    assert alone.startswith('<div className="pb-map-choices" hidden') or "hidden" in alone.split(">")[0]


@pytest.mark.parametrize(
    ("polarity", "word", "expected"),
    [
        ("RAG - Low is good", "worse", "r"),
        ("RAG - Low is good", "similar", "med"),
        ("No judgement", "similar", "none"),
        ("No judgement", "higher", "b"),
        (None, "lower", "b"),
        ("RAG - Low is good", "not given", "none"),
        ("RAG - Low is good", "not compared", "none"),
        ("", "middle quintile", "b"),
    ],
)
def test_green_and_red_need_a_judgement(polarity: str | None, word: str, expected: str) -> None:
    assert tone(polarity, word) == expected


def test_a_reading_is_said_with_what_it_is_held_against() -> None:
    said = [against(word, "Land") for word in ("worse", "similar", "not compared", "lowest quintile")]
    assert said == [
        "worse than Land",
        "similar to Land",
        "not compared with Land",
        "in the lowest fifth of the areas ranked",
    ]
    assert is_unjudged(None)
    assert not is_unjudged("BOB - High is good")
