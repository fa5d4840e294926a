"""A headline figure: what it says at a glance, and where that is from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dashboard.domain.view import line_address

Cite = tuple[str, str]


class Printed(Protocol):
    """Whatever stands on a line of a document."""

    @property
    def source_id(self) -> str:
        """The document."""

    @property
    def source_line(self) -> int | None:
        """The line of the document."""

    @property
    def locator(self) -> str:
        """The table or section, as a reader knows it."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline tile: label, one value or a row (colour, value, words) for each part, meaning and sources.

    `cites` are the words of each source with the address that they lead to.
    """

    label: str
    value: str
    meaning: str
    cites: tuple[Cite, ...]
    rows: tuple[tuple[str, str, str], ...] = ()


def lines_cited(items: Iterable[Printed]) -> tuple[Cite, ...]:
    """Return the line of each item, with the address that shows it."""
    return tuple(
        (f"{item.locator}, line {item.source_line}", line_address(item.source_id, item.source_line or 0))
        for item in items
    )


def card_cited(view: str, words: str) -> tuple[Cite, ...]:
    """Return the card of the view ("page.card") as the place that shows the lines, under these words."""
    return ((words, f"#{view.replace('.', '-')}-card"),)
