"""How many communities people could form, and whether they are as many as a body is meant to serve."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.fact import Fact, derived

THOUSAND = "thousand people"
PEOPLE = "people"
WITHIN, ABOVE, BELOW = "within", "above", "below"


def in_people(fact: Fact) -> Fact:
    """Return a printed number of people in people; 100, printed as 100k, is 100,000."""
    return replace(fact, value=fact.amount * 1000, unit=PEOPLE) if fact.unit == THOUSAND else fact


def together(name: str, parts: Sequence[Fact]) -> Fact:
    """Return the people of several districts together; of one alone as printed."""
    if len(parts) == 1:
        return replace(parts[0], series=name)
    return derived(name, "", sum(part.amount for part in parts), parts)


def communities(people: Fact, low: Fact, high: Fact) -> tuple[Fact, Fact]:
    """Return the fewest and the most communities of `low` to `high` people that `people` could form.

    Where no whole number of communities fits, the fewest is above the most.
    """
    fewest = -(-people.amount // high.amount)
    most = people.amount // low.amount
    named = [("fewest", fewest, high), ("most", most, low)]
    made = [
        replace(derived(people.series, name, count, [people, end]), unit="communities")
        for name, count, end in named
    ]
    return made[0], made[1]


def size_word(people: Fact, low: Fact, high: Fact) -> str:
    """Return whether a population lies within a range, above it or below it."""
    if people.amount > high.amount:
        return ABOVE
    return BELOW if people.amount < low.amount else WITHIN
