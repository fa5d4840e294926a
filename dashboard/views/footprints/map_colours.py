"""What colours the map: footprints, or how each district stands on an imported indicator."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.outcomes import QUINTILES
from dashboard.domain.outcomes_gap import symbol
from dashboard.domain.outcomes_words import NOT_COMPARED, NOT_GIVEN, against, tone
from dashboard.queries import footprints_map as queries
from dashboard.queries import outcomes
from dashboard.queries.footprints_map import Boundary, Tile
from dashboard.queries.outcomes import Indicator, Series, Value
from dashboard.queries.sources import place
from dashboard.store import Store
from dashboard.views.footprints.choices import FOOTPRINT, FootprintsSelection
from dashboard.views.indicators import reading

# The order of the key: what a reader should see first comes first.
READINGS = ("worse", "lower", "similar", "higher", "better")
LAST = (NOT_COMPARED, NOT_GIVEN)
NEIGHBOUR = "around"


@dataclass(frozen=True)
class Ground:
    """Everything the map is drawn from, for one selection."""

    store: Store
    selection: FootprintsSelection

    @cached_property
    def tiles(self) -> list[Tile]:
        """Every district of the map, row by row from the north."""
        return queries.tiles(self.store)

    @property
    def members(self) -> list[Tile]:
        """The districts that a footprint has."""
        return [tile for tile in self.tiles if tile.footprint]

    @cached_property
    def boundaries(self) -> dict[str, Boundary]:
        """The imported boundaries by the code of their area."""
        return queries.boundaries(self.store)

    @property
    def bounded(self) -> list[Tile]:
        """The districts of footprints that have a boundary."""
        return [tile for tile in self.members if tile.area_code in self.boundaries]

    @property
    def with_boundaries(self) -> bool:
        """Whether the map is drawn with boundaries: where asked, or where no living district lacks one."""
        if self.selection.map != "usual":
            return self.selection.map == "boundaries" and bool(self.bounded)
        living = [tile for tile in self.members if tile.valid_until is None]
        return bool(living) and all(tile.area_code in self.boundaries for tile in living)

    @cached_property
    def place_name(self) -> str:
        """The name of the place."""
        return place(self.store).name

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every imported indicator by its number, by name."""
        return {str(item.indicator_id): item for item in outcomes.indicators(self.store)}

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that colours the map; None where footprints do."""
        return None if self.selection.colour == FOOTPRINT else self.indicators[self.selection.colour]

    @cached_property
    def series(self) -> Series:
        """The usual sex and age of the indicator, and its latest period."""
        return outcomes.series(self.store, [int(self.selection.colour)])[0]

    @cached_property
    def benchmark(self) -> tuple[str, str]:
        """Code and name of what is compared with: the area that is part of no other."""
        every = outcomes.areas(self.store)
        found = next((area for area in every if area.parent_code is None), None)
        return (found.area_code, found.name) if found else ("", "")

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The latest figure of each area, compared with the benchmark."""
        if self.indicator is None:
            return {}
        rows = outcomes.latest_values(self.store, self.series, self.benchmark[0])
        return {row.area_code: row for row in rows}

    def word(self, tile: Tile) -> str:
        """Return how a district stands, in a word."""
        row = self.values.get(tile.area_code)
        return reading(row, self.benchmark[0]) if row else NOT_GIVEN

    def tone(self, tile: Tile) -> str:
        """Return the tone of a district: that of its footprint, or of its reading."""
        if tile.footprint is None:
            return NEIGHBOUR
        if self.indicator is None:
            return f"f{tile.sequence}"
        word = self.word(tile)
        return f"q{QUINTILES.index(word) + 1}" if word in QUINTILES else tone(self.indicator.judged_by, word)

    def mark(self, tile: Tile) -> str:
        """Return the letter of its footprint, the sign of its reading, or the number of its quintile."""
        if self.indicator is None:
            return tile.letter or ""
        word = self.word(tile)
        return str(QUINTILES.index(word) + 1) if word in QUINTILES else symbol(word)

    def key_words(self, word: str) -> str:
        """Return what a reading is called in the key: worse than the country."""
        said = word if word in (NOT_GIVEN, *QUINTILES) else against(word, self.benchmark[1])
        return f"{said[:1].upper()}{said[1:]}"

    @property
    def readings(self) -> list[str]:
        """The readings on the map, in the order of the key."""
        found = {self.word(tile) for tile in self.members}
        return [word for word in (*READINGS, *QUINTILES, *LAST) if word in found]

    @property
    def ranked(self) -> int:
        """How many areas were ranked for the quintiles; nought where there are none."""
        return max((row.areas_ranked or 0 for row in self.values.values()), default=0)


def ground(store: Store, selection: FootprintsSelection) -> Ground:
    """Return what the map of a selection is drawn from."""
    return Ground(store, selection)
