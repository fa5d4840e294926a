"""What every card's callback gives back."""

from dash import Output

from dashboard.components.card import action_items, figure_text, fragment_address, part, source_note
from dashboard.domain.address import Selection
from dashboard.domain.view import View
from dashboard.queries.sources import sources
from dashboard.store import Store


def card_outputs(view_name: str) -> list[Output]:
    """Return the parts of a chart card that change with a reader's choice, in the order of `card_parts`."""
    return [
        Output(part(view_name, "title"), "children"),
        Output(part(view_name, "subtitle"), "children"),
        Output(part(view_name, "plot"), "data-pb-figure"),
        Output(part(view_name, "plot"), "aria-label"),
        Output(part(view_name, "table"), "data-pb-src"),
        Output(part(view_name, "method"), "children"),
        Output(part(view_name, "source"), "children"),
        Output(part(view_name, "actions"), "children"),
    ]


def card_parts(store: Store, view: View, selection: Selection) -> list[object]:
    """Return the content of those parts for `view`."""
    known = {source.source_id: source for source in sources(store)}
    return [
        view.title,
        view.subtitle,
        figure_text(view),
        view.alternative,
        fragment_address(view, selection, "html"),
        view.method,
        source_note(view.facts, known),
        action_items(view, selection, known),
    ]
