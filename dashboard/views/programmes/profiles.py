"""One programme by year: what it costs and brings, added up, and when it breaks even."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain import programmes as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import View, pivot
from dashboard.domain.words import listed, millions, pounds
from dashboard.figures import programmes as figures
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Counting, YearSum
from dashboard.views.programmes.cards import labelled, nothing
from dashboard.views.programmes.scope import Scope

LINES = {
    "step": "Step of benefit made in the year",
    "benefit": "Benefit in the year",
    "cost": "Cost in the year",
    "net": "Benefit less cost",
    "running": "Benefit less cost so far",
    "printed": "Benefit less cost, total as printed",
    "difference": "Difference from the printed total",
}
LASTING, STEPS = "lasting", "incremental"
# Net amounts are the same where they are less than this apart, £m: the precision they are printed in.
SAME = 0.001
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
    counting = queries.counting(found.store).get(name)
    nets = [item for item in queries.nets(found.store) if item.programme == name]
    lasting = counting is not None and counting.steps == LASTING
    facts = years_of(own, nets, lasting=lasting)
    running = [fact for fact in facts if fact.series == "running"]
    _, paid = rules.break_even([(fact.period, fact.amount) for fact in facts if fact.series == "net"])
    against = _against(counting, running[-1]) if counting else []
    every = [*facts, *against]
    lines = {line: words for line, words in LINES.items() if any(fact.series == line for fact in every)}
    return View(
        name="programmes.profile",
        title=f"{_profile_title(found.named(name), running, paid)}{_printed_words(counting)}",
        subtitle=f"{found.named(name)}: benefit less cost in each year, and added up so far (dotted, "
        "derived), "
        "the same bodies’ money, £m",
        table=pivot(
            every,
            lines,
            f"{found.named(name)} by year, £m",
            "Line",
            {period: period for period in sorted({fact.period for fact in every})},
        ),
        facts=tuple(every),
        records=labelled(every, LINES),
        method=_method(own, nets, counting, running[-1]),
        chart=figures.profile_figure([fact for fact in facts if fact.series in ("net", "running")], LINES),
        alternative="Lines. So far: "
        f"{listed([f'{millions(fact.value)} in {fact.period}' for fact in running])}.",
        height_rem=25,
    )


def _against(counting: Counting, last: Fact) -> list[Fact]:
    """Return the net total as printed, and by how much what is worked out here differs from it, £m."""
    where = (counting.source_id, counting.source_line, counting.locator)
    value = counting.value / MILLION
    printed = Fact("printed", last.period, value, "£m", counting.printed, counting.status, *where)
    return [printed, _worked_out("difference", last.period, round(last.amount - value, 6), last)]


def _printed_words(counting: Counting | None) -> str:
    """Return the printed net total for a title, where a step counts in every year after it."""
    return f"; {pounds(counting.value)} is printed" if counting and counting.steps == LASTING else ""


def _method(own: Sequence[YearSum], nets: Sequence[YearSum], counting: Counting | None, last: Fact) -> str:
    return (
        "Benefit and cost as printed for each year; the running sum is worked out here, and the difference "
        "where the document gives none. It breaks even in the first year from which on the running sum is "
        "not below nought. Only money of the same bodies is drawn: a benefit to the whole public sector "
        "never stands against a cost to the partners."
        f"{_counted_words(own, counting, last)}{_lost_words(nets)}"
    )


def _counted_words(own: Sequence[YearSum], counting: Counting | None, last: Fact) -> str:
    """Return how a step of benefit is counted, by which printed total, and what the other way would give."""
    said = ""
    if counting:
        off = round(last.amount * MILLION - counting.value)
        apart = f"{pounds(abs(off))} {'more' if off > 0 else 'less'} than" if off else "the same as"
        said = (
            f" {counting.reason} So it is counted here: {pounds(last.amount * MILLION)}, {apart} the "
            f"{pounds(counting.value)} printed (line {counting.source_line})."
        )
    if not any(item.basis == STEPS and item.aspect == "benefit" for item in own):
        return said
    lasting = counting is not None and counting.steps == LASTING
    other = years_of(own, [], lasting=not lasting)[-1]
    way = (
        "If each step counted once, in the year it is made," if lasting else "If steps last, as the portfolio"
    )
    return f"{said} {way} {'' if lasting else 'card supposes, '}it would be {pounds(other.amount * MILLION)}."


def _lost_words(nets: Sequence[YearSum]) -> str:
    """Return which printed net amounts are read otherwise than they are printed."""
    said = [
        f"{item.printed} for {item.period} (line {item.source_line}), read as {pounds(item.value)}"
        for item in nets
        if item.other is not None
    ]
    return f" Printed without its sign: {listed(said)}." if said else ""


def years_of(own: Sequence[YearSum], nets: Sequence[YearSum] = (), *, lasting: bool = False) -> list[Fact]:
    """Return benefit, cost, their difference and its running sum by year, £m.

    Where steps of benefit are lasting, the benefit of a year is the steps so far, and the steps stand above.
    """
    steps = [item for item in own if lasting and item.basis == STEPS and item.aspect == "benefit"]
    printed = [
        *(replace(_year_fact(item), series="step") for item in steps),
        *_levels(steps),
        *(_year_fact(item) for item in own if item not in steps),
    ]
    periods = sorted({item.period for item in own})
    amount = {(fact.series, fact.period): fact.amount for fact in printed}
    net = [
        (year, round(amount.get(("benefit", year), 0.0) - amount.get(("cost", year), 0.0), 6))
        for year in periods
    ]
    running, _ = rules.break_even([(year, value * MILLION) for year, value in net])
    known = {item.period: _year_fact(item) for item in nets}
    first = printed[0]
    return [
        *printed,
        *(_net(known.get(year), _worked_out("net", year, value, first)) for year, value in net),
        *(_worked_out("running", year, round(value / MILLION, 6), first) for year, value in running),
    ]


def _levels(steps: Sequence[YearSum]) -> list[Fact]:
    """Return the benefit of each year that lasting steps lead to, £m."""
    reached = rules.levels([(item.period, item.value) for item in steps], STEPS)
    return [_worked_out("benefit", year, value / MILLION, _year_fact(steps[0])) for year, value in reached]


def _net(printed: Fact | None, worked_out: Fact) -> Fact:
    """Return the net amount of a year as printed, where it is what benefit and cost give."""
    same = printed is not None and abs(printed.amount - worked_out.amount) < SAME
    return printed if printed is not None and same else worked_out


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
