"""One indicator over time: the area chosen with intervals, beside its benchmark."""

from dashboard.domain.outcomes_footprint import Combined
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.figures.chart import Line
from dashboard.figures.outcomes import trend_figure
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Value
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.compare import asked, series_words
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
    amount,
    fact,
    interval,
    reading,
    records,
    signed,
    trend_words,
    unit_words,
    value_cell,
)

HEIGHT_PX = 400


def trend(found: Scope) -> View:
    """Return the values of the area and of the benchmark by period, and the recent trend in words."""
    indicator, shown = asked(found), found.shown
    codes = [found.area, *_benchmark_codes(found)]
    every = found.compared(queries.values_of(found.store, shown, found.asked_of_store, codes))
    own = [row for row in every if row.area_code == found.area]
    given = [row for row in own if row.value is not None]
    name = found.area_name(found.area)
    if not given:
        words = f"{indicator.short_name}: no value of {name} in any period"
        return nothing("trend", words, f"Shown would be {series_words(found)}", charted=True)
    others = _others(found, every)
    drawn = _lines(found, given, others)
    listed_rows = own + (
        [] if found.by_footprint or found.area == found.benchmark else _benchmark_rows(found, every)
    )
    quoted = [row for row in listed_rows if row.value is not None]
    return View(
        name="outcomes.trend",
        title=f"{indicator.short_name} in {name}, recent trend: {_latest_trend(own)}",
        subtitle=f"{indicator.short_name}, {unit_words(indicator)}, {_span(given)}, "
        f"{series_words(found)} Lines through points are confidence intervals of {name}.",
        table=_table(found, listed_rows, others),
        facts=tuple(map(fact, quoted)),
        records=records(quoted, found),
        method="Recent trend by the published rule: a weighted line through the latest five points "
        "that have a "
        "confidence interval, tested by chi-squared, and of one sign with each point left out. "
        "Fewer than five "
        "such points, or an indirectly standardised value: it cannot be calculated. Where "
        "Fingertips publishes "
        "another trend, it stands beside ours: it can use years before those of the file, and passes over "
        "points without counts."
        + (f" {found.benchmark_name} is derived from its areas." if found.by_footprint else ""),
        chart=trend_figure(drawn, _periods(every), _limits(given), HEIGHT_PX),
        alternative=f"Lines by period. {name}: "
        f"{listed([f'{amount(row.value)} in {row.period}' for row in given])}.",
        height_rem=HEIGHT_PX / 16,
    )


def _span(given: list[Value]) -> str:
    first, last = given[0].period, given[-1].period
    return first if first == last else f"{first} to {last}"


def _benchmark_codes(found: Scope) -> list[str]:
    if found.by_footprint:
        return [member.area_code for member in found.members[found.benchmark]]
    return [found.benchmark]


def _benchmark_rows(found: Scope, every: list[Value]) -> list[Value]:
    return [row for row in every if row.area_code == found.benchmark]


def _others(found: Scope, every: list[Value]) -> dict[str, float]:
    """Return the benchmark by period; that of a footprint is made from its areas where that can be done."""
    if not found.by_footprint:
        return {row.period: row.value for row in _benchmark_rows(found, every) if row.value is not None}
    made = found.made(found.benchmark, every)
    return {period: one.value for (_, period), one in made.items() if isinstance(one, Combined)}


def _periods(every: list[Value]) -> list[str]:
    """Return the periods in order of time; the rows of each area stand in that order."""
    longest: dict[str, list[str]] = {}
    for row in every:
        longest.setdefault(row.area_code, []).append(row.period)
    ordered = max(longest.values(), key=len)
    return sorted({row.period for row in every}, key=lambda period: (period not in ordered, period))


def _limits(given: list[Value]) -> dict[str, tuple[float, float]]:
    return {
        row.period: (row.lower_ci, row.upper_ci)
        for row in given
        if row.lower_ci is not None and row.upper_ci is not None
    }


def _lines(found: Scope, given: list[Value], others: dict[str, float]) -> list[Line]:
    name, benchmark = found.area_name(found.area), found.benchmark_name
    values = {row.period: row.value for row in given if row.value is not None}
    hover = {row.period: f"{name}, {row.period}: {amount(row.value)}<br>{interval(row)}" for row in given}
    lines = [Line(name, "s1", values, hover, f"{name} {amount(given[-1].value)}")]
    if others and found.area != found.benchmark:
        said = {period: f"{benchmark}, {period}: {amount(value)}" for period, value in others.items()}
        last = list(others.values())[-1]
        style = "dot" if found.by_footprint else "solid"
        lines.append(Line(benchmark, "s5", others, said, f"{benchmark} {amount(last)}", style, "square"))
    return lines


def _latest_trend(own: list[Value]) -> str:
    found = next((row for row in reversed(own) if row.trend), None)
    return trend_words(found) if found else "cannot be calculated"


def _table(found: Scope, rows: list[Value], others: dict[str, float]) -> Table:
    columns = heads(
        "Period", "Area", "Value", "Interval", f"{found.benchmark_name}", "Read as", "Note", numbers=["Value"]
    )
    cells = tuple(
        (
            Cell(row.period, heading=True),
            Cell(row.area_name),
            value_cell(row),
            Cell(interval(row)),
            Cell(amount(others.get(row.period))),
            Cell(signed(reading(row, found.benchmark)) if row.value is not None else NOT_GIVEN),
            Cell(row.value_note or ""),
        )
        for row in rows
    )
    return Table(f"{asked(found).name} by period", columns, cells)
