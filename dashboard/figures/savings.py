"""The charts of the savings page."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from dashboard.domain.fact import Fact
from dashboard.domain.savings import Concentration
from dashboard.domain.view import Chart
from dashboard.domain.words import measured, millions, number
from dashboard.figures.chart import (
    AXIS,
    PAPER,
    Bar,
    Line,
    bars_chart,
    empty_figure,
    grid_labels,
    layout,
    lines_chart,
    note,
)

SAVED, BACK, TOTAL = "s1", "s3", "s5"
COMPARED = ("s1", "s3", "s2", "s4")
NATURE_COLOURS = {"recurrent": "s1", "temporary": "s2", "capital": "s6", "unstated": "quiet"}

# The margin in which the names of bars stand holds this many letters.
NAME_LETTERS = 34


def bar_name(text: str) -> str:
    """Return a name cut at a word to what the margin of a chart of bars holds; the table has all of it."""
    return shorten(text, NAME_LETTERS, placeholder=" …")


def steps_figure(steps: Sequence[tuple[str, Fact]], total: tuple[str, Fact] | None) -> Chart:
    """Return a waterfall from zero: a saving goes to the right, a cost back; then the total."""
    bars, joins, reached = [], [], 0.0
    for name, fact in steps:
        cost = fact.amount > 0
        bars.append(
            Bar(
                name,
                reached,
                -fact.amount,
                millions(fact.amount, sign=True),
                BACK if cost else SAVED,
                hatched=cost,
                aside="cost coming back" if cost else "",
            )
        )
        reached -= fact.amount
        joins.append(reached)
    if total:
        bars.append(Bar(total[0], 0, -total[1].amount, millions(total[1].amount, sign=True), TOTAL))
    return bars_chart(bars, joins=joins if total else joins[:-1])


def levels_figure(levels: Sequence[tuple[str, Fact]]) -> Chart:
    """Return one bar from zero for each level, a saving to the right."""
    return bars_chart([money_bar(name, fact) for name, fact in levels])


def money_bar(name: str, fact: Fact, aside: str = "", colour: str = SAVED) -> Bar:
    """Return the bar of a budget change: to the right where it saves, hatched where it costs."""
    cost = fact.amount > 0
    words = millions(fact.amount, sign=True)
    return Bar(bar_name(name), 0, -fact.amount, words, BACK if cost else colour, hatched=cost, aside=aside)


def amounts_figure(rows: Sequence[tuple[str, Fact, str]], last: str = "") -> Chart:
    """Return one bar a row (name, figure, aside); the one named `last` is context, in a quiet colour."""
    return bars_chart(
        [money_bar(name, fact, aside, "quiet" if name == last else SAVED) for name, fact, aside in rows]
    )


def parts_figure(rows: Sequence[tuple[str, str, Fact, str]]) -> Chart:
    """Return one bar a row (name, nature, figure, words at its end), in the colour of its nature."""
    return bars_chart(
        [
            Bar(name, 0, fact.amount, words, NATURE_COLOURS[nature], hatched=nature == "unstated")
            for name, nature, fact, words in rows
        ]
    )


def shares_figure(rows: Sequence[tuple[str, Fact, str]]) -> Chart:
    """Return one bar for each share of a budget (name, figure in %, aside)."""
    return bars_chart(
        [
            Bar(bar_name(name), 0, fact.amount, measured(fact.value, fact.unit), SAVED, aside=aside)
            for name, fact, aside in rows
        ]
    )


def counts_figure(rows: Sequence[tuple[str, Fact, str]]) -> Chart:
    """Return one bar for each count of options (name, figure, colour)."""
    return bars_chart([Bar(name, 0, fact.amount, number(fact.value), colour) for name, fact, colour in rows])


def concentration_figure(found: Concentration, shares: Mapping[str, Fact], names: Mapping[str, str]) -> Chart:
    """Return the share of all savings that the largest options give together, by how many they are."""
    ranks = found.ranks
    places = [rank.place for rank in ranks]
    steps = [0, 25, 50, 75, 100]
    grid = grid_labels(steps, [f"{step}%" for step in steps])
    half = ranks[found.half - 1]
    label = f"<b>{found.half} of {len(ranks)}: {number(shares[half.series].value, 1)}%</b>"
    ticks = sorted({1, *range(10, len(ranks), 10), len(ranks)})
    trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Share of all savings",
        "x": places,
        "y": [shares[rank.series].amount for rank in ranks],
        "customdata": [
            f"{rank.place} largest: {number(shares[rank.series].value, 1)}%<br>with {names[rank.series]}"
            for rank in ranks
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": f"token:{SAVED}", "width": 2.5, "dash": "dot"},
        "marker": {
            "size": [13 if rank.place == found.half else 6 for rank in ranks],
            "symbol": "circle-open",
            "color": f"token:{SAVED}",
            "line": {"color": f"token:{SAVED}", "width": 2},
        },
    }
    pointer = note(
        label,
        x=found.half,
        y=shares[half.series].amount,
        xanchor="left",
        yanchor="top",
        xshift=12,
        yshift=-4,
        bgcolor=PAPER,
        font={"size": 15, "color": f"token:{SAVED}-text"},
    )
    return {
        "data": [trace],
        "layout": layout(
            annotations=[*grid, pointer],
            xaxis={
                **AXIS,
                "showgrid": False,
                "tickmode": "array",
                "tickvals": ticks,
                "ticktext": [str(tick) for tick in ticks],
                "range": [1 - max(len(ranks) * 0.08, 0.5), len(ranks) + max(len(ranks) * 0.02, 0.3)],
            },
            yaxis={**layout()["yaxis"], "range": [-4, 108], "tickmode": "array", "tickvals": steps},
            _narrow={
                "xaxis": {"range": [1 - max(len(ranks) * 0.2, 0.5), len(ranks) + max(len(ranks) * 0.05, 0.3)]}
            },
        ),
    }


def profile_figure(facts: Sequence[Fact], labels: Mapping[str, str]) -> Chart:
    """Return one line for each series by year; what is derived is dotted."""
    if not facts:
        return empty_figure("No yearly figure is known.")
    periods = sorted({fact.period for fact in facts})
    lines = []
    for colour, (series, label) in zip(COMPARED, labels.items(), strict=False):
        own = [fact for fact in facts if fact.series == series]
        if own:
            lines.append(
                Line(
                    name=label,
                    colour=colour,
                    values={fact.period: fact.amount for fact in own},
                    hover={fact.period: _hover(label, fact) for fact in own},
                    end=f"{label} {millions(own[-1].value, sign=True)}",
                    style="dot" if own[-1].status == "derived" else "solid",
                )
            )
    chart = lines_chart(lines, periods, millions, height_px=400)
    return _with_legend(chart) if _meet([line.values[list(line.values)[-1]] for line in lines]) else chart


def _meet(ends: Sequence[float]) -> bool:
    """Return whether two lines end at the same height, where a phone has no room for both labels."""
    return len(set(ends)) < len(ends)


def _with_legend(chart: Chart) -> Chart:
    """Return the chart with a legend instead of labels at the ends on a phone."""
    narrow = chart["layout"]["_narrow"]
    chart["layout"]["_narrow"] = {
        **narrow,
        "annotations": [item for item in narrow["annotations"] if not item["text"].startswith("<b>")],
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 13}},
        "margin": {"t": 56},
    }
    return chart


def _hover(label: str, fact: Fact) -> str:
    where = f"{fact.locator}, line {fact.source_line}" if fact.source_line else fact.status
    return f"{label}, {fact.period}: {measured(fact.value, fact.unit)}<br>{where}"
