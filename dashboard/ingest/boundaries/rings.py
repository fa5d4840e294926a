"""Make polygons of what a feature holds, or say what is wrong with it."""

import math
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon

from dashboard.ingest.boundaries.geojson import Feature
from dashboard.ingest.imports.report import NotAllowedError, Report, shown

FEWEST_POINTS = 4
# Mending that changes an area by more than this share would be guessing what was meant.
MOST_CHANGED = 0.01

Position = tuple[float, float]


def positions(geometry: Any) -> list[list[list[Position]]]:  # noqa: ANN401 - as received
    """Return the parts of a geometry, each a list of rings; a third coordinate is left out.

    Raises:
        NotAllowedError: it is no polygon, or a ring of it cannot be one.
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise NotAllowedError(shown(str(kind)) if kind else "no geometry", "a Polygon or a MultiPolygon")
    listed = geometry.get("coordinates")
    parts = [listed] if kind == "Polygon" else listed
    if not _is_list(parts) or not all(_is_list(part) and all(map(_is_list, part)) for part in parts):
        raise NotAllowedError("no coordinates", "rings of positions")
    return [[list(_ring(ring)) for ring in part] for part in parts]


def has_height(geometry: Any) -> bool:  # noqa: ANN401 - as received
    """Return whether a position of a geometry has a third coordinate."""
    listed = geometry["coordinates"]
    while isinstance(listed[0], list):
        listed = listed[0]
    return len(listed) > 2


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value)


def _ring(ring: list[Any]) -> Iterator[Position]:
    if len(ring) < FEWEST_POINTS:
        raise NotAllowedError(
            f"a ring of {len(ring)} points", f"at least {FEWEST_POINTS}, the last the first"
        )
    for place in ring:
        numbers = place[:2] if isinstance(place, list) else []
        if len(numbers) < 2 or not all(
            type(item) in (int, float) and math.isfinite(item) for item in numbers
        ):
            raise NotAllowedError(f"the position {shown(str(place))}", "two numbers")
        yield float(numbers[0]), float(numbers[1])
    if ring[0][:2] != ring[-1][:2]:
        raise NotAllowedError("a ring that is not closed", "a ring whose last point is its first")


def polygons(parts: list[list[list[Position]]]) -> MultiPolygon:
    """Return the parts as one geometry, whichever way their rings run."""
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in parts])


def mended(area: MultiPolygon, code: str, feature: Feature, report: Report) -> MultiPolygon | None:
    """Return a geometry that does not cross itself, or None after a problem; what was mended is said."""
    if area.is_valid and area.area:
        return area
    where = f"feature {feature.number}, {code}"
    whole = shapely.make_valid(area, method="structure", keep_collapsed=False)
    sound = MultiPolygon(
        [part for part in shapely.get_parts(whole) if isinstance(part, Polygon) and part.area]
    )
    if not sound.area:
        report.refuse("rings that enclose nothing", "an area", column=where)
        return None
    reason = " ".join(shapely.is_valid_reason(area).split("[")[0].split())
    if abs(sound.area - area.area) > MOST_CHANGED * sound.area:
        report.refuse(f"rings that cross ({reason.lower()})", "rings that do not cross", column=where)
        return None
    report.remark(f"Feature {feature.number}, {code}, crosses itself ({reason.lower()}); it was mended.")
    return sound
