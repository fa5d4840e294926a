"""/delivery: which service goes where, who governs, by when."""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.choices import address_hint, choices_panel, radio_group, search_field, select_field
from dashboard.components.markup import markup
from dashboard.components.shell import DELIVERY, page_head
from dashboard.components.tiles import TWO_THREE, tile_list, tiles_section
from dashboard.queries import delivery as queries
from dashboard.store import Store
from dashboard.views import delivery as views
from dashboard.views.cache import remembered, remembered_sources, remembered_view
from dashboard.views.delivery import DeliverySelection

PATH, TITLE, QUESTION = DELIVERY.path, DELIVERY.name, DELIVERY.question
FULL_WIDTH = ("conflicts",)
EVERY = "all"
Selection = DeliverySelection
CONTENTS = {
    "flow": "Services by area and home",
    "services": "Find a service",
    "money": "Money",
    "bodies": "Bodies",
    "decisions": "Decisions",
    "timeline": "Timeline",
    "partners": "Partners",
    "activity": "Support work",
    "principles": "What it rests on",
    "conflicts": "Conflicts",
}


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    QUERY = "delivery-query"
    HOME = "delivery-home"
    AREA = "delivery-area"
    ROWS = "delivery-rows"
    ABOUT = "delivery-about"
    PROGRAMME = "delivery-programme"
    PARTNERS = "delivery-partner-side"
    MEASURE = "delivery-measure"


def layout(store: Store, selection: DeliverySelection) -> Component:
    """Return the page as the selection asks for it."""
    known = remembered_sources(store)
    cards = {name: remembered_view(store, f"delivery.{name}", selection) for name in views.CARDS}
    first = known[cards["flow"].facts[0].source_id]
    drawn = {name: chart_card(view, selection, known) for name, view in cards.items()}
    beside = [card for name, card in drawn.items() if name not in (*FULL_WIDTH, "flow", "services")]
    return html.Div(
        [
            page_head(
                QUESTION,
                remembered(store, "delivery finding", lambda: views.finding(store)),
                "Services and their future homes, the bodies that would govern them, the decisions and "
                "dates, and what all of it rests on.",
                first,
            ),
            _contents(),
            html.Div(
                [
                    _controls(store, selection),
                    html.Div(
                        [
                            _headlines(store),
                            drawn["flow"],
                            _search(store, selection),
                            drawn["services"],
                            *beside,
                        ]
                    ),
                ],
                className="pb-layout",
            ),
            html.Div([drawn[name] for name in FULL_WIDTH], className="pb-full"),
        ]
    )


def _controls(store: Store, selection: DeliverySelection) -> html.Details:
    return choices_panel(
        radio_group("Bodies", Ids.ABOUT, views.ABOUT, selection.about),
        _programme_group(store, selection),
        radio_group("Partners", Ids.PARTNERS, views.PARTNERS, selection.partners),
        radio_group("Support work", Ids.MEASURE, views.MEASURES, selection.measure),
        address_hint(),
    )


def _search(store: Store, selection: DeliverySelection) -> html.Div:
    homes = {home.home: home.label for home in remembered(store, "homes", lambda: queries.homes(store))}
    areas = remembered(store, "service areas", lambda: queries.areas(store))
    return html.Div(
        [
            search_field("Words or a number", Ids.QUERY, selection.q, "waste, or 73", 60),
            select_field("Future home", Ids.HOME, {EVERY: "All homes", **homes}, selection.home or EVERY),
            select_field("Area", Ids.AREA, {EVERY: "All areas", **areas}, selection.service_area or EVERY),
            select_field("Show", Ids.ROWS, views.ROWS, selection.rows),
        ],
        className="pb-find four",
        role="search",
        **attributes(aria_label="Services"),
    )


def _programme_group(store: Store, selection: DeliverySelection) -> html.Fieldset:
    plans = remembered(store, "timeline plans", lambda: views.plan_choices(store))
    return html.Fieldset(
        [
            html.Legend("Timeline"),
            select_field(
                "Programme or document",
                Ids.PROGRAMME,
                {choice or EVERY: words for choice, words in plans.items()},
                selection.programme or EVERY,
            ),
        ]
    )


def _contents() -> html.Nav:
    links = markup(
        [html.Li(html.A(words, href=f"#delivery-{card}-card")) for card, words in CONTENTS.items()]
    )
    return html.Nav(
        html.Ul(**attributes(data_pb_html=links)), className="pb-toc", **attributes(aria_label="On this page")
    )


def _headlines(store: Store) -> html.Section:
    tiles = remembered(store, "delivery tiles", lambda: tile_list(views.headlines(store)))
    return tiles_section(tiles, TWO_THREE)
