"""Stacked columns by period."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.domain.view import Chart
from dashboard.figures.frame import (
    AXIS,
    INK_2,
    LABEL_GAP_PX,
    PAPER,
    YEARS_PX,
    grid_labels,
    layout,
    note,
    phone_room,
    room_for,
    round_steps,
    short_year,
    spread,
)


@dataclass(frozen=True, slots=True)
class Stack:
    """One part of stacked columns."""

    name: str
    colour: str
    values: dict[str, float]
    hover: dict[str, str]


def columns_chart(
    stacks: Sequence[Stack],
    periods: Sequence[str],
    words: Callable[[float], str],
    *,
    height_px: int,
    starred: Sequence[str] = (),
) -> Chart:
    """Return stacked columns over `periods`, negative parts below zero, each part named beside the last."""
    tops = [sum(max(stack.values.get(period, 0), 0) for stack in stacks) for period in periods]
    bottoms = [sum(min(stack.values.get(period, 0), 0) for stack in stacks) for period in periods]
    steps = round_steps(min(bottoms), max(tops))
    low, high = steps[0], max(steps[-1], *tops)
    pad = (high - low) * 0.05
    last = len(periods) - 1
    ticks = [f"{period}*" if period in starred else period for period in periods]
    grid = grid_labels(steps, [words(step) for step in steps])
    longest = max((_part_name(stack, periods) for stack in stacks), key=len)
    return {
        "data": [_stack_trace(stack, periods) for stack in stacks],
        "layout": layout(
            barmode="relative",
            bargap=0.35,
            annotations=grid + _part_labels(stacks, periods, (high - low + 2 * pad) / (height_px - YEARS_PX)),
            xaxis={
                **AXIS,
                "showgrid": False,
                "tickmode": "array",
                "tickvals": list(range(len(periods))),
                "ticktext": ticks,
                "range": [-1.1, last + 0.4 + room_for(longest, last + 1.5)],
            },
            yaxis={
                **layout()["yaxis"],
                "range": [low - pad, high + pad],
                "tickmode": "array",
                "tickvals": steps,
                "zerolinelayer": "above traces",
            },
            _narrow={
                "xaxis": {
                    "range": [-0.5 - phone_room(last + 1), last + 0.5],
                    "ticktext": [short_year(tick) for tick in ticks],
                    "tickfont": {"size": 13, "color": INK_2},
                },
                "annotations": grid,
                "showlegend": True,
                "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 13}},
                "margin": {"t": 24 * ((len(stacks) + 1) // 2) + 8},
            },
        ),
    }


def _stack_trace(stack: Stack, periods: Sequence[str]) -> Chart:
    known = [(place, period) for place, period in enumerate(periods) if period in stack.values]
    return {
        "type": "bar",
        "name": stack.name,
        "x": [place for place, _ in known],
        "y": [stack.values[period] for _, period in known],
        "customdata": [stack.hover[period] for _, period in known],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": f"token:{stack.colour}", "line": {"color": PAPER, "width": 2}},
    }


def _part_name(stack: Stack, periods: Sequence[str]) -> str:
    """Return the name of a part, with the last year it has an amount where that is not the last column."""
    used = [period for period in periods if stack.values.get(period)]
    return stack.name if used[-1:] == [periods[-1]] or not used else f"{stack.name} (to {used[-1]})"


def _part_labels(stacks: Sequence[Stack], periods: Sequence[str], unit_per_px: float) -> list[Chart]:
    """Name each part at the middle of its piece of the last column, or at the edge where it would stand."""
    last = periods[-1]
    up = down = 0.0
    middles = []
    for stack in stacks:
        value = stack.values.get(last, 0)
        clear = LABEL_GAP_PX * unit_per_px * 0.6  # from the line at zero
        below = sum(stack.values.values()) < 0
        middles.append(min(down + value / 2, -clear) if below else max(up + value / 2, clear))
        up, down = up + max(value, 0), down + min(value, 0)
    heights = spread(middles, LABEL_GAP_PX * unit_per_px)
    return [
        note(
            f"<b>{_part_name(stack, periods)}</b>",
            x=len(periods) - 1 + 0.38,
            y=height,
            xanchor="left",
            bgcolor=PAPER,
            font={"size": 15, "color": f"token:{stack.colour}-text"},
        )
        for stack, height in zip(stacks, heights, strict=True)
    ]
