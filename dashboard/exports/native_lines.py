"""Lines and stacked columns by period as office charts."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.domain.view import Chart
from dashboard.exports.native import (
    LINE,
    SCATTER,
    STACKED_COLUMN,
    NativeChart,
    Series,
    by_point,
    notes_of,
    plain,
    scale_format,
    step_of,
    token,
)

STYLES = {"6px,4px": "dash", "dot": "dot"}
# Labels nearer than this share of the scale would cover each other.
NEAR = 0.07

Trace = Mapping[str, Any]


def lines_native(chart: Chart, traces: Sequence[Trace]) -> NativeChart:
    """Return lines by period, or over numbers where the scale below is not one of periods."""
    axis, scale = chart["layout"]["xaxis"], chart["layout"]["yaxis"]
    ticks = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    periods = all(place in ticks for trace in traces for place in trace["x"])
    ends = _ends(chart, traces)
    named = periods and _apart(ends, traces, scale["range"])
    return NativeChart(
        LINE if periods else SCATTER,
        tuple(plain(text) for text in ticks.values()) if periods else (),
        tuple(
            _line(trace, list(ticks) if periods else list(trace["x"]), ends[place] if named else "")
            for place, trace in enumerate(traces)
        ),
        *_limits(scale, _reach(traces)),
        step_of(scale.get("tickvals") or []),
        scale_format(chart),
        named=named,
    )


def _line(trace: Trace, places: Sequence[float], end: str) -> Series:
    values = dict(zip(trace["x"], trace["y"], strict=True))
    marker = trace.get("marker", {})
    alone = trace.get("mode") == "markers"
    last = max(values)
    return Series(
        trace.get("name", ""),
        tuple(values.get(place) for place in places),
        (token(trace["line"]["color"]),),
        labels=tuple(end if place == last else "" for place in places),
        style="none" if alone else STYLES.get(trace["line"].get("dash", "solid"), "solid"),
        marker=by_point(marker.get("symbol", "circle"), 1)[0],
        width=trace["line"].get("width", 2.5),
        errors=_errors(trace, places),
        places=tuple(places),
    )


def _errors(trace: Trace, places: Sequence[float]) -> tuple[tuple[float, float], ...]:
    bars = trace.get("error_y")
    if not bars:
        return ()
    known = dict(zip(trace["x"], zip(bars["array"], bars["arrayminus"], strict=True), strict=True))
    return tuple(known.get(place, (0.0, 0.0)) for place in places)


def _ends(chart: Chart, traces: Sequence[Trace]) -> list[str]:
    """Return the words at the end of each line, which begin with its name; empty where it has none."""
    said = [(item["x"], plain(item["text"])) for item in notes_of(chart) if item.get("xref") != "paper"]
    return [
        next(
            (text for x, text in said if x == trace["x"][-1] and text.startswith(trace.get("name") or "\n")),
            "",
        )
        for trace in traces
    ]


def _apart(ends: Sequence[str], traces: Sequence[Trace], scale: Sequence[float]) -> bool:
    """Return whether each line can be named at its end: the words exist and stand clear of each other."""
    named = [(trace["x"][-1], trace["y"][-1]) for trace, words in zip(traces, ends, strict=True) if words]
    room = abs(scale[1] - scale[0]) * NEAR
    clear = all(
        one[0] != two[0] or abs(one[1] - two[1]) >= room
        for place, one in enumerate(named)
        for two in named[place + 1 :]
    )
    return bool(named) and clear


def columns_native(chart: Chart, traces: Sequence[Trace]) -> NativeChart:
    """Return stacked columns by period."""
    axis, scale = chart["layout"]["xaxis"], chart["layout"]["yaxis"]
    return NativeChart(
        STACKED_COLUMN,
        tuple(plain(text) for text in axis["ticktext"]),
        tuple(
            Series(
                trace["name"],
                tuple(
                    dict(zip(trace["x"], trace["y"], strict=True)).get(place) for place in axis["tickvals"]
                ),
                (token(trace["marker"]["color"]),),
            )
            for trace in traces
        ),
        *_limits(scale, ()),
        step_of(scale.get("tickvals") or []),
        scale_format(chart),
    )


def _limits(scale: Mapping[str, Any], values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the scale: the outer gridlines, or further where a value lies beyond them."""
    steps = scale.get("tickvals") or scale["range"]
    return min(*steps, *values), max(*steps, *values)


def _reach(traces: Sequence[Trace]) -> list[float]:
    """Return every value of some lines, and the ends of their intervals."""
    bars = [(trace["y"], trace.get("error_y", {"array": [], "arrayminus": []})) for trace in traces]
    ups = [value + up for values, bar in bars for value, up in zip(values, bar["array"], strict=False)]
    downs = [
        value - down for values, bar in bars for value, down in zip(values, bar["arrayminus"], strict=False)
    ]
    return [*(value for values, _ in bars for value in values), *ups, *downs]
