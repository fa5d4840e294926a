"""Cards of statements: what the document says, in our words, a row each with its line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from dashboard.domain.delivery import in_first_order
from dashboard.domain.fact import Fact
from dashboard.domain.timeline import Event
from dashboard.domain.view import Cell, Entry, Table, View, line_address
from dashboard.queries.delivery import Decision, Service, Statement

Placed = Statement | Service | Decision | Event
OURS = "The words are ours; each row leads to its line. "
WHERE = "Where"


def statement_view(
    name: str,
    words: tuple[str, str, str],
    head: Sequence[str],
    items: Sequence[Statement],
    cells: Callable[[Statement], Iterable[Cell]],
    method: str,
    *,
    folded: bool = False,
    record: tuple[Entry, ...] = (),
) -> View:
    """Return a view of statements; `words` are its title, subtitle and caption, `cells` make a row.

    A `record` is shown in the place of the table, which is then its twin.
    """
    title, subtitle, caption = words
    return View(
        name=f"delivery.{name}",
        title=title,
        subtitle=subtitle,
        table=Table(
            caption,
            heads(*head, WHERE),
            tuple((*cells(item), where(item)) for item in items),
        ),
        facts=(),
        records=tuple(asdict(item) for item in items),
        method=OURS + method,
        folded=folded,
        record=record,
        cited=cited(items),
    )


def heads(*texts: str) -> tuple[Cell, ...]:
    """Return the head of a table of words."""
    return tuple(Cell(text, heading=True) for text in texts)


def where(item: Placed) -> Cell:
    """Return the cell that leads to the line of a row."""
    return Cell(f"line\u00a0{item.source_line}", href=line_address(item.source_id, item.source_line))


def cited(items: Iterable[Placed]) -> tuple[Fact, ...]:
    """Return the lines of the rows for the source note."""
    return tuple(
        Fact("", "", None, "", "", "printed", item.source_id, item.source_line, item.locator)
        for item in items
    )


def both(item: Statement) -> tuple[Cell, ...]:
    """Return the cells of a statement: its subject, and what is said."""
    return Cell(item.subject, heading=True), Cell(item.summary)


def by_subject(
    items: Sequence[Statement], words: Callable[[Statement], str] = lambda item: item.summary
) -> tuple[Entry, ...]:
    """Return the statements as a record: a term for each subject, a line for each statement."""
    return tuple(
        Entry(
            subject,
            tuple(
                Cell(
                    words(item),
                    href=line_address(item.source_id, item.source_line),
                    note=f"line\u00a0{item.source_line}",
                )
                for item in items
                if item.subject == subject
            ),
        )
        for subject in in_first_order(item.subject for item in items)
    )
