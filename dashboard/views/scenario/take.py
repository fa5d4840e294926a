"""What it would take: each lever by itself until a goal is met."""

from collections.abc import Sequence
from dataclasses import asdict

import numpy as np

from dashboard.domain.fact import NOT_A_FORECAST
from dashboard.domain.scenario_baseline import carried_on_years
from dashboard.domain.scenario_goal import ALWAYS, Answer, Goal, goal, solve
from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import counted, millions, size
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.words import set_to, standing_words
from dashboard.views.scenario.work import Work, worked

HEAD = ("Lever", "It would take", "Now", "Missing at best")
METHOD = (
    "Each lever is moved by itself, in its own steps and within its own ends (both ours), from "
    "where your scenario "
    "stands; the smallest move that meets the goal is shown. Where none does, what the best "
    "position leaves missing "
    "is shown instead; levers that no move of helps are in the download alone."
)


def take(store: Store, selection: ScenarioSelection) -> View:
    """Return, for each lever by itself, what it would take to meet the goal, or that it cannot."""
    work = worked(store, selection)
    wanted = chosen_goal(work, selection)
    missing = _missing(work, wanted)
    answers = [] if missing else solve(work.base, work.levers, work.at(work.current), wanted)
    met = bool(answers) and answers[0].already
    ranked = sorted(answers, key=lambda answer: (answer.value is None, answer.short_gbp_m))
    enough = sum(answer.value is not None for answer in answers)
    known = [] if met else ranked
    rows = [answer for answer in known if _helps(work, answer)]
    useless = len(known) - len(rows)
    return View(
        name="scenario.take",
        title=_title(work, wanted, enough=enough, met=met, missing=missing),
        subtitle=missing
        or (
            f"Goal: {goal_words(wanted)}. One lever at a time, from "
            f"{work.current.name.lower()}.{_no_help(useless)} {NOT_A_FORECAST}"
        ),
        table=Table(
            f"What it would take for {goal_words(wanted)}",
            tuple(Cell(text, heading=True) for text in HEAD),
            tuple(_row(work, answer) for answer in rows),
            (Cell(_nothing(known, missing)),),
        ),
        facts=(),
        cited=(work.start(wanted.measure),),
        records=tuple(_record(work, wanted, answer) for answer in ranked) or (_unanswered(wanted, missing),),
        method=f"{METHOD} {standing_words(work)}",
    )


def chosen_goal(work: Work, selection: ScenarioSelection) -> Goal:
    """Return the goal that the reader set, or the usual one; its year may lie beyond those shown."""
    return goal(selection.goal, goal_years(work)) if selection.goal else usual_goal(work)


def goal_years(work: Work) -> tuple[str, ...]:
    """Return every year that a goal can name, those beyond the report included."""
    return carried_on_years(work.base.years[: work.base.printed_years])


def usual_goal(work: Work) -> Goal:
    """Return the goal that stands when nobody sets one: no gap in the last year that the report plans for."""
    planned = [fact.period for fact in work.printed["in_year"] if fact.status == "printed"]
    return Goal("in_year", 0.0, max(planned))


def goal_words(wanted: Goal) -> str:
    """Return a goal as a reader would say it."""
    when = "in every year" if wanted.year == ALWAYS else f"in {wanted.year}"
    amount = millions(wanted.at_least_gbp_m)
    if wanted.measure == "reserves":
        return (
            f"reserves never under {amount}"
            if wanted.year == ALWAYS
            else f"reserves of {amount} or more {when}"
        )
    added = " added up" if wanted.measure == "cumulative" else ""
    if not wanted.at_least_gbp_m:
        return f"no deficit{added} {when}"
    return f"a balance{added} of {amount} or more {when}"


def _missing(work: Work, wanted: Goal) -> str:
    """Return why the goal cannot be looked for, or nothing where it can."""
    if wanted.year in (ALWAYS, *work.base.years):
        return ""
    return (
        f"The goal “{goal_words(wanted)}” cannot be looked for: the years shown end with {work.last}. "
        "Choose two years further, or an earlier year."
    )


def _nothing(known: Sequence[Answer], missing: str) -> str:
    """Return what stands in place of rows."""
    if missing:
        return "No lever was tried."
    return "No lever helps." if known else "The goal is met as the levers stand."


def _title(work: Work, wanted: Goal, *, enough: int, met: bool, missing: str) -> str:
    if missing:
        return "The goal lies outside the years shown"
    if met:
        return f"The goal is met as the levers stand: {goal_words(wanted)}"
    if not enough:
        return f"No single lever is enough for {goal_words(wanted)}"
    return (
        f"{counted(enough, 'lever', 'levers')} of {len(work.levers)} would by "
        f"{'itself' if enough == 1 else 'themselves, one at a time,'} be enough for {goal_words(wanted)}"
    )


def _row(work: Work, answer: Answer) -> tuple[Cell, ...]:
    """Return what one lever would take; the printed default leads to its line."""
    lever = work.lever[answer.lever]
    moved = answer.lever in work.current.settings
    at = work.current.settings.get(answer.lever, lever.default_value)
    now = "as printed" if at is None else set_to(lever, at)
    lined = lever.source_id and lever.source_line and not moved
    href = line_address(lever.source_id or "", lever.source_line or 0) if lined else ""
    missing = size(round(answer.short_gbp_m, 1))
    if answer.value is not None:
        found, best = set_to(lever, answer.value), "nothing"
    else:
        found, best = "not enough within its ends", f"{missing} ({set_to(lever, answer.best)})"
    return (Cell(lever.label, heading=True), Cell(found), Cell(now, href=href), Cell(best))


def _helps(work: Work, answer: Answer) -> bool:
    """Return whether a move of the lever brings the goal nearer."""
    at = work.current.settings.get(answer.lever, work.lever[answer.lever].default_value)
    stays = np.isnan(answer.best) if at is None else answer.best == at
    return answer.value is not None or not stays


def _no_help(count: int) -> str:
    others = "lever" if count == 1 else f"{count} levers"
    return f" No move of the other {others} helps." if count else ""


def _record(work: Work, wanted: Goal, answer: Answer) -> Record:
    moved = "; ".join(f"{name}={value:.10g}" for name, value in work.current.settings.items())
    return {
        "label": work.lever[answer.lever].label,
        **asdict(answer),
        "value": _as_number(answer.value),
        "best": _as_number(answer.best),
        "unit": work.lever[answer.lever].unit,
        "goal": str(wanted),
        "levers_moved": moved or "none",
        "note": NOT_A_FORECAST,
    }


def _as_number(value: float | None) -> float | None:
    """Return a value of a lever; none where it stands as printed, year by year."""
    return None if value is None or np.isnan(value) else value


def _unanswered(wanted: Goal, missing: str) -> Record:
    """Return what a download says in place of answers."""
    return {"goal": str(wanted), "note": missing}
