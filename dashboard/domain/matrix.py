"""A matrix of impact by likelihood: its cells, who stands in each, and who cannot be placed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.risk import CURRENT, OPPORTUNITY, RESIDUAL, Assessment, Band, band_of

QUIET = "none"
# Between consonant and vowel, two letters from the start and three from the end, never within sh, th, ph.
BREAK = re.compile(r"(?<=[A-Za-z]{2})(?=[bcdfgjklmnpqrstvwxz][aeiouy][a-z])")
LONG_WORD = 7

Place = tuple[int, int]


def level_words(level: int, word: str) -> str:
    """Return a level of an axis with its word, or alone where it has none."""
    return word if word == str(level) else f"{level} {word}"


@dataclass(frozen=True, slots=True)
class Scale:
    """The axes of a matrix: words by level, and the score of each cell by impact and likelihood."""

    impact: Mapping[int, str]
    likelihood: Mapping[int, str]
    scores: Mapping[Place, int]

    def words(self, place: Place) -> str:
        """Return a cell in words, as "major and likely", or by its levels where they have no words."""
        impact, likelihood = self.impact[place[0]], self.likelihood[place[1]]
        if (impact, likelihood) == (str(place[0]), str(place[1])):
            return f"impact {impact} and likelihood {likelihood}"
        return f"{impact.lower()} and {likelihood.lower()}"

    def cells_of(self, score: int | None) -> list[Place]:
        """Return the cells that give a score."""
        return [place for place, value in sorted(self.scores.items()) if value == score]


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: its score, our band's word and tone, and the numbers that stand in it now and after."""

    place: Place
    score: int
    word: str
    tone: str
    now: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    href: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """Those that move from one cell to another; `lane` is its place at the foot of the row it starts in."""

    start: Place
    end: Place
    refs: tuple[str, ...]
    lane: int

    @property
    def words(self) -> str:
        """What stands on the arrow."""
        return self.refs[0] if len(self.refs) == 1 else f"{len(self.refs)} move"


@dataclass(frozen=True, slots=True)
class Strip:
    """Those that stand in no cell, for one reason: now or after, and why.

    Each is its number, the address of its record, and the choices that the address lays over the page's.
    """

    refs: tuple[tuple[str, str, str], ...]
    position: str
    reason: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A whole matrix; rows from the highest impact down, each with its words."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Square, ...]], ...]
    arrows: tuple[Arrow, ...] = ()
    strips: tuple[Strip, ...] = ()


def tone_of(bands: Sequence[Band], band: Band | None, kind: str) -> str:
    """Return the tone of a band, low, med, warm or high as it is graver; reversed where high is good."""
    if band is None:
        return QUIET
    ranks = sorted(item.band for item in bands)
    place = ranks.index(band.band)
    if kind == OPPORTUNITY:
        place = len(ranks) - 1 - place
    if place == 0:
        return "low"
    return "high" if place == len(ranks) - 1 else "med" if place == 1 else "warm"


def squares(
    entries: Sequence[Assessment], scale: Scale, bands: Sequence[Band], kind: str, shown: Sequence[str]
) -> dict[Place, Square]:
    """Return every cell of the scale with the entries that stand in it at the positions `shown`."""
    made = {}
    for place, score in scale.scores.items():
        band = band_of(bands, score)
        made[place] = Square(
            place,
            score,
            band.word.capitalize() if band else "",
            tone_of(bands, band, kind),
            _standing(entries, place, CURRENT) if CURRENT in shown else (),
            _standing(entries, place, RESIDUAL) if RESIDUAL in shown else (),
        )
    return made


def _standing(entries: Iterable[Assessment], place: Place, position: str) -> tuple[str, ...]:
    return tuple(entry.printed_id for entry in entries if entry.at(position).cell == place)


def arrows(entries: Iterable[Assessment]) -> tuple[Arrow, ...]:
    """Return the moves from current to residual cell, grouped, each in a lane of its own in its row."""
    groups: dict[tuple[Place, Place], list[str]] = {}
    for entry in entries:
        start, end = entry.at(CURRENT).cell, entry.at(RESIDUAL).cell
        if start and end and start != end:
            groups.setdefault((start, end), []).append(entry.printed_id)
    lanes: dict[int, int] = {}
    made = []
    for (start, end), refs in sorted(groups.items()):
        lane = lanes.get(start[0], 0)
        lanes[start[0]] = lane + 1
        made.append(Arrow(start, end, tuple(refs), lane))
    return tuple(made)


def breakable(words: str) -> str:
    """Return words with soft hyphens where a narrow column may break a long one."""
    return " ".join(
        BREAK.sub("\u00ad", part) if len(part) >= LONG_WORD else part for part in words.split(" ")
    )
