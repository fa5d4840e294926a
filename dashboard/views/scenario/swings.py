"""Which range matters most: reserves at either end of each, all else as it stands."""

from dashboard.domain.fact import NOT_A_FORECAST, Fact, scenario
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import millions, size
from dashboard.figures import scenario as figures
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.ranges import chosen_ranges, range_facts, range_words, spread_of
from dashboard.views.scenario.words import input_labels, set_to, standing_words
from dashboard.views.scenario.work import Work, worked

AMOUNTS = ("Reserves at the low end", "Reserves at the high end", "Between them")
HEAD = ("Lever", "Low end", AMOUNTS[0], "High end", *AMOUNTS[1:])


def swings(store: Store, selection: ScenarioSelection) -> View:
    """Return what each range does to the last year's reserves by itself, the widest first."""
    work = worked(store, selection)
    ranges, found = dict(chosen_ranges(work, selection)), spread_of(work, selection).swings
    labels = {name: work.lever[name].label for name in found}
    facts = {name: _facts(work, name, ends) for name, ends in found.items()}
    rows = tuple(
        (
            Cell(labels[name], heading=True),
            Cell(set_to(work.lever[name], ranges[name].low)),
            fact_cell(low),
            Cell(set_to(work.lever[name], ranges[name].high)),
            fact_cell(high),
            fact_cell(between),
        )
        for name, (low, high, between) in facts.items()
    )
    stands = work.path(work.current, "reserves")[-1]
    every = [fact for own in facts.values() for fact in own]
    records = [*every, *work.inputs(), *range_facts(work, tuple(ranges.items()))]
    return View(
        name="scenario.swings",
        title=_title(found, labels, work),
        subtitle=(
            f"Reserves at the end of {work.last} from one end of each range to the other, "
            f"£m; the dotted line is your scenario, {millions(stands.shown)}. {NOT_A_FORECAST}"
        ),
        table=Table(
            f"What each range does to reserves in {work.last}, £m",
            tuple(Cell(text, heading=True, number=text in AMOUNTS) for text in HEAD),
            rows,
        ),
        facts=tuple(every),
        records=fact_records(records, {**input_labels(work), **labels}),
        method=(
            "One lever at a time goes from one end of its range to the other while all else "
            "stands as in your "
            f"scenario. {range_words(work, selection)} {standing_words(work)}"
        ),
        chart=figures.swings_figure(
            {labels[name]: (low.amount, high.amount) for name, (low, high, _) in facts.items()},
            stands.amount,
        ),
        alternative="Bar chart. "
        + " ".join(f"{labels[name]}: {_between(ends)}." for name, ends in found.items()),
        height_rem=max(6, 2.8 * len(found) + 1.5),
    )


def _facts(work: Work, name: str, ends: tuple[float, float]) -> tuple[Fact, Fact, Fact]:
    """Return reserves at either end of a range, and what lies between, to a tenth of a million."""
    low, high = (round(end, 1) for end in ends)
    amounts = {"low end": low, "high end": high, "between": abs(high - low)}
    start = work.start("reserves")
    made = [
        scenario(name, f"{work.last}, {end}", amount, work.current.name, start)
        for end, amount in amounts.items()
    ]
    return made[0], made[1], made[2]


def _between(ends: tuple[float, float]) -> str:
    low, high = (millions(round(end, 1) + 0.0) for end in sorted(ends))
    return f"{low} to {high}"


def _title(found: dict[str, tuple[float, float]], labels: dict[str, str], work: Work) -> str:
    name, ends = next(iter(found.items()))
    if ends[0] == ends[1]:
        return f"No range moves reserves in {work.last}"
    return (
        f"The lever “{labels[name]}” matters most: {size(round(abs(ends[1] - ends[0]), 1))} of "
        f"reserves in {work.last} "
        "between the ends of its range"
    )
