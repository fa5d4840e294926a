"""/footprints: what a wellbeing corporation would be, and the profile of a footprint or a district."""

from dataclasses import replace
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.map_choices import map_choices
from dashboard.components.markup import markup
from dashboard.components.shell import FOOTPRINTS, page_head
from dashboard.components.tiles import tile_list, tiles_section
from dashboard.domain.address import WHOLE_PLACE, to_query
from dashboard.store import Store
from dashboard.views import footprints as views
from dashboard.views.cache import remembered_sources, remembered_view
from dashboard.views.footprints import FootprintsSelection, Scope

PATH, TITLE, QUESTION = FOOTPRINTS.path, FOOTPRINTS.name, FOOTPRINTS.question
Selection = FootprintsSelection
EVERY = "All footprints"


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    FOOTPRINTS = "footprints-every"
    DISTRICTS = "footprints-districts"
    COLOUR = "footprints-colour"
    DRAWING = "footprints-drawing"
    KEPT = "footprints-kept"


def layout(store: Store, selection: FootprintsSelection) -> Component:
    """Return the page: every footprint side by side, or the profile of one footprint or district."""
    selection = replace(selection, area="" if selection.area == WHOLE_PLACE else selection.area)
    found = views.scope(store, selection)
    known = remembered_sources(store)
    document = known[next(iter(found.districts.values())).source_id]
    head = page_head(QUESTION, views.finding(store, selection), views.standfirst(store), document)
    names = _names(found)
    cards = {
        name: chart_card(remembered_view(store, f"footprints.{name}", selection), selection, known)
        for name in names
    }
    paper = "pb-onepage" if selection.area else None
    parts: list[Component] = [head, *_ways(found), _headlines(store, selection)]
    for name, card in cards.items():
        parts += [*(_map_choices(store, selection) if name == "map" else []), card]
    return html.Div(parts, className=paper)


def _names(found: Scope) -> list[str]:
    """Return the cards: of every footprint, or of one area, with the services only where they are its own."""
    if not found.selection.area:
        return list(views.OVERVIEW)
    return [name for name in views.PROFILE if name != "services" or not found.elsewhere]


def _map_choices(store: Store, selection: FootprintsSelection) -> list[Component]:
    """Return what the reader of the map can choose, and the choices that it keeps."""
    drawings = views.drawings(store)
    drawing = views.usual_drawing(store) if selection.map == "usual" else selection.map
    shown = drawing if drawing in drawings else next(iter(drawings))
    chosen = map_choices((Ids.COLOUR, Ids.DRAWING), views.colours(store), selection.colour, drawings, shown)
    return [chosen, html.Div(id=Ids.KEPT, hidden=True, **attributes(data_pb_kept=to_query(selection)))]


def _ways(found: Scope) -> list[Component]:
    """Return the links to every footprint, and to the districts of the one asked for.

    Of all districts the map is the list, so that a reader with a keyboard need not pass them twice.
    """
    footprint = found.district.footprint if found.district else found.selection.area
    every = {WHOLE_PLACE: EVERY, **{name: item.label for name, item in found.footprints.items()}}
    districts = found.members(footprint or "") or found.districts.values()
    ways: list[Component] = [_links(Ids.FOOTPRINTS, "Footprints", every, found.selection)]
    if not found.selection.area:
        return ways
    names = {item.area_code: item.name for item in districts}
    return [*ways, _links(Ids.DISTRICTS, "Districts", names, found.selection)]


def _links(name: Ids, label: str, options: dict[str, str], selection: FootprintsSelection) -> html.Nav:
    items = [
        html.Li(
            html.A(
                words,
                href=f"{PATH}{to_query(replace(selection, area=area, table=()))}",
                **attributes(**({"aria_current": "true"} if area == (selection.area or WHOLE_PLACE) else {})),
            )
        )
        for area, words in options.items()
    ]
    text = markup([html.Ul(items, className="pb-steps")])
    return html.Nav(id=name, **attributes(aria_label=label, data_pb_html=text))


def _headlines(store: Store, selection: FootprintsSelection) -> html.Section:
    return tiles_section(tile_list(views.headlines(store, selection)))
