"""One option’s record in words: its fifteen fields, each with its line and its notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.queries import savings as queries
from dashboard.queries.savings import Option, Passage
from dashboard.views.savings.cards import heads, standing
from dashboard.views.savings.choices import Scope, nature_words, text_or_missing
from dashboard.views.savings.process import ANSWERS, PROCESSES
from dashboard.views.savings.record import asked_option

NARRATIVE = {
    "decisions": "Decisions needed",
    "impact": "Impact on services, users and partners",
    "actions": "Actions needed",
    "risks": "Risks, and how they are met",
}
TABLES = {
    "budget_change": ("Budget change, £m", "above"),
    "fte": ("Posts, FTE", "below"),
    "investment": ("Investment, £m", "below"),
}
BUDGETS = {"gross": "Gross budget", "income": "Income", "net": "Net budget"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the record: its name, what it says, where it stands, and the notes on it."""

    name: str
    words: str
    source_line: int
    locator: str
    notes: tuple[str, ...] = ()


def fields(found: Scope) -> View:
    """Return the fifteen fields of an option in the order of the document, each with its notes."""
    option = asked_option(found)
    own = list(_fields(found, option))
    return View(
        name="savings.fields",
        title=f"What {option.reference} says, field by field",
        subtitle="Figures as printed; words in short and our own; each with its line",
        table=Table(
            f"The fields of {option.reference}",
            heads("Field", "What it says", "Where", "Notes"),
            tuple(
                (
                    Cell(field.name, heading=True),
                    Cell(field.words),
                    Cell(
                        f"line\u00a0{field.source_line}",
                        href=line_address(option.source_id, field.source_line),
                    ),
                    Cell(" ".join(field.notes)),
                )
                for field in own
            ),
        ),
        facts=(),
        records=tuple(_field_record(option, field) for field in own),
        method="The summaries are ours; the line leads to the passage. A title is ours where the "
        "document prints only "
        "the name of a service, which a note then says.",
        cited=tuple(standing(option.reference, option.source_id, field.source_line) for field in own),
    )


def _field_record(option: Option, field: Field) -> Record:
    return {
        "field": field.name,
        "words": field.words,
        "notes": " ".join(field.notes),
        "source_id": option.source_id,
        "source_line": field.source_line,
        "locator": field.locator,
    }


def _fields(found: Scope, option: Option) -> Iterator[Field]:
    """Yield the fields in order; a note goes with the field it stands in, and notes of no field come last."""
    notes = queries.notes(found.store, found.programme, option.option_id)
    rows = sorted(_rows(found, option), key=lambda row: _order(row[3]))
    taken: set[str] = set()
    for name, words, line, locator in rows:
        here = tuple(note.summary for note in notes if note.locator == locator and locator not in taken)
        taken.add(locator)
        yield Field(name, words, line, locator, here)
    for note in notes:
        if note.locator not in taken:
            yield Field(_place(note), note.summary, note.source_line, note.locator)


def _order(locator: str) -> int:
    number = locator.rpartition(" ")[2]
    return int(number) if number.isdigit() else 99


def _place(note: Passage) -> str:
    return f"Note on {note.locator.rpartition(', ')[2]}"


def _rows(found: Scope, option: Option) -> Iterator[tuple[str, str, int, str]]:
    stem = option.reference
    yield "Reference", option.reference, option.source_line, f"{stem}, field 1"
    yield "Service and option", f"{option.service}: {option.title}", option.source_line, f"{stem}, field 2"
    first = option.first_change_year or "none"
    stated = text_or_missing(option.start_year_printed)
    line = option.start_year_line or option.source_line
    yield "Start year", f"{stated}; first year of change {first}", line, f"{stem}, field 3"
    for amount in queries.budgets(found.store, found.programme):
        if amount.option_id == option.option_id:
            note = f" ({amount.note})" if amount.note else ""
            words = f"{amount.printed}{note}"
            yield (
                f"{BUDGETS[amount.measure]} {amount.financial_year}",
                words,
                amount.source_line,
                amount.locator,
            )
    yield from _table_rows(found, option)
    for passage in queries.narrative(found.store, found.programme, option.option_id):
        yield NARRATIVE[passage.kind], passage.summary, passage.source_line, passage.locator
    for item in queries.processes(found.store, found.programme):
        if item.option_id == option.option_id:
            name = PROCESSES[item.process]
            flag = ", contradicted by its own text" if item.text_contradicts else ""
            words = f"Printed: “{item.printed}”. {item.summary} ({ANSWERS[item.process][item.answer]}{flag})"
            yield name, words, item.source_line, item.locator


def _table_rows(found: Scope, option: Option) -> Iterator[tuple[str, str, int, str]]:
    """Yield a row for each kind of table: its totals as printed, and where on the page its years stand."""
    for measure, (name, where) in TABLES.items():
        own = [
            cell
            for cell in queries.totals(found.store, found.programme, measure)
            if cell.option_id == option.option_id
        ]
        if own:
            labelled_alone = measure == "budget_change"
            said = [
                cell.printed + ("" if labelled_alone else f" ({nature_words(cell.nature)})") for cell in own
            ]
            words = f"Total as printed: {', '.join(said)}. By year {where}."
            yield name, words, own[0].source_line, own[0].locator
