"""From metres of the national grid to the units of a drawing: paths and places of names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

WIDTH = 1000.0
MARGIN = 0.035
# A name is looked for at this distance, and needs this much room above and below it.
STEP, LEAST_ROOM = 20, 26

Numbers = npt.NDArray[np.float64]
Point = tuple[float, float]
Ring = Sequence[Point]
Rings = Sequence[Ring]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the national grid that a drawing shows: its west and north edge, and metres to a unit."""

    west: float
    north: float
    metres: float
    height: float
    width: float = WIDTH

    def place(self, point: Point) -> Point:
        """Return where a point of the grid stands in the drawing, whose second axis runs down."""
        return (
            round((point[0] - self.west) / self.metres, 1),
            round((self.north - point[1]) / self.metres, 1),
        )


def read_ring(text: str) -> Ring:
    """Return the points of a ring from their text in the store."""
    pairs = (pair.split(" ") for pair in text.split(","))
    return [(float(x), float(y)) for x, y in pairs]


def frame_of(areas: Iterable[Rings]) -> Frame:
    """Return the frame that holds all `areas` with a margin around them."""
    points = [point for rings in areas for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    margin = MARGIN * max(east - west, north - south)
    metres = (east - west + 2 * margin) / WIDTH
    height = round((north - south + 2 * margin) / metres, 1)
    return Frame(west - margin, north + margin, metres, height)


def path(rings: Rings, frame: Frame) -> str:
    """Return rings as one path, whichever way they run; a point that falls on the one before is left out."""
    return "".join(_ring_path([frame.place(point) for point in ring]) for ring in rings)


def _ring_path(points: Sequence[Point]) -> str:
    kept = [point for place, point in enumerate(points[:-1]) if not place or point != points[place - 1]]
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z"


def seen(rings: Rings, frame: Frame) -> Point | None:
    """Return where the name goes of an area that lies partly in the frame; None where it has no room."""
    across, down = np.meshgrid(np.arange(STEP, frame.width, STEP), np.arange(STEP, frame.height, STEP))
    x, y = across.ravel(), down.ravel()
    room = np.minimum.reduce([x / 2, (frame.width - x) / 2, y, frame.height - y])
    crossings = np.zeros(x.shape, dtype=int)
    for ring in rings:
        for one, two in pairwise(frame.place(point) for point in ring):
            room = np.minimum(room, _distance(x, y, one, two))
            crossings += _crosses(x, y, one, two)
    room[crossings % 2 == 0] = 0
    best = int(room.argmax())
    return (float(x[best]), float(y[best])) if room[best] >= LEAST_ROOM else None


def _distance(x: Numbers, y: Numbers, one: Point, two: Point) -> Numbers:
    """Return how far each place is from a side; a name is wide, so that it counts half as far across."""
    (x1, y1), (dx, dy) = (one[0] / 2, one[1]), ((two[0] - one[0]) / 2, two[1] - one[1])
    along = ((x / 2 - x1) * dx + (y - y1) * dy) / ((dx * dx + dy * dy) or 1)
    near = np.clip(along, 0, 1)
    return np.hypot(x / 2 - x1 - near * dx, y - y1 - near * dy)


def _crosses(x: Numbers, y: Numbers, one: Point, two: Point) -> npt.NDArray[np.bool_]:
    """Return for each place whether a line to its right crosses a side."""
    spans = (one[1] > y) != (two[1] > y)
    rise = (two[1] - one[1]) or 1
    crossed: npt.NDArray[np.bool_] = spans & (x < one[0] + (y - one[1]) * (two[0] - one[0]) / rise)
    return crossed


def rings_by_area(rows: Iterable[tuple[str, str]]) -> Mapping[str, Rings]:
    """Return the rings of each area from rows of its code and the text of a ring."""
    found: dict[str, list[Ring]] = {}
    for code, text in rows:
        found.setdefault(code, []).append(read_ring(text))
    return found
