"""My area: a list in the header to choose a district or footprint once, for every page.

The list is the same on every page and for every reader; `assets/area.js` shows in it what the address says.
"""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.markup import markup
from dashboard.domain.page import Page
from dashboard.queries.areas import OwnArea
from dashboard.queries.sources import Place

LIST, NOTE, SAYS, KEEP = "pb-area-list", "pb-area-note", "pb-area-says", "pb-area-keep"


def own_area(
    place: Place | None, areas: Sequence[OwnArea], pages: Iterable[Page], current: str | None
) -> list[Component]:
    """Return the list with what `current` says of an area it does not show; nothing without a store."""
    if place is None or not areas:
        return []
    parts = [
        html.Label("My area", htmlFor=LIST),
        html.Select(_options(place, areas), id=LIST, className="form-select"),
        html.Button("", id=KEEP, type="button", className="pb-link", hidden="hidden"),
        *_says(place, list(pages), current),
    ]
    return [html.Div(id="pb-area", className="pb-area", **attributes(data_pb_html=markup(parts)))]


def area_note() -> html.P:
    """Return the place in the head of a page for what it says of an area it does not show."""
    return html.P(id=NOTE, className="pb-area-note")


def area_name(area: OwnArea) -> str:
    """Return the name of an area in the list; a footprint can have the name of a district."""
    return f"{area.name} (footprint)" if area.footprint else area.name


def _options(place: Place, areas: Sequence[OwnArea]) -> list[Component]:
    groups = {
        "Our footprints": [area for area in areas if area.footprint],
        "Districts and unitary areas": [area for area in areas if not area.footprint],
    }
    return [
        html.Option(f"All {place.name}", value=""),
        *(
            html.Optgroup([html.Option(area_name(area), value=area.area) for area in own], label=label)
            for label, own in groups.items()
            if own
        ),
    ]


def _says(place: Place, pages: list[Page], current: str | None) -> list[Component]:
    """Return the sentence of a page that does not show areas, with a gap for the name of one."""
    page = next((page for page in pages if page.path.strip("/") == current), None)
    if page is None or page.by_area:
        return []
    name = html.B("", **attributes(data_pb_name=""))
    said: list[Component | str] = (
        [f"These figures are of {place.council} or of {place.name} as a whole, not of ", name, "."]
        if page.council_wide
        else ["This page is the same for every area, ", name, " too."]
    )
    links = [link for page in pages if page.by_area for link in (", ", html.A(page.name, href=page.path))]
    return [html.Template([*said, " By area: ", *links[1:], "."], id=SAYS)]
