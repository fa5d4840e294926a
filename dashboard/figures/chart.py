"""What every chart shares. Colours are names of the stylesheet's variables, resolved in the browser for each theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.domain.view import Chart

INK, INK_2, LINE, LINE_STRONG, PAPER = "token:ink", "token:ink-2", "token:line", "token:line-strong", "token:paper"
LABEL_GAP_PX = 21
# A chart is drawn for a plot of about this width; labels are given room in proportion, at about this width a letter.
PLOT_PX, LETTER_PX = 872, 8.8
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
    """One bar from `start` of `length`, with its name and the words at its end."""

    name: str
    start: float
    length: float
    words: str
    colour: str
    hatched: bool = False


def layout(**changes: Any) -> Chart:
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
        "yaxis": {**AXIS, "showgrid": True, "gridcolor": LINE, "zeroline": True, "zerolinecolor": LINE_STRONG, "zerolinewidth": 1.5, "showticklabels": False},
        "annotations": [],
        "shapes": [],
    }
    return {**base, **changes}


def note(text: str, **where: Any) -> Chart:
    """Return an annotation without an arrow."""
    return {"text": text, "showarrow": False, "font": {"size": 14, "color": INK_2}, **where}


def round_steps(lowest: float, highest: float, about: int = 5) -> list[float]:
    """Return round values that cover lowest to highest with zero among them, for gridlines."""
    span = max(highest, 0) - min(lowest, 0) or 1
    magnitude: float = 10.0 ** (len(str(int(span / about))) - 1) if span >= about else 1.0
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude * about >= span)
    first = int(min(lowest, 0) // step)
    last = int(-(-max(highest, 0) // step))
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
    for before, after in zip(order, order[1:], strict=False):
        moved[after] = max(moved[after], moved[before] + gap)
    shift = sum(positions) / len(positions) - sum(moved) / len(moved) if positions else 0
    return [position + shift for position in moved]


def lines_chart(lines: Sequence[Line], periods: Sequence[str], words: Any, *, height_px: int, starred: Sequence[str] = ()) -> Chart:
    """Return a line chart over `periods` with each line labelled at its end.

    `words` turns a value into text for the gridlines; `starred` periods stand on a shaded band with an asterisk.
    """
    values = [value for line in lines for value in line.values.values()]
    steps = round_steps(min(values), max(values))
    low, high = min(*steps, min(values)), max(*steps, max(values))
    pad = (high - low) * 0.06
    places = {period: place for place, period in enumerate(periods)}
    later = len(periods) - 1
    room = max(room_for(line.end, later + 0.85) - (later - places[list(line.values)[-1]]) for line in lines)
    data = [_trace(line, places) for line in lines]
    ticks = [f"{period}*" if period in starred else period for period in periods]
    annotations = grid_labels(steps, [words(step) for step in steps]) + _end_labels(lines, places, (high - low + 2 * pad) / (height_px - 40))
    last = len(periods) - 1
    return {
        "data": data,
        "layout": layout(
            annotations=annotations,
            shapes=_starred_band(places, starred, last),
            xaxis={**AXIS, "showgrid": False, "tickmode": "array", "tickvals": list(range(len(periods))), "ticktext": ticks, "range": [-0.85, last + max(room, 0.5)]},
            yaxis={**layout()["yaxis"], "range": [low - pad, high + pad], "tickmode": "array", "tickvals": steps},
            _narrow={
                "xaxis": {"range": [-0.5, last + 0.5], "tickvals": list(range(0, len(periods), 2)), "ticktext": [_short(tick) for tick in ticks[::2]]},
                "yaxis": {"range": [low - 3 * pad, high + 2 * pad]},
                "annotations": grid_labels(steps, [words(step) for step in steps]) + _narrow_labels(lines, places),
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
        "line": {"color": f"token:{line.colour}", "width": 3 if published else 2.5, "dash": {"solid": "solid", "dash": "6px,4px", "dot": "dot"}[line.style]},
        "marker": {"size": 10 if alone else 7, "symbol": line.marker if published and not alone else f"{line.marker}-open", "color": f"token:{line.colour}", "line": {"color": f"token:{line.colour}", "width": 2}},
    }


def _end_labels(lines: Sequence[Line], places: dict[str, int], unit_per_px: float) -> list[Chart]:
    labels = []
    named = [line for line in lines if line.end]
    ends = [list(line.values)[-1] for line in named]
    for place in dict.fromkeys(ends):
        here = [line for line, end in zip(named, ends, strict=True) if end == place]
        heights = spread([line.values[place] for line in here], LABEL_GAP_PX * unit_per_px)
        labels += [
            note(f"<b>{line.end}</b>", x=places[place], y=height, xanchor="left", xshift=14, bgcolor=PAPER, font={"size": 15, "color": f"token:{line.colour}-text"})
            for line, height in zip(here, heights, strict=True)
        ]
    return labels


def _narrow_labels(lines: Sequence[Line], places: dict[str, int]) -> list[Chart]:
    """Label the upper line above and the lower ones below their last point; a lone point beside it, on two lines."""
    ends = [(line, list(line.values)[-1]) for line in lines if line.end]
    top = max(ends, key=lambda pair: pair[0].values[pair[1]])[0]
    return [_narrow_label(line, end, places, above=line is top) for line, end in ends]


def _narrow_label(line: Line, end: str, places: dict[str, int], *, above: bool) -> Chart:
    where: Chart = {"x": places[end], "y": line.values[end], "font": {"size": 13, "color": f"token:{line.colour}-text"}}
    if len(line.values) == 1:
        words, _, value = line.end.rpartition(" ")
        return note(f"<b>{words}<br>{value}</b>", xanchor="left", xshift=8, yanchor="middle", align="left", **where)
    side = "right" if places[end] >= len(places) - 2 else "center"
    return note(f"<b>{line.end}</b>", xanchor=side, yanchor="bottom" if above else "top", yshift=10 if above else -10, bgcolor=PAPER, **where)


def _short(year: str) -> str:
    return f"{year[2:4]}/{year[5:]}" if len(year) >= 7 else year


def _starred_band(places: dict[str, int], starred: Sequence[str], last: int) -> list[Chart]:
    if not starred:
        return []
    start = min(places[period] for period in starred) - 0.5
    return [
        {"type": "rect", "xref": "x", "yref": "paper", "x0": start, "x1": last + 0.5, "y0": 0, "y1": 1, "fillcolor": "token:shade", "line": {"width": 0}, "layer": "below"},
        {"type": "line", "xref": "x", "yref": "paper", "x0": start, "x1": start, "y0": 0, "y1": 1, "line": {"color": LINE_STRONG, "width": 1, "dash": "dot"}, "layer": "below"},
    ]


def bars_chart(bars: Sequence[Bar], *, left_px: int = 270) -> Chart:
    """Return horizontal bars from zero, names on the left and words at their ends, in the order given from the top."""
    names = [bar.name for bar in bars]
    ends = [edge for bar in bars for edge in (bar.start, bar.start + bar.length)]
    low, high = min(0, *ends), max(0, *ends)
    span = high - low or 1
    data = [_bar_trace({place: bar for place, bar in enumerate(bars) if bar.hatched is hatched}, hatched) for hatched in (False, True)]
    wide = [note(bar.name, x=0, xref="paper", xanchor="right", xshift=-12, y=place, yanchor="middle", font={"size": 15, "color": INK}) for place, bar in enumerate(bars)]
    thin = [note(bar.name, x=0, xref="paper", xanchor="left", y=place - 0.5, yanchor="middle", font={"size": 14, "color": INK}) for place, bar in enumerate(bars)]
    ends_words = [note(f"<b>{bar.words}</b>", x=max(bar.start, bar.start + bar.length), y=place, xanchor="left", xshift=8, font={"size": 15, "color": INK}) for place, bar in enumerate(bars)]
    axis = {**AXIS, "showgrid": False, "showticklabels": False, "range": [low - (span * 0.02 if low < 0 else 0), high + _room_after(bars, span, high, left_px)]}
    rows = {**AXIS, "showgrid": False, "showticklabels": False, "range": [len(names) - 0.4, -0.6]}
    return {
        "data": [trace for trace in data if trace["y"]],
        "layout": layout(
            barmode="overlay",
            annotations=wide + ends_words,
            margin={"l": left_px, "r": 0, "t": 0, "b": 0, "pad": 0},
            xaxis=axis,
            yaxis=rows,
            _narrowBelow=620,
            _narrow={"margin": {"l": 0}, "annotations": thin + ends_words, "bargap": 0.62, "yaxis": {"range": [len(names) - 0.4, -0.85]}},
        ),
    }


def _room_after(bars: Sequence[Bar], span: float, high: float, left_px: int) -> float:
    """Return how far the axis must go on for the words at the end of each bar."""
    return max(room_for(bar.words, span, PLOT_PX - left_px) - (high - max(bar.start, bar.start + bar.length)) for bar in bars)


def _bar_trace(bars: dict[int, Bar], hatched: bool) -> Chart:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(bars),
        "base": [bar.start for bar in bars.values()],
        "x": [bar.length for bar in bars.values()],
        "customdata": [f"{bar.name}: {bar.words}" for bar in bars.values()],
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


def columns_chart(stacks: Sequence[Stack], periods: Sequence[str], words: Any, *, height_px: int, starred: Sequence[str] = ()) -> Chart:
    """Return stacked columns over `periods`, negative parts below zero, each part named beside the last column."""
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
            annotations=grid + _part_labels(stacks, periods, (high - low + 2 * pad) / (height_px - 40)),
            xaxis={**AXIS, "showgrid": False, "tickmode": "array", "tickvals": list(range(len(periods))), "ticktext": ticks, "range": [-1.1, last + 0.4 + room_for(longest, last + 1.5)]},
            yaxis={**layout()["yaxis"], "range": [low - pad, high + pad], "tickmode": "array", "tickvals": steps},
            _narrow={"xaxis": {"range": [-0.6, last + 0.6], "ticktext": [_short(tick) for tick in ticks]}, "annotations": grid, "showlegend": True, "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 13}}, "margin": {"t": 24 * ((len(stacks) + 1) // 2) + 8}},
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
        middles.append((up if value >= 0 else down) + value / 2)
        up, down = up + max(value, 0), down + min(value, 0)
    heights = spread(middles, LABEL_GAP_PX * unit_per_px)
    return [
        note(f"<b>{_part_name(stack, periods)}</b>", x=len(periods) - 1 + 0.38, y=height, xanchor="left", font={"size": 15, "color": f"token:{stack.colour}-text"})
        for stack, height in zip(stacks, heights, strict=True)
    ]
