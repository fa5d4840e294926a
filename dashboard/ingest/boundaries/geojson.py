"""Read a GeoJSON file into its features, or say why it is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from dashboard.ingest.imports.report import Report, shown

ALLOWED = "GeoJSON: a FeatureCollection whose features are polygons, in UTF-8"
ARCHIVE = b"PK"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MARK = b"\xef\xbb\xbf"
LISTED = 20


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its number in the file, counted from 1, its columns, and its geometry as received."""

    number: int
    columns: Mapping[str, Any]
    geometry: Any


@dataclass(frozen=True, slots=True)
class Collection:
    """The features of a file, and what it calls its coordinate system; empty where it does not say."""

    features: tuple[Feature, ...]
    crs: str


def read_collection(path: Path, report: Report) -> Collection | None:
    """Return the features of the file at `path`, or None after a problem."""
    found = _parsed(path.read_bytes(), report)
    if found is None:
        return None
    kind = found.get("type") if isinstance(found, dict) else None
    listed = found.get("features") if isinstance(found, dict) else None
    if kind != "FeatureCollection" or not isinstance(listed, list):
        report.refuse(f"JSON of the type {shown(str(kind))}" if kind else "JSON of another kind", ALLOWED)
        return None
    if not listed:
        report.refuse("a FeatureCollection without features", "at least one feature")
        return None
    features = tuple(
        Feature(number, item["properties"], item.get("geometry"))
        for number, item in enumerate(listed, 1)
        if _is_feature(item)
    )
    if len(features) < len(listed):
        report.refuse(f"{len(listed) - len(features)} entries that are no feature with columns", ALLOWED)
        return None
    return Collection(features, _crs_name(found.get("crs")))


def _parsed(content: bytes, report: Report) -> Any:  # noqa: ANN401 - whatever JSON holds
    if not content.strip():
        report.refuse("an empty file", ALLOWED)
    elif content.startswith(ARCHIVE):
        report.refuse("an archive, such as a zipped shapefile", f"{ALLOWED}, unpacked")
    elif content.startswith(UTF_16):
        report.refuse("text in UTF-16", ALLOWED)
    else:
        try:
            return orjson.loads(content.removeprefix(MARK))
        except orjson.JSONDecodeError as error:
            report.refuse(f"something that is not whole JSON ({error.msg}, line {error.lineno:,})", ALLOWED)
    return None


def _is_feature(item: object) -> bool:
    return (
        isinstance(item, dict) and item.get("type") == "Feature" and isinstance(item.get("properties"), dict)
    )


def _crs_name(crs: object) -> str:
    """Return the name in a `crs` member of the older standard; empty where there is none."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return str(properties.get("name", "")) if isinstance(properties, dict) else ""
