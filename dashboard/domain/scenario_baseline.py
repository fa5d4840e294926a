"""From printed figures to what a scenario starts from, and on beyond the last printed year."""

from collections.abc import Sequence

import numpy as np

from dashboard.domain.fact import Fact
from dashboard.domain.scenario import Baseline, Body, Numbers
from dashboard.errors import PlaceboardError

KEPT = "council_direct"
BODIES = (KEPT, "combined_authority", "wellbeing_corporations")
SAVINGS = ("front_office", "professional_support")
FIRST, LAST_OF_CENTURY = 4, 100
MOST_EXTRA_YEARS = 2


def baseline(facts: Sequence[Fact], extra_years: int = 0) -> Baseline:
    """Return what scenarios start from, with `extra_years` more than the report has.

    The series of a figure is part.item.organisation. Where the report's own extrapolation prints a total
    without its parts, its last printed year is repeated; so it is in the years that are carried on here:
    pressures and yearly changes of income go on as in the last year, savings stay as they are.

    Raises:
        PlaceboardError: there are no figures to start from.
    """
    years = tuple(fact.period for fact in _of(facts, "funding"))
    if not years:
        raise PlaceboardError("This release holds no forecast that a scenario could start from.")
    every = carried_on_years(years, extra_years)
    drawn, in_year = (_amounts(facts, f"published.{item}", years) for item in ("drawdown", "in_year"))
    beyond = in_year - drawn
    beyond[0] = 0  # the first year's drawdown is a plan of its own
    bodies = [_body(facts, name, every) for name in BODIES]
    more = len(every) - len(years)
    savings = {name: _held(_amounts(facts, f"saving.{name}.", years), more) for name in SAVINGS}
    return Baseline(
        years=every,
        printed_years=len(years),
        council=bodies[0],
        authority=bodies[1],
        corporations=bodies[2],
        funding=_carried_on(_amounts(facts, "funding", years), len(every)),
        streams={
            fact.series.split(".")[1]: _carried_on(_values(facts, fact.series), len(every))
            for fact in _of(facts, "stream")
        },
        reduction=_values(facts, "reduction"),
        savings=savings,
        target=_target(facts, years, more, bodies[0]),
        target_pct=_of(facts, "rate")[0].amount,
        beyond=np.append(beyond, np.zeros(more)),
    )


def carried_on_years(years: Sequence[str], extra_years: int = MOST_EXTRA_YEARS) -> tuple[str, ...]:
    """Return the financial years of a forecast and those after it."""
    return (*years, *(_later(years[-1], count) for count in range(1, extra_years + 1))) if years else ()


def _body(facts: Sequence[Fact], name: str, years: tuple[str, ...]) -> Body:
    """Return an organisation; it takes over in the first year that any cost is allocated to it."""
    base = [fact for fact in _of(facts, "base") if fact.series.endswith(f".{name}")]
    own = [fact for fact in _of(facts, "uplift") if fact.series.endswith(f".{name}")]
    drivers = dict.fromkeys(fact.series.split(".")[1] for fact in own)
    uplift = {
        driver: _uplift([fact for fact in own if f".{driver}." in fact.series], years) for driver in drivers
    }
    starts = next(fact.period for fact in base if fact.amount)
    return Body(base[-1].amount, uplift, None if name == KEPT else years.index(starts))


def _uplift(facts: Sequence[Fact], years: tuple[str, ...]) -> Numbers:
    """Return what a driver adds in each year; after the last printed year the same again."""
    known = {fact.period: fact.amount for fact in facts}
    last = max(known)
    return np.array([known.get(year, known[last] if year > last else 0.0) for year in years])


def _target(facts: Sequence[Fact], years: tuple[str, ...], more: int, council: Body) -> Numbers:
    """Return the saving set as a share of the council's own cost; later years add that share of its rise."""
    printed = _amounts(facts, "saving.additional.", years)
    rate = _of(facts, "rate")[0].amount / 100
    rise = np.asarray(sum(council.uplift.values()))[len(years) :]
    return np.append(printed, printed[-1] + np.cumsum(rise) * rate) if more else printed


def _carried_on(values: Numbers, count: int) -> Numbers:
    """Return `count` years of `values`: each later one changes by as much as the last; none is negative."""
    later = np.arange(1, count - len(values) + 1) * (values[-1] - values[-2])
    return np.append(values, np.maximum(values[-1] + later, 0))


def _held(values: Numbers, more: int) -> Numbers:
    return np.append(values, np.full(more, values[-1]))


def _of(facts: Sequence[Fact], start: str) -> list[Fact]:
    """Return the figures whose series begins with `start`, by year."""
    found = [fact for fact in facts if fact.series.startswith(start)]
    return sorted(found, key=lambda fact: fact.period)


def _amounts(facts: Sequence[Fact], start: str, years: Sequence[str]) -> Numbers:
    """Return the amounts of a series by year; a year without a figure is nil."""
    known = {fact.period: fact.amount for fact in _of(facts, start)}
    return np.array([known.get(year, 0.0) for year in years])


def _values(facts: Sequence[Fact], start: str) -> Numbers:
    return np.array([fact.amount for fact in _of(facts, start)])


def _later(year: str, count: int) -> str:
    """Return the financial year `count` years after another, such as 2018/19."""
    first = int(year[:FIRST]) + count
    return f"{first}/{(first + 1) % LAST_OF_CENTURY:02d}"
