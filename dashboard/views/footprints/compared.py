"""The members with their latest figures against the country, and the figures of footprints made from them."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.domain.outcomes_footprint import Combined, NotCombined
from dashboard.domain.outcomes_gap import BETTER, WORSE
from dashboard.domain.words import listed
from dashboard.queries import outcomes as queries
from dashboard.queries.footprints import District
from dashboard.queries.outcomes import Indicator, Member, Value
from dashboard.views.footprints.choices import Scope
from dashboard.views.indicators import combined, reading

# A profile is to fit on one page or two; the page of outcomes has them all.
MOST_INDICATORS = 16


@dataclass(frozen=True)
class Compared:
    """The members of what is asked for with their latest figure of each indicator, against the country."""

    found: Scope

    @cached_property
    def every(self) -> list[Indicator]:
        """Every imported indicator."""
        return queries.indicators(self.found.store)

    @property
    def shown(self) -> list[Indicator]:
        """The indicators shown: the first by name."""
        return self.every[:MOST_INDICATORS]

    @cached_property
    def country(self) -> tuple[str, str]:
        """The code and the name of the area that is part of no other."""
        areas = queries.areas(self.found.store)
        return next(((area.area_code, area.name) for area in areas if area.parent_code is None), ("", ""))

    @property
    def codes(self) -> list[str]:
        """The districts compared: those asked for, or every member."""
        if self.found.name:
            return [item.area_code for item in self.found.shown]
        return [item.area_code for item in self.found.districts.values() if item.footprint]

    @cached_property
    def values(self) -> dict[int, dict[str, Value]]:
        """The latest figures by indicator and district."""
        numbers = [item.indicator_id for item in self.shown]
        found: dict[int, dict[str, Value]] = {}
        for row in queries.usual_values(self.found.store, numbers, self.country[0], self.codes):
            found.setdefault(row.indicator_id, {})[row.area_code] = row
        return found

    @property
    def rows(self) -> list[Value]:
        """Every figure that has a value."""
        return [row for own in self.values.values() for row in own.values() if row.value is not None]

    @property
    def alone(self) -> list[Value]:
        """Every figure of a district that is the only member of its footprint."""
        own = map(self.found.members, self.found.footprints)
        codes = {items[0].area_code for items in own if len(items) == 1}
        return [row for row in self.rows if row.area_code in codes]

    def word(self, row: Value) -> str:
        """Return how a figure stands against the country."""
        return reading(row, self.country[0])

    @property
    def single(self) -> District | None:
        """The one district asked for, or the only member of the footprint asked for."""
        shown = self.found.shown if self.found.name else []
        return shown[0] if len(shown) == 1 else None

    @property
    def several(self) -> bool:
        """Whether several districts are asked for."""
        return self.single is None

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """How each district with a figure stands, by the short name of the indicator."""
        found = {item.short_name: self.values.get(item.indicator_id, {}) for item in self.shown}
        return {
            name: [self.word(row) for row in own.values() if row.value is not None]
            for name, own in found.items()
        }

    def read(self, word: str) -> list[str]:
        """Return the indicators on which every district with a figure reads the word."""
        return [name for name, words in self.words.items() if words and set(words) == {word}]

    def made(self, indicator: Indicator, footprint: str) -> Combined | NotCombined:
        """Return the figure of a footprint for an indicator, or why there is none."""
        own = self.values.get(indicator.indicator_id)
        if not own:
            return NotCombined("No figure of its districts is in the imported files.")
        places = [
            Member(footprint, item.label or "", item.area_code, item.name)
            for item in self.found.members(footprint)
        ]
        # A kind left out cannot be made again: the figure of a sole member stays as published.
        asked = indicator if len(places) > 1 else replace(indicator, value_type=None)
        return combined(asked, places, own)


def told(compared: Compared, most: int = 3) -> str:
    """Return in a sentence which indicators are worse and better, by name; at most some of each."""
    country = compared.country[1]
    if not compared.rows:
        return f"no comparison with {country} can be made"
    worse, better = (_some(compared.read(word), most) for word in (WORSE, BETTER))
    where = " in every district with a figure" if compared.several else ""
    if not worse and not better:
        return _most(compared) or f"neither worse nor better than {country} on any indicator shown"
    parts = [f"{word} on {names}" for word, names in ((WORSE, worse), (BETTER, better)) if names]
    return f"against {country}{where}, {'; '.join(parts)}{without(compared)}"


def without(compared: Compared) -> str:
    """Return which of several districts have no figure at all; empty where each has one."""
    given = {row.area_code for row in compared.rows}
    names = [compared.found.districts[code].name for code in compared.codes if code not in given]
    return f"; no figure for {listed(names)}" if names and compared.several else ""


def _some(names: list[str], most: int) -> str:
    return listed(names) if len(names) <= most else f"{', '.join(names[:most])}, among others"


def _most(compared: Compared) -> str:
    """Return on which indicators the most districts are worse; empty where none is on any."""
    counts = {name: Counter(words)[WORSE] for name, words in compared.words.items()}
    top = max(counts.values(), default=0)
    if not compared.several or not top:
        return ""
    names = [name for name, count in counts.items() if count == top]
    most = "one district is" if top == 1 else f"{top} districts are"
    start = "no indicator is worse or better in every district"
    return f"{start}; at most {most} worse than {compared.country[1]}, on {_some(names, 3)}"
