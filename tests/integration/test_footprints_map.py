"""The map of the footprints: what it finds, shows and says, with and without boundaries and indicators."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from dashboard.callbacks.footprints import show_map
from dashboard.components.body import body_html
from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.cache import cache
from dashboard.views.footprints import FootprintsSelection, colours, drawings, usual_drawing
from dashboard.views.footprints.map import footprint_map
from tests.outcomes import OTHERS, PENNINE, indicators_home
from tests.releases import altered_home

BOUNDED = "FROM area JOIN district_tile USING (area_code) WHERE valid_until IS NULL"
# A square of ten kilometres for each living district, where its tile stands, and one for a successor.
SQUARES = (
    "INSERT INTO source VALUES ('import-boundaries', 'Boundaries', 'Nobody', '2026-01-01', 'imported', "
    "'import', 'Imported', 'Nowhere', 'Source: Nobody. Open.', 'Made up.', 20)",
    "INSERT INTO boundary SELECT 'import-boundaries', area_code, 300000 + 10000 * tile_column + 5000, "
    f"500000 - 10000 * tile_row + 5000, 5, 5, row_number() OVER (ORDER BY area_code) {BOUNDED}",
    "INSERT INTO boundary_ring SELECT 'import-boundaries', area_code, 1, 0, "
    "format('{0} {2},{1} {2},{1} {3},{0} {3},{0} {2}', 300000 + 10000 * tile_column, "
    f"310000 + 10000 * tile_column, 500000 - 10000 * tile_row, 510000 - 10000 * tile_row) {BOUNDED}",
    "INSERT INTO boundary VALUES ('import-boundaries', 'E06000064', 315000, 505000, 5, 5, 99)",
    "INSERT INTO boundary_ring VALUES ('import-boundaries', 'E06000064', 1, 0, "
    "'325000 480500,350000 480500,350000 540000,325000 540000,325000 480500')",
)


def opened(home: Path) -> Iterator[Store]:
    store = Store(home)
    yield store
    store.close()


@pytest.fixture(scope="module")
def bounded(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with made-up boundaries."""
    yield from opened(altered_home(release_home, tmp_path_factory.mktemp("bounded"), *SQUARES))


@pytest.fixture(scope="module")
def healthy(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with made-up indicators."""
    yield from opened(indicators_home(release_home, tmp_path_factory.mktemp("healthy")))


def shown(store: Store, **choices: str) -> View:
    return footprint_map(store, FootprintsSelection(**choices))  # type: ignore[arg-type]


def texts(view: View, column: int) -> list[str]:
    return [row[column].text for row in view.table.rows]


def test_out_of_the_box_it_is_a_map_of_tiles(store: Store) -> None:
    view = shown(store)
    assert view.title == "5 footprints cover 16 districts, 2 of them outside Lancashire"
    assert view.plan is not None
    assert view.plan.drawn == "tiles"
    assert len(view.plan.shapes) == 18
    assert [(group.mark, group.words, len(group.members)) for group in view.plan.key] == [
        ("F", "Fylde Coast", 3),
        ("M", "Morecambe Bay", 3),
        ("P", "Pennine Lancashire", 6),
        ("C", "Central Lancashire", 3),
        ("W", "West Lancashire", 1),
    ]
    assert view.plan.notes == ("In no footprint: Bradford (West Yorkshire) and Sefton (Merseyside).",)
    assert (dict(drawings(store)), usual_drawing(store)) == ({"tiles": "Tiles"}, "tiles")
    assert list(colours(store)) == ["footprint"]


def test_districts_outside_the_county_say_where_they_lie(store: Store) -> None:
    view = shown(store)
    assert view.plan is not None
    away = {shape.name: shape.said for shape in view.plan.shapes if shape.outside}
    assert away["South Lakeland"] == ("South Cumbria",)
    assert set(away) == {"Barrow-in-Furness", "South Lakeland", "Bradford", "Sefton"}
    place = dict(zip(texts(view, 0), texts(view, 2), strict=True))
    assert place["South Lakeland"] == "outside Lancashire: South Cumbria; abolished in 2023"
    assert place["Blackpool"] == "in Lancashire"
    assert len(view.records) == 18


def test_tiles_stand_beside_each_other_as_districts_do(store: Store) -> None:
    view = shown(store)
    assert view.plan is not None
    at = {shape.name: shape.tile for shape in view.plan.shapes}
    north_to_south = ["South Lakeland", "Lancaster", "Wyre", "Preston", "South Ribble", "Chorley"]
    assert [at[name][1] for name in north_to_south] == [1, 2, 3, 4, 5, 6]
    west_to_east = ["Fylde", "Preston", "Hyndburn", "Burnley"]
    assert [at[name] for name in west_to_east] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_chosen_footprint_is_marked_and_the_map_is_kept_in_its_links(store: Store) -> None:
    view = shown(store, area="west", map="tiles")
    assert view.plan is not None
    assert [shape.name for shape in view.plan.shapes if shape.chosen] == ["West Lancashire"]
    assert view.plan.shapes[0].href == "/footprints?map=tiles&area=E07000027"


def test_what_officers_would_do_about_the_credit_stands_in_the_method_alone(
    release_home: Path, tmp_path: Path
) -> None:
    rights = (
        "UPDATE source SET rights = 'Not stated: import it again with --attribution.' WHERE status = 'import'"
    )
    for store in opened(altered_home(release_home, tmp_path, *SQUARES, rights)):
        view = shown(store)
        assert view.plan is not None
        assert view.plan.credit == "Not stated."
        assert view.method.endswith("For officers: Not stated: import it again with --attribution.")


def test_boundaries_are_drawn_where_no_living_district_lacks_one(bounded: Store) -> None:
    view = shown(bounded)
    assert view.plan is not None
    assert view.plan.drawn == "boundaries"
    assert sum(bool(shape.path) for shape in view.plan.shapes) == 14
    assert {outline.name for outline in view.plan.outlines} == {"Westmorland and Furness", "Sefton"}
    assert view.plan.notes[1] == (
        "The boundary file has no Barrow-in-Furness or South Lakeland. It has Westmorland and Furness, which "
        "they became part of: outlined, not coloured."
    )
    assert (view.plan.credit, view.plan.credit_href) == (
        "Source: Nobody. Open.",
        "/sources?source=import-boundaries",
    )
    assert "South Lakeland" not in body_html(view).split('<div class="pb-map-key">')[0]
    cells = {row[0].text: row[3] for row in view.table.rows}
    assert cells["South Lakeland"].text == "not in the file"
    assert cells["Blackburn with Darwen"].text == "feature 1"
    assert list(drawings(bounded)) == ["boundaries", "tiles"]
    assert usual_drawing(bounded) == "boundaries"
    assert "Boundaries are drawn from the imported file" in view.method


def test_tiles_can_be_had_all_the_same(bounded: Store) -> None:
    view = shown(bounded, map="tiles")
    assert view.plan is not None
    assert (view.plan.drawn, view.plan.credit, len(view.plan.notes)) == ("tiles", "", 1)


def test_boundaries_that_lack_a_living_district_are_drawn_when_asked(
    release_home: Path, tmp_path: Path
) -> None:
    less = [f"DELETE FROM {name} WHERE area_code = 'E07000117'" for name in ("boundary_ring", "boundary")]
    for store in opened(altered_home(release_home, tmp_path / "less", *SQUARES, *less)):
        usual, asked = shown(store), shown(store, map="boundaries")
        assert usual.plan is not None
        assert asked.plan is not None
        assert (usual.plan.drawn, asked.plan.drawn) == ("tiles", "boundaries")
        assert "no Barrow-in-Furness or South Lakeland or Burnley" in asked.plan.notes[1]


def test_without_boundaries_an_address_that_asks_for_them_shows_tiles(store: Store) -> None:
    view = shown(store, map="boundaries")
    assert view.plan is not None
    assert view.plan.drawn == "tiles"


def test_an_indicator_colours_the_map_by_how_each_district_stands(healthy: Store) -> None:
    view = shown(healthy, colour="1")
    assert view.plan is not None
    said = {shape.name: (shape.tone, shape.mark, shape.said) for shape in view.plan.shapes}
    # The country stands at 20; of the made-up areas that lack a value one has none in the latest year.
    assert said["Lancaster"] == ("none", "–", ("not given",))
    assert said["Blackpool"] == ("none", "–", ("not given",))
    assert said["Blackburn with Darwen"][2] == ("19.0%", "similar")
    words = [group.words for group in view.plan.key]
    assert words[-1] == "Not given"
    assert "Worse than Land" in words
    assert view.title.startswith("Things, described: of 16 districts, ")
    assert "2022, against Land" in view.subtitle
    assert {fact.series for fact in view.facts} == {*PENNINE, *OTHERS} - {OTHERS[0]}
    assert texts(view, 3).count("not given") == 18 - len(view.facts)
    assert next(record for record in view.records if record["label"] == "Burnley")["comparison"]
    assert list(colours(healthy)) == ["footprint", "3", "2", "1"]


def test_every_tone_of_the_map_is_in_its_key(healthy: Store) -> None:
    for colour in ("1", "2", "3"):
        view = shown(healthy, colour=colour)
        assert view.plan is not None
        tones = {(shape.tone, shape.mark) for shape in view.plan.shapes if shape.member}
        assert tones == {(group.tone, group.mark) for group in view.plan.key}
        assert sum(len(group.members) for group in view.plan.key) == 16


def test_quintiles_have_numbers_in_order_and_no_judgement(healthy: Store) -> None:
    view = shown(healthy, colour="2")
    assert view.plan is not None
    marks = [group.mark for group in view.plan.key]
    assert marks[:-1] == sorted(marks[:-1])
    assert {group.tone[0] for group in view.plan.key} <= {"q", "n"}
    assert "in the lowest quintile" in view.title
    assert "Quintiles, 1 the lowest, rank only the 10 areas" in view.method


def test_a_choice_changes_the_map_alone_and_keeps_the_area(bounded: Store) -> None:
    server = Flask("test")
    cache.init_app(server, config={"CACHE_TYPE": "SimpleCache"})
    with server.app_context():
        tiles = show_map(bounded, "footprint", "tiles", "?area=west")
        usual = show_map(bounded, "footprint", "boundaries", "?area=west")
    assert "?map=tiles&area=west" in tiles
    assert "?area=west" in usual
    assert "pb-map-tiles" in str(tiles[0])
    assert "pb-map-drawing" in str(usual[0])
