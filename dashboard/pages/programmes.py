"""/programmes: what others did, what it cost, and what they got."""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import chart_card
from dashboard.components.shell import PROGRAMMES, page_head, radio_group, select_field
from dashboard.domain.words import counted
from dashboard.store import Store
from dashboard.views import programmes as views
from dashboard.views.cache import remembered_sources, remembered_view
from dashboard.views.programmes import ProgrammesSelection, Scope

PATH, TITLE, QUESTION = PROGRAMMES.path, PROGRAMMES.name, PROGRAMMES.question
Selection = ProgrammesSelection
EVERY = "every"


class Ids(StrEnum):
    """Component ids of the overview; nobody else writes one."""

    HEADING = "programmes-heading"
    KIND = "programmes-kind"
    PER = "programmes-per"
    THEME = "programmes-theme"
    BODY = "programmes-body"
    REGION = "programmes-region"


def layout(store: Store, selection: ProgrammesSelection) -> Component:
    """Return the page as the selection asks for it."""
    return _overview(store, views.scope(store, selection))


def _overview(store: Store, found: Scope) -> Component:
    selection, known = found.selection, remembered_sources(store)
    cards = [remembered_view(store, f"programmes.{name}", selection) for name in views.OVERVIEW]
    source = known[found.all_bids[0].source_id] if found.all_bids else None
    return html.Div(
        [
            page_head(QUESTION, views.finding(found), views.standfirst(found), source, Ids.HEADING),
            html.Div(
                [_controls(found), html.Div([chart_card(view, selection, known) for view in cards])],
                className="pb-layout",
            ),
        ]
    )


def _controls(found: Scope) -> html.Details:
    selection = found.selection
    kinds = {
        name: f"{views.kind_words(own[0].kind)} ({counted(len(own), 'claim', 'claims')})"
        for name, own in found.kinds.items()
    }
    return html.Details(
        [
            html.Summary("Change the view"),
            html.Div(
                [
                    select_field("How the benefit is counted", Ids.KIND, kinds, found.kind),
                    radio_group("Divide it", Ids.PER, views.PAID, selection.per),
                    *_filters(found),
                    html.P(
                        "Every setting is in this page’s address, so a copied link shows the same thing.",
                        className="pb-hint mb-0",
                    ),
                ],
                className="pb-panel-body",
            ),
        ],
        className="pb-panel",
        open=True,
    )


def _filters(found: Scope) -> list[Component]:
    selection, bids = found.selection, found.all_bids
    themes = {bid.theme: bid.theme_label for bid in sorted(bids, key=lambda bid: bid.theme_label)}
    bodies = {
        name: views.body_words(name) for name in sorted({kind for bid in bids for kind in bid.body_types})
    }
    regions = {name: name for name in sorted({region for bid in bids for region in bid.regions})}
    return [
        select_field(
            "Theme (our grouping)", Ids.THEME, {EVERY: "All themes", **themes}, selection.theme or EVERY
        ),
        select_field("Kind of body", Ids.BODY, {EVERY: "All kinds", **bodies}, selection.body or EVERY),
        select_field("Region", Ids.REGION, {EVERY: "All regions", **regions}, selection.region or EVERY),
    ]
