"""What a reader has chosen on a page, to and from the query string of its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar
from urllib.parse import urlencode

S = TypeVar("S", bound="Selection")


@dataclass(frozen=True)
class Selection:
    """The choices of one page; every field has a default and a rule."""


def choice(default: str, *others: str) -> Any:
    """Return a field that takes one of the given words."""
    return field(default=default, metadata={"choices": (default, *others)})


def several(*words: str) -> Any:
    """Return a field that takes any of the given words, joined by dots in the address."""
    return field(default=(), metadata={"several": words})


def words(limit: int = 100) -> Any:
    """Return a field that takes free text of at most `limit` characters."""
    return field(default="", metadata={"limit": limit})


def whole_number(highest: int) -> Any:
    """Return a field that takes a whole number from 1 to `highest`, or nothing (0)."""
    return field(default=0, metadata={"highest": highest})


def to_query(selection: Selection) -> str:
    """Return the query string of a selection, with its question mark; defaults are left out."""
    chosen = {
        item.name: ".".join(value) if isinstance(value, tuple) else str(value)
        for item in fields(selection)
        if (value := getattr(selection, item.name)) != item.default
    }
    return f"?{urlencode(chosen)}" if chosen else ""


def from_query(kind: type[S], parameters: Mapping[str, Any]) -> tuple[S, list[str]]:
    """Return the selection that `parameters` describe, and a sentence for each one that was not understood.

    A value that is not understood is replaced by the default; nothing is dropped in silence.
    """
    known = {item.name: item for item in fields(kind)}
    values: dict[str, Any] = {}
    notices = [f"The address asks for “{name}”, which this page does not have." for name in parameters if name not in known]
    for name, item in known.items():
        if name not in parameters:
            continue
        text = parameters[name]
        try:
            values[name] = _read(item.metadata, text if isinstance(text, str) else str(text[-1]))
        except ValueError as error:
            notices.append(f"The address asks for {name} “{text}”, but {error}. Showing {item.default or 'everything'} instead.")
    return kind(**values), notices


def choices(kind: type[Selection], name: str) -> tuple[str, ...]:
    """Return the words that the field `name` takes."""
    found: tuple[str, ...] = next(item for item in fields(kind) if item.name == name).metadata["choices"]
    return found


def _read(rule: Mapping[str, Any], text: str) -> Any:
    if "choices" in rule:
        if text not in rule["choices"]:
            raise ValueError(f"it can be {', '.join(rule['choices'])}")
        return text
    if "several" in rule:
        return _read_several(rule["several"], text)
    if "limit" in rule:
        if len(text) > rule["limit"]:
            raise ValueError(f"it can have {rule['limit']} characters")
        return text
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) <= rule["highest"]:
        raise ValueError(f"it can be a whole number from 1 to {rule['highest']:,}")
    return int(text)


def _read_several(allowed: tuple[str, ...], text: str) -> tuple[str, ...]:
    asked = text.split(".")
    unknown = [word for word in asked if word not in allowed]
    if unknown:
        raise ValueError(f"it can be {', '.join(allowed)}")
    return tuple(word for word in allowed if word in asked)
