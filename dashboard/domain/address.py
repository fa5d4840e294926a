"""What a reader has chosen on a page, to and from the query string of its address."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

S = TypeVar("S", bound="Selection")
LONGEST_QUOTE = 60
MOST_NAMED = 12
# Numbers and codes of areas, which a reader cannot know.
CODE = re.compile(r"[A-Z]?[0-9]+")
# What `area` holds where an address says that no area is chosen.
WHOLE_PLACE = "all"
Names = Mapping[str, Collection[str]]


def choice(default: str, *others: str) -> Any:  # noqa: ANN401 - a field, of the type its class declares
    """Return a field that takes one of the given words."""
    return field(default=default, metadata={"choices": (default, *others)})


def several(*words: str) -> Any:  # noqa: ANN401 - as above
    """Return a field that takes any of the given words, joined by dots in the address."""
    return field(default=(), metadata={"several": words})


def words(limit: int = 100) -> Any:  # noqa: ANN401 - as above
    """Return a field that takes free text of at most `limit` characters."""
    return field(default="", metadata={"limit": limit})


def whole_number(highest: int) -> Any:  # noqa: ANN401 - as above
    """Return a field that takes a whole number from 1 to `highest`, or nothing (0)."""
    return field(default=0, metadata={"highest": highest})


def known(kind: str, default: str = "") -> Any:  # noqa: ANN401 - as above
    """Return a field that takes a name that the store knows, of the given kind, such as "source"."""
    return field(default=default, metadata={"known": kind})


def several_known(kind: str, most: int) -> Any:  # noqa: ANN401 - as above
    """Return a field that takes up to `most` names that the store knows, joined by dots in the address."""
    return field(default=(), metadata={"several_known": kind, "most": most})


def numbers(kind: str, highest: int) -> Any:  # noqa: ANN401 - as above
    """Return a field that gives names the store knows a whole number from 0 to `highest`: a-50.b-20."""
    return field(default=(), metadata={"numbers": kind, "highest": highest})


def marks(kind: str, values: str) -> Any:  # noqa: ANN401 - as above
    """Return a field that gives names the store knows another name that it knows: a-red.b-green."""
    return field(default=(), metadata={"marks": kind, "values": values})


def number_rows(most: int, highest: int) -> Any:  # noqa: ANN401 - as above
    """Return a field that takes up to `most` rows of whole numbers from 0 to `highest`: 50-20.10-30."""
    return field(default=(), metadata={"rows": most, "highest": highest})


class Codec(Protocol):
    """How a field of a page's own kind is written in an address and read from one."""

    def write(self, value: Any) -> Any:  # noqa: ANN401 - of the kind the codec is for
        """Return the text of `value`, or its texts where the field can stand many times."""

    def read(self, text: Any, names: Names) -> Any:  # noqa: ANN401 - as above
        """Return what `text` describes.

        Raises:
            ValueError: it describes nothing; the message goes on from "but".
        """


def coded(codec: Codec, default: Any, instead: str) -> Any:  # noqa: ANN401 - as above
    """Return a field that `codec` reads; `instead` says what is shown where it cannot."""
    return field(default=default, metadata={"codec": codec, "instead": instead})


def every(codec: Codec, default: Any, instead: str) -> Any:  # noqa: ANN401 - as above
    """Return a field that can stand in an address many times; `codec` writes and reads the texts of all."""
    return field(default=default, metadata={"codec": codec, "instead": instead, "every": True})


@dataclass(frozen=True)
class Selection:
    """The choices of one page; every field has a default and a rule.

    Every page can be asked for in the size of a projector, which the browser sees to, and with the reader's
    area, which pages that show no area leave alone.
    """

    size: str = choice("screen", "projector")
    area: str = known("area")


def to_query(selection: Selection) -> str:
    """Return the query string of a selection, with its question mark: only what was chosen, the area last."""
    chosen = {
        item.name: _written(item.metadata, value)
        for item in sorted(fields(selection), key=lambda item: item.name == "area")
        if (value := getattr(selection, item.name)) != item.default
    }
    return f"?{urlencode(chosen, doseq=True)}" if chosen else ""


def _written(rule: Mapping[str, Any], value: Any) -> str | list[str]:  # noqa: ANN401 - of any field
    if "every" in rule:
        return [str(text) for text in rule["codec"].write(value)]
    if "codec" in rule:
        return str(rule["codec"].write(value))
    return ".".join(map(_spelled, value)) if isinstance(value, tuple) else str(value)


def from_query(kind: type[S], parameters: Mapping[str, Any], names: Names) -> tuple[S, list[str]]:
    """Return the selection that `parameters` describe, and a sentence for each one that was not understood.

    `names` holds the names that the store knows, by kind. A value that is not understood is replaced by the
    default; nothing is dropped in silence.
    """
    rules = {item.name: item for item in fields(kind)}
    values: dict[str, Any] = {}
    notices = [
        f"The address asks for “{_quoted(name)}”, which this page does not have."
        for name in parameters
        if name not in rules
    ]
    for name, item in rules.items():
        if name not in parameters:
            continue
        text = parameters[name]
        try:
            values[name] = _read(item.metadata, _given(item.metadata, text), names)
        except ValueError as error:
            notices.append(
                f"The address asks for {name} “{_quoted(text)}”, but {error}. "
                f"Showing {item.metadata.get('instead', item.default or 'everything')} instead."
            )
    return kind(**values), notices


def _spelled(part: str | tuple[object, ...]) -> str:
    """Return one part of a list as it stands in an address."""
    return part if isinstance(part, str) else "-".join(map(str, part))


def choices(kind: type[Selection], name: str) -> tuple[str, ...]:
    """Return the words that the field `name` takes."""
    found: tuple[str, ...] = next(item for item in fields(kind) if item.name == name).metadata["choices"]
    return found


def _given(rule: Mapping[str, Any], value: str | list[str]) -> Any:  # noqa: ANN401 - one text, or all
    if "every" not in rule:
        return _single(value)
    return [value] if isinstance(value, str) else value


def _single(value: str | list[str]) -> str:
    """Return the one text of a parameter; one that is given twice must be the same both times."""
    given = {value} if isinstance(value, str) else set(value)
    if len(given) != 1:
        raise ValueError("it can be given once")
    return given.pop()


def _quoted(value: str | list[str]) -> str:
    text = value if isinstance(value, str) else ", ".join(value)
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _read(rule: Mapping[str, Any], text: Any, names: Names) -> Any:  # noqa: ANN401 - of any field
    if "codec" in rule:
        return rule["codec"].read(text, names)
    if "choices" in rule:
        if text not in rule["choices"]:
            raise ValueError(f"it can be {', '.join(filter(None, rule['choices']))}")
        return text
    if "several" in rule:
        return _read_several(rule["several"], text)
    if "known" in rule:
        return _known(text, names[rule["known"]])
    if "several_known" in rule:
        asked = tuple(dict.fromkeys(_known(name, names[rule["several_known"]]) for name in text.split(".")))
        if len(asked) > rule["most"]:
            raise ValueError(f"it can be {rule['most']} at most")
        return asked
    if "numbers" in rule or "marks" in rule:
        return _read_pairs(rule, text, names)
    if "rows" in rule:
        return _read_rows(rule, text)
    if "limit" in rule:
        if len(text) > rule["limit"]:
            raise ValueError(f"it can have {rule['limit']} characters")
        return text
    return _read_number(rule["highest"], text)


def _known(text: str, names: Collection[str]) -> str:
    if text not in names:
        raise ValueError(_unknown(names))
    return text


def _unknown(names: Collection[str]) -> str:
    """Return what is said where a name is none of `names`: a few of them, but no codes, which say nothing."""
    if not set(names) - {WHOLE_PLACE}:
        return "none is loaded"
    readable = sorted(name for name in names if not CODE.fullmatch(name))
    if not set(readable) - {WHOLE_PLACE}:
        return "it is not known"
    shown = readable[:MOST_NAMED]
    return f"it can be {', '.join(shown)}{' and others' if len(names) > len(shown) else ''}"


def _read_several(allowed: tuple[str, ...], text: str) -> tuple[str, ...]:
    asked = text.split(".")
    unknown = [word for word in asked if word not in allowed]
    if unknown:
        raise ValueError(f"it can be {', '.join(allowed)}")
    return tuple(word for word in allowed if word in asked)


def _read_pairs(rule: Mapping[str, Any], text: str, names: Names) -> tuple[tuple[str, int | str], ...]:
    kind = rule.get("numbers") or rule["marks"]
    found: dict[str, int | str] = {}
    for part in text.split("."):
        name, _, value = part.rpartition("-")
        if _known(name, names[kind]) in found:
            raise ValueError(f"it can give {name} once")
        found[name] = (
            _read_count(rule["highest"], value) if "numbers" in rule else _known(value, names[rule["values"]])
        )
    return tuple(found.items())


def _read_rows(rule: Mapping[str, Any], text: str) -> tuple[tuple[int, ...], ...]:
    rows = tuple(
        tuple(_read_count(rule["highest"], number) for number in row.split("-")) for row in text.split(".")
    )
    if len(rows) > rule["rows"]:
        raise ValueError(f"it can have {rule['rows']} rows at most")
    return rows


def _read_count(highest: int, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(highest)) and int(text) <= highest):
        raise ValueError(f"its numbers can be whole, from 0 to {highest:,}")
    return int(text)


def _read_number(highest: int, text: str) -> int:
    # Python refuses to read a number of more than a few thousand digits, with a sentence of its own.
    short = text.isascii() and text.isdigit() and len(text) <= len(str(highest))
    if not short or not 0 < int(text) <= highest:
        raise ValueError(f"it can be a whole number from 1 to {highest:,}")
    return int(text)
