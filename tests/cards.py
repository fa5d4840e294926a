"""What a card comes to once the browser has put its parts in: the same components, read from its HTML."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from dash import html
from dash.development.base_component import Component

from tests.markup import EMPTY

NAMES = {"class": "className", "for": "htmlFor", "tabindex": "tabIndex"}


def inside(properties: Mapping[str, Any]) -> list[Component | str]:
    """Return what stands inside a card with these properties; nothing where it is not a card."""
    if "data-pb-parts" not in properties:
        return []
    tree = components(properties["data-pb-html"])
    stem = str(properties["id"]).removesuffix("card")
    for name, said in json.loads(properties["data-pb-parts"]).items():
        place = next((item for item in _every(tree) if getattr(item, "id", "") == f"{stem}{name}"), None)
        if place is not None:
            _say(place, said)
    return tree


def components(text: str) -> list[Component | str]:
    """Return HTML text as components."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.roots


def _say(place: Any, said: dict[str, str]) -> None:
    for name, value in said.items():
        if name == "text":
            place.children = [value]
        elif name == "html":
            place.children = components(value)
        else:
            setattr(place, name, value)


def _every(tree: list[Component | str]) -> list[Component]:
    found: list[Component] = []
    for item in tree:
        if isinstance(item, Component):
            found += [item, *_every(getattr(item, "children", None) or [])]
    return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.roots: list[Component | str] = []
        self.open: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = getattr(html, tag.title(), html.Span)
        made = kind(children=[])
        known = set(made.available_properties)
        for name, value in attrs:
            proper = NAMES.get(name, name)
            if proper in known or proper.startswith(("data-", "aria-")):
                setattr(made, proper, True if value is None and proper == "open" else value or "")
        self._add(made)
        if tag not in EMPTY:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, item: Component | str) -> None:
        (self.open[-1].children if self.open else self.roots).append(item)
