"""Made-up boundaries: squares of the national grid as a GeoJSON file, and what reading them found."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from dashboard.ingest.boundaries.read import Result, read
from dashboard.ingest.imports.report import Report
from dashboard.settings import ROOT

SAMPLE = ROOT.parent / "shared" / "samples" / "local_authority_districts_may_2024_lancashire.geojson"
GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
KNOWN = ("E07000117", "E07000118", "E07000119")
WEST, SOUTH, SIDE = 350_000, 420_000, 10_000

Ring = list[list[float]]
Feature = dict[str, Any]


def square(column: int = 0, row: int = 0, side: float = SIDE, points: int = 1) -> Ring:
    """Return a square ring of the national grid with `points` to each side, counter-clockwise."""
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)]
    return [
        [west + x + (to_x - x) * step / points, south + y + (to_y - y) * step / points]
        for (x, y), (to_x, to_y) in pairwise(corners)
        for step in range(points)
    ] + [[float(west), float(south)]]


def feature(code: object, *rings: Ring, **changes: Any) -> Feature:
    """Return a feature of one polygon, its code in the usual column."""
    polygon = {"type": "Polygon", "coordinates": list(rings or [square()])}
    return {"type": "Feature", "properties": {"LAD24CD": code}, "geometry": polygon, **changes}


def three() -> list[Feature]:
    """Return three areas side by side."""
    return [feature(code, square(place)) for place, code in enumerate(KNOWN)]


def write(path: Path, features: Sequence[Any], crs: Any = GRID) -> Path:
    """Write a file of features."""
    named = {"crs": crs} if crs else {}
    path.write_text(json.dumps({"type": "FeatureCollection", **named, "features": list(features)}))
    return path


@dataclass(frozen=True)
class Reading:
    """What reading a file came to."""

    result: Result | None
    sentences: list[str]
    remarks: list[str]


def read_file(path: Path, column: str | None = None) -> Reading:
    """Read a file as the importer does."""
    report = Report(path.name)
    result = read(path, column, KNOWN, report)
    assert (result is None) == bool(report.problems)
    return Reading(result, [problem.sentence for problem in report.problems], report.remarks)


def read_features(folder: Path, *features: Any, crs: Any = GRID, column: str | None = None) -> Reading:
    """Write features to a file and read it."""
    return read_file(write(folder / "b.geojson", features, crs), column)
