"""Who decides about a corporation: who sits on its board, how it votes, its principles, what is open."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import counted
from dashboard.queries import footprints as queries
from dashboard.queries.footprints import Statement
from dashboard.store import Store
from dashboard.views.footprints.choices import CORPORATIONS, FootprintsSelection
from dashboard.views.footprints.parts import cited, heads

ASPECTS = {
    "membership": "On its board",
    "voting": "Voting",
    "answers_to": "Answers to",
    "answers_for": "Answers for",
    "principle": "Principle",
    "open": "Still open",
}


def by_aspect(store: Store) -> dict[str, list[Statement]]:
    """Return what is said of how a corporation is governed, by aspect."""
    found: dict[str, list[Statement]] = {}
    for item in queries.governance(store, CORPORATIONS, list(ASPECTS)):
        found.setdefault(item.aspect, []).append(item)
    return found


def governance(store: Store, selection: FootprintsSelection) -> View:  # noqa: ARG001 - every card is asked so
    """Return who sits on a board, how it votes, its principles and what is open, each with its line."""
    found = by_aspect(store)
    every = [item for items in found.values() for item in items]
    return View(
        name="footprints.governance",
        title=_title(found),
        subtitle="How a corporation would be governed, in our words. The same for every footprint.",
        table=Table(
            "Who decides about a wellbeing corporation",
            heads("About", "What the report says", "Line"),
            tuple(
                (Cell(ASPECTS[item.aspect], heading=True), Cell(item.summary), _place(item)) for item in every
            ),
            (Cell("Nothing is printed about who decides."),),
        ),
        facts=(),
        cited=cited(every),
        records=tuple(
            {"label": ASPECTS[item.aspect], "series": item.aspect, "words": item.summary}
            | {"source_id": item.source_id, "source_line": item.source_line, "locator": item.locator}
            for item in every
        ),
        method="Statements of the report in our own words, each with its line. The report names kinds of "
        "members for every corporation, not the members of one.",
    )


def _title(found: dict[str, list[Statement]]) -> str:
    if not found:
        return "Nothing is printed about who decides in a corporation"
    seats = counted(len(found.get("membership", [])), "kind of member sits", "kinds of member sit")
    questions = counted(len(found.get("open", [])), "question is open", "questions are open")
    return f"{seats} on the board of a corporation; {questions}"


def _place(item: Statement) -> Cell:
    return Cell(str(item.source_line), href=line_address(item.source_id, item.source_line), note=item.locator)
