"""Footprints of the wellbeing corporations: their districts, hospitals, services, dates and money."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.fact import Fact
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Footprint:
    """A footprint with the letter that stands for it."""

    footprint: str
    label: str
    letter: str


@dataclass(frozen=True, slots=True)
class District:
    """A district that a hospital covers; `lines` are all lines that print its people.

    `of_council` says whether the council of the place serves it; else another council does.
    """

    source_id: str
    area_code: str
    name: str
    kind: str
    of_council: bool
    footprint: str | None
    label: str | None
    region: str | None
    valid_until: date | None
    note: str | None
    population: int
    printed: str
    source_line: int
    locator: str
    status: str
    rows: int
    lines: list[int]


@dataclass(frozen=True, slots=True)
class Cover:
    """A hospital or trust and one district it covers."""

    hospital: str
    hospital_label: str
    area_code: str
    name: str
    footprint: str | None
    region: str | None
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Total:
    """The printed total of the county, which stands under one of the hospitals."""

    hospital: str
    hospital_label: str
    population: int
    printed: str
    source_id: str
    source_line: int
    locator: str
    status: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service that would move."""

    service_area: str
    label: str
    reference: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step: a milestone or a decision, as exact as it is printed."""

    step: str
    label: str
    body: str | None
    period: str | None
    precision: str
    printed: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of how a corporation is governed, in our own words."""

    aspect: str
    summary: str
    source_id: str
    source_line: int
    locator: str


PROVENANCE = "printed, status::VARCHAR AS status, source_id, source_line, locator"

FOOTPRINTS_SQL = "SELECT footprint, label, letter FROM footprint ORDER BY sequence"

DISTRICTS_SQL = """
SELECT source_id, area_code, name, kind, of_council, footprint, label, region, valid_until, note, population,
  printed, source_line, locator, status::VARCHAR AS status, rows, lines
FROM covered_district ORDER BY name
"""

COVERS_SQL = """
SELECT hospital, hospital_label, area_code, name, footprint, region, source_id, source_line, locator
FROM hospital_cover ORDER BY source_line
"""

TOTAL_SQL = """
SELECT hospital, hospital_label, population, printed, source_id, source_line, locator,
  status::VARCHAR AS status
FROM hospital_district WHERE area_code IS NULL ORDER BY source_line
"""

# The first place that prints each figure; of a community the first that prints whole numbers of people.
STATED_SQL = f"""
SELECT figure AS series, '' AS period, value::DOUBLE AS value, unit, {PROVENANCE}
FROM narrative_figure WHERE list_contains($figures, figure)
QUALIFY row_number() OVER (PARTITION BY figure ORDER BY unit <> 'people', source_line) = 1
ORDER BY figure
"""

SERVICES_SQL = """
SELECT service_area, label, reference, source_id, source_line, locator
FROM service_mapping WHERE future_home = $home ORDER BY source_line
"""

STEPS_SQL = """
SELECT milestone AS step, label, body, period, precision, printed, source_id, source_line, locator
FROM milestone WHERE programme = $programme OR list_contains($decisions, milestone)
ORDER BY period, source_line
"""

# Of the places that print the phases, the one that prints their months too.
PHASES_SQL = f"""
SELECT phase AS series, '' AS period, value_high::DOUBLE AS value, unit, {PROVENANCE}
FROM plan_phase WHERE programme = $programme AND regexp_matches(printed, '^[A-Z]') ORDER BY sequence
"""

STEADY_SQL = f"""
SELECT measure AS series, '' AS period, amount_gbp_m::DOUBLE AS value, '£m' AS unit, {PROVENANCE}
FROM benefit_summary WHERE component = $component AND line = 'total'
QUALIFY row_number() OVER (PARTITION BY measure ORDER BY source_line) = 1
ORDER BY source_line
"""

BY_YEAR_SQL = f"""
SELECT line AS series, financial_year AS period, amount_gbp_m::DOUBLE AS value, '£m' AS unit, {PROVENANCE}
FROM benefit_profile WHERE component = $component AND planned_savings = 'excluded'
QUALIFY source_line = max(source_line) OVER (PARTITION BY line, financial_year)
ORDER BY source_line, financial_year
"""

FUNDING_SQL = f"""
SELECT line AS series, financial_year AS period, amount_gbp_m::DOUBLE AS value, '£m' AS unit, {PROVENANCE}
FROM budget_line WHERE organisation = $component AND line = 'revised_funding'
ORDER BY source_line, financial_year
"""

GOVERNANCE_SQL = """
SELECT aspect, summary, source_id, source_line, locator FROM governing_body_statement
WHERE body = $body AND list_contains($aspects, aspect)
ORDER BY list_position($aspects, aspect), sequence
"""


def footprints(store: Store) -> list[Footprint]:
    """Return every footprint in the order of its file."""
    return store.rows(FOOTPRINTS_SQL, Footprint)


def districts(store: Store) -> list[District]:
    """Return every district that a hospital covers, once, by name."""
    return store.rows(DISTRICTS_SQL, District)


def covers(store: Store) -> list[Cover]:
    """Return every hospital with each district it covers, in the order printed."""
    return store.rows(COVERS_SQL, Cover)


def totals(store: Store) -> list[Total]:
    """Return the printed total of the county."""
    return store.rows(TOTAL_SQL, Total)


def stated(store: Store, figures: list[str]) -> dict[str, Fact]:
    """Return figures of the text by their short name, each from the first place that prints it."""
    return {fact.series: fact for fact in store.rows(STATED_SQL, Fact, figures=figures)}


def services(store: Store, home: str) -> list[Service]:
    """Return the services that would move to `home`, in the order printed."""
    return store.rows(SERVICES_SQL, Service, home=home)


def steps(store: Store, programme: str, decisions: list[str]) -> list[Step]:
    """Return the milestones of a programme and some key decisions, in the order of their dates."""
    return store.rows(STEPS_SQL, Step, programme=programme, decisions=decisions)


def phases(store: Store, programme: str) -> list[Fact]:
    """Return the phases of a programme's plan with the months they run over, as printed."""
    return store.rows(PHASES_SQL, Fact, programme=programme)


def steady_state(store: Store, component: str) -> dict[str, Fact]:
    """Return benefit and cost of a part of the model in the steady state by measure, £m."""
    return {fact.series: fact for fact in store.rows(STEADY_SQL, Fact, component=component)}


def by_year(store: Store, component: str) -> list[Fact]:
    """Return benefit, cost and net of a part of the model by year, without savings planned elsewhere, £m."""
    return store.rows(BY_YEAR_SQL, Fact, component=component)


def funding(store: Store, component: str) -> list[Fact]:
    """Return what the council would pass on to a part of the model by year, £m."""
    return store.rows(FUNDING_SQL, Fact, component=component)


def governance(store: Store, body: str, aspects: Sequence[str]) -> list[Statement]:
    """Return what is said of how a body is governed, in the order of the aspects asked for."""
    return store.rows(GOVERNANCE_SQL, Statement, body=body, aspects=list(aspects))
