"""What the cards of the savings page share: a view made from figures and rows, and one of nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Record, Table, View, fact_records
from dashboard.domain.words import MISSING, listed, millions
from dashboard.figures.chart import empty_figure
from dashboard.store import Store
from dashboard.views.savings.choices import SavingsSelection, Scope, scope

Maker = Callable[[Scope], View]
NUMBERS_FROM = "Minus is a saving or more income, as printed; plus is a cost."


def heads(first: str, *others: str, numbers: Iterable[str] = ()) -> tuple[Cell, ...]:
    """Return the head of a table; `numbers` names the columns of figures."""
    right = set(numbers)
    return tuple(Cell(text, heading=True, number=text in right) for text in (first, *others))


def gap() -> Cell:
    """Return the cell of a figure that is not there."""
    return Cell(MISSING, number=True)


def bars_height(count: int) -> float:
    """Return the height of a chart of horizontal bars, in rem."""
    return max(count * 2.5 + 1, 6)


def guarded(name: str, maker: Maker, *, charted: bool) -> Callable[[Store, SavingsSelection], View]:
    """Return what makes the view `name` of a selection, or says that there is nothing to show."""

    def view(store: Store, selection: SavingsSelection) -> View:
        found = scope(store, selection)
        return maker(found) if found.options else nothing(name, found, charted=charted)

    return view


def nothing(name: str, found: Scope, *, charted: bool) -> View:
    """Return a view that says in words that there are no options to show."""
    asked = f"the theme chosen in the programme of {found.programme}" if found.programme else "any programme"
    words = f"There are no savings options for {asked}"
    return View(
        name=f"savings.{name}",
        title=words,
        subtitle="Choose another theme, or load the options of a programme.",
        table=Table(words, (Cell("Option", heading=True),), ()),
        facts=(),
        records=(),
        method="Options appear here once they are loaded.",
        chart=empty_figure("Nothing to draw.") if charted else None,
        alternative=f"{words}." if charted else "",
        height_rem=6,
    )


def labelled(facts: Sequence[Fact], labels: Mapping[str, str]) -> tuple[Record, ...]:
    """Return one record a figure with the words of its series."""
    return fact_records(facts, labels)


def standing(reference: str, source_id: str, line: int) -> Fact:
    """Return where something that is said of an option stands, for the source note of a card of words."""
    return Fact(reference, "", None, "", "", "printed", source_id, line, reference)


def bars_told(rows: Iterable[tuple[str, str]]) -> str:
    """Return a chart of bars in words: each name with the words at its end."""
    return f"Bars: {listed([f'{name} {words}' for name, words in rows])}."


def profiles_told(facts: Sequence[Fact], labels: Mapping[str, str]) -> str:
    """Return every series by year in words, a sentence each."""
    told = {words: [fact for fact in facts if fact.series == series] for series, words in labels.items()}
    return " ".join(
        f"{words}: {listed([f'{millions(fact.value)} in {fact.period}' for fact in own])}."
        for words, own in told.items()
        if own
    )
