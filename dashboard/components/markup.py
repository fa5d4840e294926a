"""Components as HTML text, for parts that change with every choice.

Dash looks at every component of a page after every choice; text costs it nothing.
"""

from collections.abc import Sequence

from dash.development.base_component import Component
from markupsafe import Markup, escape

HTML_NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}


def markup(parts: Sequence[Component | str]) -> str:
    """Return the HTML of `parts`, their text and attributes escaped."""
    return "".join(_element(part) if isinstance(part, Component) else str(escape(part)) for part in parts)


def _element(component: Component) -> str:
    properties = component.to_plotly_json()["props"]
    children = properties.pop("children", None)
    inside = children if isinstance(children, list) else [] if children is None else [children]
    attributes = Markup().join(_attribute(name, value) for name, value in properties.items())
    tag = type(component).__name__.lower()
    return f"<{tag}{attributes}>{markup(inside)}</{tag}>"


def _attribute(name: str, value: object) -> Markup:
    """Return an attribute; a switch stands by its name where it is on."""
    if isinstance(value, bool):
        return Markup(" {}").format(name) if value else Markup()
    return Markup(' {}="{}"').format(HTML_NAMES.get(name, name), value)
