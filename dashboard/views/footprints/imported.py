"""Imported figures on the footprints page: the facts they are, and their rows in a download."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.domain.fact import Fact, derived
from dashboard.domain.outcomes_footprint import Combined
from dashboard.domain.view import Record
from dashboard.queries.footprints import District
from dashboard.queries.outcomes import Indicator, Value
from dashboard.views.footprints.compared import Compared
from dashboard.views.indicators import fact

RECORD = (
    "label",
    "series",
    "indicator",
    "period",
    "value",
    "unit",
    "lower_ci",
    "upper_ci",
    "benchmark",
    "benchmark_value",
    "comparison",
    "trend",
    "printed",
    "status",
    "source_id",
    "source_line",
)


def footprint_fact(
    members: Sequence[District], own: Mapping[str, Value], name: str, made: Combined, indicator: Indicator
) -> Fact:
    """Return the figure of a footprint with the figures it was made from."""
    parents = [fact(own[item.area_code]) for item in members]
    period = own[members[0].area_code].period
    made_fact = derived(f"{indicator.indicator_id} {name}", period, made.value, parents)
    return replace(made_fact, unit=indicator.unit or "")


def series_of(row: Value) -> str:
    """Return the short name of a figure: its indicator and its area."""
    return f"{row.indicator_id} {row.area_code}"


def indicators_cited(rows: Sequence[Value]) -> tuple[Fact, ...]:
    """Return the indicators behind figures of footprints; their lines are those of every member."""
    first = {row.indicator_id: row for row in reversed(rows)}
    return tuple(replace(fact(row), source_line=None) for row in reversed(first.values()))


def footprint_record(compared: Compared, item: Fact) -> Record:
    """Return the row of a figure made for a footprint."""
    number, _, footprint = item.series.partition(" ")
    names = {indicator.indicator_id: indicator.name for indicator in compared.shown}
    blank: Record = dict.fromkeys(RECORD)
    return {
        **blank,
        "label": compared.found.footprints[footprint].label,
        "series": item.series,
        "indicator": names[int(number)],
        "period": item.period,
        "value": item.value,
        "unit": item.unit,
        "benchmark": compared.country[1],
        "printed": item.printed,
        "status": item.status,
        "source_id": item.source_id,
    }


def value_record(compared: Compared, row: Value) -> Record:
    """Return the row of an imported figure, all decimals kept."""
    indicator = next(item for item in compared.shown if item.indicator_id == row.indicator_id)
    return {
        "label": row.area_name,
        "series": series_of(row),
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
