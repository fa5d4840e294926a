"""Milestones, decisions and phases on one line of months, as exact as they are printed and no more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

MONTHS_OF_YEAR = 12
Address = Callable[[str, int], str]
KINDS = {
    "decision": "Decision",
    "milestone": "Milestone",
    "restated": "Milestone, dated differently in another place",
    "phase": "Phase",
}
STATES = {
    "not_started": "not started",
    "on_track": "on track",
    "late": "late",
    "done": "done",
    "dropped": "dropped",
}
EXACTNESS = {
    "by_month": "by the end of the month",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "tbc": "to be confirmed",
    "relative": "length only, no months",
    "span": "first and last month",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One milestone, decision or phase; months count from the year nought, None where none is named.

    `state` and what follows say how it stands by an import; empty where nobody said.
    """

    programme: str
    programme_label: str
    kind: str
    event: str
    label: str
    decider: str | None
    precision: str
    first_month: int | None
    last_month: int | None
    printed: str
    source_id: str
    source_line: int
    locator: str
    state: str = ""
    said_month: int | None = None
    state_note: str = ""
    as_at: str = ""
    state_source: str = ""
    state_line: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of a timeline: words, and where it stands in months from the start; None where undated.

    `state` says how it stands by an import, and `said` is the month named there.
    """

    label: str
    kind: str
    when: str
    start: int | None
    months: int
    by: bool
    href: str
    line: int
    state: str = ""
    state_href: str = ""
    said: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line of months: how many, the years with their first month on it, and the marks by programme."""

    months: int
    years: tuple[tuple[int, int], ...]
    groups: tuple[tuple[str, tuple[Mark, ...]], ...]


def month_words(month: int) -> str:
    """Return a month as April 2018."""
    return f"{date(month // MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1, 1):%B %Y}"


def when_words(event: Event) -> str:
    """Return when an event is due, as exactly as it is printed."""
    first, last = event.first_month, event.last_month
    if first is None or last is None:
        return EXACTNESS["tbc"] if event.precision == "tbc" else f"{event.printed}, no months named"
    if first == last:
        return f"by {month_words(first)}" if event.precision == "by_month" else month_words(first)
    year, place = divmod(first, MONTHS_OF_YEAR)
    if event.precision == "year" and place == 0:
        return str(year)
    opening = month_words(first)
    return f"{opening.split()[0] if last // MONTHS_OF_YEAR == year else opening} to {month_words(last)}"


def state_words(event: Event) -> str:
    """Return how an event stands and for which day that is said; empty where nobody said."""
    if not event.state:
        return ""
    month = month_words(event.said_month) if event.said_month is not None else ""
    when = f"{' in ' if event.state == 'done' else ', now for '}{month}" if month else ""
    note = f"; {event.state_note}" if event.state_note else ""
    return f"{STATES[event.state]}{when}{note} (as at {day_words(event.as_at)})"


def day_words(day: str) -> str:
    """Return a day such as 2017-06-30 as 30 June 2017."""
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"


def dated(events: Sequence[Event]) -> list[tuple[Event, int, int]]:
    """Return the events for which months are named, with the first and the last."""
    return [
        (event, event.first_month, event.last_month)
        for event in events
        if event.first_month is not None and event.last_month is not None
    ]


def timeline(events: Sequence[Event], address: Address) -> Timeline | None:
    """Return the events on one line of whole years, by programme in the order given.

    `address` gives that of a line of a document. None where no event has a month.
    """
    spans = dated(events)
    if not spans:
        return None
    said = [event.said_month for event in events if event.said_month is not None]
    start = min([*said, *(first for _, first, _ in spans)]) // MONTHS_OF_YEAR
    end = max([*said, *(last for *_, last in spans)]) // MONTHS_OF_YEAR + 1
    origin = start * MONTHS_OF_YEAR
    groups = dict.fromkeys(event.programme_label for event in events)
    return Timeline(
        (end - start) * MONTHS_OF_YEAR,
        tuple((year, (year - start) * MONTHS_OF_YEAR) for year in range(start, end)),
        tuple(
            (group, tuple(_mark(event, origin, address) for event in in_order(events) if _in(event, group)))
            for group in groups
        ),
    )


def in_order(events: Sequence[Event]) -> list[Event]:
    """Return the events by their first month; those without one come last."""
    return sorted(
        events,
        key=lambda event: (event.first_month is None, event.first_month or 0, event.last_month or 0),
    )


def _in(event: Event, group: str) -> bool:
    return event.programme_label == group


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
        state_words(event),
        address(event.state_source, event.state_line) if event.state else "",
        event.said_month - origin if event.said_month is not None else None,
    )
