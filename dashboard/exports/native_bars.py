"""Bars as office charts: from nought, floating, or rows of blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dashboard.domain.view import Chart
from dashboard.domain.words import MINUS
from dashboard.exports.native import (
    BAR,
    STACKED_BAR,
    NativeChart,
    Series,
    by_point,
    number_format,
    plain,
    token,
)
from dashboard.exports.native_rows import ends_of, row_names, row_words, rows_chart

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


def _from_nought(
    names: Mapping[int, str], ends: Mapping[int, str], known: Mapping[int, Piece]
) -> NativeChart:
    rows = list(names)
    values = [known[row].length if row in known else None for row in rows]
    words = [ends.get(row, "") for row in rows]
    turned = _turned(words, values)
    if turned:
        values = [None if value is None else -value for value in values]
    given = [(text, value) for text, value in zip(words, values, strict=True) if value is not None]
    series = Series(
        "Amount",
        tuple(values),
        tuple(known[row].colour if row in known else "quiet" for row in rows),
        labels=tuple(words),
        label_format=number_format([text for text, _ in given], [value for _, value in given]),
        hatched=tuple(row in known and known[row].hatched for row in rows),
    )
    chart = rows_chart(BAR, names, [series])
    return replace(chart, high=0) if turned else chart


def _turned(words: Sequence[str], values: Sequence[float | None]) -> bool:
    """Return whether bars are drawn by their length though all their words are below nought."""
    given = [(text, value) for text, value in zip(words, values, strict=True) if value]
    return bool(given) and all(value > 0 and text.startswith(MINUS) for text, value in given)


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
    chart = rows_chart(STACKED_BAR, worded, series)
    low, high = ends_of(series, stacked=True)
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
    lettered = [piece for piece in pieces if piece.words]
    known = [replace(piece, words=piece.words or _letter_of(piece, lettered)) for piece in pieces]
    rows = {row: sorted((one for one in known if one.row == row), key=lambda one: one.start) for row in names}
    whole = all(
        abs(before.start + before.length - after.start) < 1e-6
        for blocks in rows.values()
        for before, after in pairwise(blocks)
    )
    unclear = any(len({one.words for one in blocks} - {""}) < len(blocks) for blocks in rows.values())
    if not whole or unclear or chart["layout"].get("shapes"):
        return None
    letters = sorted({piece.words for piece in known})
    meant = {letter: _meant([piece.said for piece in known if piece.words == letter]) for letter in letters}
    series = [_letter_series(letter, words, rows) for letter, words in meant.items()]
    worded = {row: f"{name}: {ends[row]}" if ends.get(row) else name for row, name in names.items()}
    key = "; ".join(f"{letter}: {words}" for letter, words in meant.items() if words)
    return rows_chart(STACKED_BAR, worded, series, key)


def _letter_series(letter: str, meant: str, rows: Mapping[int, Sequence[Piece]]) -> Series:
    own = [next((one for one in blocks if one.words == letter), None) for blocks in rows.values()]
    return Series(
        f"{letter} {meant}".strip(),
        tuple(one.length if one else None for one in own),
        tuple(one.colour if one else "quiet" for one in own),
        labels=tuple(letter if one else "" for one in own),
        hatched=tuple(bool(one and one.hatched) for one in own),
    )


def _letter_of(piece: Piece, lettered: Sequence[Piece]) -> str:
    """Return the letter of a block that has no room for it: that of a block of which the same is said."""
    shared = (
        other.words
        for words in _after_commas(_head(piece.said))
        for other in lettered
        if _head(other.said).endswith(f", {words}")
    )
    return next(shared, "")


def _head(said: str) -> str:
    return plain(said).rpartition(": ")[0]


def _meant(said: Sequence[str]) -> str:
    """Return what a letter stands for: the words that all that is said of its blocks ends with."""
    heads = [_head(text) for text in said]
    ends = [text for text in _after_commas(heads[0]) if all(head.endswith(f", {text}") for head in heads)]
    return ends[0] if len(heads) > 1 and ends else ""


def _after_commas(text: str) -> list[str]:
    """Return what follows each comma of a text, the longest first."""
    parts = text.split(", ")
    return [", ".join(parts[place:]) for place in range(1, len(parts))]
