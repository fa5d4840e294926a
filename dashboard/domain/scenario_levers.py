"""The levers: what each may be set to, and what it does when nobody touches it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.domain.scenario import WHOLE, LeverError, Numbers


@dataclass(frozen=True, slots=True)
class Lever:
    """A lever: its name, group, words, unit, ends and default.

    A default of None means as printed, year by year. A `whole` lever takes whole numbers only. The range is
    the one it is drawn from when a reader gives no other; None where it is not drawn.
    """

    lever: str
    lever_group: str
    group_label: str
    label: str
    unit: str
    lowest: float
    highest: float
    step: float
    default_value: float | None
    default_words: str
    note: str
    range_low: float | None
    range_high: float | None
    source_id: str | None
    source_line: int | None

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense, as for years."""
        return self.unit == "years"

    def checked(self, value: float) -> float:
        """Return `value`, or refuse it.

        Raises:
            LeverError: it is no number, outside the ends, or not whole where it must be.
        """
        if not np.isfinite(value) or not self.lowest <= value <= self.highest:
            raise LeverError(
                f"{self.label} ({self.lever}) can be {self.lowest:g} to {self.highest:g} {self.unit}; "
                f"found {value:g}"
            )
        if self.whole and value != int(value):
            raise LeverError(f"{self.label} ({self.lever}) is counted in whole years; found {value:g}")
        return value


def positions(levers: Sequence[Lever], chosen: Mapping[str, float]) -> dict[str, Numbers]:
    """Return every lever as an array of one value: as chosen, else its default.

    Raises:
        LeverError: a chosen lever does not exist or cannot stand there.
    """
    known = {lever.lever: lever for lever in levers}
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        raise LeverError(f"there is no lever {', '.join(unknown)}; the levers are {', '.join(known)}")
    values = {
        name: lever.checked(chosen[name]) if name in chosen else _default(lever)
        for name, lever in known.items()
    }
    return {name: np.array([value]) for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Preset:
    """A scenario that a document speaks of: its words, where they stand, and the levers it moves."""

    preset: str
    label: str
    words: str
    levers: Mapping[str, float]
    source_id: str
    source_line: int


def steady_growth(printed: Numbers) -> float:
    """Return the one yearly growth, in %, that leads from the first printed amount to the last."""
    return float(((printed[-1] / printed[0]) ** (1 / (len(printed) - 1)) - 1) * WHOLE)


def stacked(rows: Sequence[Mapping[str, Numbers]]) -> dict[str, Numbers]:
    """Return several scenarios as one: each lever an array with a value per scenario."""
    return {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}


def _default(lever: Lever) -> float:
    return np.nan if lever.default_value is None else lever.default_value
