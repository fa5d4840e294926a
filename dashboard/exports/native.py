"""A chart of the product as an office chart: kind, categories and series of numbers, nothing drawn yet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from dashboard.domain.view import Chart
from dashboard.domain.words import MINUS

TAG = re.compile(r"<[^>]+>")
WORDED_NUMBER = re.compile(r"([^\d]*)([\d,]+(?:\.\d+)?)([^\d,]*)")
LINE, BAR, STACKED_BAR, STACKED_COLUMN, SCATTER = "line", "bar", "stacked bar", "stacked column", "scatter"


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one series, None where there is a gap, and how they look.

    `colours` are stylesheet names, one for all points or one each; `labels` the words at each point, in the
    place of its number; `hidden` is a step that holds the next one up and is not drawn.
    """

    name: str
    values: tuple[float | None, ...]
    colours: tuple[str, ...]
    labels: tuple[str, ...] = ()
    label_format: str = ""
    hatched: tuple[bool, ...] = ()
    style: str = "solid"
    marker: str = ""
    width: float = 2.5
    errors: tuple[tuple[float, float], ...] = ()
    places: tuple[float, ...] = ()
    hidden: bool = False

    def colour(self, place: int) -> str:
        """Return the colour of a point."""
        return self.colours[place if len(self.colours) > 1 else 0]


@dataclass(frozen=True, slots=True)
class NativeChart:
    """An office chart: its kind, categories, series, the ends and number format of its scale.

    `key` says what letters within it mean; `named` that each line is named at its end, so that it needs no
    legend.
    """

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    low: float
    high: float
    step: float | None = None
    scale_format: str = "General"
    named: bool = False
    key: str = ""


def plain(text: str) -> str:
    """Return the words of a chart without their markup."""
    return unescape(TAG.sub("", text.replace("<br>", "\n"))).strip()


def notes_of(chart: Chart) -> list[dict[str, Any]]:
    """Return the words that stand in a chart."""
    return [item for item in chart["layout"].get("annotations", []) if item.get("text")]


def token(colour: object) -> str:
    """Return the stylesheet's name of a colour."""
    return str(colour).removeprefix("token:")


def number_format(words: Sequence[str], values: Sequence[float]) -> str:
    """Return the format that writes each value as its words do, or nothing where no format does.

    A format keeps a label true when somebody changes the number.
    """
    sides: dict[bool, tuple[str, str]] = {}
    decimals: set[int] = set()
    nought = ""
    for text, value in zip(words, values, strict=True):
        found = WORDED_NUMBER.fullmatch(text)
        if not found or float(found[2].replace(",", "")) != round(abs(value), 10):
            return ""
        if not value:
            nought = f';"{text}"'
            continue
        if sides.setdefault(value < 0, (found[1], found[3])) != (found[1], found[3]):
            return ""
        decimals.add(len(found[2].partition(".")[2]))
    digits = _digits(decimals, values)
    return f"{_sections(sides, digits)}{nought}" if sides and digits else ""


def _digits(decimals: set[int], values: Sequence[float]) -> str:
    if len(decimals) == 1:
        (places,) = decimals
        return f"#,##0.{'0' * places}" if places else "#,##0"
    return "General" if all(abs(value) < 1000 for value in values) else ""


def _sections(sides: Mapping[bool, tuple[str, str]], digits: str) -> str:
    """Return the format of what is above nought and of what is below; a side that is not there is turned."""
    above, below = sides.get(False), sides.get(True)
    above = above or _turned(*sides[True])
    return ";".join(_section(*side, digits) for side in (above, below or _turned(*above)))


def _turned(before: str, after: str) -> tuple[str, str]:
    if before.startswith(MINUS):
        return before[1:], after
    return f"{MINUS}{before.removeprefix('+')}", after


def _section(before: str, after: str, digits: str) -> str:
    return "".join((f'"{before}"' if before else "", digits, f'"{after}"' if after else ""))


def scale_format(chart: Chart) -> str:
    """Return the number format of the words at the gridlines."""
    axis = chart["layout"]["yaxis"]
    steps = axis.get("tickvals") or []
    words = {
        item["y"]: plain(item["text"])
        for item in notes_of(chart)
        if (item.get("xref"), item.get("x"), item.get("yanchor")) == ("paper", 0, "bottom")
    }
    known = [step for step in steps if step in words]
    return number_format([words[step] for step in known], known) or "General"


def step_of(steps: Sequence[float]) -> float | None:
    """Return how far apart gridlines are."""
    return round(steps[1] - steps[0], 10) if len(steps) > 1 else None


def by_point(values: Iterable[Any] | Any, count: int) -> list[Any]:  # noqa: ANN401 - as plotly takes them
    """Return a property of every point, whether it is given once or for each."""
    return list(values) if isinstance(values, list | tuple) else [values] * count
