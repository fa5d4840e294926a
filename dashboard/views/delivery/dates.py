"""By when: the timeline and what its dates depend on."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from dashboard.domain.delivery import in_first_order, inner, opening, plural
from dashboard.domain.fact import Fact
from dashboard.domain.timeline import (
    EXACTNESS,
    KINDS,
    STATES,
    Event,
    dated,
    day_words,
    in_order,
    month_words,
    state_words,
    timeline,
    when_words,
)
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import listed
from dashboard.queries import delivery as queries
from dashboard.store import Store
from dashboard.views.delivery.said import both, by_subject, cited, heads, statement_view
from dashboard.views.delivery.selection import DeliverySelection

COUNTED = {
    "milestone": ("milestone", "milestones"),
    "decision": ("decision", "decisions"),
    "phase": ("phase", "phases"),
    "restated": ("date that differs", "dates that differ"),
}


def dates(store: Store, selection: DeliverySelection) -> View:
    """Return milestones, decisions and phases on one line of months, of one programme or of all."""
    events = queries.events(store, selection.programme)
    name = queries.programmes(store).get(selection.programme, "every programme")
    counts = {kind: sum(event.kind == kind for event in events) for kind in COUNTED}
    told = listed([plural(count, *COUNTED[kind]) for kind, count in counts.items() if count])
    groups = in_first_order(event.programme_label for event in events)
    said = ("How it stands",) if any(event.state for event in events) else ()
    rows = tuple(
        _row(event)[: 6 + len(said)]
        for group in groups
        for event in in_order(events)
        if event.programme_label == group
    )
    return View(
        name="delivery.timeline",
        title=_title(events) + _standing(events),
        subtitle=f"{opening(told)}, {inner(name)}; as exact as printed",
        table=Table(
            "Everything with a date or a length",
            heads("What", "Kind", "When", "How exact", "Programme", "As printed", *said),
            rows,
        ),
        facts=(),
        records=tuple(asdict(event) for event in events),
        method=(
            "Phases are drawn over the months named, even where the length in brackets differs. A milestone "
            "due “by” a month has a line before its mark. What has no month is listed and not drawn. Where "
            "another place dates a milestone differently, both stand. How a milestone stands is what an "
            "officer imported last; the plan itself does not change."
        ),
        timeline=timeline(events, line_address),
        alternative="",
        cited=(*cited(events), *_said(events)),
    )


def _said(events: Sequence[Event]) -> Iterator[Fact]:
    """Return the rows of imports that say how milestones stand, for the source note."""
    for event in events:
        if event.state:
            yield Fact("", "", None, "", "", "printed", event.state_source, event.state_line, "Status")


def _row(event: Event) -> tuple[Cell, ...]:
    return (
        Cell(event.label, heading=True, note=f"decided by {event.decider}" if event.decider else ""),
        Cell(KINDS[event.kind]),
        Cell(when_words(event)),
        Cell(EXACTNESS[event.precision]),
        Cell(event.programme_label),
        Cell(
            event.printed,
            href=line_address(event.source_id, event.source_line),
            note=f"{event.locator}, line {event.source_line}",
        ),
        Cell(
            state_words(event) or "not said",
            href=line_address(event.state_source, event.state_line) if event.state else "",
        ),
    )


def _standing(events: Sequence[Event]) -> str:
    """Return how many are done and late by the imports, to end the title with; nothing without an import."""
    said = [event for event in events if event.state]
    if not said:
        return ""
    counts = [(sum(event.state == state for event in said), words) for state, words in STATES.items()]
    told = listed([f"{count} {words}" for count, words in counts if count])
    return f". Said to be {told}, as at {day_words(max(event.as_at for event in said))}"


def _title(events: Sequence[Event]) -> str:
    points = [(first, event) for event, first, _ in dated(events) if event.kind in ("milestone", "decision")]
    open_ = sum(event.precision == "tbc" for event in events)
    unsure = f"; {plural(open_, 'date is', 'dates are')} still to be confirmed" if open_ else ""
    if not points:
        return f"No milestone has a month{unsure}"
    first, last = min(month for month, _ in points), max(month for month, _ in points)
    if first == last:
        return f"Everything dated falls in {month_words(first)}{unsure}"
    ending = [event.label for month, event in points if month == last]
    closing = f"; the last is “{ending[0]}”" if len(ending) == 1 else ""
    return f"Milestones run from {month_words(first)} to {month_words(last)}{closing}{unsure}"


def dependencies(store: Store, _selection: DeliverySelection) -> View:
    """Return what programmes and their dates depend on."""
    items = queries.statements(store, "dependencies")
    names = in_first_order(item.subject for item in items)
    most = max(names, key=lambda name: sum(item.subject == name for item in items))
    return statement_view(
        "dependencies",
        (
            f"The dates hold on {plural(len(items), 'condition', 'conditions')}, "
            f"most of them for {inner(most)}",
            "What each programme, or its dates, depends on",
            "Conditions by programme",
        ),
        ("Programme", "Depends on"),
        items,
        both,
        "Only conditions that the report states; there may be more.",
        record=by_subject(items),
    )
