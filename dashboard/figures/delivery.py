"""The charts of the delivery page."""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from dashboard.domain.fact import Fact
from dashboard.domain.view import Chart
from dashboard.domain.words import measured, number
from dashboard.figures.chart import AXIS, INK, PAPER, PLOT_PX, Bar, bars_chart, layout, note

HOME_COLOURS = ("s6", "s2", "s1", "s5")
UNIT_PX = 3.4
FIXED = "\u00a0"  # a space at which no line breaks
LEAST_BAND_PX = 42
GAP_PX = 3
BAR = 0.03
LEFT_PX, RIGHT_PX = 250, 250
PHONE_PX, PHONE_LEFT_PX, PHONE_RIGHT_PX, PHONE_LETTERS = 286, 128, 104, 17


def flow_figure(
    ways: Sequence[Fact], areas: Mapping[str, str], homes: Mapping[str, str], totals: Mapping[str, int]
) -> tuple[Chart, float]:
    """Return ribbons from each area to the homes of its services, and the height of the plot in pixels.

    A way is a figure whose series is an area and whose period is a home. Lengths are numbers of services.
    """
    colours = dict(zip(homes, HOME_COLOURS, strict=False))
    bands, height = _bands(ways, areas)
    starts = {area: top for area, (top, _) in bands.items()}
    ends = _ends(homes, totals, height)
    goals = {home: top for home, (top, _) in ends.items()}
    data, shapes = [], []
    for way in sorted(
        ways, key=lambda item: (list(areas).index(item.series), list(homes).index(item.period))
    ):
        area, home, size = way.series, way.period, way.amount
        shapes.append(_ribbon(starts[area], goals[home], size, colours[home]))
        data.append(_bar(0, starts[area], size, colours[home], f"{areas[area]} to {homes[home]}"))
        starts[area] += size
        goals[home] += size
    data += [_bar(1, top, size, colours[home], homes[home]) for home, (top, size) in ends.items()]
    labels = {area: f"{name}{FIXED}{number(bands[area][1])}" for area, name in areas.items()}
    return _flow_chart(data, shapes, (bands, labels), (ends, homes), height), height * UNIT_PX


def _bands(ways: Sequence[Fact], areas: Mapping[str, str]) -> tuple[dict[str, tuple[float, float]], float]:
    """Return where the bar of each area begins and how long it is, and the height of all, in services."""
    bands, reached = {}, 0.0
    for area in areas:
        size = sum(way.amount for way in ways if way.series == area)
        room = max(size, LEAST_BAND_PX / UNIT_PX)
        bands[area] = (reached + (room - size) / 2, size)
        reached += room + GAP_PX / UNIT_PX
    return bands, reached


def _ends(
    homes: Mapping[str, str], totals: Mapping[str, int], height: float
) -> dict[str, tuple[float, float]]:
    gap = (height - sum(totals.values())) / max(len(totals), 1)
    ends, reached = {}, gap / 2
    for home in homes:
        ends[home] = (reached, float(totals[home]))
        reached += totals[home] + gap
    return ends


def _ribbon(start: float, end: float, size: float, colour: str) -> Chart:
    left, right = BAR / 2, 1 - BAR / 2
    path = (
        f"M {left},{start} C 0.5,{start} 0.5,{end} {right},{end} L {right},{end + size} "
        f"C 0.5,{end + size} 0.5,{start + size} {left},{start + size} Z"
    )
    return {
        "type": "path",
        "path": path,
        "fillcolor": f"token:{colour}",
        "opacity": 0.32,
        "line": {"width": 0},
        "layer": "below",
    }


def _bar(place: float, start: float, size: float, colour: str, words: str) -> Chart:
    return {
        "type": "bar",
        "x": [place],
        "y": [size],
        "base": [start],
        "width": [BAR],
        "customdata": [f"{words}: {number(size)}"],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": f"token:{colour}", "line": {"color": PAPER, "width": 0.5}},
    }


def _flow_chart(
    data: list[Chart],
    shapes: list[Chart],
    left: tuple[Mapping[str, tuple[float, float]], Mapping[str, str]],
    right: tuple[Mapping[str, tuple[float, float]], Mapping[str, str]],
    height: float,
) -> Chart:
    wide = _names(*left, side=0, letters=26) + _names(right[0], _ended(right), side=1, letters=24)
    thin = _names(*left, side=0, letters=PHONE_LETTERS, size=12.5) + _names(
        right[0], _ended(right), side=1, letters=PHONE_LETTERS - 4, size=12.5
    )
    return {
        "data": data,
        "layout": layout(
            barmode="overlay",
            shapes=shapes,
            annotations=wide,
            margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            xaxis={
                **AXIS,
                "showgrid": False,
                "showticklabels": False,
                "range": _across(PLOT_PX, LEFT_PX, RIGHT_PX),
            },
            yaxis={**AXIS, "showgrid": False, "showticklabels": False, "range": [height, 0]},
            _narrowBelow=640,
            _narrow={
                "annotations": thin,
                "xaxis": {"range": _across(PHONE_PX, PHONE_LEFT_PX, PHONE_RIGHT_PX)},
            },
        ),
    }


def _across(plot_px: int, left_px: int, right_px: int) -> list[float]:
    """Return the range of the axis on which nought and one leave room for the names at either side."""
    between = plot_px - left_px - right_px
    return [-left_px / between, 1 + right_px / between]


def _ended(right: tuple[Mapping[str, tuple[float, float]], Mapping[str, str]]) -> dict[str, str]:
    ends, homes = right
    return {home: f"{number(ends[home][1])}{FIXED}{name}" for home, name in homes.items()}


def _names(
    places: Mapping[str, tuple[float, float]],
    names: Mapping[str, str],
    *,
    side: int,
    letters: int,
    size: float = 15,
) -> list[Chart]:
    return [
        note(
            _bold_number(wrap(name, letters, break_long_words=False), first=bool(side)),
            x=side,
            xanchor="left" if side else "right",
            xshift=10 if side else -10,
            y=places[key][0] + places[key][1] / 2,
            yanchor="middle",
            align="left" if side else "right",
            font={"size": size, "color": INK},
        )
        for key, name in names.items()
    ]


def _bold_number(rows: Sequence[str], *, first: bool) -> str:
    """Return the rows of a name with its number in bold: its first word or its last."""
    if first:
        size, _, name = rows[0].partition(FIXED)
        return "<br>".join([f"<b>{size}</b>{FIXED}{name}", *rows[1:]])
    name, _, size = rows[-1].rpartition(FIXED)
    return "<br>".join([*rows[:-1], f"{name}{FIXED}<b>{size}</b>"])


def money_figure(facts: Sequence[Fact], labels: Mapping[str, str], colours: Mapping[str, str]) -> Chart:
    """Return one bar per vehicle, its money and the share printed beside it."""
    spent = [fact for fact in facts if fact.unit == "£m"]
    shares = {fact.series: measured(fact.value, fact.unit) for fact in facts if fact.unit == "%"}
    return bars_chart(
        [
            Bar(
                labels[fact.series],
                0,
                fact.amount,
                measured(round(fact.amount, 1), fact.unit),
                colours[fact.series],
                aside=shares.get(fact.series, ""),
            )
            for fact in sorted(spent, key=lambda item: -item.amount)
        ]
    )


def activity_figure(facts: Sequence[Fact], labels: Mapping[str, str]) -> Chart:
    """Return one bar per process, by size."""
    return bars_chart(
        [
            Bar(labels[fact.series], 0, fact.amount, measured(fact.value, fact.unit), "s1")
            for fact in sorted(facts, key=lambda item: -item.amount)
        ]
    )
