"""One indicator: every area with its interval, against the benchmark."""

from collections import Counter
from collections.abc import Sequence

from dashboard.domain.outcomes import BY_QUINTILE, DISTRICTS, QUINTILES
from dashboard.domain.outcomes_words import COMPARED, FIFTHS, NOT_COMPARED
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted, listed
from dashboard.figures.outcomes import Row, compared_figure
from dashboard.queries.outcomes import Indicator, Value
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import MOST_AREAS, Scope
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
    against,
    amount,
    fact,
    interval,
    missing_reason,
    people,
    ranked_words,
    reading,
    records,
    shown_word,
    signed,
    trend_words,
    unit_words,
    value_cell,
)

# So many areas of another kind are named in the finding.
MOST_APART = 3


def asked(found: Scope) -> Indicator:
    """Return the indicator that the cards of one indicator are about."""
    if found.indicator is None:
        raise LookupError("no indicator is loaded")
    return found.indicator


def series_words(found: Scope) -> str:
    """Return the sex and age shown, and what was asked for that is not given."""
    shown = found.shown
    sex = "all persons" if shown.sex == "Persons" else shown.sex.lower()
    return f"{sex}, {shown.age[:1].lower()}{shown.age[1:]}.{found.missed}"


def compare(found: Scope) -> View:
    """Return the latest value of every area with its interval, the benchmark as a line."""
    indicator, shown = asked(found), found.shown
    every = found.latest
    rows = _ordered(found, every)
    given = [row for row in rows if row.value is not None]
    if not given:
        words = f"{indicator.short_name}: no area has a value for {shown.last_period}"
        return nothing("compare", words, f"Shown would be {series_words(found)}", charted=True)
    reference = next((row.benchmark_value for row in given if row.benchmark_value is not None), None)
    line = f"{found.benchmark_name} {amount(reference)}" if reference is not None else ""
    drawn = [_row(found, row) for row in given if row.value is not None]
    return View(
        name="outcomes.compare",
        title=_title(found, rows),
        subtitle=f"{indicator.short_name}, {unit_words(indicator)}, {shown.last_period}, "
        f"{series_words(found)} "
        f"{_interval_words(given)} {_few(every, rows)}".strip(),
        table=_table(found, rows),
        facts=tuple(map(fact, given)),
        records=records(given, found),
        method=_method(found, indicator) + ranked_words(given) + missing_reason(found, every),
        chart=compared_figure(drawn, reference, line),
        alternative=f"{indicator.short_name} by area, {line or 'without a benchmark'}: "
        f"{'; '.join(f'{row.name} {row.columns[0]}, {row.reading}' for row in drawn)}.",
        height_rem=len(drawn) * 2.2 + 3,
    )


def _ordered(found: Scope, every: list[Value]) -> list[Value]:
    """Return the areas to show: the country and the county, then the others by value, highest first."""
    kept = every
    if len(every) > MOST_AREAS:
        own = {code for code, area in found.areas.items() if area.known}
        kept = [row for row in every if row.area_code in own | {found.area}] or every[:MOST_AREAS]
    county = next((code for code in found.areas if code != found.country), "")
    first = {found.country: 0, county: 1}
    return sorted(
        kept,
        key=lambda row: (first.get(row.area_code, 2), row.value is None, -(row.value or 0), row.area_name),
    )


def _few(every: list[Value], rows: list[Value]) -> str:
    if len(rows) == len(every):
        return ""
    return f"{len(rows)} of the {len(every)} areas in the file are shown: those of this place."


def _interval_words(given: list[Value]) -> str:
    levels = sorted({f"{row.ci_level:g}%" for row in given if row.ci_level is not None})
    return (
        f"Lines are {listed(levels)} confidence intervals."
        if levels
        else "No confidence intervals are given."
    )


def _row(found: Scope, row: Value) -> Row:
    word = reading(row, found.benchmark)
    own = f"{row.area_name} ◂ chosen" if row.area_code == found.area else row.area_name
    return Row(
        own,
        row.value or 0.0,
        f"{row.period}, {interval(row)}",
        word,
        (amount(row.value), amount(row.benchmark_value), signed(_short(word))),
        row.lower_ci,
        row.upper_ci,
    )


def indicator_finding(found: Scope) -> str:
    """Return how the area stands on the indicator, in its latest period."""
    indicator = asked(found)
    own = next((row for row in found.latest if row.area_code == found.area and row.value is not None), None)
    if own is None:
        return (
            f"{indicator.short_name}: no value of {found.area_name(found.area)} for {found.shown.last_period}"
        )
    value = amount(own.value, indicator.unit)
    if own.area_code == found.benchmark:
        return f"{indicator.short_name}: {own.area_name} at {value}, which the others are compared with"
    if own.benchmark_value is None and own.comparison not in QUINTILES:
        return f"{indicator.short_name}: {own.area_name} at {value}; {_without(found)}"
    standing = against(own.comparison, found.benchmark_name, own.areas_ranked)
    return f"{indicator.short_name}: {own.area_name} at {value}, {standing}"


def _short(word: str) -> str:
    """Return a reading for a chart; the table says how many areas were ranked."""
    return FIFTHS.get(word, word)


def _without(found: Scope) -> str:
    """Return that the benchmark has no value, so that nothing is compared."""
    kind = "figure" if found.by_footprint else "value"
    return f"{found.benchmark_name} has no {kind} for it, so nothing is compared"


def unranked(found: Scope) -> str:
    """Return why an indicator in fifths is not compared with a benchmark of fewer than five areas."""
    return (
        f"ranked in fifths, for which too few areas belong to {found.benchmark_name}, so nothing is compared"
    )


def _title(found: Scope, rows: list[Value]) -> str:
    """Return how the areas of one kind stand, all of them counted, and each other area by its name."""
    others = [row for row in rows if row.area_code not in (found.benchmark, found.country)]
    given = [row for row in rows if row.value is not None]
    if len(given) == 1:
        return f"Only {given[0].area_name} has a value"
    if all(row.benchmark_value is None and row.comparison not in QUINTILES for row in others):
        return f"{asked(found).short_name}: {_without(found)}"
    if asked(found).method == BY_QUINTILE and not any(row.comparison in QUINTILES for row in others):
        return f"{asked(found).short_name}: {unranked(found)}"
    kinds = [found.ranked_with(row.area_code) for row in others]
    main = max(dict.fromkeys(kinds), key=lambda kind: (kind == DISTRICTS, kinds.count(kind)))
    words = [_word(row) for row, kind in zip(others, kinds, strict=True) if kind == main]
    apart = [
        f"{row.area_name} is {_word(row)}" for row, kind in zip(others, kinds, strict=True) if kind != main
    ]
    many = "districts and unitaries" if main == DISTRICTS else "areas"
    count = counted(len(words), "area", many)
    ranked = any(word.startswith("in ") for word in words)
    held = "ranked together" if ranked else f"against {found.benchmark_name}"
    said = f"Of {count} {held}, {_counts(words)}"
    return "; ".join([said, *apart]) if len(apart) <= MOST_APART else said


def _word(row: Value) -> str:
    if row.value is None:
        return NOT_GIVEN
    return f"in the {FIFTHS[row.comparison]}" if row.comparison in FIFTHS else row.comparison


def _counts(words: Sequence[str]) -> str:
    """Return how many areas fall on each word; the numbers make up all of them."""
    order = (*COMPARED, *(f"in the {name}" for name in reversed(FIFTHS.values())), NOT_COMPARED, NOT_GIVEN)
    count = Counter(words)
    first, *more = [(count[word], word) for word in order if count[word]]
    verb = "is" if first[0] == 1 else "are"
    return listed([f"{first[0]} {verb} {first[1]}", *(f"{number} {word}" for number, word in more)])


def _method(found: Scope, indicator: Indicator) -> str:
    polarity = indicator.polarity or "not given"
    method = indicator.method or "not given, so the interval decides without judgement"
    said = f"Polarity as published: {polarity.lower()}. Method as published: {method.lower()}. "
    footprint = (
        f"{found.benchmark_name} is a footprint of ours: its figure is derived, the sum of its "
        "areas’ counts over "
        "the sum of their denominators. "
        if found.by_footprint
        else ""
    )
    return (
        f"{said}{footprint}{indicator.remark or ''} An area is not ranked by place: the order is that of the "
        "values, and neighbours may not differ. Values are rounded to one decimal here."
    ).replace("  ", " ")


def _table(found: Scope, rows: list[Value]) -> Table:
    columns = heads(
        "Area",
        "Value",
        "Interval",
        "Count",
        "Denominator",
        "Read as",
        "Recent trend",
        numbers=["Value"],
    )
    cells = tuple(
        (
            Cell(row.area_name, heading=True, href=found.address(view="area", area=row.area_code)),
            value_cell(row),
            Cell(interval(row)),
            Cell(people(row.count)),
            Cell(people(row.denominator)),
            Cell(signed(shown_word(row, found.benchmark)) if row.value is not None else NOT_GIVEN),
            Cell(trend_words(row)),
        )
        for row in rows
    )
    return Table(f"{asked(found).name}, {found.shown.last_period}, by area", columns, cells)
