"""A briefing as it is read: what its calls say and show, and the documents it draws on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.address import Selection
from dashboard.domain.briefing import Problem, Prose
from dashboard.domain.view import View


@dataclass(frozen=True, slots=True)
class Said:
    """What a call says in running text.

    `before` are words that follow the sign; `href` is where the text leads, of a finding the view with its
    query; `about` is what it says of itself; `parents` are the figures that a derived one was worked out
    from, each with its address.
    """

    text: str
    before: str = ""
    href: str = ""
    about: str = ""
    status: str = ""
    parents: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A view that a call asks for, with the choices it was made for."""

    view: View
    selection: Selection


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it, its documents, and whether a year in it is extrapolated."""

    heading: str
    name: str
    blocks: tuple[Prose | Shown, ...]
    sources: tuple[str, ...]
    extrapolated: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A briefing with its calls answered.

    `said` are the answers in running text by their place among the calls. `mark` is another one as soon as
    anything in the briefing reads otherwise. `problems` are the calls that could not be answered.
    """

    name: str
    topic: str
    order: int
    title: str
    standfirst: str
    parts: tuple[Part, ...]
    said: Mapping[int, Said]
    sources: tuple[str, ...]
    minutes: int
    mark: str
    problems: tuple[Problem, ...]


def sources_of(answers: Iterable[Said | Shown]) -> tuple[str, ...]:
    """Return the documents that the answers draw on, in their order."""
    return tuple(
        dict.fromkeys(
            source_id
            for answer in answers
            for source_id in (
                answer.sources
                if isinstance(answer, Said)
                else [fact.source_id for fact in answer.view.quoted]
            )
        )
    )
