"""Whatever a boundary file holds is read rightly or named with its place; nothing is guessed."""

import json
from pathlib import Path
from typing import Any

import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon

from dashboard.ingest.boundaries import simplify
from dashboard.ingest.boundaries.rings import polygons, positions
from dashboard.ingest.imports.report import NotAllowedError
from tests.boundaries import (
    GRID,
    KNOWN,
    SIDE,
    SOUTH,
    WEST,
    Ring,
    feature,
    read_features,
    read_file,
    square,
    three,
    write,
)

TO_DEGREES = pyproj.Transformer.from_crs(27700, 4326, always_xy=True)
LISTS = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=12,
)


def degrees(ring: Ring) -> Ring:
    return [list(TO_DEGREES.transform(point[0], point[1])) for point in ring]


def ring_of(points: str) -> list[tuple[float, ...]]:
    return [tuple(map(float, text.split())) for text in points.split(",")]


def only(folder: Path, *features: Any, **how: Any) -> str:
    """Return the one problem there is."""
    found = read_features(folder, *features, **how)
    assert len(found.sentences) == 1, found.sentences
    return found.sentences[0]


def test_areas_on_the_national_grid_are_kept_as_they_are(tmp_path: Path) -> None:
    found = read_features(tmp_path, *three())
    assert found.result is not None
    assert found.result.features == 3
    assert [row["area_code"] for row in found.result.tables["boundary"]] == list(KNOWN)
    ring = found.result.tables["boundary_ring"][0]
    assert (ring["part"], ring["ring"]) == (1, 0)
    assert ring["points"] == "350000 420000,360000 420000,360000 430000,350000 430000,350000 420000"
    first = found.result.tables["boundary"][0]
    assert (first["points_received"], first["points_kept"], first["source_line"]) == (5, 5, 1)
    assert abs(first["label_easting"] - (WEST + SIDE / 2)) < 200
    assert abs(first["label_northing"] - (SOUTH + SIDE / 2)) < 200


@pytest.mark.parametrize(
    "crs", [None, {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}]
)
def test_degrees_are_put_on_the_national_grid(tmp_path: Path, crs: Any) -> None:
    found = read_features(tmp_path, feature(KNOWN[0], degrees(square())), crs=crs)
    assert found.result is not None
    points = found.result.tables["boundary_ring"][0]["points"].split(",")
    far = [
        Point(map(float, text.split())).distance(Point(point))
        for text, point in zip(points, square(), strict=True)
    ]
    assert max(far) < 5
    assert "put on the British National Grid" in found.remarks[0]


def test_metres_are_told_from_degrees_without_a_name(tmp_path: Path) -> None:
    found = read_features(tmp_path, feature(KNOWN[0]), crs=None)
    assert found.result is not None
    assert found.remarks[0] == "The coordinates are those of the British National Grid."


@pytest.mark.parametrize(
    ("ring", "crs", "said"),
    [
        (square(), {"type": "name", "properties": {"name": "EPSG:4326"}}, "though the file says “EPSG:4326”"),
        (
            square(),
            {"type": "name", "properties": {"name": "EPSG:3857"}},
            "the coordinate system “EPSG:3857”",
        ),
        (square(), {"type": "name", "properties": {"name": "mine"}}, "the coordinate system “mine”"),
        ([[y, x] for x, y in degrees(square())], None, "latitude before longitude"),
        ([[x + 100, y] for x, y in degrees(square())], None, "within Great Britain"),
        ([[x + 4, y] for x, y in degrees(square())], GRID, "though the file says"),
        ([[179, 51], [-179, 51], [-179, 52], [179, 51]], None, "within Great Britain"),
        ([[x * 9, y] for x, y in square()], GRID, "within Great Britain"),
    ],
)
def test_other_coordinates_are_refused(tmp_path: Path, ring: Ring, crs: Any, said: str) -> None:
    assert said in only(tmp_path, feature(KNOWN[0], ring), crs=crs)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "an empty file"),
        (b" \n", "an empty file"),
        (b"PK\x03\x04", "an archive"),
        ("{}".encode("utf-16"), "UTF-16"),
        (b'{"type": "FeatureCollection", "features": [', "not whole JSON"),
        (b"<html>", "not whole JSON"),
        (b"[" * 100_000, "not whole JSON"),
        (b"[]", "JSON of another kind"),
        (b'{"type": "Topology", "objects": {}}', "JSON of the type “Topology”"),
        (b'{"type": "FeatureCollection", "features": {}}', "of the type"),
        (b'{"type": "FeatureCollection", "features": []}', "without features"),
        (b'{"type": "FeatureCollection", "features": [1, {"type": "Feature"}]}', "2 entries"),
    ],
)
def test_what_is_no_geojson_is_said_to_be_none(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "b.geojson"
    path.write_bytes(content)
    (sentence,) = read_file(path).sentences
    assert said in sentence


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path / "b.geojson", three())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_file(path).sentences == []


def test_without_a_usual_column_of_codes_the_columns_are_taught(tmp_path: Path) -> None:
    other = feature(KNOWN[0], properties={"code": KNOWN[0], "name": "One"})
    said = only(tmp_path, other)
    assert "no column named like LAD24CD" in said
    assert "--code-column NAME: code, name" in said
    assert read_features(tmp_path, other, column="code").sentences == []
    assert "no column “kode”" in only(tmp_path, other, column="kode")


def test_of_two_usual_columns_the_officer_chooses(tmp_path: Path) -> None:
    both = feature(KNOWN[0], properties={"LAD23CD": KNOWN[1], "LAD24CD": KNOWN[0]})
    assert "several columns of codes, LAD23CD, LAD24CD" in only(tmp_path, both)
    found = read_features(tmp_path, both, column="LAD23CD")
    assert found.result is not None
    assert found.result.tables["boundary"][0]["area_code"] == KNOWN[1]


def test_areas_of_other_places_are_left_out_and_counted(tmp_path: Path) -> None:
    strangers = [feature(f"E060000{number}", []) for number in range(10, 40)]
    found = read_features(tmp_path, *strangers, feature(KNOWN[0]))
    assert found.result is not None
    assert len(found.result.tables["boundary"]) == 1
    assert "left out: 30 (E06000010, " in found.remarks[0]
    assert found.remarks[0].endswith("and 10 more).")


def test_a_file_of_another_place_is_refused(tmp_path: Path) -> None:
    assert "1 areas, none of this place" in only(tmp_path, feature("W06000001"))


def test_every_problem_is_listed_at_once_with_its_feature(tmp_path: Path) -> None:
    found = read_features(
        tmp_path,
        feature(KNOWN[0]),
        feature(KNOWN[0]),
        feature(None),
        feature("Burnley"),
        feature(KNOWN[1], geometry=None),
    )
    assert found.sentences == [
        f"b.geojson, feature 2, LAD24CD: found {KNOWN[0]} again; allowed: each code once; feature 1 has it.",
        "b.geojson, feature 3, LAD24CD: found nothing; allowed: a GSS code such as E07000117.",
        "b.geojson, feature 4, LAD24CD: found “Burnley”; allowed: a GSS code such as E07000117.",
        f"b.geojson, feature 5, {KNOWN[1]}: found no geometry; allowed: a Polygon or a MultiPolygon.",
    ]


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        ({"type": "Point", "coordinates": [1, 2]}, "found “Point”"),
        ({"type": "Polygon", "coordinates": []}, "no coordinates"),
        ({"type": "Polygon"}, "no coordinates"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "no coordinates"),
        ({"type": "Polygon", "coordinates": [square()[:-1]]}, "a ring that is not closed"),
        ({"type": "Polygon", "coordinates": [square()[:2]]}, "a ring of 2 points"),
        ({"type": "Polygon", "coordinates": [[*square()[:-1], [None, 1], square()[0]]]}, "the position"),
        ({"type": "Polygon", "coordinates": [[*square()[:-1], [True, 1], square()[0]]]}, "the position"),
        ({"type": "Polygon", "coordinates": [[*square()[:-1], [5], square()[0]]]}, "the position “[5]”"),
        ({"type": "Polygon", "coordinates": [[[350_000, 420_000]] * 5]}, "rings that enclose nothing"),
    ],
)
def test_what_is_no_polygon_is_named(tmp_path: Path, geometry: Any, said: str) -> None:
    assert said in only(tmp_path, feature(KNOWN[0], geometry=geometry))


def test_a_third_coordinate_is_left_out_and_said(tmp_path: Path) -> None:
    found = read_features(tmp_path, feature(KNOWN[0], [[x, y, 100.5] for x, y in square()]))
    assert found.result is not None
    assert found.result.tables["boundary_ring"][0]["points"].startswith("350000 420000,")
    assert "third coordinate" in found.remarks[0]


def test_either_winding_gives_the_same_area_and_holes_stay_holes(tmp_path: Path) -> None:
    inner = [[x + 2000, y + 2000] for x, y in square(side=4000)]
    for outer, hole in ((square(), inner), (square()[::-1], inner[::-1]), (square()[::-1], inner)):
        found = read_features(tmp_path, feature(KNOWN[0], outer, hole))
        assert found.result is not None
        rows = found.result.tables["boundary_ring"]
        assert [(row["part"], row["ring"]) for row in rows] == [(1, 0), (1, 1)]
        label = found.result.tables["boundary"][0]
        drawn = Polygon(outer, [hole])
        assert drawn.contains(Point(label["label_easting"], label["label_northing"]))


def test_the_largest_part_comes_first(tmp_path: Path) -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[square(2, side=1000)], [square()]]}
    found = read_features(tmp_path, feature(KNOWN[0], geometry=parts))
    assert found.result is not None
    assert found.result.tables["boundary_ring"][0]["points"].startswith("350000 420000,")


def test_a_small_crossing_is_mended_and_said(tmp_path: Path) -> None:
    spike = [*square()[:2], [360_000.0, 430_000.0], [360_005.0, 430_005.0], [359_998.0, 430_004.0]]
    ring = [*spike, [360_003.0, 429_999.0], [350_000.0, 430_000.0], square()[0]]
    assert not Polygon(ring).is_valid
    found = read_features(tmp_path, feature(KNOWN[0], ring))
    assert found.result is not None
    assert f"Feature 1, {KNOWN[0]}, crosses itself (self-intersection); it was mended." in found.remarks


def test_a_crossing_that_leaves_the_area_open_is_refused(tmp_path: Path) -> None:
    a, b, c, d, _ = square()
    assert "rings that cross (self-intersection)" in only(tmp_path, feature(KNOWN[0], [a, c, b, d, a]))


def test_many_points_become_few_and_neighbours_still_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simplify, "MOST_POINTS", 30)
    border = [[WEST + SIDE + 40.0 * (step % 3), SOUTH + 100.0 * step] for step in range(101)]
    west: Ring = [[WEST, SOUTH], *border, [WEST, SOUTH + SIDE], [WEST, SOUTH]]
    east: Ring = [*border, [WEST + 2 * SIDE, SOUTH + SIDE], [WEST + 2 * SIDE, SOUTH], border[0]]
    found = read_features(tmp_path, feature(KNOWN[0], west), feature(KNOWN[1], east))
    assert found.result is not None
    rows = found.result.tables["boundary"]
    assert sum(row["points_received"] for row in rows) == 208
    assert sum(row["points_kept"] for row in rows) <= 30
    assert "Borders were made simpler, to within about" in found.remarks[-1]
    one, two = (Polygon(ring_of(row["points"])) for row in found.result.tables["boundary_ring"])
    assert shapely.coverage_is_valid([one, two])
    assert one.intersection(two).length == pytest.approx(SIDE, rel=0.01)


def test_a_border_that_cannot_be_simpler_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplify, "MOST_POINTS", 2)
    kept, tolerance = simplify.simplified([polygons([[[(x, y) for x, y in square()]]])])
    assert tolerance == simplify.LAST_TOLERANCE_M
    assert kept[0].area > 0


@given(coordinates=LISTS, kind=st.sampled_from(["Polygon", "MultiPolygon"]))
def test_any_coordinates_are_read_or_refused_in_words(coordinates: Any, kind: str) -> None:
    try:
        parts = positions({"type": kind, "coordinates": coordinates})
    except NotAllowedError as refusal:
        assert refusal.found
        assert refusal.allowed
    else:
        assert all(len(ring) >= 4 and ring[0] == ring[-1] for part in parts for ring in part)
        polygons(parts)


@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=8, unique=True).map(sorted),
    st.booleans(),
    st.integers(0, 7),
)
def test_a_ring_means_the_same_wherever_it_starts_and_whichever_way_it_runs(
    steps: list[int], backwards: bool, start: int
) -> None:
    ring = [(float(step), float(step * step)) for step in steps]
    turned = ring[start % len(ring) :] + ring[: start % len(ring)]
    turned = turned[::-1] if backwards else turned
    first, second = (
        polygons(positions({"type": "Polygon", "coordinates": [[list(point) for point in [*one, one[0]]]]}))
        for one in (ring, turned)
    )
    assert first.equals(second)


def test_a_number_too_large_for_any_map_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "b.geojson", [feature(KNOWN[0], [*square()[:-1], [7, 7], square()[0]])])
    path.write_text(path.read_text().replace("[7, 7]", "[1e300, 7]"))
    assert json.loads(path.read_text())
    assert len(read_file(path).sentences) == 1
