"""Who governs: bodies, decisions, and what changes for partners."""

from dataclasses import asdict

from dashboard.domain.delivery import in_first_order, inner, opening, plural
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.queries import delivery as queries
from dashboard.queries.delivery import Decision, Statement
from dashboard.store import Store
from dashboard.views.delivery.said import OURS, both, by_subject, cited, heads, statement_view, where
from dashboard.views.delivery.selection import ABOUT, ASPECTS, PARTNERS, DeliverySelection

SIDES = {
    "membership": "Sits on it",
    "voting": "Votes",
    "answers_for": "Answers for",
    "answers_to": "Answers to",
    "principle": "How it works",
    "open": "Not settled",
}
NOTHING = "nothing printed"
SETTLED = "existing"
PARTNER_FINDINGS = {
    "change": "would see most of the changes",
    "action": "are asked to do most",
    "benefit": "have most gains to their name",
}


def bodies(store: Store, selection: DeliverySelection) -> View:
    """Return one side of every body: membership and votes, duties, principles, or what is open."""
    known = queries.statements(store, "bodies")
    labels = queries.body_labels(store)
    sides = ASPECTS[selection.about]
    items = [item for label in labels.values() for side in sides for item in _of(known, label, side)]
    return statement_view(
        "bodies",
        (
            _bodies_title(selection.about, list(labels.values()), items),
            f"{ABOUT[selection.about]}: {listed([label.lower() for label in labels.values()])}",
            f"{ABOUT[selection.about]}, by body",
        ),
        ("Body", "Side", "What is said"),
        items,
        lambda item: (Cell(item.subject, heading=True), Cell(SIDES[item.aspect]), Cell(item.summary)),
        "Membership and votes are what the report anticipates or the council prefers; "
        "partners had not agreed to them.",
        record=by_subject(items, _body_words),
    )


def _body_words(item: Statement) -> str:
    """Return a statement on a body, with its side said where it is not the first one asked for."""
    spoken = item.aspect in (sides[0] for sides in ASPECTS.values())
    return item.summary if spoken else f"{SIDES[item.aspect]}: {inner(item.summary)}"


def _of(items: list[Statement], label: str, side: str) -> list[Statement]:
    return [item for item in items if (item.subject, item.aspect) == (label, side)]


def _bodies_title(about: str, labels: list[str], items: list[Statement]) -> str:
    if about == "membership":
        unsettled = in_first_order(item.subject for item in items if item.aside != SETTLED)
        silent = [label.lower() for label in unsettled if not _of(items, label, "voting")]
        gap = f"; of votes in the {listed(silent)} nothing is printed" if silent else ""
        return (
            f"Membership is told of {plural(len(labels), 'body', 'bodies')}, and votes are still to be "
            f"agreed{gap}"
        )
    if about == "answers_for":
        said = sum(item.aspect == "answers_for" for item in items)
        return f"{opening(plural(said, 'duty', 'duties'))} named for {plural(len(labels), 'body', 'bodies')}"
    if about == "principle":
        count = opening(plural(len(items), "principle says", "principles say"))
        return f"{count} how the bodies are meant to work"
    count = opening(plural(len(items), "question is", "questions are"))
    return f"{count} open before the bodies could work as meant"


def decisions(store: Store, _selection: DeliverySelection) -> View:
    """Return the key decisions with who takes them and when."""
    items = queries.decisions(store)
    rows = tuple(
        (
            Cell(str(number), heading=True),
            Cell(item.label),
            Cell(item.decider or NOTHING),
            Cell(item.printed),
            Cell(item.others or "no other date"),
            where(item),
        )
        for number, item in enumerate(items, 1)
    )
    return View(
        name="delivery.decisions",
        title=_decisions_title(items),
        subtitle="Key decisions the plan needs, who takes each, and when",
        table=Table(
            "Key decisions",
            heads("No", "Decision", "Decided by", "When", "Dated differently", "Where"),
            rows,
        ),
        facts=(),
        records=tuple(asdict(item) for item in items),
        method=OURS + "Dates as printed. Another date for the same matter comes from the milestone tables.",
        cited=cited(items),
    )


def _decisions_title(items: list[Decision]) -> str:
    spans = in_first_order(item.printed for item in items)
    when = spans[0] if len(spans) == 1 else f"{spans[0]} to {spans[-1]}"
    deciders = in_first_order(item.decider or "nobody named" for item in items)
    return (
        f"{opening(plural(len(items), 'decision', 'decisions'))} from {when}, "
        f"taken by {plural(len(deciders), 'body', 'different bodies')}"
    )


def partners(store: Store, selection: DeliverySelection) -> View:
    """Return what changes for each partner, what it must do, or what it gains."""
    items = [item for item in queries.statements(store, "partners") if item.aspect == selection.partners]
    names = in_first_order(item.subject for item in items)
    most = max(names, key=lambda name: sum(item.subject == name for item in items))
    share = sum(item.subject == most for item in items)
    return statement_view(
        "partners",
        (
            f"{most} {PARTNER_FINDINGS[selection.partners]}: {share} of {len(items)} entries",
            f"{PARTNERS[selection.partners]}, by partner, {plural(len(names), 'kind', 'kinds')} of partner",
            f"{PARTNERS[selection.partners]}, by partner",
        ),
        ("Partner", PARTNERS[selection.partners]),
        items,
        both,
        "How many entries there are says nothing of their weight.",
        record=by_subject(items),
    )
