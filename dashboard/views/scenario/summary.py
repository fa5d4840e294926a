"""The head of the scenario page: its finding, and the headline figures of the reader's scenario."""

from dashboard.domain.headline import Headline, lines_cited
from dashboard.domain.scenario_analysis import Summary
from dashboard.domain.words import millions, size
from dashboard.queries import deficit as deficit_queries
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.words import against
from dashboard.views.scenario.work import Work, worked

NOT_YET = "Not yet"


def finding(store: Store, selection: ScenarioSelection) -> str:
    """Return what the reader's scenario comes to in one sentence."""
    work = worked(store, selection)
    mine = work.summary(work.current)
    out = f"reserves run out in {mine.runs_out}" if mine.runs_out else f"reserves last to {work.last}"
    even = (
        f"the council breaks even in {mine.breaks_even}"
        if mine.breaks_even
        else f"the council does not break even by {work.last}"
    )
    whose = "With your levers" if work.moved else "With no lever moved"
    return f"{whose}, {out} and {even}"


def results(store: Store, selection: ScenarioSelection) -> list[Headline]:
    """Return the headline figures: published and the reader's."""
    work = worked(store, selection)
    return [
        _amount(work, "in_year", f"Surplus or deficit, {work.last}"),
        _amount(work, "reserves", f"Reserves, end of {work.last}"),
        _year(work, "runs_out", "Reserves run out", "reserves"),
        _year(work, "breaks_even", "Breaks even", "in_year"),
        _needed(store, work),
    ]


def _pair(work: Work) -> tuple[Summary, Summary]:
    return work.summary(work.scenarios[0]), work.summary(work.current)


def _amount(work: Work, measure: str, label: str) -> Headline:
    published, mine = (work.path(one, measure)[-1].amount for one in (work.scenarios[0], work.current))
    meaning = f"Your levers leave it {against(mine - published)}." if work.moved else "No lever is moved."
    standing = work.standing_of(work.last)
    rows = _rows(work, millions(round(published, 1)), millions(round(mine, 1)), standing)
    return Headline(label, "", meaning, lines_cited([work.start(measure)]), rows)


def _year(work: Work, name: str, label: str, measure: str) -> Headline:
    published, mine = (getattr(found, name) or NOT_YET for found in _pair(work))
    same = "The same as in the new model." if published == mine else f"In the new model: {published.lower()}."
    beyond = f"Not by {work.last}. " if mine == NOT_YET else ""
    meaning = f"{beyond}{same}" if work.moved else f"In the years to {work.last}."
    rows = _rows(work, published, mine, work.standing_of(published))
    return Headline(label, "", meaning, lines_cited([work.start(measure)]), rows)


def _needed(store: Store, work: Work) -> Headline:
    asked = deficit_queries.narrative(store, "transitional_funding_total")[-1]
    published, mine = (round(found.transitional_gbp_m, 1) for found in _pair(work))
    meaning = (
        "The most that reserves would be below zero in any year (derived); the report itself asks for about "
        f"{size(asked.amount)}."
    )
    rows = _rows(work, millions(published), millions(mine), "derived")
    return Headline(
        "Transitional funding needed", "", meaning, lines_cited([work.start("reserves"), asked]), rows
    )


def _rows(work: Work, published: str, mine: str, standing: str) -> tuple[tuple[str, str, str], ...]:
    """Return the published value and, where a lever is moved, the reader's."""
    yours = [("s2 dash", mine, "your scenario")] if work.moved else []
    return (("s1", published, standing), *yours)
