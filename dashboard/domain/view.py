"""A view: one finding with its chart, its table and its figures."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.domain.fact import DERIVED, SCENARIO, Fact
from dashboard.domain.footprints_map import DistrictMap
from dashboard.domain.matrix import Matrix
from dashboard.domain.timeline_marks import Timeline
from dashboard.domain.words import MISSING, as_precisely, measured

Chart = dict[str, Any]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text, where it leads, and how it is set.

    `over` are the choices that its address lays over those of the page, so that it keeps all others; `tone`
    colours what the words say already: low, med, warm or high, as in a matrix.
    """

    text: str
    href: str = ""
    number: bool = False
    heading: bool = False
    note: str = ""
    over: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table twin: caption, head and rows of cells.

    `empty` is what stands in its place where it has no rows: a sentence, then links that lead on. A cell of
    the head with an address sorts the table; its note is then "ascending" or "descending" where the table is
    sorted by it.
    """

    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a record with what is said under it."""

    term: str
    lines: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything a card, a download or a slide needs to show one finding.

    `name` is "page.card"; `title` states the finding; `subtitle` says measure, place, period and unit;
    `chart` is a plotly figure as plain data (None for a table alone) and `alternative` says in words what it
    shows; `facts` are the printed and derived figures behind it; `records` are the rows of its download;
    `method` says how it is calculated; `folded` asks for a long table to be closed until it is wanted.

    In the place of a chart there may be a `matrix`, a `timeline`, a `record` (terms with what is said of
    each), a map (`plan`), or `instead`, a sentence that says why nothing can be drawn. `links` lead on from
    the card; `cited` are figures that its source note names besides `facts`.
    """

    name: str
    title: str
    subtitle: str
    table: Table
    facts: tuple[Fact, ...]
    records: tuple[Record, ...]
    method: str
    chart: Chart | None = None
    alternative: str = ""
    height_rem: float = 24
    folded: bool = False
    matrix: Matrix | None = None
    timeline: Timeline | None = None
    record: tuple[Entry, ...] = ()
    instead: str = ""
    links: tuple[Cell, ...] | None = None
    cited: tuple[Fact, ...] = ()
    plan: DistrictMap | None = None

    @property
    def drawn(self) -> bool:
        """Whether the card shows something other than its table: a chart, a record and so on, or why not."""
        return bool(self.chart or self.matrix or self.timeline or self.record or self.plan or self.instead)

    @property
    def unfilled(self) -> str:
        """Why there is nothing to show; nothing where there is something, were it only the table."""
        if self.table.rows:
            return ""
        return self.table.empty[0].text if self.table.empty else self.instead

    @property
    def quoted(self) -> tuple[Fact, ...]:
        """The figures that the source note names."""
        return self.facts + self.cited

    @property
    def card(self) -> str:
        """The part of the name after the page."""
        return self.name.partition(".")[2]


def line_address(source_id: str, line: int) -> str:
    """Return the address that shows every figure printed on one line of a source."""
    return f"/sources?source={source_id}&line={line}"


def fact_cell(fact: Fact | None) -> Cell:
    """Return the table cell of a figure: as precisely as printed, linked to its line, or marked where not."""
    if fact is None:
        return Cell(MISSING, number=True)
    text = measured(fact.shown, fact.unit)
    if fact.status in (DERIVED, SCENARIO):
        return Cell(text, number=True, note=fact.status)
    text = as_precisely(text, fact.printed)
    href = (
        line_address(fact.source_id, fact.source_line)
        if fact.source_line
        else f"/sources?source={fact.source_id}"
    )
    return Cell(text, href=href, number=True, note="extrapolated" if fact.status == "extrapolated" else "")


def pivot(
    facts: Iterable[Fact],
    labels: Mapping[str, str],
    caption: str,
    first: str,
    periods: Mapping[str, str] | None = None,
) -> Table:
    """Return a table with a row per series and a column per period; what is not printed says so.

    `labels` gives the words and order of the series, `first` the head of their column, `periods` the words
    and order of the periods where they are not the figures' own.
    """
    known = {(fact.series, fact.period): fact for fact in facts}
    columns = (
        dict(periods) if periods else {period: period for period in sorted({period for _, period in known})}
    )
    rows = tuple(
        (Cell(label, heading=True), *(fact_cell(known.get((series, period))) for period in columns))
        for series, label in labels.items()
    )
    return Table(
        caption,
        (Cell(first, heading=True), *(Cell(text, number=True, heading=True) for text in columns.values())),
        rows,
    )


def fact_records(facts: Iterable[Fact], labels: Mapping[str, str]) -> tuple[Record, ...]:
    """Return one record per figure, with the words of its series and its provenance, for downloads."""
    return tuple({"label": labels.get(fact.series, fact.series), **asdict(fact)} for fact in facts)
