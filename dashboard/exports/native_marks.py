"""Rows of marks as office charts: bars from nought, with their intervals."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.domain.view import Chart
from dashboard.exports.native import BAR, NativeChart, Series, by_point, notes_of, plain, token
from dashboard.exports.native_rows import row_names, rows_chart

Trace = Mapping[str, Any]


def marks_native(chart: Chart, traces: Sequence[Trace]) -> NativeChart | None:
    """Return rows of marks as bars from nought: one series for each name, its interval as error bars."""
    names = row_names(chart)
    places = [place for trace in traces for place in trace["y"]]
    if not names or not set(places) <= set(names):
        return None
    words = _mark_words(chart)
    if len(set(places)) == len(places):
        series = [_marks(traces, names, words, "Value")]
    else:
        series = [_marks([trace], names, words, trace.get("name", "")) for trace in traces]
    return rows_chart(BAR, names, series)


def _marks(
    traces: Sequence[Trace],
    names: Mapping[int, str],
    words: Mapping[tuple[int, float | None], str],
    name: str,
) -> Series:
    values: dict[int, float] = {}
    colours: dict[int, str] = {}
    errors: dict[int, tuple[float, float]] = {}
    for trace in traces:
        bars = trace.get("error_x", {})
        count = len(trace["y"])
        ends = zip(bars.get("array", [0.0] * count), bars.get("arrayminus", [0.0] * count), strict=True)
        values |= dict(zip(trace["y"], trace["x"], strict=True))
        colours |= dict(zip(trace["y"], by_point(trace["marker"]["color"], count), strict=True))
        errors |= dict(zip(trace["y"], ends, strict=True))
    hollow = [str(by_point(trace["marker"]["symbol"], 1)[0]).endswith("-open") for trace in traces]
    return Series(
        name[:1].upper() + name[1:],
        tuple(values.get(row) for row in names),
        tuple(token(colours.get(row, "quiet")) for row in names),
        labels=tuple(words.get((row, values.get(row)), words.get((row, None), "")) for row in names),
        hatched=(all(hollow),) * len(names),
        errors=tuple(errors.get(row, (0.0, 0.0)) for row in names)
        if any(any(pair) for pair in errors.values())
        else (),
    )


def _mark_words(chart: Chart) -> dict[tuple[int, float | None], str]:
    """Return the words of each mark by row and value; without a value, those that go with its whole row."""
    found: dict[tuple[int, float | None], str] = {}
    whole: dict[int, list[str]] = {}
    for item in notes_of(chart):
        if not isinstance(item.get("y"), int) or (item.get("x") == 0 and item.get("xref") == "paper"):
            continue
        text = plain(item["text"])
        if item.get("xref") == "paper":
            whole.setdefault(item["y"], []).append(text)
        else:
            found[item["y"], item["x"]] = text
    for row, texts in whole.items():
        beside = [text for (place, _), text in found.items() if place == row] or texts[:1]
        found[row, None] = ", ".join(dict.fromkeys(text for text in (*beside, texts[-1]) if text))
        for place in [place for place in found if place[0] == row and place[1] is not None]:
            found[place] = found[row, None]
    return found
