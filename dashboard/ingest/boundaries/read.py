"""Read a boundary file into the rows of the store, or list every problem of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry import MultiPolygon

from dashboard.ingest.boundaries.codes import code_column, known_features
from dashboard.ingest.boundaries.geojson import Feature, read_collection
from dashboard.ingest.boundaries.national_grid import WGS84, coordinate_system, on_national_grid
from dashboard.ingest.boundaries.rings import has_height, mended, polygons, positions
from dashboard.ingest.boundaries.simplify import points, simplified
from dashboard.ingest.boundaries.tables import Rows, tables
from dashboard.ingest.imports.report import NotAllowedError, Report


@dataclass(frozen=True, slots=True)
class Result:
    """What a file holds: the rows of each table, and how many features it has."""

    tables: dict[str, Rows]
    features: int


def read(path: Path, asked: str | None, known: Collection[str], report: Report) -> Result | None:
    """Return the boundaries of the areas `known`, or None after a problem.

    `asked` is the column of the codes; without it the one that is named in the usual way.
    """
    collection = read_collection(path, report)
    column = code_column(collection.features, asked, report) if collection else None
    if collection is None or column is None:
        return None
    features = known_features(collection.features, column, known, report)
    areas = _areas(features, report)
    if report.problems:
        return None
    system = coordinate_system(collection.crs, areas, report)
    if system is None:
        return None
    sound = _sound(features, on_national_grid(areas, system), report)
    if report.problems:
        return None
    kept, tolerance = simplified(sound)
    _say(system, sound, kept, tolerance, report)
    return Result(tables(features, areas, kept), len(collection.features))


def _areas(features: Mapping[str, Feature], report: Report) -> list[MultiPolygon]:
    found = []
    for code, feature in features.items():
        try:
            found.append(polygons(positions(feature.geometry)))
        except NotAllowedError as refusal:
            report.refuse(refusal.found, refusal.allowed, column=f"feature {feature.number}, {code}")
    if not report.problems and any(has_height(feature.geometry) for feature in features.values()):
        report.remark("Positions have a third coordinate, which a map does not need; it was left out.")
    return found


def _sound(
    features: Mapping[str, Feature], areas: Sequence[MultiPolygon], report: Report
) -> list[MultiPolygon]:
    pairs = zip(features.items(), areas, strict=True)
    found = [mended(area, code, feature, report) for (code, feature), area in pairs]
    return [area for area in found if area is not None]


def _say(
    system: int, sound: list[MultiPolygon], kept: list[MultiPolygon], tolerance: int, report: Report
) -> None:
    if system == WGS84:
        report.remark("Longitude and latitude were put on the British National Grid, to a few metres.")
    else:
        report.remark("The coordinates are those of the British National Grid.")
    if tolerance:
        counts = f"{points(sound):,} points became {points(kept):,}"
        report.remark(f"Borders were made simpler, to within about {tolerance:,} metres: {counts}.")
    else:
        report.remark(f"Borders are simple enough as they are: {points(kept):,} points.")
