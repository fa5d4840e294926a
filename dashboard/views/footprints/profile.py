"""One page of a footprint or a district: people, hospitals, services, health, what changes, money."""

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.store import Store
from dashboard.views.footprints.choices import (
    COMMUNITY,
    SIZES,
    FootprintsSelection,
    Scope,
    person_fact,
    scope,
)
from dashboard.views.footprints.entries import entries_of
from dashboard.views.footprints.money import steady
from dashboard.views.footprints.money import told as money_told
from dashboard.views.footprints.parts import (
    OURS,
    heads,
)
from dashboard.views.footprints.served import kind_sentence


def profile(store: Store, selection: FootprintsSelection) -> View:
    """Return everything that is known of a footprint or a district, each with its line."""
    found = scope(store, selection)
    if not found.name:
        return _none()
    entries = entries_of(found)
    rows = [(entry.term, cell) for entry in entries for cell in entry.lines]
    return View(
        name="footprints.profile",
        title=f"{found.name} on one page",
        subtitle=_subtitle(found),
        table=Table(
            f"{found.name}, everything on this card",
            heads("About", "What is known", "Line"),
            tuple(
                (Cell(term, heading=True), Cell(cell.text), Cell(cell.note, href=cell.href))
                for term, cell in rows
            ),
        ),
        facts=(),
        records=tuple(
            {"label": term, "series": found.selection.area, "words": cell.text, "where": cell.note}
            for term, cell in rows
        ),
        method="People are as printed; those of a footprint are its districts added up, each counted once "
        "(derived). Communities are those people over the stated sizes (derived). Services, dates and money "
        "are the same for every corporation: the report prints none of them for one footprint. Services and "
        "funding are the county council’s; a unitary authority or a district elsewhere has its own.",
        record=entries,
        cited=_cited(found),
    )


def _none() -> View:
    words = "No footprint or district is chosen"
    return View(
        name="footprints.profile",
        title=words,
        subtitle="Choose one in the lists at the top of the page.",
        table=Table(words, heads("About", "What is known", "Line"), ()),
        facts=(),
        records=(),
        method="Nothing is worked out where nothing was chosen.",
        instead="Choose a footprint or a district to have everything that is known of it on one page.",
    )


def _subtitle(found: Scope) -> str:
    if found.footprint:
        return f"A footprint of {listed([item.name for item in found.shown])}. {OURS}"
    return f"{kind_sentence(found.district)} {OURS}" if found.district else OURS


def _cited(found: Scope) -> tuple[Fact, ...]:
    if found.beside:
        return tuple(person_fact(item) for item in found.shown)
    sizes = [found.stated[name] for name in (*SIZES, *COMMUNITY)]
    money = [fact for _, fact in (steady if found.elsewhere else money_told)(found.store)]
    return (*(person_fact(item) for item in found.shown), *sizes, *money)
