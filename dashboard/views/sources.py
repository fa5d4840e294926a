"""The findings of the sources page: figures, documents, corrections, checks, words and tables."""

from dataclasses import dataclass

from dashboard.domain.address import Selection, known, several, whole_number, words
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import measured, period_words, subject_words
from dashboard.queries import sources as queries
from dashboard.queries.facts import FoundFact, count_facts, facts_on_line, find_facts
from dashboard.store import Store

PAGE_SIZE = 50
CARD_NAMES = ("figures", "documents", "corrections", "checks", "glossary", "tables")


@dataclass(frozen=True)
class SourcesSelection(Selection):
    """What a reader can ask: words or a number, one document, one line of it, a page of results."""

    q: str = words()
    source: str = known("source")
    line: int = whole_number(9_999_999)
    page: int = whole_number(100_000)
    table: tuple[str, ...] = several(*CARD_NAMES)


def found(store: Store, selection: SourcesSelection) -> tuple[list[FoundFact], int]:
    """Return the page of figures that the selection asks for, and how many there are in all."""
    if selection.line:
        facts = facts_on_line(store, selection.source, selection.line)
        return facts, len(facts)
    source = selection.source or None
    start = (max(selection.page, 1) - 1) * PAGE_SIZE
    return find_facts(store, selection.q, limit=PAGE_SIZE, offset=start, source_id=source), count_facts(
        store, selection.q, source
    )


def figures(store: Store, selection: SourcesSelection) -> View:
    """Return the figures found, each with its text as printed and its line."""
    facts, total = found(store, selection)
    head = ("Figure", "Value", "As printed", "Period", "Where", "Status")
    rows = tuple(_figure_row(fact) for fact in facts)
    return View(
        name="sources.figures",
        title=_figures_title(selection, total),
        subtitle=_range_words(selection, len(facts), total),
        table=Table(
            "Figures with their text as printed and their line",
            tuple(Cell(text, heading=True, number=text == "Value") for text in head),
            rows,
        ),
        facts=(),
        records=tuple({name: getattr(fact, name) for name in fact.__slots__} for fact in facts),
        method="A number finds every figure of that value, whatever its sign, and every text that holds it "
        "as a whole number. Several words must all occur.",
    )


def _figures_title(selection: SourcesSelection, total: int) -> str:
    count = f"{total:,} figure{'' if total == 1 else 's'}"
    if selection.line:
        return (
            f"{count} printed on line {selection.line:,}"
            if total
            else f"No figure is kept from line {selection.line:,}"
        )
    if selection.q:
        return f"{count} for “{selection.q}”" if total else f"No figures for “{selection.q}”"
    return f"{count}, each with its printed line"


def _range_words(selection: SourcesSelection, shown: int, total: int) -> str:
    start = 0 if selection.line else (max(selection.page, 1) - 1) * PAGE_SIZE
    if not shown:
        return "Nothing to show here. Try fewer words, another number, or all documents."
    return f"Showing {start + 1:,} to {start + shown:,} of {total:,}, in the order of the documents"


def _figure_row(fact: FoundFact) -> tuple[Cell, ...]:
    where = f"{fact.locator}, line {fact.source_line}" if fact.source_line else fact.locator
    href = (
        line_address(fact.source_id, fact.source_line)
        if fact.source_line
        else f"/sources?source={fact.source_id}"
    )
    subject = fact.subject.replace("_", " ").replace(".", ", ")
    return (
        Cell(
            fact.label[:1].upper() + fact.label[1:],
            heading=True,
            note=f"{subject}; {fact.measure.replace('_', ' ').replace('.', ', ')}",
        ),
        Cell(measured(fact.value, fact.unit) if fact.value is not None else "no number", number=True),
        Cell(fact.printed),
        Cell(period_words(fact.period)),
        Cell(where, href=href, note=fact.title),
        Cell(fact.status),
    )


def documents(store: Store, _selection: SourcesSelection) -> View:
    """Return every document with its date, status and what to know before relying on it."""
    items = queries.sources(store)
    rows = tuple(
        (
            Cell(item.title, heading=True, href=f"/sources?source={item.source_id}", note=item.publisher),
            Cell(item.published_text, note=item.vintage),
            Cell(f"{item.figures:,}", number=True),
            Cell(item.caution),
            Cell(item.rights),
        )
        for item in items
    )
    head = (
        Cell("Document", heading=True),
        Cell("Dated", heading=True),
        Cell("Figures", number=True, heading=True),
        Cell("Before you rely on it", heading=True),
        Cell("Rights", heading=True),
    )
    return View(
        name="sources.documents",
        title=f"{sum(item.figures for item in items):,} figures come from {len(items)} sources",
        subtitle="Documents and official returns, oldest first; none is today’s position",
        table=Table("Documents and returns", head, rows),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in items),
        method="Figures are typed in as data, each with its line and the text as printed. "
        "A check confirms that the text stands on that line.",
    )


def corrections(store: Store, _selection: SourcesSelection) -> View:
    """Return every misprint and conflict with both readings."""
    items = queries.corrections(store)
    rows = tuple(
        (
            Cell(subject_words(item.subject), heading=True, note=item.kind),
            Cell(
                item.printed,
                href=line_address(item.source_id, item.source_line),
                note=f"line {item.source_line}",
            ),
            Cell(item.reading),
            Cell(item.reason),
            Cell(item.decided_by),
        )
        for item in items
    )
    kinds = sorted({item.kind for item in items})
    counted = ", ".join(f"{sum(item.kind == kind for item in items)} {kind}" for kind in kinds)
    return View(
        name="sources.corrections",
        title=f"{len(items)} printed figures disagree with another, or with their own parts",
        subtitle=f"Kept as printed, with the other reading beside them: {counted}",
        table=Table(
            "Corrections and conflicts",
            tuple(
                Cell(text, heading=True)
                for text in ("Figure", "Printed", "Other reading", "Why, and which is shown", "Decided by")
            ),
            rows,
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in items),
        folded=True,
        method="Each row is found by a check when a release is built; a disagreement that is not listed here "
        "stops the release.",
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


def glossary(store: Store, _selection: SourcesSelection) -> View:
    """Return the words of the field in plain English."""
    items = queries.glossary(store)
    return View(
        name="sources.glossary",
        title="Words of the field, in plain English",
        subtitle=f"{len(items)} terms, in our own words",
        table=Table(
            "Glossary",
            (Cell("Term", heading=True), Cell("Meaning", heading=True)),
            tuple((Cell(item.term, heading=True), Cell(item.meaning)) for item in items),
        ),
        facts=(),
        records=tuple({"term": item.term, "meaning": item.meaning} for item in items),
        method="Written for this product; no definition is taken from a source.",
    )


def tables(store: Store, _selection: SourcesSelection) -> View:
    """Return the tables of the store with a link to download each."""
    items = queries.tables(store)
    rows = tuple(
        (
            Cell(item.table_name.replace("_", " "), heading=True),
            Cell(item.description),
            Cell(f"{item.row_count:,}", number=True),
            Cell("Download CSV", href=f"/download/{item.table_name}.csv"),
        )
        for item in items
    )
    return View(
        name="sources.tables",
        title="Any table can be taken away",
        subtitle="As kept in the store, with provenance in columns",
        table=Table(
            "Tables of the store",
            (
                Cell("Table", heading=True),
                Cell("One row is", heading=True),
                Cell("Rows", number=True, heading=True),
                Cell("File", heading=True),
            ),
            rows,
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in items),
        method="The same tables answer the command `placeboard sql`; "
        "the data dictionary describes every column.",
    )


CARDS = {
    "figures": figures,
    "documents": documents,
    "corrections": corrections,
    "checks": checks,
    "glossary": glossary,
    "tables": tables,
}
