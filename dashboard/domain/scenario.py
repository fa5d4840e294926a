"""What the council that remains would spend, receive and hold in reserve if the levers stood otherwise.

Everything is worked out for many scenarios at once: a lever is an array with one value per scenario, and a
result has a row per scenario and a column per year. At the levers' defaults the published figures come out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dashboard.errors import PlaceboardError

Numbers = NDArray[np.float64]
WHOLE = 100.0


class LeverError(PlaceboardError, ValueError):
    """A lever does not exist or stands where it cannot."""


@dataclass(frozen=True)
class Body:
    """An organisation that carries services: what they cost before uplift, and the year it takes them over.

    `uplift` holds what each driver adds in each year, £m. `takes_over` is the place of the year, or None for
    the council itself.
    """

    base: float
    uplift: Mapping[str, Numbers]
    takes_over: int | None


@dataclass(frozen=True)
class Baseline:
    """The published path, £m a year: everything the model starts from, printed or extrapolated.

    The first `printed_years` of `years` are the report's; those after it are carried on by this model.
    `streams` are the parts of income that a lever can move; `funding` is the printed total. `reduction` is
    what the funding of the corporations falls by, counted from the year they take over. `savings` may be
    negative while they cost. `target` is the saving that stands for `target_pct` of the council's own
    expenditure.
    `beyond` is what the report's table of reserves takes in a year beyond the deficit it prints elsewhere.
    """

    years: tuple[str, ...]
    printed_years: int
    council: Body
    authority: Body
    corporations: Body
    funding: Numbers
    streams: Mapping[str, Numbers]
    reduction: Numbers
    savings: Mapping[str, Numbers]
    target: Numbers
    target_pct: float
    beyond: Numbers


@dataclass(frozen=True)
class Outcome:
    """Results by scenario and year, £m: negative is a deficit, or reserves that have run out.

    `own` is what the services cost that the council keeps, `waiting` those that have yet to move. `passed_on`
    is the funding of each body before its reduction, and `reduction` what the corporations get less.
    """

    own: Numbers
    waiting: Numbers
    total_funding: Numbers
    passed_on: Mapping[str, Numbers]
    reduction: Numbers
    savings: Mapping[str, Numbers]
    paid_in: Numbers
    reserves: Numbers

    @property
    def expenditure(self) -> Numbers:
        """What the council spends before its savings."""
        return self.own + self.waiting

    @property
    def funding(self) -> Numbers:
        """What is left of the funding for the council itself."""
        return np.asarray(self.total_funding - sum(self.passed_on.values()) + self.reduction)

    @property
    def saved(self) -> Numbers:
        """Every saving together, less what they cost."""
        return np.asarray(sum(self.savings.values()))

    @property
    def in_year(self) -> Numbers:
        """Surplus or deficit of each year."""
        return self.funding - self.expenditure + self.saved

    @property
    def cumulative(self) -> Numbers:
        """Surplus or deficit added up since the first year."""
        return np.asarray(np.cumsum(self.in_year, axis=1))


def outcome(base: Baseline, levers: Mapping[str, Numbers]) -> Outcome:
    """Return what follows from the levers, each an array with one value per scenario."""
    own = _costs(base.council, levers)
    authority_waits, to_authority, _ = _moved(base.authority, levers["authority_slip_years"], levers)
    corporations_wait, to_corporations, since = _moved(
        base.corporations, levers["corporations_slip_years"], levers
    )
    savings = {name: _saving(name, yearly, levers) for name, yearly in base.savings.items()}
    found = Outcome(
        own=own,
        waiting=authority_waits + corporations_wait,
        total_funding=_funding(base, levers),
        passed_on={"authority": to_authority, "corporations": to_corporations},
        reduction=_reduction(base, levers, since),
        savings={**savings, "additional": _target(base, levers, own)},
        paid_in=_transitional(base, levers),
        reserves=own,
    )
    change = found.in_year - base.beyond + found.paid_in
    return replace(found, reserves=_reserves(levers, change))


def do_nothing(base: Baseline, levers: Mapping[str, Numbers]) -> Outcome:
    """Return what follows if no service moves and nothing is saved, with the same funding and pressures."""
    own = _costs(base.council, levers)
    nil = np.zeros_like(own)
    found = Outcome(
        own=own,
        waiting=_costs(base.authority, levers) + _costs(base.corporations, levers),
        total_funding=_funding(base, levers),
        passed_on={"authority": nil, "corporations": nil},
        reduction=nil,
        savings={},
        paid_in=nil,
        reserves=nil,
    )
    return replace(found, reserves=_reserves(levers, found.in_year))


def _reserves(levers: Mapping[str, Numbers], change: Numbers) -> Numbers:
    """Return the reserves at the end of each year; the first year's drawdown is planned."""
    change = change.copy()
    change[:, 0] = -levers["planned_drawdown_gbp_m"]
    return np.asarray(levers["opening_reserves_gbp_m"][:, None] + np.cumsum(change, axis=1))


def _costs(body: Body, levers: Mapping[str, Numbers]) -> Numbers:
    """Return what the services of a body cost each year, whoever pays."""
    drivers = list(body.uplift)
    shares = np.stack([levers[f"uplift_{driver}_pct"] for driver in drivers], axis=1) / WHOLE
    running = np.cumsum(np.stack([body.uplift[driver] for driver in drivers]), axis=1)
    return np.asarray(body.base + shares @ running)


def _moved(
    body: Body, slip: Numbers, levers: Mapping[str, Numbers]
) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
    """Return what a body's services cost until they move, the funding they take along, and years since."""
    costs = _costs(body, levers)
    start = (body.takes_over or 0) + slip.astype(int)
    since = np.arange(costs.shape[1])[None, :] - start[:, None]
    first_year = np.take_along_axis(costs, np.minimum(start, costs.shape[1] - 1)[:, None], axis=1)
    return np.where(since < 0, costs, 0), np.where(since >= 0, first_year, 0), since


def _reduction(base: Baseline, levers: Mapping[str, Numbers], since: NDArray[np.int64]) -> Numbers:
    """Return how far the funding of the corporations falls, by years since they took over."""
    late = levers["corporations_delay_years"].astype(int)[:, None]
    place = np.minimum(since - late, len(base.reduction) - 1)
    delivered = levers["corporations_share_pct"] * levers["stp_share_pct"] / WHOLE**2
    return np.asarray(np.where(place >= 0, base.reduction[np.maximum(place, 0)], 0) * delivered[:, None])


def _funding(base: Baseline, levers: Mapping[str, Numbers]) -> Numbers:
    """Return the printed total of funding, moved by what the levers do to its streams."""
    total = np.tile(base.funding, (len(levers["opening_reserves_gbp_m"]), 1))
    for stream in ("council_tax", "business_rates"):
        printed = base.streams[stream]
        growth = levers[f"{stream}_growth_pct"][:, None]
        grown = printed[0] * (1 + growth / WHOLE) ** np.arange(len(printed))
        total += np.where(np.isnan(growth), 0, grown - printed)
    grant = base.streams["revenue_support_grant"].copy()
    grant[0] = 0  # the first year's grant is settled
    return np.asarray(total + levers["grant_change_pct"][:, None] / WHOLE * grant)


def _saving(name: str, yearly: Numbers, levers: Mapping[str, Numbers]) -> Numbers:
    """Return one saving of each year; what it costs to set up stays the same whatever comes of it."""
    late = levers[f"{name}_delay_years"].astype(int)[:, None]
    place = np.arange(len(yearly))[None, :] - late
    amount = np.where(place >= 0, yearly[np.maximum(place, 0)], 0)
    return np.where(amount > 0, amount * levers[f"{name}_share_pct"][:, None] / WHOLE, amount)


def _target(base: Baseline, levers: Mapping[str, Numbers], own: Numbers) -> Numbers:
    """Return the saving set as a share of the council's own expenditure.

    The report rounds it to whole millions; it moves from there by the share of what the levers add.
    """
    published = base.council.base + np.cumsum(sum(base.council.uplift.values()))
    start = int(np.flatnonzero(base.target)[0])
    place = np.arange(len(base.target))[None, :]
    on = place >= start + levers["additional_delay_years"][:, None]
    full = base.target + base.target_pct / WHOLE * (own - published)
    scale = levers["additional_target_pct"] / base.target_pct * levers["additional_share_pct"] / WHOLE
    return np.asarray(np.where(on, full, 0) * scale[:, None])


def _transitional(base: Baseline, levers: Mapping[str, Numbers]) -> Numbers:
    """Return transitional funding: one sum in the second year, another spread over the three after it."""
    paid = np.zeros((len(levers["opening_reserves_gbp_m"]), len(base.years)))
    paid[:, 1] = levers["transitional_first_gbp_m"]
    paid[:, 2:5] = levers["transitional_later_gbp_m"][:, None] / 3
    return paid
