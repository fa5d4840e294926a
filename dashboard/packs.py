"""A pack worked out: its views with the choices of their addresses, ready for any file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from urllib.parse import parse_qsl

from dashboard.components.body import body_html
from dashboard.components.shell import PAGES, SCENARIO
from dashboard.domain.address import WHOLE_PLACE, Names, Selection, to_query
from dashboard.domain.exhibit import Bundle, Exhibit, documents_of
from dashboard.domain.pack import Item, Pack, unknown_view
from dashboard.domain.pack_address import ASIDE, parameters
from dashboard.domain.words import name_words
from dashboard.errors import PackError
from dashboard.queries.areas import own_areas
from dashboard.queries.names import names
from dashboard.queries.sources import Source, place, release, sources
from dashboard.store import Store
from dashboard.views import PAGES as VIEWS
from dashboard.views import VIEW_NAMES, UnknownViewError, view_selection

PATHS = {page.stem: page.path for page in (*PAGES, SCENARIO)}

# What a page says it does; a pack does nothing instead.
INSTEAD = re.compile(r" Showing [^“”]*? instead\.")

Report = Callable[[int], None]


def bundle(store: Store, pack: Pack, file: str, home: str, report: Report) -> Bundle:
    """Return the pack with every view worked out; `report` is told how many are done.

    `file` names the pack in problems, `home` is the address of the product, empty where nobody said.

    Raises:
        PackError: a choice of a view cannot be; every one is named.
    """
    chosen = selections(pack, file, names(store))
    known = {source.source_id: source for source in sources(store)}
    areas = {area.area: area.name for area in own_areas(store)}
    exhibits = []
    for number, (item, selection) in enumerate(zip(pack.items, chosen, strict=True), 1):
        exhibits.append(_exhibit(store, number, item, selection, known, areas))
        report(number)
    whose, served = place(store), release(store)
    return Bundle(
        pack.title,
        pack.date,
        whose.name,
        whose.council,
        served.release_id,
        f"{served.built_at.day} {served.built_at:%B %Y}",
        home.rstrip("/"),
        tuple(exhibits),
    )


def selections(pack: Pack, file: str, held: Names) -> list[Selection]:
    """Return the choices of each view of a pack.

    Raises:
        PackError: a view or a choice cannot be; every one is named. A link can hold anything.
    """
    found, problems = [], []
    for number, item in enumerate(pack.items, 1):
        if item.name not in VIEW_NAMES:
            problems.append(f"{file}, view {number}: {unknown_view(item.name, VIEW_NAMES)}")
            continue
        try:
            found.append(view_selection(item.name, parameters(item), held))
        except UnknownViewError as error:
            problems.append(
                f"{file}, view {number} ({item.name}): {INSTEAD.sub('', str(error))} "
                "Take the query from the address of the page."
            )
    if problems:
        raise PackError(f"{file} asks for what cannot be shown.", problems)
    return found


def view_address(name: str, selection: Selection) -> str:
    """Return where a view stands on its page with its choices.

    A bare path would be shown with the area that a reader's device remembers.
    """
    page, _, card = name.partition(".")
    return f"{PATHS[page]}{to_query(selection) or f'?area={WHOLE_PLACE}'}#{page}-{card}-card"


def choices_in_words(selection: Selection, areas: Mapping[str, str]) -> str:
    """Return what was chosen in words; nothing where all is as the page opens."""
    kinds = {item.name: item.metadata for item in fields(selection)}
    said = [
        f"{name_words(name)}: {_value_words(kinds[name], value, areas)}"
        for name, value in parse_qsl(to_query(selection).removeprefix("?"))
        if name not in ASIDE
    ]
    return f"Chosen: {'; '.join(said)}." if said else ""


def _value_words(rule: Mapping[str, object], value: str, areas: Mapping[str, str]) -> str:
    if rule.get("known") in ("area", "footprint_area", "benchmark"):
        return "the whole place" if value == WHOLE_PLACE else areas.get(value, value)
    parts = value.split(".") if "several" in rule or "several_known" in rule else [value]
    return ", ".join(part.replace("_", " ").replace("~", " ") for part in parts)


def _exhibit(
    store: Store,
    number: int,
    item: Item,
    selection: Selection,
    known: Mapping[str, Source],
    areas: Mapping[str, str],
) -> Exhibit:
    page, _, card = item.name.partition(".")
    view = VIEWS[page][1][card](store, selection)
    return Exhibit(
        number,
        view,
        item.title or view.title,
        item.notes,
        choices_in_words(selection, areas),
        view_address(item.name, selection),
        documents_of(view, known),
        body_html(view) if view.drawn and view.chart is None else "",
    )
