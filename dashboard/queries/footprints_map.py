"""What the map of footprints is drawn from: tiles, and boundaries where they were imported."""

from dataclasses import dataclass
from datetime import date

from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Tile:
    """A district on the map: its place among the tiles, its footprint, and where it lies outside the county.

    A neighbour is in no footprint.
    """

    area_code: str
    name: str
    tile_column: int
    tile_row: int
    footprint: str | None
    label: str | None
    letter: str | None
    sequence: int | None
    region: str | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Boundary:
    """The boundary of one area: where its name goes, and the feature of the file it comes from."""

    area_code: str
    name: str
    label_easting: int
    label_northing: int
    source_id: str
    source_line: int
    replaces: list[str]


TILES_SQL = """
SELECT area_code, area.name, tile_column, tile_row, footprint, footprint.label, letter, sequence, region,
  valid_until
FROM district_tile JOIN area USING (area_code)
LEFT JOIN footprint_member USING (area_code) LEFT JOIN footprint USING (footprint)
LEFT JOIN neighbour USING (area_code)
ORDER BY tile_row, tile_column
"""

# A boundary of a newer area takes the place of none: it is shown around those that the file does not hold.
BOUNDARIES_SQL = """
WITH successor AS (
  SELECT successor_code AS area_code, any_value(successor_name) AS name,
    list(area_code ORDER BY area_code) AS replaces
  FROM area_successor GROUP BY ALL
)
SELECT area_code, coalesce(area.name, successor.name) AS name, label_easting, label_northing, source_id,
  source_line, coalesce(replaces, []) AS replaces
FROM boundary LEFT JOIN area USING (area_code) LEFT JOIN successor USING (area_code)
ORDER BY area_code
"""

RINGS_SQL = "SELECT area_code, points FROM boundary_ring ORDER BY area_code, part, ring"


def tiles(store: Store) -> list[Tile]:
    """Return every district that has a tile, row by row from the north."""
    return store.rows(TILES_SQL, Tile)


def boundaries(store: Store) -> dict[str, Boundary]:
    """Return every imported boundary by the code of its area."""
    return {row.area_code: row for row in store.rows(BOUNDARIES_SQL, Boundary)}


def rings(store: Store) -> list[tuple[str, str]]:
    """Return the text of every ring with the code of its area, the largest part first."""
    _, rows = store.table(RINGS_SQL)
    return [(code, points) for code, points in rows]
