"""What each lever does, said beside it: what it has done, or what its next step would do."""

import numpy as np

from dashboard.domain.scenario import outcome
from dashboard.domain.scenario_analysis import RESULTS
from dashboard.domain.scenario_levers import Lever
from dashboard.domain.words import millions, number
from dashboard.store import Store
from dashboard.views.scenario.choices import KINDS, ScenarioSelection
from dashboard.views.scenario.split import lever_parts
from dashboard.views.scenario.work import Work, worked


def effects(store: Store, selection: ScenarioSelection) -> dict[str, str]:
    """Return by lever what its move makes of the chosen measure's last year, or what its next step would."""
    work, measure = worked(store, selection), selection.measure
    parts = lever_parts(work, measure)
    steps = _steps(work, measure)
    where = f"{KINDS[measure].lower()}, {work.last}"
    said = {}
    for lever in work.levers:
        if lever.lever in parts:
            said[lever.lever] = f"Moved: {_amount(parts[lever.lever])} on {where}"
        else:
            said[lever.lever] = f"{_step(work, lever)}: {_amount(steps[lever.lever])} on {where}"
    return said


def _step(work: Work, lever: Lever) -> str:
    """Return the next step of a lever in words; one that stands as printed goes to one steady growth."""
    if np.isnan(work.at(work.current)[lever.lever][0]):
        return f"{number(_next(work, lever))}% every year in place of what is printed"
    unit = {"%": "%", "years": " year", "£m": "m"}[lever.unit]
    pound = "£" if lever.unit == "£m" else ""
    way = "more" if _next(work, lever) > work.standing(lever.lever, work.current) else "less"
    return f"{pound}{number(lever.step)}{unit} {way}"


def _next(work: Work, lever: Lever) -> float:
    """Return where the next step of a lever leads: up, or down where it stands at its highest."""
    now = work.standing(lever.lever, work.current)
    return round(now + lever.step if now + lever.step <= lever.highest else now - lever.step, 6)


def _steps(work: Work, measure: str) -> dict[str, float]:
    """Return what the next step of each lever adds to the reader's scenario."""
    at = {name: float(value[0]) for name, value in work.at(work.current).items()}
    rows = {name: np.full(len(at) + 1, value) for name, value in at.items()}
    for place, lever in enumerate(work.levers, 1):
        rows[lever.lever][place] = _next(work, lever)
    now, *then = RESULTS[measure](outcome(work.base, rows))
    return {lever.lever: float(value - now) for lever, value in zip(work.levers, then, strict=True)}


def _amount(value: float) -> str:
    tenth = round(value, 1) + 0.0
    return "nothing" if tenth == 0 else millions(tenth, sign=True)
