"""The charts of the page of programmes."""

from collections.abc import Sequence
from textwrap import shorten

from dashboard.domain.fact import Fact
from dashboard.domain.programmes import SOUND
from dashboard.domain.view import Chart
from dashboard.figures.chart import AXIS, INK_2, Bar, bars_chart, layout, note

# The margin in which the names of bars stand holds this many letters.
NAME_LETTERS = 36


def bar_name(text: str) -> str:
    """Return a name cut at a word to what the margin of a chart of bars holds; the table has all of it."""
    return shorten(text, NAME_LETTERS, placeholder=" …")


def empty_figure(words: str) -> Chart:
    """Return a chart of nothing that says why."""
    axis = {**AXIS, "showgrid": False, "showticklabels": False, "zeroline": False}
    said = note(
        words, x=0, y=0.5, xref="paper", yref="paper", xanchor="left", font={"size": 15, "color": INK_2}
    )
    return {"data": [], "layout": layout(annotations=[said], xaxis=axis, yaxis=axis)}


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
