"""Horizontal bars, names on the left and words at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.view import Chart
from dashboard.figures.frame import AXIS, INK, LINE_STRONG, PAPER, PHONE_PX, PLOT_PX, layout, note, room_for

# How thick bars are where plotly is not left to find out, as a share of a row.
APART_WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from `start` of `length`: its name, the words at its end and, where there is room, an aside.

    An aside that is `kept` stands on a phone too.
    """

    name: str
    start: float
    length: float
    words: str
    colour: str
    hatched: bool = False
    aside: str = ""
    kept: bool = False

    def said(self, *, asides: bool) -> str:
        """Return what is said beside its words."""
        return self.aside if asides or self.kept else ""


def bars_chart(bars: Sequence[Bar], joins: Sequence[float] = ()) -> Chart:
    """Return horizontal bars, names on the left and words at their ends, in the order given from the top.

    `joins` are the amounts at which each bar is joined to the next by a thin line.
    """
    names = [bar.name for bar in bars]
    left_px = _names_px(names)
    ends = [edge for bar in bars for edge in (bar.start, bar.start + bar.length)]
    low, high = min(0, *ends), max(0, *ends)
    span = high - low or 1
    parts = [
        {place: bar for place, bar in enumerate(bars) if bar.hatched is hatched} for hatched in (False, True)
    ]
    apart = any(_apart(list(part)) for part in parts)
    data = [
        _bar_trace(part, hatched, apart=apart) for part, hatched in zip(parts, (False, True), strict=True)
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
            f"<b>{bar.words}</b> {bar.said(asides=asides)}".rstrip(),
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
        room_for(f"{bar.words} {bar.said(asides=asides)}".rstrip(), span, plot_px)
        - (high - max(bar.start, bar.start + bar.length))
        for bar in bars
    )


def _apart(places: Sequence[int]) -> bool:
    """Return whether no two bars of a trace are neighbours: plotly would draw them too thick."""
    return len(places) > 1 and min(after - before for before, after in pairwise(places)) > 1


def _bar_trace(bars: dict[int, Bar], hatched: bool, *, apart: bool) -> Chart:
    return {
        "type": "bar",
        **({"width": APART_WIDTH} if apart else {}),
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
