"""The members with their latest figures against the country, and the figures of footprints made from them."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.outcomes_footprint import Combined, NotCombined
from dashboard.domain.words import counted, listed
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Indicator, Member, Value
from dashboard.views.footprints.choices import Scope
from dashboard.views.indicators import combined, reading

# A profile is to fit on one page or two; the page of outcomes has them all.
MOST_INDICATORS = 16
WORDS = ("worse", "similar", "better", "lower", "higher")


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

    def word(self, row: Value) -> str:
        """Return how a figure stands against the country."""
        return reading(row, self.country[0])

    def made(self, indicator: Indicator, footprint: str) -> Combined | NotCombined:
        """Return the figure of a footprint for an indicator, or why there is none."""
        own = self.values.get(indicator.indicator_id)
        if not own:
            return NotCombined("No figure of its districts is in the imported files.")
        places = [
            Member(footprint, item.label or "", item.area_code, item.name)
            for item in self.found.members(footprint)
        ]
        return combined(indicator, places, own)


def told(compared: Compared) -> str:
    """Return how many comparisons fall on each word, in a sentence."""
    words = Counter(compared.word(row) for row in compared.rows)
    parts = [f"{words[word]} {word}" for word in WORDS if words[word]]
    other = words.total() - sum(words[word] for word in WORDS)
    parts += [f"{other} in quintiles or not compared"] if parts and other else []
    country = compared.country[1]
    if not parts:
        return f"no comparison with {country} can be made"
    total = counted(words.total(), "comparison", "comparisons")
    return f"of {total} with {country}, {listed(parts)}"
