"""Which service goes where: the flow, the list, the money, and the reasons for staying."""

from collections import Counter
from dataclasses import asdict

from dashboard.domain.delivery import ALL, counted, in_first_order, inner, opening, plural, untangled
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_records
from dashboard.domain.words import listed, number
from dashboard.figures import delivery as figures
from dashboard.queries import delivery as queries
from dashboard.queries.delivery import Service, Statement
from dashboard.queries.sources import place
from dashboard.store import Store
from dashboard.views.delivery.money import homes_of, money_words
from dashboard.views.delivery.said import both, cited, heads, statement_view, where
from dashboard.views.delivery.selection import DeliverySelection

SHOWN = 20
MOVES = {
    "leaves": ("would leave for new bodies", "would leave for a new body"),
    "moves": ("would move to the combined authority", "would move to the combined authority"),
    "stays": ("would stay with the council", "would stay with the council"),
}


def move_words(move: str, count: int) -> str:
    """Return how many services leave, move or stay, as part of a sentence."""
    return f"{count} {MOVES[move][count == 1]}"


def moves_told(services: list[Service]) -> str:
    """Return how many services leave, move and stay, in words."""
    counts = Counter(service.move for service in services)
    return listed([move_words(move, counts[move]) for move in MOVES if counts[move]])


def flow(store: Store, _selection: DeliverySelection) -> View:
    """Return which services leave, move and stay, by area."""
    services = queries.services(store)
    areas, homes = queries.areas(store), homes_of(store)
    places = [(service.area, service.home) for service in services]
    lists = _lists(services)
    facts = counted(places, services[0].source_id, f"Derived from {'; '.join(lists)}")
    labels = {area: areas[area] for area in untangled(places, list(homes))}
    ways = [fact for fact in facts if fact.amount and ALL not in (fact.series, fact.period)]
    totals = {fact.period: int(fact.amount) for fact in facts if fact.series == ALL and fact.period != ALL}
    homes = {home: label for home, label in homes.items() if home in totals}
    chart, height = figures.flow_figure(ways, labels, homes, totals)
    split = [
        labels[area] for area in labels if len({fact.period for fact in ways if fact.series == area}) > 1
    ]
    return View(
        name="delivery.flow",
        title=f"Of {plural(len(services), 'service', 'services')}, {moves_told(services)}",
        subtitle=f"Services of {place(store).council} by area and future home, counted, not weighed by money",
        table=_matrix(facts, labels, homes),
        facts=tuple(facts),
        records=fact_records(facts, {**areas, ALL: "All areas"}),
        method=(
            f"Rows of {listed(lists)}, counted; nobody printed the counts. "
            f"{_split_words(split)} A number of the budget review may stand beside more than one row, and "
            "some numbers beside none; the conflicts below list them. Leave, move and stay are our words."
        ),
        chart=chart,
        alternative=f"Flow from areas of service to future homes. {_told(ways, labels, homes)}",
        height_rem=round(height / 16, 1),
        cited=cited(_firsts(services)),
    )


def _split_words(split: list[str]) -> str:
    if not split:
        return "Every area goes to one home as a whole."
    names = opening(listed([inner(name) for name in split]))
    return f"{names} {'goes' if len(split) == 1 else 'go'} to more than one home."


def _lists(services: list[Service]) -> list[str]:
    return in_first_order(service.locator for service in services)


def _firsts(services: list[Service]) -> list[Service]:
    """Return the first service of each list, as the place where the list begins."""
    firsts: dict[str, Service] = {}
    for service in services:
        firsts.setdefault(service.locator, service)
    return list(firsts.values())


def _matrix(facts: list[Fact], areas: dict[str, str], homes: dict[str, str]) -> Table:
    known = {(fact.series, fact.period): fact for fact in facts}
    columns = {**homes, ALL: "All"}
    rows = tuple(
        (
            Cell(
                name,
                heading=True,
                href="" if area == ALL else f"/delivery?service_area={area}#delivery-services-card",
            ),
            *(Cell(number(known[area, home].value), number=True) for home in columns),
        )
        for area, name in {**areas, ALL: "All areas"}.items()
    )
    return Table(
        "Services by area and future home, counted here (derived); an area leads to its services",
        (Cell("Area", heading=True), *(Cell(name, number=True, heading=True) for name in columns.values())),
        rows,
    )


def _told(ways: list[Fact], areas: dict[str, str], homes: dict[str, str]) -> str:
    return " ".join(
        f"{areas[way.series]} to {homes[way.period]}: {number(way.value)}."
        for way in sorted(ways, key=lambda item: list(areas).index(item.series))
    )


def services(store: Store, selection: DeliverySelection) -> View:
    """Return the services asked for, each with its number, area, future home and line."""
    found = queries.services(store, q=selection.q, home=selection.home, area=selection.service_area)
    shown = found if selection.rows == "all" else found[:SHOWN]
    rows = tuple(
        (
            Cell(item.label, heading=True),
            Cell(item.reference),
            Cell(item.area_label),
            Cell(item.home_label),
            where(item),
        )
        for item in shown
    )
    return View(
        name="delivery.services",
        title=_services_title(store, selection, found),
        subtitle=_shown_words(len(shown), len(found)) + money_words(store, selection.home),
        table=Table(
            "Services with their number in the base budget review",
            heads("Service", "Number", "Area", "Future home", "Where"),
            rows,
            (Cell("No service matches."), Cell("Show all services", href="/delivery")),
        ),
        facts=(),
        records=tuple(asdict(item) for item in found),
        method=(
            "Names and numbers as printed; areas shortened by us. Every word asked for must occur in the "
            "service, its area or its home; a number finds the service that carries it. The download holds "
            "every service found, also those not shown."
        ),
        cited=cited(_firsts(shown)),
    )


def _services_title(store: Store, selection: DeliverySelection, found: list[Service]) -> str:
    count = opening(plural(len(found), "service", "services"))
    asked = [
        *([f"for “{selection.q}”"] if selection.q else []),
        *([f"in {queries.areas(store)[selection.service_area].lower()}"] if selection.service_area else []),
        *([f"with the future home {homes_of(store)[selection.home].lower()}"] if selection.home else []),
    ]
    return (
        f"{count} {' '.join(asked)}".rstrip() if asked else f"{count}, each with its number and future home"
    )


def _shown_words(shown: int, total: int) -> str:
    if not total:
        return "Nothing to list. Try fewer words, or all areas and homes."
    if shown == total:
        return "All of them, in the order of the lists"
    return f"The first {shown} of {total}, in the order of the lists"


def reasons(store: Store, _selection: DeliverySelection) -> View:
    """Return why areas of service stay with the council, and which stay without a reason."""
    given = queries.statements(store, "reasons")
    bare = queries.statements(store, "unexplained")
    areas = [item for item in given if item.aspect in queries.areas(store)]
    lacking = listed([f"“{inner(item.subject)}”" for item in bare])
    without = f"; what is listed as {lacking} stays without one" if bare else ""
    return statement_view(
        "reasons",
        (
            f"Reasons to stay are printed for {plural(len(areas), 'area', 'areas')} of service{without}",
            "Why services stay with the council, as the report argues it",
            "Reasons for staying by area",
        ),
        ("Area", "Why it stays"),
        [*given, *bare],
        lambda item: both(item) if item.summary else _no_reason(item),
        "An area without a reason is found by a check and is listed among the conflicts.",
    )


def _no_reason(item: Statement) -> tuple[Cell, ...]:
    return Cell(item.subject, heading=True), Cell("no reason printed")
