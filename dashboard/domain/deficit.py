"""Trajectories, reserves, payback: what the council's forecasts say."""

from collections.abc import Sequence
from itertools import accumulate

from dashboard.domain.fact import Fact, by_period, derived

MONTH_DAY_OF_YEAR_END = "-03-31"


def first_negative(facts: Sequence[Fact]) -> Fact | None:
    """Return the first figure below zero, or None."""
    return next((fact for fact in facts if fact.amount < 0), None)


def break_even(facts: Sequence[Fact]) -> Fact | None:
    """Return the first figure from which on none is below zero, or None where the last one is."""
    found = None
    for fact in facts:
        found = None if fact.amount < 0 else found or fact
    return found


def deepest(facts: Sequence[Fact]) -> Fact:
    """Return the lowest figure; the first where several are equal."""
    return min(facts, key=lambda fact: fact.amount)


def running_sum(facts: Sequence[Fact], series: str) -> list[Fact]:
    """Return the running sum of `facts` as derived figures of `series`."""
    sums = accumulate(fact.amount for fact in facts)
    return [
        derived(series, fact.period, total, facts[:count])
        for count, (fact, total) in enumerate(zip(facts, sums, strict=True), 1)
    ]


def extended(printed: Sequence[Fact], yearly: Sequence[Fact], series: str) -> list[Fact]:
    """Return the derived figures that carry a printed running total on by the yearly figures after it."""
    start = printed[-1]
    later = [fact for fact in yearly if fact.period > start.period]
    return running_sum([start, *later], series)[1:]


def total_reserves(kinds: Sequence[Fact], series: str) -> list[Fact]:
    """Return earmarked and unallocated reserves added up at each date for which both are known."""
    dates = dict.fromkeys(fact.period for fact in kinds)
    totals = []
    for date in dates:
        parts = [fact for fact in kinds if fact.period == date]
        if len(parts) == 2:
            totals.append(derived(series, date, sum(part.amount for part in parts), parts))
    return totals


def closing_year(date: str) -> str:
    """Return the financial year that ends on 31 March `date`, as 2016/17."""
    year = int(date[:4])
    if not date.endswith(MONTH_DAY_OF_YEAR_END):
        raise ValueError(f"{date} is not the last day of a financial year")
    return f"{year - 1}/{year % 100:02d}"


def difference(first: Fact, second: Fact, series: str) -> Fact:
    """Return second less first as a derived figure."""
    return derived(series, second.period, second.amount - first.amount, [second, first])


def latest_common(facts: Sequence[Fact], *series: str) -> str:
    """Return the last period for which every one of `series` has a figure."""
    periods = [by_period(facts, name) for name in series]
    return [period for period in periods[0] if all(period in other for other in periods)][-1]
