"""What the corporations would cost and bring: printed for all of them together, and never divided here."""

from dashboard.domain.fact import Fact
from dashboard.domain.view import View, fact_records, pivot
from dashboard.domain.words import listed, millions, size
from dashboard.figures.deficit import stacked_figure
from dashboard.queries import footprints as queries
from dashboard.store import Store
from dashboard.views.footprints.choices import CORPORATIONS, FootprintsSelection

LINES = {
    "gross_benefit": "Benefit",
    "cost": "Cost",
    "net_benefit": "Benefit less cost",
    "cumulative_net": "Benefit less cost so far",
    "revised_funding": "Funding from the county council",
}
DRAWN = ("gross_benefit", "cost")
WHOLE = (
    "Printed for all corporations together; nothing says how it would be shared between footprints, so it is "
    "never divided here."
)


def money(store: Store, selection: FootprintsSelection) -> View:  # noqa: ARG001 - every card is asked so
    """Return benefit, cost and funding of all corporations together by year."""
    facts = [*queries.by_year(store, CORPORATIONS), *queries.funding(store, CORPORATIONS)]
    shown = [fact for fact in facts if fact.series in LINES]
    steady = queries.steady_state(store, CORPORATIONS)
    drawn = [fact for fact in shown if fact.series in DRAWN]
    years = sorted({fact.period for fact in drawn})
    bars = listed(
        [f"{fact.period} {millions(fact.value)}" for fact in drawn if fact.series == "gross_benefit"]
    )
    return View(
        name="footprints.money",
        title=f"Together the corporations would bring {size(steady['gross_annual_benefit'].amount)} a year "
        f"in the "
        f"end, after {size(steady['implementation_cost'].amount)} once and "
        f"{size(steady['recurring_annual_cost'].amount)} a year",
        subtitle=f"Benefit above zero, cost below, whole system, {years[0]} to {years[-1]}, £m, without "
        f"savings "
        f"planned elsewhere. {WHOLE}",
        table=pivot(shown, LINES, "Wellbeing corporations, all together, £m. Costs are negative.", "What"),
        facts=tuple(shown),
        records=fact_records(shown, LINES),
        cited=tuple(steady.values()),
        method="Rows as printed. Benefit and cost are of the whole public sector; the funding is what the "
        "county "
        "council would pass on, less the benefit from the second year. A share for one footprint could "
        "only be "
        "guessed, by people or by need, and the report does neither.",
        chart=stacked_figure(drawn, {series: LINES[series] for series in DRAWN}, height_px=288),
        alternative=f"Columns. Benefit: {bars}.",
        height_rem=18,
    )


def steady(store: Store) -> list[tuple[str, Fact]]:
    """Return benefit and cost of all corporations together in short, each sentence with its figure."""
    found = queries.steady_state(store, CORPORATIONS)
    words = {
        "gross_annual_benefit": "a year of benefit in the end, before costs",
        "implementation_cost": "of cost once, to set them up",
        "recurring_annual_cost": "of cost a year",
    }
    return [(f"{size(found[name].amount)} {text}", found[name]) for name, text in words.items()]


def told(store: Store) -> list[tuple[str, Fact]]:
    """Return the same with what the county council would pass on in the first year."""
    passed = queries.funding(store, CORPORATIONS)[:1]
    return [
        *steady(store),
        *(
            (f"{size(fact.amount)} of funding from the county council in {fact.period}", fact)
            for fact in passed
        ),
    ]
