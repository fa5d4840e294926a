"""What leaves the product together: views in order, each with its number, words, choices and sources."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from dashboard.domain.fact import DERIVED, NOT_A_FORECAST, SCENARIO, Fact
from dashboard.domain.view import View

# Beyond this many lines a note would be longer than what it is about; each figure names its own anyway.
MOST_LINES = 20
# Of what figures that nobody printed were worked out from.
MOST_PLACES = 6
OURS = "No document prints this: it is put together or worked out here."
LINE_NUMBER = re.compile(r"line (\d+)")
MARKS = {
    SCENARIO: NOT_A_FORECAST,
    DERIVED: "Includes derived figures: worked out here, printed nowhere.",
    "extrapolated": "Years with * are extrapolated by the report.",
}


class Document(Protocol):
    """What is said of a document; a row of the store's sources is one."""

    @property
    def source_id(self) -> str:
        """Its short name."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def published_text(self) -> str:
        """Its date, in words."""

    @property
    def vintage(self) -> str:
        """What it is and of when, in two or three words."""

    @property
    def caution(self) -> str:
        """What its figures cannot say."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where words stand that are no figure: as much of a figure as its citation needs."""

    source_id: str
    source_line: Any
    locator: str = ""
    status: str = "printed"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One view in its place: number, title and notes of its own, choices in words, address, documents.

    `body` is the HTML of what its card shows in the place of a chart.
    """

    number: int
    view: View
    title: str
    notes: str
    choices: str
    address: str
    documents: tuple[Document, ...]
    body: str = ""

    @property
    def vintage(self) -> str:
        """The vintages of its documents."""
        return " · ".join(document.vintage for document in self.documents)

    @property
    def sources(self) -> tuple[str, ...]:
        """A sentence for each document: its title, date, tables and lines; or that no document prints it."""
        if not self.documents and self.view.records:
            return (OURS,)
        told = self.view.quoted or _told(self.view)
        return tuple(_cited(document, told) for document in self.documents)

    @property
    def marks(self) -> tuple[str, ...]:
        """Sentences that say which of its figures nobody printed."""
        held = {fact.status for fact in self.view.quoted}
        return tuple(words for status, words in MARKS.items() if status in held)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A whole pack, worked out: its title and day, whose it is, the release, its exhibits in order.

    `home` is where readers find the product, without a slash at its end; empty where nobody said.
    """

    title: str
    date: str
    place: str
    council: str
    release_id: str
    built: str
    home: str
    exhibits: tuple[Exhibit, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document that the exhibits draw on, once."""
        every = (document for exhibit in self.exhibits for document in exhibit.documents)
        return tuple({document.source_id: document for document in every}.values())

    def link(self, exhibit: Exhibit) -> str:
        """Return where the view stands on screen."""
        return f"{self.home}{exhibit.address}"


def documents_of(view: View, known: Mapping[str, Document]) -> tuple[Document, ...]:
    """Return the documents of a view, in their order: of its figures or, where it has none, of its rows."""
    named = dict.fromkeys(each.source_id for each in view.quoted or _told(view))
    return tuple(known[source_id] for source_id in named if source_id in known)


def _told(view: View) -> tuple[Line, ...]:
    """Return where the rows of a view stand that hold words, not figures."""
    lines = (Line(str(row.get("source_id") or ""), row.get("source_line")) for row in view.records)
    return tuple(line for line in lines if line.source_id)


def _cited(document: Document, facts: Iterable[Fact | Line]) -> str:
    places: dict[str, dict[int, None]] = {}
    for fact in facts:
        if fact.source_id == document.source_id and fact.status not in (DERIVED, SCENARIO):
            lines = places.setdefault(fact.locator, {})
            lines.update({fact.source_line: None} if fact.source_line else {})
    numbers = [line for lines in places.values() for line in lines]
    where = (
        _span(numbers) if len(numbers) > MOST_LINES else "; ".join(_place(*place) for place in places.items())
    )
    head = f"Source: {document.title}, {document.published_text}."
    where = where or _worked_out(document, facts)
    return f"{head} {where}." if where else head


def _worked_out(document: Document, facts: Iterable[Fact | Line]) -> str:
    """Return from which lines figures were worked out, where none of them is printed."""
    told = [fact.locator for fact in facts if fact.source_id == document.source_id and fact.status == DERIVED]
    numbers = [int(number) for text in told for number in LINE_NUMBER.findall(text)]
    if len(set(numbers)) > MOST_LINES:
        return f"Derived from {_span(numbers)}"
    places = list(dict.fromkeys(told if numbers else (text.partition(":")[0] for text in told)))
    return "; ".join(places) if len(places) <= MOST_PLACES else ""


def _span(numbers: Iterable[int]) -> str:
    """Return many lines as how many they are, the first and the last."""
    known = set(numbers)
    return f"{len(known)} lines, from {min(known)} to {max(known)}"


def _place(locator: str, lines: Iterable[int]) -> str:
    numbers = [str(line) for line in lines]
    if not numbers:
        return locator
    numbered = f"{'line' if len(numbers) == 1 else 'lines'} {', '.join(numbers)}"
    return f"{locator}, {numbered}" if locator else numbered.capitalize()
