"""What the reader of the map can choose: its colour, and how it is drawn."""

from collections.abc import Mapping

from dashboard.store import Store
from dashboard.views.footprints.choices import FOOTPRINT, FootprintsSelection
from dashboard.views.footprints.map_colours import ground

DRAWINGS = {"boundaries": "Boundaries", "tiles": "Tiles"}


def colours(store: Store) -> Mapping[str, str]:
    """Return what can colour the map: footprints, and every imported indicator by its short name."""
    found = ground(store, FootprintsSelection())
    return {
        FOOTPRINT: "Footprint",
        **{name: item.short_name for name, item in found.indicators.items()},
    }


def drawings(store: Store) -> Mapping[str, str]:
    """Return the ways of drawing the map; only tiles where no boundary was imported."""
    return DRAWINGS if ground(store, FootprintsSelection()).bounded else {"tiles": DRAWINGS["tiles"]}


def usual_drawing(store: Store) -> str:
    """Return the way that is taken where none was chosen."""
    return "boundaries" if ground(store, FootprintsSelection()).with_boundaries else "tiles"
