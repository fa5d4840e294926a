"""The headline of the delivery page and its tiles."""

from collections import Counter

from dashboard.domain.delivery import ALL, in_first_order, opening, plural
from dashboard.domain.fact import Fact, derived
from dashboard.domain.headline import Headline, lines_cited
from dashboard.domain.timeline import Event, dated, month_words, when_words
from dashboard.domain.words import listed, number, share, size
from dashboard.queries import delivery as queries
from dashboard.store import Store

KEEPS = "stays"
MOVE_TILE = {
    "leaves": ("s6", "leave for new bodies"),
    "moves": ("s2", "move to the combined authority"),
    "stays": ("s1", "stay with the council"),
}


def finding(store: Store) -> str:
    """Return the headline of the page: how much would leave the council, and when it is decided."""
    services = queries.services(store)
    going = sum(service.move != KEEPS for service in services)
    moved, total = _moved(store)
    what = (
        f"{share(going, len(services)).capitalize()} of the council’s services and "
        f"{number(100 * moved.amount / total.amount, 0)}% of its budget would go to other bodies"
        if going
        else "No service would leave the council"
    )
    decisions = [event for event in queries.events(store) if event.kind == "decision"]
    last = max((first for _, first, _ in dated(decisions)), default=None)
    if last is None:
        return what
    count = plural(len(decisions), "decision", "decisions")
    return f"{what}; {count} to be taken by {month_words(last)} come first"


def headlines(store: Store) -> list[Headline]:
    """Return the five headline tiles."""
    return [_services(store), _budget(store), _decisions(store), _end(store), _open(store)]


def _services(store: Store) -> Headline:
    services = queries.services(store)
    counts = Counter(service.move for service in services)
    firsts = {service.locator: service for service in reversed(services)}
    return Headline(
        "Services by where they go",
        "",
        f"{len(services)} rows of the lists, counted here (derived).",
        lines_cited(reversed(list(firsts.values()))),
        tuple((key, str(counts[move]), words) for move, (key, words) in MOVE_TILE.items() if counts[move]),
    )


def _budget(store: Store) -> Headline:
    moved, total = _moved(store)
    parts = [fact for fact in queries.money(store) if fact.unit == "£m" and fact.series in _going(store)]
    return Headline(
        f"Budget that would go with them, {queries.money_year(store)}",
        size(round(moved.amount, 1)),
        f"Out of {size(round(total.amount, 1))}; the two parts are printed, their sum is derived."
        if len(parts) > 1
        else f"Out of {size(round(total.amount, 1))}.",
        lines_cited([*parts, total]),
    )


def _going(store: Store) -> set[str]:
    return {home.home for home in queries.homes(store) if home.move != KEEPS}


def _moved(store: Store) -> tuple[Fact, Fact]:
    """Return the money that would go to other bodies, and all of it."""
    amounts = [fact for fact in queries.money(store) if fact.unit == "£m"]
    total = next(fact for fact in amounts if fact.series == ALL)
    going = [fact for fact in amounts if fact.series in _going(store)]
    return derived("moved", total.period, sum(fact.amount for fact in going), [*going, total]), total


def _decisions(store: Store) -> Headline:
    items = queries.decisions(store)
    deciders = Counter(item.decider or "nobody named" for item in items)
    told = listed([f"{name} ({count})" for name, count in deciders.items()])
    differ = sum(bool(item.others) for item in items)
    also = f" {opening(plural(differ, 'is', 'are'))} dated differently elsewhere." if differ else ""
    return Headline(
        "Key decisions",
        number(len(items)),
        f"{told}; {items[0].printed} to {items[-1].printed}.{also}",
        lines_cited([items[0], *items[1:][-1:]]),
    )


def _end(store: Store) -> Headline:
    points = dated([event for event in queries.events(store) if event.kind == "milestone"])
    last: Event = max(points, key=lambda item: item[1])[0]
    return Headline(
        "Last milestone",
        opening(when_words(last)),
        f"{last.label}.",
        lines_cited([last]),
    )


def _open(store: Store) -> Headline:
    events = queries.events(store)
    differ = [event for event in events if event.kind == "restated"]
    unsure = [event for event in events if event.precision == "tbc"]
    names = in_first_order(event.label for event in differ)
    said = (
        f"Dated differently in the text: {listed([f'“{name}”' for name in names])}. "
        if names
        else "No date differs in the text. "
    )
    return Headline(
        "Dates not settled",
        number(len(differ) + len(unsure)),
        f"{said}{opening(plural(len(unsure), 'date is', 'dates are'))} still to be confirmed.",
        lines_cited([*differ, *unsure]),
    )
