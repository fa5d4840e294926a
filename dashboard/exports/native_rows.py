"""Rows as office charts: bars from nought, bars that float, rows of blocks, rows of marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dashboard.domain.view import Chart
from dashboard.exports.native import (
    BAR,
    STACKED_BAR,
    NativeChart,
    Series,
    by_point,
    notes_of,
    number_format,
    plain,
    token,
)

# Room right of the longest bar for words, as a share of the scale.
WORDS_ROOM = 0.3
Trace = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A bar or block in its row: where it begins, how long it is, and how it looks."""

    row: int
    start: float
    length: float
    colour: str
    hatched: bool
    words: str
    said: str


def bars_native(chart: Chart, traces: Sequence[Trace]) -> NativeChart | None:
    """Return horizontal bars; None where they are no bars that an office chart can hold."""
    names, ends = row_names(chart), row_words(chart)
    pieces = sorted((piece for trace in traces for piece in _pieces(trace)), key=lambda one: one.row)
    rows = [piece.row for piece in pieces]
    if not names or not set(rows) <= set(names):
        return None
    if len(set(rows)) < len(rows) or any(piece.words for piece in pieces):
        return _blocks(chart, names, ends, pieces)
    known = {piece.row: piece for piece in pieces}
    return (_floating if any(piece.start for piece in pieces) else _from_nought)(names, ends, known)


def row_names(chart: Chart) -> dict[int, str]:
    """Return the name of each row by its place."""
    return {
        item["y"]: plain(item["text"]).replace("\n", " ")
        for item in notes_of(chart)
        if item.get("xref") == "paper" and item.get("x") == 0 and isinstance(item.get("y"), int)
    }


def row_words(chart: Chart) -> dict[int, str]:
    """Return the words at the end of each row."""
    found: dict[int, str] = {}
    for item in notes_of(chart):
        if item.get("xref") != "paper" and isinstance(item.get("y"), int) and item.get("xanchor") == "left":
            found.setdefault(item["y"], plain(item["text"].replace("</b> ", "</b>, ")))
    return found


def _pieces(trace: Trace) -> list[Piece]:
    count = len(trace["y"])
    hatched = "pattern" in trace["marker"]
    parts = zip(
        trace["y"],
        by_point(trace.get("base", 0), count),
        trace["x"],
        by_point(trace["marker"]["color"], count),
        by_point(trace.get("text", ""), count),
        by_point(trace.get("customdata", ""), count),
        strict=True,
    )
    return [
        Piece(row, start, length, token(colour), hatched, words, said)
        for row, start, length, colour, words, said in parts
    ]


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


def _from_nought(
    names: Mapping[int, str], ends: Mapping[int, str], known: Mapping[int, Piece]
) -> NativeChart:
    rows = list(names)
    values = [known[row].length if row in known else None for row in rows]
    words = [ends.get(row, "") for row in rows]
    given = [(text, value) for text, value in zip(words, values, strict=True) if value is not None]
    series = Series(
        "Amount",
        tuple(values),
        tuple(known[row].colour if row in known else "quiet" for row in rows),
        labels=tuple(words),
        label_format=number_format([text for text, _ in given], [value for _, value in given]),
        hatched=tuple(row in known and known[row].hatched for row in rows),
    )
    return _rows_chart(BAR, names, [series])


def _rows_chart(kind: str, names: Mapping[int, str], series: Sequence[Series], key: str = "") -> NativeChart:
    low, high = _ends_of(series, stacked=kind == STACKED_BAR)
    room = (high - low or 1) * WORDS_ROOM
    below = room if low < 0 else 0
    return NativeChart(kind, tuple(names.values()), tuple(series), low - below, high + room, key=key)


def _ends_of(series: Sequence[Series], *, stacked: bool) -> tuple[float, float]:
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


def _floating(names: Mapping[int, str], ends: Mapping[int, str], known: Mapping[int, Piece]) -> NativeChart:
    """Return bars that begin anywhere: a step that is not drawn, then the part above nought and that below.

    Office stacks what is above and what is below nought apart, so a bar across nought is two parts. The words
    stand with the names, since nothing can be written beside a stacked bar.
    """
    rows = list(names)
    spans = [_span(known.get(row)) for row in rows]
    colours = tuple(known[row].colour if row in known else "quiet" for row in rows)
    hatched = tuple(row in known and known[row].hatched for row in rows)
    parts = {
        "Up to where the bar begins (not drawn)": [_step(low, high) for low, high in spans],
        "Amount": [round(max(high, 0) - max(low, 0), 10) for low, high in spans],
        "Amount below nought": [round(min(low, 0) - min(high, 0), 10) for low, high in spans],
    }
    worded = {row: f"{name}: {ends[row]}" if ends.get(row) else name for row, name in names.items()}
    series = [
        Series(name, tuple(value or None for value in values), colours, hatched=hatched, hidden=not place)
        for place, (name, values) in enumerate(parts.items())
        if any(values)
    ]
    chart = _rows_chart(STACKED_BAR, worded, series)
    low, high = _ends_of(series, stacked=True)
    return NativeChart(STACKED_BAR, chart.categories, chart.series, low, high)


def _span(piece: Piece | None) -> tuple[float, float]:
    if piece is None:
        return 0.0, 0.0
    low, high = sorted((piece.start, piece.start + piece.length))
    return round(low, 10), round(high, 10)


def _step(low: float, high: float) -> float:
    return low if low > 0 else min(high, 0)


def _blocks(
    chart: Chart, names: Mapping[int, str], ends: Mapping[int, str], pieces: Sequence[Piece]
) -> NativeChart | None:
    """Return rows of blocks, a series for each letter; None where a row has gaps, or a mark of its own."""
    rows = {
        row: sorted((one for one in pieces if one.row == row), key=lambda one: one.start) for row in names
    }
    whole = all(
        abs(before.start + before.length - after.start) < 1e-6
        for blocks in rows.values()
        for before, after in pairwise(blocks)
    )
    letters = sorted({piece.words for piece in pieces})
    unclear = any(len({one.words for one in blocks}) < len(blocks) for blocks in rows.values())
    if not whole or unclear or "" in letters or chart["layout"].get("shapes"):
        return None
    meant = {letter: _meant([piece.said for piece in pieces if piece.words == letter]) for letter in letters}
    series = [_letter_series(letter, meant[letter], rows) for letter in letters]
    worded = {row: f"{name}: {ends[row]}" if ends.get(row) else name for row, name in names.items()}
    key = "; ".join(f"{letter}: {words}" for letter, words in meant.items() if words)
    return _rows_chart(STACKED_BAR, worded, series, key)


def _letter_series(letter: str, meant: str, rows: Mapping[int, Sequence[Piece]]) -> Series:
    own = [next((one for one in blocks if one.words == letter), None) for blocks in rows.values()]
    return Series(
        f"{letter} {meant}".strip(),
        tuple(one.length if one else None for one in own),
        tuple(one.colour if one else "quiet" for one in own),
        labels=tuple(letter if one else "" for one in own),
        hatched=tuple(bool(one and one.hatched) for one in own),
    )


def _meant(said: Sequence[str]) -> str:
    """Return what a letter stands for: the words that all that is said of its blocks ends with."""
    heads = [plain(text).rpartition(": ")[0] for text in said]
    ends = [text for text in _after_commas(heads[0]) if all(head.endswith(f", {text}") for head in heads)]
    return ends[0] if len(heads) > 1 and ends else ""


def _after_commas(text: str) -> list[str]:
    """Return what follows each comma of a text, the longest first."""
    parts = text.split(", ")
    return [", ".join(parts[place:]) for place in range(1, len(parts))]


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
    return _rows_chart(BAR, names, series)


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
