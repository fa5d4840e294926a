"""Where the report disagrees with itself on this page’s figures."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, counted, subject_words
from dashboard.queries import deficit as queries
from dashboard.queries.sources import Correction, corrections, spellings
from dashboard.store import Store
from dashboard.views.deficit.choices import DeficitSelection

CONFLICT_SUBJECTS = (
    "deficit",
    "uplift",
    "reserves",
    "benefit",
    "transitional",
    "bridge",
    "savings",
    "quartile",
)


def conflicts(store: Store, _selection: DeficitSelection) -> View:
    """Return the places where the report disagrees with itself on this page's figures."""
    report = queries.trajectories(store, "in_year")[0].source_id
    known = corrections(store, *CONFLICT_SUBJECTS, source_id=report)
    spelled = spellings(store)
    found = [item for item in known if item.kind != "rounding"]
    rounded = len(known) - len(found)
    head = tuple(
        Cell(text, heading=True) for text in ("Figure", "Printed", "Other reading", "Why, and which is shown")
    )
    return View(
        name="deficit.conflicts",
        title=_title(len(found)),
        subtitle=(
            "Both readings are kept; the charts show what their own table prints. "
            f"{counted(rounded, 'more differs', 'more differ')} by rounding alone; "
            "all stand on the page of sources."
        ),
        table=Table(
            "Conflicts, misprints, gaps and different bases that touch this page",
            head,
            tuple(_conflict_row(item, spelled) for item in found),
        ),
        facts=(),
        records=tuple({field: getattr(item, field) for field in item.__slots__} for item in found),
        method=(
            "Every printed total, running sum and figure printed twice is worked out again when a release "
            "is built. Each difference is one row."
        ),
        folded=True,
    )


def _title(count: int) -> str:
    if not count:
        return "The report does not disagree with itself in anything that touches this page"
    return f"The report disagrees with itself in {counted(count, 'place', 'places')} that touch this page"


def _conflict_row(item: Correction, spelled: Spellings) -> tuple[Cell, ...]:
    return (
        Cell(subject_words(item.subject, spelled), heading=True),
        Cell(
            f"{item.printed} (line {item.source_line})", href=line_address(item.source_id, item.source_line)
        ),
        Cell(item.reading),
        Cell(f"{item.reason} ({item.kind})"),
    )
