"""What the search of the header answers."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from dashboard.domain.page import Page
from dashboard.domain.search import KINDS, Entry, Index, asked_words, find, is_number
from dashboard.queries.search import entries
from dashboard.store import Store

MOST_LETTERS = 100


def search_answer(store: Store, pages: Sequence[Page], text: str) -> dict[str, Any]:
    """Return what `text` finds, by kind with the kind of the best result first.

    Where figures are among it as they are written, `all` leads to the search of every figure.
    """
    text = text.strip()[:MOST_LETTERS]
    found = find(_index(store, store.release_id, tuple(pages)), text)
    groups: dict[str, list[dict[str, str]]] = {}
    for entry in found.entries:
        own = {"title": entry.title[:1].upper() + entry.title[1:], "detail": entry.detail, "href": entry.href}
        groups.setdefault(KINDS[entry.kind], []).append(own)
    return {
        "question": text,
        "count": len(found.entries),
        "groups": [{"kind": kind, "results": results} for kind, results in groups.items()],
        "all": _all_figures(text) if KINDS["figure"] in groups and not found.alike else None,
    }


# Not in the cache of views: that one copies what it holds with every answer.
@lru_cache(maxsize=2)
def _index(store: Store, _release: str, pages: tuple[Page, ...]) -> Index:
    own = [Entry("page", page.name, page.question, page.question, page.path) for page in pages]
    return Index([*own, *entries(store)])


def _all_figures(text: str) -> dict[str, str]:
    # That search takes words as they are typed, without what they have in common here, such as the plural.
    sure = all(is_number(word) for word in asked_words(text))
    title = f"All figures with {text}" if sure else f"Search every figure for “{text}”"
    return {"title": title, "detail": "", "href": f"/sources?{urlencode({'q': text})}"}
