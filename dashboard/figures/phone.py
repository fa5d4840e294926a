"""Labels of lines on a phone, set where they cover least."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from textwrap import wrap

from dashboard.domain.view import Chart
from dashboard.figures.frame import GRID_WORDS_PX, PHONE_LETTER_PX, PHONE_LINE_PX, PHONE_PX, note

# How near the edge words may come, since letters differ in width.
EDGE_PX = 8
# How far above or below its point a label may stand there, and how bad each distance is.
AWAY_COSTS: dict[float, int] = {9: 0, 24: 1, 44: 5}
# How bad it is that two labels overlap; and of how many places each is tried with those of the others, at
# first and where labels would overlap.
CLASH = 50
FEW, MANY = 8, 14


@dataclass(frozen=True, slots=True)
class Line:
    """One series of a line chart; `colour` is a stylesheet series such as "s1", `style` solid, dash or dot.

    `end` is the label at its last point, empty where another line goes on from there.
    """

    name: str
    colour: str
    values: dict[str, float]
    hover: dict[str, str]
    end: str
    style: str = "solid"
    marker: str = "circle"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a plot on the narrowest phone shows, in the units of its axes, and its height in pixels."""

    left: float
    right: float
    bottom: float
    top: float
    height_px: float

    def pixel(self, place: float, value: float) -> tuple[float, float]:
        """Return where a point stands, in pixels from the bottom left."""
        across = (place - self.left) / (self.right - self.left) * PHONE_PX
        return across, (value - self.bottom) / (self.top - self.bottom) * self.height_px


@dataclass(frozen=True, slots=True)
class Spot:
    """One way to set a label beside its point: rows, anchors, pixels from the point, and the box it takes."""

    rows: Sequence[str]
    xanchor: str
    yanchor: str
    xshift: float
    yshift: float
    left: float
    bottom: float
    right: float
    top: float

    def covers(self, point: tuple[float, float]) -> bool:
        """Return whether the label would stand on `point`."""
        near = 5
        across = self.left - near < point[0] < self.right + near
        return across and self.bottom - near < point[1] < self.top + near

    def meets(self, other: "Spot") -> bool:
        """Return whether two labels would overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


def phone_labels(lines: Sequence[Line], places: dict[str, int], frame: Frame) -> list[Chart]:
    """Label each line near its last point, where the labels cover least of the lines and of each other."""
    drawn = [point for line in lines for point in _path(line, places, frame)]
    named = [line for line in lines if line.end]
    choices = [_rated_spots(line, list(line.values)[-1], places, frame, drawn) for line in named]
    together = min(product(*(spots[:FEW] for spots in choices)), key=_clashes)
    if _clashes(together) >= CLASH:
        together = min(product(*(spots[:MANY] for spots in choices)), key=_clashes)
    return [
        note(
            f"<b>{'<br>'.join(spot.rows)}</b>",
            x=places[list(line.values)[-1]],
            y=list(line.values.values())[-1],
            xanchor=spot.xanchor,
            yanchor=spot.yanchor,
            xshift=spot.xshift,
            yshift=spot.yshift,
            align=spot.xanchor,
            font={"size": 13, "color": f"token:{line.colour}-text"},
        )
        for line, (spot, _) in zip(named, together, strict=True)
    ]


def _rated_spots(
    line: Line, end: str, places: dict[str, int], frame: Frame, drawn: Sequence[tuple[float, float]]
) -> list[tuple[Spot, float]]:
    """Return the places for the label of a line, the best first, each with how bad it is."""
    point = frame.pixel(places[end], line.values[end])
    spots = [
        spot
        for letters in (20, 15, 11)
        for spot in _spots(
            point,
            wrap(line.end, letters, break_on_hyphens=False, break_long_words=False),
            alone=len(line.values) == 1,
        )
    ]
    rated = [(spot, _covered(spot, frame, drawn)) for spot in spots]
    return sorted(rated, key=lambda pair: pair[1])


def _clashes(together: Sequence[tuple[Spot, float]]) -> float:
    """Return how bad a choice of one place for each label is."""
    over = sum(one.meets(other) for (one, _), (other, _) in combinations(together, 2))
    return over * CLASH + sum(badness for _, badness in together)


def _path(line: Line, places: dict[str, int], frame: Frame) -> list[tuple[float, float]]:
    """Return points along a line, too close together for a label to pass between; a marker counts thrice."""
    stops = [frame.pixel(places[period], value) for period, value in line.values.items()]
    between = [
        (start[0] + (end[0] - start[0]) * step / 12, start[1] + (end[1] - start[1]) * step / 12)
        for start, end in pairwise(stops)
        for step in range(12)
    ]
    return [*between, *stops, *stops]


def _spots(point: tuple[float, float], rows: Sequence[str], *, alone: bool) -> list[Spot]:
    """Return the ways to set `rows` around a point, the preferred ones first; a lone point's beside it."""
    width, height = max(map(len, rows)) * PHONE_LETTER_PX, len(rows) * PHONE_LINE_PX
    left_of = {"left": 0.0, "center": width / 2, "right": width}
    below = {"bottom": 0.0, "middle": height / 2, "top": height}
    beside: list[tuple[str, str, int, float]] = [("left", "middle", 9, 0), ("right", "middle", -9, 0)]
    around = [
        (side, end, 0, away if end == "bottom" else -away)
        for away in AWAY_COSTS
        for side in left_of
        for end in ("bottom", "top")
    ]
    spots = []
    for xanchor, yanchor, xshift, yshift in beside + around if alone else around + beside:
        usual, bottom = point[0] + xshift - left_of[xanchor], point[1] + yshift - below[yanchor]
        # Above or below its point a label may move along, so that the edge cuts nothing off.
        moves = bool(yshift) and xanchor == "left"
        left = min(usual, PHONE_PX - EDGE_PX - width) if moves else usual
        along = xshift + (left - usual)
        spots.append(Spot(rows, xanchor, yanchor, along, yshift, left, bottom, left + width, bottom + height))
    return spots


def _covered(spot: Spot, frame: Frame, drawn: Sequence[tuple[float, float]]) -> float:
    """Return how bad a place is: cut off, over lines, over words of gridlines, far away, in many rows."""
    cut = max(-spot.left, spot.right - PHONE_PX, -spot.bottom, spot.top - frame.height_px, 0)
    on_words = 3 if spot.left < GRID_WORDS_PX else 0
    far = AWAY_COSTS.get(abs(spot.yshift), 0)
    return cut * 100 + 2 * sum(map(spot.covers, drawn)) + on_words + far + len(spot.rows) / 2
