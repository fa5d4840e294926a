"""Whether the figures can be trusted: where the print is wrong, and what they are checked for."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, counted, listed, subject_words
from dashboard.queries import sources as queries
from dashboard.store import Store
from dashboard.views.sources.choices import SourcesSelection

KINDS = {
    "conflict": ("conflict", "conflicts"),
    "rounding": ("difference by rounding", "differences by rounding"),
    "gap": ("gap", "gaps"),
    "basis": ("different basis", "different bases"),
    "misprint": ("misprint", "misprints"),
}


def corrections(store: Store, _selection: SourcesSelection) -> View:
    """Return every misprint and conflict with both readings."""
    items = queries.corrections(store)
    spellings = queries.spellings(store)
    titles = {source.source_id: source.title for source in queries.sources(store)}
    return View(
        name="sources.corrections",
        title=_corrections_title(len(items)),
        subtitle=_kinds(items),
        table=Table(
            "Corrections and conflicts",
            tuple(
                Cell(text, heading=True)
                for text in ("Figure", "Printed", "Other reading", "Why, and which is shown", "Decided by")
            ),
            tuple(_correction_row(item, titles, spellings) for item in items),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in items),
        folded=True,
        method="Each row is found by a check when a release is built; a disagreement that is not listed here "
        "stops the release.",
    )


def _corrections_title(count: int) -> str:
    if not count:
        return "No place is known where the print is wrong"
    return f"In {counted(count, 'place', 'places')} the print disagrees, slips or leaves something out"


def _kinds(items: Sequence[queries.Correction]) -> str:
    counts = Counter(item.kind for item in items).most_common()
    said = [counted(count, *KINDS[kind]) for kind, count in counts]
    return f"Kept as printed, with the other reading beside it{': ' if said else ''}{listed(said)}"


def _correction_row(
    item: queries.Correction, titles: Mapping[str, str], spellings: Spellings
) -> tuple[Cell, ...]:
    return (
        Cell(subject_words(item.subject, spellings), heading=True, note=KINDS[item.kind][0]),
        Cell(
            item.printed,
            href=line_address(item.source_id, item.source_line),
            note=f"{titles[item.source_id]}, line {item.source_line}",
        ),
        Cell(item.reading),
        Cell(item.reason),
        Cell(item.decided_by),
    )


def checks(store: Store, _selection: SourcesSelection) -> View:
    """Return every check with its result."""
    items = queries.check_results(store)
    passed = sum(item.passed for item in items)
    spotless = sum(item.failures == 0 for item in items)
    rows = tuple(
        (
            Cell(item.promise, heading=True, note=item.name),
            Cell(
                "holds"
                if not item.failures
                else f"holds but for {item.failures} corrected"
                if item.passed
                else f"{item.failures} rows fail"
            ),
        )
        for item in items
    )
    return View(
        name="sources.checks",
        title=f"{passed} of {len(items)} checks hold; {spotless} without any exception",
        subtitle="What the figures are promised to obey, tested when this release was built",
        table=Table("Checks", (Cell("Promise", heading=True), Cell("Result", heading=True)), rows),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in items),
        folded=True,
        method="A release is published only when every row that breaks a promise is listed as a correction.",
    )
