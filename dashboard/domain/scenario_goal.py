"""What it would take: one lever at a time, until a goal is met."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.domain.scenario import Baseline, LeverError, Numbers, Outcome, outcome
from dashboard.domain.scenario_analysis import MEASURES
from dashboard.domain.scenario_levers import Lever

GOAL = re.compile(r"(in_year|cumulative|reserves)>=(-?\d{1,4}(?:\.\d{1,2})?)@(always|20\d\d/\d\d)")
ALWAYS = "always"
ROUNDING_GBP_M = 1e-9


@dataclass(frozen=True, slots=True)
class Goal:
    """A measure that is to be at least an amount in one year, or in every year (`always`)."""

    measure: str
    at_least_gbp_m: float
    year: str

    def __str__(self) -> str:
        return f"{self.measure}>={self.at_least_gbp_m:g}@{self.year}"

    def margin(self, base: Baseline, found: Outcome) -> Numbers:
        """Return by how much each scenario of `found` passes the goal, £m; negative where it falls short."""
        above = MEASURES[self.measure](found) - self.at_least_gbp_m
        return np.asarray(above.min(axis=1) if self.year == ALWAYS else above[:, base.years.index(self.year)])


def goal(text: str, years: Collection[str]) -> Goal:
    """Return the goal that a text such as "in_year>=0@2020/21" or "reserves>=20@always" describes.

    Raises:
        LeverError: it describes none, or a year that is none of `years`.
    """
    found = GOAL.fullmatch(text)
    if not found:
        raise LeverError(
            "a goal is a measure, an amount in £m and a year, such as in_year>=0@2020/21 or "
            f"reserves>=20@always; found {text}"
        )
    measure, amount, year = found.groups()
    if year != ALWAYS and year not in years:
        raise LeverError(f"the years are {', '.join(sorted(years))} or {ALWAYS}; found {year}")
    return Goal(measure, float(amount), year)


@dataclass(frozen=True, slots=True)
class Answer:
    """What it would take with one lever: `value` reaches the goal; None where the whole range does not.

    `best` is the value that comes nearest, where the lever stands if no move helps, and `short_gbp_m` what is
    missing there, 0 where the goal is reached; `already` says that the scenario meets it as it stands.
    """

    lever: str
    value: float | None
    best: float
    short_gbp_m: float
    already: bool


def solve(base: Baseline, levers: Sequence[Lever], at: Mapping[str, Numbers], wanted: Goal) -> list[Answer]:
    """Return, for each lever by itself, the smallest move in whole steps that meets the goal."""
    return [_solve_one(base, lever, at, wanted) for lever in levers]


def _solve_one(base: Baseline, lever: Lever, at: Mapping[str, Numbers], wanted: Goal) -> Answer:
    now = float(at[lever.lever][0])
    count = round((lever.highest - lever.lowest) / lever.step) + 1
    tried = np.round(np.linspace(lever.lowest, lever.highest, count), 6)
    values = np.append(tried, now)
    rows = {name: np.repeat(value, len(values)) for name, value in at.items()}
    margins = wanted.margin(base, outcome(base, {**rows, lever.lever: values}))
    if margins[-1] >= -ROUNDING_GBP_M:
        return Answer(lever.lever, now, now, 0.0, already=True)
    good = tried[margins[:-1] >= -ROUNDING_GBP_M]
    if not len(good):
        best = int(np.argmax(margins))
        if margins[best] <= margins[-1] + ROUNDING_GBP_M:
            best = len(values) - 1  # no move helps: best where it stands
        return Answer(lever.lever, None, float(values[best]), round(float(-margins[best]), 6), already=False)
    start = lever.lowest if np.isnan(now) else now
    nearest = float(good[np.argmin(np.abs(good - start))])
    return Answer(lever.lever, nearest, nearest, 0.0, already=False)
