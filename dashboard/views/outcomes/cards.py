"""What the cards of the outcomes page share: heads of tables, and a view that says what is missing."""

from collections.abc import Callable, Sequence

from dashboard.domain.view import Cell, Table, View
from dashboard.figures.chart import empty_figure
from dashboard.store import Store
from dashboard.views.outcomes.choices import OutcomesSelection, Scope, scope

Maker = Callable[[Scope], View]
LOADING = (
    "Fetch a download with: placeboard fetch fingertips; then load it with: placeboard import fingertips. "
    "docs/importing.md says how."
)


def heads(*words: str, numbers: Sequence[str] = ()) -> tuple[Cell, ...]:
    """Return the head of a table; `numbers` names the columns of figures."""
    return tuple(Cell(text, heading=True, number=text in numbers) for text in words)


def nothing(name: str, words: str, why: str, *, charted: bool) -> View:
    """Return a view that says in words what is not there, and how to come by it."""
    return View(
        name=f"outcomes.{name}",
        title=words,
        subtitle=why,
        table=Table(words, heads("Area"), (), (Cell(why),)),
        facts=(),
        records=(),
        method="Nothing is worked out where nothing was given.",
        chart=empty_figure(words) if charted else None,
        alternative=f"{words}." if charted else "",
        height_rem=6,
    )


def guarded(name: str, maker: Maker, *, charted: bool) -> Callable[[Store, OutcomesSelection], View]:
    """Return what makes the view `name` of a selection, or says that no indicators are loaded."""

    def view(store: Store, selection: OutcomesSelection) -> View:
        found = scope(store, selection)
        if found.indicator is None:
            return nothing(name, "No public health indicators are loaded yet", LOADING, charted=charted)
        return maker(found)

    return view
