"""What every card's callback gives back."""

from dash import Output

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
from dashboard.components.markup import markup
from dashboard.domain.address import Selection, to_query
from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.cache import remembered_sources


def card_outputs(view_name: str, *, charted: bool = True, addressed: bool = True) -> list[Output]:
    """Return the parts of a card that change with a reader's choice, in the order of `card_parts`.

    A card without a chart has no place to draw in. One that follows another leaves the address to it.
    """
    drawn = [
        Output(part(view_name, "plot"), "data-pb-figure"),
        Output(part(view_name, "plot"), "aria-label"),
        Output(part(view_name, "plot"), "style"),
    ]
    return [
        Output(part(view_name, "title"), "children"),
        Output(part(view_name, "subtitle"), "children"),
        *(drawn if charted else []),
        Output(part(view_name, "table"), "data-pb-src"),
        Output(part(view_name, "table"), "aria-label"),
        Output(part(view_name, "method"), "children"),
        Output(part(view_name, "source"), "data-pb-html"),
        Output(part(view_name, "actions"), "data-pb-html"),
        Output(part(view_name, "actions"), "aria-label"),
        *([Output(part(view_name, "title"), "data-pb-query")] if addressed else []),
    ]


def card_parts(store: Store, view: View, selection: Selection, *, addressed: bool = True) -> list[object]:
    """Return the content of those parts for `view`."""
    known = remembered_sources(store)
    drawn: list[object] = [figure_text(view), view.alternative, plot_style(view)]
    return [
        view.title,
        view.subtitle,
        *(drawn if view.chart is not None else []),
        fragment_address(view, selection, "html"),
        table_label(view),
        view.method,
        markup(source_note(view.quoted, known)),
        markup(action_items(view, selection, known)),
        actions_label(view),
        *([to_query(selection)] if addressed else []),
    ]
