"""What the store holds: documents, the words of the field, and tables to take away."""

from dashboard.domain.view import Cell, Table, View
from dashboard.queries import sources as queries
from dashboard.store import Store
from dashboard.views.sources.choices import SourcesSelection


def documents(store: Store, _selection: SourcesSelection) -> View:
    """Return every document with its date, status and what to know before relying on it."""
    items = queries.sources(store)
    rows = tuple(
        (
            Cell(item.title, heading=True, href=f"/sources?source={item.source_id}", note=item.publisher),
            Cell(item.published_text[:1].upper() + item.published_text[1:], note=item.vintage),
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
            _file(item),
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


def _file(item: queries.StoreTable) -> Cell:
    """Return the link to a table's file, or how to have a part of one that is too large."""
    if item.row_count > queries.MOST_ROWS:
        return Cell("Too large for one file; placeboard sql gives parts")
    return Cell("Download CSV", href=f"/download/{item.table_name}.csv")
