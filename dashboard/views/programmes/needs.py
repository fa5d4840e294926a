"""Savings that must be found against those proposed, and savings printed as ranges."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.domain import programmes as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import pounds
from dashboard.figures import programmes as figures
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Need, Range
from dashboard.views.programmes.cards import bars_height, bars_told, heads, labelled, line_cell, nothing
from dashboard.views.programmes.scope import Scope


def need(found: Scope) -> View:
    """Return the savings that the bodies of a bid must find by year against what its proposals give."""
    every = [item for item in queries.needs(found.store) if found.covers(item.programme)]
    if not every:
        return nothing("need", "No saving to be found by year is printed", charted=True)
    name = every[0].programme
    own = [item for item in every if item.programme == name]
    together = [item for item in own if item.together]
    levels = rules.levels([(item.period, item.value) for item in together], "incremental")
    gains = [
        item
        for item in found.held.sums
        if item.root == name and item.gain == "benefit" and (item.basis, item.claim) == ("annual", "expected")
    ]
    facts = [*(_need_fact(item) for item in own), *(item.fact for item in gains)]
    given = sum(item.value or 0.0 for item in rules.alike(gains))
    bars = [(f"To be found by {year}", value, pounds(value)) for year, value in levels]
    return View(
        name="programmes.need",
        title=_need_title(found.named(name), levels, given),
        subtitle=f"{found.named(name)}: yearly saving to be found by the end of each year (derived), and "
        "what the proposals give a year, £",
        table=_need_table(own, gains),
        facts=tuple(facts),
        records=labelled(facts, {fact.series: fact.series for fact in facts}),
        method="The saving to be found is printed for each year and lasts, so the years are added up here "
        "to the level reached. "
        "What the proposals give is printed as a yearly sum; when each starts is not printed.",
        chart=figures.need_figure(bars, ("The proposals give", given, pounds(given))),
        alternative=bars_told(
            [*((name, words) for name, _, words in bars), ("the proposals give", pounds(given))]
        ),
        height_rem=bars_height(len(bars) + 1),
    )


def _need_fact(item: Need) -> Fact:
    where = (item.source_id, item.source_line, item.locator)
    return Fact(item.body, item.period, item.value, "£", item.printed, item.status, *where)


def _need_title(name: str, levels: list[tuple[str, float]], given: float) -> str:
    year, level = levels[-1]
    if not given:
        return f"{name} must find {pounds(level)} a year by {year}; what its proposals give is not printed"
    if given >= level:
        return (
            f"{name}: the proposals give {pounds(given)} a year, all of the {pounds(level)} to be found "
            f"by {year}"
        )
    return (
        f"{name}: the proposals give {pounds(given)} a year, {pounds(level - given)} less than must be "
        f"found by {year}"
    )


def _need_table(own: list[Need], gains: Sequence[rules.Sum]) -> Table:
    years = sorted({item.period for item in own})
    rows = [
        (Cell(f"To be found: {body}", heading=True), *_by_year(list(items), years), Cell(""))
        for body, items in groupby(own, key=lambda item: item.body)
    ]
    rows += [
        (
            Cell(item.label, heading=True),
            *(Cell("") for _ in years),
            Cell(pounds(item.value), href=line_cell(item.source_id, item.source_line).href, number=True),
        )
        for item in gains
    ]
    return Table(
        "Savings to be found, and savings proposed, £",
        heads("Line", *years, "Every year", numbers=(*years, "Every year")),
        tuple(rows),
    )


def _by_year(items: list[Need], years: list[str]) -> list[Cell]:
    known = {item.period: item for item in items}
    return [
        Cell(
            pounds(known[year].value),
            href=line_cell(known[year].source_id, known[year].source_line).href,
            number=True,
        )
        if year in known
        else Cell("not given", number=True)
        for year in years
    ]


def ranges(found: Scope) -> View:
    """Return savings that are printed as ranges, drawn as bands by year and never added up."""
    every = [item for item in queries.ranges(found.store) if found.covers(item.programme)]
    totals = [item for item in every if item.total]
    if not totals:
        return nothing("ranges", "No savings are printed as ranges", charted=True)
    name = found.named(totals[0].programme)
    facts = [fact for item in every for fact in _range_facts(item)]
    bars = [(item.period, item.low, item.high, _range_words(item)) for item in totals]
    years = [item.period for item in totals]
    return View(
        name="programmes.ranges",
        title=f"{name} expects {_range_words(totals[0])} in {totals[0].period} and "
        f"{_range_words(totals[-1])} in {totals[-1].period}; whether "
        "each is a yearly level or adds to the last is not said",
        subtitle=f"{name}: savings by year from the low to the high end as printed, £",
        table=Table(
            f"Savings of {name} as ranges by line and year",
            heads("Line", *years, numbers=years),
            tuple(
                _range_row(label, list(items), years)
                for label, items in groupby(every, key=lambda item: item.row_label)
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, {fact.series: fact.series for fact in facts}),
        method="Both ends as printed. The basis is not stated, so the years are neither added up nor "
        "compared with other bids. "
        "Where a line prints one sum, both ends are that sum.",
        chart=figures.bands_figure(bars),
        alternative=bars_told((period, words) for period, _, _, words in bars),
        height_rem=bars_height(len(bars)),
    )


def _range_facts(item: Range) -> list[Fact]:
    where = (item.source_id, item.source_line, item.locator)
    ends = [("low", item.low), ("high", item.high)]
    return [
        Fact(f"{item.row_label}, {end}", item.period, value, "£", item.printed, item.status, *where)
        for end, value in ends
    ]


def _range_words(item: Range) -> str:
    return pounds(item.low) if item.low == item.high else f"{pounds(item.low)} to {pounds(item.high)}"


def _range_row(label: str, items: list[Range], years: list[str]) -> tuple[Cell, ...]:
    known = {item.period: item for item in items}
    return (
        Cell(label, heading=True),
        *(
            Cell(
                _range_words(known[year]),
                href=line_cell(known[year].source_id, known[year].source_line).href,
                number=True,
            )
            if year in known
            else Cell("not given", number=True)
            for year in years
        ),
    )
