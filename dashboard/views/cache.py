"""Views remembered for as long as their release is served."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from flask_caching import Cache

from dashboard.domain.address import Names, Selection, to_query
from dashboard.domain.view import View
from dashboard.queries.names import names
from dashboard.queries.sources import Source, sources
from dashboard.store import Store
from dashboard.views import PAGES

cache = Cache()
T = TypeVar("T")


def remembered_view(store: Store, name: str, selection: Selection) -> View:
    """Return the view `name` for `selection`, worked out once per release.

    Which tables are open and how large the page is make no difference to a view.
    """
    usual: dict[str, Any] = {
        item.name: item.default for item in fields(selection) if item.name in ("table", "size")
    }
    selection = replace(selection, **usual)
    page, _, card = name.partition(".")
    return remembered(store, f"{name} {to_query(selection)}", lambda: PAGES[page][1][card](store, selection))


def remembered_sources(store: Store) -> dict[str, Source]:
    """Return every source by its id, asked for once per release."""
    return remembered(store, "sources", lambda: {source.source_id: source for source in sources(store)})


def remembered_names(store: Store) -> Names:
    """Return the names that an address may hold, by kind, asked for once per release."""
    return remembered(store, "names", lambda: names(store))


def remembered(store: Store, name: str, make: Callable[[], T]) -> T:
    """Return what `make` gave when it was first asked under `name` in this release."""
    key = f"{store.release_id} {name}"
    known = cache.get(key)
    if known is None:
        known = make()
        cache.set(key, known)
    return cast(T, known)
