"""What each lever does, said beside it: what it has done, or what one step more would do."""

import numpy as np

from dashboard.domain.scenario import outcome
from dashboard.domain.scenario_analysis import RESULTS
from dashboard.domain.words import millions, number
from dashboard.store import Store
from dashboard.views.scenario.choices import KINDS, ScenarioSelection
from dashboard.views.scenario.split import lever_parts
from dashboard.views.scenario.work import Work, worked


def effects(store: Store, selection: ScenarioSelection) -> dict[str, str]:
    """Return by lever what its move makes of the chosen measure's last year, or what one step more would."""
    work, measure = worked(store, selection), selection.measure
    parts = lever_parts(work, measure)
    steps = _steps(work, measure)
    where = f"{KINDS[measure].lower()}, {work.last}"
    said = {}
    for lever in work.levers:
        if lever.lever in parts:
            said[lever.lever] = f"Moved: {_amount(parts[lever.lever])} on {where}"
        else:
            unit = {"%": "%", "years": " year", "£m": "m"}[lever.unit]
            pound = "£" if lever.unit == "£m" else ""
            said[lever.lever] = (
                f"{pound}{number(lever.step)}{unit} more: {_amount(steps[lever.lever])} on {where}"
            )
    return said


def _steps(work: Work, measure: str) -> dict[str, float]:
    """Return what one step more of each lever adds, from where the reader's scenario stands."""
    count = len(work.levers)
    standing = {lever.lever: work.standing(lever.lever, work.current) for lever in work.levers}
    at = {name: float(value[0]) for name, value in work.at(work.current).items()}
    rows = {name: np.full(2 * count, value) for name, value in at.items()}
    for place, lever in enumerate(work.levers):
        rows[lever.lever][2 * place : 2 * place + 2] = (
            standing[lever.lever],
            standing[lever.lever] + lever.step,
        )
    ends = RESULTS[measure](outcome(work.base, rows)).reshape(-1, 2)
    return {lever.lever: float(more - now) for lever, (now, more) in zip(work.levers, ends, strict=True)}


def _amount(value: float) -> str:
    tenth = round(value, 1) + 0.0
    return "nothing" if tenth == 0 else millions(tenth, sign=True)
