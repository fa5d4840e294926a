"""Views remembered for as long as their release is served."""

from dataclasses import fields, replace
from typing import Any, cast

from flask_caching import Cache

from dashboard.domain.address import Selection, to_query
from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views import PAGES

cache = Cache()


def remembered_view(store: Store, name: str, selection: Selection) -> View:
    """Return the view `name` for `selection`, worked out once per release.

    Which tables are open and how large the page is make no difference to a view.
    """
    usual: dict[str, Any] = {
        item.name: item.default for item in fields(selection) if item.name in ("table", "size")
    }
    selection = replace(selection, **usual)
    key = f"{store.release_id} {name} {to_query(selection)}"
    known = cache.get(key)
    if known is None:
        page, _, card = name.partition(".")
        known = PAGES[page][1][card](store, selection)
        cache.set(key, known)
    return cast(View, known)
