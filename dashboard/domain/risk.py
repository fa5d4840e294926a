"""Risks and opportunities of a register: where each stands, where it should go, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

CURRENT, RESIDUAL = "current", "residual"
POSITIONS = (CURRENT, RESIDUAL)
RISK, OPPORTUNITY = "risk", "opportunity"
MISSING_DIRECTION = "missing"
# A register is fresh until the quarter after it has closed too.
FRESH_QUARTERS = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a score stands; impact and likelihood are None unless `basis` is printed or inferred."""

    score: int | None
    impact: int | None
    likelihood: int | None
    basis: str
    line: int | None

    @property
    def cell(self) -> tuple[int, int] | None:
        """Impact and likelihood, where they are known."""
        if self.impact is None or self.likelihood is None:
            return None
        return self.impact, self.likelihood


@dataclass(frozen=True, slots=True)
class Assessment:
    """A risk or opportunity as one quarter assesses it."""

    risk_id: str
    source_id: str
    register: str
    quarter: str
    printed_id: str
    id_as_printed: str
    kind: str
    title: str
    current_score: int | None
    current_impact: int | None
    current_likelihood: int | None
    current_cell: str
    current_line: int | None
    residual_score: int | None
    residual_impact: int | None
    residual_likelihood: int | None
    residual_cell: str
    residual_line: int | None
    owner: str | None
    owner_state: str
    direction: str | None
    direction_state: str
    risk_type: str | None
    risk_type_state: str
    scale_version: str
    note: str | None
    source_line: int

    def at(self, position: str) -> Place:
        """Return where it stands now ("current") or after the actions planned ("residual")."""
        if position == CURRENT:
            return Place(
                self.current_score,
                self.current_impact,
                self.current_likelihood,
                self.current_cell,
                self.current_line,
            )
        return Place(
            self.residual_score,
            self.residual_impact,
            self.residual_likelihood,
            self.residual_cell,
            self.residual_line,
        )

    @property
    def change(self) -> int | None:
        """Residual less current score, or None where either is not printed."""
        if self.current_score is None or self.residual_score is None:
            return None
        return self.residual_score - self.current_score

    @property
    def improves(self) -> bool | None:
        """Whether its score should get better: a risk's falls, an opportunity's rises; None where unknown."""
        return None if self.change is None else better(self.kind, self.change)

    @property
    def travel(self) -> str:
        """Direction of travel as the register gives it, or "missing"; never read out of the scores."""
        return self.direction or MISSING_DIRECTION

    @property
    def missing(self) -> tuple[str, ...]:
        """What the register does not give for it, in words."""
        given = {
            "owner": self.owner,
            "direction": self.direction,
            "type": self.risk_type,
            "current score": self.current_score,
            "residual score": self.residual_score,
        }
        return tuple(name for name, value in given.items() if value is None)


@dataclass(frozen=True, slots=True)
class Band:
    """A band of scores in one of our schemes."""

    scheme: str
    scheme_label: str
    band: int
    word: str
    score_from: int
    score_to: int
    note: str


def better(kind: str, change: int) -> bool:
    """Return whether a change of score is good news: down for a risk, up for an opportunity."""
    return change > 0 if kind == OPPORTUNITY else change < 0


def of_kind(entries: Iterable[Assessment], kind: str) -> list[Assessment]:
    """Return the risks or the opportunities."""
    return [entry for entry in entries if entry.kind == kind]


def not_improving(entries: Iterable[Assessment]) -> list[Assessment]:
    """Return those whose scores are both printed and do not get better with the actions planned."""
    return [entry for entry in entries if entry.improves is False]


def not_placed(entries: Iterable[Assessment], position: str) -> list[Assessment]:
    """Return those with a score at `position` whose cell cannot be known."""
    places = [(entry, entry.at(position)) for entry in entries]
    return [entry for entry, place in places if place.score is not None and place.cell is None]


def band_of(bands: Sequence[Band], score: int | None) -> Band | None:
    """Return the band that holds a score."""
    return next(
        (band for band in bands if score is not None and band.score_from <= score <= band.score_to), None
    )


def in_highest_band(entries: Iterable[Assessment], bands: Sequence[Band], position: str) -> list[Assessment]:
    """Return those whose score at `position` lies in the highest band."""
    if not bands:
        return []
    top = max(bands, key=lambda band: band.band)
    return [entry for entry in entries if band_of(bands, entry.at(position).score) == top]


def fullest_cell(entries: Iterable[Assessment], position: str) -> tuple[tuple[int, int], int] | None:
    """Return the cell that holds most of them at `position`, with how many; the gravest of equals."""
    counts = Counter(cell for entry in entries if (cell := entry.at(position).cell))
    return max(counts.items(), key=lambda item: (item[1], item[0][0] * item[0][1], item[0]), default=None)


def usual_change(entries: Iterable[Assessment]) -> tuple[int, int] | None:
    """Return the commonest change of score and how many have it, the larger of equals; None without any."""
    counts = Counter(entry.change for entry in entries if entry.change is not None)
    return max(counts.items(), key=lambda item: (item[1], abs(item[0])), default=None)


def quarter_number(quarter: str) -> int:
    """Return the place of a quarter, such as 2019/20-Q3, in time: the next one has the next number."""
    return int(quarter[:4]) * 4 + int(quarter[-1]) - 1


def quarter_name(number: int) -> str:
    """Return the quarter of a number, the other way round than `quarter_number`."""
    year, part = divmod(number, 4)
    return f"{year}/{(year + 1) % 100:02d}-Q{part + 1}"


def quarter_on(day: date) -> int:
    """Return the number of the financial quarter in which a day lies."""
    year = day.year if day.month > 3 else day.year - 1
    return year * 4 + (day.month - 4) % 12 // 3


def quarters_old(quarter: str, today: date) -> int:
    """Return how many quarters have begun since `quarter` did."""
    return quarter_on(today) - quarter_number(quarter)


def quarter_words(quarter: str) -> str:
    """Return 2019/20-Q3 as Q3 2019/20."""
    year, _, part = quarter.partition("-")
    return f"{part} {year}"
