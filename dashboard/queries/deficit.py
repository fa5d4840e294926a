"""The council's forecasts, reserves, pressures, and the whole system's costs and benefits."""

from dashboard.domain.fact import Fact
from dashboard.store import Store

PROVENANCE = "printed, status::VARCHAR AS status, source_id, source_line, locator"
AMOUNT = f"financial_year AS period, amount_gbp_m AS value, '£m' AS unit, {PROVENANCE}"
IN_ORDER = "ORDER BY source_line, financial_year"

TRAJECTORIES_SQL = f"SELECT scenario AS series, {AMOUNT} FROM trajectory WHERE measure = $measure {IN_ORDER}"
STRATEGY_SQL = f"SELECT line AS series, {AMOUNT} FROM strategy_line {IN_ORDER}"
UPLIFTS_SQL = f"SELECT part AS series, {AMOUNT} FROM uplift_part WHERE split = $split {IN_ORDER}"
ORGANISATIONS_SQL = (
    f"SELECT organisation AS series, {AMOUNT} FROM organisation_money WHERE kind = $kind {IN_ORDER}"
)
BENEFITS_SQL = (
    f"SELECT part AS series, {AMOUNT} FROM benefit_by_year WHERE planned_savings = $planned {IN_ORDER}"
)
CUMULATIVE_NET_SQL = (
    f"SELECT planned_savings AS series, {AMOUNT} FROM cumulative_net_benefit "
    f"WHERE component = $component {IN_ORDER}"
)
STEADY_STATE_SQL = f"""
SELECT component AS series, measure AS period, amount_gbp_m AS value, '£m' AS unit, {PROVENANCE}
FROM steady_state ORDER BY source_line
"""
NARRATIVE_SQL = f"""
SELECT figure AS series, coalesce(period, '') AS period, value::DOUBLE AS value, unit, {PROVENANCE}
FROM narrative_figure WHERE list_contains($figures, figure) ORDER BY source_line, occurrence
"""
RESERVE_OUTTURN_SQL = f"""
SELECT reserve AS series, strftime(at_date, '%Y-%m-%d') AS period, amount_gbp_k::DOUBLE / 1000 AS value,
  '£m' AS unit, {PROVENANCE}
FROM reserve_outturn WHERE reserve IN ('earmarked', 'unallocated') AND basis = 'reported'
ORDER BY at_date, reserve
"""
DELAYED_PROJECTS_SQL = f"""
SELECT project AS series, financial_year AS period, amount_gbp_k::DOUBLE / 1000 AS value,
  '£m' AS unit, {PROVENANCE}
FROM delayed_project ORDER BY source_line
"""
PROJECT_NAMES_SQL = "SELECT project, label FROM delayed_project ORDER BY source_line"


def trajectories(store: Store, measure: str) -> list[Fact]:
    """Return each published scenario by year, £m.

    `measure` is "in_year", "cumulative" or "reserves" (closing balance).
    """
    return store.rows(TRAJECTORIES_SQL, Fact, measure=measure)


def strategy(store: Store) -> list[Fact]:
    """Return every line of the medium term financial strategy by year, £m."""
    return store.rows(STRATEGY_SQL, Fact)


def uplifts(store: Store, split: str) -> list[Fact]:
    """Return the cost added each year, £m, by "driver" or "organisation"; the series "all" is the total."""
    return store.rows(UPLIFTS_SQL, Fact, split=split)


def organisations(store: Store, kind: str) -> list[Fact]:
    """Return who spends or receives what by year, £m.

    `kind` is "today", "allocated", "forecast" or "funding".
    """
    return store.rows(ORGANISATIONS_SQL, Fact, kind=kind)


def benefits(store: Store, planned: str) -> list[Fact]:
    """Return costs and benefits by year, £m; the series is component.line.

    `planned` says whether savings planned elsewhere are "excluded" or "included".
    """
    return store.rows(BENEFITS_SQL, Fact, planned=planned)


def cumulative_net(store: Store, component: str) -> list[Fact]:
    """Return benefits less costs so far, £m, of one component; the series is "excluded" or "included"."""
    return store.rows(CUMULATIVE_NET_SQL, Fact, component=component)


def steady_state(store: Store) -> list[Fact]:
    """Return yearly benefits in the steady state and costs by component, £m; the period is the measure."""
    return store.rows(STEADY_STATE_SQL, Fact)


def narrative(store: Store, *figures: str) -> list[Fact]:
    """Return every printed occurrence of the named figures of the text, in the order of their lines."""
    return store.rows(NARRATIVE_SQL, Fact, figures=list(figures))


def reserve_outturn(store: Store) -> list[Fact]:
    """Return the reserves the council reported, £m, by kind and date."""
    return store.rows(RESERVE_OUTTURN_SQL, Fact)


def delayed_projects(store: Store) -> list[Fact]:
    """Return the savings of the projects advised to be delayed, £m, and their printed total."""
    return store.rows(DELAYED_PROJECTS_SQL, Fact)


def project_names(store: Store) -> dict[str, str]:
    """Return the name of each project advised to be delayed."""
    _, rows = store.table(PROJECT_NAMES_SQL)
    return dict(rows)
