"""Savings that must be found against those proposed, and savings printed as ranges."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dashboard.domain import programmes as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Table, View, fact_cell
from dashboard.domain.words import listed, pounds
from dashboard.figures import programmes as figures
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Need, Range, Statement
from dashboard.views.programmes.cards import bars_height, bars_told, heads, labelled, nothing, sum_cell
from dashboard.views.programmes.choices import NOT_GIVEN
from dashboard.views.programmes.scope import Scope

ALWAYS = "Every year"
ENDS = ("low", "high")
MILLION = 1_000_000


def need(found: Scope) -> View:
    """Return the savings that the bodies of a bid must find by year against what its proposals give."""
    every = [item for item in queries.needs(found.store) if found.covers(item.programme)]
    if not every:
        return nothing("need", "No saving to be found by year is printed", charted=True)
    own = [item for item in every if item.programme == every[0].programme]
    name = found.named(own[0].programme)
    levels = _levels(own)
    gains = _gains(found, own[0].programme)
    given = sum(item.amount for item in gains)
    bars = [(f"To be found by {fact.period}", fact.amount, pounds(fact.value)) for fact in levels]
    facts = [*(_need_fact(item) for item in own), *levels, *gains]
    return View(
        name="programmes.need",
        title=f"{_need_title(name, levels[-1], given)}{_partly(found, own[0].programme)}",
        subtitle=f"{name}: yearly saving to be found by the end of each year (derived), and what the "
        "proposals give a year, £",
        table=_need_table(own, levels, gains),
        facts=tuple(facts),
        records=labelled(facts, {fact.series: fact.series for fact in facts}),
        method="The saving to be found is printed for each year and lasts, so the years are added up here "
        "to the "
        "level reached. What the proposals give is printed as a yearly sum; when each starts is said "
        f"nowhere.{_dependencies(found, own[0].programme)}",
        chart=figures.need_figure(bars, ("The proposals give", given, pounds(given))),
        alternative=bars_told(
            [*((row, words) for row, _, words in bars), ("the proposals give", pounds(given))]
        ),
        height_rem=bars_height(len(bars) + 1),
    )


def _depends(found: Scope, name: str) -> list[Statement]:
    """Return what else the savings of a bid depend on, after the table of what must be found."""
    every = queries.statements(found.store)
    return [item for item in every if (item.programme, item.kind) == (name, "dependency")]


def _partly(found: Scope, name: str) -> str:
    """Return that what the proposals leave open is met elsewhere in part, where the bid says so."""
    return "; other programmes are to meet part of it" if _depends(found, name) else ""


def _dependencies(found: Scope, name: str) -> str:
    own = _depends(found, name)
    said = " ".join(f"{item.summary.rstrip('.')} (line {item.source_line})." for item in own)
    return f" No figure is printed for what other programmes meet of it. {said}" if own else ""


def _levels(own: list[Need]) -> list[Fact]:
    """Return the yearly saving that all bodies together must have found by the end of each year."""
    together = [item for item in own if item.together]
    levels = rules.levels([(item.period, item.value) for item in together], "incremental")
    first = together[0]
    where = f"Derived from {first.locator}, line {first.source_line} and the lines below"
    return [
        Fact(
            "To be found by the end of the year", year, value, "£", "", DERIVED, first.source_id, None, where
        )
        for year, value in levels
    ]


def _gains(found: Scope, name: str) -> list[Fact]:
    """Return what the proposals give every year."""
    own = [item for item in found.held.sums if item.root == name and item.gain == "benefit"]
    yearly = [item for item in own if (item.basis, item.claim) == ("annual", "expected")]
    return [replace(item.fact, series=item.label, period=ALWAYS) for item in rules.alike(yearly)]


def _need_fact(item: Need) -> Fact:
    where = (item.source_id, item.source_line, item.locator)
    return Fact(item.body, item.period, item.value, "£", item.printed, item.status, *where)


def _need_title(name: str, level: Fact, given: float) -> str:
    by = f"by {level.period}"
    if not given:
        return (
            f"{name} must find {pounds(level.value)} a year {by}; what its proposals give is printed nowhere"
        )
    if given >= level.amount:
        return (
            f"{name}: the proposals give {pounds(given)} a year, all of the {pounds(level.value)} to be "
            f"found {by}"
        )
    short = pounds(level.amount - given)
    return f"{name}: the proposals give {pounds(given)} a year, {short} less than must be found {by}"


def _need_table(own: list[Need], levels: list[Fact], gains: list[Fact]) -> Table:
    columns = [*sorted({item.period for item in own}), ALWAYS]
    bodies = [
        (f"To be found: {body}", [_need_fact(item) for item in items])
        for body, items in groupby(own, key=lambda item: item.body)
    ]
    rows = [*bodies, (levels[0].series, levels), *((fact.series, [fact]) for fact in gains)]
    return Table(
        "Savings to be found, and savings proposed, £",
        heads("Line", *columns, numbers=columns),
        tuple(
            (Cell(words, heading=True), *_by_column({fact.period: fact for fact in facts}, columns))
            for words, facts in rows
        ),
    )


def _by_column(known: dict[str, Fact], columns: Sequence[str]) -> list[Cell]:
    return [sum_cell(known[column]) if column in known else Cell("") for column in columns]


def ranges(found: Scope) -> View:
    """Return savings that are printed as ranges, drawn as a band by year and never added up."""
    every = [item for item in queries.ranges(found.store) if found.covers(item.programme)]
    totals = [item for item in every if item.total]
    if not totals:
        return nothing("ranges", "No savings are printed as ranges", charted=True)
    name, first, last = found.named(totals[0].programme), totals[0], totals[-1]
    facts = [fact for item in every for fact in _range_facts(item)]
    band = {
        end: [fact for item in totals for fact in _range_facts(item) if fact.series.endswith(end)]
        for end in ENDS
    }
    return View(
        name="programmes.ranges",
        title=f"{name} expects {_range_words(first)} in {first.period} and {_range_words(last)} in "
        f"{last.period}; whether each is a yearly level or adds to the last is not said{_short(every)}",
        subtitle=f"{name}: savings of each year from the low to the high end as printed, £m",
        table=_range_table(name, every, [item.period for item in totals]),
        facts=tuple(facts),
        records=labelled(facts, {fact.series: fact.series for fact in facts}),
        method="Both ends as printed. The basis is not stated, so the years are neither added up nor "
        "compared "
        "with other bids. Where a line prints one sum, both ends are that sum. Where the lines of a year "
        "do not come to its printed total, the total is drawn and the table says what they give.",
        chart=figures.band_figure(band["low"], band["high"]),
        alternative=f"A band: {listed([f'{_range_words(item)} in {item.period}' for item in totals])}.",
        height_rem=25,
    )


def _given(every: list[Range], total: Range) -> tuple[float, float]:
    """Return what the lines of a year give at either end."""
    lines = [item for item in every if item.period == total.period and not item.total]
    return sum(item.low for item in lines), sum(item.high for item in lines)


def _contradicted(every: list[Range], total: Range) -> bool:
    low, high = _given(every, total)
    return bool(high) and (low, high) != (total.low, total.high)


def _short(every: list[Range]) -> str:
    """Return which printed totals the lines of their year do not give, for the title."""
    said = [
        f"the lines of {item.period} give {' to '.join(dict.fromkeys(map(pounds, _given(every, item))))}"
        for item in every
        if item.total and _contradicted(every, item)
    ]
    return f"; {listed(said)}" if said else ""


def _range_facts(item: Range) -> list[Fact]:
    where = (item.source_id, item.source_line, item.locator)
    return [
        Fact(
            f"{item.row_label}, {end}", item.period, value / MILLION, "£m", item.printed, item.status, *where
        )
        for end, value in zip(ENDS, (item.low, item.high), strict=True)
    ]


def _range_words(item: Range) -> str:
    return pounds(item.low) if item.low == item.high else f"{pounds(item.low)} to {pounds(item.high)}"


def _range_table(name: str, every: list[Range], years: list[str]) -> Table:
    columns = [f"{year}, {end}" for year in years for end in ENDS]
    return Table(
        f"Savings of {name} as ranges by line and year, £m",
        heads("Line", *columns, numbers=columns),
        tuple(
            (Cell(label, heading=True), *_range_cells(every, list(items), years))
            for label, items in groupby(every, key=lambda item: item.row_label)
        ),
    )


def _range_cells(every: list[Range], items: list[Range], years: list[str]) -> list[Cell]:
    known = {item.period: _ends(every, item) for item in items}
    missing = [Cell(NOT_GIVEN, number=True)] * len(ENDS)
    return [cell for year in years for cell in known.get(year, missing)]


def _ends(every: list[Range], item: Range) -> list[Cell]:
    """Return both ends of a year, with what its lines give where that is not the printed total."""
    cells = [fact_cell(fact) for fact in _range_facts(item)]
    if not item.total or not _contradicted(every, item):
        return cells
    ends = zip(cells, (item.low, item.high), _given(every, item), strict=True)
    return [
        cell if printed == given else replace(cell, note=f"conflict: its lines give {pounds(given)}")
        for cell, printed, given in ends
    ]
