"""The footprints and districts that a reader can choose as their area."""

from dataclasses import dataclass

from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class OwnArea:
    """A footprint, or an area of the place that exists today, by the name an address gives it."""

    area: str
    name: str
    footprint: bool


OWN_AREAS_SQL = """
SELECT footprint AS area, label AS name, true AS footprint FROM footprint
UNION ALL
SELECT area_code, name, false FROM area
WHERE valid_until IS NULL AND (parent_code = (SELECT area_code FROM place)
  OR area_code IN (SELECT area_code FROM footprint_member))
ORDER BY footprint DESC, name
"""


def own_areas(store: Store) -> list[OwnArea]:
    """Return the footprints by name, then the areas of the place by name."""
    return store.rows(OWN_AREAS_SQL, OwnArea)
