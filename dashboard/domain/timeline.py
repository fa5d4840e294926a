"""Milestones, decisions and phases on one line of months, as exact as they are printed and no more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

MONTHS_OF_YEAR = 12
# Names of years that a line has room for.
MOST_YEARS = 8
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
    "day": "day",
    "month": "month",
    "inferred": "month; the year read from the text around it",
    "chart": "month in which a mark of a chart stands",
    "quarter": "quarter",
    "year": "year",
    "season": "season, not placed",
    "tbc": "to be confirmed",
    "relative": "length only, no months",
    "span": "first and last month",
}
# How a month was read that is not printed as it stands.
READ = {"inferred": " (year not printed)", "chart": " (read from a chart)"}


@dataclass(frozen=True, slots=True)
class Event:
    """One milestone, decision or phase; months count from the year nought, None where none is named.

    `own` is what the place itself plans; `part_label` names the part of the programme, `document` and
    `vintage` where it is planned; `length` is that of a phase whose number alone is printed. `state` and what
    follows say how it stands by an import; empty where nobody said.
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
    own: bool = True
    part_label: str = ""
    document: str = ""
    vintage: str = ""
    day: int | None = None
    length: str = ""
    state: str = ""
    said_month: int | None = None
    state_note: str = ""
    as_at: str = ""
    state_source: str = ""
    state_line: int = 0


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


def month_words(month: int) -> str:
    """Return a month as April 2018."""
    return f"{date(month // MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1, 1):%B %Y}"


def when_words(event: Event) -> str:
    """Return when an event is due, as exactly as it is printed."""
    first, last = event.first_month, event.last_month
    if first is None or last is None:
        return _undated_words(event)
    if first == last:
        by, day = "by " if event.precision == "by_month" else "", f"{event.day} " if event.day else ""
        return f"{by}{day}{month_words(first)}{READ.get(event.precision, '')}"
    year, place = divmod(first, MONTHS_OF_YEAR)
    if event.precision == "year" and place == 0:
        return str(year)
    opening = month_words(first)
    return f"{opening.split()[0] if last // MONTHS_OF_YEAR == year else opening} to {month_words(last)}"


def _undated_words(event: Event) -> str:
    if event.precision == "tbc":
        return EXACTNESS["tbc"]
    printed = event.length or event.printed
    return f"{printed}, no months named" if event.kind == "phase" else f"{printed}, not placed in a month"


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


def in_order(events: Sequence[Event]) -> list[Event]:
    """Return the events by their first month and day; those without one come last."""
    return sorted(
        events,
        key=lambda event: (
            event.first_month is None,
            event.first_month or 0,
            event.day or 0,
            event.last_month or 0,
        ),
    )


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
