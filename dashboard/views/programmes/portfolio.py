"""A portfolio of programmes: benefit and cost by year against its gap, and how its business cases hold."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain import programmes as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.programmes import Sum
from dashboard.domain.view import Cell, Chart, Table, View
from dashboard.domain.words import counted, millions, pounds, share
from dashboard.figures import programmes as figures
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Programme, YearSum
from dashboard.views.programmes.cards import (
    about_words,
    bars_height,
    bars_told,
    heads,
    labelled,
    line_cell,
    nothing,
    sum_words,
)
from dashboard.views.programmes.choices import ASPECTS, LAYERS, NOT_GIVEN
from dashboard.views.programmes.scope import Scope

MILLION = 1_000_000


def portfolio(found: Scope) -> View:
    """Return the benefit or cost of each programme of a portfolio by year, in the layer chosen."""
    asked = found.selection
    every = [item for item in queries.portfolio(found.store) if item.aspect == asked.aspect]
    own = [item for item in every if item.layer == asked.layer]
    if not own:
        return nothing("portfolio", "No programme of a portfolio is printed by year", charted=True)
    series = {name: _series(own, name) for name in dict.fromkeys(item.programme for item in own)}
    names = {name: found.named(name) for name in series}
    facts = [fact for members in series.values() for fact in members]
    years = sorted({fact.period for fact in facts})
    return View(
        name="programmes.portfolio",
        title=_title(found, names, facts, _differing(own)),
        subtitle=f"{found.named(_root(found).programme)}, {LAYERS[asked.layer].lower()}: "
        f"{ASPECTS[asked.aspect].lower()} by programme, £m",
        table=Table(
            f"{ASPECTS[asked.aspect]} by programme, {LAYERS[asked.layer].lower()}, £m",
            heads("Programme", *years, numbers=years),
            tuple(_row(found, names[name], own, members, years) for name, members in series.items()),
        ),
        facts=tuple(facts),
        records=labelled(facts, names),
        method=_method(found),
        chart=_chart(series, names, years),
        alternative=bars_told(
            (names[fact.series], f"{millions(fact.value)} in {fact.period}") for fact in facts
        ),
        height_rem=25 if len(years) > 1 else bars_height(len(facts)),
    )


def _root(found: Scope) -> Programme:
    return next(item for item in found.every if item.level == "portfolio")


def _series(own: Sequence[YearSum], programme: str) -> list[Fact]:
    """Return the years of one programme, £m: steps that last are added up to the level reached."""
    members = [item for item in own if item.programme == programme]
    if members[0].aspect == "cost":
        return [_fact(item) for item in members]
    levels = dict(rules.levels([(item.period, item.value) for item in members], members[0].basis))
    return [_level(item, levels[item.period], first=place == 0) for place, item in enumerate(members)]


def _fact(item: YearSum) -> Fact:
    line = item.source_line if item.status != DERIVED else None
    return Fact(
        item.programme,
        item.period,
        item.value / MILLION,
        "£m",
        item.printed if line else "",
        item.status,
        item.source_id,
        line,
        item.locator if line else f"Derived from {item.locator}, line {item.source_line} and others",
    )


def _level(item: YearSum, level: float, *, first: bool) -> Fact:
    fact = _fact(item)
    if first or level == item.value:
        return fact
    where = f"Derived from {item.locator}, line {item.source_line}"
    return replace(fact, value=level / MILLION, printed="", status=DERIVED, source_line=None, locator=where)


def _chart(series: dict[str, list[Fact]], names: dict[str, str], years: list[str]) -> Chart:
    if len(years) > 1:
        return figures.levels_figure({names[name]: members for name, members in series.items()})
    rows = [
        (names[fact.series], fact.amount, millions(fact.value)) for own in series.values() for fact in own
    ]
    return figures.sums_figure(sorted(rows, key=lambda row: -row[1]))


def _row(
    found: Scope, name: str, own: Sequence[YearSum], members: list[Fact], years: list[str]
) -> tuple[Cell, ...]:
    known = {fact.period: fact for fact in members}
    printed = {item.period: item for item in own if item.programme == members[0].series}
    missing = Cell(NOT_GIVEN, number=True)
    cells = (_cell(printed[year], known[year]) if year in known else missing for year in years)
    href = found.address(programme=members[0].series)
    return (Cell(name, href=href, heading=True), *cells)


def _cell(item: YearSum, fact: Fact) -> Cell:
    """Return a year with what is printed for it and what the other layer prints, where they differ."""
    where = "" if fact.status == DERIVED else line_cell(item.source_id, item.source_line).href
    step = f"derived; the step is {pounds(item.value)}, line {item.source_line}"
    notes = [item.note.rstrip(".")] if item.note else []
    notes += [step] if fact.value != item.value / MILLION else []
    notes += ["derived, several sums"] if item.status == DERIVED else []
    notes += [f"conflict: the other layer prints {pounds(item.other)}"] if item.other is not None else []
    return Cell(millions(round(fact.amount, 3)), href=where, number=True, note="; ".join(notes))


def gap_words(target: Sum) -> str:
    """Return the gap in words, as exact as its text says."""
    return f"{about_words(target.qualifier)}{sum_words(target.fact)}"


def _title(found: Scope, names: dict[str, str], facts: list[Fact], differ: str) -> str:
    largest = max(facts, key=lambda fact: fact.amount)
    amount = millions(round(largest.amount, 2))
    if found.selection.aspect == "cost":
        return f"{names[largest.series]} costs most in one year, {amount} in {largest.period}; {differ}"
    against, target = "", found.held.gap
    if target is not None and target.value and 0 < largest.amount * MILLION <= target.value:
        against = f", {share(largest.amount * MILLION, target.value)} of the gap of {gap_words(target)}"
    return f"{names[largest.series]} brings most, {amount} a year by {largest.period}{against}; {differ}"


def _differing(own: Sequence[YearSum]) -> str:
    conflicts = sum(item.other is not None for item in own)
    figures_told = counted(len(own), "figure", "figures")
    return (
        f"{conflicts or 'none'} of {figures_told} {'differs' if conflicts == 1 else 'differ'} between layers"
    )


def _method(found: Scope) -> str:
    target = found.held.gap
    said = (
        f" The gap of {gap_words(target)} ({target.period}, {target.locator}, line {target.source_line}) "
        "is read as the yearly "
        "level missing after those years, since it is also given as a share of one year’s budget."
        if target
        else ""
    )
    return (
        "The document prints three bases: steps that last, amounts of a year, and levels once reached. "
        "Here each is turned into "
        "the level of its year: steps are added up over the years, which is derived and supposes that "
        "every step lasts. "
        "Programmes are not added up: some count the benefit of several organisations, and the document "
        "prints no total. The "
        "summary covers the first year alone; where it differs from the business case the cell "
        "says so." + said
    )
