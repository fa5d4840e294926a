"""The council’s own budget: income, cost pressures, and where the money goes."""

from collections.abc import Mapping, Sequence

from dashboard.domain.fact import Fact, by_period
from dashboard.domain.view import View, fact_records, pivot
from dashboard.domain.words import listed, size
from dashboard.figures import deficit as figures
from dashboard.queries import deficit as queries
from dashboard.queries.sources import place
from dashboard.store import Store
from dashboard.views.deficit.choices import DRIVERS, MONEY, ORGANISATIONS, SPLITS, STREAMS, DeficitSelection
from dashboard.views.deficit.series import all_told, change, moved, of, starred


def income(store: Store, _selection: DeficitSelection) -> View:
    """Return the council's income by stream under the current strategy."""
    facts = queries.strategy(store)
    streams = [fact for fact in facts if fact.series in STREAMS]
    changes = {
        series: change(of(facts, series)) for series in (*STREAMS, "total_income", "total_expenditure")
    }
    shown = [*streams, *(fact for fact in facts if fact.series in ("total_income", "total_expenditure"))]
    labels = {**STREAMS, "total_income": "Total income", "total_expenditure": "Total expenditure"}
    last = streams[-1].period
    return View(
        name="deficit.income",
        title=_income_title(changes, last),
        subtitle=(
            f"Income by stream, {place(store).council}, {streams[0].period} to {last}, £m, current strategy"
        ),
        table=pivot(shown, labels, "Income by stream, and expenditure, £m", "Stream"),
        facts=tuple(shown),
        records=fact_records(shown, labels),
        method="The streams are the rows as printed. Changes are the last year less the first (derived).",
        chart=figures.stacked_figure(streams, STREAMS),
        alternative=f"Stacked columns. {all_told(STREAMS, facts)}",
        height_rem=25,
    )


def _income_title(changes: Mapping[str, float], last: str) -> str:
    up = max(STREAMS, key=lambda series: changes[series])
    down = min(STREAMS, key=lambda series: changes[series])
    ends = [f"{STREAMS[up].lower()} adds {size(changes[up])}"] if changes[up] > 0 else []
    ends += [f"the {STREAMS[down].lower()} loses {size(changes[down])}"] if changes[down] < 0 else []
    income, cost = moved(changes["total_income"]), moved(changes["total_expenditure"])
    return f"Income {income} by {last}, cost {cost}{': ' if ends else ''}{', '.join(ends)}"


def uplift(store: Store, selection: DeficitSelection) -> View:
    """Return the cost added each year by driver or by who carries it."""
    facts = queries.uplifts(store, selection.uplift)
    labels = DRIVERS if selection.uplift == "driver" else ORGANISATIONS
    parts = [fact for fact in facts if fact.series in labels]
    totals = {series: sum(fact.amount for fact in of(parts, series)) for series in labels}
    most = max(totals, key=lambda series: totals[series])
    whole = sum(totals.values())
    span = sorted({fact.period for fact in parts})
    what = (
        f"{labels[most]} is the largest pressure"
        if selection.uplift == "driver"
        else f"{labels[most]} would carry {'most' if 2 * totals[most] > whole else 'the largest part'} "
        "of the pressure"
    )
    return View(
        name="deficit.uplift",
        title=f"{what}: {size(totals[most])} of the {size(whole)} added by {span[-1]}",
        subtitle=f"Cost added in each year, {span[0]} to {span[-1]}, £m, {SPLITS[selection.uplift].lower()}",
        table=pivot(facts, {**labels, "all": "Total as printed"}, "Cost added in each year, £m", "Part"),
        facts=tuple(facts),
        records=fact_records(facts, {**labels, "all": "Total as printed"}),
        method="Each column is what that year adds; the sums over years in the title are ours (derived).",
        chart=figures.stacked_figure(parts, labels),
        alternative=f"Stacked columns. {all_told(labels, parts)}",
        height_rem=25,
    )


def organisations(store: Store, selection: DeficitSelection) -> View:
    """Return where the council's money would go, by organisation."""
    facts = queries.organisations(store, selection.money)
    parts = [fact for fact in facts if fact.series in ORGANISATIONS]
    totals = [fact for fact in facts if fact.series == "all"]
    last = max(fact.period for fact in parts if fact.series == "wellbeing_corporations" and fact.amount)
    kept = by_period(parts, "council_direct")[last]
    away = by_period(parts, "wellbeing_corporations")[last]
    whole = by_period(totals, "all")[last]
    labels = {**ORGANISATIONS, "all": "Total as printed"}
    span = sorted({fact.period for fact in parts})
    chart = (
        figures.ranked_figure(parts, ORGANISATIONS)
        if selection.money == "today"
        else figures.stacked_figure(parts, ORGANISATIONS)
    )
    verb, movers = (
        ("sat in services", "in those that would move")
        if selection.money == "today"
        else ("would go to services", "to those that move")
    )
    return View(
        name="deficit.organisations",
        title=(
            f"In {last}, {size(round(kept.amount, 1))} of {size(round(whole.amount, 1))} {verb} "
            f"the council keeps and {size(round(away.amount, 1))} {movers} to wellbeing corporations"
        ),
        subtitle=f"{MONEY[selection.money]} by organisation, {span[0]} to {span[-1]}, £m"
        if len(span) > 1
        else f"{MONEY[selection.money]} by organisation, {span[0]}, £m",
        table=pivot(
            facts,
            labels,
            f"{MONEY[selection.money]} by organisation, £m. * Extrapolated by the report.",
            "Organisation",
            starred(facts),
        ),
        facts=tuple(facts),
        records=fact_records(facts, labels),
        method=MONEY_METHODS[selection.money].format(
            base=queries.organisations(store, "today")[0].period, moves=_moves(parts)
        ),
        chart=chart,
        alternative=f"Bars. {all_told(ORGANISATIONS, parts)}",
        height_rem=11 if selection.money == "today" else 25,
    )


def _moves(parts: Sequence[Fact]) -> str:
    """Return the years from which other bodies than the council have money of their own."""
    firsts = {
        min(fact.period for fact in parts if fact.series == series and fact.amount)
        for series in ORGANISATIONS
        if series != "council_direct" and any(fact.series == series and fact.amount for fact in parts)
    }
    return listed(sorted(firsts))


MONEY_METHODS = {
    "allocated": (
        "The budget split by the shares of {base} as whole percentages, before any uplift; "
        "services move at the start of {moves}."
    ),
    "forecast": (
        "Spending with uplift for as long as the council pays. After a service has moved the report prints "
        "no amount: the new body decides it. That is not a saving."
    ),
    "funding": (
        "Base funding less what is passed to the other bodies. "
        "Funding to the wellbeing corporations falls by the savings expected of them."
    ),
    "today": "Net budget of {base} by the body each service would belong to; printed in £ thousand.",
}
