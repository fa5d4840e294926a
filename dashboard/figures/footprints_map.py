"""From metres of the national grid to the units of a drawing: paths and places of names."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH = 1000.0
MARGIN = 0.035
# A name is looked for at this distance, and needs this much room above and below it.
STEP, LEAST_ROOM = 20, 26

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
    corners = [frame.place(point) for ring in rings for point in ring]
    drawn = [[frame.place(point) for point in ring] for ring in rings]
    spots = [
        (_room((x, y), corners, frame), (x, y))
        for x in range(STEP, int(frame.width), STEP)
        for y in range(STEP, int(frame.height), STEP)
        if _inside((x, y), drawn)
    ]
    room, place = max(spots, default=(0.0, (0.0, 0.0)))
    return place if room >= LEAST_ROOM else None


def _room(point: Point, corners: Sequence[Point], frame: Frame) -> float:
    """Return how far a name could reach from a point; it is wide, so that the sides count double."""
    x, y = point
    nearest = min(math.hypot((x - left) / 2, y - top) for left, top in corners)
    return min(nearest, x / 2, (frame.width - x) / 2, y, frame.height - y)


def _inside(point: Point, rings: Rings) -> bool:
    """Return whether a line to the right of a point crosses the rings an odd number of times."""
    x, y = point
    sides = (side for ring in rings for side in pairwise(ring))
    crossed = [
        (one, two) for one, two in sides if (one[1] > y) != (two[1] > y) and x < _crossing(one, two, y)
    ]
    return len(crossed) % 2 == 1


def _crossing(one: Point, two: Point, y: float) -> float:
    return one[0] + (y - one[1]) * (two[0] - one[0]) / (two[1] - one[1])


def rings_by_area(rows: Iterable[tuple[str, str]]) -> Mapping[str, Rings]:
    """Return the rings of each area from rows of its code and the text of a ring."""
    found: dict[str, list[Ring]] = {}
    for code, text in rows:
        found.setdefault(code, []).append(read_ring(text))
    return found
