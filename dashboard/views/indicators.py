"""How imported figures are said on every page that shows them: value, interval, where it stands, its fact."""

from collections.abc import Mapping, Sequence

from dashboard.domain.fact import Fact
from dashboard.domain.outcomes import QUINTILES
from dashboard.domain.outcomes_footprint import Combined, Member, NotCombined, combine
from dashboard.domain.outcomes_gap import symbol
from dashboard.domain.view import Cell, line_address
from dashboard.domain.words import MINUS, counted
from dashboard.queries.outcomes import Indicator, Value
from dashboard.queries.outcomes import Member as Place

NOT_GIVEN = "not given"
# Values of this size are said without decimals.
LARGE = 1000


def amount(value: float | None, unit: str | None = None) -> str:
    """Return a value as a reader sees it: one decimal, none where it is large; the file has them all."""
    if value is None:
        return NOT_GIVEN
    text = f"{value:,.0f}" if abs(value) >= LARGE else f"{value:,.1f}"
    return f"{text.replace('-', MINUS)}%" if unit == "%" else text.replace("-", MINUS)


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


def signed(word: str) -> str:
    """Return a reading with its sign."""
    return f"{symbol(word)} {word}".strip()


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


def combined(
    indicator: Indicator, places: Sequence[Place], own: Mapping[str, Value]
) -> Combined | NotCombined:
    """Return the figure of a footprint from those of its areas for one indicator and period, or why not."""
    shown = next(iter(own.values()))
    parts = [_part(place, own.get(place.area_code), shown) for place in places]
    return combine(indicator.value_type, indicator.unit, parts)


def _part(place: Place, row: Value | None, shown: Value) -> Member:
    if row is None:
        return Member(place.area_code, place.area_name, shown.period, shown.sex, shown.age, None, None, None)
    return Member(
        row.area_code, row.area_name, row.period, row.sex, row.age, row.value, row.count, row.denominator
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
        f" Fifths (quintiles) rank only {counted(ranked, 'area', 'areas')} that the file holds, not every "
        "area of the country: districts and unitaries together, a county apart. A fifth says nothing of "
        "the benchmark, and of itself is neither better nor worse."
    )
