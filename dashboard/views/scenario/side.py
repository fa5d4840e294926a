"""Scenarios side by side: what each comes to, and every lever that any of them moves."""

from dataclasses import replace

from dashboard.domain.fact import Fact, scenario
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import counted, millions
from dashboard.store import Store
from dashboard.views.scenario.choices import NOT_A_FORECAST, ScenarioSelection
from dashboard.views.scenario.words import against, input_labels, set_to
from dashboard.views.scenario.work import Scenario, Work, worked

MEASURES = {
    "in_year": "Surplus or deficit, {last}",
    "cumulative": "Added up to {last}",
    "reserves": "Reserves, end of {last}",
}
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
    rows = [*_amount_rows(work), *_word_rows(work), *_lever_rows(work)]
    facts = [_fact(work, one, measure) for one in work.scenarios for measure in MEASURES]
    return View(
        name="scenario.side",
        title=_title(work),
        subtitle=f"Results and levers by scenario, to {work.last}. {NOT_A_FORECAST}",
        table=Table(
            "Scenarios side by side",
            (Cell("", heading=True), *(Cell(one.name, number=True, heading=True) for one in work.scenarios)),
            tuple(rows),
        ),
        facts=tuple(facts),
        records=fact_records(
            [*facts, *work.inputs()],
            {**input_labels(work), **{key: words.format(last=work.last) for key, words in MEASURES.items()}},
        ),
        method=METHOD,
    )


def _fact(work: Work, one: Scenario, measure: str) -> Fact:
    fact = work.path(one, measure)[-1]
    if one.key == "published":
        return replace(fact, series=measure)
    return scenario(measure, fact.period, fact.amount, one.name, work.start(measure))


def _amount_rows(work: Work) -> list[tuple[Cell, ...]]:
    rows = []
    for measure, words in MEASURES.items():
        facts = [_fact(work, one, measure) for one in work.scenarios]
        rows.append((Cell(words.format(last=work.last), heading=True), *map(fact_cell, facts)))
        if len(facts) > 1:
            changes = [
                Cell("", number=True),
                *(Cell(against(fact.amount - facts[0].amount), number=True) for fact in facts[1:]),
            ]
            rows.append((Cell("Change", heading=True), *changes))
    return rows


def _word_rows(work: Work) -> list[tuple[Cell, ...]]:
    found = [work.summary(one) for one in work.scenarios]
    rows = {
        "Reserves run out": [one.runs_out or "not in these years" for one in found],
        "Breaks even": [one.breaks_even or "not in these years" for one in found],
        "Deepest point added up": [
            f"{millions(round(one.deepest_gbp_m, 1))} in {one.deepest_year}" for one in found
        ],
        "Transitional funding needed": [millions(round(one.transitional_gbp_m, 1)) for one in found],
    }
    return [
        (
            Cell(label, heading=True),
            *(
                Cell(text, number=True, note=_status(one))
                for one, text in zip(work.scenarios, texts, strict=True)
            ),
        )
        for label, texts in rows.items()
    ]


def _status(one: Scenario) -> str:
    return "derived" if one.key == "published" else "scenario"


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
