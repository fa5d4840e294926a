"""What a scenario comes to, each result as a figure with its parents."""

from dataclasses import replace

from dashboard.domain.fact import Fact, by_period, derived, scenario
from dashboard.domain.scenario_analysis import MEASURES
from dashboard.views.scenario.work import Scenario, Work

RESULTS = {
    "in_year": "Surplus or deficit, {last}",
    "cumulative": "Added up to {last}",
    "reserves": "Reserves, end of {last}",
    "deepest": "Deepest point added up",
    "transitional": "Transitional funding needed",
}
BETTER_WHEN_LESS = ("transitional",)


def result_labels(work: Work) -> dict[str, str]:
    """Return the words of each result."""
    return {result: words.format(last=work.last) for result, words in RESULTS.items()}


def result_facts(work: Work, one: Scenario) -> dict[str, Fact]:
    """Return the results of a scenario: printed where they are, else derived or scenario."""
    found = work.summary(one)
    ends = {measure: replace(work.path(one, measure)[-1], series=measure) for measure in MEASURES}
    depth = {"deepest": found.deepest_gbp_m, "transitional": found.transitional_gbp_m}
    return ends | {name: _depth(work, one, name, amount) for name, amount in depth.items()}


def gain(result: str, change: float) -> float:
    """Return a change of a result as what is gained by it: less funding needed is better."""
    return -change if result in BETTER_WHEN_LESS else change


def _depth(work: Work, one: Scenario, name: str, amount: float) -> Fact:
    """Return the lowest point of the gap added up, or of reserves, as a figure."""
    measure = "cumulative" if name == "deepest" else "reserves"
    lowest = min(work.path(one, measure), key=lambda fact: fact.amount)
    if one.key != "published":
        return scenario(name, lowest.period, amount, one.name, work.start(measure))
    parent = by_period(work.printed["in_year"], "new_model")[lowest.period] if not lowest.printed else lowest
    return derived(name, lowest.period, amount, [parent])
