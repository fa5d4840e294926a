"""What the whole system would pay and gain."""

from dashboard.domain import deficit as rules
from dashboard.domain.view import View, fact_records, pivot
from dashboard.domain.words import size
from dashboard.figures import deficit as figures
from dashboard.queries import deficit as queries
from dashboard.store import Store
from dashboard.views.deficit.choices import COMPONENTS, ORGANISATIONS, PLANNED, DeficitSelection
from dashboard.views.deficit.series import all_told, amounts_told, of


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
    net = of(facts, "all.net_benefit")
    positive = next((fact for fact in net if fact.amount > 0), None)
    turn = f"is first above zero in {positive.period}" if positive else "is above zero in no year"
    gross = of(facts, "all.gross_benefit")[-1]
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
        alternative=f"Stacked columns. {all_told(labels, parts)}",
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
    labels = {series: label for series, label in PLANNED.items() if of(facts, series)}
    own = of(facts, "excluded")
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
        alternative=f"Line chart. {all_told(labels, facts)}",
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
        alternative=f"Bars: {amounts_told(components, drawn)} a year.",
        height_rem=14,
    )
