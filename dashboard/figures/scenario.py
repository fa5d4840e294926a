"""The charts of the scenario page: scenarios dashed, ranges as a fan, levers as bars."""

from collections.abc import Mapping, Sequence

from dashboard.domain.fact import Fact, by_period
from dashboard.domain.view import Chart
from dashboard.domain.words import millions
from dashboard.figures.chart import INK, Bar, Line, bars_chart, lines_chart, short_year

COLOURS = {
    "do_nothing": "s3",
    "new_model": "s1",
    "yours": "s2",
    "kept1": "s4",
    "kept2": "s6",
    "kept3": "s5",
    "kept4": "quiet",
}
MARKERS = {"kept1": "square", "kept2": "diamond", "kept3": "triangle-up", "kept4": "x"}
LOWER = "\N{NO-BREAK SPACE}<br>\N{NO-BREAK SPACE}<br>"
LAST_LABEL = 0.5  # of a year: room for the last label, else it is left out
STYLES = {"scenario": "dash", "derived": "dot"}


def paths_figure(
    facts: Sequence[Fact],
    labels: Mapping[str, str],
    *,
    years: Sequence[str],
    starred: Sequence[str],
    ours: Sequence[str],
) -> Chart:
    """Return one line per path: published solid, carried on dotted, scenarios dashed."""
    lines = []
    for series, label in labels.items():
        path, _, continued = series.partition(".")
        own = list(by_period(facts, series).values())
        before = list(by_period(facts, path).values())[-1:] if continued else []
        goes_on = f"{series}.derived" in labels
        lines.append(
            Line(
                name=label,
                colour=COLOURS[path],
                values={fact.period: fact.amount for fact in (*before, *own)},
                hover={
                    fact.period: f"{label}, {fact.period}: {_money(fact.amount)}" for fact in (*before, *own)
                },
                end="" if goes_on else f"{label} {_money(own[-1].amount, sign=True)}",
                style=STYLES.get(own[-1].status, "solid"),
                marker=MARKERS.get(path, "circle"),
            )
        )
    return _ours_marked(
        lines_chart(lines, list(years), millions, height_px=400, starred=starred), years, ours
    )


def fan_figure(
    years: Sequence[str],
    fan: Sequence[Sequence[float]],
    names: Sequence[str],
    chances: Sequence[str],
    *,
    starred: Sequence[str],
    ours: Sequence[str],
) -> Chart:
    """Return a fan: the middle dashed, bands around it; `fan` has a row per name, the lowest first.

    `chances` are words that stand under each year.
    """
    lines = [
        Line(
            name=name,
            colour="s2",
            values=dict(zip(years, row, strict=True)),
            hover={year: f"{name}, {year}: {_money(value)}" for year, value in zip(years, row, strict=True)},
            end=f"{name} {_money(row[-1])}" if place in (0, len(fan) // 2, len(fan) - 1) else "",
            style="dash" if place == len(fan) // 2 else "dot",
        )
        for place, (name, row) in enumerate(zip(names, fan, strict=True))
    ]
    chart = lines_chart(lines, list(years), millions, height_px=340, starred=starred)
    outer, inner = _band(fan[0], fan[-1], "blue-q"), _band(fan[1], fan[-2], "line")
    for trace in chart["data"]:
        trace["marker"]["size"] = 4
        trace["line"]["width"] = 2.5 if trace["line"]["dash"] != "dot" else 1
    chart["data"] = [outer, inner, *chart["data"]]
    return _under_years(_ours_marked(chart, years, ours), chances)


def shares_figure(parts: Mapping[str, float]) -> Chart:
    """Return one bar per part of a change, from zero; what makes things worse goes left."""
    return bars_chart(
        [
            Bar(name, 0, part, _money(part, sign=True), "s1" if part >= 0 else "s3")
            for name, part in parts.items()
        ]
    )


def swings_figure(swings: Mapping[str, tuple[float, float]], stands: float) -> Chart:
    """Return one bar per lever from one end of what it does to the other, and a line where all stand now."""
    chart = bars_chart(
        [
            Bar(
                name,
                min(ends),
                round(abs(ends[1] - ends[0]), 3),
                f"{_money(min(ends))} to {_money(max(ends))}",
                "s2",
            )
            for name, ends in swings.items()
        ]
    )
    chart["layout"]["shapes"] = chart["layout"]["_narrow"]["shapes"] = [_upright(stands, len(swings))]
    return chart


def _upright(amount: float, bars: int) -> Chart:
    return {
        "type": "line",
        "x0": amount,
        "x1": amount,
        "y0": -0.5,
        "y1": bars - 0.5,
        "line": {"color": INK, "width": 1.5, "dash": "dot"},
    }


def _under_years(chart: Chart, words: Sequence[str]) -> Chart:
    """Return a chart with words under its years, and room for them; a phone sets every other year lower."""
    layout = chart["layout"]
    wide, narrow = layout["xaxis"], layout["_narrow"]["xaxis"]
    narrow["tickvals"] = wide["tickvals"]
    narrow["range"] = [narrow["range"][0], narrow["range"][1] + LAST_LABEL]
    narrow["ticktext"] = [
        f"{LOWER if place % 2 else ''}{short_year(text)}<br>{words[place]}"
        for place, text in enumerate(wide["ticktext"])
    ]
    wide["ticktext"] = [f"{text}<br>{words[place]}" for place, text in enumerate(wide["ticktext"])]
    layout["margin"] = {**layout["margin"], "b": 50}
    layout["_narrow"]["margin"] = {"b": 90}
    return chart


def _ours_marked(chart: Chart, years: Sequence[str], ours: Sequence[str]) -> Chart:
    """Return a chart with two asterisks at the years that we carry on, and with words for them."""
    if not ours:
        return chart
    layout = chart["layout"]
    for axis in (layout["xaxis"], layout["_narrow"]["xaxis"]):
        axis["ticktext"] = [
            f"{text}*" if years[place] in ours else text
            for place, text in zip(axis["tickvals"], axis["ticktext"], strict=True)
        ]
    for words in layout["annotations"]:
        if words["text"].startswith("* "):
            words["text"] += ", ** carried on by us"
    return chart


def _band(low: Sequence[float], high: Sequence[float], colour: str) -> Chart:
    places = list(range(len(low)))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*places, *reversed(places)],
        "y": [*low, *reversed(high)],
        "fill": "toself",
        "fillcolor": f"token:{colour}",
        "line": {"width": 0},
        "customdata": [""] * (2 * len(places)),
        "hoverinfo": "skip",
    }


def _money(amount: float, *, sign: bool = False) -> str:
    return millions(round(amount, 1) + 0.0, sign=sign)
