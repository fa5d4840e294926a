"""/savings: what savings are on the table, when they land, and what they cost."""

from dataclasses import asdict, replace
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card, fragment_address
from dashboard.components.choices import address_hint, choices_panel, radio_group, select_field
from dashboard.components.grid import grid
from dashboard.components.markup import markup
from dashboard.components.shell import SAVINGS, page_head, state
from dashboard.components.tiles import TWO_THREE, tile_list, tiles_section
from dashboard.domain.address import to_query
from dashboard.domain.view import View
from dashboard.queries.savings import Option
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views import savings as views
from dashboard.views.cache import remembered, remembered_names, remembered_sources, remembered_view
from dashboard.views.savings import SavingsSelection, Scope

PATH, TITLE, QUESTION = SAVINGS.path, SAVINGS.name, SAVINGS.question
Selection = SavingsSelection
FULL_WIDTH = ("options", "differs", "contradictions", "conflicts")
GRID = "savings-grid"
COMPARED = tuple(f"savings-compare-{place}" for place in range(1, views.MOST_COMPARED + 1))
COMPARED_BASIS = "savings-compare-basis"
COMPARED_PANEL = "savings-compare-panel"
COMPARED_HEADING = "savings-compare-heading"
NOBODY = "none"
# The query string of what no control of the page changes: its programme and theme.
KEPT = "data-pb-scope"


class Ids(StrEnum):
    """Component ids of the overview; nobody else writes one."""

    BASIS = "savings-basis"
    BY = "savings-by"
    START = "savings-start"
    SCOPE = "savings-scope"


def layout(store: Store, selection: SavingsSelection) -> Component:
    """Return the page as the selection asks for it: one option, several side by side, or all of them."""
    found = views.scope(store, selection)
    if selection.option:
        return _record(store, found)
    if selection.compare:
        return _comparison(store, found)
    return _overview(store, found)


def _overview(store: Store, found: Scope) -> Component:
    selection = found.selection
    known = remembered_sources(store)
    cards = {name: remembered_view(store, f"savings.{name}", selection) for name in views.OVERVIEW}
    beside = [chart_card(view, selection, known) for name, view in cards.items() if name not in FULL_WIDTH]
    below = [_grid_card(cards["options"], selection, known)]
    below += [chart_card(cards[name], selection, known) for name in FULL_WIDTH if name != "options"]
    return html.Div(
        [
            page_head(
                QUESTION,
                views.finding(store, selection),
                views.standfirst(store, selection),
                _source(found, known),
            ),
            html.Div(
                [_controls(store, found), html.Div([_headlines(store, selection), *beside])],
                className="pb-layout",
            ),
            html.Div(below, className="pb-full"),
        ]
    )


def _source(found: Scope, known: dict[str, Source]) -> Source | None:
    return known[found.every[0].source_id] if found.every else None


def _controls(store: Store, found: Scope) -> html.Details:
    selection = found.selection
    scope = html.Nav(
        id=Ids.SCOPE,
        **attributes(aria_label="Programme and theme", data_pb_html=scope_links(store, selection)),
        **attributes(data_pb_scope=to_query(_opened(selection))),
    )
    return choices_panel(
        radio_group("Count the money as", Ids.BASIS, views.BASES, selection.basis),
        radio_group("Where it comes from", Ids.BY, views.GROUPS, selection.by),
        radio_group("Start of an option", Ids.START, views.STARTS, selection.start),
        scope,
        address_hint(),
    )


def _opened(selection: SavingsSelection) -> SavingsSelection:
    return SavingsSelection(theme=selection.theme, programme=selection.programme)


def scope_links(store: Store, selection: SavingsSelection) -> str:
    """Return the programmes and themes to choose from as links that keep the other choices, as HTML."""
    found = views.scope(store, selection)
    programmes = sorted(remembered_names(store)["programme"], reverse=True)
    parts: list[Component | str] = [
        html.P("Programme", className="pb-scope-head"),
        html.Ul(
            [
                _choice(
                    name,
                    replace(selection, programme="" if name == programmes[0] else name, theme=""),
                    name == found.programme,
                )
                for name in programmes
            ],
            className="pb-links",
        ),
        html.P("Theme (our grouping)", className="pb-scope-head"),
        html.Ul(
            [
                _choice(label, replace(selection, theme=theme), theme == selection.theme)
                for theme, label in {"": "All themes", **found.themes}.items()
            ],
            className="pb-links",
        ),
    ]
    return markup(parts)


def _choice(words: str, selection: SavingsSelection, current: bool) -> html.Li:
    here = attributes(aria_current="true") if current else {}
    return html.Li(html.A(words, href=f"{PATH}{to_query(selection)}", **here))


def _headlines(store: Store, selection: SavingsSelection) -> html.Section:
    key = to_query(_opened(selection))
    tiles = remembered(store, f"savings tiles {key}", lambda: tile_list(views.headlines(store, selection)))
    return tiles_section(tiles, TWO_THREE)


def _grid_card(view: View, selection: SavingsSelection, known: dict[str, Source]) -> html.Section:
    """Return the card of all options with the grid above its table twin."""
    label = f"Options of the programme: {view.title}"
    columns = [asdict(column) for column in views.COLUMNS]
    place = grid(GRID, fragment_address(view, selection, "json"), label, columns)
    return chart_card(view, selection, known, own={"grid": markup([place])})


def _record(store: Store, found: Scope) -> Component:
    selection, known = found.selection, remembered_sources(store)
    option = next((item for item in found.every if item.option_id == selection.option), None)
    if option is None:
        return _absent(found)
    cards = [remembered_view(store, f"savings.{name}", selection) for name in views.RECORD]
    return html.Div(
        [
            page_head(
                f"{option.reference}, {option.service}",
                views.headline(option, found),
                f"One option of the programme of {found.programme}. Theme, of our grouping: "
                f"{option.theme_label}.",
                _source(found, known),
                record=option.reference,
            ),
            _neighbours(found, option),
            *(chart_card(view, selection, known) for view in cards),
        ]
    )


def _absent(found: Scope) -> Component:
    words = f"The programme of {found.programme} has no option {found.selection.option}"
    return html.Div(
        [
            page_head(QUESTION, words, "It may belong to another programme.", None),
            state("No such option here", "Go back to all options, or choose another programme there."),
            html.P(html.A("All options", href=found.address())),
        ]
    )


def _neighbours(found: Scope, option: Option) -> html.Nav:
    order = list(found.every)
    place = order.index(option)
    links: list[tuple[str, str]] = [("All options", found.address())]
    links += (
        [(f"Before: {order[place - 1].reference}", found.address(option=order[place - 1].option_id))]
        if place
        else []
    )
    links += (
        [(f"Next: {order[place + 1].reference}", found.address(option=order[place + 1].option_id))]
        if place + 1 < len(order)
        else []
    )
    links.append(("Compare with others", found.address(compare=(option.option_id,))))
    items = [html.Li(html.A(words, href=href)) for words, href in links]
    return html.Nav(html.Ul(items, className="pb-steps"), **attributes(aria_label="Options"))


def _comparison(store: Store, found: Scope) -> Component:
    selection, known = found.selection, remembered_sources(store)
    cards = [remembered_view(store, f"savings.{name}", selection) for name in views.COMPARISON]
    links = [html.Li(html.A("All options", href=found.address()))]
    return html.Div(
        [
            page_head(
                QUESTION,
                views.compared(found),
                f"Up to {views.MOST_COMPARED} options of the programme of {found.programme}, on the same "
                "years and the same basis.",
                _source(found, known),
                COMPARED_HEADING,
            ),
            html.Nav(html.Ul(links, className="pb-steps"), **attributes(aria_label="Options")),
            html.Div(
                [
                    _comparison_controls(found),
                    html.Div([chart_card(view, selection, known) for view in cards]),
                ],
                className="pb-layout",
            ),
        ]
    )


def _comparison_controls(found: Scope) -> html.Details:
    chosen = [*found.selection.compare, *[NOBODY] * views.MOST_COMPARED][: views.MOST_COMPARED]
    names = {NOBODY: "None", **{item.option_id: item.name for item in found.every}}
    selects = [
        select_field(f"Option {place}", control, names, value)
        for place, (control, value) in enumerate(zip(COMPARED, chosen, strict=True), 1)
    ]
    return choices_panel(
        html.Fieldset([html.Legend("Compare"), *selects]),
        radio_group("Count the money as", COMPARED_BASIS, views.BASES, found.selection.basis),
        summary="Change the options",
        id=COMPARED_PANEL,
        **attributes(data_pb_scope=to_query(_opened(found.selection))),
    )
