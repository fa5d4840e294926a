"""How imported figures are said: values, intervals, where they stand, and their facts, cells and records."""

from collections.abc import Sequence

from dashboard.domain.outcomes_footprint import NotCombined
from dashboard.domain.outcomes_words import against, fifth
from dashboard.domain.outcomes_words import series_words as series_note
from dashboard.domain.view import Record
from dashboard.domain.words import number
from dashboard.queries.outcomes import Indicator, Value
from dashboard.views.indicators import (
    NOT_GIVEN,
    amount,
    fact,
    interval,
    ranked_words,
    reading,
    signed,
    trend_words,
    value_cell,
)
from dashboard.views.outcomes.choices import Scope

__all__ = [
    "NOT_GIVEN",
    "SERIES_RULE",
    "against",
    "amount",
    "fact",
    "interval",
    "missing_reason",
    "people",
    "ranked_words",
    "reading",
    "records",
    "remarks",
    "series_note",
    "shown_word",
    "signed",
    "trend_words",
    "unit_words",
    "value_cell",
]


SERIES_RULE = (
    " Where no sex and age is chosen, shown is all persons where the file has them, then all ages, then "
    "the series with most figures, then the widest age group; other series are named."
)


def shown_word(row: Value, benchmark: str) -> str:
    """Return how a figure stands as a reader sees it: a quintile is a fifth of the areas ranked."""
    return fifth(reading(row, benchmark), row.areas_ranked)


def remarks(indicators: Sequence[Indicator]) -> str:
    """Return what a reader must know of the metadata of indicators, each under its name."""
    return "".join(f" {item.short_name}: {item.remark}" for item in indicators if item.remark)


def people(value: float | None) -> str:
    """Return a count or a denominator, which is whole but where it was estimated."""
    return NOT_GIVEN if value is None else number(value, 1)


def unit_words(indicator: Indicator) -> str:
    """Return the unit in words; a score has none."""
    return indicator.unit or "no unit given"


def records(rows: Sequence[Value], found: Scope, labels: Sequence[str] | None = None) -> tuple[Record, ...]:
    """Return one record a figure, all decimals kept, with how it stands and its row of the file."""
    names = labels or [row.area_name for row in rows]
    return tuple(
        {
            "label": label,
            "series": row.category or row.area_code,
            "indicator_id": row.indicator_id,
            "indicator": found.indicators[row.indicator_id].name,
            "area_code": row.area_code,
            "period": row.period,
            "sex": row.sex,
            "age": row.age,
            "category": row.category,
            "value": row.value,
            "unit": found.indicators[row.indicator_id].unit,
            "lower_ci": row.lower_ci,
            "upper_ci": row.upper_ci,
            "ci_level": row.ci_level,
            "count": row.count,
            "denominator": row.denominator,
            "benchmark": found.benchmark_name,
            "benchmark_value": row.benchmark_value,
            "comparison": row.comparison,
            "areas_ranked": row.areas_ranked,
            "trend": row.trend,
            "published_trend": row.published_trend,
            "value_note": row.value_note,
            "printed": f"{row.value:.12g}",
            "status": "printed",
            "source_id": row.source_id,
            "source_line": row.source_line,
        }
        for row, label in zip(rows, names, strict=True)
    )


def missing_reason(found: Scope, rows: Sequence[Value]) -> str:
    """Return why nothing is compared with a footprint, where it has no figure."""
    if not found.by_footprint or any(row.benchmark_value is not None for row in rows):
        return ""
    made = found.made(found.benchmark, rows).values()
    reasons = {one.reason for one in made if isinstance(one, NotCombined)}
    return f" {found.benchmark_name} has no figure: {' '.join(sorted(reasons))}"
