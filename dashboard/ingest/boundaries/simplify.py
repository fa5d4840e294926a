"""Make boundaries simple enough to draw, so that neighbours still meet."""

from collections.abc import Sequence

import shapely
from shapely.geometry import MultiPolygon, Polygon

# A page carries the map as text: this many points are about 40 kB before they are packed.
MOST_POINTS = 4000
FIRST_TOLERANCE_M, LAST_TOLERANCE_M = 25, 25_600


def simplified(areas: Sequence[MultiPolygon]) -> tuple[list[MultiPolygon], int]:
    """Return the areas with at most `MOST_POINTS` points, and the tolerance in metres that it took.

    A border that two areas share is made simpler once, for both.
    """
    kept, tolerance = list(areas), 0
    while points(kept) > MOST_POINTS and tolerance < LAST_TOLERANCE_M:
        tolerance = tolerance * 2 or FIRST_TOLERANCE_M
        kept = [_whole(area) for area in shapely.coverage_simplify(list(areas), tolerance)]
    return kept, tolerance


def points(areas: Sequence[MultiPolygon]) -> int:
    """Return how many points the areas have together."""
    return int(shapely.get_num_coordinates(list(areas)).sum())


def parts(area: MultiPolygon) -> list[Polygon]:
    """Return the parts of an area, the largest first."""
    return sorted(area.geoms, key=lambda part: -part.area)


def label_point(area: MultiPolygon) -> tuple[int, int]:
    """Return the point farthest from any border of its largest part."""
    largest = parts(area)[0]
    circle = shapely.maximum_inscribed_circle(largest, tolerance=100)
    point = circle.coords[0] if circle.length else largest.representative_point().coords[0]
    return round(point[0]), round(point[1])


def _whole(area: object) -> MultiPolygon:
    return area if isinstance(area, MultiPolygon) else MultiPolygon([area])
