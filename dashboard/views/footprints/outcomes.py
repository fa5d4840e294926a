"""How healthy the members are against the country: every comparison in words, and where a sum allows one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.fact import Fact, derived
from dashboard.domain.outcomes import standing
from dashboard.domain.outcomes_footprint import Combined, NotCombined
from dashboard.domain.view import Cell, Record, Table, View
from dashboard.domain.words import counted, listed
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Indicator, Member, Value
from dashboard.store import Store
from dashboard.views.footprints.choices import FootprintsSelection, Scope, address, scope
from dashboard.views.footprints.parts import heads
from dashboard.views.indicators import (
    amount,
    combined,
    fact,
    interval,
    reading,
    signed,
    trend_words,
    value_cell,
)

PAGE = "/outcomes"
# A profile is to fit on one page or two; the page of outcomes has them all.
MOST_INDICATORS = 16
WORDS = ("worse", "similar", "better", "lower", "higher")
MISSING = (
    "No public health indicators are loaded, so nothing can be said here about how healthy people are. "
    "Load a download from Fingertips with: placeboard import fingertips FILE --apply"
)


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


def outcomes(store: Store, selection: FootprintsSelection) -> View:
    """Return the districts asked for against the country, or what is missing and how to load it."""
    compared = Compared(scope(store, selection))
    if not compared.every:
        return _nothing()
    rows = compared.rows
    name = compared.found.name or "The members of all footprints"
    country = compared.country[1]
    table, sums = _one(compared) if compared.found.district else _several(compared)
    return View(
        name="footprints.outcomes",
        title=f"{name}: {told(compared)}",
        subtitle=f"Latest period of each indicator against {country}, all persons where given; words and "
        f"signs "
        f"follow the published rules.{_left_out(compared)} Imported; of other years than the report.",
        table=table,
        facts=(*(fact(row, f"{row.indicator_id} {row.area_code}") for row in rows), *sums),
        records=tuple(_record(compared, row) for row in rows),
        method="A district is worse or better where the country’s value lies outside its confidence "
        "interval. A "
        "figure for a footprint is made only where every member has a count and a denominator that its value "
        "follows from: the counts added up over the denominators added up (derived). Otherwise the members "
        "are listed and nothing is averaged. No score is made over indicators, and nobody is ranked. Which "
        "of several sexes and ages is shown, and how each rule works: docs/outcomes-rules.md.",
    )


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


def _left_out(compared: Compared) -> str:
    more = len(compared.every) - len(compared.shown)
    if not more:
        return ""
    return f" The first {len(compared.shown)} by name; the page of outcomes has {more} more."


def _nothing() -> View:
    words = "How healthy people are is not known here yet"
    return View(
        name="footprints.outcomes",
        title=words,
        subtitle="Public health indicators of each member district against the country",
        table=Table(words, heads("Indicator"), (), (Cell(MISSING),)),
        facts=(),
        records=(),
        method="Nothing is worked out where nothing was given.",
    )


def _several(compared: Compared) -> tuple[Table, list[Fact]]:
    """Return a row per indicator with each footprint asked for and, where it is one, its members."""
    found = compared.found
    asked = [found.selection.area] if found.footprint else list(found.footprints)
    members = found.shown if found.footprint else []
    country = compared.country[1]
    names = [found.footprints[name].label for name in asked]
    head = heads("Indicator", country, *names)
    head += tuple(Cell(item.name, heading=True, href=address(item.area_code)) for item in members)
    rows, sums = [], []
    for indicator in compared.shown:
        own = compared.values.get(indicator.indicator_id, {})
        made = {name: compared.made(indicator, name) for name in asked}
        sums += [_sum(own, name, one, indicator) for name, one in made.items() if isinstance(one, Combined)]
        rows.append(
            (
                _indicator(indicator, own),
                Cell(_reference(own)),
                *(_made(indicator, one, own, why=bool(found.footprint)) for one in made.values()),
                *(_member(compared, own.get(item.area_code)) for item in members),
            )
        )
    return Table(f"{listed(names)} against {country}", head, tuple(rows)), sums


def _one(compared: Compared) -> tuple[Table, list[Fact]]:
    """Return a row per indicator with the district's value, interval, word and trend."""
    name, country = compared.found.name, compared.country[1]
    rows = tuple(
        (
            _indicator(indicator, own),
            value_cell(row),
            Cell(interval(row)),
            Cell(_reference(own)),
            Cell(signed(compared.word(row))),
            Cell(trend_words(row)),
        )
        for indicator in compared.shown
        for own in [compared.values.get(indicator.indicator_id, {})]
        for row in own.values()
    )
    empty = (Cell(f"The imported files hold no figure for {name}."),)
    head = heads("Indicator", name, "Interval", country, "Read as", "Recent trend")
    return Table(f"{name} against {country}", head, rows, empty), []


def _indicator(indicator: Indicator, own: Mapping[str, Value]) -> Cell:
    period = next((row.period for row in own.values()), "")
    note = ", ".join(filter(None, [indicator.unit, period]))
    href = f"{PAGE}?view=indicator&indicator={indicator.indicator_id}"
    return Cell(indicator.short_name, heading=True, href=href, note=note)


def _reference(own: Mapping[str, Value]) -> str:
    return amount(
        next((row.benchmark_value for row in own.values() if row.benchmark_value is not None), None)
    )


def _member(compared: Compared, row: Value | None) -> Cell:
    cell = value_cell(row)
    if row is None or row.value is None:
        return Cell("not in the file" if row is None else cell.text, href=cell.href)
    return Cell(cell.text, href=cell.href, note=signed(compared.word(row)))


def _made(indicator: Indicator, made: Combined | NotCombined, own: Mapping[str, Value], *, why: bool) -> Cell:
    if not isinstance(made, Combined):
        return Cell("members listed", note=made.reason if why else "")
    reference = next((row.benchmark_value for row in own.values() if row.benchmark_value is not None), None)
    limits = (made.lower, made.upper, made.level)
    word = standing(made.value, limits, reference, indicator.polarity, indicator.method)
    return Cell(amount(made.value), note=f"{signed(word)}, derived")


def _sum(own: Mapping[str, Value], name: str, made: Combined, indicator: Indicator) -> Fact:
    parents = [fact(row) for row in own.values() if row.value is not None]
    period = next(iter(own.values())).period
    return derived(f"{indicator.indicator_id} {name}", period, made.value, parents)


def _record(compared: Compared, row: Value) -> Record:
    indicator = next(item for item in compared.shown if item.indicator_id == row.indicator_id)
    return {
        "label": row.area_name,
        "series": f"{row.indicator_id} {row.area_code}",
        "indicator": indicator.name,
        "period": row.period,
        "value": row.value,
        "unit": indicator.unit,
        "lower_ci": row.lower_ci,
        "upper_ci": row.upper_ci,
        "benchmark": compared.country[1],
        "benchmark_value": row.benchmark_value,
        "comparison": compared.word(row),
        "trend": row.trend,
        "printed": f"{row.value:.12g}",
        "status": "printed",
        "source_id": row.source_id,
        "source_line": row.source_line,
    }


def summary(store: Store, selection: FootprintsSelection) -> str:
    """Return how the districts asked for stand against the country, in a sentence, or what is missing."""
    compared = Compared(scope(store, selection))
    return told(compared) if compared.every else MISSING
