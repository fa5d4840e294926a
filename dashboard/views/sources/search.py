"""The search over every figure."""

from collections.abc import Mapping

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, counted, measured, name_words, period_words, subject_words
from dashboard.queries import sources as queries
from dashboard.queries.facts import FoundFact, count_facts, facts_on_line, find_facts
from dashboard.store import Store
from dashboard.views.sources.choices import PAGE_SIZE, SourcesSelection, pages

PATH = "/sources"
HEAD = ("Figure", "Value", "As printed", "Period", "Where", "Status")


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
    spellings = queries.spellings(store)
    titles = {item.source_id: _dated(item) for item in queries.sources(store)}
    return View(
        name="sources.figures",
        title=_title(selection, total),
        subtitle=_range(selection, len(facts), total, titles),
        table=Table(
            "Figures with their text as printed and their line",
            tuple(Cell(text, heading=True, number=text == "Value") for text in HEAD),
            tuple(_row(fact, spellings) for fact in facts),
            _nothing(selection, total),
        ),
        facts=(),
        records=tuple({name: getattr(fact, name) for name in fact.__slots__} for fact in facts),
        method="A number finds every figure of that value, whatever its sign, and every text that holds it "
        "as a whole number. Several words must all occur.",
    )


def _dated(item: queries.Source) -> str:
    """Return the title of a document with its date, unless the title holds it."""
    return item.title if item.published_text in item.title else f"{item.title}, {item.published_text}"


def _title(selection: SourcesSelection, total: int) -> str:
    count = counted(total, "figure", "figures")
    if selection.line:
        return (
            f"{count} printed on line {selection.line:,}"
            if total
            else f"No figure is kept from line {selection.line:,}"
        )
    if selection.q:
        return f"{count} for “{selection.q}”" if total else f"No figures for “{selection.q}”"
    return f"{count}, each with its printed line"


def _range(selection: SourcesSelection, shown: int, total: int, titles: Mapping[str, str]) -> str:
    """Return which of the figures are shown and where they were looked for."""
    title = titles.get(selection.source)
    start = 0 if selection.line else (max(selection.page, 1) - 1) * PAGE_SIZE
    if not shown:
        return f"Looked in {title or counted(len(titles), 'source', 'sources')}"
    where = f"in {title}" if title else "in the order of the documents, oldest first"
    return f"Showing {start + 1:,} to {start + shown:,} of {total:,}, {where}"


def _nothing(selection: SourcesSelection, total: int) -> tuple[Cell, ...]:
    """Return what stands in the place of an empty table: why, and ways out."""
    everything = Cell("All figures of all documents", href=PATH)
    document = Cell("All figures of this document", href=f"{PATH}?source={selection.source}")
    ways = (document, everything) if selection.source else (everything,)
    if selection.line and not selection.source:
        return Cell("A line is looked up in one document, and the address names none."), *ways
    if selection.line:
        return Cell("The line may hold words only, or a figure that is not kept."), *ways
    if total:
        last = counted(pages(total), "page", "pages")
        return Cell(f"These figures fill {last}; there is no page {selection.page:,}."), *ways
    return Cell("Every word must occur, and a number must stand as a whole. Try fewer words."), *ways


def _row(fact: FoundFact, spellings: Spellings) -> tuple[Cell, ...]:
    where = f"{fact.locator}, line {fact.source_line}" if fact.source_line else fact.locator
    href = (
        line_address(fact.source_id, fact.source_line)
        if fact.source_line
        else f"{PATH}?source={fact.source_id}"
    )
    measure = name_words(fact.measure, spellings)
    same = measure.lower() == fact.label.lower()
    about = subject_words(fact.subject, spellings)
    return (
        Cell(
            fact.label[:1].upper() + fact.label[1:],
            heading=True,
            note=about if same else f"{about}; {measure}",
        ),
        Cell(measured(fact.value, fact.unit) if fact.value is not None else "no number", number=True),
        Cell(fact.printed),
        Cell(period_words(fact.period)),
        Cell(where, href=href, note=fact.title),
        Cell(fact.status),
    )
