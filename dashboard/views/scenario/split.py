"""Which lever makes how much of the change."""

from dataclasses import replace

from dashboard.domain.fact import scenario
from dashboard.domain.scenario_analysis import split_by_lever
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import size
from dashboard.figures import scenario as figures
from dashboard.store import Store
from dashboard.views.scenario.choices import KINDS, NOT_A_FORECAST, YOURS, ScenarioSelection
from dashboard.views.scenario.words import SMALL_GBP_M, against, input_labels, standing_words
from dashboard.views.scenario.work import Work, last_of, worked

METHOD = (
    "By Shapley’s value: the average of what a lever adds over every order in which the levers "
    "could be moved, "
    "so that what two levers do together is shared between them and the parts add up to the whole "
    "change. Where "
    "more than twelve levers are moved, those of one group move together."
)


def split(store: Store, selection: ScenarioSelection) -> View:
    """Return how much of the change from the published scenario each lever makes, in the last year."""
    work, measure = worked(store, selection), selection.measure
    parts = lever_parts(work, measure)
    labels = part_labels(work)
    start, end = (work.path(one, measure)[-1] for one in (work.scenarios[0], work.current))
    changes = [
        scenario(key, work.last, part, work.current.name, work.start(measure)) for key, part in parts.items()
    ]
    facts = [replace(start, series="published"), *changes, *([replace(end, series="end")] if parts else [])]
    said = " ".join(f"{labels[key]}: {against(part)}." for key, part in parts.items())
    return View(
        name="scenario.split",
        title=_title(parts, labels, sum(parts.values()), work.last),
        subtitle=(
            f"Change of {KINDS[measure].lower()} in {work.last} against the published new model, £m. "
            f"{NOT_A_FORECAST}"
        ),
        table=Table(
            f"From the published figure to yours, {work.last}, £m",
            (Cell("Step", heading=True), Cell("Amount", number=True, heading=True)),
            tuple((Cell(labels[fact.series], heading=True), fact_cell(fact)) for fact in facts),
        ),
        facts=tuple(facts),
        records=fact_records([*facts, *work.inputs()], labels),
        method=f"{METHOD} {standing_words(work)}",
        chart=figures.shares_figure({labels[fact.series]: fact.amount for fact in changes or facts}),
        alternative=f"Bar chart. {said or 'No lever is moved; the bar is the published figure.'}",
        height_rem=max(6, 2.8 * len(parts) + 1.5),
    )


def lever_parts(work: Work, measure: str) -> dict[str, float]:
    """Return the part of the change by lever or, where many are moved, by group; the largest first."""
    groups = {lever.lever: lever.lever_group for lever in work.levers}
    parts = split_by_lever(
        work.base, work.at(work.scenarios[0]), work.at(work.current), groups, last_of(measure)
    )
    return dict(sorted(parts.items(), key=lambda item: -abs(item[1])))


def part_labels(work: Work) -> dict[str, str]:
    """Return the words of levers and of groups of levers."""
    groups = {lever.lever_group: lever.group_label for lever in work.levers}
    levers = {lever.lever: lever.label for lever in work.levers}
    return {**groups, **levers, **input_labels(work), "published": "As published", "end": YOURS}


def _title(parts: dict[str, float], labels: dict[str, str], total: float, year: str) -> str:
    if not parts:
        return "Move a lever, and this shows what it does"
    first, part = next(iter(parts.items()))
    if len(parts) == 1:
        return f"The lever “{labels[first]}” makes {year} {against(part)}"
    return (
        f"{year} is {against(total)}; the most of it comes from “{labels[first]}”: {against_short(part)}"
        if abs(total) >= SMALL_GBP_M
        else f"The levers moved cancel out in {year}; the largest part is “{labels[first]}”"
    )


def against_short(part: float) -> str:
    """Return one part of a change as better or worse."""
    return f"{size(round(part, 1))} {'better' if part >= 0 else 'worse'}"
