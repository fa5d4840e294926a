"""Milestones, decisions and phases on one line of months, by programme and document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.timeline import MONTHS_OF_YEAR, Event, dated, in_order, state_words, when_words

Address = Callable[[str, int], str]
# Names of years that a line has room for.
MOST_YEARS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of a timeline: words, and where it stands in months from the start; None where undated.

    `decider` is who decides, `again` holds further lines that print the same. `state` says how it stands by
    an import, and `said` is the month named there.
    """

    label: str
    kind: str
    when: str
    start: int | None
    months: int
    by: bool
    href: str
    line: int
    decider: str = ""
    again: tuple[tuple[str, int], ...] = ()
    state: str = ""
    state_href: str = ""
    said: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The marks of one programme; `document` says where and when it was planned, where there are several."""

    label: str
    marks: tuple[Mark, ...]
    document: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line of months: how many, the years with their first month on it, and the marks by programme.

    A line of no months has nothing drawn on it.
    """

    months: int
    years: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...]


def timeline(events: Sequence[Event], address: Address) -> Timeline | None:
    """Return the events on one line of whole years, by programme in the order given.

    `address` gives that of a line of a document. None where there is no event.
    """
    if not events:
        return None
    start, end = _years(events)
    origin = start * MONTHS_OF_YEAR
    several = len({event.source_id for event in events}) > 1
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in in_order(events):
        groups.setdefault((event.source_id, event.programme), []).append(event)
    order = dict.fromkeys((event.source_id, event.programme) for event in events)
    return Timeline(
        (end - start) * MONTHS_OF_YEAR,
        tuple((year, (year - start) * MONTHS_OF_YEAR) for year in range(start, end, _step(end - start))),
        tuple(
            Group(
                groups[key][0].programme_label,
                _told_once(_mark(event, origin, address) for event in groups[key]),
                _document(groups[key][0]) if several else "",
            )
            for key in order
        ),
    )


def _years(events: Sequence[Event]) -> tuple[int, int]:
    """Return the first year of the line and the one after its last; the same where no month is named."""
    spans = dated(events)
    if not spans:
        return 0, 0
    said = [event.said_month for event in events if event.said_month is not None]
    start = min([*said, *(first for _, first, _ in spans)]) // MONTHS_OF_YEAR
    return start, max([*said, *(last for *_, last in spans)]) // MONTHS_OF_YEAR + 1


def _step(years: int) -> int:
    """Return how many years apart the names of years stand, so that they have room."""
    return -(-years // MOST_YEARS) or 1


def _document(event: Event) -> str:
    return f"{event.document}. {event.vintage}."


def _told_once(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks without those that say the same as one before them, which takes over their line."""
    kept: dict[Mark, Mark] = {}
    for mark in marks:
        same = replace(mark, href="", line=0)
        first = kept.get(same)
        kept[same] = replace(first, again=(*first.again, (mark.href, mark.line))) if first else mark
    return tuple(kept.values())


def _mark(event: Event, origin: int, address: Address) -> Mark:
    first, last = event.first_month, event.last_month
    named = first is not None and last is not None
    return Mark(
        event.label,
        event.kind,
        when_words(event),
        first - origin if first is not None and named else None,
        last - first + 1 if first is not None and last is not None else 0,
        event.precision == "by_month",
        address(event.source_id, event.source_line),
        event.source_line,
        decider=event.decider or "",
        state=state_words(event),
        state_href=address(event.state_source, event.state_line) if event.state else "",
        said=event.said_month - origin if event.said_month is not None else None,
    )
