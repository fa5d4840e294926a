"""A figure for a footprint from the figures of its members: only where counts and denominators allow it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.outcomes_interval import count_limits, wilson
from dashboard.domain.words import listed

PER = re.compile(r"per ([\d,]+)")
# What rounding of the published value explains; beyond it, the count is not what the value was made from.
ROUNDING = 0.06
TOLERANCE = 0.02
METHODS = {
    "proportion": "Wilson's score method",
    "crude rate": "Byar's method, exact Poisson limits below ten events",
}


@dataclass(frozen=True, slots=True)
class Member:
    """The published figure of one member area for one period, sex and age; None where none is published."""

    area_code: str
    area_name: str
    period: str
    sex: str
    age: str
    value: float | None
    count: float | None
    denominator: float | None


@dataclass(frozen=True, slots=True)
class Combined:
    """A derived figure: the sum of the members' counts over the sum of their denominators, in the unit."""

    value: float
    lower: float
    upper: float
    level: float
    count: float
    denominator: float
    method: str


@dataclass(frozen=True, slots=True)
class NotCombined:
    """Why no figure can be made for the members together, in a sentence; the members are listed instead."""

    reason: str


@dataclass(frozen=True, slots=True)
class AsPublished(NotCombined):
    """The only member, whose published figure is the footprint's: nothing is made where nothing is added."""

    member: Member


def combine(
    value_type: str | None, unit: str | None, members: Sequence[Member], level: float = 95.0
) -> Combined | NotCombined:
    """Return the figure of all `members` together, or why there is none."""
    kind, scale = (value_type or "").lower(), multiplier(unit)
    reason = _kind_refused(value_type, scale) or _members_refused(members, scale or 1)
    if reason or scale is None:
        alone = len(members) == 1 and members[0].value is not None
        return AsPublished(_alone(members[0]), members[0]) if alone else NotCombined(reason)
    count = sum(member.count or 0.0 for member in members)
    denominator = sum(member.denominator or 0.0 for member in members)
    if kind == "proportion":
        lower, upper = wilson(count, denominator, level)
    else:
        lower, upper = (limit / denominator for limit in count_limits(count, level))
    return Combined(
        count / denominator * scale, lower * scale, upper * scale, level, count, denominator, METHODS[kind]
    )


def multiplier(unit: str | None) -> float | None:
    """Return what a share is multiplied by: 100 for %, 1000 for per 1,000; None for other units."""
    if unit == "%":
        return 100.0
    found = PER.fullmatch(unit or "")
    return float(found[1].replace(",", "")) if found else None


def _alone(member: Member) -> str:
    return f"{member.area_name} is its only member, so its published figure is the footprint’s."


def _kind_refused(value_type: str | None, scale: float | None) -> str:
    if not value_type:
        return "The kind of figure is not known, because no metadata was loaded for this indicator."
    if value_type.lower() not in METHODS:
        return (
            f"The figure is of the kind “{value_type.lower()}”, "
            "which cannot be made again from counts and denominators."
        )
    return "" if scale else "The unit of the figure does not say what it is a share of."


def _members_refused(members: Sequence[Member], scale: float) -> str:
    if not members:
        return "The footprint has no member areas."
    if len({(member.period, member.sex, member.age) for member in members}) > 1:
        return "The members' figures are not for one period, sex and age."
    bare = [
        member.area_name
        for member in members
        if member.value is None or member.count is None or not member.denominator
    ]
    if bare:
        return f"No value with count and denominator is published for {listed(bare)}."
    loose = [member.area_name for member in members if not _follows(member, scale)]
    return f"The published count over the denominator is not the value for {listed(loose)}." if loose else ""


def _follows(member: Member, scale: float) -> bool:
    """Return whether the value of a member follows from its count and denominator, but for rounding."""
    if member.value is None or member.count is None or not member.denominator:
        return False
    share = member.count / member.denominator
    impossible = scale == multiplier("%") and share > 1
    return not impossible and abs(share * scale - member.value) <= max(
        ROUNDING, TOLERANCE * abs(member.value)
    )
