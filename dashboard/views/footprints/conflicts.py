"""Where the report disagrees with itself, or with our reading, on this page’s figures."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, counted, subject_words
from dashboard.queries import footprints as queries
from dashboard.queries.sources import Correction, corrections, spellings
from dashboard.store import Store
from dashboard.views.footprints.choices import (
    COMMUNITY,
    CORPORATIONS,
    COUNT,
    PROGRAMME,
    SIZES,
    FootprintsSelection,
)
from dashboard.views.footprints.dates import steps
from dashboard.views.footprints.parts import Placed, heads

FIGURES = (*SIZES, *COMMUNITY, COUNT)
Line = tuple[str, int]


def conflicts(store: Store, selection: FootprintsSelection) -> View:  # noqa: ARG001 - every card is asked so
    """Return what the checks of this page's figures found, with both readings."""
    lines = shown_lines(store)
    found = [item for item in corrections(store) if _touches(item, lines)]
    spelled = spellings(store)
    title = counted(len(found), "finding touches", "findings touch")
    return View(
        name="footprints.conflicts",
        title=f"{title} the people, sizes, services, dates and money on this page"
        if found
        else "The checks found nothing odd",
        subtitle="Both readings are kept, with the reason for what is shown; all stand on the page of "
        "sources.",
        table=Table(
            "Conflicts, gaps and different bases that touch this page",
            heads("Figure", "Printed", "Other reading", "Why, and which is shown"),
            tuple(_row(item, spelled) for item in found),
            (Cell("Every check of these figures passed."),),
        ),
        facts=(),
        records=tuple({field: getattr(item, field) for field in item.__slots__} for item in found),
        method="Sums, sizes and lists are worked out again when a release is built. Each difference is one "
        "row. Here are those found on a line that a card of this page shows, and those about a size that it "
        "uses, wherever it is printed.",
        folded=True,
    )


def shown_lines(store: Store) -> set[Line]:
    """Return every line that a card of this page shows: people, services, dates, phases and money."""
    facts = [
        *queries.phases(store, PROGRAMME),
        *queries.steady_state(store, CORPORATIONS).values(),
        *queries.by_year(store, CORPORATIONS),
        *queries.funding(store, CORPORATIONS),
    ]
    placed: list[Placed] = [
        *queries.covers(store),
        *queries.totals(store),
        *queries.services(store, CORPORATIONS),
        *steps(store),
    ]
    return {
        *((item.source_id, item.source_line) for item in placed),
        *((fact.source_id, fact.source_line or 0) for fact in facts),
    }


def _touches(item: Correction, lines: set[Line]) -> bool:
    """Return whether a finding is on a line shown here, or about a size that this page uses."""
    about = any(figure in item.subject for figure in FIGURES) or item.check_name.startswith("footprint_")
    return about or (item.source_id, item.source_line) in lines


def _row(item: Correction, spelled: Spellings) -> tuple[Cell, ...]:
    place = line_address(item.source_id, item.source_line)
    return (
        Cell(subject_words(item.subject, spelled), heading=True),
        Cell(f"{item.printed} (line {item.source_line})", href=place),
        Cell(item.reading),
        Cell(f"{item.reason} ({item.kind})"),
    )
