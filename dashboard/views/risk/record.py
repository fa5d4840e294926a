"""One risk's record: everything the register gives for it, and what is odd about it."""

from collections.abc import Sequence

from dashboard.domain.matrix import Scale
from dashboard.domain.risk import (
    CURRENT,
    OPPORTUNITY,
    POSITIONS,
    Assessment,
    band_of,
    quarter_words,
)
from dashboard.domain.view import Cell, Entry, Record, Table, View, line_address
from dashboard.domain.words import Spellings, name_words, subject_words
from dashboard.queries import risk as queries
from dashboard.queries.risk import Flag, Statement
from dashboard.queries.sources import Correction, corrections, spellings
from dashboard.store import Store
from dashboard.views.risk.parts import TO_CONFIRM, entry_fact, leading
from dashboard.views.risk.register import change_words
from dashboard.views.risk.selection import (
    DIRECTION_WORDS,
    NO_REGISTER,
    Opened,
    RiskSelection,
    opened,
    scale_of,
)

FIELDS = {
    "description": "What it is",
    "consequence": "What could follow",
    "benefit": "What could be gained",
    "control": "Controls in place",
    "progress": "Progress so far",
    "mitigation": "Still to do",
    "maximising": "To make the most of it",
}
POSITION_WORDS = {CURRENT: "Score now", "residual": "Score after mitigation"}
BASIS_WORDS = {
    "printed": "as printed in words",
    "inferred": "inferred, since only this cell gives {score}",
    "ambiguous": "not placed, since it is printed without words",
    "missing": "not placed",
}
NO_RISK = "No risk is chosen. Choose one in the list of the register."


def chosen_entry(open_: Opened, selection: RiskSelection) -> Assessment | None:
    """Return the chosen risk as the chosen quarter assesses it, or as the last quarter before that did."""
    path = [
        entry for entry in open_.every if entry.risk_id == selection.risk and entry.quarter <= open_.quarter
    ]
    return path[-1] if path else None


def record(store: Store, selection: RiskSelection) -> View:
    """Return everything the register gives for the chosen risk."""
    open_ = opened(store, selection)
    entry = chosen_entry(open_, selection)
    if entry is None:
        return _nothing(open_)
    found = _entries(store, open_, entry)
    rows = [(item.term, cell) for item in found for cell in item.lines]
    return View(
        name="risk.record",
        title=f"{entry.printed_id}: {entry.title}",
        subtitle=_subtitle(entry, open_),
        table=_table(rows),
        facts=(),
        records=tuple(_record(entry, term, cell) for term, cell in rows),
        method=(
            "Statements are short summaries in our own words, each with the line it begins on; open the "
            "line for the document. What is odd is flagged by us, and nothing is mended in silence. The "
            "band is ours, not the register’s."
        ),
        record=tuple(found),
        links=_links(open_, entry, selection),
        cited=(entry_fact(entry),),
    )


def _nothing(open_: Opened) -> View:
    return View(
        name="risk.record",
        title="No risk is chosen" if open_.held else NO_REGISTER.rstrip("."),
        subtitle="A risk’s record stands at an address of its own",
        table=_table([]),
        facts=(),
        records=(),
        method="A risk is chosen by its identity, which lasts while its number changes.",
        instead=NO_RISK,
        links=(),
    )


def _subtitle(entry: Assessment, open_: Opened) -> str:
    kind = "One opportunity’s record" if entry.kind == OPPORTUNITY else "One risk’s record"
    gone = (
        f". Closed since: it is not in the register of {quarter_words(open_.quarter)}"
        if entry.quarter != open_.quarter
        else ""
    )
    return f"{kind}, {quarter_words(entry.quarter)}. Owner by post: {entry.owner or 'not given'}{gone}"


def _table(rows: Sequence[tuple[str, Cell]]) -> Table:
    return Table(
        "The record as a table",
        (Cell("Field", heading=True), Cell("What it says", heading=True), Cell("Where", heading=True)),
        tuple(
            (Cell(term, heading=True), Cell(cell.text), Cell(cell.note, href=cell.href))
            for term, cell in rows
        ),
        (Cell(NO_RISK),),
    )


def _record(entry: Assessment, term: str, cell: Cell) -> Record:
    return {
        "number": entry.printed_id,
        "quarter": entry.quarter,
        "field": term,
        "text": cell.text,
        "where": cell.note,
        "source_id": entry.source_id,
    }


def _entries(store: Store, open_: Opened, entry: Assessment) -> list[Entry]:
    said = queries.statements(store, entry)
    known = spellings(store)
    scale = scale_of(store, open_, entry.kind)
    flags = [
        flag for flag in queries.flags(store, entry.source_id, entry.quarter) if flag.risk_id == entry.risk_id
    ]
    doubts = [flag for flag in flags if flag.flag.endswith(TO_CONFIRM)]
    odd = [flag for flag in flags if flag not in doubts]
    return [
        *(_position(entry, position, scale, open_) for position in POSITIONS),
        *_together("To be confirmed", [_flagged(entry, flag, flag.summary) for flag in doubts]),
        *_details(entry),
        *(
            Entry(words, tuple(_statement(entry, item, known) for item in own))
            for name, words in FIELDS.items()
            if (own := [item for item in said if item.field == name])
        ),
        *_together("What is odd", [_flagged(entry, flag, _odd(flag, known)) for flag in odd]),
        *_together("Corrections and conflicts", _mended(store, entry)),
        *_together("How it was read", [Cell(entry.note)] if entry.note else []),
    ]


def _position(entry: Assessment, position: str, scale: Scale | None, open_: Opened) -> Entry:
    place = entry.at(position)
    if place.score is None:
        return Entry(POSITION_WORDS[position], (Cell("not given"),))
    band = band_of(open_.bands, place.score)
    basis = BASIS_WORDS[place.basis].format(score=place.score)
    where = f"{scale.words(place.cell)}, " if scale and place.cell else ""
    if scale and place.basis == "ambiguous":
        options = " or ".join(scale.words(cell) for cell in reversed(scale.cells_of(place.score)))
        basis = f"{basis}, and {place.score} is {options}"
    ours = f". {band.word.capitalize()} in our bands" if band else ""
    return Entry(
        POSITION_WORDS[position],
        (_on_line(entry, f"{place.score}: {where}{basis}{ours}", place.line or entry.source_line),),
    )


def _details(entry: Assessment) -> list[Entry]:
    number = (
        entry.printed_id
        if entry.id_as_printed == entry.printed_id
        else f"{entry.printed_id}; printed as {entry.id_as_printed}, a reading fault"
    )
    return [
        Entry(
            "Change", (Cell(change_words(entry.change), note="derived" if entry.change is not None else ""),)
        ),
        Entry(
            "Direction of travel", (Cell(DIRECTION_WORDS[entry.travel], note=_state(entry.direction_state)),)
        ),
        Entry("Owner, by post", (Cell(entry.owner or "not given", note=_state(entry.owner_state)),)),
        Entry("Type", (Cell(entry.risk_type or "not given", note=_state(entry.risk_type_state)),)),
        Entry("Number", (_on_line(entry, number, entry.source_line),)),
    ]


def _state(state: str) -> str:
    return "inferred" if state == "inferred" else ""


def _statement(entry: Assessment, item: Statement, known: Spellings) -> Cell:
    odd = f" (flagged: {name_words(item.flag, known)})" if item.flag else ""
    return _on_line(entry, f"{item.summary}{odd}", item.source_line)


def _on_line(entry: Assessment, text: str, line: int) -> Cell:
    return Cell(text, href=line_address(entry.source_id, line), note=f"line {line}")


def _together(term: str, cells: Sequence[Cell]) -> list[Entry]:
    return [Entry(term, tuple(cells))] if cells else []


def _flagged(entry: Assessment, flag: Flag, text: str) -> Cell:
    return _on_line(entry, text, flag.source_line)


def _odd(flag: Flag, known: Spellings) -> str:
    return f"{subject_words(flag.flag, known)}. {flag.summary}"


def _mended(store: Store, entry: Assessment) -> list[Cell]:
    return [
        _on_line(entry, _corrected(item), item.source_line)
        for item in corrections(store, source_id=entry.source_id)
        if item.subject.partition(".")[0] == entry.risk_id
    ]


def _corrected(item: Correction) -> str:
    return f"Printed {item.printed}; other reading {item.reading}. {item.reason} ({item.kind})"


def _links(open_: Opened, entry: Assessment, selection: RiskSelection) -> tuple[Cell, ...]:
    """Return the ways on: the entry before, the register, the entry after."""
    order = [item.risk_id for item in open_.entries]
    place = order.index(entry.risk_id) if entry.risk_id in order else -1
    before = open_.entries[place - 1] if place > 0 else None
    after = open_.entries[place + 1] if 0 <= place < len(order) - 1 else None
    return (
        *([_to(before, "Before", selection)] if before else []),
        leading("Back to the register", selection, "register", risk=None),
        *([_to(after, "Next", selection)] if after else []),
    )


def _to(entry: Assessment, words: str, selection: RiskSelection) -> Cell:
    return leading(f"{words}: {entry.printed_id}", selection, "", risk=entry.risk_id)
