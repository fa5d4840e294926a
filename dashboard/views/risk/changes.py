"""What changed since an earlier quarter."""

from collections import Counter
from collections.abc import Sequence

from dashboard.domain.movement import Move, missing_between, movement
from dashboard.domain.risk import Assessment, quarter_name, quarter_number, quarter_words
from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import listed
from dashboard.queries import risk as queries
from dashboard.queries.risk import Match
from dashboard.store import Store
from dashboard.views.risk.parts import entry_facts, leading
from dashboard.views.risk.selection import NO_REGISTER, Opened, RiskSelection, opened

STATE_WORDS = {
    "new": "New",
    "returned": "Back again",
    "closed": "Closed",
    "up": "Up",
    "down": "Down",
    "level": "Level",
    "unknown": "Not comparable",
}
IMPORT_HINT = (
    "Load another with: placeboard import risk-register FILE --register {register} --quarter {example}"
)


def changes(store: Store, selection: RiskSelection) -> View:
    """Return what is new, closed, renumbered, up, down or level since an earlier quarter."""
    open_ = opened(store, selection)
    against = earlier_quarter(open_, selection)
    moves = movement(open_.every, against, open_.quarter) if against else []
    matches = queries.matches(store, open_.held.source_id, open_.quarter) if open_.held else {}
    return View(
        name="risk.movement",
        title=_title(moves, against, open_),
        subtitle=_subtitle(open_, against),
        table=Table(
            "Entries of both quarters",
            tuple(
                Cell(text, heading=True, number=text in ("Before", "Now"))
                for text in ("Number", "Risk", "Movement", "Before", "Now", "At this score", "Same risk?")
            ),
            tuple(_row(move, selection, matches) for move in moves),
            (Cell(_nothing_to_compare(open_)),),
        ),
        facts=(),
        records=tuple(_record(move, matches) for move in moves),
        method=(
            "A risk is the same from quarter to quarter by its identity, not by its number, since "
            "numbers are used again. Titles are compared when a register is loaded, and an officer "
            "confirms each match; how alike the titles are and who confirmed stand in the last column. "
            "The score compared is the score now. For an opportunity up is good news. A quarter that is "
            "not loaded is never filled in."
        ),
        cited=entry_facts(move.entry for move in moves),
    )


def earlier_quarter(open_: Opened, selection: RiskSelection) -> str:
    """Return the quarter to compare with: the one asked for if it is earlier, else the latest before."""
    loaded = earlier_quarters(open_)
    return selection.against if selection.against in loaded else (loaded[0] if loaded else "")


def earlier_quarters(open_: Opened) -> list[str]:
    """Return the loaded quarters of the register before the chosen one, latest first."""
    return sorted({entry.quarter for entry in open_.every if entry.quarter < open_.quarter}, reverse=True)


def _title(moves: Sequence[Move], against: str, open_: Opened) -> str:
    if open_.held is None:
        return NO_REGISTER.rstrip(".")
    if not against:
        return "Nothing to compare with: no earlier quarter of this register is loaded"
    counts = Counter(move.state for move in moves)
    parts = [f"{counts[state]} {words.lower()}" for state, words in STATE_WORDS.items() if counts[state]]
    renumbered = sum(move.renumbered for move in moves)
    numbers = f"; {renumbered} {'has' if renumbered == 1 else 'have'} another number" if renumbered else ""
    return f"Since {quarter_words(against)}: {listed(parts)}{numbers}"


def _subtitle(open_: Opened, against: str) -> str:
    if open_.held is None:
        return NO_REGISTER
    if not against:
        return f"Only from {quarter_words(open_.quarter)} on; movement appears once a second quarter is there"
    missing = missing_between(against, open_.quarter, {entry.quarter for entry in open_.every})
    gap = (
        f"; {missing} {'quarter' if missing == 1 else 'quarters'} between them not loaded" if missing else ""
    )
    return f"Score now, {quarter_words(against)} against {quarter_words(open_.quarter)}{gap}"


def _nothing_to_compare(open_: Opened) -> str:
    if open_.held is None:
        return NO_REGISTER
    example = quarter_name(quarter_number(open_.quarter) - 1)
    hint = IMPORT_HINT.format(register=open_.held.register, example=example)
    return (
        "Movement needs two quarters of a register, and nothing earlier than "
        f"{quarter_words(open_.quarter)} is loaded. {hint}"
    )


def _row(move: Move, selection: RiskSelection, matches: dict[str, Match]) -> tuple[Cell, ...]:
    entry = move.entry
    link = leading(entry.printed_id, selection, "", risk=entry.risk_id)
    before = f"was {move.before.printed_id}" if move.before and move.renumbered else ""
    closed = move.now is None
    return (
        Cell(
            entry.printed_id,
            href="" if closed else link.href,
            over="" if closed else link.over,
            heading=True,
            note=before,
        ),
        Cell(entry.title),
        Cell(STATE_WORDS[move.state], note=_judged(move)),
        score_cell(move.before),
        score_cell(move.now),
        Cell("closed" if closed else run_words(move.run, move.gaps)),
        Cell(_matched(move, matches.get(entry.risk_id))),
    )


def _judged(move: Move) -> str:
    if move.good is None:
        return ""
    return f"{'better' if move.good else 'worse'} by {abs(move.change or 0)}"


def score_cell(entry: Assessment | None) -> Cell:
    """Return the current score of an entry that may not be there, linked to its line."""
    if entry is None or entry.current_score is None:
        return Cell("not given" if entry else "none", number=True)
    return Cell(
        str(entry.current_score),
        href=line_address(entry.source_id, entry.current_line or entry.source_line),
        number=True,
    )


def run_words(run: int, gaps: int) -> str:
    """Return how long an entry has stood at its score, as "2 quarters"."""
    if not run:
        return "not known"
    words = f"{run} {'quarter' if run == 1 else 'quarters'}"
    return f"{words}, {gaps} between not loaded" if gaps else words


def _matched(move: Move, match: Match | None) -> str:
    if move.now is None:
        return "not in the later register"
    if match is None:
        return "one identity in the data" if move.before else "no earlier risk"
    alike = "" if match.similarity is None else f", {match.similarity:.0f}% alike"
    when = f"confirmed by {match.decided_by}, {match.decided_at.day} {match.decided_at:%B %Y}"
    if match.decision == "same":
        return f"Same as “{match.earlier_title}”{alike}; {when}"
    nearest = f"nearest title{alike[1:]}; " if alike else ""
    return f"Declared new; {nearest}{when}"


def _record(move: Move, matches: dict[str, Match]) -> Record:
    match = matches.get(move.entry.risk_id)
    return {
        "risk_id": move.entry.risk_id,
        "title": move.entry.title,
        "movement": move.state,
        "number_before": move.before and move.before.printed_id,
        "number_now": move.now and move.now.printed_id,
        "score_before": move.before and move.before.current_score,
        "score_now": move.now and move.now.current_score,
        "quarters_at_this_score": move.run,
        "quarters_between_not_loaded": move.gaps,
        "similarity": match and match.similarity,
        "confirmed_by": match and match.decided_by,
        "source_id": move.entry.source_id,
        "source_line": move.entry.source_line,
    }
