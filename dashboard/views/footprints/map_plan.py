"""The map itself: its districts, what lies around them, its key and its notes."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.address import to_query
from dashboard.domain.footprints_map import DistrictMap, KeyGroup, Outline, Shape
from dashboard.domain.words import listed
from dashboard.figures.footprints_map import Frame, Rings, frame_of, path, rings_by_area, seen
from dashboard.queries import footprints_map as queries
from dashboard.queries.footprints_map import Boundary, Tile
from dashboard.queries.sources import sources
from dashboard.views.footprints.choices import PATH
from dashboard.views.footprints.map_colours import Ground
from dashboard.views.indicators import amount

# What the import says where its own option for the credit was not used.
OPTION = "--attribution"


def address(found: Ground, area: str) -> str:
    """Return the address of the page for a footprint or district, with the same map."""
    return f"{PATH}{to_query(replace(found.selection, area=area, table=()))}"


def lies(found: Ground, tile: Tile) -> str:
    """Return where a district lies, and until when it existed where it was abolished."""
    where = f"outside {found.place_name}: {tile.region}" if tile.region else f"in {found.place_name}"
    return f"{where}; abolished in {tile.valid_until.year}" if tile.valid_until else where


def plan(found: Ground) -> DistrictMap:
    """Return the map with boundaries where it has them, else with tiles."""
    made = DistrictMap(
        caption=_caption(found),
        shapes=tuple(_shape(found, tile) for tile in found.tiles),
        outlines=(),
        key=tuple(_by_reading(found) if found.indicator else _by_footprint(found)),
        notes=tuple(_notes(found)),
    )
    return _drawn(found, made) if found.with_boundaries else made


def _caption(found: Ground) -> str:
    by = found.indicator.short_name if found.indicator else "footprint"
    return f"Map of districts by {by}"


def _shape(found: Ground, tile: Tile) -> Shape:
    return Shape(
        name=tile.name,
        href=address(found, tile.area_code),
        tone=found.tone(tile),
        mark=found.mark(tile),
        said=_said(found, tile),
        told=", ".join([tile.label or "in no footprint", *([lies(found, tile)] if tile.region else [])]),
        tile=(tile.tile_column, tile.tile_row),
        outside=tile.region is not None,
        member=tile.footprint is not None,
        chosen=found.selection.area in (tile.area_code, tile.footprint),
    )


def _said(found: Ground, tile: Tile) -> tuple[str, ...]:
    """Return what stands under the name: value and reading, or where a district outside the county lies."""
    if tile.footprint is None or found.indicator is None:
        return (tile.region,) if tile.region else ()
    row = found.values.get(tile.area_code)
    value = (amount(row.value, found.indicator.unit),) if row and row.value is not None else ()
    return (*value, found.word(tile).removesuffix(" quintile"))


def _by_footprint(found: Ground) -> list[KeyGroup]:
    groups: dict[str, list[Tile]] = {}
    for tile in sorted(found.members, key=lambda tile: (tile.sequence or 0, tile.name)):
        groups.setdefault(tile.footprint or "", []).append(tile)
    return [
        KeyGroup(
            found.tone(own[0]),
            own[0].letter or "",
            own[0].label or "",
            address(found, name),
            tuple(_member(found, tile, _aside(found, tile)) for tile in own),
        )
        for name, own in groups.items()
    ]


def _by_reading(found: Ground) -> list[KeyGroup]:
    groups = {word: [tile for tile in found.members if found.word(tile) == word] for word in found.readings}
    return [
        KeyGroup(
            found.tone(own[0]),
            found.mark(own[0]),
            found.key_words(word),
            "",
            tuple(
                _member(found, tile, _value(found, tile)) for tile in sorted(own, key=lambda tile: tile.name)
            ),
        )
        for word, own in groups.items()
    ]


def _member(found: Ground, tile: Tile, said: str) -> tuple[str, str, str]:
    return tile.name, address(found, tile.area_code), said


def _aside(found: Ground, tile: Tile) -> str:
    return f"({lies(found, tile)})" if tile.region else ""


def _value(found: Ground, tile: Tile) -> str:
    row = found.values.get(tile.area_code)
    unit = found.indicator.unit if found.indicator else None
    return amount(row.value, unit) if row and row.value is not None else ""


def _notes(found: Ground) -> list[str]:
    neighbours = [f"{tile.name} ({tile.region})" for tile in found.tiles if not tile.footprint]
    notes = [f"In no footprint: {listed(neighbours)}."] if neighbours else []
    if found.with_boundaries:
        missing = [tile for tile in found.members if tile.area_code not in found.boundaries]
        notes += [_missing(found, missing)] if missing else []
    return notes


def _missing(found: Ground, missing: list[Tile]) -> str:
    """Return which districts cannot be drawn, and what the file has in their place."""
    codes = {tile.area_code for tile in missing}
    later = [row.name for row in found.boundaries.values() if codes & set(row.replaces)]
    instead = f" It has {listed(later)}, which they became part of: outlined, not coloured." if later else ""
    return f"The boundary file has no {' or '.join(tile.name for tile in missing)}.{instead}"


def _drawn(found: Ground, made: DistrictMap) -> DistrictMap:
    """Return the map with the boundaries of its districts, and the outlines of what lies around them."""
    rings = rings_by_area(queries.rings(found.store))
    frame = frame_of([rings[tile.area_code] for tile in found.bounded])
    source = {item.source_id: item for item in sources(found.store)}[_first(found).source_id]
    return replace(
        made,
        shapes=tuple(
            _bounded(shape, found.boundaries[tile.area_code], rings, frame)
            if tile in found.bounded
            else shape
            for tile, shape in zip(found.tiles, made.shapes, strict=True)
        ),
        outlines=tuple(_outlines(found, rings, frame)),
        size=(frame.width, frame.height),
        credit=credit_of(source.rights),
        credit_href=f"/sources?source={source.source_id}",
    )


def credit_of(rights: str) -> str:
    """Return whose the boundaries are, without what officers would do to say it."""
    said, colon, _ = rights.partition(":") if OPTION in rights else (rights, "", "")
    return f"{said}." if colon else rights


def officers_note(found: Ground) -> str:
    """Return what officers would do where nobody said whose the boundaries are; empty where it is said."""
    if not found.with_boundaries:
        return ""
    rights = {item.source_id: item for item in sources(found.store)}[_first(found).source_id].rights
    return f"For officers: {rights}" if OPTION in rights else ""


def _first(found: Ground) -> Boundary:
    return next(iter(found.boundaries.values()))


def _bounded(shape: Shape, row: Boundary, rings: Mapping[str, Rings], frame: Frame) -> Shape:
    label = frame.place((row.label_easting, row.label_northing))
    return replace(shape, path=path(rings[row.area_code], frame), label=label)


def _outlines(found: Ground, rings: Mapping[str, Rings], frame: Frame) -> list[Outline]:
    bounded = {tile.area_code for tile in found.bounded}
    away = [(row, rings[code]) for code, row in found.boundaries.items() if code not in bounded]
    named = [(row, own, seen(own, frame)) for row, own in away]
    return [Outline(row.name, path(own, frame), place) for row, own, place in named if place]
