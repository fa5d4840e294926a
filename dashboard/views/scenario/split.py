"""Which lever makes how much of the change of every result."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.domain.fact import NOT_A_FORECAST, Fact, scenario
from dashboard.domain.scenario_analysis import RESULTS as MEASURED
from dashboard.domain.scenario_analysis import Summary, split_by_lever, without_each
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import size
from dashboard.figures import scenario as figures
from dashboard.store import Store
from dashboard.views.scenario.choices import KINDS, ScenarioSelection
from dashboard.views.scenario.results import result_facts, result_labels
from dashboard.views.scenario.words import NOT_YET, SMALL_GBP_M, against, input_labels, standing_words
from dashboard.views.scenario.work import Work, worked

CHANGE = "change"
YEARS = {"runs_out": "Reserves run out", "breaks_even": "Breaks even"}
METHOD = (
    "By Shapley’s value: the average of what a lever adds over every order in which the levers "
    "could be moved, so that what two levers do together is shared between them and the parts add up to the "
    "whole change. Where more than twelve levers are moved, those of one group move together. Amounts are "
    "shown to a tenth of a million; the download holds them to the penny. A year cannot be "
    "split into parts: beside each lever stands the year that would come if that lever alone were put back."
)


def split(store: Store, selection: ScenarioSelection) -> View:
    """Return how much of the change of each result from the new model each lever makes."""
    work, measure = worked(store, selection), selection.measure
    labels = {**part_labels(work), "published": work.scenarios[0].name, "end": work.current.name}
    parts = every_part(work)
    steps = _steps(work, parts)
    facts = [fact for own in steps.values() for fact in own]
    changes = [fact for fact in facts if fact.series.startswith(f"{measure}.") and fact.period == CHANGE]
    own = parts[measure]
    said = " ".join(f"{labels[name]}: {against(part)}." for name, part in own.items())
    drawn = {labels[_of(fact)]: fact.amount for fact in changes}
    return View(
        name="scenario.split",
        title=_title(own, labels, work.last),
        subtitle=(
            f"Change of {KINDS[measure].lower()} in {work.last} against the new model, £m. {NOT_A_FORECAST}"
        ),
        table=_table(work, steps, labels),
        facts=tuple(facts),
        records=fact_records([*facts, *work.inputs()], _record_labels(work, facts, labels)),
        method=f"{METHOD} {standing_words(work)}",
        chart=figures.shares_figure(drawn or {labels["published"]: steps["published"][0].amount}),
        alternative=f"Bar chart. {said or 'No lever is moved; the bar is the published figure.'}",
        height_rem=max(6, 2.8 * len(own) + 1.5),
    )


def every_part(work: Work) -> dict[str, dict[str, float]]:
    """Return the parts of the change of each result by lever, or by group; the largest first."""
    groups = {lever.lever: lever.lever_group for lever in work.levers}
    found = split_by_lever(work.base, work.at(work.scenarios[0]), work.at(work.current), groups, MEASURED)
    return {
        result: dict(sorted(parts.items(), key=lambda item: -abs(item[1]))) for result, parts in found.items()
    }


def lever_parts(work: Work, measure: str) -> dict[str, float]:
    """Return the parts of the change of one result; the largest first."""
    return every_part(work)[measure]


def years_without(work: Work) -> dict[str, Summary]:
    """Return what the scenario comes to with each lever, or group, put back."""
    groups = {lever.lever: lever.lever_group for lever in work.levers}
    return without_each(work.base, work.at(work.scenarios[0]), work.at(work.current), groups)


def part_labels(work: Work) -> dict[str, str]:
    """Return the words of levers and of groups of levers."""
    groups = {lever.lever_group: lever.group_label for lever in work.levers}
    return {**groups, **{lever.lever: lever.label for lever in work.levers}}


def _steps(work: Work, parts: Mapping[str, Mapping[str, float]]) -> dict[str, list[Fact]]:
    """Return the figures of each row: as published, each part, and the reader's own."""
    ends = {"published": result_facts(work, work.scenarios[0])}
    steps = {name: _changes(work, name, parts) for name in next(iter(parts.values()))}
    ends |= {"end": result_facts(work, work.current)} if steps else {}
    rows = {
        row: [replace(fact, series=f"{result}.{row}") for result, fact in facts.items()]
        for row, facts in ends.items()
    }
    return {"published": rows.pop("published"), **steps, **rows}


def _changes(work: Work, name: str, parts: Mapping[str, Mapping[str, float]]) -> list[Fact]:
    start = work.start("in_year")
    return [
        scenario(f"{result}.{name}", CHANGE, own[name], work.current.name, start)
        for result, own in parts.items()
    ]


def _table(work: Work, steps: Mapping[str, Sequence[Fact]], labels: Mapping[str, str]) -> Table:
    head = (
        Cell("£m", heading=True),
        *(Cell(words, number=True, heading=True) for words in result_labels(work).values()),
        *(Cell(words, heading=True) for words in YEARS.values()),
    )
    comes_to = {
        "published": work.summary(work.scenarios[0]),
        "end": work.summary(work.current),
        **years_without(work),
    }
    rows = tuple(
        (Cell(labels[row], heading=True), *map(fact_cell, facts), *_year_cells(row, comes_to[row]))
        for row, facts in steps.items()
    )
    return Table(f"From the new model to yours, {work.last}", head, rows)


def _year_cells(row: str, found: Summary) -> list[Cell]:
    without = "" if row in ("published", "end") else "without it: "
    return [Cell(f"{without}{getattr(found, name) or NOT_YET}") for name in YEARS]


def _of(fact: Fact) -> str:
    """Return the row that a figure stands in."""
    return fact.series.partition(".")[2]


def _record_labels(work: Work, facts: Sequence[Fact], labels: Mapping[str, str]) -> dict[str, str]:
    words = result_labels(work)
    return input_labels(work) | {
        fact.series: f"{words[fact.series.partition('.')[0]]}: {labels[_of(fact)]}" for fact in facts
    }


def _title(parts: Mapping[str, float], labels: Mapping[str, str], year: str) -> str:
    if not parts:
        return "Move a lever, and this shows what it does"
    total = sum(parts.values())
    first = next((name for name, part in parts.items() if part * total > 0), next(iter(parts)))
    if len(parts) == 1:
        return f"The lever “{labels[first]}” makes {year} {against(total)}"
    if abs(total) < SMALL_GBP_M:
        moved = abs(parts[first]) >= SMALL_GBP_M
        return f"The levers moved {'cancel out in' if moved else 'do nothing to'} {year}"
    return (
        f"{year} is {against(total)}; the largest part of it comes from “{labels[first]}”: "
        f"{size(round(parts[first], 1))} {'better' if total > 0 else 'worse'}"
    )
