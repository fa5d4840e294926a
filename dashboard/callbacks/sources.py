"""What changes on /sources when a reader searches."""

from functools import partial

from dash import ClientsideFunction, Dash, Input, Output

from dashboard.callbacks.card import answering
from dashboard.components.card import action_items, actions_label, fragment_address, part
from dashboard.domain.address import to_query
from dashboard.pages.sources import EVERYWHERE, Ids, page_links
from dashboard.store import Store
from dashboard.views import sources as views
from dashboard.views.sources import SourcesSelection

NAME = "sources.figures"


def register(app: Dash, store: Store) -> None:
    """Connect the search to its results and to the address."""
    app.callback(
        Output(part(NAME, "title"), "children"),
        Output(part(NAME, "subtitle"), "children"),
        Output(part(NAME, "table"), "data-pb-src"),
        Output(part(NAME, "actions"), "children"),
        Output(part(NAME, "actions"), "aria-label"),
        Output(Ids.PAGES, "children"),
        Output(Ids.ADDRESS, "data"),
        Input(Ids.QUERY, "value"),
        Input(Ids.SOURCE, "value"),
        prevent_initial_call=True,
    )(answering(partial(search, store)))
    app.clientside_callback(
        ClientsideFunction("placeboard", "address"),
        Output(Ids.ADDRESS, "modified_timestamp"),
        Input(Ids.ADDRESS, "data"),
        prevent_initial_call=True,
    )


def search(store: Store, text: str | None, source: str) -> tuple[object, ...]:
    """Return the title, subtitle, table address, actions, page links and query string of a search."""
    selection = SourcesSelection(q=(text or "").strip()[:100], source="" if source == EVERYWHERE else source)
    view = views.figures(store, selection)
    _, total = views.found(store, selection)
    return (
        view.title,
        view.subtitle,
        fragment_address(view, selection, "html"),
        action_items(view, selection, {}),
        actions_label(view),
        page_links(selection, total),
        to_query(selection),
    )
