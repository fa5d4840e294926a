"""Every line of a scenario by year, beside what the tables print."""

import re
from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.fact import NOT_A_FORECAST, Fact, by_period, derived, scenario
from dashboard.domain.scenario import Numbers
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import millions
from dashboard.queries import scenario as queries
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.paths import work_years
from dashboard.views.scenario.words import carried_on, input_labels, standing_words
from dashboard.views.scenario.work import SAME_GBP_M, Work, worked

LINES = {
    "own": "Cost of services the council keeps",
    "waiting": "Cost of services that have yet to move",
    "expenditure": "Expenditure",
    "total_funding": "Funding in all",
    "to_authority": "Less: passed to the combined authority",
    "to_corporations": "Less: passed to the corporations",
    "reduction": "Plus: kept back as the corporations save",
    "funding": "Funding left",
    "front_office": "Front office saving",
    "professional_support": "Professional and support saving",
    "additional": "Additional saving",
    "spent": "Spending after savings",
    "in_year": "Surplus or deficit of the year",
    "cumulative": "Added up",
    "beyond": "Less: drawn beyond the yearly gap",
    "paid_in": "Plus: transitional funding",
    "reserves": "Reserves at the end of the year",
}
RESULTS = ("in_year", "cumulative", "reserves")
PARENTS = {
    "own": ("base|uplift", "council_direct"),
    "waiting": ("base|uplift", ""),
    "to_authority": ("base|uplift", "combined_authority"),
    "to_corporations": ("base|uplift", "wellbeing_corporations"),
    "reduction": ("reduction", ""),
    "expenditure": ("base|uplift", "council_direct"),
    "total_funding": ("funding", ""),
    "funding": ("funding|base|uplift|reduction", ""),
    "front_office": ("saving.front_office", ""),
    "professional_support": ("saving.professional_support", ""),
    "additional": ("saving.additional|rate", ""),
    "spent": ("base|uplift|saving", "council_direct"),
    "beyond": ("published", ""),
    "reserves": ("published", ""),
}
METHOD = (
    "Expenditure is what the services cost that the council keeps, plus those that have yet to "
    "move. Funding left is "
    "funding in all, less what is passed on, plus what is kept back. The gap of a year is funding left, less "
    "expenditure, plus savings. Reserves change by that gap, less what the report’s table of "
    "reserves draws beyond "
    "it, plus transitional funding; in the first year only the planned drawdown counts. A figure "
    "that a table prints "
    "leads to its line; one that moved shows the printed one beneath."
)


def workings(store: Store, selection: ScenarioSelection) -> View:
    """Return every line of the reader's scenario by year; what is as printed leads to its line."""
    work = worked(store, selection)
    printed = _printed(work)
    values = {
        line: row
        for line, row in _values(work, work.current.row).items()
        if line not in ("beyond", "paid_in") or row.any()
    }
    facts = {
        (line, year): _fact(work, line, year, float(value), printed)
        for line, row in values.items()
        for year, value in zip(work.base.years, row, strict=True)
    }
    years = work_years(work)
    rows = tuple(
        (
            Cell(LINES[line], heading=True),
            *(_cell(facts[line, year], printed.get((line, year))) for year in years),
        )
        for line in values
    )
    head = (Cell("£m", heading=True), *(Cell(text, number=True, heading=True) for text in years.values()))
    noted = f" {NOT_A_FORECAST}" if work.moved else ""
    moved = sum(fact.status == "scenario" for fact in facts.values())
    return View(
        name="scenario.workings",
        title=_title(moved, len(facts)),
        subtitle=f"{work.current.name}, line by line, £m. * Extrapolated by the report.{noted}",
        folded=True,
        table=Table(f"{work.current.name}: every line by year, £m", head, rows),
        facts=tuple(facts.values()),
        records=fact_records([*facts.values(), *work.inputs()], {**LINES, **input_labels(work)}),
        method=" ".join(
            filter(None, (METHOD, _elsewhere(store, work), standing_words(work), carried_on(work)))
        ),
    )


def _elsewhere(store: Store, work: Work) -> str:
    """Return where another table prints something else for a line of the published scenario."""
    values = _values(work, 0)
    followed = {
        (fact.series, fact.period): values[fact.series][work.base.years.index(fact.period)]
        for fact in queries.elsewhere(store)
    }
    return " ".join(
        f"{fact.locator}, line {fact.source_line}, prints {millions(fact.value)} for {fact.period} as "
        f"{LINES[fact.series].lower()}; {millions(float(followed[fact.series, fact.period]))} is followed."
        for fact in queries.elsewhere(store)
        if abs(followed[fact.series, fact.period] - fact.amount) > SAME_GBP_M
    )


def _values(work: Work, row: int) -> Mapping[str, Numbers]:
    found = work.found
    lines = {
        "own": found.own,
        "waiting": found.waiting,
        "expenditure": found.expenditure,
        "total_funding": found.total_funding,
        "to_authority": found.passed_on["authority"],
        "to_corporations": found.passed_on["corporations"],
        "reduction": found.reduction,
        "funding": found.funding,
        **found.savings,
        "spent": found.expenditure - found.saved,
        "in_year": found.in_year,
        "cumulative": found.cumulative,
        "paid_in": found.paid_in,
        "reserves": found.reserves,
    }
    amounts = {line: values[row] for line, values in lines.items()} | {"beyond": work.base.beyond}
    return {line: amounts[line] for line in LINES}


def _printed(work: Work) -> dict[tuple[str, str], Fact]:
    known = {(fact.series, fact.period): fact for fact in work.workings}
    for measure in RESULTS:
        own = by_period(work.printed[measure], "new_model")
        known |= {(measure, year): replace(fact, series=measure) for year, fact in own.items()}
    return known


def _fact(work: Work, line: str, year: str, value: float, printed: Mapping[tuple[str, str], Fact]) -> Fact:
    """Return a cell as printed where it is, as scenario where it moved, and else as derived."""
    known = printed.get((line, year))
    if known and abs(known.amount - value) < SAME_GBP_M:
        return known
    usual = _values(work, 0)[line][work.base.years.index(year)]
    if abs(usual - value) >= SAME_GBP_M:
        return scenario(line, year, value, work.current.name, work.facts[0])
    return derived(line, year, value, [known] if known else _parents(work, line))


def _parents(work: Work, line: str) -> list[Fact]:
    """Return the printed figures that a line is worked out from, one for each row of a table."""
    starts, bodies = PARENTS.get(line, ("published.in_year", ""))
    found = [fact for fact in work.facts if re.match(starts, fact.series) and fact.series.endswith(bodies)]
    lines = {fact.source_line: fact for fact in found}.values()
    return sorted(lines, key=lambda fact: fact.unit != "£m")  # a derived figure has the unit of the first


def _cell(fact: Fact, known: Fact | None) -> Cell:
    cell = fact_cell(fact)
    if fact.status != "scenario" or known is None:
        return cell
    return Cell(f"{cell.text}", number=True, note=f"scenario; printed {millions(known.value)}")


def _title(moved: int, count: int) -> str:
    if not moved:
        return "Every line of the published scenario, with where it is printed"
    return f"Your levers move {moved} of {count} figures; the others stand as printed or follow from print"
