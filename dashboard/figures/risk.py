"""The charts of the risk page."""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from dashboard.domain.risk import Assessment
from dashboard.domain.view import Chart
from dashboard.figures.chart import AXIS, INK, INK_2, LINE, PAPER, Bar, bars_chart, layout, note

NAMES_PX = 300
NAME_LETTERS = 46
MARKER_PX = 15
STEP = 5


def counts_figure(counts: Mapping[str, int]) -> Chart:
    """Return a bar per name with its count at the end; what is not said, or not given, is quieter."""
    return bars_chart([Bar(name, 0, number, str(number), "s1") for name, number in counts.items()])


def fall_figure(entries: Sequence[Assessment]) -> Chart:
    """Return a row per entry with an arrow from its score now to that after mitigation, highest first."""
    rows = sorted(entries, key=lambda entry: (-(entry.current_score or 0), entry.residual_score or 0))
    now = [entry.current_score or 0 for entry in rows]
    after = [entry.residual_score or 0 for entry in rows]
    top = max(*now, *after, 1)
    moved = [place for place in range(len(rows)) if now[place] != after[place]]
    ticks = list(range(0, top + 1, STEP))
    arrows = [_arrow(place, now[place], after[place]) for place in moved]
    words = [_score_words(place, now[place], after[place]) for place in range(len(rows))]
    common = arrows + [label for labels in words for label in labels]
    return {
        "data": [
            _points(rows, now, "now", filled=True),
            _points(rows, after, "after"),
        ],
        "layout": layout(
            annotations=[_name(entry, place) for place, entry in enumerate(rows)] + common,
            margin={"l": NAMES_PX, "r": 0, "t": 0, "b": 30, "pad": 0},
            xaxis={
                **AXIS,
                "showgrid": True,
                "gridcolor": LINE,
                "tickmode": "array",
                "tickvals": ticks,
                "range": [0, top + 4],
            },
            yaxis={**AXIS, "showgrid": False, "showticklabels": False, "range": [len(rows) - 0.4, -0.6]},
            _narrowBelow=620,
            _narrow={
                "margin": {"l": 0},
                "annotations": [_short_name(entry, place) for place, entry in enumerate(rows)] + common,
                "yaxis": {"range": [len(rows) - 0.5, -0.9]},
            },
        ),
    }


def _points(
    entries: Sequence[Assessment],
    scores: Sequence[int],
    when: str,
    *,
    filled: bool = False,
) -> Chart:
    said = "now" if when == "now" else "after mitigation"
    return {
        "type": "scatter",
        "mode": "markers",
        "orientation": "h",
        "name": said,
        "x": list(scores),
        "y": list(range(len(entries))),
        "customdata": [
            f"{entry.printed_id} {said}: {score}" for entry, score in zip(entries, scores, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "size": MARKER_PX,
            "symbol": "square" if filled else "square-open",
            "color": INK,
            "line": {"color": INK, "width": 2},
        },
    }


def _arrow(place: int, now: int, after: int) -> Chart:
    """Return an arrow between the two scores of a row, clear of both marks."""
    clear = MARKER_PX / 2 + 1
    return {
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowwidth": 2,
        "arrowcolor": INK_2,
        "x": after,
        "y": place,
        "ax": now,
        "ay": place,
        "xref": "x",
        "yref": "y",
        "axref": "x",
        "ayref": "y",
        "standoff": clear,
        "startstandoff": clear,
    }


def _score_words(place: int, now: int, after: int) -> list[Chart]:
    """Return the scores beside their marks: outside both, or once where they are the same."""
    if now == after:
        return [_beside(f"<b>{now}</b> no change", now, place, right=True)]
    return [
        _beside(f"<b>{now}</b>", now, place, right=now > after),
        _beside(f"<b>{after}</b>", after, place, right=after > now),
    ]


def _beside(text: str, score: int, place: int, *, right: bool) -> Chart:
    return note(
        text,
        x=score,
        y=place,
        xanchor="left" if right else "right",
        yanchor="middle",
        xshift=12 if right else -12,
        bgcolor=PAPER,
        font={"size": 14, "color": INK},
    )


def _name(entry: Assessment, place: int) -> Chart:
    """Return the number and title of a row, on two lines where it is long."""
    lines = wrap(f"{entry.printed_id} {entry.title}", NAME_LETTERS, max_lines=2, placeholder=" …")
    return note(
        "<br>".join(lines),
        x=0,
        xref="paper",
        xanchor="left",
        xshift=-NAMES_PX,
        align="left",
        y=place,
        yanchor="middle",
        font={"size": 14, "color": INK},
    )


def _short_name(entry: Assessment, place: int) -> Chart:
    (line,) = wrap(f"{entry.printed_id} {entry.title}", NAME_LETTERS, max_lines=1, placeholder=" …")
    return note(
        line,
        x=0,
        xref="paper",
        xanchor="left",
        y=place - 0.45,
        yanchor="middle",
        font={"size": 14, "color": INK},
    )
