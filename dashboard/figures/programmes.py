"""The charts of the page of programmes."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from dashboard.domain.fact import Fact
from dashboard.domain.programmes import SOUND
from dashboard.domain.view import Chart
from dashboard.domain.words import millions
from dashboard.figures.chart import Bar, Line, bars_chart, lines_chart

# The margin in which the names of bars stand holds this many letters.
NAME_LETTERS = 36
COLOURS = ("s1", "s3", "s2", "s4", "s6", "s5")


def bar_name(text: str) -> str:
    """Return a name cut at a word to what the margin of a chart of bars holds; the table has all of it."""
    return shorten(text, NAME_LETTERS, placeholder=" …")


def returns_figure(rows: Sequence[tuple[str, Sequence[Fact], str, str, str]]) -> Chart:
    """Return one bar a claim (name, ends of its return, words, belief, aside), hatched where unsound."""
    return bars_chart(
        [
            Bar(
                bar_name(name),
                0,
                max(fact.amount for fact in ends),
                words,
                "s1" if belief in SOUND else "s4",
                hatched=belief not in SOUND,
                aside=aside,
            )
            for name, ends, words, belief, aside in rows
        ]
    )


def sums_figure(rows: Sequence[tuple[str, float, str]], colour: str = "s1") -> Chart:
    """Return one bar a sum (name, amount, words at its end)."""
    return bars_chart([Bar(bar_name(name), 0, amount, words, colour) for name, amount, words in rows])


def need_figure(needs: Sequence[tuple[str, float, str]], given: tuple[str, float, str]) -> Chart:
    """Return one bar for what must be found by each year (name, amount, words), and one for what is given."""
    bars = [Bar(bar_name(name), 0, amount, words, "quiet") for name, amount, words in needs]
    return bars_chart([*bars, Bar(bar_name(given[0]), 0, given[1], given[2], "s1")])


def band_figure(low: Sequence[Fact], high: Sequence[Fact]) -> Chart:
    """Return a band by year between a low and a high end, £m."""
    periods = [fact.period for fact in low]
    lines = [_line("Low end", low, "s6", "solid"), _line("High end", high, "s6", "solid")]
    chart = lines_chart(lines, periods, millions, height_px=400)
    chart["data"][1] |= {"fill": "tonexty", "fillcolor": "token:shade"}
    return chart


def profile_figure(facts: Sequence[Fact], labels: Mapping[str, str]) -> Chart:
    """Return one line a series by year, £m; the last of `labels` is the sum so far, dotted."""
    periods = sorted({fact.period for fact in facts})
    lines = []
    for series, label in labels.items():
        own = [fact for fact in facts if fact.series == series]
        if own:
            lines.append(_line(label, own, "s1" if series == "running" else "s4", "dot"))
    return lines_chart(lines, periods, millions, height_px=400)


def levels_figure(series: Mapping[str, Sequence[Fact]]) -> Chart:
    """Return one line a programme by year, £m; what is derived is dotted."""
    periods = sorted({fact.period for own in series.values() for fact in own})
    lines = [
        _line(name, own, colour, "dot" if any(fact.status == "derived" for fact in own) else "solid")
        for colour, (name, own) in zip(COLOURS, series.items(), strict=False)
        if own
    ]
    return lines_chart(lines, periods, millions, height_px=400)


def _line(label: str, own: Sequence[Fact], colour: str, style: str) -> Line:
    return Line(
        name=label,
        colour=colour,
        values={fact.period: fact.amount for fact in own},
        hover={fact.period: f"{label}, {fact.period}: {millions(fact.value)}" for fact in own},
        end=f"{label} {millions(round(own[-1].amount, 3))}",
        style=style,
    )
