"""Line charts, each line labelled at its end."""

from collections.abc import Callable, Sequence

from dashboard.domain.view import Chart
from dashboard.figures.frame import (
    AXIS,
    LABEL_GAP_PX,
    LINE_STRONG,
    PAPER,
    YEARS_PX,
    grid_labels,
    layout,
    note,
    phone_room,
    room_for,
    round_steps,
    short_year,
    spread,
)
from dashboard.figures.phone import Frame, Line, phone_labels


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
        -0.5 - phone_room(last + 1), last + 0.5, low - 3 * pad, high + 2 * pad, height_px - YEARS_PX
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
                    "ticktext": [short_year(tick) for tick in ticks[::2]],
                },
                "yaxis": {"range": [phone.bottom, phone.top]},
                "annotations": grid_labels(steps, [words(step) for step in steps])
                + phone_labels(lines, places, phone),
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
