"""How far scores should fall."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.fact import Fact, derived
from dashboard.domain.risk import (
    CURRENT,
    RESIDUAL,
    RISK,
    Assessment,
    of_kind,
    usual_change,
)
from dashboard.domain.view import Cell, Table, View, fact_records, line_address
from dashboard.domain.words import listed
from dashboard.figures.risk import fall_figure
from dashboard.store import Store
from dashboard.views.risk.parts import counted, heads, score_fact, when_words
from dashboard.views.risk.register import change_words
from dashboard.views.risk.selection import RiskSelection, opened

MOST_EXCEPTIONS = 3


def fall(store: Store, selection: RiskSelection) -> View:
    """Return how far each risk's score should fall from now to after mitigation."""
    open_ = opened(store, selection)
    risks = of_kind(open_.entries, RISK)
    scored = [entry for entry in risks if entry.change is not None]
    facts = _fall_facts(scored)
    return View(
        name="risk.fall",
        title=_fall_title(risks, scored),
        subtitle=when_words(
            open_, "Score now (filled) and after mitigation (hollow), one row per risk, highest first"
        ),
        table=Table(
            "Scores of the risks now and after mitigation",
            heads("Number", "Risk", "#Now", "#After", "#Change"),
            tuple(_fall_row(entry) for entry in scored),
            (Cell("No risk has a score both now and after mitigation."),),
        ),
        facts=tuple(replace(fact, locator=_group(fact)) for fact in facts),
        records=fact_records(facts, {fact.series: fact.series for fact in facts}),
        method=(
            "Both scores as printed; the change is derived. A fall says what the register expects once "
            "its actions are done, not that anything has fallen yet. Direction of travel is another "
            "thing and stands below."
        ),
        chart=fall_figure(scored) if scored else None,
        alternative=_fall_told(scored),
        height_rem=2.75 * len(scored) + 3,
        instead="" if scored else "No risk of this register is scored both now and after mitigation.",
    )


def _fall_facts(scored: Sequence[Assessment]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for entry in scored:
        now, after = (score_fact(entry, position) for position in (CURRENT, RESIDUAL))
        facts += [
            now,
            after,
            derived(f"{entry.printed_id}, change", entry.quarter, entry.change or 0, [after, now]),
        ]
    return tuple(facts)


def _group(fact: Fact) -> str:
    """Return the name under which the source note lists a score, so that it stays short."""
    words = {CURRENT: "Scores now", RESIDUAL: "Scores after mitigation"}
    return words.get(fact.series.rpartition(", ")[2], fact.locator)


def _fall_row(entry: Assessment) -> tuple[Cell, ...]:
    return (
        Cell(entry.printed_id, heading=True),
        Cell(entry.title),
        *(
            Cell(
                str(entry.at(position).score),
                href=line_address(entry.source_id, entry.at(position).line or 0),
                number=True,
            )
            for position in (CURRENT, RESIDUAL)
        ),
        Cell(change_words(entry.change), number=True),
    )


def _fall_title(risks: Sequence[Assessment], scored: Sequence[Assessment]) -> str:
    usual = usual_change(scored)
    if not risks:
        return "No risk is held"
    if usual is None:
        return f"{counted(len(risks), RISK)}, and none is scored both now and after mitigation"
    change, number = usual
    others = [entry for entry in scored if entry.change != change]
    first = f"{number} of {counted(len(scored), RISK)} should {_moves(change)}"
    if not others:
        return first
    if number == 1:
        return f"{counted(len(scored), RISK)} should change by between {_span(scored)}"
    if len(others) > MOST_EXCEPTIONS:
        return f"{first}; the others change by between {_span(others)}"
    return (
        f"{first}; {listed([f'{entry.printed_id} should {_moves(entry.change or 0)}' for entry in others])}"
    )


def _span(entries: Sequence[Assessment]) -> str:
    changes = sorted({entry.change or 0 for entry in entries})
    return f"{change_words(changes[0])} and {change_words(changes[-1])}"


def _moves(change: int) -> str:
    return "stay level" if not change else f"{'fall' if change < 0 else 'rise'} by {abs(change)}"


def _fall_told(scored: Sequence[Assessment]) -> str:
    if not scored:
        return ""
    ends = [f"{entry.printed_id} from {entry.current_score} to {entry.residual_score}" for entry in scored]
    return f"Each risk’s score now and after mitigation: {', '.join(ends)}."
