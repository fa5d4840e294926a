"""What changes on /sources when a reader searches."""

from functools import partial

from dash import Dash, Input, Output

from dashboard.components.card import action_items, actions_label, fragment_address, part
from dashboard.components.markup import markup
from dashboard.domain.address import to_query
from dashboard.pages.sources import EVERYWHERE, Ids, page_links
from dashboard.store import Store
from dashboard.views import sources as views
from dashboard.views.cache import remembered_view
from dashboard.views.sources import SourcesSelection

NAME = "sources.figures"


def register(app: Dash, store: Store) -> None:
    """Connect the search to its results and to the address."""
    app.callback(
        Output(part(NAME, "title"), "children"),
        Output(part(NAME, "title"), "data-pb-query"),
        Output(part(NAME, "subtitle"), "children"),
        Output(part(NAME, "table"), "data-pb-src"),
        Output(part(NAME, "actions"), "data-pb-html"),
        Output(part(NAME, "actions"), "aria-label"),
        Output(Ids.PAGES, "children"),
        Input(Ids.QUERY, "value"),
        Input(Ids.SOURCE, "value"),
        prevent_initial_call=True,
    )(partial(search, store))


def search(store: Store, text: str | None, source: str) -> tuple[object, ...]:
    """Return the title, query string, subtitle, table address, actions and page links of a search."""
    selection = SourcesSelection(q=(text or "").strip()[:100], source="" if source == EVERYWHERE else source)
    view = remembered_view(store, NAME, selection)
    _, total = views.found(store, selection)
    return (
        view.title,
        to_query(selection),
        view.subtitle,
        fragment_address(view, selection, "html"),
        markup(action_items(view, selection, {})),
        actions_label(view),
        page_links(selection, total),
    )
