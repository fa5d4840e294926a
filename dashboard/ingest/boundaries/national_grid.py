"""Tell which coordinates a file holds, and put them on the British National Grid."""

import re
from collections.abc import Sequence

import numpy as np
import pyproj
import pyproj.network
import shapely
from shapely.geometry import MultiPolygon

from dashboard.ingest.imports.report import Report, shown

WGS84, NATIONAL_GRID = 4326, 27700
NAMED = re.compile(r"(?:EPSG:+(?:[\d.]*:)?(\d+)|(CRS84))$", re.IGNORECASE)
ALLOWED = "longitude and latitude (WGS84, EPSG:4326) or British National Grid (EPSG:27700)"
LARGEST_DEGREE = 180
# Great Britain with its islands: lowest and highest of the first, then of the second coordinate.
BOUNDS = {WGS84: (-9.0, 2.5, 49.5, 61.5), NATIONAL_GRID: (0.0, 800_000.0, 0.0, 1_300_000.0)}

Bounds = tuple[float, float, float, float]


def coordinate_system(named: str, areas: Sequence[MultiPolygon], report: Report) -> int | None:
    """Return the code of the system: the one that is `named` or, without one, the one that the numbers fit.

    None after a problem: another system, numbers that contradict the name, or the two coordinates swapped.
    """
    west, south, east, north = (float(value) for value in shapely.total_bounds(list(areas)))
    bounds = (west, east, south, north)
    found = f"coordinates from {west:,.6g}, {south:,.6g} to {east:,.6g}, {north:,.6g}"
    degrees = max(map(abs, bounds)) <= LARGEST_DEGREE
    system = _named(named) if named else WGS84 if degrees else NATIONAL_GRID
    if named and system not in BOUNDS:
        report.refuse(f"the coordinate system {shown(named)}", ALLOWED)
    elif degrees and _within((south, north, west, east), WGS84):
        report.refuse(f"{found}: latitude before longitude", "longitude first, as GeoJSON has it")
    elif system is None or not _within(bounds, system) or degrees != (system == WGS84):
        said = f", though the file says {shown(named)}" if named else ""
        report.refuse(f"{found}{said}", f"{ALLOWED}, within Great Britain")
    else:
        return system
    return None


def _named(name: str) -> int | None:
    match = NAMED.search(name.strip())
    if match is None:
        return None
    return WGS84 if match[2] else int(match[1])


def _within(bounds: Bounds, system: int) -> bool:
    allowed = BOUNDS[system]
    return (
        allowed[0] <= bounds[0] <= bounds[1] <= allowed[1]
        and allowed[2] <= bounds[2] <= bounds[3] <= allowed[3]
    )


def on_national_grid(areas: Sequence[MultiPolygon], system: int) -> list[MultiPolygon]:
    """Return the areas in whole metres of the National Grid; nothing is asked of the network."""
    if system == WGS84:
        pyproj.network.set_network_enabled(active=False)  # type: ignore[attr-defined]  # as documented
        moved = pyproj.Transformer.from_crs(WGS84, NATIONAL_GRID, always_xy=True).transform
        areas = list(shapely.transform(list(areas), lambda points: np.column_stack(moved(*points.T))))
    # Corners that two areas share stay shared, since both are rounded alike.
    return list(shapely.transform(list(areas), np.round))
