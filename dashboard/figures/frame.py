"""What every form of chart shares: colours, axes, gridlines, notes, and room for words.

Colours are names of the stylesheet's variables, resolved in the browser for each theme.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log10

from dashboard.domain.view import Chart

INK, INK_2, LINE, LINE_STRONG, PAPER = (
    "token:ink",
    "token:ink-2",
    "token:line",
    "token:line-strong",
    "token:paper",
)
LABEL_GAP_PX = 21
# No printed amount is finer, so no gridline need be.
FINEST_STEP = 0.001
# A chart is drawn for a plot of about this width; labels get room in proportion, at this width a letter.
PLOT_PX, LETTER_PX = 872, 8.8
# The same on the narrowest phone, where every chart is a little less than 320 pixels wide.
PHONE_PX, PHONE_LETTER_PX, PHONE_LINE_PX = 286, 7.0, 17
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
    span = max(highest, 0) - min(lowest, 0) or about
    magnitude = max(10.0 ** floor(log10(span / about)), FINEST_STEP)
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude * about >= span)
    first = int(min(lowest, 0) // step)
    last = int(-(-max(highest, 0) // step))
    if first == last:
        last += 1
    return [round(place * step, 6) for place in range(first, last + 1)]


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


def phone_room(places: int) -> float:
    """Return how much of an axis of `places` years the words of the gridlines take on a phone."""
    return places * GRID_WORDS_PX / (PHONE_PX - GRID_WORDS_PX)


def short_year(year: str) -> str:
    """Return a financial year as 17/18 for a narrow chart; other periods as they are."""
    return f"{year[2:4]}/{year[5:]}" if len(year) >= 7 else year


def empty_figure(words: str) -> Chart:
    """Return a chart of nothing that says why."""
    axis = {**AXIS, "showgrid": False, "showticklabels": False, "zeroline": False}
    said = note(
        words, x=0, y=0.5, xref="paper", yref="paper", xanchor="left", font={"size": 15, "color": INK_2}
    )
    return {"data": [], "layout": layout(annotations=[said], xaxis=axis, yaxis=axis)}
