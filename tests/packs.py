"""Made-up packs: a document, views with one thing each, and a bundle of them."""

from dataclasses import dataclass
from typing import Any

from dashboard.domain.exhibit import Bundle, Exhibit, documents_of
from dashboard.domain.view import Cell, Table, View, fact_records
from dashboard.exports.palette import read_palette
from dashboard.settings import ROOT
from tests.shapes import fact

ASSETS = ROOT / "assets"
PALETTE = read_palette(ASSETS / "placeboard.css")
FACTS = (fact("a", value=-48.0, source_line=11), fact("b", value=2.5, source_line=12, status="derived"))


@dataclass(frozen=True, slots=True)
class MadeUpDocument:
    """A document that nobody wrote."""

    source_id: str = "made-up"
    title: str = "Made-up forecast"
    published_text: str = "31 January 2020"
    vintage: str = "Draft, January 2020"
    caution: str = "Every figure is made up."


def table_of(*texts: str, columns: int = 1) -> Table:
    """Return a table with a row for each text, repeated over the columns."""
    head = tuple(Cell(f"Column {place}", heading=True) for place in range(columns))
    return Table("Figures", head, tuple((Cell(text),) * columns for text in texts))


def view_of(**changes: Any) -> View:
    """Return a view of two figures, shown as a table, with `changes`."""
    usual: dict[str, Any] = {
        "name": "deficit.made_up",
        "title": "The gap is £48m",
        "subtitle": "In-year deficit, Nowhere, 2019/20, £m",
        "table": Table("Figures", (Cell("Path"), Cell("Amount", number=True)), ((Cell("A"), Cell("−£48m")),)),
        "facts": FACTS,
        "records": fact_records(FACTS, {"a": "Do nothing", "b": "New model"}),
        "method": "As printed.",
    }
    return View(**{**usual, **changes})


def exhibit_of(view: View, number: int = 1, **changes: Any) -> Exhibit:
    """Return an exhibit of a view, with `changes`."""
    usual: dict[str, Any] = {
        "title": view.title,
        "notes": "",
        "choices": "",
        "address": "/deficit?area=all#deficit-made_up-card",
        "documents": documents_of(view, {"made-up": MadeUpDocument()}),
    }
    return Exhibit(number, view, **{**usual, **changes})


def bundle_of(*exhibits: Exhibit, **changes: Any) -> Bundle:
    """Return a pack of exhibits, with `changes`."""
    usual: dict[str, Any] = {
        "title": "Cabinet",
        "date": "2026-06-12",
        "place": "Nowhere",
        "council": "Nowhere Council",
        "release_id": "release-1",
        "built": "1 June 2026",
        "home": "",
        "exhibits": exhibits,
    }
    return Bundle(**{**usual, **changes})
