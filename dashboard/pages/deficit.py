"""/deficit: where the money runs out, and what would change that."""

from enum import StrEnum

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.card import chart_card
from dashboard.components.choices import address_hint, choices_panel, radio_group
from dashboard.components.shell import DEFICIT, SCENARIO, page_head
from dashboard.components.tiles import TWO_THREE, tile_list, tiles_section
from dashboard.domain.address import to_query
from dashboard.domain.scenario_address import LEVERS
from dashboard.store import Store
from dashboard.views import deficit as views
from dashboard.views.cache import remembered, remembered_sources, remembered_view
from dashboard.views.deficit import DeficitSelection

PATH, TITLE, QUESTION = DEFICIT.path, DEFICIT.name, DEFICIT.question
FULL_WIDTH = ("conflicts",)
Selection = DeficitSelection


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    MEASURE = "deficit-measure"
    UPLIFT = "deficit-uplift-split"
    MONEY = "deficit-money"
    PLANNED = "deficit-planned"
    COMPONENT = "deficit-component"
    LEVERS = "deficit-levers"


def layout(store: Store, selection: DeficitSelection) -> Component:
    """Return the page as the selection asks for it."""
    known = remembered_sources(store)
    cards = {name: remembered_view(store, f"deficit.{name}", selection) for name in views.CARDS}
    first = known[cards["trajectory"].facts[0].source_id]
    beside = [chart_card(view, selection, known) for name, view in cards.items() if name not in FULL_WIDTH]
    below = [chart_card(cards[name], selection, known) for name in FULL_WIDTH]
    return html.Div(
        [
            page_head(
                QUESTION,
                remembered(store, "deficit finding", lambda: views.finding(store)),
                "Two published paths for the council’s own budget, what drives them, "
                "and what the whole system would pay and gain.",
                first,
            ),
            html.Div(
                [controls(selection), html.Div([_headlines(store), *_levers(selection), *beside])],
                className="pb-layout",
            ),
            html.Div(below, className="pb-full"),
        ]
    )


def controls(selection: DeficitSelection) -> html.Details:
    """Return the panel of choices, set as the selection says."""
    return choices_panel(
        radio_group("Show", Ids.MEASURE, views.MEASURES, selection.measure),
        radio_group("Cost pressures", Ids.UPLIFT, views.SPLITS, selection.uplift),
        radio_group("Where the money goes", Ids.MONEY, views.MONEY, selection.money),
        radio_group("Whole-system benefits", Ids.PLANNED, views.PLANNED, selection.planned),
        radio_group("Payback of", Ids.COMPONENT, views.COMPONENTS, selection.component),
        address_hint(),
    )


def _levers(selection: DeficitSelection) -> list[Component]:
    """Return the way to the levers, set as the address has them, and these as the callbacks read them."""
    moved = to_query(DeficitSelection(levers=selection.levers))
    words = "Your scenario is drawn dashed. Move its levers" if moved else "What if? Move the levers"
    return [
        html.P(html.A(words, href=f"{SCENARIO.path}{moved}"), className="pb-lead"),
        dbc.Input(id=Ids.LEVERS, type="hidden", value=LEVERS.write(selection.levers)),
    ]


def _headlines(store: Store) -> html.Section:
    tiles = remembered(store, "deficit tiles", lambda: tile_list(views.headlines(store)))
    return tiles_section(tiles, TWO_THREE)
