"""A map of districts as plain data: what each one shows, where it stands, and the key in words."""

from collections.abc import Sequence
from dataclasses import dataclass

TILES, BOUNDARIES = "tiles", "boundaries"
# Longer names are set on two lines.
LONGEST_LINE = 11


@dataclass(frozen=True, slots=True)
class Shape:
    """One district: its tone, mark and words, and where it leads.

    `mark` is the letter of its footprint or the sign of its reading; `said` is what stands under the name and
    `told` what is only read out. `tile` is column and row; `path` its outline and `label` the place of its
    name, where it has a boundary. `outside` says that it lies outside the county, `member` that a footprint
    has it.
    """

    name: str
    href: str
    tone: str
    mark: str
    said: tuple[str, ...]
    told: str
    tile: tuple[int, int]
    path: str = ""
    label: tuple[float, float] = (0, 0)
    outside: bool = False
    member: bool = True
    chosen: bool = False

    @property
    def words(self) -> str:
        """Everything the district shows, in one sentence."""
        return ", ".join(part for part in (self.name, *self.said, self.told) if part)


@dataclass(frozen=True, slots=True)
class Outline:
    """An area around the map that belongs to no footprint: drawn as a line, never filled."""

    name: str
    path: str
    label: tuple[float, float]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """What one tone means, and the districts that have it: name, address, and what is said of each."""

    tone: str
    mark: str
    words: str
    href: str
    members: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """The map: its districts from north to south, what lies around them, its key, its notes.

    `size` is width and height of the drawing; without boundaries it is nought and tiles are shown.
    `credit` says whose boundaries they are.
    """

    caption: str
    shapes: tuple[Shape, ...]
    outlines: tuple[Outline, ...]
    key: tuple[KeyGroup, ...]
    notes: tuple[str, ...]
    size: tuple[float, float] = (0, 0)
    credit: str = ""
    credit_href: str = ""

    @property
    def drawn(self) -> str:
        """Whether it is drawn with boundaries or with tiles."""
        return BOUNDARIES if self.size[0] else TILES

    @property
    def columns(self) -> tuple[int, int]:
        """Number of columns of tiles, and of those that members of a footprint take up."""
        own = [shape.tile[0] for shape in self.shapes if shape.member]
        return max(shape.tile[0] for shape in self.shapes), max(own, default=1)


def name_lines(name: str) -> list[str]:
    """Return a name on as many lines as it needs, no word broken."""
    lines: list[str] = []
    for word in name.replace("-", "- ").split():
        joined = (lines[-1] + ("" if lines[-1].endswith("-") else " ") + word) if lines else word
        if lines and len(joined) <= LONGEST_LINE:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def from_north(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return the districts row by row from the north, each row from the west."""
    return tuple(sorted(shapes, key=lambda shape: (shape.tile[1], shape.tile[0])))
