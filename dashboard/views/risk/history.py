"""The path of one risk over the loaded quarters."""

from collections.abc import Sequence
from dataclasses import asdict

from dashboard.domain.movement import standing
from dashboard.domain.risk import Assessment, quarter_words
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.store import Store
from dashboard.views.risk.changes import run_words, score_cell
from dashboard.views.risk.parts import entry_facts
from dashboard.views.risk.register import change_words
from dashboard.views.risk.selection import DIRECTION_WORDS, Opened, RiskSelection, opened


def history(store: Store, selection: RiskSelection) -> View:
    """Return one risk in every loaded quarter of its register."""
    open_ = opened(store, selection)
    path = [entry for entry in open_.every if entry.risk_id == selection.risk]
    return View(
        name="risk.history",
        title=_history_title(path, open_),
        subtitle="Number, title, owner and scores in each loaded quarter, oldest first",
        table=Table(
            "One risk over the quarters",
            tuple(
                Cell(text, heading=True, number=text in ("Now", "After", "Change"))
                for text in ("Quarter", "Number", "Title", "Owner", "Now", "After", "Change", "Direction")
            ),
            tuple(_quarter_row(entry) for entry in path),
            (Cell("No risk is chosen. Choose one in the list of the register."),),
        ),
        facts=(),
        records=tuple(asdict(entry) for entry in path),
        method=(
            "The identity of a risk is kept apart from its number. Each quarter says what its own "
            "register printed."
        ),
        cited=entry_facts(path),
    )


def _history_title(path: Sequence[Assessment], open_: Opened) -> str:
    if not path:
        return "No risk is chosen"
    if len(path) == 1:
        return f"Loaded for one quarter only, {quarter_words(path[0].quarter)}"
    loaded = sorted({entry.quarter for entry in open_.every if entry.quarter <= path[-1].quarter})
    run, gaps = standing({entry.quarter: entry for entry in path}, loaded)
    score = path[-1].current_score
    stood = f"at {score} for {run_words(run, gaps)}" if run else "without a score now"
    return f"In {len(path)} loaded quarters, {stood}"


def _quarter_row(entry: Assessment) -> tuple[Cell, ...]:
    return (
        Cell(quarter_words(entry.quarter), heading=True),
        Cell(entry.printed_id, href=line_address(entry.source_id, entry.source_line)),
        Cell(entry.title),
        Cell(entry.owner or "not given"),
        score_cell(entry),
        Cell("not given" if entry.residual_score is None else str(entry.residual_score), number=True),
        Cell(change_words(entry.change), number=True),
        Cell(DIRECTION_WORDS[entry.travel]),
    )
