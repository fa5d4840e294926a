"""Milestones, decisions and phases: when each is due, as exact as it is printed and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS_OF_YEAR = 12
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
