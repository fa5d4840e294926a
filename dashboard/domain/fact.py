"""A figure with where it was printed."""

from collections.abc import Iterable
from dataclasses import dataclass

DERIVED, SCENARIO = "derived", "scenario"
YOURS = "Your scenario"
NOT_A_FORECAST = "Scenario, not the council’s forecast."
# £m: far below a penny, so that parts of a change add up to it in a download too.
DECIMALS = 10


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: what it belongs to, its value, and where it is printed.

    `status` is the store's (printed, extrapolated, unreadable), "derived" or "scenario"; a figure of the last
    two has no printed text and no line, and its `locator` says what it was worked out from. `value` is None
    where it cannot be read.
    """

    series: str
    period: str
    value: float | None
    unit: str
    printed: str
    status: str
    source_id: str
    source_line: int | None
    locator: str

    @property
    def shown(self) -> float | None:
        """The value as it is shown: a scenario is no more exact than the figures it starts from."""
        return (
            round(self.amount, 1) + 0.0 if self.status == SCENARIO and self.value is not None else self.value
        )

    @property
    def amount(self) -> float:
        """The value of a figure that is known to have one."""
        if self.value is None:
            raise ValueError(
                f"{self.series} {self.period} ({self.locator}, line {self.source_line}) has no readable value"
            )
        return self.value


def derived(series: str, period: str, value: float, parents: Iterable[Fact]) -> Fact:
    """Return a figure that nobody printed, worked out from `parents`, in their unit.

    Rounded to a thousandth of the unit, far below the precision of any printed parent.
    """
    known = list(parents)
    places = dict.fromkeys(
        f"{parent.locator}, line {parent.source_line}" if parent.source_line else parent.locator
        for parent in known
    )
    return Fact(
        series,
        period,
        round(value, 3),
        known[0].unit,
        "",
        DERIVED,
        known[0].source_id,
        None,
        f"Derived from {'; '.join(places)}",
    )


def scenario(series: str, period: str, value: float, name: str, start: Fact, unit: str = "£m") -> Fact:
    """Return a figure of the scenario `name`, which starts from the printed figure `start`."""
    locator = f"Scenario: {name}; not the council’s forecast"
    return Fact(
        series, period, round(value, DECIMALS) + 0.0, unit, "", SCENARIO, start.source_id, None, locator
    )


def by_period(facts: Iterable[Fact], series: str) -> dict[str, Fact]:
    """Return the figures of one series by period, in their order."""
    return {fact.period: fact for fact in facts if fact.series == series}
