"""What the cards of the page of programmes share: cells of sums, and a view of nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Record, Table, View, fact_records, line_address
from dashboard.domain.words import as_precisely, listed, pounds
from dashboard.figures.chart import empty_figure
from dashboard.queries.sources import Correction
from dashboard.store import Store
from dashboard.views.programmes.choices import FILTERED, NOT_GIVEN, ProgrammesSelection
from dashboard.views.programmes.scope import Scope, scope

Maker = Callable[[Scope], View]


def heads(first: str, *others: str, numbers: Iterable[str] = ()) -> tuple[Cell, ...]:
    """Return the head of a table; `numbers` names the columns of figures."""
    right = set(numbers)
    return tuple(Cell(text, heading=True, number=text in right) for text in (first, *others))


def sum_words(fact: Fact | None) -> str:
    """Return a sum of money in words, or that it is not given."""
    if fact is None or fact.value is None:
        return NOT_GIVEN
    return as_precisely(pounds(fact.value), fact.printed)


def about_words(qualifier: str) -> str:
    """Return how exact a text says that a sum is, as the start of its words."""
    return f"{qualifier.replace('_', ' ')} " if qualifier else ""


def sum_cell(fact: Fact | None) -> Cell:
    """Return the cell of a sum of money: linked to its line, or marked as derived or not given."""
    if fact is None or fact.value is None:
        return Cell(NOT_GIVEN, number=True, note="" if fact is None else f"printed as {fact.printed}")
    if fact.status == DERIVED or fact.source_line is None:
        return Cell(sum_words(fact), number=True, note="derived")
    return Cell(sum_words(fact), href=line_address(fact.source_id, fact.source_line), number=True)


def bars_height(count: int) -> float:
    """Return the height of a chart of horizontal bars, in rem."""
    return max(count * 2.5 + 1, 6)


def bars_told(rows: Iterable[tuple[str, str]]) -> str:
    """Return a chart of bars in words."""
    return f"Bars: {listed([f'{name} {words}' for name, words in rows])}."


def labelled(facts: Sequence[Fact], labels: Mapping[str, str]) -> tuple[Record, ...]:
    """Return one record a figure with the words of its series."""
    return fact_records(facts, labels)


def standing(series: str, source_id: str, line: int, locator: str) -> Fact:
    """Return where something that is said stands, for the source note of a card of words."""
    return Fact(series, "", None, "", "", "printed", source_id, line, locator)


def line_cell(source_id: str, line: int) -> Cell:
    """Return the cell that leads to a line."""
    return Cell(f"line\u00a0{line}", href=line_address(source_id, line))


def corrected_at(holder: str, item: Correction) -> Fact:
    """Return where a correction stands; `holder` is the programme on whose lines it is."""
    return standing(item.subject, item.source_id, item.source_line, holder)


def guarded(name: str, maker: Maker, *, charted: bool) -> Callable[[Store, ProgrammesSelection], View]:
    """Return what makes the view `name` of a selection, or says that no bid is left of those it shows."""

    def view(store: Store, selection: ProgrammesSelection) -> View:
        found = scope(store, selection)
        return (
            maker(found)
            if found.bids or (name not in FILTERED and found.all_bids)
            else nothing(name, f"There are no bids to show{found.where}", charted=charted)
        )

    return view


def nothing(name: str, words: str, *, charted: bool) -> View:
    """Return a view that says in words why there is nothing to show."""
    return View(
        name=f"programmes.{name}",
        title=words,
        subtitle="Choose another theme, kind of body or region.",
        table=Table(words, (Cell("Bid", heading=True),), ()),
        facts=(),
        records=(),
        method="Programmes appear here once their documents are loaded.",
        chart=empty_figure("Nothing to draw.") if charted else None,
        alternative=f"{words}." if charted else "",
        height_rem=6,
    )
