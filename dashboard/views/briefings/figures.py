"""Find the one printed figure that a call asks for."""

from collections.abc import Mapping, Sequence

from dashboard.domain.briefing_call import WHERE
from dashboard.domain.words import listed, period_words
from dashboard.errors import PlaceboardError
from dashboard.queries.facts import FoundFact

MOST_SHOWN = 6
COLUMNS = {"line": "source_line", "table": "locator", "figure": "label"}


class CallError(PlaceboardError):
    """A call of a briefing cannot be answered; the sentence says what to do."""


def one_figure(figures: Sequence[FoundFact], source: str, options: Mapping[str, str]) -> FoundFact:
    """Return the figure of `figures`, all of one document, that `options` describe.

    A figure that is printed twice on one line in the same words is one figure.

    Raises:
        CallError: none fits, several do, or it cannot be read.
    """
    asked = {name: text for name, text in options.items() if name in WHERE}
    if not asked:
        raise CallError(
            f"say which figure of {source}: line=, and period= or figure= where it holds several."
        )
    found = [figure for figure in figures if all(_fits(figure, *item) for item in asked.items())]
    if not found:
        raise CallError(_none(figures, source, asked))
    if any(_key(figure) != _key(found[0]) for figure in found):
        raise CallError(_several(found))
    return found[0]


def _fits(figure: FoundFact, name: str, text: str) -> bool:
    held = value_of(figure, name)
    if name == "period":
        return text in (held, period_words(held))
    return held.casefold() == text.casefold()


def value_of(figure: FoundFact, name: str) -> str:
    """Return what a figure holds under the name that a call gives it."""
    held = getattr(figure, COLUMNS.get(name, name))
    return "" if held is None else str(held)


def _key(figure: FoundFact) -> tuple[object, ...]:
    return figure.source_line, figure.period, figure.value, figure.unit, figure.printed


def _none(figures: Sequence[FoundFact], source: str, asked: Mapping[str, str]) -> str:
    said = listed([f"{name}={text}" for name, text in asked.items()])
    near = [figure for figure in figures if "line" in asked and _fits(figure, "line", asked["line"])]
    held = "; ".join(_described(figure) for figure in near[:MOST_SHOWN])
    line = f" That line holds: {held}." if held else ""
    return f"{source} has no figure with {said}.{line} Look it up: placeboard sources find, or /sources."


def _several(found: Sequence[FoundFact]) -> str:
    """Return how many figures fit, and what tells them apart."""
    apart = [name for name in WHERE if len({value_of(figure, name) for figure in found}) > 1]
    shown = [
        " ".join(f'{name}="{value_of(figure, name)}"' for name in apart[:2]) for figure in found[:MOST_SHOWN]
    ]
    more = " and others" if len(found) > MOST_SHOWN else ""
    return f"{len(found)} figures fit. Add what tells them apart: {'; '.join(shown)}{more}."


def _described(figure: FoundFact) -> str:
    return f'figure="{figure.label}" period={figure.period or "none"} printed="{figure.printed}"'
