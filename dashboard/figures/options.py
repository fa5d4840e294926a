"""The charts of the options page: rows of blocks, a row per option or criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.view import Chart
from dashboard.figures.chart import AXIS, INK, INK_2, PAPER, layout, note

# A colour for each option in the order printed, and those on which the words are dark in both themes.
OPTION_COLOURS = ("quiet", "s6", "s1", "s2", "s4", "s3", "s5")
DARK_WORDS = ("s2", "s4", "s6")
HALF_TICK_PX = 20
LETTER_PX, NAMES_PX, PLOT_PX, PHONE_PX = 7.3, (210, 292), 860, 286


@dataclass(frozen=True, slots=True)
class Block:
    """A block from `start` of `length`: the words in it, what is said over it, and its colour.

    A block of several colours is drawn hatched: they tie.
    """

    start: float
    length: float
    words: str
    hover: str
    colour: str
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of blocks with its name, the words at its end, and where its mark stands."""

    name: str
    blocks: tuple[Block, ...]
    end: str = ""
    mark: float | None = None


def option_colour(option: int) -> str:
    """Return the colour of an option by its place."""
    return OPTION_COLOURS[option % len(OPTION_COLOURS)]


def contributions_figure(rows: Sequence[Row], highest: float) -> Chart:
    """Return a bar per option made of one block per criterion, its score at the end."""
    return _rows_chart(rows, highest, end_px=56)


def shares_figure(rows: Sequence[Row]) -> Chart:
    """Return a bar per option over the whole width, its share at the end."""
    return _rows_chart(rows, 100, end_px=72)


def ranges_figure(rows: Sequence[Row]) -> Chart:
    """Return a strip per criterion over 0 to 100%: who leads on each stretch; a line marks the share now."""
    chart = _rows_chart(rows, 100, end_px=0, foot_px=30)
    chart["layout"]["xaxis"] |= {
        "showticklabels": True,
        "tickmode": "array",
        "tickvals": [0, 25, 50, 75, 100],
        "ticktext": ["0%", "25%", "50%", "75%", "100%"],
        "side": "bottom",
    }
    wide, phone = chart["layout"], chart["layout"]["_narrow"]
    for frame, reach in ((wide, 0.42), (phone, 0.24)):
        frame["margin"]["r"] = HALF_TICK_PX
        frame["shapes"] = [
            _mark(place, row.mark, reach) for place, row in enumerate(rows) if row.mark is not None
        ]
    phone["margin"]["l"] = HALF_TICK_PX / 2
    return chart


def _rows_chart(rows: Sequence[Row], highest: float, *, end_px: int, foot_px: int = 0) -> Chart:
    left_px = round(min(max(max(len(row.name) for row in rows) * LETTER_PX + 24, NAMES_PX[0]), NAMES_PX[1]))
    room = highest * end_px / (PLOT_PX - left_px - end_px)
    blocks = [(place, block) for place, row in enumerate(rows) for block in row.blocks]
    ends = [_end(place, row) for place, row in enumerate(rows) if row.end]
    bare = {**AXIS, "showgrid": False, "showticklabels": False}
    return {
        "data": [
            _trace([pair for pair in blocks if pair[1].tied is tied], highest, tied=tied)
            for tied in (False, True)
            if any(block.tied is tied for _, block in blocks)
        ],
        "layout": layout(
            barmode="overlay",
            bargap=0.42,
            annotations=[
                *(_name(place, row) for place, row in enumerate(rows)),
                *_plates(blocks, highest, PLOT_PX - left_px),
                *ends,
            ],
            margin={"l": left_px, "r": 2, "t": 0, "b": foot_px, "pad": 0},
            xaxis={**bare, "range": [0, highest + room]},
            yaxis={**bare, "range": [len(rows) - 0.45, -0.55]},
            _narrowBelow=620,
            _narrow={
                "margin": {"l": 0},
                "bargap": 0.62,
                "annotations": [
                    *(_phone_name(place, row) for place, row in enumerate(rows)),
                    *_plates(blocks, highest, PHONE_PX),
                    *ends,
                ],
                "xaxis": {"range": [0, highest * PHONE_PX / (PHONE_PX - end_px)]},
                "yaxis": {"range": [len(rows) - 0.5, -0.85]},
            },
        ),
    }


def _fits(block: Block, highest: float, plot_px: float) -> bool:
    return block.length / highest * plot_px > LETTER_PX * len(block.words)


def _on_plate(block: Block) -> bool:
    """Return whether the words of a block need paper behind them: on a hatch, or on a middling grey."""
    return block.tied or block.colour == "quiet"


def _texts(blocks: Sequence[tuple[int, Block]], highest: float, plot_px: float) -> list[str]:
    return [
        block.words if not _on_plate(block) and _fits(block, highest, plot_px) else "" for _, block in blocks
    ]


def _plates(blocks: Sequence[tuple[int, Block]], highest: float, plot_px: float) -> list[Chart]:
    return [
        note(
            block.words,
            x=block.start + block.length / 2,
            y=place,
            xanchor="center",
            yanchor="middle",
            bgcolor=PAPER,
            borderpad=1,
            font={"size": 14, "color": INK},
        )
        for place, block in blocks
        if block.words and _on_plate(block) and _fits(block, highest, plot_px)
    ]


def _trace(blocks: Sequence[tuple[int, Block]], highest: float, *, tied: bool) -> Chart:
    pattern = {"pattern": {"shape": "/", "fgcolor": INK_2, "bgcolor": PAPER, "size": 8, "solidity": 0.12}}
    line = {"color": INK_2 if tied else PAPER, "width": 1 if tied else 2}
    colours = ["token:on-yellow" if block.colour in DARK_WORDS else PAPER for _, block in blocks]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _ in blocks],
        "base": [block.start for _, block in blocks],
        "x": [block.length for _, block in blocks],
        # Words of the bars themselves: a note for each would take as long to draw as the bars.
        "text": _texts(blocks, highest, PLOT_PX - NAMES_PX[1]),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 14, "color": colours},
        "customdata": [block.hover for _, block in blocks],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "color": [f"token:{block.colour}" for _, block in blocks],
            "line": line,
            **(pattern if tied else {}),
        },
        "_narrow": {"text": _texts(blocks, highest, PHONE_PX)},
    }


def _name(place: int, row: Row) -> Chart:
    where = {"x": 0, "xref": "paper", "xanchor": "right", "xshift": -12, "y": place, "yanchor": "middle"}
    return note(row.name, **where, font={"size": 15, "color": INK})


def _phone_name(place: int, row: Row) -> Chart:
    where = {"x": 0, "xref": "paper", "xanchor": "left", "y": place - 0.5, "yanchor": "middle"}
    return note(row.name, **where, font={"size": 14, "color": INK})


def _end(place: int, row: Row) -> Chart:
    last = max((block.start + block.length for block in row.blocks), default=0)
    where = {"x": last, "y": place, "xanchor": "left", "xshift": 8}
    return note(f"<b>{row.end}</b>", **where, font={"size": 15, "color": INK})


def _mark(place: int, at: float, reach: float) -> Chart:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": place - reach,
        "y1": place + reach,
        "line": {"color": INK, "width": 3},
    }
