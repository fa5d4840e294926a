"""What the lists of services and the dates of the plan add up to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dashboard.domain.fact import DERIVED, Fact

T = TypeVar("T")
ALL = "all"
SERVICES = "services"
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def plural(count: int, one: str, many: str) -> str:
    """Return a count with its noun, small counts as words: one service, 37 services."""
    return f"{SMALL[count] if count < len(SMALL) else count} {one if count == 1 else many}"


def opening(text: str) -> str:
    """Return the text with a capital, as a sentence opens."""
    return text[:1].upper() + text[1:]


def inner(text: str) -> str:
    """Return the text without its capital, as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def in_first_order(items: Iterable[T]) -> list[T]:
    """Return the items without repeats, in the order in which they first come."""
    return list(dict.fromkeys(items))


def counted(places: Sequence[tuple[str, str]], source_id: str, where: str) -> list[Fact]:
    """Return how many services each area sends to each home, with the totals of both; nobody printed these.

    `places` holds the area and home of every service; the series of a figure is its area, the period its
    home. An area that sends none to a home has none, which is known and no gap.
    """
    pairs = Counter(places)
    areas, homes = (in_first_order(pair[side] for pair in places) for side in (0, 1))
    for (area, home), number in list(pairs.items()):
        pairs[area, ALL] += number
        pairs[ALL, home] += number
    pairs[ALL, ALL] = len(places)
    return [
        Fact(area, home, float(pairs[area, home]), SERVICES, "", DERIVED, source_id, None, where)
        for area in (*areas, ALL)
        for home in (*homes, ALL)
    ]


def untangled(places: Sequence[tuple[str, str]], homes: Sequence[str]) -> list[str]:
    """Return the areas in an order that keeps their ways to the homes apart: by the homes they go to."""
    goals: dict[str, list[int]] = {}
    for area, home in places:
        goals.setdefault(area, []).append(homes.index(home))
    return sorted(goals, key=lambda area: (sum(goals[area]) / len(goals[area]), -len(goals[area])))
