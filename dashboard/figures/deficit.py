"""The charts of the deficit page."""

from collections.abc import Mapping, Sequence

from dashboard.domain.fact import Fact, by_period
from dashboard.domain.view import Chart
from dashboard.domain.words import measured, millions
from dashboard.figures.chart import Bar, Line, Stack, bars_chart, columns_chart, lines_chart

SCENARIO_COLOURS = {
    "do_nothing": "s3",
    "new_model": "s1",
    "lowest_quartile": "s5",
    "outturn": "s4",
    "yours": "s2",
}
STYLES = {"derived": "dot", "scenario": "dash"}
PART_COLOURS = ("s1", "s2", "s6", "s4", "s5", "s3", "quiet")


def trajectory_figure(facts: Sequence[Fact], labels: Mapping[str, str]) -> Chart:
    """Return one line per published scenario; extrapolated years are shaded, derived points dotted."""
    periods = sorted({fact.period for fact in facts})
    starred = [
        period
        for period in periods
        if any(fact.period == period and fact.status == "extrapolated" for fact in facts)
    ]
    known = {series: by_period(facts, series) for series in labels}
    lines = []
    for series, label in labels.items():
        own = known[series]
        if not own:
            continue
        last = list(own.values())[-1]
        path, _, continued = series.partition(".")
        before = list(known[path].values())[-1:] if continued else []
        lines.append(
            Line(
                name=label,
                colour=SCENARIO_COLOURS[path],
                values={fact.period: fact.amount for fact in (*before, *own.values())},
                hover={fact.period: hover(label, fact) for fact in (*before, *own.values())},
                end=""
                if f"{series}.derived" in known
                else f"{label} {millions(round(last.amount, 1), sign=True)}",
                style=STYLES.get(last.status, "solid"),
                marker="diamond" if len(own) == 1 else "circle",
            )
        )
    return lines_chart(lines, periods, millions, height_px=400, starred=starred)


def payback_figure(facts: Sequence[Fact], labels: Mapping[str, str], colours: Mapping[str, str]) -> Chart:
    """Return the cumulative net benefit by year, one line per series."""
    lines = []
    for series, label in labels.items():
        own = by_period(facts, series)
        lines.append(
            Line(
                name=label,
                colour=colours[series],
                values={period: fact.amount for period, fact in own.items()},
                hover={period: hover(label, fact) for period, fact in own.items()},
                end=f"{label} {millions(list(own.values())[-1].value, sign=True)}",
                style="dot" if next(iter(own.values())).status == "derived" else "solid",
            )
        )
    return lines_chart(lines, sorted({fact.period for fact in facts}), millions, height_px=400)


def bridge_figure(
    start: Fact, parts: Sequence[tuple[str, Fact, bool]], end: Fact, labels: tuple[str, str]
) -> Chart:
    """Return the bridge between two deficits; a part is its name, its figure, and whether cost only moves."""
    bars = [Bar(labels[0], 0, abs(start.amount), millions(abs(start.amount)), "s3")]
    reached = abs(start.amount)
    for name, fact, moved in parts:
        reached -= fact.amount
        bars.append(
            Bar(
                name,
                reached,
                fact.amount,
                millions(-fact.amount),
                "s2",
                hatched=moved,
                aside="moved, not saved" if moved else "",
            )
        )
    bars.append(Bar(labels[1], 0, abs(end.amount), millions(abs(end.amount)), "s1"))
    return bars_chart(bars, joins=[bars[0].length, *(bar.start for bar in bars[1:-1])])


def ranked_figure(facts: Sequence[Fact], labels: Mapping[str, str], *, colour: str = "s1") -> Chart:
    """Return one horizontal bar per figure by size, the words of its value at the end."""
    ranked = sorted(facts, key=lambda fact: -abs(fact.amount))
    return bars_chart(
        [
            Bar(labels[fact.series], 0, abs(fact.amount), measured(abs(fact.amount), fact.unit), colour)
            for fact in ranked
        ]
    )


def stacked_figure(facts: Sequence[Fact], labels: Mapping[str, str], *, height_px: int = 400) -> Chart:
    """Return stacked columns by year, a part per series in the order of `labels`."""
    periods = sorted({fact.period for fact in facts})
    starred = [
        period
        for period in periods
        if any(fact.period == period and fact.status == "extrapolated" for fact in facts)
    ]
    stacks = []
    for place, (series, label) in enumerate(labels.items()):
        own = by_period(facts, series)
        if any(fact.amount for fact in own.values()):
            stacks.append(
                Stack(
                    label,
                    PART_COLOURS[place % len(PART_COLOURS)],
                    {period: fact.amount for period, fact in own.items()},
                    {period: hover(label, fact) for period, fact in own.items()},
                )
            )
    return columns_chart(stacks, periods, millions, height_px=height_px, starred=starred)


def hover(label: str, fact: Fact) -> str:
    """Return what a reader sees over a point: what it is, its value, and where it is printed."""
    where = f"{fact.locator}, line {fact.source_line}" if fact.source_line else fact.status
    return f"{label}, {fact.period}: {measured(fact.shown, fact.unit)}<br>{where}"
