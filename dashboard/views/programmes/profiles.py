"""One programme by year: what it costs and brings, added up, and when it breaks even."""

from collections.abc import Sequence

from dashboard.domain import programmes as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import View, pivot
from dashboard.domain.words import listed, millions
from dashboard.figures import programmes as figures
from dashboard.queries.programmes import YearSum
from dashboard.views.programmes.cards import labelled, nothing
from dashboard.views.programmes.scope import Scope

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
