"""What the cards of the footprints page share: words of people, communities and lines."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from dashboard.domain.fact import Fact
from dashboard.domain.footprints import WITHIN
from dashboard.domain.view import Cell
from dashboard.domain.words import counted, number
from dashboard.views.footprints.choices import COMMUNITY, SIZES, Scope

OURS = "Which districts make up a footprint is our reading of public knowledge; no document prints it."


class Placed(Protocol):
    """A statement with where it is printed."""

    @property
    def source_id(self) -> str:
        """The document."""

    @property
    def source_line(self) -> int:
        """The line."""

    @property
    def locator(self) -> str:
        """The table, section or appendix."""


def heads(*words: str, numbers: Sequence[str] = ()) -> tuple[Cell, ...]:
    """Return the head of a table; `numbers` names the columns of figures."""
    return tuple(Cell(text, heading=True, number=text in numbers) for text in words)


def people_words(value: float) -> str:
    """Return a number of people."""
    return f"{number(value, 0)} people"


def communities_words(fewest: Fact, most: Fact) -> str:
    """Return the fewest and the most communities as a reader would say them."""
    if fewest.amount > most.amount:
        return "no whole number"
    if fewest.amount == most.amount:
        return number(most.value, 0)
    return f"{number(fewest.value, 0)} to {number(most.value, 0)}"


def size_words(found: Scope, people: Fact) -> str:
    """Return how people stand to the stated size of a corporation: within 100,000 to 500,000."""
    word = found.size_word(people)
    low, high = (number(found.stated[name].value, 0) for name in SIZES)
    return f"{word} {'the ' if word != WITHIN else ''}{low} to {high}"


def community_size(found: Scope) -> str:
    """Return the stated size of an identifiable community."""
    low, high = (number(found.stated[name].value, 0) for name in COMMUNITY)
    return f"{low} to {high} people"


def hospitals_words(count: int) -> str:
    """Return a number of hospitals or trusts."""
    return counted(count, "hospital or trust", "hospitals or trusts")


def line_note(locator: str, line: int) -> str:
    """Return where something is printed, as a link says it."""
    return f"{locator}, line {line}"


def cited(items: Iterable[Placed]) -> tuple[Fact, ...]:
    """Return where statements without a number are printed, for a source note."""
    return tuple(
        Fact("", "", None, "", "", "printed", item.source_id, item.source_line, item.locator)
        for item in items
    )
