"""What every chart shares.

Colours are names of the stylesheet's variables, resolved in the browser for each theme.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from textwrap import wrap

from dashboard.domain.view import Chart

INK, INK_2, LINE, LINE_STRONG, PAPER = (
    "token:ink",
    "token:ink-2",
    "token:line",
    "token:line-strong",
    "token:paper",
)
LABEL_GAP_PX = 21
# A chart is drawn for a plot of about this width; labels get room in proportion, at this width a letter.
PLOT_PX, LETTER_PX = 872, 8.8
# The same on the narrowest phone, where every chart is a little less than 320 pixels wide.
PHONE_PX, PHONE_LETTER_PX, PHONE_LINE_PX = 286, 7.0, 17
# How far above or below its point a label may stand there, and how bad each distance is.
AWAY_COSTS: dict[float, int] = {9: 0, 24: 1, 44: 5}
# Pixels for the words of the gridlines, left of the first column or point, and for the years below.
GRID_WORDS_PX, YEARS_PX = 50, 40
AXIS: Chart = {
    "automargin": False,
    "fixedrange": True,
    "tickangle": 0,
    "zeroline": False,
    "ticks": "",
    "tickfont": {"size": 14, "color": INK_2},
}


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
class Bar:
    """One bar from `start` of `length`: its name, the words at its end and, where there is room, an aside."""

    name: str
    start: float
    length: float
    words: str
    colour: str
    hatched: bool = False
    aside: str = ""


def layout(**changes: object) -> Chart:
    """Return the layout of every chart with `changes` on top."""
    base: Chart = {
        "font": {"family": "token:sans", "size": 15, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "separators": ".,",
        "margin": {"l": 0, "r": 0, "t": 8, "b": 30, "pad": 0},
        "bargap": 0.42,
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": LINE_STRONG, "font": {"color": INK, "size": 14}},
        "xaxis": {**AXIS, "showgrid": False, "showline": False},
        "yaxis": {
            **AXIS,
            "showgrid": True,
            "gridcolor": LINE,
            "zeroline": True,
            "zerolinecolor": LINE_STRONG,
            "zerolinewidth": 1.5,
            "showticklabels": False,
        },
        "annotations": [],
        "shapes": [],
    }
    return {**base, **changes}


def note(text: str, **where: object) -> Chart:
    """Return an annotation without an arrow."""
    return {"text": text, "showarrow": False, "font": {"size": 14, "color": INK_2}, **where}


def round_steps(lowest: float, highest: float, about: int = 5) -> list[float]:
    """Return round values that cover lowest to highest with zero among them, for gridlines."""
    span = max(highest, 0) - min(lowest, 0) or 1
    magnitude: float = 10.0 ** (len(str(int(span / about))) - 1) if span >= about else 1.0
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude * about >= span)
    first = int(min(lowest, 0) // step)
    last = int(-(-max(highest, 0) // step))
    if first == last:
        last += 1
    return [place * step for place in range(first, last + 1)]


def grid_labels(steps: Sequence[float], words: Sequence[str]) -> list[Chart]:
    """Return the words of the gridlines, set above each line at the left edge."""
    return [
        note(text, xref="paper", x=0, xanchor="left", y=step, yanchor="bottom")
        for step, text in zip(steps, words, strict=True)
    ]


def room_for(words: str, span: float, plot_px: float = PLOT_PX) -> float:
    """Return how far an axis of `span` must be extended for `words` to stand beyond its end."""
    pixels = min(len(words) * LETTER_PX + 16, plot_px / 2)
    return span * pixels / (plot_px - pixels)


def spread(positions: Sequence[float], gap: float) -> list[float]:
    """Return the positions pushed apart so that neighbours are at least `gap` apart, in their order."""
    order = sorted(range(len(positions)), key=lambda place: positions[place])
    moved = list(positions)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + gap)
    shift = sum(positions) / len(positions) - sum(moved) / len(moved) if positions else 0
    return [position + shift for position in moved]


def lines_chart(
    lines: Sequence[Line],
    periods: Sequence[str],
    words: Callable[[float], str],
    *,
    height_px: int,
    starred: Sequence[str] = (),
) -> Chart:
    """Return a line chart over `periods` with each line labelled at its end.

    `words` turns a value into text for the gridlines; `starred` periods stand on a shaded band with an
    asterisk.
    """
    values = [value for line in lines for value in line.values.values()]
    steps = round_steps(min(values), max(values))
    low, high = min(*steps, min(values)), max(*steps, max(values))
    pad = (high - low) * 0.06
    bottom = low - pad * (2 if starred else 1)
    places = {period: place for place, period in enumerate(periods)}
    later = len(periods) - 1
    room = max(room_for(line.end, later + 0.85) - (later - places[list(line.values)[-1]]) for line in lines)
    data = [_trace(line, places) for line in lines]
    ticks = [f"{period}*" if period in starred else period for period in periods]
    annotations = grid_labels(steps, [words(step) for step in steps]) + _end_labels(
        lines, places, (high + pad - bottom) / (height_px - YEARS_PX), banded=bool(starred)
    )
    last = len(periods) - 1
    phone = Frame(
        -0.5 - _phone_room(last + 1), last + 0.5, low - 3 * pad, high + 2 * pad, height_px - YEARS_PX
    )
    return {
        "data": data,
        "layout": layout(
            annotations=annotations + _starred_words(places, starred),
            shapes=_starred_band(places, starred, last),
            xaxis={
                **AXIS,
                "showgrid": False,
                "tickmode": "array",
                "tickvals": list(range(len(periods))),
                "ticktext": ticks,
                "range": [-0.85, last + max(room, 0.5)],
            },
            yaxis={
                **layout()["yaxis"],
                "range": [bottom, high + pad],
                "tickmode": "array",
                "tickvals": steps,
            },
            _narrow={
                "xaxis": {
                    "range": [phone.left, phone.right],
                    "tickvals": list(range(0, len(periods), 2)),
                    "ticktext": [_short(tick) for tick in ticks[::2]],
                },
                "yaxis": {"range": [phone.bottom, phone.top]},
                "annotations": grid_labels(steps, [words(step) for step in steps])
                + _phone_labels(lines, places, phone),
            },
        ),
    }


def _trace(line: Line, places: dict[str, int]) -> Chart:
    published = line.style == "solid"
    alone = len(line.values) == 1
    return {
        "type": "scatter",
        "mode": "markers" if alone else "lines+markers",
        "name": line.name,
        "x": [places[period] for period in line.values],
        "y": list(line.values.values()),
        "customdata": [line.hover[period] for period in line.values],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {
            "color": f"token:{line.colour}",
            "width": 3 if published else 2.5,
            "dash": {"solid": "solid", "dash": "6px,4px", "dot": "dot"}[line.style],
        },
        "marker": {
            "size": 10 if alone else 7,
            "symbol": line.marker if published and not alone else f"{line.marker}-open",
            "color": f"token:{line.colour}",
            "line": {"color": f"token:{line.colour}", "width": 2},
        },
    }


def _end_labels(
    lines: Sequence[Line], places: dict[str, int], unit_per_px: float, *, banded: bool
) -> list[Chart]:
    labels = []
    named = [line for line in lines if line.end]
    ends = [list(line.values)[-1] for line in named]
    for place in dict.fromkeys(ends):
        here = [line for line, end in zip(named, ends, strict=True) if end == place]
        heights = spread([line.values[place] for line in here], LABEL_GAP_PX * unit_per_px)
        labels += [
            note(
                f"<b>{line.end}</b>",
                x=places[place],
                y=height,
                xanchor="left",
                xshift=14,
                **({} if banded else {"bgcolor": PAPER}),
                font={"size": 15, "color": f"token:{line.colour}-text"},
            )
            for line, height in zip(here, heights, strict=True)
        ]
    return labels


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
        near = 3
        across = self.left - near < point[0] < self.right + near
        return across and self.bottom - near < point[1] < self.top + near

    def meets(self, other: "Spot") -> bool:
        """Return whether two labels would overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


def _phone_room(places: int) -> float:
    """Return how much of an axis of `places` years the words of the gridlines take on a phone."""
    return places * GRID_WORDS_PX / (PHONE_PX - GRID_WORDS_PX)


def _phone_labels(lines: Sequence[Line], places: dict[str, int], frame: Frame) -> list[Chart]:
    """Label each line near its last point, where the labels cover least of the lines and of each other."""
    drawn = [point for line in lines for point in _path(line, places, frame)]
    named = [line for line in lines if line.end]
    choices = [_best_spots(line, list(line.values)[-1], places, frame, drawn) for line in named]
    together = min(product(*choices), key=_clashes)
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


def _best_spots(
    line: Line, end: str, places: dict[str, int], frame: Frame, drawn: Sequence[tuple[float, float]]
) -> list[tuple[Spot, float]]:
    """Return the best few places for the label of a line, each with how bad it is."""
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
    rated = [(spot, _covered(spot, drawn)) for spot in spots]
    return sorted(rated, key=lambda pair: pair[1])[:8]


def _clashes(together: Sequence[tuple[Spot, float]]) -> float:
    """Return how bad a choice of one place for each label is."""
    over = sum(one.meets(other) for (one, _), (other, _) in combinations(together, 2))
    return over * 50 + sum(badness for _, badness in together)


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
        left, bottom = point[0] + xshift - left_of[xanchor], point[1] + yshift - below[yanchor]
        spots.append(
            Spot(rows, xanchor, yanchor, xshift, yshift, left, bottom, left + width, bottom + height)
        )
    return spots


def _covered(spot: Spot, drawn: Sequence[tuple[float, float]]) -> float:
    """Return how bad a place is: cut off, over lines, over words of gridlines, far away, in many rows."""
    cut = max(-spot.left, spot.right - PHONE_PX, 0)
    on_words = 3 if spot.left < GRID_WORDS_PX else 0
    far = AWAY_COSTS.get(abs(spot.yshift), 0)
    return cut * 100 + sum(map(spot.covers, drawn)) + on_words + far + len(spot.rows) / 2


def _short(year: str) -> str:
    return f"{year[2:4]}/{year[5:]}" if len(year) >= 7 else year


def _starred_band(places: dict[str, int], starred: Sequence[str], last: int) -> list[Chart]:
    if not starred:
        return []
    start = min(places[period] for period in starred) - 0.5
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": start,
            "x1": last + 0.5,
            "y0": 0,
            "y1": 1,
            "fillcolor": "token:shade",
            "line": {"width": 0},
            "layer": "below",
        },
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": start,
            "x1": start,
            "y0": 0,
            "y1": 1,
            "line": {"color": LINE_STRONG, "width": 1, "dash": "dot"},
            "layer": "below",
        },
    ]


def _starred_words(places: dict[str, int], starred: Sequence[str]) -> list[Chart]:
    if not starred:
        return []
    start = min(places[period] for period in starred) - 0.5
    return [
        note(
            "* Extrapolated by the report",
            x=start,
            xanchor="left",
            xshift=8,
            yref="paper",
            y=0,
            yanchor="bottom",
        )
    ]


def bars_chart(bars: Sequence[Bar], joins: Sequence[float] = ()) -> Chart:
    """Return horizontal bars, names on the left and words at their ends, in the order given from the top.

    `joins` are the amounts at which each bar is joined to the next by a thin line.
    """
    names = [bar.name for bar in bars]
    left_px = _names_px(names)
    ends = [edge for bar in bars for edge in (bar.start, bar.start + bar.length)]
    low, high = min(0, *ends), max(0, *ends)
    span = high - low or 1
    data = [
        _bar_trace({place: bar for place, bar in enumerate(bars) if bar.hatched is hatched}, hatched)
        for hatched in (False, True)
    ]
    wide = [
        note(
            bar.name,
            x=0,
            xref="paper",
            xanchor="right",
            xshift=-12,
            y=place,
            yanchor="middle",
            font={"size": 15, "color": INK},
        )
        for place, bar in enumerate(bars)
    ]
    thin = [
        note(
            bar.name,
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.5,
            yanchor="middle",
            font={"size": 14, "color": INK},
        )
        for place, bar in enumerate(bars)
    ]
    axis = {
        **AXIS,
        "showgrid": False,
        "showticklabels": False,
        "range": [
            low - (span * 0.02 if low < 0 else 0),
            high + _room_after(bars, span, high, PLOT_PX - left_px),
        ],
    }
    phone = {"range": [axis["range"][0], high + _room_after(bars, span, high, PHONE_PX, asides=False)]}
    rows = {**AXIS, "showgrid": False, "showticklabels": False, "range": [len(names) - 0.4, -0.6]}
    return {
        "data": [trace for trace in data if trace["y"]],
        "layout": layout(
            barmode="overlay",
            annotations=wide + _end_words(bars),
            shapes=[_join(place, amount) for place, amount in enumerate(joins)],
            margin={"l": left_px, "r": 0, "t": 0, "b": 0, "pad": 0},
            xaxis=axis,
            yaxis=rows,
            _narrowBelow=620,
            _narrow={
                "margin": {"l": 0},
                "annotations": thin + _end_words(bars, asides=False),
                "shapes": [],
                "bargap": 0.62,
                "xaxis": phone,
                "yaxis": {"range": [len(names) - 0.4, -0.85]},
            },
        ),
    }


def _names_px(names: Sequence[str]) -> int:
    """Return the width of the margin in which the names of bars stand."""
    return round(min(max(max(map(len, names)) * 7.3 + 24, 250), 292))


def _end_words(bars: Sequence[Bar], *, asides: bool = True) -> list[Chart]:
    return [
        note(
            f"<b>{bar.words}</b> {bar.aside if asides else ''}".rstrip(),
            x=max(bar.start, bar.start + bar.length),
            y=place,
            xanchor="left",
            xshift=8,
            font={"size": 15, "color": INK},
        )
        for place, bar in enumerate(bars)
    ]


def _join(place: int, amount: float) -> Chart:
    line = {"color": LINE_STRONG, "width": 1}
    return {
        "type": "line",
        "x0": amount,
        "x1": amount,
        "y0": place,
        "y1": place + 1,
        "line": line,
        "layer": "below",
    }


def _room_after(
    bars: Sequence[Bar], span: float, high: float, plot_px: float, *, asides: bool = True
) -> float:
    """Return how far the axis must go on for the words at the end of each bar."""
    return max(
        room_for(f"{bar.words} {bar.aside if asides else ''}".rstrip(), span, plot_px)
        - (high - max(bar.start, bar.start + bar.length))
        for bar in bars
    )


def _bar_trace(bars: dict[int, Bar], hatched: bool) -> Chart:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(bars),
        "base": [bar.start for bar in bars.values()],
        "x": [bar.length for bar in bars.values()],
        "customdata": [f"{bar.name}: {bar.words} {bar.aside}".rstrip() for bar in bars.values()],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "color": [f"token:{bar.colour}" for bar in bars.values()],
            **({"pattern": {"shape": "/", "fgcolor": PAPER, "size": 7, "solidity": 0.4}} if hatched else {}),
        },
    }


@dataclass(frozen=True, slots=True)
class Stack:
    """One part of stacked columns."""

    name: str
    colour: str
    values: dict[str, float]
    hover: dict[str, str]


def columns_chart(
    stacks: Sequence[Stack],
    periods: Sequence[str],
    words: Callable[[float], str],
    *,
    height_px: int,
    starred: Sequence[str] = (),
) -> Chart:
    """Return stacked columns over `periods`, negative parts below zero, each part named beside the last."""
    tops = [sum(max(stack.values.get(period, 0), 0) for stack in stacks) for period in periods]
    bottoms = [sum(min(stack.values.get(period, 0), 0) for stack in stacks) for period in periods]
    steps = round_steps(min(bottoms), max(tops))
    low, high = steps[0], max(steps[-1], *tops)
    pad = (high - low) * 0.05
    last = len(periods) - 1
    ticks = [f"{period}*" if period in starred else period for period in periods]
    grid = grid_labels(steps, [words(step) for step in steps])
    longest = max((_part_name(stack, periods) for stack in stacks), key=len)
    return {
        "data": [_stack_trace(stack, periods) for stack in stacks],
        "layout": layout(
            barmode="relative",
            bargap=0.35,
            annotations=grid + _part_labels(stacks, periods, (high - low + 2 * pad) / (height_px - YEARS_PX)),
            xaxis={
                **AXIS,
                "showgrid": False,
                "tickmode": "array",
                "tickvals": list(range(len(periods))),
                "ticktext": ticks,
                "range": [-1.1, last + 0.4 + room_for(longest, last + 1.5)],
            },
            yaxis={
                **layout()["yaxis"],
                "range": [low - pad, high + pad],
                "tickmode": "array",
                "tickvals": steps,
                "zerolinelayer": "above traces",
            },
            _narrow={
                "xaxis": {
                    "range": [-0.5 - _phone_room(last + 1), last + 0.5],
                    "ticktext": [_short(tick) for tick in ticks],
                    "tickfont": {"size": 13, "color": INK_2},
                },
                "annotations": grid,
                "showlegend": True,
                "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 13}},
                "margin": {"t": 24 * ((len(stacks) + 1) // 2) + 8},
            },
        ),
    }


def _stack_trace(stack: Stack, periods: Sequence[str]) -> Chart:
    known = [(place, period) for place, period in enumerate(periods) if period in stack.values]
    return {
        "type": "bar",
        "name": stack.name,
        "x": [place for place, _ in known],
        "y": [stack.values[period] for _, period in known],
        "customdata": [stack.hover[period] for _, period in known],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": f"token:{stack.colour}", "line": {"color": PAPER, "width": 2}},
    }


def _part_name(stack: Stack, periods: Sequence[str]) -> str:
    """Return the name of a part, with the last year it has an amount where that is not the last column."""
    used = [period for period in periods if stack.values.get(period)]
    return stack.name if used[-1:] == [periods[-1]] or not used else f"{stack.name} (to {used[-1]})"


def _part_labels(stacks: Sequence[Stack], periods: Sequence[str], unit_per_px: float) -> list[Chart]:
    """Name each part at the middle of its piece of the last column, or at the edge where it would stand."""
    last = periods[-1]
    up = down = 0.0
    middles = []
    for stack in stacks:
        value = stack.values.get(last, 0)
        clear = LABEL_GAP_PX * unit_per_px * 0.6  # from the line at zero
        below = sum(stack.values.values()) < 0
        middles.append(min(down + value / 2, -clear) if below else max(up + value / 2, clear))
        up, down = up + max(value, 0), down + min(value, 0)
    heights = spread(middles, LABEL_GAP_PX * unit_per_px)
    return [
        note(
            f"<b>{_part_name(stack, periods)}</b>",
            x=len(periods) - 1 + 0.38,
            y=height,
            xanchor="left",
            bgcolor=PAPER,
            font={"size": 15, "color": f"token:{stack.colour}-text"},
        )
        for stack, height in zip(stacks, heights, strict=True)
    ]
