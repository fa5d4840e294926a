"""What every card's callback gives back."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from dash import Output, set_props

from dashboard.components.card import (
    action_items,
    actions_label,
    figure_text,
    fragment_address,
    part,
    plot_style,
    source_note,
    table_label,
)
from dashboard.components.shell import ERROR
from dashboard.domain.address import Selection
from dashboard.domain.view import View
from dashboard.queries.sources import sources
from dashboard.store import Store

P = ParamSpec("P")
R = TypeVar("R")


def answering(work: Callable[P, R]) -> Callable[P, R]:
    """Return `work` as the answer to a reader's choice: it takes away what was said about an earlier one."""

    def answer(*choices: P.args, **more: P.kwargs) -> R:
        set_props(ERROR, {"children": None})
        return work(*choices, **more)

    return answer


def card_outputs(view_name: str) -> list[Output]:
    """Return the parts of a chart card that change with a reader's choice, in the order of `card_parts`."""
    return [
        Output(part(view_name, "title"), "children"),
        Output(part(view_name, "subtitle"), "children"),
        Output(part(view_name, "plot"), "data-pb-figure"),
        Output(part(view_name, "plot"), "aria-label"),
        Output(part(view_name, "plot"), "style"),
        Output(part(view_name, "table"), "data-pb-src"),
        Output(part(view_name, "table"), "aria-label"),
        Output(part(view_name, "method"), "children"),
        Output(part(view_name, "source"), "children"),
        Output(part(view_name, "actions"), "children"),
        Output(part(view_name, "actions"), "aria-label"),
    ]


def card_parts(store: Store, view: View, selection: Selection) -> list[object]:
    """Return the content of those parts for `view`."""
    known = {source.source_id: source for source in sources(store)}
    return [
        view.title,
        view.subtitle,
        figure_text(view),
        view.alternative,
        plot_style(view),
        fragment_address(view, selection, "html"),
        table_label(view),
        view.method,
        source_note(view.facts, known),
        action_items(view, selection, known),
        actions_label(view),
    ]
