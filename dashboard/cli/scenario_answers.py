"""What the scenario commands answer: tables for people, the same numbers as JSON for programs."""

import json as json_lines
from dataclasses import asdict, replace
from math import isnan
from typing import Any

import numpy as np

from dashboard.domain.fact import DECIMALS, Fact, by_period
from dashboard.domain.scenario import LeverError, Outcome, do_nothing
from dashboard.domain.scenario_analysis import summary
from dashboard.domain.scenario_goal import goal, solve
from dashboard.domain.scenario_levers import stacked
from dashboard.domain.scenario_uncertainty import DRAWS, PERCENTILES, SEED
from dashboard.errors import PlaceboardError
from dashboard.queries import scenario as queries
from dashboard.store import Store
from dashboard.terminal import answer, answer_json, answer_table
from dashboard.views.scenario import NOT_A_FORECAST, ScenarioSelection, Work
from dashboard.views.scenario.ranges import chosen_ranges, spread_of
from dashboard.views.scenario.split import every_part, years_without

MEASURES = ("in_year", "cumulative", "reserves")
PUBLISHED_NOTE = "As the report publishes it; a year that it does not print is carried on by us."


def run(store: Store, work: Work, path: str, name: str) -> dict[str, Any]:
    """Return a scenario by year with what the tables print, its summary and the change split by lever."""
    if path not in ("new_model", "do_nothing"):
        raise PlaceboardError(f"--path can be new_model or do_nothing; found {path}.")
    one = work.current
    _refuse_without_part(work, path)
    found = work.found if path == "new_model" else do_nothing(work.base, work.at(one))
    row = one.row if path == "new_model" else 0
    published = not work.moved
    printed = _printed(store, work, path)
    result: dict[str, Any] = {
        "scenario": name or ("as published" if published else one.name),
        "path": path,
        "note": PUBLISHED_NOTE if published else NOT_A_FORECAST,
        "levers": {lever: _number(float(values[0])) for lever, values in work.at(one).items()},
        "moved": dict(one.settings),
        "years": [
            {
                "financial_year": year,
                "carried_on_by_us": not any((measure, year) in printed for measure in MEASURES),
                **{f"{measure}_gbp_m": _value(found, measure, row, place) for measure in MEASURES},
                "printed": {
                    measure: printed[measure, year] for measure in MEASURES if (measure, year) in printed
                },
            }
            for place, year in enumerate(work.base.years)
        ],
        "summary": {
            key: _number(value) if isinstance(value, float) else value
            for key, value in asdict(summary(work.base, found, row)).items()
        },
    }
    if work.moved and path == "new_model":
        parts = every_part(work)
        result["change_gbp_m"] = {name: _number(sum(own.values())) for name, own in parts.items()}
        result["change_by_lever_gbp_m"] = {
            name: {lever: _number(part) for lever, part in own.items()} for name, own in parts.items()
        }
        result["without_each_lever"] = {
            lever: {"runs_out": found.runs_out, "breaks_even": found.breaks_even}
            for lever, found in years_without(work).items()
        }
        result["split"] = (
            "Shapley: the average over every order in which the levers could be moved; the parts add up. "
            "in_year, cumulative and reserves are those of the last year."
        )
    return result


def _refuse_without_part(work: Work, path: str) -> None:
    """Refuse levers that cannot change the path, from one of their ends to the other."""
    idle = [name for name in work.current.settings if path == "do_nothing" and _idle(work, name)]
    if idle:
        raise PlaceboardError(
            "Doing nothing moves no service, saves nothing and is paid nothing, so it has no part for "
            f"{', '.join(idle)}."
        )


def _idle(work: Work, name: str) -> bool:
    lever = work.lever[name]
    ends = stacked(
        [{**work.at(work.current), name: np.array([end])} for end in (lever.lowest, lever.highest)]
    )
    low, high = do_nothing(work.base, ends).reserves
    return bool((low == high).all())


def _number(value: float) -> float | None:
    """Return a number far below the penny; None where a lever stands as printed, year by year."""
    return None if isnan(value) else round(value, DECIMALS) + 0.0


def _value(found: Outcome, measure: str, row: int, place: int) -> float:
    return round(float(getattr(found, measure)[row, place]), DECIMALS) + 0.0


def _printed(store: Store, work: Work, path: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Return what the tables print for a path, by measure and year, with where they print it."""
    facts: list[Fact] = (
        queries.published(store)
        if path == "new_model"
        else [
            fact
            for measure, known in work.printed.items()
            for fact in (_renamed(item, measure) for item in by_period(known, "do_nothing").values())
        ]
    )
    return {
        (fact.series, fact.period): {
            "value_gbp_m": fact.value,
            "printed": fact.printed,
            "status": fact.status,
            "source_id": fact.source_id,
            "source_line": fact.source_line,
            "locator": fact.locator,
        }
        for fact in facts
    }


def _renamed(fact: Fact, series: str) -> Fact:
    return replace(fact, series=series)


def answer_run(result: dict[str, Any], *, as_json: bool) -> None:
    """Print a scenario by year."""
    if as_json:
        answer_json(result)
        return
    answer(f"{result['scenario']}, {result['path']}, £m. {result['note']}")
    names = ["financial_year", *(f"{measure}_gbp_m" for measure in MEASURES), "carried_on_by_us"]
    answer_table(names, [[_tenth(year[name]) for name in names] for year in result["years"]])
    answer(", ".join(f"{name} {_tenth(value)}" for name, value in result["summary"].items()))
    for measure, parts in result.get("change_by_lever_gbp_m", {}).items():
        said = "; ".join(f"{lever} {part:+.1f}" for lever, part in parts.items())
        answer(f"Change of {measure}: {said}")


def _tenth(value: object) -> object:
    """Return an amount to a tenth of a million, as the page shows it; anything else as it is."""
    return round(value, 1) + 0.0 if isinstance(value, float) else value


def answer_solved(work: Work, target: str, *, as_json: bool) -> None:
    """Print what each lever by itself would have to be for a target."""
    try:
        wanted = goal(target, work.base.years)
    except LeverError as error:
        raise PlaceboardError(f"The target cannot be looked for: {error}.") from error
    found = solve(work.base, work.levers, work.at(work.current), wanted)
    answers = [{**asdict(one), "best": _number(one.best)} for one in found]
    if as_json:
        answer_json(
            {
                "target": str(wanted),
                "note": NOT_A_FORECAST,
                "moved": dict(work.current.settings),
                "levers": answers,
            }
        )
        return
    met = answers[0]["already"]
    enough = sum(one.value is not None for one in found)
    answer(
        "The target is met as the levers stand."
        if met
        else f"{enough} of {len(answers)} levers would be enough, each alone. {NOT_A_FORECAST}"
    )
    answer_table(
        list(answers[0]),
        [list({**one, "short_gbp_m": _tenth(one["short_gbp_m"])}.values()) for one in answers],
    )


def answer_spread(work: Work, selection: ScenarioSelection, *, as_json: bool) -> None:
    """Print how reserves spread over the ranges."""
    found, ranges = spread_of(work, selection), chosen_ranges(work, selection)
    years = work.base.years
    result = {
        "note": NOT_A_FORECAST,
        "draws": DRAWS,
        "seed": SEED,
        "correlation": int(selection.together) / 100,
        "moved": dict(work.current.settings),
        "ranges": {name: asdict(bounds) for name, bounds in ranges},
        "ranges_are": "as given" if selection.ranges else "ours; no document prints them",
        "reserves_gbp_m": {
            f"p{percent:02d}": dict(zip(years, map(float, row), strict=True))
            for percent, row in zip(PERCENTILES, found.fan, strict=True)
        },
        "reserves_have_lasted": dict(zip(years, map(float, found.lasting), strict=True)),
        "last_reserves_at_ends_gbp_m": {name: list(ends) for name, ends in found.swings.items()},
    }
    if as_json:
        answer_json(result)
        return
    answer(f"Reserves, £m, {DRAWS} draws from ranges {result['ranges_are']}. {NOT_A_FORECAST}")
    rows = [
        [f"p{percent:02d}", *(round(float(value), 1) for value in row)]
        for percent, row in zip(PERCENTILES, found.fan, strict=True)
    ]
    rows.append(["have lasted, %", *(round(float(chance) * 100, 1) for chance in found.lasting)])
    answer_table(["of the draws", *years], rows)
    answer_table(
        ["lever", "reserves at low end", "reserves at high end"],
        [[name, *(round(end, 1) for end in ends)] for name, ends in found.swings.items()],
    )


def list_levers(store: Store, *, as_json: bool) -> None:
    """Print every lever and every preset."""
    levers, presets = queries.levers(store), queries.presets(store)
    if as_json:
        answer_json(
            {"levers": [asdict(lever) for lever in levers], "presets": [asdict(preset) for preset in presets]}
        )
        return
    shown = ("lever", "lowest", "highest", "unit", "default_value", "default_words", "source_line")
    answer_table(shown, [[getattr(lever, name) for name in shown] for lever in levers])
    answer("")
    answer_table(
        ["preset", "label", "sets", "source_line"],
        [
            [item.preset, item.label, json_lines.dumps(dict(item.levers)), item.source_line]
            for item in presets
        ],
    )
