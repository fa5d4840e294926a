"""From metres of the national grid to the units of a drawing: paths and places of names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 1000.0
MARGIN = 0.035

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

    def place(self, point: Point) -> Point:
        """Return where a point of the grid stands in the drawing, whose second axis runs down."""
        return (
            round((point[0] - self.west) / self.metres, 1),
            round((self.north - point[1]) / self.metres, 1),
        )

    def holds(self, point: Point) -> bool:
        """Return whether a point of the grid lies in the drawing."""
        x, y = self.place(point)
        return 0 <= x <= WIDTH and 0 <= y <= self.height


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
    """Return where the name goes of an area that lies partly in the frame; None where none of it does."""
    inside = [point for ring in rings for point in ring if frame.holds(point)]
    if not inside:
        return None
    x, y = frame.place((sum(x for x, _ in inside) / len(inside), sum(y for _, y in inside) / len(inside)))
    return min(max(x, 0.12 * WIDTH), 0.88 * WIDTH), min(max(y, 30.0), frame.height - 30)


def rings_by_area(rows: Iterable[tuple[str, str]]) -> Mapping[str, Rings]:
    """Return the rings of each area from rows of its code and the text of a ring."""
    found: dict[str, list[Ring]] = {}
    for code, text in rows:
        found.setdefault(code, []).append(read_ring(text))
    return found
