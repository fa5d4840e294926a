"""A reader's own scenario, to stand beside the published paths."""

from collections.abc import Sequence

from dashboard.domain.fact import YOURS, Fact, scenario
from dashboard.domain.scenario import outcome
from dashboard.domain.scenario_analysis import MEASURES
from dashboard.domain.scenario_levers import positions
from dashboard.queries import scenario as queries
from dashboard.store import Store
from dashboard.views.deficit.choices import DeficitSelection
from dashboard.views.deficit.series import of

OWN = "yours"


def own_path(store: Store, selection: DeficitSelection, facts: Sequence[Fact]) -> list[Fact]:
    """Return the scenario of the levers in the address by year; nothing where no lever is moved."""
    if not selection.levers:
        return []
    base = queries.baseline(store)
    found = outcome(base, positions(queries.levers(store), dict(selection.levers)))
    values = MEASURES[selection.measure](found)[0]
    start = of(facts, "new_model")[-1]
    return [
        scenario(OWN, year, float(value), YOURS, start)
        for year, value in zip(base.years, values, strict=True)
    ]


def own_inputs(store: Store, selection: DeficitSelection, facts: Sequence[Fact]) -> dict[str, Fact]:
    """Return the levers moved, by their words, for downloads."""
    known = {lever.lever: lever for lever in queries.levers(store)} if selection.levers else {}
    return {
        known[name].label: scenario(f"lever.{name}", "", value, YOURS, facts[0], known[name].unit)
        for name, value in selection.levers
    }
