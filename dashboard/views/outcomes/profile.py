"""One area: every indicator against the benchmark, with intervals."""

from collections.abc import Sequence

from dashboard.domain.outcomes import QUINTILES, good_direction
from dashboard.domain.outcomes_gap import relative_gap
from dashboard.domain.outcomes_words import NOT_COMPARED, tally
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted, number, within_sentence
from dashboard.figures.outcomes import Row, spine_figure, spine_height
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Value
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.profile_footprint import footprint_profile, footprint_words
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
    SERIES_RULE,
    amount,
    fact,
    interval,
    missing_reason,
    ranked_words,
    reading,
    records,
    remarks,
    series_note,
    shown_word,
    signed,
    trend_words,
    value_cell,
)


def profile(found: Scope) -> View:
    """Return the spine of one area: each indicator's gap to the benchmark with its interval."""
    if found.footprint:
        return footprint_profile(found)
    every = _every(found)
    own = [row for row in every if row.area_code == found.area and row.value is not None]
    name, benchmark = found.area_name(found.area), found.benchmark_name
    if not own:
        why = "The imported files hold no value for it in the latest period of any indicator. Choose another."
        return nothing("profile", f"No figures for {name}", why, charted=True)
    rows = sorted((row for row in (_row(found, value) for value in own) if row), key=lambda row: row.at)
    heading = (benchmark, "◀ worse", "better ▶", name, benchmark)
    undrawn = len(own) - len(rows)
    without = (
        f" {counted(undrawn, 'indicator is', 'indicators are')} ranked in fifths or not compared "
        "and so on neither side: only in the table."
        if undrawn
        else ""
    )
    return View(
        name="outcomes.profile",
        title=_title(found, rows),
        subtitle=f"Gap between {name} and {benchmark} as a share of {benchmark}’s value, %, with "
        "the confidence "
        f"interval of {name}; latest period of each indicator. Without judgement, right "
        f"is higher.{without}",
        table=_table(found, own),
        facts=tuple(fact(row, f"{row.indicator_id}") for row in own),
        records=tuple({**record, "series": str(record["indicator_id"])} for record in records(own, found)),
        method="Each value and the ends of its interval are shown as a share of the benchmark’s "
        "value. Where low "
        "is good the sign is turned, so that right is better; where nothing is judged, right is "
        "higher. The word "
        "follows the published rule: better or worse where the benchmark lies outside the interval. Latest "
        "periods differ between indicators; the table names each."
        + SERIES_RULE
        + remarks(found.page_of_indicators)
        + ranked_words(own)
        + missing_reason(found, every),
        chart=spine_figure(rows, heading, significant=True),
        alternative=f"Spine of {counted(len(rows), 'indicator', 'indicators')}: "
        f"{'; '.join(f'{row.name} {row.columns[0]}, {row.reading}' for row in rows) or 'none can be drawn'}.",
        height_rem=spine_height(len(rows)),
    )


def _row(found: Scope, value: Value) -> Row | None:
    indicator = found.indicators[value.indicator_id]
    if value.comparison in (*QUINTILES, NOT_COMPARED) and value.area_code != found.benchmark:
        return None
    good = good_direction(indicator.judged_by)
    gap = relative_gap(value.value or 0.0, value.benchmark_value or 0.0, good)
    if gap is None:
        return None
    ends = [_side(end, value, good) for end in (value.lower_ci, value.upper_ci)]
    known = sorted(end for end in ends if end is not None)
    word = reading(value, found.benchmark)
    share = round(gap.share_pct)
    return Row(
        indicator.short_name,
        round(gap.side, 3),
        f"{'+' if share > 0 else ''}{number(share, 0)}%",
        word,
        (amount(value.value), amount(value.benchmark_value), signed(word)),
        known[0] if len(known) == 2 else None,
        known[1] if len(known) == 2 else None,
    )


def _side(end: float | None, value: Value, good: int | None) -> float | None:
    gap = relative_gap(end, value.benchmark_value or 0.0, good) if end is not None else None
    return round(gap.side, 3) if gap else None


def area_finding(found: Scope) -> str:
    """Return on how many indicators the area is worse, similar or better."""
    if found.footprint:
        return tallied(f"{found.chosen_name} (derived)", footprint_words(found), found.benchmark_name)
    own = [row for row in _every(found) if row.area_code == found.area and row.value is not None]
    name, benchmark = found.area_name(found.area), found.benchmark_name
    given = {row.indicator_id: reading(row, found.benchmark) for row in own}
    words = [given.get(item.indicator_id, NOT_GIVEN) for item in found.page_of_indicators]
    if found.area == found.benchmark:
        return f"{name} is what the others are compared with: choose another area or benchmark"
    if not own:
        return f"The imported files hold no figures for {name}"
    return tallied(name, words, benchmark)


def tallied(name: str, words: Sequence[str], benchmark: str) -> str:
    """Return how an area stands on every indicator; the numbers make up all of them."""
    compared, others = tally(words)
    count = counted(len(words), "indicator", "indicators")
    if not compared:
        return f"{name} is compared with {benchmark} on none of {count}: {others}"
    return f"{name} is {compared} of {count} against {benchmark}{f'; {others}' if others else ''}"


def _title(found: Scope, rows: list[Row]) -> str:
    """Return where the area is furthest behind and ahead, among what differs from the benchmark."""
    worse = next((row.name for row in rows if row.reading == "worse"), "")
    better = next((row.name for row in reversed(rows) if row.reading == "better"), "")
    parts = [f"furthest behind on {within_sentence(worse)}"] if worse else []
    parts += [f"furthest ahead on {within_sentence(better)}"] if better else []
    said = "; ".join(parts) or f"not judged worse or better than {found.benchmark_name} on any indicator"
    return f"{found.area_name(found.area)}: {said}"


def _every(found: Scope) -> list[Value]:
    numbers = [item.indicator_id for item in found.page_of_indicators]
    codes = sorted({found.area, *found.needed})
    return found.compared(queries.usual_values(found.store, numbers, found.asked_of_store, codes))


def _table(found: Scope, own: list[Value]) -> Table:
    name, benchmark = found.area_name(found.area), found.benchmark_name
    rows = []
    for row in own:
        indicator = found.indicators[row.indicator_id]
        href = found.address(view="indicator", indicator=str(row.indicator_id), area=row.area_code)
        rows.append(
            (
                Cell(indicator.short_name, heading=True, href=href, note=series_note(row.sex, row.age)),
                Cell(indicator.unit or ""),
                Cell(row.period),
                value_cell(row),
                Cell(interval(row)),
                Cell(amount(row.benchmark_value)),
                Cell(signed(shown_word(row, found.benchmark))),
                Cell(trend_words(row)),
            )
        )
    columns = heads(
        "Indicator", "Unit", "Period", name, "Interval", benchmark, "Read as", "Recent trend", numbers=[name]
    )
    return Table(f"{name} against {benchmark}", columns, tuple(rows))
