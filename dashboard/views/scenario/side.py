"""Scenarios side by side: what each comes to, and every lever that any of them moves."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.fact import DERIVED, NOT_A_FORECAST, SCENARIO, Fact
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import counted, size
from dashboard.store import Store
from dashboard.views.scenario.choices import ScenarioSelection
from dashboard.views.scenario.results import gain, result_facts, result_labels
from dashboard.views.scenario.words import NOT_YET, SMALL_GBP_M, input_labels, set_to
from dashboard.views.scenario.work import Scenario, Work, worked

YEARS = {"deepest_year": "Deepest in", "runs_out": "Reserves run out", "breaks_even": "Breaks even"}
METHOD = (
    "Each column is one scenario, worked out by the same rules from the same printed figures. "
    "Transitional funding "
    "needed is the most that reserves would be below zero in any year, so that with it they never "
    "are; it counts "
    "what a scenario already pays in. Years are those shown: none of them says what comes after."
)


def side(store: Store, selection: ScenarioSelection) -> View:
    """Return every scenario in a column: results, then the levers that any of them moves."""
    work = worked(store, selection)
    labels = result_labels(work)
    known = {one.key: result_facts(work, one) for one in work.scenarios}
    facts = [fact for own in known.values() for fact in own.values()]
    named = [
        replace(fact, locator=f"{one.name}: {fact.locator}") if one.key == "published" else fact
        for one in work.scenarios
        for fact in known[one.key].values()
    ]
    every = [*named, *_years(work), *work.inputs(), *work.standing_inputs()]
    return View(
        name="scenario.side",
        title=_title(work),
        subtitle=f"Results and levers by scenario, to {work.last}. {NOT_A_FORECAST}",
        table=Table(
            "Scenarios side by side",
            (Cell("", heading=True), *(Cell(one.name, number=True, heading=True) for one in work.scenarios)),
            (*_amount_rows(work, known, labels), *_year_rows(work), *_lever_rows(work)),
        ),
        facts=tuple(facts),
        records=fact_records(
            every,
            {**input_labels(work), **labels, **{f"year.{name}": words for name, words in YEARS.items()}},
        ),
        method=METHOD,
    )


def _amount_rows(
    work: Work, known: Mapping[str, Mapping[str, Fact]], labels: Mapping[str, str]
) -> list[tuple[Cell, ...]]:
    rows = []
    for result, words in labels.items():
        facts = [known[one.key][result] for one in work.scenarios]
        rows.append((Cell(words, heading=True), *map(fact_cell, facts)))
        if len(facts) > 1:
            changes = [_change(gain(result, fact.amount - facts[0].amount)) for fact in facts[1:]]
            rows.append(
                (
                    Cell("Against the new model", heading=True),
                    *(Cell(text, number=True) for text in ("", *changes)),
                )
            )
    return rows


def _change(amount: float) -> str:
    if abs(amount) < SMALL_GBP_M:
        return "the same"
    return f"{size(round(amount, 1))} {'better' if amount > 0 else 'worse'}"


def _year_rows(work: Work) -> list[tuple[Cell, ...]]:
    found = [work.summary(one) for one in work.scenarios]
    return [
        (
            Cell(words, heading=True),
            *(
                Cell(getattr(own, name) or NOT_YET, number=True, note=_status(one))
                for one, own in zip(work.scenarios, found, strict=True)
            ),
        )
        for name, words in YEARS.items()
    ]


def _years(work: Work) -> list[Fact]:
    """Return the years as rows of a download."""
    return [
        Fact(
            f"year.{name}",
            getattr(work.summary(one), name) or NOT_YET,
            None,
            "year",
            "",
            _status(one),
            work.facts[0].source_id,
            None,
            f"Scenario: {one.name}"
            if one.key == "published"
            else f"Scenario: {one.name}; not the council’s forecast",
        )
        for one in work.scenarios
        for name in YEARS
    ]


def _status(one: Scenario) -> str:
    return DERIVED if one.key == "published" else SCENARIO


def _lever_rows(work: Work) -> list[tuple[Cell, ...]]:
    used = [lever for lever in work.levers if any(lever.lever in one.settings for one in work.scenarios)]
    rows = []
    for lever in used:
        usual = "as printed" if lever.default_value is None else set_to(lever, lever.default_value)
        texts = [
            set_to(lever, one.settings[lever.lever]) if lever.lever in one.settings else usual
            for one in work.scenarios
        ]
        rows.append((Cell(lever.label, heading=True), *(Cell(text, number=True) for text in texts)))
    return rows


def _title(work: Work) -> str:
    others = work.scenarios[1:]
    if not others:
        return "One scenario so far: the published one. Move a lever to set another beside it"
    ends = {one.name: work.path(one, "reserves")[-1].amount for one in work.scenarios}
    best = max(ends, key=lambda name: ends[name])
    return (
        f"Of {counted(len(ends), 'scenario', 'scenarios')}, “{best}” leaves the most in "
        f"reserve in {work.last}"
    )
