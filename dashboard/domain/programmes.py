"""What may be said of the sums of programmes: which are alike, what they return, and whether they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain.fact import DERIVED, Fact
from dashboard.errors import PlaceboardError

# Our limit: parts that come this near to a printed sum nearly add up.
NEAR = 0.05
# What rounding leaves between a sum and its parts.
ROUNDING = 0.001
ADDS_UP, NEARLY, OTHERWISE = "adds_up", "nearly", "otherwise"
DISPUTED, UNSUPPORTED = "disputed", "unsupported"
SOUND = (ADDS_UP, NEARLY)


class UnlikeError(PlaceboardError):
    """Sums that are counted in different ways were to be set side by side."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a sum is counted: what it is, its basis, its claim, whose money it is, and the span of a total."""

    gain: str
    basis: str
    claim: str
    reach: str
    span: str

    @property
    def name(self) -> str:
        """The kind as one word of an address."""
        parts = (self.gain, self.basis, self.claim, self.reach, self.span.lower().replace(" ", "_"))
        return "-".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Sum:
    """One printed sum that a programme is compared by, £."""

    root: str
    programme: str
    figure: str
    label: str
    measure: str
    gain: str
    basis: str
    claim: str
    reach: str
    span: str
    bound: str
    period: str
    qualifier: str
    value: float | None
    note: str
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str

    @property
    def kind(self) -> Kind:
        """How it is counted."""
        return Kind(self.gain, self.basis, self.claim, self.reach, self.span)

    @property
    def fact(self) -> Fact:
        """The sum as a figure of its programme."""
        where = (self.source_id, self.source_line, self.locator)
        return Fact(
            f"{self.programme}.{self.measure}",
            self.period,
            self.value,
            "£",
            self.printed,
            self.status,
            *where,
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """A printed total with what its printed parts give; `given` is None where one cannot be read."""

    total: str
    way: str
    bound: str
    printed: str
    value: float | None
    given: float | None
    slack: float
    count: int
    figures: tuple[str, ...]
    source_id: str
    source_line: int


def alike(sums: Iterable[Sum]) -> list[Sum]:
    """Return sums of one kind, the largest first.

    Raises:
        UnlikeError: two of them are counted in different ways, so no axis may hold both.
    """
    known = list(sums)
    kinds = list(dict.fromkeys(item.kind for item in known))
    if len(kinds) > 1:
        first, other = kinds[0].name, kinds[1].name
        raise UnlikeError(f"Sums counted as {first} and as {other} cannot be compared.")
    return sorted(known, key=lambda item: -(item.value or 0.0))


def added(series: str, sums: Sequence[Sum]) -> Fact | None:
    """Return sums of one kind added up: as printed where there is one, derived where there are more.

    None where none is given or one of them cannot be read.

    Raises:
        UnlikeError: the sums are counted in different ways.
    """
    known = alike(sums)
    if not known or any(item.value is None for item in known):
        return None
    if len(known) == 1:
        return known[0].fact
    lines = ", ".join(f"line {item.source_line}" for item in known)
    total = sum(item.value or 0.0 for item in known)
    where = f"Derived from {known[0].locator}, {lines}"
    return Fact(series, known[0].period, total, "£", "", DERIVED, known[0].source_id, None, where)


def whole_cost(costs: Sequence[Sum]) -> list[Sum]:
    """Return what a programme costs as a whole: the total over its years, or else its one-off costs."""
    return next(
        (
            found
            for basis in ("total", "one_off")
            if (found := [item for item in costs if item.basis == basis])
        ),
        [],
    )


def cost_fits(gain: Kind, cost: Kind) -> bool:
    """Return whether a gain may be divided by a cost.

    Both must be the same bodies' money, and a total over some years goes only with a total over the same.
    """
    return gain.reach == cost.reach and (cost.basis == "one_off" or cost.span == gain.span)


def per_pound(series: str, gain: Fact, paid: Fact | None, unit: str) -> Fact | None:
    """Return a gain for each pound paid; None where what was paid is not given."""
    if gain.value is None or paid is None or not paid.value:
        return None
    where = f"Derived from {_place(gain)} and {_place(paid)}"
    value = round(gain.value / paid.value, 2)
    return Fact(series, gain.period, value, unit, "", DERIVED, gain.source_id, None, where)


def _place(fact: Fact) -> str:
    if fact.source_line is None:
        return fact.locator.removeprefix("Derived from ")
    return f"{fact.locator}, line {fact.source_line}"


def belief(
    figure: str, parts: Sequence[Parts], disputed: frozenset[str], otherwise: frozenset[str] = frozenset()
) -> str:
    """Return how far a sum can be believed from the document alone.

    `disputed` are the figures that the document prints in two ways, `otherwise` those whose parts are counted
    on another basis. A sum whose parts come within a twentieth nearly adds up, however it is disputed.
    """
    own = [item for item in parts if item.total == figure and item.given is not None and item.value]
    worst = max((_off(item) for item in own), key=abs, default=None)
    if worst is not None and 0 < abs(worst) <= NEAR:
        return NEARLY
    if worst and figure in otherwise and figure not in disputed:
        return OTHERWISE
    if worst or figure in disputed or any(name in disputed for item in own for name in item.figures):
        return _inherited(own, parts, disputed) if not worst and figure not in disputed else DISPUTED
    return ADDS_UP if own else UNSUPPORTED


def _inherited(own: Sequence[Parts], parts: Sequence[Parts], disputed: frozenset[str]) -> str:
    """Return what a sum takes over from its disputed parts."""
    names = [name for item in own for name in item.figures if name in disputed]
    return NEARLY if all(belief(name, parts, disputed) == NEARLY for name in names) else DISPUTED


def doubted(figure: str, parts: Sequence[Parts]) -> Parts | None:
    """Return the first part of a sum whose own parts do not come to it, or None where all do."""
    names = [name for item in parts if item.total == figure for name in item.figures]
    found = (furthest(name, parts) for name in names)
    return next((item for item in found if item is not None and _off(item)), None)


def _off(item: Parts) -> float:
    """Return how far the parts lie from the sum, as a share of it; nothing within what rounding explains."""
    difference = (item.given or 0.0) - (item.value or 0.0)
    share = difference / abs(item.value or 1.0)
    return 0.0 if abs(difference) <= item.slack or abs(share) <= ROUNDING else share


def furthest(figure: str, parts: Sequence[Parts]) -> Parts | None:
    """Return the parts of a sum that lie furthest from it, or None where none are printed."""
    own = [item for item in parts if item.total == figure and item.given is not None and item.value]
    return max(own, key=lambda item: abs(_off(item)), default=None)


def break_even(net: Sequence[tuple[str, float]]) -> tuple[list[tuple[str, float]], str | None]:
    """Return the running sum of yearly amounts, and the first year from which on it is not below zero."""
    running, so_far = [], 0.0
    for year, amount in net:
        so_far = round(so_far + amount, 2)
        running.append((year, so_far))
    below = [place for place, (_, amount) in enumerate(running) if amount < 0]
    first = below[-1] + 1 if below else 0
    return running, running[first][0] if first < len(running) else None


def levels(steps: Sequence[tuple[str, float]], basis: str) -> list[tuple[str, float]]:
    """Return the yearly level that amounts lead to: steps that last are added up, levels stay."""
    if basis != "incremental":
        return list(steps)
    running, so_far = [], 0.0
    for year, amount in steps:
        so_far += amount
        running.append((year, so_far))
    return running
