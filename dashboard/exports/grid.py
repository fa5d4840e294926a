"""A view as plain rows of words with tones, for slides: its matrix, timeline, record or table."""

from dataclasses import dataclass

from dashboard.domain.matrix import Matrix, Place, Square
from dashboard.domain.timeline import KINDS
from dashboard.domain.timeline_marks import Group, Mark, Timeline
from dashboard.domain.view import Cell, Entry, Table, View
from dashboard.exports.table import STATUS_NOTES

# Fill and words of each tone: of cells where somebody stands, and of those where nobody does.
TAKEN = {
    "low": ("green", "on-green"),
    "med": ("yellow", "on-yellow"),
    "warm": ("orange", "on-orange"),
    "high": ("red", "on-red"),
}
EMPTY = {"low": "green-q", "med": "yellow-q", "warm": "orange-q", "high": "red-q"}


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: its words, whether they are a number or a heading, its fill and the colour of its words."""

    text: str
    number: bool = False
    heading: bool = False
    fill: str = ""
    ink: str = "ink"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of words under a head, and what is said below them."""

    head: tuple[Box, ...]
    rows: tuple[tuple[Box, ...], ...]
    below: tuple[str, ...] = ()
    even: bool = False


def grid_of(view: View) -> Grid:
    """Return what a view shows, in rows; a chart or a map as its table."""
    if view.matrix:
        return _matrix(view.matrix)
    if view.timeline:
        return _timeline(view.timeline)
    if view.record:
        return _record(view.record)
    return table_grid(view.table)


def table_grid(table: Table) -> Grid:
    """Return a table as rows of words."""
    head = tuple(Box(cell.text, number=cell.number, heading=True) for cell in table.head)
    rows = tuple(tuple(map(_box, row)) for row in table.rows)
    return Grid(head, rows)


def _box(cell: Cell) -> Box:
    if cell.note in STATUS_NOTES:
        return Box(f"{cell.text} ({cell.note})", cell.number, cell.heading)
    fill, ink = TAKEN.get(cell.tone, ("", "ink"))
    return Box(f"{cell.text}\n{cell.note}" if cell.note else cell.text, cell.number, cell.heading, fill, ink)


def _matrix(matrix: Matrix) -> Grid:
    head = (Box("Impact, by likelihood", heading=True), *(Box(word, heading=True) for word in matrix.columns))
    rows = tuple((Box(label, heading=True), *map(_square, squares)) for label, squares in matrix.rows)
    moves = [
        f"from {_at(arrow.start)} to {_at(arrow.end)}: {', '.join(arrow.refs)}" for arrow in matrix.arrows
    ]
    below = [f"Moves, impact × likelihood. {'; '.join(moves)}."] if moves else []
    below += [
        f"Not placed: {', '.join(ref for ref, *_ in strip.refs)}{_joined(strip.reason)}"
        for strip in matrix.strips
    ]
    return Grid(head, rows, tuple(below), even=True)


def _joined(reason: str) -> str:
    return f", {reason}" if reason[:1].islower() else f". {reason}"


def _at(place: Place) -> str:
    return f"{place[0]} × {place[1]}"


def _square(square: Square) -> Box:
    standing = [
        f"{words}: {', '.join(refs)}"
        for words, refs in (("Now", square.now), ("After mitigation", square.after))
        if refs
    ]
    fill, ink = TAKEN.get(square.tone, ("", "ink")) if standing else (EMPTY.get(square.tone, ""), "ink")
    return Box("\n".join([f"{square.score} {square.word}".strip(), *standing]), fill=fill, ink=ink)


def _timeline(timeline: Timeline) -> Grid:
    head = tuple(Box(text, heading=True) for text in ("When", "What", "Kind", "How it stands"))
    rows = tuple(row for group in timeline.groups for row in _group(group))
    told = any(mark.state for group in timeline.groups for mark in group.marks)
    columns = len(head) if told else len(head) - 1
    return Grid(head[:columns], tuple(row[:columns] for row in rows))


def _group(group: Group) -> list[tuple[Box, ...]]:
    label = "\n".join(filter(None, (group.label, group.document)))
    first = (Box(label, heading=True, fill="surface"), *(Box("", fill="surface") for _ in range(3)))
    rows = [
        (Box(mark.when), Box(_what(mark)), Box(KINDS[mark.kind]), Box(mark.state)) for mark in group.marks
    ]
    return [first, *rows]


def _what(mark: Mark) -> str:
    return f"{mark.label}\nDecided by {mark.decider}" if mark.decider else mark.label


def _record(record: tuple[Entry, ...]) -> Grid:
    rows = [
        (Box(entry.term if not place else "", heading=True), Box(_said(cell)))
        for entry in record
        for place, cell in enumerate(entry.lines)
    ]
    return Grid((Box("What", heading=True), Box("What is said", heading=True)), tuple(rows))


def _said(cell: Cell) -> str:
    return f"{cell.text} ({cell.note})" if cell.note else cell.text
