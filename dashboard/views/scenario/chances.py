"""The fan of reserves, and the chance that they last."""

from dataclasses import replace

from dashboard.domain.fact import NOT_A_FORECAST, Fact, scenario
from dashboard.domain.scenario_uncertainty import DRAWS, Spread
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import counted, millions
from dashboard.figures import scenario as figures
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.paths import extrapolated, ours, work_years
from dashboard.views.scenario.ranges import chosen_ranges, range_facts, range_words, spread_of
from dashboard.views.scenario.words import carried_on, input_labels, standing_words
from dashboard.views.scenario.work import Work, worked

NAMES = ("1 in 20 lower", "1 in 4 lower", "Middle", "1 in 4 higher", "1 in 20 higher")
LABELS = {
    "published": "New model",
    **{f"fan{place}": name for place, name in enumerate(NAMES)},
    "lasting": "Chance that reserves have lasted",
}
METHOD = (
    "Every draw takes a value for each lever with a range and works the whole scenario out; the "
    "other levers stay. "
    "Reserves count as lasted in a draw when they have not been below zero up to then."
)


def chances(store: Store, selection: ScenarioSelection) -> View:
    """Return how reserves spread when levers are drawn from their ranges."""
    work = worked(store, selection)
    found, ranges = spread_of(work, selection), chosen_ranges(work, selection)
    published = [replace(fact, series="published") for fact in work.path(work.scenarios[0], "reserves")]
    facts = [*published, *_facts(work, found)]
    years = work_years(work)
    head = (
        Cell("Of the draws", heading=True),
        *(Cell(text, number=True, heading=True) for text in years.values()),
    )
    rows = tuple(
        (Cell(label, heading=True), *(fact_cell(fact) for fact in facts if fact.series == series))
        for series, label in LABELS.items()
    )
    return View(
        name="scenario.chances",
        title=_title(work, found),
        subtitle=(
            f"Reserves at the end of the year, {DRAWS:,} draws of "
            f"{counted(len(ranges), 'lever', 'levers')} from "
            f"{'your' if selection.ranges else 'our'} ranges, £m. "
            f"Under each year: in how many of 100 draws reserves have lasted. {NOT_A_FORECAST}"
        ),
        table=Table("Spread of reserves, and the chance that they have lasted", head, rows),
        facts=tuple(facts),
        records=fact_records(
            [*facts, *work.inputs(), *range_facts(work, ranges)], {**input_labels(work), **LABELS}
        ),
        method=" ".join(
            filter(None, (METHOD, range_words(work, selection), standing_words(work), carried_on(work)))
        ),
        chart=figures.fan_figure(
            work.base.years,
            found.fan.round(1).tolist(),
            NAMES,
            [_percent(chance) for chance in found.lasting],
            starred=extrapolated(work),
            ours=ours(work),
        ),
        alternative=f"Fan chart. {_told(work, found)}",
        height_rem=25,
    )


def _facts(work: Work, found: Spread) -> list[Fact]:
    name, start = work.current.name, work.start("reserves")
    fan = [
        scenario(f"fan{place}", year, round(float(value), 1), name, start)
        for place, row in enumerate(found.fan)
        for year, value in zip(work.base.years, row, strict=True)
    ]
    lasting = [
        scenario("lasting", year, round(float(chance) * 100, 1), name, start, "%")
        for year, chance in zip(work.base.years, found.lasting, strict=True)
    ]
    return fan + lasting


def _title(work: Work, found: Spread) -> str:
    gone = [(year, chance) for year, chance in zip(work.base.years, found.lasting, strict=True) if chance < 1]
    if not gone:
        return f"Reserves last to {work.last} in every draw"
    year, chance = gone[0]
    if chance == 0:
        return f"Reserves have run out by the end of {year} in every draw"
    words = f"Reserves last to the end of {year} in {_share(chance)}"
    last = float(found.lasting[-1])
    return words if year == work.last else f"{words}, and to {work.last} in {_share(last)}"


def _percent(chance: float) -> str:
    """Return a chance in whole per cent; nearly none and nearly all are not rounded to none and all."""
    whole = round(float(chance) * 100)
    return "<1%" if chance > 0 and not whole else ">99%" if chance < 1 and whole == 100 else f"{whole}%"


def _share(chance: float) -> str:
    if chance in (0, 1):
        return "every draw" if chance else "no draw"
    tenth = round(float(chance) * 100)
    return (
        "fewer than 1 in 100 draws"
        if tenth < 1
        else "nearly every draw"
        if tenth > 99
        else f"{tenth} in 100 draws"
    )


def _told(work: Work, found: Spread) -> str:
    low, middle, high = (found.fan[place] for place in (0, 2, -1))
    said = [
        f"{year}: lasted in {_share(chance)}, middle {millions(round(float(at), 1))}, "
        f"1 in 20 under {millions(round(float(under), 1))}, 1 in 20 over {millions(round(float(over), 1))}"
        for year, chance, under, at, over in zip(
            work.base.years, found.lasting, low, middle, high, strict=True
        )
    ]
    return f"{'. '.join(said)}."
