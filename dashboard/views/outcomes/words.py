"""How imported figures are said: values, intervals, where they stand, and their facts, cells and records."""

from collections.abc import Sequence

from dashboard.domain.fact import Fact
from dashboard.domain.outcomes import QUINTILES
from dashboard.domain.outcomes_footprint import NotCombined
from dashboard.domain.outcomes_gap import symbol
from dashboard.domain.view import Cell, Record, line_address
from dashboard.domain.words import MINUS, counted, number
from dashboard.queries.outcomes import Indicator, Value
from dashboard.views.outcomes.choices import Scope

NOT_GIVEN = "not given"
# Values of this size are said without decimals.
LARGE = 1000


def amount(value: float | None, unit: str | None = None) -> str:
    """Return a value as a reader sees it: one decimal, none where it is large; the file has them all."""
    if value is None:
        return NOT_GIVEN
    text = f"{value:,.0f}" if abs(value) >= LARGE else f"{value:,.1f}"
    return f"{text.replace('-', MINUS)}%" if unit == "%" else text.replace("-", MINUS)


def people(value: float | None) -> str:
    """Return a count or a denominator, which is whole but where it was estimated."""
    return NOT_GIVEN if value is None else number(value, 1)


def interval(row: Value) -> str:
    """Return the limits of a figure's interval in words."""
    if row.lower_ci is None or row.upper_ci is None:
        return NOT_GIVEN
    return f"{amount(row.lower_ci)} to {amount(row.upper_ci)}"


def reading(row: Value, benchmark: str) -> str:
    """Return how a figure stands, with nothing published and the benchmark itself said plainly."""
    if row.value is None:
        return NOT_GIVEN
    return "reference" if row.area_code == benchmark else row.comparison


def against(word: str, benchmark: str) -> str:
    """Return a reading with what it is held against, within a sentence: worse than England."""
    joined = {"similar": "similar to", "not compared": "not compared with"}
    return (
        f"{joined.get(word, f'in the {word} beside' if 'quintile' in word else f'{word} than')} {benchmark}"
    )


def signed(word: str) -> str:
    """Return a reading with its sign."""
    return f"{symbol(word)} {word}".strip()


def unit_words(indicator: Indicator) -> str:
    """Return the unit in words; a score has none."""
    return indicator.unit or "no unit given"


def fact(row: Value, series: str | None = None) -> Fact:
    """Return an imported figure with its row of the received file."""
    return Fact(
        series or row.area_code,
        row.period,
        row.value,
        "",
        f"{row.value:.12g}",
        "printed",
        row.source_id,
        row.source_line,
        f"Indicator {row.indicator_id}",
    )


def value_cell(row: Value | None, unit: str | None = None) -> Cell:
    """Return the cell of a figure, which leads to its row of the received file."""
    if row is None or row.value is None:
        return Cell(NOT_GIVEN, href=_line(row), note=(row.value_note or "") if row else "")
    return Cell(amount(row.value, unit), href=_line(row), number=True, note=row.value_note or "")


def _line(row: Value | None) -> str:
    return line_address(row.source_id, row.source_line) if row else ""


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


def trend_words(row: Value) -> str:
    """Return our recent trend and, where Fingertips publishes another, the published one beside it."""
    if row.trend is None:
        return "not worked out for this period"
    published = (row.published_trend or "").lower()
    return f"{row.trend}; published: {published}" if published not in ("", row.trend) else row.trend


def ranked_words(rows: Sequence[Value]) -> str:
    """Return how many areas were ranked, where quintiles are shown: only those in the file can be."""
    ranked = max((row.areas_ranked or 0 for row in rows if row.comparison in QUINTILES), default=0)
    if not ranked:
        return ""
    return (
        f" Quintiles rank only the {counted(ranked, 'area', 'areas')} of one type that the file holds, "
        "not every area of the country."
    )


def missing_reason(found: Scope, rows: Sequence[Value]) -> str:
    """Return why nothing is compared with a footprint, where it has no figure."""
    if not found.by_footprint or any(row.benchmark_value is not None for row in rows):
        return ""
    made = found.made(found.benchmark, rows).values()
    reasons = {one.reason for one in made if isinstance(one, NotCombined)}
    return f" {found.benchmark_name} has no figure: {' '.join(sorted(reasons))}"
