"""One programme by year, what happens to its return when it goes less well, and what it must find."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.domain import programmes as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Table, View, pivot
from dashboard.domain.words import listed, measured, millions, pounds
from dashboard.figures import programmes as figures
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Need, Range, Return, YearSum
from dashboard.views.programmes.cards import bars_height, bars_told, heads, labelled, line_cell, nothing
from dashboard.views.programmes.choices import REACHES, Scope

LINES = {
    "benefit": "Benefit in the year",
    "cost": "Cost in the year",
    "net": "Benefit less cost",
    "running": "Benefit less cost so far",
}
MILLION = 1_000_000


def drawn(found: Scope) -> str:
    """Return the programme whose years are drawn: that of the record, the one chosen, or the first."""
    known = [item.programme for item in found.held.years]
    if found.selection.programme:
        return found.selection.programme if found.selection.programme in known else ""
    return found.selection.drawn or (known[-1] if known else "")


def yearly(found: Scope) -> dict[str, str]:
    """Return the programmes that can be drawn by year, by name."""
    return {item.programme: found.named(item.programme) for item in found.held.years}


def profile(found: Scope) -> View:
    """Return what a programme costs and brings by year, added up, and the year it breaks even."""
    name = drawn(found)
    own = [item for item in found.held.years if item.programme == name]
    if not own:
        return nothing("profile", "No benefit and cost by year are printed", charted=True)
    facts = years_of(own)
    running = [fact for fact in facts if fact.series == "running"]
    _, paid = rules.break_even([(fact.period, fact.amount) for fact in facts if fact.series == "net"])
    return View(
        name="programmes.profile",
        title=_profile_title(found.named(name), running, paid),
        subtitle=f"{found.named(name)}: benefit less cost in each year, and added up so far (dotted, "
        "derived), "
        "the same bodies’ money, £m",
        table=pivot(
            facts,
            LINES,
            f"{found.named(name)} by year, £m",
            "Line",
            {period: period for period in sorted({fact.period for fact in facts})},
        ),
        facts=tuple(facts),
        records=labelled(facts, LINES),
        method="Benefit and cost as printed for each year; the difference and the running sum are worked "
        "out here. It breaks "
        "even in the first year from which on the running sum is not below nought. A step of saving "
        "counts in the year it is "
        "made, as the documents count it. Only money of the same bodies is drawn: a benefit to the whole "
        "public sector never "
        "stands against a cost to the partners.",
        chart=figures.profile_figure([fact for fact in facts if fact.series in ("net", "running")], LINES),
        alternative="Lines. So far: "
        f"{listed([f'{millions(fact.value)} in {fact.period}' for fact in running])}.",
        height_rem=25,
    )


def years_of(own: Sequence[YearSum]) -> list[Fact]:
    """Return benefit, cost, their difference and its running sum by year, £m."""
    printed = [_year_fact(item) for item in own]
    periods = sorted({item.period for item in own})
    amount = {(fact.series, fact.period): fact.amount for fact in printed}
    net = [
        (year, round(amount.get(("benefit", year), 0.0) - amount.get(("cost", year), 0.0), 6))
        for year in periods
    ]
    running, _ = rules.break_even([(year, value * MILLION) for year, value in net])
    first = printed[0]
    return [
        *printed,
        *(_worked_out("net", year, value, first) for year, value in net),
        *(_worked_out("running", year, round(value / MILLION, 6), first) for year, value in running),
    ]


def _year_fact(item: YearSum) -> Fact:
    where = (item.source_id, item.source_line, item.locator)
    return Fact(item.aspect, item.period, item.value / MILLION, "£m", item.printed, item.status, *where)


def _worked_out(series: str, year: str, value: float, first: Fact) -> Fact:
    return Fact(
        series, year, value, "£m", "", DERIVED, first.source_id, None, f"Derived from {first.locator}"
    )


def _profile_title(name: str, running: list[Fact], paid: str | None) -> str:
    last = running[-1]
    if paid is None:
        return f"{name} does not break even by {last.period}: it is {millions(abs(last.amount))} short"
    if paid == running[0].period:
        return f"{name} brings more than it costs from {paid} on, {millions(last.value)} by {last.period}"
    deepest = min(running, key=lambda fact: fact.amount)
    return (
        f"{name} breaks even in {paid}, after {millions(abs(deepest.amount))} spent ahead of benefit; by "
        f"{last.period} it is "
        f"{millions(last.value)} to the good"
    )


def cases(found: Scope) -> View:
    """Return the return and payback of each sensitivity case of the programme that prints them."""
    every = [item for item in queries.returns(found.store) if item.scenario_kind in ("base", "sensitivity")]
    own = [item for item in every if found.covers(item.programme)]
    if not own:
        return nothing("cases", "No sensitivity cases are printed", charted=True)
    returns = [item for item in own if item.kind == "return"]
    paybacks = {item.scenario: item for item in own if item.kind == "payback"}
    facts = [_return_fact(item) for item in (*returns, *paybacks.values())]
    rows = [(item.scenario_label, item.value or 0.0, measured(item.value, item.unit)) for item in returns]
    return View(
        name="programmes.cases",
        title=_cases_title(found, returns, list(paybacks.values())),
        subtitle=f"{found.named(own[0].programme)}: return on investment in each case as printed, "
        f"{REACHES.get(own[0].beneficiary, '')}, %",
        table=Table(
            "Return and payback by case",
            heads("Case", "Return on investment", "Payback", numbers=("Return on investment", "Payback")),
            tuple(
                (
                    Cell(item.scenario_label, heading=True),
                    _printed_cell(item),
                    _printed_cell(paybacks[item.scenario])
                    if item.scenario in paybacks
                    else Cell("not given"),
                )
                for item in returns
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, {item.figure: item.label for item in own}),
        method="As printed. The sums behind these cases are not printed, so none can be worked out again. "
        "They count benefits to "
        "the whole public sector; the years above are those of the partners alone, and the two are never "
        "drawn as one.",
        chart=figures.sums_figure(rows),
        alternative=bars_told((name, words) for name, _, words in rows),
        height_rem=bars_height(len(rows)),
    )


def _return_fact(item: Return) -> Fact:
    where = (item.source_id, item.source_line, item.locator)
    return Fact(item.figure, item.scenario, item.value, item.unit, item.printed, item.status, *where)


def _printed_cell(item: Return) -> Cell:
    cell = line_cell(item.source_id, item.source_line)
    return Cell(measured(item.value, item.unit), href=cell.href, number=True)


def _cases_title(found: Scope, returns: list[Return], paybacks: list[Return]) -> str:
    worst = min(returns, key=lambda item: item.value or 0.0)
    base = next((item for item in returns if item.scenario_kind == "base"), returns[0])
    longest = max((item.value or 0.0 for item in paybacks), default=0.0)
    paid = f"; it pays back within {measured(longest, paybacks[0].unit)} in every case" if paybacks else ""
    return (
        f"{found.named(worst.programme)}: the return claimed falls from {measured(base.value, base.unit)} to "
        f"{measured(worst.value, worst.unit)} in the worst case, {worst.scenario_label.lower()}{paid}"
    )


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
