"""What the totals leave out: further benefits, and savings that would come later."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records, pivot
from dashboard.domain.words import size
from dashboard.figures import deficit as figures
from dashboard.queries import deficit as queries
from dashboard.store import Store
from dashboard.views.deficit.choices import DeficitSelection
from dashboard.views.deficit.series import amounts_told


def further(store: Store, _selection: DeficitSelection) -> View:
    """Return the benefits the report names but does not count."""
    names = {
        "wellbeing": "Wellbeing corporations",
        "front_office": "Front office",
        "professional_support": "Professional and support services",
        "council_direct": "Services the council keeps",
    }
    facts = queries.narrative(
        store, *(f"further_benefit_{name}{end}" for name in names for end in ("_low", "_high", ""))
    )
    known = {fact.series: fact for fact in facts}
    rows = tuple(
        (Cell(label, heading=True), *_range_cells(known, f"further_benefit_{name}"))
        for name, label in names.items()
    )
    labels = {
        fact.series: names[_stem(fact.series)]
        + (", highest" if fact.series.endswith("_high") else ", lowest")
        for fact in facts
    }
    top = max(facts, key=lambda fact: fact.amount)
    return View(
        name="deficit.further",
        title=(
            f"Up to {size(top.amount)} a year more is named for {names[_stem(top.series)].lower()}, "
            "and counted nowhere"
        ),
        subtitle="Further yearly benefits that the report describes but leaves out of its totals, £m",
        table=Table(
            "Further yearly benefits, not counted in any total",
            (
                Cell("Component", heading=True),
                Cell("Lowest", number=True, heading=True),
                Cell("Highest", number=True, heading=True),
            ),
            rows,
        ),
        facts=tuple(facts),
        records=fact_records(facts, labels),
        method=(
            "Ranges as printed in the text. They depend on partners joining, on matching the best places, "
            "or on stopping services; no total is printed and none is made here."
        ),
    )


def _range_cells(known: Mapping[str, Fact], stem: str) -> tuple[Cell, Cell]:
    if stem in known:
        return replace(fact_cell(known[stem]), note="over"), Cell("not printed", number=True)
    return fact_cell(known.get(f"{stem}_low")), fact_cell(known.get(f"{stem}_high"))


def _stem(series: str) -> str:
    return series.removeprefix("further_benefit_").removesuffix("_low").removesuffix("_high")


def delays(store: Store, _selection: DeficitSelection) -> View:
    """Return the savings that would come later if projects were delayed as advised."""
    facts = queries.delayed_projects(store)
    names = queries.project_names(store)
    parts = [fact for fact in facts if fact.series != "total"]
    total = next(fact for fact in facts if fact.series == "total")
    most = min(parts, key=lambda fact: fact.amount)
    return View(
        name="deficit.delays",
        title=(
            f"Delaying {len(parts)} support projects would postpone {size(round(total.amount, 1))} "
            f"of savings; the largest is {names[most.series]}"
        ),
        subtitle=f"Recurring savings planned for {total.period} in projects the report would delay, £m",
        table=pivot(facts, names, "Savings that would come later, £m; negative as printed", "Project"),
        facts=tuple(facts),
        records=fact_records(facts, names),
        method=(
            "Printed in £ thousand as negative amounts; shown here in £m and drawn by size. "
            "The drawdown of reserves in the charts above does not include this delay."
        ),
        chart=figures.ranked_figure(parts, names, colour="s6"),
        alternative=f"Bars: {amounts_told(names, parts)}.",
        height_rem=21,
    )
