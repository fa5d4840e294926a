"""What changes on /sources when a reader searches."""

from functools import partial

from dash import Dash, Input, Output
from dash.development.base_component import Component

from dashboard.callbacks.card import card_outputs, card_parts
from dashboard.pages.sources import EVERYWHERE, Ids, page_links
from dashboard.store import Store
from dashboard.views import sources as views
from dashboard.views.cache import remembered_view
from dashboard.views.sources import SourcesSelection

NAME = "sources.figures"


def register(app: Dash, store: Store) -> None:
    """Connect the search to its results and to the address."""
    app.callback(
        output=[card_outputs(NAME), Output(Ids.PAGES, "children")],
        inputs=[Input(Ids.QUERY, "value"), Input(Ids.SOURCE, "value")],
        prevent_initial_call=True,
    )(partial(search, store))


def search(store: Store, text: str | None, source: str) -> tuple[list[object], list[Component]]:
    """Return the parts of the card of figures and the page links of a search."""
    selection = SourcesSelection(q=(text or "").strip()[:100], source="" if source == EVERYWHERE else source)
    view = remembered_view(store, NAME, selection)
    _, total = views.found(store, selection)
    return card_parts(store, view, selection), page_links(selection, total)
