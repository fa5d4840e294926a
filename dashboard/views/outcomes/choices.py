"""What a reader can choose on the outcomes page, and what a choice covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.domain.address import WHOLE_PLACE, Selection, choice, known, several, to_query, whole_number
from dashboard.domain.outcomes import ranked_with, standing
from dashboard.domain.outcomes_footprint import Combined, NotCombined
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Area, Indicator, Member, Series, Value
from dashboard.store import Store
from dashboard.views.indicators import combined

PATH = "/outcomes"
REPORT = ("spine", "gaps", "rug")
PROFILE = ("profile",)
DETAIL = ("compare", "trend", "inequality", "footprints", "about")
CARD_NAMES = (*REPORT, *PROFILE, *DETAIL)
VIEWS = {"report": "The report’s table", "area": "One area", "indicator": "One indicator"}
ORDERS = {"gap": "Size of gap", "goal": "The report’s goals"}
READINGS = {
    "all": "All measures",
    "worse": "Worse only",
    "better": "Better only",
    "unjudged": "Not judged only",
}
INDICATORS_A_PAGE = 16
MOST_AREAS = 40


@dataclass(frozen=True)
class OutcomesSelection(Selection):
    """What a reader can choose on the outcomes page; `table` names the cards whose table is open."""

    # Without one an area opens its own view, if there are indicators of it.
    view: str = choice("", *VIEWS)
    order: str = choice(*ORDERS)
    show: str = choice(*READINGS)
    indicator: str = known("indicator")
    benchmark: str = known("benchmark")
    sex: str = known("sex")
    age: str = known("age")
    category: str = known("category_type")
    page: int = whole_number(10_000)
    table: tuple[str, ...] = several(*CARD_NAMES)


@dataclass(frozen=True, slots=True)
class Ground:
    """What every selection of a release stands on: its indicators, areas and footprints."""

    indicators: dict[int, Indicator]
    areas: dict[str, Area]
    members: dict[str, list[Member]]


@dataclass(frozen=True)
class Scope:
    """What a selection covers: the imported indicators, areas and footprints, and which are asked for."""

    store: Store
    selection: OutcomesSelection

    ground: Ground

    @property
    def indicators(self) -> dict[int, Indicator]:
        """Every imported indicator by its number, in the order of names."""
        return self.ground.indicators

    @property
    def areas(self) -> dict[str, Area]:
        """Every area of the imported figures by its code: country, county, then by name."""
        return self.ground.areas

    @property
    def members(self) -> dict[str, list[Member]]:
        """The areas of each footprint by its short name."""
        return self.ground.members

    @property
    def country(self) -> str:
        """The code of the area that is part of no other; empty where nothing was imported."""
        return next((code for code, area in self.areas.items() if area.parent_code is None), "")

    @property
    def benchmark(self) -> str:
        """The area or footprint compared with."""
        return self.selection.benchmark or self.country

    @property
    def benchmark_name(self) -> str:
        """Its name."""
        if self.benchmark in self.members:
            return self.members[self.benchmark][0].label
        return self.area_name(self.benchmark)

    @property
    def by_footprint(self) -> bool:
        """Whether the benchmark is a footprint, whose figure is made here from those of its areas."""
        return self.benchmark in self.members

    @cached_property
    def indicator(self) -> Indicator | None:
        """The indicator asked for, or the first one; None where nothing was imported."""
        asked = self.indicators.get(int(self.selection.indicator or 0))
        return asked or next(iter(self.indicators.values()), None)

    @cached_property
    def every_series(self) -> list[Series]:
        """The sexes and ages that the indicator is given for, the usual one first."""
        if self.indicator is None:
            return []
        return _series(self.store, self.store.release_id, self.indicator.indicator_id)

    @cached_property
    def divisions(self) -> list[tuple[str, str, str, str]]:
        """Each way of dividing people that the indicator is given by, with area, sex and age."""
        if self.indicator is None:
            return []
        return _divisions(self.store, self.store.release_id, self.indicator.indicator_id)

    @cached_property
    def latest(self) -> list[Value]:
        """The figures of the series shown in its latest period, compared with the benchmark."""
        return self.compared(_latest(self.store, self.store.release_id, self.shown, self.asked_of_store))

    @cached_property
    def shown(self) -> Series:
        """The series asked for; where the indicator does not have it, the nearest one."""
        sex, age = self.selection.sex, self.selection.age
        return max(
            self.every_series,
            key=lambda item: (item.sex == sex) * 2 + (item.age == age),
        )

    @property
    def missed(self) -> str:
        """What was asked for that the indicator is not given for, as a sentence; empty where all of it is."""
        asked = {"sex": self.selection.sex, "age": self.selection.age}
        missing = [word for name, word in asked.items() if word and word != getattr(self.shown, name)]
        return f" It is not given for {' and '.join(missing)}." if missing else ""

    @property
    def view(self) -> str:
        """The view asked for; without one, that of the area chosen, or else the report's table."""
        known = self.selection.area in self.areas or (self.footprint and self.areas)
        return self.selection.view or ("area" if known else "report")

    @property
    def footprint(self) -> str:
        """The footprint chosen as the area; empty where none is."""
        return self.selection.area if self.selection.area in self.members else ""

    @property
    def area(self) -> str:
        """The area asked for, or the first one below the country; a footprint has no figures of its own."""
        if self.selection.area not in ("", WHOLE_PLACE, self.footprint):
            return self.selection.area
        return next((code for code in self.areas if code != self.country), self.country)

    @property
    def chosen_name(self) -> str:
        """The name of the area or footprint that the address asks for; empty where it asks for none."""
        if self.footprint:
            return self.members[self.footprint][0].label
        asked = self.selection.area
        return "" if asked in ("", WHOLE_PLACE) else self.area_name(asked)

    def area_name(self, code: str) -> str:
        """Return the name of an area, or its code where neither imported figures nor the place know it."""
        if code in self.areas:
            return self.areas[code].name
        return queries.area_names(self.store).get(code, code)

    def ranked_with(self, code: str) -> str:
        """Return what an area is ranked and counted with: districts with unitaries, a county apart."""
        parents = {area.parent_code for area in self.areas.values()}
        return ranked_with(code, self.areas[code].area_type, has_parts=code in parents)

    def address(self, **choices: object) -> str:
        """Return the address of the page with other choices, the same benchmark and area."""
        kept = OutcomesSelection(benchmark=self.selection.benchmark, area=self.selection.area)
        return f"{PATH}{to_query(replace(kept, **choices))}"  # type: ignore[arg-type]

    def compared(self, rows: Sequence[Value]) -> list[Value]:
        """Return the figures compared with the benchmark; with a footprint by the figure made for it."""
        if not self.by_footprint:
            return list(rows)
        made = self.made(self.benchmark, rows)
        return [self._against(row, made[row.indicator_id, row.period]) for row in rows]

    def made(self, footprint: str, rows: Sequence[Value]) -> dict[tuple[int, str], Combined | NotCombined]:
        """Return the figure of a footprint made from `rows` for each indicator and period, or why not."""
        groups: dict[tuple[int, str], dict[str, Value]] = {}
        for row in rows:
            groups.setdefault((row.indicator_id, row.period), {})[row.area_code] = row
        return {key: self._combined(footprint, own) for key, own in groups.items()}

    def _combined(self, footprint: str, own: Mapping[str, Value]) -> Combined | NotCombined:
        """Return the figure of a footprint from the figures of one indicator and period, by area."""
        shown = next(iter(own.values()))
        return combined(self.indicators[shown.indicator_id], self.members[footprint], own)

    @property
    def periods(self) -> str:
        """The latest periods of the indicators shown, the first and the last, or of the one asked for."""
        if self.view == "indicator":
            return f"Latest period {self.shown.last_period}"
        numbers = [item.indicator_id for item in self.page_of_indicators]
        usual = {item.indicator_id: item for item in reversed(queries.series(self.store, numbers))}
        ordered = sorted(usual.values(), key=lambda item: item.last_sortable)
        first, last = ordered[0].last_period, ordered[-1].last_period
        return f"Latest periods {first} to {last}" if first != last else f"Latest period {first}"

    @property
    def needed(self) -> list[str]:
        """The areas that the benchmark is made from, where it is a footprint."""
        return [member.area_code for member in self.members.get(self.benchmark, [])]

    @property
    def page_of_indicators(self) -> list[Indicator]:
        """The indicators that one table or chart holds, of the part asked for."""
        start = (max(self.selection.page, 1) - 1) * INDICATORS_A_PAGE
        return list(self.indicators.values())[start : start + INDICATORS_A_PAGE]

    @property
    def pages(self) -> int:
        """How many such parts there are."""
        return -(-len(self.indicators) // INDICATORS_A_PAGE)

    def _against(self, row: Value, made: Combined | NotCombined) -> Value:
        indicator = self.indicators[row.indicator_id]
        reference = made.value if isinstance(made, Combined) else None
        interval = interval_of(row)
        word = standing(row.value, interval, reference, indicator.judged_by, indicator.method)
        return replace(row, benchmark_value=reference, comparison=word, areas_ranked=None)

    @property
    def asked_of_store(self) -> str:
        """The area whose comparisons are asked of the store; a footprint's are worked out here."""
        return self.country if self.by_footprint else self.benchmark


def interval_of(row: Value) -> tuple[float, float, float] | None:
    """Return the limits and the level of a figure's interval, or None where it has none."""
    if row.lower_ci is None or row.upper_ci is None or row.ci_level is None:
        return None
    return row.lower_ci, row.upper_ci, row.ci_level


def scope(store: Store, selection: OutcomesSelection) -> Scope:
    """Return what a selection covers."""
    return Scope(store, selection, _ground(store, store.release_id))


@lru_cache(maxsize=2)
def _ground(store: Store, _release: str) -> Ground:
    members: dict[str, list[Member]] = {}
    for member in queries.members(store):
        members.setdefault(member.footprint, []).append(member)
    return Ground(
        {item.indicator_id: item for item in queries.indicators(store)},
        {item.area_code: item for item in queries.areas(store)},
        members,
    )


@lru_cache(maxsize=256)
def _series(store: Store, _release: str, indicator_id: int) -> list[Series]:
    return queries.series(store, [indicator_id])


@lru_cache(maxsize=256)
def _divisions(store: Store, _release: str, indicator_id: int) -> list[tuple[str, str, str, str]]:
    return queries.category_types(store, indicator_id)


@lru_cache(maxsize=64)
def _latest(store: Store, _release: str, shown: Series, benchmark: str) -> list[Value]:
    return queries.latest_values(store, shown, benchmark)


def benchmark_options(found: Scope) -> Mapping[str, str]:
    """Return what can be compared with: the country, areas that others belong to or lie in, footprints."""
    parents = {area.parent_code for area in found.areas.values()}
    county = next((code for code in found.areas if code != found.country), "")
    areas = {code: area.name for code, area in found.areas.items() if code in parents or code == county}
    footprints = {name: f"{own[0].label} (footprint)" for name, own in found.members.items()}
    return {**areas, **footprints} if found.areas else {}
