"""From polygons to the rows of the store."""

from collections.abc import Mapping, Sequence
from typing import Any

from shapely.geometry import MultiPolygon

from dashboard.ingest.boundaries.geojson import Feature
from dashboard.ingest.boundaries.simplify import label_point, parts, points

Rows = list[dict[str, Any]]


def tables(
    features: Mapping[str, Feature], received: Sequence[MultiPolygon], kept: Sequence[MultiPolygon]
) -> dict[str, Rows]:
    """Return the rows of each table for the features by code, as received and as they are drawn."""
    every = list(zip(features.items(), received, kept, strict=True))
    return {
        "boundary": [
            _area_row(code, feature.number, before, area) for (code, feature), before, area in every
        ],
        "boundary_ring": [row for (code, _), _, area in every for row in _ring_rows(code, area)],
    }


def _area_row(code: str, number: int, before: MultiPolygon, area: MultiPolygon) -> dict[str, Any]:
    easting, northing = label_point(area)
    return {
        "area_code": code,
        "label_easting": easting,
        "label_northing": northing,
        "points_received": points([before]),
        "points_kept": points([area]),
        "source_line": number,
    }


def _ring_rows(code: str, area: MultiPolygon) -> Rows:
    return [
        {
            "area_code": code,
            "part": part_number,
            "ring": ring_number,
            "points": ",".join(f"{x:.0f} {y:.0f}" for x, y in ring.coords),
        }
        for part_number, part in enumerate(parts(area), 1)
        for ring_number, ring in enumerate([part.exterior, *part.interiors])
    ]
