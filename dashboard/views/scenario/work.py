"""Scenarios worked out once for all cards: the published one, the reader's, and those kept by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from dashboard.domain.fact import SCENARIO, YOURS, Fact, by_period, derived, scenario
from dashboard.domain.scenario import Baseline, Numbers, Outcome, outcome
from dashboard.domain.scenario_address import Setting
from dashboard.domain.scenario_analysis import MEASURES, Summary, summary
from dashboard.domain.scenario_baseline import baseline
from dashboard.domain.scenario_levers import Lever, positions, stacked, steady_growth
from dashboard.queries import deficit as deficit_queries
from dashboard.queries import scenario as queries
from dashboard.store import Store
from dashboard.views.scenario.choices import CARRIED_ON, EXTRA_YEARS, PUBLISHED, ScenarioSelection

STEADY = {"council_tax_growth_pct": "council_tax", "business_rates_growth_pct": "business_rates"}
SAME_GBP_M = 0.0005


@dataclass(frozen=True)
class Scenario:
    """One scenario: its name, its settings, and the place of its row in the outcome."""

    key: str
    name: str
    settings: Mapping[str, float]
    row: int


@dataclass(frozen=True, eq=False)  # told apart by identity: it holds arrays
class Work:
    """Everything that the cards of one selection draw on; the first scenario is the published one."""

    base: Baseline
    levers: tuple[Lever, ...]
    scenarios: tuple[Scenario, ...]
    found: Outcome
    facts: tuple[Fact, ...]
    printed: Mapping[str, tuple[Fact, ...]]
    workings: tuple[Fact, ...]

    @cached_property
    def lever(self) -> dict[str, Lever]:
        """The levers by name."""
        return {lever.lever: lever for lever in self.levers}

    @property
    def current(self) -> Scenario:
        """The reader's scenario, or the published one where no lever is moved."""
        return next((one for one in self.scenarios if one.key == "yours"), self.scenarios[0])

    @property
    def moved(self) -> bool:
        """Whether the reader has moved a lever."""
        return bool(self.current.settings)

    @property
    def last(self) -> str:
        """The last year shown."""
        return self.base.years[-1]

    def standing_of(self, year: str | None) -> str:
        """Return whether what the new model has for a year is the report's or carried on here."""
        ours = self.base.years[self.base.printed_years :]
        return "carried on by us" if year in ours else "as published"

    def at(self, one: Scenario) -> dict[str, Numbers]:
        """Return every lever where the scenario has it."""
        return positions(self.levers, one.settings)

    def standing(self, name: str, one: Scenario) -> float:
        """Return where a lever stands as a number; the steady growth where it stands as printed."""
        value = float(self.at(one)[name][0])
        return steady(self.base, name) if np.isnan(value) else value

    def summary(self, one: Scenario) -> Summary:
        """Return the figures of one scenario."""
        return summary(self.base, self.found, one.row)

    def start(self, measure: str) -> Fact:
        """Return the printed figure that a scenario's measure is held against."""
        return self.printed[measure][-1]

    def path(self, one: Scenario, measure: str) -> list[Fact]:
        """Return a scenario by year: printed where the published one is printed, else derived or scenario."""
        values = MEASURES[measure](self.found)[one.row]
        known = by_period(self.printed[measure], "new_model")
        made = []
        for year, value in zip(self.base.years, values, strict=True):
            if one.key != "published":
                made.append(scenario(one.key, year, float(value), one.name, self.start(measure)))
            elif year in known:
                made.append(replace(known[year], series="new_model"))
            else:
                made.append(derived("new_model.derived", year, float(value), self._parents(measure, year)))
        return made

    def inputs(self) -> list[Fact]:
        """Return the levers that a scenario moves, for downloads."""
        return [
            scenario(f"lever.{name}", "moved", value, one.name, self.facts[0], self.lever[name].unit)
            for one in self.scenarios[1:]
            for name, value in one.settings.items()
        ]

    def standing_inputs(self) -> list[Fact]:
        """Return the levers that a scenario leaves where the report has them, with where that is printed."""
        return [
            Fact(
                f"lever.{lever.lever}",
                "as published",
                lever.default_value,
                lever.unit,
                "",
                SCENARIO,
                lever.source_id or self.facts[0].source_id,
                lever.source_line,
                f"Scenario: {one.name}; as published: {lever.default_words}",
            )
            for one in self.scenarios
            for lever in self.levers
            if lever.lever not in one.settings
        ]

    def _parents(self, measure: str, year: str) -> Sequence[Fact]:
        yearly = [
            fact for fact in self.printed["in_year"] if fact.series == "new_model" and fact.period <= year
        ]
        return yearly[-1:] if measure == "in_year" else [*self.printed[measure][-1:], *yearly[-2:]]


def worked(store: Store, selection: ScenarioSelection) -> Work:
    """Return the work for a selection, remembered for as long as its release is served."""
    key = (selection.years, selection.levers, tuple((one.name, one.levers) for one in selection.kept))
    return _worked(store, store.release_id, *key)


@lru_cache(maxsize=64)
def _worked(
    store: Store,
    _release: str,
    years: str,
    settings: tuple[Setting, ...],
    kept: tuple[tuple[str, tuple[Setting, ...]], ...],
) -> Work:
    ground = _ground(store, _release)
    base, levers = baseline(ground.facts, EXTRA_YEARS[years]), ground.levers
    # One that is kept as it stands is not drawn twice: the reader's takes its name.
    mine = next((name for name, own in kept if own == settings), YOURS)
    start = PUBLISHED if years == "printed" else CARRIED_ON
    asked = [("published", start, ()), *([("yours", mine, settings)] if settings else [])]
    asked += [
        (f"kept{place}", name, own)
        for place, (name, own) in enumerate(kept, 1)
        if own != settings or not settings
    ]
    scenarios = tuple(Scenario(key, name, dict(own), row) for row, (key, name, own) in enumerate(asked))
    found = outcome(base, stacked([positions(levers, one.settings) for one in scenarios]))
    return Work(base, levers, scenarios, found, ground.facts, ground.printed, ground.workings)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every scenario of a release stands on."""

    facts: tuple[Fact, ...]
    levers: tuple[Lever, ...]
    printed: Mapping[str, tuple[Fact, ...]]
    workings: tuple[Fact, ...]


@lru_cache(maxsize=4)
def _ground(store: Store, _release: str) -> _Ground:
    return _Ground(
        tuple(queries.baseline_facts(store)),
        tuple(queries.levers(store)),
        {measure: tuple(deficit_queries.trajectories(store, measure)) for measure in MEASURES},
        tuple(queries.workings(store)),
    )


def steady(base: Baseline, name: str) -> float:
    """Return the yearly growth that leads to the last year of a stream, to a tenth of a per cent."""
    return round(steady_growth(base.streams[STEADY[name]]), 1)
