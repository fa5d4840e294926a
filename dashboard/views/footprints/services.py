"""Which services would move to the wellbeing corporations."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, counted, subject_words
from dashboard.queries import footprints as queries
from dashboard.queries.footprints import Service
from dashboard.queries.sources import spellings
from dashboard.store import Store
from dashboard.views.footprints.choices import CORPORATIONS, FootprintsSelection
from dashboard.views.footprints.parts import cited, heads


def by_area(store: Store) -> dict[str, list[Service]]:
    """Return the services that would move by the name of their area of service."""
    said = spellings(store)
    found: dict[str, list[Service]] = {}
    for item in queries.services(store, CORPORATIONS):
        found.setdefault(area_words(item.service_area, said), []).append(item)
    return found


def area_words(area: str, said: Spellings) -> str:
    """Return the name of an area of service."""
    return subject_words(area, said)


def services(store: Store, selection: FootprintsSelection) -> View:  # noqa: ARG001 - every card is asked so
    """Return every service that would move, by area of service."""
    found = by_area(store)
    every = [item for items in found.values() for item in items]
    largest = max(found, key=lambda name: len(found[name]), default="")
    rows = tuple(
        (Cell(item.label, heading=True), Cell(area), Cell(item.reference, number=True), _place(item))
        for area, items in found.items()
        for item in items
    )
    most = f", most of all in {largest.lower()} ({len(found[largest])})" if largest else ""
    return View(
        name="footprints.services",
        title=f"{counted(len(every), 'service', 'services')} would move to the corporations{most}",
        subtitle="Services of the county council that the report maps to the wellbeing corporations. The "
        "list "
        "is the same for every footprint.",
        table=Table(
            "Services that would move to the wellbeing corporations",
            heads("Service", "Area of service", "Number in the budget review", "Line"),
            rows,
        ),
        facts=(),
        cited=cited(every),
        records=tuple(
            {
                "label": item.label,
                "series": area,
                "reference": item.reference,
                "source_id": item.source_id,
                "source_line": item.source_line,
                "locator": item.locator,
            }
            for area, items in found.items()
            for item in items
        ),
        method="Services as listed, in the order of the report. A number may be a pair, and one stands "
        "twice; "
        "the page of sources lists what is odd. Services that the health bodies would bring are not listed.",
        folded=True,
    )


def _place(item: Service) -> Cell:
    return Cell(str(item.source_line), href=line_address(item.source_id, item.source_line), note=item.locator)
