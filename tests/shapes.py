"""Small makers and readers that several tests share: facts, component trees, patient properties."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component
from hypothesis import HealthCheck, settings

from dashboard.domain.fact import Fact
from tests.cards import inside

# A loaded machine is slow, not wrong.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fact(series: str = "a", period: str = "2019/20", value: float | None = 1.0, **changes: Any) -> Fact:
    """Return a printed figure of a made-up table with `changes`."""
    usual: dict[str, Any] = {
        "unit": "£m",
        "printed": str(value),
        "status": "printed",
        "source_id": "made-up",
        "source_line": 7,
        "locator": "Table 1",
    }
    return Fact(series=series, period=period, value=value, **{**usual, **changes})


def facts_of(series: str, values: dict[str, float], **changes: Any) -> list[Fact]:
    """Return one figure per period and value."""
    return [fact(series, period, value, **changes) for period, value in values.items()]


def walk(node: object) -> Iterator[Any]:
    """Yield every component of a tree, the root first; what each has depends on its kind."""
    if isinstance(node, list | tuple):
        for item in node:
            yield from walk(item)
    elif isinstance(node, Component):
        yield node
        yield from walk(children_of(node))


def children_of(node: Component) -> Any:
    """Return what stands in a component; in a card, what the browser puts in."""
    return inside(node.to_plotly_json()["props"]) or getattr(node, "children", None)


def text_of(node: object) -> str:
    """Return all the words of a tree, in reading order."""
    if isinstance(node, list | tuple):
        return "".join(text_of(item) for item in node)
    if isinstance(node, Component):
        return text_of(children_of(node))
    return "" if node is None else str(node)


def named(node: object, kind: str) -> list[Any]:
    """Return the components of one kind ("A", "Button") in a tree."""
    return [item for item in walk(node) if type(item).__name__ == kind]


def ids_of(node: object) -> list[str]:
    """Return the ids in a tree, in order, repeated where they are."""
    return [str(item.id) for item in walk(node) if getattr(item, "id", None)]


def attribute(node: Component, name: str) -> Any:
    """Return a property of a component by the name it has in HTML, or None."""
    return node.to_plotly_json()["props"].get(name)
