"""Levers, presets, and the printed figures that scenarios start from."""

from itertools import groupby

from dashboard.domain.fact import Fact
from dashboard.domain.scenario import Baseline
from dashboard.domain.scenario_baseline import baseline as made
from dashboard.domain.scenario_baseline import carried_on_years
from dashboard.domain.scenario_levers import Lever, Preset
from dashboard.store import Store

BASELINE_SQL = """
SELECT concat_ws('.', part, item, organisation) AS series, coalesce(financial_year, '') AS period, value,
  unit, printed, status::VARCHAR AS status, source_id, source_line, locator
FROM scenario_baseline ORDER BY part, item, organisation, financial_year
"""
YEARS_SQL = "SELECT DISTINCT financial_year FROM scenario_baseline WHERE part = 'funding' ORDER BY ALL"
PUBLISHED_SQL = """
SELECT measure AS series, financial_year AS period, amount_gbp_m AS value, '£m' AS unit,
  printed, status::VARCHAR AS status, source_id, source_line, locator
FROM scenario_published ORDER BY source_line, financial_year
"""
WORKINGS_SQL = """
SELECT line AS series, financial_year AS period, amount_gbp_m AS value, '£m' AS unit,
  printed, status::VARCHAR AS status, source_id, source_line, locator
FROM scenario_working ORDER BY source_line, financial_year
"""
ELSEWHERE_SQL = """
SELECT line AS series, financial_year AS period, amount_gbp_m AS value, '£m' AS unit,
  printed, status::VARCHAR AS status, source_id, source_line, locator
FROM scenario_elsewhere ORDER BY source_line, financial_year
"""
LEVERS_SQL = """
SELECT lever, lever_group, group_label, label, unit, lowest, highest, step, default_value, default_words,
  note, range_low, range_high, source_id, source_line
FROM lever ORDER BY position
"""
PRESETS_SQL = """
SELECT preset.preset, preset.label, preset.words, preset.lever, preset.value,
  preset.source_id, preset.source_line
FROM scenario_preset AS preset JOIN lever USING (lever) ORDER BY preset.position, lever.position
"""


def baseline_facts(store: Store) -> list[Fact]:
    """Return the printed figures that every scenario starts from; the series is part.item.organisation."""
    return store.rows(BASELINE_SQL, Fact)


def baseline(store: Store, extra_years: int = 0) -> Baseline:
    """Return what scenarios start from, with `extra_years` carried on beyond the report's last."""
    return made(baseline_facts(store), extra_years)


def goal_years(store: Store) -> tuple[str, ...]:
    """Return every year that a scenario can have, those carried on beyond the report's last included."""
    return carried_on_years([year for (year,) in store.table(YEARS_SQL)[1]])


def published(store: Store) -> list[Fact]:
    """Return the results of the new model as its own tables print them, £m; the series is the measure."""
    return store.rows(PUBLISHED_SQL, Fact)


def workings(store: Store) -> list[Fact]:
    """Return every line of the published workings that a table prints, £m; costs are positive."""
    return store.rows(WORKINGS_SQL, Fact)


def elsewhere(store: Store) -> list[Fact]:
    """Return what a second table prints for lines of the workings, £m; costs are positive."""
    return store.rows(ELSEWHERE_SQL, Fact)


def levers(store: Store) -> list[Lever]:
    """Return every lever in the order of the list."""
    return store.rows(LEVERS_SQL, Lever)


def presets(store: Store) -> list[Preset]:
    """Return every preset with the levers it moves."""
    _, rows = store.table(PRESETS_SQL)
    return [
        Preset(
            preset=key[0],
            label=key[1],
            words=key[2],
            levers={row[3]: row[4] for row in moved},
            source_id=key[3],
            source_line=key[4],
        )
        for key, moved in groupby(rows, key=lambda row: (row[0], row[1], row[2], row[5], row[6]))
    ]
