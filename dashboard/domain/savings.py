"""Savings: what the options come to together, how few give most of it, and what a share can be taken of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.fact import DERIVED, Fact

HALF = 0.5
ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class Rank:
    """One option that saves: its place, its saving (above zero) and the share of all savings up to it."""

    place: int
    series: str
    saving: float
    share: float


@dataclass(frozen=True, slots=True)
class Concentration:
    """Options by size of their saving; those that cost or change nothing stand apart."""

    ranks: tuple[Rank, ...]
    costing: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def half(self) -> int:
        """How many options, the largest first, give half of the saving or more; 0 where none saves."""
        return next((rank.place for rank in self.ranks if rank.share >= HALF), 0)


@dataclass(frozen=True, slots=True)
class Base:
    """A budget as a base for percentages: its net amount, or the reason why none can be taken of it."""

    amount: float | None
    reason: str = ""


def added(series: str, period: str, facts: Iterable[Fact], words: str, unit: str = "£m") -> Fact:
    """Return the derived sum of the figures that are known; `words` say what was added."""
    known = [fact for fact in facts if fact.value is not None]
    total = round(sum(fact.amount for fact in known), 3) + 0.0
    source = known[0].source_id if known else ""
    return Fact(series, period, total, unit, "", DERIVED, source, None, f"Derived from {words}")


def count(series: str, period: str, number: int, words: str, source_id: str) -> Fact:
    """Return how many options there are as a derived figure; `words` say what was counted."""
    return Fact(series, period, number, "options", "", DERIVED, source_id, None, f"Derived from {words}")


def marked(facts: Iterable[Fact], words: str) -> list[Fact]:
    """Return figures worked out from printed ones as what they are; an unknown one is left out."""
    return [
        Fact(
            fact.series,
            fact.period,
            round(fact.amount, 3) + 0.0,
            fact.unit,
            "",
            DERIVED,
            fact.source_id,
            None,
            f"Derived from {fact.locator}: {words}",
        )
        for fact in facts
        if fact.value is not None
    ]


def last_of_each(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Return the figure of the last year of each series."""
    return {fact.series: fact for fact in sorted(facts, key=lambda fact: fact.period)}


def concentration(effects: Mapping[str, float]) -> Concentration:
    """Return options by saving, with the share of all savings that the largest give together.

    A saving is below zero, as printed. Options that cost money take nothing off the total that the shares
    are of; they are named apart, as are those that change nothing.
    """
    savers = sorted((name for name in effects if effects[name] < 0), key=lambda name: effects[name])
    whole = -sum(effects[name] for name in savers)
    ranks, reached = [], 0.0
    for place, name in enumerate(savers, 1):
        reached -= effects[name]
        ranks.append(Rank(place, name, -effects[name], reached / whole))
    return Concentration(
        tuple(ranks),
        tuple(name for name in effects if effects[name] > 0),
        tuple(name for name in effects if effects[name] == 0),
    )


def net_agrees(gross: float | None, income: Iterable[float], net: float | None) -> bool:
    """Return whether a net budget is gross less income to the last digit but rounding.

    The sign of income is not looked at, since documents print it either way; what is
    not given is no conflict.
    """
    known = [abs(amount) for amount in income]
    if gross is None or net is None or not known:
        return True
    return abs(round(gross - sum(known) - net, 3)) <= ROUNDING


def share_base(gross: float | None, net: float | None, effect: float, *, agrees: bool = True) -> Base:
    """Return the net budget as the base of a percentage, or why there is none.

    `effect` is the change to it, a saving below zero; `agrees` says whether the net is gross less income.
    """
    if net is None:
        return Base(None, "the net budget is given as not applicable")
    if gross is None:
        return Base(
            None, "the gross budget is given as not applicable: the net figure is no service’s budget"
        )
    if net < 0:
        return Base(None, "the net budget is below zero: the service earns more than it spends")
    if net == 0:
        return Base(None, "the service has no budget")
    if effect > 0:
        return Base(None, "it costs money")
    if not agrees:
        return Base(None, "the net budget is not gross less income, and nothing tells which amount is wrong")
    if -effect > net:
        return Base(None, "the saving is larger than the net budget, so it cannot all come out of it")
    return Base(net)


def lost_and_added(values: Sequence[float]) -> tuple[float, float]:
    """Return the sum of what is below zero and the sum of what is above it."""
    lost, gained = (sum(value for value in values if (value > 0) is up) for up in (False, True))
    return round(lost, 3) + 0.0, round(gained, 3) + 0.0
