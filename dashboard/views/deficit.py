"""The findings of the deficit page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain import deficit as rules
from dashboard.domain.address import Selection, choice, several
from dashboard.domain.fact import Fact, by_period, derived
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records, line_address, pivot
from dashboard.domain.words import listed, millions, share, size, subject_words
from dashboard.figures import deficit as figures
from dashboard.queries import deficit as queries
from dashboard.queries.sources import Correction, corrections, place
from dashboard.store import Store

CARD_NAMES = (
    "trajectory",
    "bridge",
    "income",
    "uplift",
    "organisations",
    "benefits",
    "payback",
    "steady",
    "further",
    "delays",
    "conflicts",
)
MEASURES = {"in_year": "Each year’s gap", "cumulative": "Gap added up", "reserves": "Reserves"}
SPLITS = {"driver": "By what drives it", "organisation": "By who carries it"}
MONEY = {
    "allocated": "Spending before uplift",
    "forecast": "Spending with uplift",
    "funding": "Funding",
    "today": "Budget of 2016/17",
}
PLANNED = {"excluded": "What the model adds", "included": "With savings planned elsewhere"}
COMPONENTS = {
    "all": "Whole system",
    "wellbeing_corporations": "Wellbeing corporations",
    "front_office": "Front office",
    "professional_support": "Professional and support services",
    "transferred_services": "Transferred services",
}
ORGANISATIONS = {
    "council_direct": "Services the council keeps",
    "combined_authority": "Combined authority",
    "wellbeing_corporations": "Wellbeing corporations",
}
DRIVERS = {
    "demand_pressures": "Demand",
    "price_inflation": "Prices",
    "other": "Other",
    "pay_pensions": "Pay and pensions",
    "loss_of_grant": "Lost grant",
}
STREAMS = {
    "council_tax": "Council tax",
    "business_rates": "Business rates",
    "revenue_support_grant": "Support grant",
    "other_income": "Other",
}
SCENARIOS = {"do_nothing": "Do nothing", "new_model": "New model"}
CONFLICT_SUBJECTS = (
    "deficit",
    "uplift",
    "reserves",
    "benefit",
    "transitional",
    "bridge",
    "savings",
    "quartile",
)


@dataclass(frozen=True)
class DeficitSelection(Selection):
    """What a reader can choose on the deficit page; `table` names the cards whose table is open."""

    measure: str = choice(*MEASURES)
    uplift: str = choice(*SPLITS)
    money: str = choice(*MONEY)
    planned: str = choice(*PLANNED)
    component: str = choice(*COMPONENTS)
    table: tuple[str, ...] = several(*CARD_NAMES)


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline tile: either one value or a row per path, what it means, and the figures behind it."""

    label: str
    value: str
    paths: tuple[tuple[str, str, str], ...]
    meaning: str
    facts: tuple[Fact, ...]


def finding(store: Store) -> str:
    """Return the headline of the page: when reserves run out and which path gets back to balance."""
    reserves = queries.trajectories(store, "reserves")
    yearly = queries.trajectories(store, "in_year")
    years = {series: rules.first_negative(_of(reserves, series)) for series in SCENARIOS}
    balanced = [SCENARIOS[series].lower() for series in SCENARIOS if rules.break_even(_of(yearly, series))]
    gone = [year.period for year in years.values() if year]
    if not gone:
        when = "Reserves last on every path"
    elif len(set(gone)) == 1 and len(gone) == len(SCENARIOS):
        when = f"Reserves run out in {gone[0]} on either path"
    else:
        when = "; ".join(
            f"{SCENARIOS[series]}: reserves run out in {year.period}"
            if year
            else f"{SCENARIOS[series]}: reserves last"
            for series, year in years.items()
        )
    who = (
        "neither gets"
        if not balanced
        else "both get"
        if len(balanced) > 1
        else f"only the {balanced[0]} gets"
    )
    return f"{when}; {who} back to balance"


def headlines(store: Store) -> list[Headline]:
    """Return the five headline tiles."""
    return [_yearly(store), _added_up(store), _run_out(store), _balance(store), _transitional(store)]


def _yearly(store: Store) -> Headline:
    nothing, model = _ends(store, "in_year")
    year = model.period
    closed = rules.difference(nothing, model, "closed")
    return Headline(
        f"Yearly deficit, {year}",
        "",
        _paths(nothing, model),
        f"The new model closes {size(closed.amount)} of the year’s gap (derived).",
        (nothing, model),
    )


def _added_up(store: Store) -> Headline:
    nothing, model = _ends(store, "cumulative")
    year = model.period
    less = rules.difference(nothing, model, "less")
    return Headline(
        f"Deficit added up to {year}",
        "",
        _paths(nothing, model),
        f"{size(less.amount)} less than doing nothing (derived).",
        (nothing, model),
    )


def _run_out(store: Store) -> Headline:
    facts = queries.trajectories(store, "reserves")
    short = [fact for series in SCENARIOS if (fact := rules.first_negative(_of(facts, series)))]
    if not short:
        return Headline(
            "Reserves run out",
            "Not by then",
            (),
            "On no published path do reserves fall below zero.",
            tuple(facts[:1]),
        )
    words = listed(
        [f"{size(fact.amount)} short on the path “{SCENARIOS[fact.series].lower()}”" for fact in short]
    )
    return Headline(
        "Reserves run out",
        min(fact.period for fact in short),
        (),
        f"By the end of the year the council would be {words}.",
        tuple(short),
    )


def _balance(store: Store) -> Headline:
    facts = queries.trajectories(store, "in_year")
    reached = {series: rules.break_even(_of(facts, series)) for series in SCENARIOS}
    found = [fact for fact in reached.values() if fact]
    if not found:
        return Headline(
            "Breaks even",
            "Never",
            (),
            "No published path reaches balance in the years printed.",
            (facts[-1],),
        )
    first = min(found, key=lambda fact: fact.period)
    marked = " The report extrapolates this year." if first.status == "extrapolated" else ""
    never = "".join(
        f" {SCENARIOS[series]}: never in the years printed."
        for series, fact in reached.items()
        if fact is None
    )
    return Headline(
        "Breaks even",
        first.period,
        (),
        f"{SCENARIOS[first.series]}, with a {size(first.amount)} surplus.{marked}{never}",
        (first,),
    )


def _transitional(store: Store) -> Headline:
    names = (
        "transitional_funding_first_year",
        "transitional_funding_following_years",
        "transitional_funding_total",
    )
    first, later, total = (_last(queries.narrative(store, name)) for name in names)
    added = derived("sum", "", first.amount + later.amount, [first, later])
    return Headline(
        "Transitional funding needed",
        f"About {size(total.amount)}",
        (),
        f"Printed as {size(first.amount)} in {first.period} and about {size(later.amount)} "
        f"over {later.period}; the two add to {size(added.amount)} (derived).",
        (first, total),
    )


def trajectory(store: Store, selection: DeficitSelection) -> View:
    """Return the published paths on the chosen measure, with what the council later reported for reserves."""
    facts = queries.trajectories(store, selection.measure)
    labels = dict(SCENARIOS)
    title, extra, words, method = TRAJECTORY_PARTS[selection.measure](store, facts)
    labels |= {fact.series: words[fact.series] for fact in extra}
    every = [*facts, *extra]
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
        ),
        table=pivot(
            every,
            labels,
            f"{kind}, £m. Negative is a deficit. * Extrapolated by the report.",
            "Path",
            _starred(every),
        ),
        facts=tuple(every),
        records=fact_records(every, labels),
        method=method,
        chart=figures.trajectory_figure(every, labels),
        alternative=f"Line chart. {_all_told(labels, every)}",
        height_rem=25,
    )


def _trajectory_in_year(store: Store, facts: Sequence[Fact]) -> tuple[str, list[Fact], dict[str, str], str]:
    nothing, model = (_of(facts, series)[-1] for series in SCENARIOS)
    return (
        f"Doing nothing, each year’s gap grows to {size(nothing.amount)}; "
        f"the new model reaches {_position(model)} in {model.period}",
        _quartile(store, "in_year_deficit_lowest_quartile"),
        {"lowest_quartile": "Lowest-quartile cost"},
        "The lines are the rows as printed. The single point is the deficit the report prints for a council "
        "that had already cut its cost to the lowest quartile; it is printed as an amount and drawn below "
        "zero.",
    )


def _trajectory_cumulative(
    store: Store, facts: Sequence[Fact]
) -> tuple[str, list[Fact], dict[str, str], str]:
    nothing, model = (_of(facts, series) for series in SCENARIOS)
    later = rules.extended(
        model, _of(queries.trajectories(store, "in_year"), "new_model"), "new_model.derived"
    )
    bottom = rules.deepest([*model, *later])
    noted = " (derived)" if bottom.status == "derived" else ""
    return (
        f"Doing nothing adds up to {size(nothing[-1].amount)} by {nothing[-1].period}; "
        f"the new model is deepest at {size(bottom.amount)} in {bottom.period}{noted}",
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
    short = rules.first_negative(_of(facts, "do_nothing"))
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


TRAJECTORY_PARTS = {
    "in_year": _trajectory_in_year,
    "cumulative": _trajectory_cumulative,
    "reserves": _trajectory_reserves,
}


def bridge(store: Store, _selection: DeficitSelection) -> View:
    """Return how the deficit of one path becomes that of the other, in the printed parts."""
    nothing, model = _ends(store, "in_year")
    year = model.period
    names = {
        "deficit_bridge_pressures_transferred": "Cost pressures moved to other bodies",
        "deficit_bridge_wellbeing_funding": "Less funding to wellbeing corporations",
        "deficit_bridge_council_direct_savings": "Savings in services the council keeps",
        "deficit_bridge_front_office": "Front office",
        "deficit_bridge_professional_support": "Professional and support services",
    }
    parts = [(words, _last(queries.narrative(store, name))) for name, words in names.items()]
    moved = parts[0][1]
    total = derived("change", year, sum(fact.amount for _, fact in parts), [fact for _, fact in parts])
    every = [nothing, *(fact for _, fact in parts), model]
    labels = {"do_nothing": f"Do nothing, {year}", **names, "new_model": f"New model, {year}"}
    rows = tuple(
        (
            Cell(labels[fact.series], heading=True),
            fact_cell(fact),
            Cell("moved" if fact is moved else "total" if fact in (nothing, model) else "saved"),
        )
        for fact in every
    )
    spoken = listed([f"{size(fact.amount)} {words[0].lower()}{words[1:]}" for words, fact in parts])
    return View(
        name="deficit.bridge",
        title=(
            f"{share(moved.amount, total.amount).capitalize()} of the improvement is cost that moves "
            "to other bodies, not cost that goes away"
        ),
        subtitle=f"From the do-nothing deficit to the new-model deficit in {year}, £m",
        table=Table(
            f"Parts of the change in the {year} deficit",
            (
                Cell("Part", heading=True),
                Cell("Amount", number=True, heading=True),
                Cell("Kind", heading=True),
            ),
            rows,
        ),
        facts=tuple(every),
        records=fact_records(every, labels),
        method=(
            f"{size(nothing.amount)} less the five printed parts, {size(total.amount)} in all, is "
            f"{size(abs(nothing.amount) - total.amount)}; {size(model.amount)} is printed. "
            "The order is ours, largest first, and so are the words “moved” and “saved”."
        ),
        chart=figures.bridge_figure(
            nothing,
            [(words, fact, fact is moved) for words, fact in parts],
            model,
            (labels["do_nothing"], labels["new_model"]),
        ),
        alternative=(
            f"Bridge chart from a deficit of {size(nothing.amount)} to {size(model.amount)}: {spoken}."
        ),
        height_rem=22,
    )


def income(store: Store, _selection: DeficitSelection) -> View:
    """Return the council's income by stream under the current strategy."""
    facts = queries.strategy(store)
    streams = [fact for fact in facts if fact.series in STREAMS]
    change = {
        series: _change(_of(facts, series)) for series in (*STREAMS, "total_income", "total_expenditure")
    }
    up = max(STREAMS, key=lambda series: change[series])
    down = min(STREAMS, key=lambda series: change[series])
    shown = [*streams, *(fact for fact in facts if fact.series in ("total_income", "total_expenditure"))]
    labels = {**STREAMS, "total_income": "Total income", "total_expenditure": "Total expenditure"}
    last = streams[-1].period
    return View(
        name="deficit.income",
        title=(
            f"Income rises {size(change['total_income'])} by {last}, "
            f"cost {size(change['total_expenditure'])}: {STREAMS[up].lower()} adds {size(change[up])}, "
            f"the {STREAMS[down].lower()} loses "
            f"{size(change[down])}"
        ),
        subtitle=(
            f"Income by stream, {place(store).council}, {streams[0].period} to {last}, £m, current strategy"
        ),
        table=pivot(shown, labels, "Income by stream, and expenditure, £m", "Stream"),
        facts=tuple(shown),
        records=fact_records(shown, labels),
        method="The streams are the rows as printed. Changes are the last year less the first (derived).",
        chart=figures.stacked_figure(streams, STREAMS),
        alternative=f"Stacked columns. {_all_told(STREAMS, facts)}",
        height_rem=25,
    )


def uplift(store: Store, selection: DeficitSelection) -> View:
    """Return the cost added each year by driver or by who carries it."""
    facts = queries.uplifts(store, selection.uplift)
    labels = DRIVERS if selection.uplift == "driver" else ORGANISATIONS
    parts = [fact for fact in facts if fact.series in labels]
    totals = {series: sum(fact.amount for fact in _of(parts, series)) for series in labels}
    most = max(totals, key=lambda series: totals[series])
    whole = sum(totals.values())
    span = sorted({fact.period for fact in parts})
    what = (
        f"{labels[most]} is the largest pressure"
        if selection.uplift == "driver"
        else f"{labels[most]} would carry most of the pressure"
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
        alternative=f"Stacked columns. {_all_told(labels, parts)}",
        height_rem=25,
    )


def organisations(store: Store, selection: DeficitSelection) -> View:
    """Return where the council's money would go, by organisation."""
    facts = queries.organisations(store, selection.money)
    parts = [fact for fact in facts if fact.series in ORGANISATIONS]
    totals = [fact for fact in facts if fact.series == "all"]
    last = max(fact.period for fact in parts if fact.series == "wellbeing_corporations" and fact.amount)
    kept = by_period(parts, "council_direct")[last]
    moved = by_period(parts, "wellbeing_corporations")[last]
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
            f"the council keeps and {size(round(moved.amount, 1))} {movers} to wellbeing corporations"
        ),
        subtitle=f"{MONEY[selection.money]} by organisation, {span[0]} to {span[-1]}, £m"
        if len(span) > 1
        else f"{MONEY[selection.money]} by organisation, £m",
        table=pivot(
            facts,
            labels,
            f"{MONEY[selection.money]} by organisation, £m. * Extrapolated by the report.",
            "Organisation",
            _starred(facts),
        ),
        facts=tuple(facts),
        records=fact_records(facts, labels),
        method=MONEY_METHODS[selection.money],
        chart=chart,
        alternative=f"Bars. {_all_told(ORGANISATIONS, parts)}",
        height_rem=11 if selection.money == "today" else 25,
    )


MONEY_METHODS = {
    "allocated": (
        "The budget split by the shares of 2016/17 as whole percentages, before any uplift; "
        "services move in April 2018 and April 2019."
    ),
    "forecast": (
        "Spending with uplift for as long as the council pays. After a service has moved the report prints "
        "no amount: the new body decides it. That is not a saving."
    ),
    "funding": (
        "Base funding less what is passed to the other bodies. "
        "Funding to the wellbeing corporations falls by the savings expected of them."
    ),
    "today": "Net budget of 2016/17 by the body each service would belong to; printed in £ thousand.",
}


def benefits(store: Store, selection: DeficitSelection) -> View:
    """Return the whole system's benefits and costs by year and component."""
    facts = queries.benefits(store, selection.planned)
    labels = _benefit_labels(selection.planned)
    parts = [fact for fact in facts if fact.series in labels]
    totals = {
        "all.gross_benefit": "Gross benefit, total",
        "all.cost": "Cost, total",
        "all.net_benefit": "Net benefit",
    }
    shown = [*parts, *(fact for fact in facts if fact.series in totals and fact.series not in labels)]
    every = {**labels, **{series: label for series, label in totals.items() if series not in labels}}
    net = _of(facts, "all.net_benefit")
    positive = next((fact for fact in net if fact.amount > 0), None)
    turn = f"is first above zero in {positive.period}" if positive else "is above zero in no year"
    gross = _of(facts, "all.gross_benefit")[-1]
    start = (
        f"costs {size(net[0].amount)} more than it brings in {net[0].period}"
        if net[0].amount < 0
        else f"brings {size(net[0].amount)} net in {net[0].period}"
    )
    return View(
        name="deficit.benefits",
        title=f"The whole system {start} and reaches {size(gross.amount)} a year gross by {gross.period}",
        subtitle=(
            f"Benefits above zero, costs below, by part, {net[0].period} to {net[-1].period}, £m. "
            f"{PLANNED[selection.planned]}."
        ),
        table=pivot(shown, every, "Whole-system benefits and costs by year, £m. Costs are negative.", "Part"),
        facts=tuple(shown),
        records=fact_records(shown, every),
        method=(
            f"Rows as printed. Net benefit {turn}. These are benefits to the whole public sector, "
            "not to the council alone, and nobody else’s share of the cost is printed."
        ),
        chart=figures.stacked_figure(parts, labels, height_px=432),
        alternative=f"Stacked columns. {_all_told(labels, parts)}",
        height_rem=27,
    )


def _benefit_labels(planned: str) -> dict[str, str]:
    names = {
        "wellbeing_corporations": "Wellbeing corporations",
        "front_office": "Front office",
        "professional_support": "Professional, support",
        "transferred_services": "Transferred services",
    }
    labels = {f"{component}.gross_benefit": name for component, name in names.items()}
    if planned == "included":
        return {
            "all.enabled_benefit": "Planned elsewhere",
            **labels,
            "all.stp_capital_cost": "Health plan’s capital",
            "all.additional_cost": "Model’s cost",
        }
    return {**labels, "all.cost": "Cost"}


def payback(store: Store, selection: DeficitSelection) -> View:
    """Return benefits less costs so far and the year they come into credit."""
    facts = queries.cumulative_net(store, selection.component)
    labels = {series: label for series, label in PLANNED.items() if _of(facts, series)}
    own = _of(facts, "excluded")
    reached = rules.break_even(own)
    who = COMPONENTS[selection.component]
    paid = f"in credit from {reached.period} on" if reached else f"not in credit by {own[-1].period}"
    span = sorted({fact.period for fact in facts})
    return View(
        name="deficit.payback",
        title=f"{who}: {paid}, counting only what the model adds"
        if len(labels) > 1
        else f"{who}: {paid}, as printed",
        subtitle=f"Benefits less costs so far, {who.lower()}, {span[0]} to {span[-1]}, £m",
        table=pivot(facts, labels, "Benefits less costs so far, £m", "Counting"),
        facts=tuple(facts),
        records=fact_records(facts, labels),
        method=(
            "Cumulative net rows as printed; payback is the first year from which on none is below zero. "
            "Savings planned elsewhere are in the plans of others already: the model only makes them safer."
        ),
        chart=figures.payback_figure(facts, labels, {"excluded": "s1", "included": "s2"}),
        alternative=f"Line chart. {_all_told(labels, facts)}",
        height_rem=25,
    )


def steady(store: Store, _selection: DeficitSelection) -> View:
    """Return yearly benefits in the steady state by component, and what they cost."""
    facts = queries.steady_state(store)
    measures = {
        "gross_annual_benefit": "Added each year",
        "derisked_annual_benefit": "Planned elsewhere",
        "total_annual_benefit": "Both",
        "implementation_cost": "Cost to set up",
        "stp_capital_cost": "Health plan’s capital",
        "total_implementation_cost": "Both costs",
        "recurring_annual_cost": "Cost each year",
    }
    components = {
        **{name: label for name, label in COMPONENTS.items() if name != "all"},
        "council_direct": ORGANISATIONS["council_direct"],
        "all": "Total as printed",
    }
    total = {fact.period: fact for fact in facts if fact.series == "all"}
    added, planned = total["gross_annual_benefit"], total["derisked_annual_benefit"]
    drawn = [
        fact
        for fact in facts
        if fact.period == "gross_annual_benefit" and fact.series != "all" and fact.amount
    ]
    return View(
        name="deficit.steady",
        title=(
            f"The model itself adds {size(added.amount)} a year; {size(planned.amount)} more is planned "
            "elsewhere and only made safer by it"
        ),
        subtitle="Gross annual benefit once the model runs in full, by component, £m",
        table=pivot(
            facts,
            components,
            "Yearly benefits and costs once the model runs in full, £m. Costs are negative.",
            "Component",
            measures,
        ),
        facts=tuple(facts),
        records=fact_records(facts, components),
        method=(
            "Rows as printed. The two kinds of benefit are never added here without saying so: the larger "
            "one is counted in the plans of the health system and of adult social care already."
        ),
        chart=figures.ranked_figure(drawn, components),
        alternative=f"Bars: {_amounts_told(components, drawn)} a year.",
        height_rem=14,
    )


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
            f"of savings; {names[most.series].lower()} is the largest"
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
        alternative=f"Bars: {_amounts_told(names, parts)}.",
        height_rem=21,
    )


def conflicts(store: Store, _selection: DeficitSelection) -> View:
    """Return the places where the report disagrees with itself on this page's figures."""
    known = corrections(store, *CONFLICT_SUBJECTS)
    found = [item for item in known if item.kind != "rounding"]
    rounded = len(known) - len(found)
    head = tuple(
        Cell(text, heading=True) for text in ("Figure", "Printed", "Other reading", "Why, and which is shown")
    )
    return View(
        name="deficit.conflicts",
        title=f"The report disagrees with itself in {len(found)} places that touch this page",
        subtitle=(
            f"Both readings are kept; the charts show what their own table prints. {rounded} more differ "
            "by rounding alone and stand on the page of sources."
        ),
        table=Table(
            "Conflicts, misprints, gaps and different bases that touch this page",
            head,
            tuple(_conflict_row(item) for item in found),
        ),
        facts=(),
        records=tuple({field: getattr(item, field) for field in item.__slots__} for item in found),
        method=(
            "Every printed total, running sum and figure printed twice is worked out again when a release "
            "is built. Each difference is one row."
        ),
        folded=True,
    )


def _conflict_row(item: Correction) -> tuple[Cell, ...]:
    return (
        Cell(subject_words(item.subject), heading=True),
        Cell(
            f"{item.printed} (line {item.source_line})", href=line_address(item.source_id, item.source_line)
        ),
        Cell(item.reading),
        Cell(f"{item.reason} ({item.kind})"),
    )


CARDS = {
    "trajectory": trajectory,
    "bridge": bridge,
    "income": income,
    "uplift": uplift,
    "organisations": organisations,
    "benefits": benefits,
    "payback": payback,
    "steady": steady,
    "further": further,
    "delays": delays,
    "conflicts": conflicts,
}


def _of(facts: Sequence[Fact], series: str) -> list[Fact]:
    return [fact for fact in facts if fact.series == series]


def _ends(store: Store, measure: str) -> tuple[Fact, Fact]:
    """Return the figure of each path in the last year that both are printed for."""
    facts = queries.trajectories(store, measure)
    year = rules.latest_common(facts, *SCENARIOS)
    nothing, model = (by_period(facts, series)[year] for series in SCENARIOS)
    return nothing, model


def _last(facts: Sequence[Fact]) -> Fact:
    return facts[-1]


def _change(facts: Sequence[Fact]) -> float:
    return facts[-1].amount - facts[0].amount


def _paths(nothing: Fact, model: Fact) -> tuple[tuple[str, str, str], ...]:
    return (("s3", millions(nothing.value), "do nothing"), ("s1", millions(model.value), "new model"))


def _position(fact: Fact) -> str:
    return f"a {size(fact.amount)} {'deficit' if fact.amount < 0 else 'surplus'}"


def _quartile(store: Store, figure: str) -> list[Fact]:
    return [
        replace(fact, series="lowest_quartile", value=-abs(fact.amount))
        for fact in queries.narrative(store, figure)[-1:]
    ]


def _starred(facts: Sequence[Fact]) -> dict[str, str]:
    marked = {fact.period for fact in facts if fact.status == "extrapolated"}
    return {
        period: f"{period}*" if period in marked else period
        for period in sorted({fact.period for fact in facts})
    }


def _all_told(labels: Mapping[str, str], facts: Sequence[Fact]) -> str:
    """Return every series in words, a sentence each, for those who cannot see the chart."""
    known = {label: _of(facts, series) for series, label in labels.items()}
    return " ".join(f"{_told(label, own)}." for label, own in known.items() if own)


def _amounts_told(labels: Mapping[str, str], facts: Sequence[Fact]) -> str:
    return listed([f"{labels[fact.series]} {size(fact.amount)}" for fact in facts])


def _told(label: str, facts: Sequence[Fact]) -> str:
    return f"{label}: {', '.join(f'{millions(fact.value)} in {fact.period}' for fact in facts)}"
