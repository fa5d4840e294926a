"""A pack to and from an address, so that a link can be the pack."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, parse_qsl, quote, urlencode

from dashboard.domain.pack import Item, Pack
from dashboard.errors import PackError

# Servers and proxies refuse a first line of a request of more than 8 kB.
LONGEST = 7_900
# Signs that would end a title or notes within the address of a view. All of it is quoted once more with the
# view, and whatever is quoted twice takes five characters.
ENDS = re.compile("[%&+#]")
# Choices of a page that make no difference to what a view shows.
ASIDE = ("table", "size")


def to_address(pack: Pack, path: str = "/present") -> tuple[str, bool]:
    """Return the address of a pack, and whether its notes are in it.

    Notes are all in the address or, where it would be too long for servers, all left out: half of the notes
    would look like all of them. They then stay in the file.

    Raises:
        PackError: it is too long without notes too.
    """
    for noted in (True, False):
        address = f"{path}?{_query(pack, noted=noted)}"
        if len(address) <= LONGEST:
            return address, noted or not any(item.notes for item in pack.items)
    raise PackError(
        "The pack is too long for an address.",
        [f"{len(pack.items)} views take {len(address):,} characters of {LONGEST:,}. Send the file instead."],
    )


def from_address(parameters: Mapping[str, str | list[str]]) -> Pack:
    """Return the pack that the parameters of an address describe; a part it lacks is empty."""
    views = parameters.get("v", [])
    items = [item_of(text) for text in ([views] if isinstance(views, str) else views)]
    return Pack(_one(parameters, "title"), _one(parameters, "date"), tuple(items))


def _query(pack: Pack, *, noted: bool) -> str:
    head = [(name, text) for name, text in (("title", pack.title), ("date", pack.date)) if text]
    return urlencode([*head, *(("v", item_text(item, noted=noted)) for item in pack.items)])


def item_text(item: Item, *, noted: bool = True) -> str:
    """Return an item as an address of its own: the view, its choices, then title and notes after a hash."""
    own = {"title": item.title, "notes": item.notes if noted else ""}
    fragment = "&".join(f"{name}={_within(text)}" for name, text in own.items() if text)
    query = f"?{item.query}" if item.query else ""
    return f"{item.name}{query}#{fragment}" if fragment or "#" in query else f"{item.name}{query}"


def _within(text: str) -> str:
    return ENDS.sub(lambda sign: quote(sign[0]), text)


def item_address(name: str, query: str) -> str:
    """Return the address of a view as it stands on its page, whose query string is given."""
    made = [(choice, value) for choice, value in parse_qsl(query.removeprefix("?")) if choice not in ASIDE]
    return item_text(Item(name, urlencode(made)))


def item_of(text: str) -> Item:
    """Return the item that `item_text` wrote."""
    address, mark, fragment = text.rpartition("#")
    name, _, query = (address if mark else fragment).partition("?")
    own = parse_qs(fragment, keep_blank_values=True) if mark else {}
    return Item(name, query, own.get("title", [""])[0], own.get("notes", [""])[0])


def parameters(item: Item) -> dict[str, list[str]]:
    """Return the choices of a view of a pack, as an address gives them."""
    return parse_qs(item.query.removeprefix("?"), keep_blank_values=True)


def _one(parameters: Mapping[str, str | list[str]], name: str) -> str:
    given = parameters.get(name, "")
    return given if isinstance(given, str) else given[0] if given else ""
