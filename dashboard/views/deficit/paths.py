"""The published paths by year, added up, and as reserves."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain import deficit as rules
from dashboard.domain.fact import NOT_A_FORECAST, YOURS, Fact, by_period
from dashboard.domain.view import View, fact_records, pivot
from dashboard.domain.words import size
from dashboard.figures import deficit as figures
from dashboard.queries import deficit as queries
from dashboard.queries.sources import place
from dashboard.store import Store
from dashboard.views.deficit.choices import SCENARIOS, DeficitSelection
from dashboard.views.deficit.own import OWN, own_inputs, own_path
from dashboard.views.deficit.series import all_told, of, position, starred


def trajectory(store: Store, selection: DeficitSelection) -> View:
    """Return the published paths on the chosen measure, with what the council later reported for reserves.

    A reader's own scenario stands beside them where the address has its levers.
    """
    facts = queries.trajectories(store, selection.measure)
    labels = dict(SCENARIOS)
    title, extra, words, method = TRAJECTORY_PARTS[selection.measure](store, facts)
    labels |= {fact.series: words[fact.series] for fact in extra}
    own, inputs = own_path(store, selection, facts), own_inputs(store, selection, facts)
    labels |= {OWN: YOURS} if own else {}
    dashed = f" Your scenario dashed. {NOT_A_FORECAST}" if own else ""
    every = [*facts, *extra, *own]
    span = sorted({fact.period for fact in every})
    kind = {
        "in_year": "In-year surplus or deficit",
        "cumulative": "Cumulative surplus or deficit",
        "reserves": "Reserves at the end of the year",
    }[selection.measure]
    return View(
        name="deficit.trajectory",
        title=title,
        subtitle=(
            f"{kind}, {place(store).council}, {span[0]} to {span[-1]}, £m. Published solid, derived dotted."
            f"{dashed}"
        ),
        table=pivot(
            every,
            labels,
            f"{kind}, £m. Negative is a deficit. * Extrapolated by the report.{dashed}",
            "Path",
            starred(every),
        ),
        facts=tuple(every),
        records=fact_records(
            [*every, *inputs.values()], labels | {fact.series: words for words, fact in inputs.items()}
        ),
        method=method,
        chart=figures.trajectory_figure(every, labels),
        alternative=f"Line chart. {all_told(labels, every)}",
        height_rem=25,
    )


def _trajectory_in_year(store: Store, facts: Sequence[Fact]) -> tuple[str, list[Fact], dict[str, str], str]:
    nothing, model = (of(facts, series) for series in SCENARIOS)
    last = model[-1]
    return (
        f"Doing nothing, {_course(nothing)}; the new model reaches {position(last)} in {last.period}",
        _quartile(store, "in_year_deficit_lowest_quartile"),
        {"lowest_quartile": "Lowest-quartile cost"},
        "The lines are the rows as printed. The single point is the deficit the report prints for a council "
        "that had already cut its cost to the lowest quartile; it is printed as an amount and drawn below "
        "zero.",
    )


def _trajectory_cumulative(
    store: Store, facts: Sequence[Fact]
) -> tuple[str, list[Fact], dict[str, str], str]:
    nothing, model = (of(facts, series) for series in SCENARIOS)
    later = rules.extended(
        model, of(queries.trajectories(store, "in_year"), "new_model"), "new_model.derived"
    )
    bottom = rules.deepest([*model, *later])
    return (
        f"Doing nothing adds up to {_depth(nothing[-1])} by {nothing[-1].period}; "
        f"the new model {_bottom(bottom)}",
        [*later, *_quartile(store, "cumulative_deficit_lowest_quartile")],
        {"new_model.derived": "New model, carried on", "lowest_quartile": "Lowest-quartile cost"},
        f"The solid lines are the rows as printed, which end in {model[-1].period}. The dotted line carries "
        "the new model on by adding the yearly figures printed for later years; nobody printed those sums.",
    )


def _trajectory_reserves(store: Store, facts: Sequence[Fact]) -> tuple[str, list[Fact], dict[str, str], str]:
    reported = rules.total_reserves(queries.reserve_outturn(store), "outturn")
    closing = [
        replace(fact, period=rules.closing_year(fact.period))
        for fact in reported
        if fact.period.endswith(rules.MONTH_DAY_OF_YEAR_END)
    ]
    forecast = by_period(facts, "do_nothing")
    met = [(forecast[fact.period], fact) for fact in closing if fact.period in forecast]
    short = rules.first_negative(of(facts, "do_nothing"))
    when = f"reserves gone in {short.period}" if short else "reserves lasting"
    said = (
        f"; at the end of {met[-1][1].period} it expected {size(met[-1][0].amount)} "
        f"and the council reported {size(round(met[-1][1].amount, 1))}"
        if met
        else ""
    )
    return (
        f"The forecast had {when}{said}",
        closing,
        {"outturn": "Reported"},
        "Closing balances as printed. The dotted line is what the council later reported to government: "
        "other earmarked reserves and unallocated reserves added together (derived). The forecast does not "
        "define its reserves, so the two need not count the same funds.",
    )


def _course(yearly: Sequence[Fact]) -> str:
    """Return what becomes of the yearly gap between the first year and the last."""
    first, last = yearly[0], yearly[-1]
    if last.amount >= 0:
        return f"the council reaches {position(last)} in {last.period}"
    grown = first.amount - last.amount
    way = "grows to" if grown > 0 else "narrows to" if grown < 0 else "stays at"
    return f"each year’s gap {way} {size(last.amount)}"


def _depth(fact: Fact) -> str:
    return size(fact.amount) if fact.amount < 0 else position(fact)


def _bottom(fact: Fact) -> str:
    if fact.amount >= 0:
        return "is never below zero"
    noted = " (derived)" if fact.status == "derived" else ""
    return f"is deepest at {size(fact.amount)} in {fact.period}{noted}"


TRAJECTORY_PARTS = {
    "in_year": _trajectory_in_year,
    "cumulative": _trajectory_cumulative,
    "reserves": _trajectory_reserves,
}


def _quartile(store: Store, figure: str) -> list[Fact]:
    return [
        replace(fact, series="lowest_quartile", value=-abs(fact.amount))
        for fact in queries.narrative(store, figure)[-1:]
    ]
