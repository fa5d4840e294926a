"""/programmes: what others did, what it cost, and what they got."""

from collections.abc import Iterable
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.choices import address_hint, choices_panel, radio_group, select_field
from dashboard.components.shell import PROGRAMMES, page_head
from dashboard.components.tiles import tile_list, tiles_section
from dashboard.domain.words import counted
from dashboard.queries.programmes import Programme
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views import programmes as views
from dashboard.views.cache import remembered_sources, remembered_view
from dashboard.views.programmes import ProgrammesSelection, Scope

PATH, TITLE, QUESTION = PROGRAMMES.path, PROGRAMMES.name, PROGRAMMES.question
Selection = ProgrammesSelection
FULL_WIDTH = ("health", "indicators", "benefits", "conflicts")
EVERY = "every"
UNFILTERED = (
    "Theme, kind of body and region change the heading, the headline figures and the cards above. The cards "
    "below always show every document."
)


class Ids(StrEnum):
    """Component ids of the overview; nobody else writes one."""

    HEADING = "programmes-heading"
    STANDFIRST = "programmes-standfirst"
    TILES = "programmes-tiles"
    KIND = "programmes-kind"
    PER = "programmes-per"
    THEME = "programmes-theme"
    BODY = "programmes-body"
    REGION = "programmes-region"
    DRAWN = "programmes-drawn"
    LAYER = "programmes-layer"
    ASPECT = "programmes-aspect"


def layout(store: Store, selection: ProgrammesSelection) -> Component:
    """Return the page as the selection asks for it: one programme, or all of them."""
    found = views.scope(store, selection)
    item = found.record
    return _record(store, found, item) if item else _overview(store, found)


def _overview(store: Store, found: Scope) -> Component:
    selection, known = found.selection, remembered_sources(store)
    if not found.every:
        words = "No programme of another place is loaded"
        return html.Div([page_head(QUESTION, words, "Programmes appear here once they are loaded.", None)])
    cards = {name: remembered_view(store, f"programmes.{name}", selection) for name in views.OVERVIEW}
    made = {
        name: chart_card(view, selection, known) for name, view in cards.items() if name not in FULL_WIDTH
    }
    beside = [card for name, card in made.items() if name in views.FILTERED]
    whole = [card for name, card in made.items() if name not in views.FILTERED]
    below = [chart_card(cards[name], selection, known) for name in FULL_WIDTH]
    return html.Div(
        [
            page_head(
                QUESTION,
                views.finding(found),
                views.standfirst(found),
                _source(found.all_bids, known),
                Ids.HEADING,
                Ids.STANDFIRST,
            ),
            html.Div(
                [_controls(found), html.Div([_headlines(found), *beside, html.P(UNFILTERED), *whole])],
                className="pb-layout",
            ),
            html.Div(below, className="pb-full"),
        ]
    )


def _source(items: Iterable[Programme], known: dict[str, Source]) -> Source | None:
    return next((known[item.source_id] for item in items), None)


def _headlines(found: Scope) -> html.Section:
    return tiles_section(tiles(found), list_id=Ids.TILES)


def tiles(found: Scope) -> str:
    """Return the headline tiles of what is chosen, as HTML."""
    return tile_list(views.headlines(found))


def _controls(found: Scope) -> html.Details:
    selection = found.selection
    kinds = {
        name: f"{views.kind_words(own[0].kind)} ({counted(len(own), 'claim', 'claims')})"
        for name, own in views.unfiltered(found).kinds.items()
    }
    return choices_panel(
        select_field(
            "How the benefit is counted",
            Ids.KIND,
            {EVERY: "As most of these bids do", **kinds},
            selection.kind or EVERY,
        ),
        radio_group("Divide it", Ids.PER, views.PAID, selection.per),
        *_filters(found),
        select_field("Programme drawn by year", Ids.DRAWN, views.yearly(found), views.drawn(found)),
        radio_group("Portfolio: show", Ids.ASPECT, views.ASPECTS, selection.aspect),
        radio_group("Portfolio: as printed in", Ids.LAYER, views.LAYERS, selection.layer),
        address_hint(),
    )


def _filters(found: Scope) -> list[Component]:
    selection, bids = found.selection, found.all_bids
    themes = {bid.theme: bid.theme_label for bid in sorted(bids, key=lambda bid: bid.theme_label)}
    kinds = sorted({kind for bid in bids for kind in bid.body_types})
    regions = sorted({region for bid in bids for region in bid.regions})
    choices = (
        ("Theme (our grouping)", Ids.THEME, {EVERY: "All themes", **themes}, selection.theme),
        (
            "Kind of body",
            Ids.BODY,
            {EVERY: "All kinds", **{kind: views.body_words(kind) for kind in kinds}},
            selection.body,
        ),
        (
            "Region",
            Ids.REGION,
            {EVERY: "All regions", **{region: region for region in regions}},
            selection.region,
        ),
    )
    return [
        select_field(label, control, options, value or EVERY) for label, control, options, value in choices
    ]


def _record(store: Store, found: Scope, item: Programme) -> Component:
    selection, known = found.selection, remembered_sources(store)
    cards = [remembered_view(store, f"programmes.{name}", selection) for name in views.record_cards(found)]
    return html.Div(
        [
            page_head(
                f"{item.label}",
                views.headline(found, item),
                _place_words(found, item),
                _source([item], known),
                record=item.name,
            ),
            _neighbours(found, item),
            *(chart_card(view, selection, known) for view in cards),
        ]
    )


def _place_words(found: Scope, item: Programme) -> str:
    one, many = ("bid", "bids") if item.level == "bid" else ("programme", "programmes")
    beside = counted(len(_beside(found, item)), one, many)
    return (
        f"One of {beside}. What it brings is a plan as its document prints it; what came of it is not "
        "printed."
    )


def _beside(found: Scope, item: Programme) -> list[Programme]:
    return [other for other in found.every if (other.level, other.parent) == (item.level, item.parent)]


def _neighbours(found: Scope, item: Programme) -> html.Nav:
    order = _beside(found, item)
    place = order.index(item)
    links = [("All programmes", found.address())]
    links += [(f"Before: {order[place - 1].name}", found.address(programme=order[place - 1].programme))][
        :place
    ]
    after = order[place + 1 : place + 2]
    links += [(f"Next: {other.name}", found.address(programme=other.programme)) for other in after]
    items = [html.Li(html.A(words, href=href)) for words, href in links]
    return html.Nav(html.Ul(items, className="pb-steps"), **attributes(aria_label="Programmes"))
