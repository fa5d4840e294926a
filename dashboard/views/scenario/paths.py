"""The published paths with the reader's scenarios, dashed."""

from collections.abc import Sequence

import numpy as np

from dashboard.domain.fact import NOT_A_FORECAST, Fact, derived
from dashboard.domain.view import View, fact_records, pivot
from dashboard.domain.words import listed, millions, size
from dashboard.figures import scenario as figures
from dashboard.queries import scenario as queries
from dashboard.queries.sources import place
from dashboard.store import Store
from dashboard.views.scenario.choices import KINDS, ScenarioSelection
from dashboard.views.scenario.words import against, carried_on, input_labels, position, standing_words
from dashboard.views.scenario.work import SAME_GBP_M, Work, worked

DO_NOTHING, MODEL = "Do nothing", "New model"


def paths(store: Store, selection: ScenarioSelection) -> View:
    """Return the published paths and every scenario on the chosen measure."""
    work, measure = worked(store, selection), selection.measure
    nothing = [fact for fact in work.printed[measure] if fact.series == "do_nothing"]
    lines = [fact for one in work.scenarios for fact in work.path(one, measure)]
    every = [*nothing, *lines]
    other = _by_the_other_table(work, measure)
    names = {one.key: one.name for one in work.scenarios[1:]}
    labels = {
        "do_nothing": DO_NOTHING,
        "new_model": MODEL,
        "new_model.derived": f"{MODEL}, carried on",
        **names,
    }
    named = {key: label for key, label in labels.items() if any(fact.series == key for fact in every)}
    in_table = {**named, **({"new_model.other": f"{MODEL}, by the yearly table"} if other else {})}
    scenario_words = f" {NOT_A_FORECAST}" if names else ""
    kind = KINDS[measure]
    return View(
        name="scenario.paths",
        title=_title(work, measure),
        subtitle=(
            f"{kind}, {place(store).council}, {work.base.years[0]} to {work.last}, £m. "
            f"Published solid, scenarios dashed, derived dotted.{scenario_words}"
        ),
        table=pivot(
            [*every, *other],
            in_table,
            f"{kind}, £m. Negative is a deficit.{scenario_words}",
            "Path",
            work_years(work),
        ),
        facts=(*every, *other),
        records=fact_records([*every, *other, *work.inputs()], {**in_table, **input_labels(work)}),
        method=f"{_method(store, work, measure)} {standing_words(work)} {carried_on(work)}".strip(),
        chart=figures.paths_figure(
            every, named, years=work.base.years, starred=extrapolated(work), ours=ours(work)
        ),
        alternative=f"Line chart. {_told(every, named)}",
        height_rem=25,
    )


def work_years(work: Work) -> dict[str, str]:
    """Return the words of each year: one asterisk where the report extrapolates, two where we do."""
    report = set(extrapolated(work))
    ours = set(work.base.years[work.base.printed_years :])
    return {
        year: f"{year}{'**' if year in ours else '*' if year in report else ''}" for year in work.base.years
    }


def ours(work: Work) -> tuple[str, ...]:
    """Return the years that this model carries on beyond the report."""
    return work.base.years[work.base.printed_years :]


def extrapolated(work: Work) -> list[str]:
    """Return the years that the report extrapolates, and those carried on here."""
    known = {fact.period for fact in work.printed["in_year"] if fact.status == "extrapolated"}
    return [
        year
        for year in work.base.years
        if year in known or year in work.base.years[work.base.printed_years :]
    ]


def _title(work: Work, measure: str) -> str:
    model = work.path(work.scenarios[0], measure)[-1]
    if not work.moved:
        there = position(model.amount, measure)
        stands = work.standing_of(model.period)
        return f"No lever is moved: the new model ends {model.period} with {there}, {stands}"
    mine = work.path(work.current, measure)[-1]
    return (
        f"With your levers, {mine.period} ends with {position(mine.amount, measure)}, "
        f"{against(mine.amount - model.amount)}"
    )


def _method(store: Store, work: Work, measure: str) -> str:
    """Return how the measure is worked out, which table it follows, and what the other one prints."""
    return f"{RULES[measure]} {_disagreements(store, work, measure)}".strip()


RULES = {
    "in_year": (
        "Funding left to the council, less what its services cost, plus savings. With no lever moved every "
        "year is as its table prints it; the card of workings shows each line."
    ),
    "cumulative": "The yearly gaps added up since the first year. What no table prints is derived.",
    "reserves": (
        "Opening reserves less the drawdown planned for the first year, then the yearly gaps and what "
        "transitional funding pays in. Below zero they have run out, and the amount is what is missing."
    ),
}


def _disagreements(store: Store, work: Work, measure: str) -> str:
    """Return where the tables disagree with each other or with the model, both figures named."""
    values = {fact.period: fact.amount for fact in work.path(work.scenarios[0], measure)}
    elsewhere = [
        f"{fact.locator}, line {fact.source_line}, prints {millions(fact.value)} for {fact.period}, where "
        f"{_followed(work, measure, fact.period)} has {millions(values[fact.period])}, which is followed."
        for fact in queries.published(store)
        if fact.series == measure and abs(values[fact.period] - fact.amount) > SAME_GBP_M
    ]
    beyond = [
        f"The table of reserves takes {size(float(work.base.beyond[year]))} more in "
        f"{work.base.years[year]} than "
        "the yearly gap printed elsewhere. The table of reserves is followed; the other reading "
        "is a row of the "
        "table below."
        for year in (np.flatnonzero(work.base.beyond) if measure == "reserves" else ())
    ]
    return " ".join([*elsewhere, *beyond])


def _followed(work: Work, measure: str, year: str) -> str:
    fact = next(fact for fact in work.path(work.scenarios[0], measure) if fact.period == year)
    return f"{fact.locator}, line {fact.source_line}," if fact.source_line else "the sum"


def _by_the_other_table(work: Work, measure: str) -> list[Fact]:
    """Return the published reserves as they would be by the yearly table, where the two tables disagree."""
    if measure != "reserves" or not work.base.beyond.any():
        return []
    more = np.cumsum(work.base.beyond)
    return [
        derived("new_model.other", fact.period, fact.amount + float(added), [fact])
        for fact, added in zip(work.path(work.scenarios[0], measure), more, strict=True)
    ]


def _told(facts: Sequence[Fact], labels: dict[str, str]) -> str:
    said = []
    for series, label in labels.items():
        own = [f"{millions(fact.shown)} in {fact.period}" for fact in facts if fact.series == series]
        said.append(f"{label}: {listed(own)}.")
    return " ".join(said)
