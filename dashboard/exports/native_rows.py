"""What rows of every kind share: their names, the words beside them, the ends of their scale."""

from collections.abc import Mapping, Sequence

from dashboard.domain.view import Chart
from dashboard.exports.native import STACKED_BAR, NativeChart, Series, notes_of, plain

# Room right of the longest bar for words, as a share of the scale.
WORDS_ROOM = 0.3


def row_names(chart: Chart) -> dict[int, str]:
    """Return the name of each row by its place; words that stand on a gridline are those of a scale."""
    return {
        item["y"]: plain(item["text"]).replace("\n", " ")
        for item in notes_of(chart)
        if (item.get("xref"), item.get("x")) == ("paper", 0)
        and isinstance(item.get("y"), int)
        and item.get("yanchor") != "bottom"
    }


def row_words(chart: Chart) -> dict[int, str]:
    """Return the words at the end of each row."""
    found: dict[int, str] = {}
    for item in notes_of(chart):
        if item.get("xref") != "paper" and isinstance(item.get("y"), int) and item.get("xanchor") == "left":
            found.setdefault(item["y"], plain(item["text"].replace("</b> ", "</b>, ")))
    return found


def lines_left_out(chart: Chart, rows: int) -> str:
    """Return what a line across all rows says, which no office chart of bars can hold."""
    across = [
        shape["x0"]
        for shape in chart["layout"].get("shapes", [])
        if shape["type"] == "line"
        and shape["x0"] == shape["x1"]
        and shape["x0"]
        and shape["y1"] - shape["y0"] >= rows
    ]
    said = [plain(item["text"]) for item in notes_of(chart) if item.get("x") in across and item["y"] < 0]
    return (
        f"Not drawn on this slide: the line at {said[0] if said else 'the value named above'}."
        if across
        else ""
    )


def rows_chart(kind: str, names: Mapping[int, str], series: Sequence[Series], key: str = "") -> NativeChart:
    """Return a chart of rows with room for the words beside them."""
    low, high = ends_of(series, stacked=kind == STACKED_BAR)
    room = (high - low or 1) * WORDS_ROOM
    below = room if low < 0 else 0
    return NativeChart(kind, tuple(names.values()), tuple(series), low - below, high + room, key=key)


def ends_of(series: Sequence[Series], *, stacked: bool) -> tuple[float, float]:
    """Return how far the rows reach to either side of nought."""
    columns = [
        [value or 0 for value in column] for column in zip(*(one.values for one in series), strict=True)
    ]
    if not stacked:
        reach = [end for one in series for end in _reach(one)]
        return min(0, *reach), max(0, *reach)
    lows = [sum(value for value in column if value < 0) for column in columns]
    highs = [sum(value for value in column if value > 0) for column in columns]
    return min(0, *lows), max(0, *highs)


def _reach(series: Series) -> list[float]:
    """Return how far each point of a series reaches, its interval included."""
    errors = series.errors or ((0.0, 0.0),) * len(series.values)
    ends = zip(series.values, errors, strict=True)
    return [end for value, (up, down) in ends if value is not None for end in (value + up, value - down)]
