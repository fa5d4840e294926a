"""Scenarios in an address: levers and values, kept scenarios by name, ranges, and a goal."""

import re
from dataclasses import dataclass
from typing import Any

from dashboard.domain.address import Names
from dashboard.domain.scenario import LeverError
from dashboard.domain.scenario_goal import goal

MARK = "~"
LONGEST_NAME = 40
MOST_KEPT = 4
Setting = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Kept:
    """A scenario under the name a reader gave it."""

    name: str
    levers: tuple[Setting, ...]


class LeversCodec:
    """Levers and their values, as stp_share_pct~50~council_tax_growth_pct~2.99."""

    def write(self, value: tuple[Setting, ...]) -> str:
        """Return the text of settings."""
        return MARK.join(f"{name}{MARK}{_number(amount)}" for name, amount in value)

    def read(self, text: str, names: Names) -> tuple[Setting, ...]:
        """Return the settings of a text, each within the ends of its lever, in the order of the levers."""
        parts = text.split(MARK)
        if len(parts) % 2:
            raise ValueError("it can be levers and values in turn, such as stp_share_pct~50")
        given = {name: setting(name, amount, names) for name, amount in _chunks(parts, 2)}
        if len(given) * 2 != len(parts):
            raise ValueError("each lever can be set once")
        return tuple((name, given[name]) for name in names["lever"] if name in given)


class KeptCodec:
    """Named scenarios, as late~~corporations_slip_years~1, with ~~~ between two of them.

    One that moves no lever is its name alone. Older links have ~~ after it, five before the next.
    """

    BETWEEN = re.compile(f"{MARK}{{5}}|{MARK}{{3}}")

    def write(self, value: tuple[Kept, ...]) -> str:
        """Return the text of kept scenarios."""
        return (MARK * 3).join(
            (MARK * 2).join(filter(None, (kept.name, LEVERS.write(kept.levers)))) for kept in value
        )

    def read(self, text: str, names: Names) -> tuple[Kept, ...]:
        """Return the kept scenarios of a text."""
        kept = tuple(self._one(part, names) for part in self.BETWEEN.split(text))
        if len(kept) > MOST_KEPT:
            raise ValueError(f"it can be {MOST_KEPT} scenarios at most")
        if len({one.name for one in kept}) < len(kept):
            raise ValueError("each scenario has a name of its own")
        return kept

    def _one(self, text: str, names: Names) -> Kept:
        name, _, levers = text.partition(MARK * 2)
        if not name.strip() or len(name) > LONGEST_NAME or MARK in name or not name.isprintable():
            raise ValueError(f"each scenario has a name of 1 to {LONGEST_NAME} letters without {MARK}")
        return Kept(name.strip(), LEVERS.read(levers, names) if levers else ())


class RangesCodec:
    """Ranges of levers, as stp_share_pct~50~90~100: low, most likely, high."""

    def write(self, value: tuple[tuple[str, float, float, float], ...]) -> str:
        """Return the text of ranges."""
        return MARK.join(MARK.join((name, *map(_number, ends))) for name, *ends in value)

    def read(self, text: str, names: Names) -> tuple[tuple[str, float, float, float], ...]:
        """Return the ranges of a text, each within the ends of its lever and in order."""
        parts = text.split(MARK)
        if len(parts) % 4:
            raise ValueError(
                "it can be levers with low, most likely and high, such as stp_share_pct~50~90~100"
            )
        found = []
        for name, *ends in _chunks(parts, 4):
            low, likely, high = (setting(name, end, names) for end in ends)
            if not low <= likely <= high:
                raise ValueError(f"the range of {name} must run from low over most likely to high")
            found.append((name, low, likely, high))
        if len({name for name, *_ in found}) < len(found):
            raise ValueError("each lever can have one range")
        return tuple(found)


class GoalCodec:
    """A goal, as in_year>=0@2020/21, for a year that the model can reach."""

    def write(self, value: str) -> str:
        """Return the text itself."""
        return value

    def read(self, text: str, names: Names) -> str:
        """Return the text, where it describes a goal."""
        goal(text, names["goal_year"])
        return text


LEVERS, KEPT, RANGES, GOALS = LeversCodec(), KeptCodec(), RangesCodec(), GoalCodec()


def setting(name: str, text: str, names: Names) -> float:
    """Return the value that a text gives the lever `name`.

    Raises:
        LeverError: there is no such lever, the text is no number, or the lever cannot stand there.
    """
    levers: Any = names["lever"]
    if name not in levers:
        raise LeverError(f"there is no lever {name}; the levers are {', '.join(levers)}")
    try:
        value = float(text)
    except ValueError:
        raise LeverError(f"{name} takes a number; found {text}") from None
    checked: float = levers[name].checked(value)
    return checked


def _chunks(parts: list[str], size: int) -> list[list[str]]:
    return [parts[place : place + size] for place in range(0, len(parts), size)]


def _number(value: float) -> str:
    return f"{value:.10g}"
