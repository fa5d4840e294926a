"""By when: what is due on one line of months, in the place itself or elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from dashboard.domain.delivery import in_first_order, inner, opening, plural
from dashboard.domain.fact import Fact
from dashboard.domain.timeline import (
    EXACTNESS,
    KINDS,
    Event,
    in_order,
    state_words,
    when_words,
)
from dashboard.domain.timeline_marks import timeline
from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import listed
from dashboard.queries import delivery as queries
from dashboard.queries.delivery import EVERY_PLAN
from dashboard.store import Store
from dashboard.views.delivery.dates_finding import dates_finding
from dashboard.views.delivery.said import cited, heads
from dashboard.views.delivery.selection import DeliverySelection

COUNTED = {
    "milestone": ("milestone", "milestones"),
    "decision": ("decision", "decisions"),
    "phase": ("phase", "phases"),
    "restated": ("date that differs", "dates that differ"),
}
METHOD = (
    "Phases are drawn over the months named, even where the length in brackets differs. A milestone due “by” "
    "a month has a line before its mark. What has no month, a season included, is listed and not drawn. A "
    "quarter is one of the calendar unless a financial year is named with it. Where another place dates a "
    "milestone differently, both stand; what further lines print alike is drawn once, with each line, and "
    "listed for each. Other documents are plans of their own time; nothing here says what became of them. "
    "How a milestone stands is what an officer imported last; the plan itself does not change."
)


def plan_choices(store: Store) -> dict[str, str]:
    """Return what the timeline can show: the own plan, a programme, another document, everything."""
    plans = queries.plans(store)
    own = [plan for plan in plans if plan.own]
    choices = {"": f"{own[0].place}: all programmes" if own else "All programmes"}
    choices |= {plan.programme: plan.label for plan in own}
    others = [plan for plan in plans if not plan.own]
    for plan in others:
        choices.setdefault(plan.source_id, f"Elsewhere: {plan.place} ({inner(plan.vintage)})")
        choices[plan.programme] = f"– {plan.label}"
    return {**choices, EVERY_PLAN: "Every document"} if others else choices


def dates(store: Store, selection: DeliverySelection) -> View:
    """Return milestones, decisions and phases on one line of months: of the place itself, or of others."""
    events = queries.events(store, selection.programme)
    return View(
        name="delivery.timeline",
        title=dates_finding(events),
        subtitle=f"{_counted(events)}, {_whose(events, selection.programme)}; as exact as printed",
        table=_table(events),
        facts=(),
        records=tuple(_record(event) for event in events),
        method=METHOD,
        timeline=timeline(events, line_address),
        instead="" if events else "No date and no length is printed.",
        cited=(*cited(events), *_said(events)),
    )


def _counted(events: Sequence[Event]) -> str:
    counts = {kind: sum(event.kind == kind for event in events) for kind in COUNTED}
    told = listed([plural(count, *COUNTED[kind]) for kind, count in counts.items() if count])
    return opening(told or "nothing dated")


def _whose(events: Sequence[Event], chosen: str) -> str:
    """Return whose dates they are, and as planned when."""
    documents = in_first_order((event.document, event.vintage) for event in events)
    if len(documents) != 1:
        return f"{plural(len(documents), 'document', 'documents')}, each as planned in its own time"
    first, ((document, vintage),) = events[0], documents
    if chosen not in (first.programme, first.source_id):
        return f"every programme ({inner(vintage)})"
    if chosen == first.source_id:
        return f"{document} ({inner(vintage)})"
    return f"{inner(first.programme_label) if first.own else first.programme_label} ({inner(vintage)})"


def _table(events: Sequence[Event]) -> Table:
    """Return every event as a row, by programme; imports and documents have a column where they differ."""
    also = {
        "How it stands": (any(event.state for event in events), _stands),
        "Document": (
            not all(event.own for event in events),
            lambda event: Cell(event.document, note=event.vintage),
        ),
    }
    shown = {head: cell for head, (wanted, cell) in also.items() if wanted}
    groups = in_first_order((event.source_id, event.programme) for event in events)
    return Table(
        "Everything with a date or a length",
        heads("What", "Kind", "When", "How exact", "Programme", "As printed", *shown),
        tuple(
            (*_row(event), *(cell(event) for cell in shown.values()))
            for group in groups
            for event in in_order(events)
            if (event.source_id, event.programme) == group
        ),
    )


def _row(event: Event) -> tuple[Cell, ...]:
    return (
        Cell(event.label, heading=True, note=f"decided by {event.decider}" if event.decider else ""),
        Cell(KINDS[event.kind]),
        Cell(when_words(event)),
        Cell(EXACTNESS[event.precision]),
        Cell(event.programme_label, note=event.part_label),
        Cell(
            event.printed,
            href=line_address(event.source_id, event.source_line),
            note=f"{event.locator}, line {event.source_line}",
        ),
    )


def _stands(event: Event) -> Cell:
    return Cell(
        state_words(event) or "not said",
        href=line_address(event.state_source, event.state_line) if event.state else "",
    )


def _record(event: Event) -> Record:
    """Return an event for downloads, with its date and its exactness in words and the address of its line."""
    told = asdict(event)
    # Months as this product counts them mean nothing to anybody else.
    del told["first_month"], told["last_month"]
    return {
        **told,
        "when": when_words(event),
        "how_exact": EXACTNESS[event.precision],
        "address": line_address(event.source_id, event.source_line),
    }


def _said(events: Sequence[Event]) -> Iterator[Fact]:
    """Return the rows of imports that say how milestones stand, for the source note."""
    for event in events:
        if event.state:
            yield Fact("", "", None, "", "", "printed", event.state_source, event.state_line, "Status")
