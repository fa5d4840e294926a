"""What a preset comes to only because of how we spread its money, said beside it."""

import numpy as np

from dashboard.domain.scenario import outcome
from dashboard.domain.scenario_analysis import summary
from dashboard.domain.scenario_levers import positions
from dashboard.domain.words import size
from dashboard.queries import scenario as queries
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.work import Work, worked


def caveats(store: Store) -> dict[str, str]:
    """Return, for each preset whose money would be enough if it came in time, that it does not."""
    work = worked(store, ScenarioSelection())
    said = {preset.preset: _caveat(work, dict(preset.levers)) for preset in queries.presets(store)}
    return {preset: words for preset, words in said.items() if words}


def _caveat(work: Work, settings: dict[str, float]) -> str:
    found = outcome(work.base, positions(work.levers, settings))
    comes_to, paid = summary(work.base, found), float(found.paid_in.sum())
    without = float(max(0.0, -(found.reserves - np.cumsum(found.paid_in, axis=1)).min()))
    if not comes_to.runs_out or paid < without:
        return ""
    missing, every, short = (
        size(round(amount, 1)) for amount in (comes_to.transitional_gbp_m, paid, without)
    )
    return (
        f"Only because of the equal parts, which are ours, do reserves still run out in {comes_to.runs_out} "
        f"with {missing} missing: all {every}, paid as soon as it is needed, would cover the {short} that "
        "reserves otherwise fall short."
    )
