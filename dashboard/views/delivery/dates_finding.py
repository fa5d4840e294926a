"""What a timeline says in a sentence: from when to when, what is not settled, and how it stands."""

from collections.abc import Sequence

from dashboard.domain.delivery import plural
from dashboard.domain.timeline import (
    KINDS,
    MONTHS_OF_YEAR,
    STATES,
    Event,
    dated,
    day_words,
    month_words,
    when_words,
)
from dashboard.domain.words import listed

POINTS = ("milestone", "decision")


def dates_finding(events: Sequence[Event]) -> str:
    """Return the finding of a timeline; milestones and decisions count, phases do not."""
    points = [event for event in events if event.kind in POINTS]
    return _run(points) + _unsettled(points) + _standing(points)


def _run(points: Sequence[Event]) -> str:
    spans = dated(points)
    if not spans:
        return "No milestone has a month"
    if len(spans) == 1:
        event = spans[0][0]
        return f"One {KINDS[event.kind].lower()} has a date: “{event.label}”, {when_words(event)}"
    count = len({event.source_id for event, *_ in spans})
    whose = f" of {plural(count, 'document', 'documents')}" if count > 1 else ""
    first, last = min(spans, key=lambda item: item[1]), max(spans, key=lambda item: item[2])
    begins, ends = _edge(first[0], first[1]), _edge(last[0], last[2])
    if begins == ends:
        return f"Every dated milestone{whose} falls in {begins}"
    return f"Milestones{whose} run from {begins} to {ends}{_closing(spans)}"


def _closing(spans: Sequence[tuple[Event, int, int]]) -> str:
    """Return which one is the last, where one certainly is: it begins after all others have ended."""
    *others, (last, begins, _) = sorted(spans, key=lambda item: item[1])
    return f"; the last is “{last.label}”" if begins > max(end for *_, end in others) else ""


def _edge(event: Event, month: int) -> str:
    """Return one end of the run, no more exact than it is printed."""
    calendar = event.precision == "year" and (event.first_month or 0) % MONTHS_OF_YEAR == 0
    return str(month // MONTHS_OF_YEAR) if calendar else month_words(month)


def _unsettled(points: Sequence[Event]) -> str:
    """Return how many dates are open, or printed so that they have no month."""
    undated = [event for event in points if event.first_month is None]
    open_ = sum(event.precision == "tbc" for event in undated)
    vague = len(undated) - open_
    told = [f"; {plural(open_, 'date is', 'dates are')} still to be confirmed"] if open_ else []
    if vague:
        told.append(f"; {plural(vague, 'date is', 'dates are')} printed without a month and not placed")
    return "".join(told)


def _standing(events: Sequence[Event]) -> str:
    """Return how many are done and late by the imports, to end the title with; nothing without an import."""
    said = [event for event in events if event.state]
    if not said:
        return ""
    counts = [(sum(event.state == state for event in said), words) for state, words in STATES.items()]
    told = listed([f"{count} {words}" for count, words in counts if count])
    return f". Said to be {told}, as at {day_words(max(event.as_at for event in said))}"
