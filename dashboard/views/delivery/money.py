"""Where the money of the services would sit, and what a home of services would hold."""

from collections import Counter

from dashboard.domain.address import to_query
from dashboard.domain.delivery import ALL, plural
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import listed, number, size
from dashboard.figures import delivery as figures
from dashboard.queries import delivery as queries
from dashboard.queries.sources import place
from dashboard.store import Store
from dashboard.views.delivery.selection import DeliverySelection


def homes_of(store: Store) -> dict[str, str]:
    """Return the name of each future home, in the order shown."""
    return {home.home: home.label for home in queries.homes(store)}


def money(store: Store, _selection: DeliverySelection) -> View:
    """Return where the budget of one year would sit."""
    facts = queries.money(store)
    year = queries.money_year(store)
    homes = homes_of(store)
    amounts = [fact for fact in facts if fact.unit == "£m"]
    parts = [fact for fact in amounts if fact.series != ALL]
    total = next(fact for fact in amounts if fact.series == ALL)
    labels = {**{fact.series: homes[fact.series] for fact in parts}, ALL: "All of it"}
    known = {(fact.series, fact.unit): fact for fact in facts}
    most = max(parts, key=lambda fact: fact.amount)
    counts = Counter(service.home for service in queries.services(store))
    share = known.get((most.series, "%"))
    said = f", {number(share.value)}% of it" if share else ""
    return View(
        name="delivery.money",
        title=(
            f"Of a budget of {size(round(total.amount, 1))}, {size(round(most.amount, 1))} would sit with "
            f"the {labels[most.series].lower()}{said}"
        ),
        subtitle=f"Net budget of {place(store).council} by who would spend it, {year}, £m and share",
        table=Table(
            f"Net budget of {year} by who would spend it",
            (
                Cell("Home", heading=True),
                Cell("£m", number=True, heading=True),
                Cell("Share", number=True, heading=True),
            ),
            tuple(
                (
                    _home_cell(series, label, counts),
                    fact_cell(known.get((series, "£m"))),
                    fact_cell(known.get((series, "%"))),
                )
                for series, label in labels.items()
            ),
        ),
        facts=tuple(facts),
        records=fact_records(facts, labels),
        method=(
            "Printed in £ thousand, shown in £m; shares as printed. The report gives professional and "
            "support services no line of their own here, and no money by service, so the "
            "count of services above and this money are never put on one scale."
        ),
        chart=figures.money_figure(
            [fact for fact in facts if fact.series != ALL],
            labels,
            dict(zip(homes, figures.HOME_COLOURS, strict=False)),
        ),
        alternative="Bars: "
        + listed([f"{labels[fact.series]} {size(round(fact.amount, 1))}" for fact in parts])
        + ".",
        height_rem=11,
    )


def _home_cell(home: str, label: str, counts: Counter[str]) -> Cell:
    """Return the name of a home, which leads to its services; all of it leads nowhere."""
    if home not in counts:
        return Cell(label, heading=True)
    address = to_query(DeliverySelection(home=home, rows="all"))
    return Cell(
        label,
        heading=True,
        href=f"/delivery{address}#delivery-services-card",
        note=plural(counts[home], "service", "services"),
    )


def money_words(store: Store, home: str) -> str:
    """Return what the chosen home would hold of the budget, to stand beside its services."""
    if not home:
        return ""
    held = next((fact for fact in queries.money(store) if (fact.series, fact.unit) == (home, "£m")), None)
    if held is None:
        return ". No money of its own is printed for this home"
    return (
        f". All services of this home together would carry {size(round(held.amount, 1))} of the budget of "
        f"{queries.money_year(store)} ({held.locator}); no money is printed by service"
    )
