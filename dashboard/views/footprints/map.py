"""The map of the footprints: what it finds, its list of districts, and where its shapes come from."""

from collections import Counter

from dashboard.domain.outcomes import QUINTILES
from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import counted, listed
from dashboard.queries.footprints_map import Tile
from dashboard.store import Store
from dashboard.views.footprints.choices import FootprintsSelection
from dashboard.views.footprints.map_colours import Ground, ground
from dashboard.views.footprints.map_plan import address, lies, officers_note, plan
from dashboard.views.footprints.parts import OURS, heads
from dashboard.views.indicators import amount, fact, signed, value_cell

TILES_METHOD = "Each district is a tile of one size; tiles stand in the order of the districts on the ground."
BOUNDARIES_METHOD = (
    "Boundaries are drawn from the imported file on the British National Grid, made simple enough for a page "
    "so that neighbours still meet; they are not for measuring."
)


def footprint_map(store: Store, selection: FootprintsSelection) -> View:
    """Return the map with its key, and the list of districts as its table."""
    found = ground(store, selection)
    rows = [found.values[tile.area_code] for tile in found.members if tile.area_code in found.values]
    return View(
        name="footprints.map",
        title=_title(found),
        subtitle=_subtitle(found),
        table=_table(found),
        facts=tuple(fact(row) for row in rows if row.value is not None),
        records=tuple(_record(found, tile) for tile in found.tiles),
        method=" ".join(
            [
                BOUNDARIES_METHOD if found.with_boundaries else TILES_METHOD,
                OURS,
                *_reading(found),
                *filter(None, [officers_note(found)]),
            ]
        ),
        plan=plan(found),
    )


def _title(found: Ground) -> str:
    members = found.members
    if found.indicator:
        words = Counter(found.key_words(found.word(tile)) for tile in members)
        said = [f"{words[word]} {_within(word)}" for word in map(found.key_words, found.readings)]
        districts = counted(len(members), "district", "districts")
        return f"{found.indicator.short_name}: of {districts}, {listed(said)}"
    count = len({tile.footprint for tile in members})
    outside = sum(tile.region is not None for tile in members)
    away = f", {outside} of them outside {found.place_name}" if outside else ""
    cover = "footprint covers" if count == 1 else "footprints cover"
    return f"{count} {cover} {counted(len(members), 'district', 'districts')}{away}"


def _within(words: str) -> str:
    """Return the words of the key as they stand within a sentence."""
    said = f"{words[:1].lower()}{words[1:]}"
    return f"in the {said}" if said in QUINTILES else said


def _subtitle(found: Ground) -> str:
    drawn = "Boundaries as imported" if found.with_boundaries else "A tile for each district"
    if found.indicator is None:
        return f"{drawn}, by footprint: a colour and a letter for each."
    shown = found.series
    unit = found.indicator.unit or "no unit given"
    return (
        f"{found.indicator.name}: {unit}, {shown.sex}, {shown.age}, {shown.last_period}, against "
        f"{found.benchmark[1]}. {drawn}; sign and word say what the colour says."
    )


def _reading(found: Ground) -> list[str]:
    if found.indicator is None:
        return []
    said = [
        f"A district is held against {found.benchmark[1]} by the rule of the indicator’s method, as "
        "Fingertips does. Green and red only where the metadata judges; otherwise higher and lower are blue. "
        "A district without a value in the period is not given, whatever it had before."
    ]
    if found.ranked:
        said.append(
            f"Quintiles, 1 the lowest, rank only the {counted(found.ranked, 'area', 'areas')} of one type "
            "that the file holds, not every area of the country."
        )
    return said


def _table(found: Ground) -> Table:
    by = found.indicator
    reading = (f"Value, {by.unit or 'no unit given'}", f"Against {found.benchmark[1]}") if by else ()
    shapes = ("Boundary",) if found.with_boundaries else ()
    return Table(
        f"Districts by footprint{', ' + by.short_name if by else ''}",
        heads("District", "Footprint", "Where it lies", *reading, *shapes, numbers=reading[:1]),
        tuple(_row(found, tile) for tile in _in_order(found)),
    )


def _in_order(found: Ground) -> list[Tile]:
    return sorted(found.tiles, key=lambda tile: (tile.sequence is None, tile.sequence, tile.name))


def _row(found: Ground, tile: Tile) -> tuple[Cell, ...]:
    footprint = f"{tile.letter}: {tile.label}" if tile.footprint else "none: a neighbour"
    cells = [
        Cell(tile.name, heading=True, href=address(found, tile.area_code)),
        Cell(footprint),
        Cell(lies(found, tile)),
    ]
    if found.indicator:
        row = found.values.get(tile.area_code)
        cells += [value_cell(row, found.indicator.unit), Cell(signed(found.word(tile)))]
    if found.with_boundaries:
        cells.append(_shape_cell(found, tile))
    return tuple(cells)


def _shape_cell(found: Ground, tile: Tile) -> Cell:
    shape = found.boundaries.get(tile.area_code)
    if shape is None:
        return Cell("not in the file")
    return Cell(f"feature {shape.source_line}", href=line_address(shape.source_id, shape.source_line))


def _record(found: Ground, tile: Tile) -> Record:
    row = found.values.get(tile.area_code)
    read = (
        {
            "indicator": found.indicator.name,
            "period": found.series.last_period,
            "value": row.value if row else None,
            "shown": amount(row.value if row else None, found.indicator.unit),
            "comparison": found.word(tile),
            "benchmark": found.benchmark[1],
            "source_id": row.source_id if row else None,
            "source_line": row.source_line if row else None,
        }
        if found.indicator
        else {}
    )
    return {
        "label": tile.name,
        "area_code": tile.area_code,
        "footprint": tile.label,
        "letter": tile.letter,
        "lies": lies(found, tile),
        "tile_column": tile.tile_column,
        "tile_row": tile.tile_row,
        **read,
    }
