"""Where the report disagrees with itself, or with our reading, on this page’s figures."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, counted, subject_words
from dashboard.queries.sources import Correction, corrections, spellings
from dashboard.store import Store
from dashboard.views.footprints.choices import FootprintsSelection
from dashboard.views.footprints.parts import heads

# The first words of the checks that hold this page's figures.
CHECKED = ("footprint", "population", "services")


def conflicts(store: Store, selection: FootprintsSelection) -> View:  # noqa: ARG001 - every card is asked so
    """Return what the checks of this page's figures found, with both readings."""
    found = corrections(store, *CHECKED)
    spelled = spellings(store)
    title = counted(len(found), "finding touches", "findings touch")
    return View(
        name="footprints.conflicts",
        title=f"{title} the people, sizes and services on this page"
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
        "row.",
        folded=True,
    )


def _row(item: Correction, spelled: Spellings) -> tuple[Cell, ...]:
    place = line_address(item.source_id, item.source_line)
    return (
        Cell(subject_words(item.subject, spelled), heading=True),
        Cell(f"{item.printed} (line {item.source_line})", href=place),
        Cell(item.reading),
        Cell(f"{item.reason} ({item.kind})"),
    )
