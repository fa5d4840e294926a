"""A pack: an ordered list of views with titles and speaker notes, to and from a TOML file."""

import json
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from rapidfuzz import process, utils

from dashboard.domain.words import listed
from dashboard.errors import PackError

# Names less like each other than this are not offered in place of one another.
ALIKE = 80
MOST_OFFERED = 3
LONGEST_TITLE = 200
HEAD = {"title": "the title of the pack", "date": "the day it is for, as text"}
FIELDS = {
    "name": "the view, as “page.card”",
    "query": "its choices, as in the address of its page",
    "title": "a title of your own",
    "notes": "what the speaker says",
}


# What no file can hold, such as the line break that slides copy; line breaks and tabs stay.
CONTROL = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def _without_control(record: object) -> None:
    """Take the characters out of the texts of a frozen record that no file can hold."""
    for field in fields(record):  # type: ignore[arg-type]  # one of the records below
        value = getattr(record, field.name)
        if isinstance(value, str):
            object.__setattr__(record, field.name, value.translate(CONTROL))


@dataclass(frozen=True, slots=True)
class Item:
    """One view of a pack: "page.card", its choices as in an address, and a title and notes of one's own."""

    name: str
    query: str = ""
    title: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        """Leave out what no file can hold."""
        _without_control(self)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its title, the day it is for in words or as 2020-01-31, and its views in order."""

    title: str
    date: str = ""
    items: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        """Leave out what no file can hold."""
        _without_control(self)


def near_names(name: str, names: Collection[str]) -> list[str]:
    """Return the few of `names` that look most like `name`, the likeliest first."""
    found = process.extract(
        name, sorted(names), processor=utils.default_process, score_cutoff=ALIKE, limit=MOST_OFFERED
    )
    return [text for text, *_ in found]


def unknown_view(name: str, views: Collection[str]) -> str:
    """Return what is said of a name that no view has, with those that look like it."""
    near = near_names(name, views)
    offer = f"Did you mean {' or '.join(near)}?" if near else f"Each is a page and a card, as {min(views)}."
    return f"there is no view “{name}”. {offer}"


def read_pack(text: str, file: str) -> Pack:
    """Return the pack that the TOML `text` of `file` describes; whether its views can be is not asked here.

    Raises:
        PackError: it is no pack; every problem is named with its item and what to do.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = f"{file}: {error}. Text stands in quotes, and each view begins with [[view]]."
        raise PackError(f"{file} is not a TOML file.", [problem]) from error
    problems = _head_problems(found, file)
    views_found = found.get("view")
    items = views_found if isinstance(views_found, list) else []
    for place, item in enumerate(items, 1):
        where = f"{file}, view {place}"
        problems += _item_problems(item, where) if isinstance(item, dict) else [f"{where}: no table."]
    if problems:
        raise PackError(f"{file} is not a pack that can be shown.", problems)
    return Pack(
        found["title"],
        _day(found.get("date", "")),
        tuple(Item(**{name: item.get(name, "") for name in FIELDS}) for item in items),
    )


def write_pack(pack: Pack) -> str:
    """Return the pack as the TOML text that `read_pack` reads."""
    head = [f"title = {_quoted(pack.title)}", f"date = {_quoted(pack.date)}"]
    return "\n".join([*head, *(_written(item) for item in pack.items)]) + "\n"


def _written(item: Item) -> str:
    given = [(name, getattr(item, name)) for name in FIELDS]
    return "\n".join(["\n[[view]]", *(f"{name} = {_quoted(text)}" for name, text in given if text)])


def _quoted(text: str) -> str:
    """Return text as a string of TOML, on lines of its own where it has several."""
    rows = [json.dumps(row, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f") for row in text.split("\n")]
    return f'"{rows[0]}"' if len(rows) == 1 else '"""\n' + "\n".join(rows) + '"""'


def _head_problems(found: dict[str, Any], file: str) -> list[str]:
    problems = []
    title = found.get("title")
    if not isinstance(title, str) or not title.strip():
        problems.append(f'{file}: the pack has no title. Add a line such as title = "Cabinet, 12 June".')
    if not isinstance(found.get("date", ""), str | date):
        problems.append(f'{file}: date is {found["date"]!r}. Write it as text: date = "12 June 2026".')
    if not isinstance(found.get("view"), list) or not found["view"]:
        problems.append(
            f'{file}: the pack has no views. Add one: [[view]] and, below it, name = "page.card" '
            "with the name of a view."
        )
    problems += _unknown(found, {**HEAD, "view": "a view"}, file)
    return problems


def _item_problems(item: dict[str, Any], where: str) -> list[str]:
    problems = _unknown(item, FIELDS, where)
    problems += [
        f"{where}: {name} is {item[name]!r}. Write it as text, in quotes."
        for name in FIELDS
        if not isinstance(item.get(name, ""), str)
    ]
    if not item.get("name", ""):
        problems.append(f'{where}: it has no name. Add a line with its page and card: name = "risk.matrix".')
    title = item.get("title", "")
    if isinstance(title, str) and (len(title) > LONGEST_TITLE or "\n" in title):
        problems.append(f"{where}: its title is one line of at most {LONGEST_TITLE} characters. Shorten it.")
    return problems


def _unknown(found: dict[str, Any], known: dict[str, str], where: str) -> list[str]:
    """Return a problem for each field that means nothing here."""
    return [f"{where}: “{name}” is not a field. {_meant(name, known)}" for name in found if name not in known]


def _meant(name: str, known: dict[str, str]) -> str:
    near = near_names(name, known)
    return f"Did you mean {near[0]}?" if near else f"There are {listed(list(known))}."


def _day(value: str | date) -> str:
    return value if isinstance(value, str) else value.isoformat()
