"""The charts of the outcomes page."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from dashboard.domain.outcomes_words import NOT_GIVEN
from dashboard.domain.view import Chart
from dashboard.figures.chart import (
    AXIS,
    INK,
    INK_2,
    LINE,
    LINE_STRONG,
    PAPER,
    Line,
    layout,
    lines_chart,
    note,
)

# Colour and marker for each word; words stand beside every mark, so that neither is needed to read it.
MARKS = {
    "better": ("green", "triangle-right"),
    "worse": ("red", "triangle-left"),
    "similar": ("ink-2", "circle"),
    "higher": ("blue", "triangle-up"),
    "lower": ("blue", "triangle-down"),
    "reference": ("ink", "diamond"),
    "published": ("s1", "circle"),
}
UNJUDGED = ("blue", "square")
NONE = ("ink-2", "circle-open")
# In the report's table nothing is significant: neither red nor green.
PLAIN_MARKS = {"worse": ("s3", "triangle-left"), "better": ("s1", "triangle-right")}
NAMES_PX, COLUMNS_PX, ROW_REM = 236, 292, 1.9
# The margin in which names stand holds this many letters; the table has all of them.
NAME_LETTERS = 32
NARROW_BELOW = 680
# A longer reading does not fit to the right of its mark on a phone.
LONG_READING = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: its name, where its mark stands, what is written beside it and in the columns.

    `low` and `high` are the ends of the interval where there is one; `columns` are the words at the right:
    value, reference, reading.
    """

    name: str
    at: float
    words: str
    reading: str
    columns: tuple[str, str, str]
    low: float | None = None
    high: float | None = None


def spine_height(rows: int) -> float:
    """Return the height of a spine of so many rows, in rem."""
    return rows * ROW_REM + 4


def spine_figure(rows: Sequence[Row], heads: tuple[str, str, str, str, str], *, significant: bool) -> Chart:
    """Return rows on both sides of a reference line, worse on the left, values in columns at the right.

    `heads` are the words above the line, left of it, right of it, and above the columns of values. Without
    significance a row is an arrow from the line; with it, a mark with its interval.
    """
    low, high = _range(rows)
    marks = [_mark(row.reading, significant=significant) for row in rows]
    names = [_name(row.name, place) for place, row in enumerate(rows)]
    columns = [item for place, row in enumerate(rows) for item in _columns(row, place, marks[place][0])]
    thin = [item for place, row in enumerate(rows) for item in _thin_words(row, place, marks[place][0])]
    axis = {**AXIS, "showgrid": False, "showticklabels": False, "range": [low, high]}
    line = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": -0.7,
        "y1": len(rows) - 0.4,
        "line": {"color": LINE_STRONG},
    }
    return {
        "data": _mark_traces(rows, marks, significant=significant),
        "layout": layout(
            annotations=[*_heads(heads), *names, *columns, *_beside(rows, marks, significant=significant)],
            shapes=[line, *([] if significant else _stems(rows, marks))],
            margin={"l": NAMES_PX, "r": COLUMNS_PX, "t": 0, "b": 0, "pad": 0},
            xaxis=axis,
            yaxis={**AXIS, "showgrid": False, "showticklabels": False, "range": [len(rows) - 0.4, -2.4]},
            _narrowBelow=NARROW_BELOW,
            _narrow={
                "margin": {"l": 0, "r": 0},
                "annotations": [*_heads(heads)[:3], *thin],
                "xaxis": {"range": _range(rows, 0.42)},
            },
        ),
    }


def _range(rows: Sequence[Row], room: float = 0.22) -> list[float]:
    ends = [end for row in rows for end in (row.at, row.low, row.high) if end is not None] or [0.0]
    span = max(max(ends), 0) - min(min(ends), 0) or 1
    return [min(*ends, 0) - span * room, max(*ends, 0) + span * room]


def _mark(reading: str, *, significant: bool) -> tuple[str, str]:
    if not significant:
        return PLAIN_MARKS.get(reading, ("ink-2", "circle-open"))
    if reading in ("not compared", "not given"):
        return NONE
    return MARKS.get(reading, UNJUDGED)


def _mark_traces(rows: Sequence[Row], marks: Sequence[tuple[str, str]], *, significant: bool) -> list[Chart]:
    """Return the marks with an interval and those without, for which no bar may be drawn."""
    every = enumerate(zip(rows, marks, strict=True))
    placed = [item for item in every if item[1][0].reading != NOT_GIVEN]
    with_bars = [item for item in placed if item[1][0].low is not None and item[1][0].high is not None]
    bare = [item for item in placed if item not in with_bars]
    traces = [_trace(group, significant=significant) for group in (with_bars, bare) if group]
    if with_bars:
        traces[0]["error_x"] = _bars([row for _, (row, _) in with_bars])
    return traces


def _trace(placed: Sequence[tuple[int, tuple[Row, tuple[str, str]]]], *, significant: bool) -> Chart:
    rows, marks = [row for _, (row, _) in placed], [mark for _, (_, mark) in placed]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.at for row in rows],
        "y": [place for place, _ in placed],
        "customdata": [f"{row.name}: {row.columns[0]}, {row.words}, {row.reading}" for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "size": 11,
            "symbol": [shape for _, shape in marks],
            "color": [f"token:{colour}" for colour, _ in marks],
            "line": {"color": INK if significant else PAPER, "width": 1 if significant else 0},
        },
    }


def _bars(rows: Sequence[Row]) -> Chart:
    known = [(row.at, row.low, row.high) for row in rows]
    return {
        "type": "data",
        "symmetric": False,
        "array": [round((high or 0) - at, 6) for at, _, high in known],
        "arrayminus": [round(at - (low or 0), 6) for at, low, _ in known],
        "color": INK_2,
        "thickness": 1.5,
        "width": 4,
    }


def _stems(rows: Sequence[Row], marks: Sequence[tuple[str, str]]) -> list[Chart]:
    return [
        {
            "type": "line",
            "x0": 0,
            "x1": row.at,
            "y0": place,
            "y1": place,
            "line": {
                "color": f"token:{colour}",
                "width": 3,
                "dash": "dot" if shape == "circle-open" else "solid",
            },
        }
        for place, (row, (colour, shape)) in enumerate(zip(rows, marks, strict=True))
    ]


def _heads(heads: tuple[str, str, str, str, str]) -> list[Chart]:
    above, left, right, own, reference = heads
    small = {"size": 13, "color": INK_2}
    at_top: Chart = {"y": -1.05, "yanchor": "bottom", "font": small}
    columns = zip((own, reference, "Read as"), _column_places(), strict=True)
    return [
        note(
            f"<b>{above}</b>",
            x=0,
            y=-1.5,
            yanchor="bottom",
            xanchor="center",
            font={"size": 14, "color": INK},
        ),
        note(left, x=0, xanchor="right", xshift=-10, **at_top),
        note(right, x=0, xanchor="left", xshift=10, **at_top),
        *(note(words, **place, **at_top) for words, place in columns),
    ]


def _column_places() -> list[Chart]:
    """Return where the columns at the right stand: two of numbers, set right, and one of words."""
    shared: Chart = {"xref": "paper", "x": 1}
    return [
        {**shared, "xanchor": "right", "xshift": 62},
        {**shared, "xanchor": "right", "xshift": 128},
        {**shared, "xanchor": "left", "xshift": 140},
    ]


def _name(name: str, place: int) -> Chart:
    where: Chart = {"x": 0, "xref": "paper", "xanchor": "right", "xshift": -12, "y": place}
    return note(shorten(name, NAME_LETTERS, placeholder=" …"), **where, font={"size": 15, "color": INK})


def _columns(row: Row, place: int, colour: str) -> list[Chart]:
    fonts = ({"size": 15, "color": INK}, {"size": 15, "color": INK_2}, {"size": 15, "color": _text(colour)})
    words = (f"<b>{row.columns[0]}</b>", *row.columns[1:])
    return [
        note(text, **where, y=place, font=font)
        for text, where, font in zip(words, _column_places(), fonts, strict=True)
    ]


def _text(colour: str) -> str:
    """Return the colour of words that go with a mark: that of a series has a version for words."""
    return f"token:{colour}-text" if colour in ("s1", "s3") else INK


def _beside(rows: Sequence[Row], marks: Sequence[tuple[str, str]], *, significant: bool) -> list[Chart]:
    """Return the words beside each mark, away from the reference line."""
    notes = []
    for place, (row, (colour, _)) in enumerate(zip(rows, marks, strict=True)):
        left = row.at < 0
        edge = row.low if left else row.high
        where: Chart = {"x": row.at if edge is None else edge, "xanchor": "right" if left else "left"}
        font = {"size": 13, "color": INK_2 if significant else _text(colour)}
        notes.append(note(row.words, **where, xshift=-10 if left else 10, y=place, font=font))
    return notes


def _thin_words(row: Row, place: int, colour: str) -> list[Chart]:
    """Return what stands above a row on a phone: its name, the values, and the reading beside the mark."""
    left = row.at < 0 or len(row.reading) > LONG_READING
    edge = row.low if left else row.high
    font = {"size": 13, "color": INK}
    return [
        note(row.name, x=0, xref="paper", xanchor="left", y=place - 0.46, font=font),
        note(
            f"<b>{row.columns[0]}</b> v {row.columns[1]}",
            x=1,
            xref="paper",
            xanchor="right",
            y=place - 0.46,
            font=font,
        ),
        note(
            row.reading,
            x=row.at if edge is None else edge,
            xanchor="right" if left else "left",
            xshift=-9 if left else 9,
            y=place + 0.06,
            font={"size": 12, "color": _text(colour)},
        ),
    ]


def compared_figure(rows: Sequence[Row], reference: float | None, words: str) -> Chart:
    """Return one row an area or category on a scale from nought: its mark, its interval, its words.

    `reference` is the value of the benchmark, drawn as a line that `words` name.
    """
    ends = [end for row in rows for end in (row.at, row.high) if end is not None]
    high = max([*ends, reference or 0, *([] if ends else [1])]) or 1
    low = min([0, *(row.low for row in rows if row.low is not None), *(row.at for row in rows)])
    span = high - low
    marks = [_mark(row.reading, significant=True) for row in rows]
    axis = {
        **AXIS,
        "showgrid": False,
        "showticklabels": False,
        "range": [low - span * 0.02, high + span * 0.03],
    }
    columns = [item for place, row in enumerate(rows) for item in _value_columns(row, place)]
    thin = [item for place, row in enumerate(rows) for item in _thin_rows(row, place)]
    head = _reference_words(reference, words, low, high)
    return {
        "data": _mark_traces(rows, marks, significant=True),
        "layout": layout(
            annotations=[*head, *(_name(row.name, place) for place, row in enumerate(rows)), *columns],
            shapes=_rules(len(rows)) + _reference(reference, len(rows)),
            margin={"l": NAMES_PX, "r": COLUMNS_PX, "t": 0, "b": 0, "pad": 0},
            xaxis=axis,
            yaxis={**AXIS, "showgrid": False, "showticklabels": False, "range": [len(rows) - 0.4, -1.6]},
            _narrowBelow=NARROW_BELOW,
            _narrow={"margin": {"l": 0, "r": 0}, "annotations": [*_thin_head(words), *thin]},
        ),
    }


def _rules(count: int) -> list[Chart]:
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": place + 0.5,
            "y1": place + 0.5,
            "line": {"color": LINE, "width": 1},
            "layer": "below",
        }
        for place in range(count)
    ]


def _reference(reference: float | None, count: int) -> list[Chart]:
    if reference is None:
        return []
    line = {"color": INK, "width": 1.5, "dash": "6px,4px"}
    ends: Chart = {"x0": reference, "x1": reference, "y0": -0.6, "y1": count - 0.4}
    return [{"type": "line", **ends, "line": line, "layer": "below"}]


def _reference_words(reference: float | None, words: str, low: float, high: float) -> list[Chart]:
    if reference is None:
        return []
    late = reference > low + (high - low) * 0.6
    anchor: Chart = {"xanchor": "right" if late else "left", "xshift": 6 if late else -6}
    return [
        note(
            f"<b>{words}</b>",
            x=reference,
            y=-0.7,
            yanchor="bottom",
            **anchor,
            font={"size": 14, "color": INK},
        )
    ]


def _thin_head(words: str) -> list[Chart]:
    """Return what the line of the benchmark is, on a phone above all rows."""
    font = {"size": 13, "color": INK}
    said = f"Dashed line: <b>{words}</b>"
    return [note(said, x=0, xref="paper", xanchor="left", y=-1.2, font=font)] if words else []


def _value_columns(row: Row, place: int) -> list[Chart]:
    value, _, reading = row.columns
    shared: Chart = {"xref": "paper", "x": 1, "y": place}
    return [
        note(f"<b>{value}</b>", **shared, xanchor="right", xshift=74, font={"size": 15, "color": INK}),
        note(reading, **shared, xanchor="left", xshift=88, font={"size": 15, "color": INK}),
    ]


def _thin_rows(row: Row, place: int) -> list[Chart]:
    value, _, reading = row.columns
    said = "" if row.reading in ("published", NOT_GIVEN) else f" {reading}"
    shared: Chart = {"xref": "paper", "y": place - 0.42, "font": {"size": 13, "color": INK}}
    return [
        note(shorten(row.name, NAME_LETTERS, placeholder=" …"), x=0, xanchor="left", **shared),
        note(f"<b>{value}</b>{said}", x=1, xanchor="right", **shared),
    ]


def trend_figure(
    lines: Sequence[Line], periods: Sequence[str], limits: dict[str, tuple[float, float]], height_px: int
) -> Chart:
    """Return lines by period from nought; the first has the interval of each point that has one."""
    figure = lines_chart(lines, periods, lambda value: f"{value:,.10g}", height_px=height_px)
    if not lines or not limits:
        return figure
    own = lines[0].values
    ups = [round(limits[period][1] - own[period], 6) if period in limits else 0 for period in own]
    downs = [round(own[period] - limits[period][0], 6) if period in limits else 0 for period in own]
    figure["data"][0]["error_y"] = {
        "type": "data",
        "symmetric": False,
        "array": ups,
        "arrayminus": downs,
        "color": f"token:{lines[0].colour}",
        "thickness": 1.5,
        "width": 5,
    }
    _widen(figure["layout"], max(high for _, high in limits.values()))
    return figure


def _widen(changed: Chart, highest: float) -> None:
    """Let the upper limits of intervals stand inside the chart, on a phone too."""
    for axis in (changed["yaxis"], changed["_narrow"]["yaxis"]):
        bottom, top = axis["range"]
        axis["range"] = [bottom, max(top, highest + (top - bottom) * 0.04)]
