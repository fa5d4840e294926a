"""/outcomes: how healthy the place is against the country, and which way it is going."""

from dataclasses import replace
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.choices import address_hint, choices_panel, radio_group, select_field
from dashboard.components.markup import markup
from dashboard.components.rug import rug_html
from dashboard.components.shell import OUTCOMES, page_head, state
from dashboard.components.tiles import tile_list, tiles_section
from dashboard.domain.address import to_query
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views import outcomes as views
from dashboard.views.cache import remembered, remembered_sources, remembered_view
from dashboard.views.outcomes import OutcomesSelection, Scope

PATH, TITLE, QUESTION = OUTCOMES.path, OUTCOMES.name, OUTCOMES.question
Selection = OutcomesSelection
LOADING = (
    "placeboard fetch fingertips --area CODE --indicators 93085,41101",
    "placeboard import fingertips FILE --metadata FILE --apply",
)


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    FINDING = "outcomes-finding"
    VIEWS = "outcomes-views"
    ORDER = "outcomes-order"
    SHOW = "outcomes-show"
    REPORT_BENCHMARK = "outcomes-report-benchmark"
    AREA = "outcomes-area"
    BENCHMARK = "outcomes-benchmark"
    INDICATOR = "outcomes-indicator"
    DETAIL_AREA = "outcomes-detail-area"
    DETAIL_BENCHMARK = "outcomes-detail-benchmark"
    SEX = "outcomes-sex"
    AGE = "outcomes-age"
    CATEGORY = "outcomes-category"


def layout(store: Store, selection: OutcomesSelection) -> Component:
    """Return the page as the selection asks for it: the report's table, one area, or one indicator."""
    found = views.scope(store, selection)
    known = remembered_sources(store)
    source = _source(store, found, known)
    head = page_head(QUESTION, views.finding(store, selection), views.standfirst(found), source)
    head.children[1].id = Ids.FINDING
    body = {"report": _report, "area": _area, "indicator": _indicator}[found.view]
    return html.Div([head, _ways(found), *body(store, found, known)])


def _source(store: Store, found: Scope, known: dict[str, Source]) -> Source | None:
    """Return the document or import whose figures the view shows first."""
    if found.view == "report":
        view = remembered_view(store, "outcomes.spine", found.selection)
        return known[view.facts[0].source_id] if view.facts else None
    if found.indicator is None:
        return None
    return replace(known[found.indicator.source_id], vintage=found.periods)


def _ways(found: Scope) -> html.Nav:
    return html.Nav(
        id=Ids.VIEWS,
        **attributes(
            aria_label="Views of outcomes", data_pb_html=ways_html(found), data_pb_area=found.selection.area
        ),
    )


def ways_html(found: Scope) -> str:
    """Return the links to the three views, which keep the other choices, as HTML.

    That to the report names its view where an area is chosen, which would otherwise open the area's.
    """
    selection = found.selection
    named = {name: name for name in views.VIEWS} | {"report": "report" if selection.area else ""}
    items = [
        html.Li(
            html.A(
                words,
                href=f"{PATH}{to_query(replace(selection, view=named[name], table=()))}",
                **attributes(**({"aria_current": "true"} if name == found.view else {})),
            )
        )
        for name, words in views.VIEWS.items()
    ]
    return markup([html.Ul(items, className="pb-steps")])


def area_options(found: Scope) -> dict[str, str]:
    """Return the areas to choose from; one asked for is among them though no imported figure is about it."""
    names = {code: area.name for code, area in found.areas.items()}
    return names if found.area in names else {**names, found.area: found.area_name(found.area)}


def profile_options(found: Scope) -> dict[str, str]:
    """Return the areas and footprints whose indicators can be shown together."""
    footprints = {name: f"{own[0].label} (footprint)" for name, own in found.members.items()}
    return {**area_options(found), **footprints}


def _report(store: Store, found: Scope, known: dict[str, Source]) -> list[Component]:
    selection = found.selection
    benchmarks = views.benchmark_options(found)
    benchmark = select_field("For imported indicators", Ids.REPORT_BENCHMARK, benchmarks, found.benchmark)
    unloaded = html.P(
        "No indicators are imported, so there is nothing else to compare with.", className="pb-hint"
    )
    panel = choices_panel(
        radio_group("Order the measures by", Ids.ORDER, views.ORDERS, selection.order),
        radio_group("Show", Ids.SHOW, views.READINGS, selection.show),
        html.Fieldset(
            [
                html.Legend("Compare with"),
                html.P("The report’s table prints one benchmark only.", className="pb-hint"),
                # The list stays for what asks it, though it has nothing to offer.
                *([benchmark] if benchmarks else [unloaded, html.Div(benchmark, hidden=True)]),
            ]
        ),
        address_hint(),
    )
    cards = [
        chart_card(remembered_view(store, f"outcomes.{name}", selection), selection, known)
        for name in ("spine", "gaps")
    ]
    return [
        html.Div([panel, html.Div([_headlines(store), *cards])], className="pb-layout"),
        html.Div([_rug_card(store, found, known)], className="pb-full"),
    ]


def _headlines(store: Store) -> html.Section:
    tiles = remembered(store, "outcomes tiles", lambda: tile_list(views.headlines(store)))
    return tiles_section(tiles)


def _rug_card(store: Store, found: Scope, known: dict[str, Source]) -> Component:
    if found.indicator is None:
        return html.Section(_not_loaded(), className="pb-card")
    selection = found.selection
    view = remembered_view(store, "outcomes.rug", selection)
    return chart_card(view, selection, known, own=rug_parts(store, selection))


def rug_parts(store: Store, selection: OutcomesSelection) -> dict[str, str]:
    """Return the parts that only the card of the rug has: the rug, and links to its other pages."""
    pages = pages_html(views.scope(store, selection), "rug")
    return {"rug": rug_text(store, selection), "pages": pages}


def rug_text(store: Store, selection: OutcomesSelection) -> str:
    """Return the rug for a selection as HTML, made once per release; nothing where none is loaded."""
    key = to_query(OutcomesSelection(benchmark=selection.benchmark, area=selection.area, page=selection.page))

    def make() -> str:
        rug = views.rug_of(store, selection)
        return rug_html(rug) if rug else ""

    return remembered(store, f"outcomes rug {key}", make)


def pages_html(found: Scope, card: str) -> str:
    """Return links to the other indicators where one table cannot hold them all, as HTML."""
    count, here = found.pages, max(found.selection.page, 1)
    links = [
        html.Li(
            html.A(
                f"Indicators, part {number} of {count}",
                href=f"{PATH}{to_query(replace(found.selection, page=number))}#outcomes-{card}-card",
                **attributes(**({"aria_current": "true"} if number == here else {})),
            )
        )
        for number in range(1, count + 1)
    ]
    listed = html.Nav(html.Ul(links, className="pb-steps"), **attributes(aria_label="More indicators"))
    return markup([listed]) if count > 1 else ""


def _not_loaded() -> list[Component]:
    words = (
        "The views of areas and indicators, with confidence intervals and trends, need a download "
        "from Fingertips. "
        "CODE is the code of the county. Without a connection, a download made elsewhere can be imported."
    )
    said = state("No public health indicators are loaded yet", words)
    said.children += [html.Pre(html.Code(command), className="mb-0") for command in LOADING]
    return [said]


def _area(store: Store, found: Scope, known: dict[str, Source]) -> list[Component]:
    if found.indicator is None:
        return _not_loaded()
    panel = choices_panel(
        select_field("Area", Ids.AREA, profile_options(found), found.footprint or found.area, own_area=True),
        select_field("Compare with", Ids.BENCHMARK, views.benchmark_options(found), found.benchmark),
        address_hint(),
    )
    pages = html.Div(**attributes(data_pb_html=pages_html(found, "profile")))
    return [pages, _beside(store, found, known, panel, views.PROFILE)]


def _indicator(store: Store, found: Scope, known: dict[str, Source]) -> list[Component]:
    if found.indicator is None:
        return _not_loaded()
    panel = choices_panel(*detail_controls(found), address_hint())
    return [_beside(store, found, known, panel, views.DETAIL)]


def detail_controls(found: Scope) -> list[Component]:
    """Return the lists to choose an indicator, an area, a benchmark, sex, age and category from."""
    chosen = {name: options for name, (options, _) in detail_options(found).items()}
    values = {name: value for name, (_, value) in detail_options(found).items()}
    labels = {
        Ids.INDICATOR: "Indicator",
        Ids.DETAIL_AREA: "Area",
        Ids.DETAIL_BENCHMARK: "Compare with",
        Ids.SEX: "Sex",
        Ids.AGE: "Age",
        Ids.CATEGORY: "Inequalities by",
    }
    return [
        select_field(words, name, chosen[name], values[name], own_area=name == Ids.DETAIL_AREA)
        for name, words in labels.items()
    ]


def detail_options(found: Scope) -> dict[Ids, tuple[dict[str, str], str]]:
    """Return what each list of the view of one indicator offers, and what is chosen in it."""
    sexes = {item.sex: item.sex for item in found.every_series}
    ages = {item.age: item.age for item in found.every_series if item.sex == found.shown.sex}
    kinds = {kind: kind for kind in views.category_options(found)} or {"": "None in the file"}
    names = {str(number): item.short_name for number, item in found.indicators.items()}
    return {
        Ids.INDICATOR: (names, str(found.indicator.indicator_id if found.indicator else "")),
        Ids.DETAIL_AREA: (area_options(found), found.area),
        Ids.DETAIL_BENCHMARK: (dict(views.benchmark_options(found)), found.benchmark),
        Ids.SEX: (sexes, found.shown.sex),
        Ids.AGE: (ages, found.shown.age),
        Ids.CATEGORY: (kinds, views.chosen_category(found)),
    }


def _beside(
    store: Store, found: Scope, known: dict[str, Source], panel: Component, names: tuple[str, ...]
) -> Component:
    cards = [
        chart_card(remembered_view(store, f"outcomes.{name}", found.selection), found.selection, known)
        for name in names
    ]
    return html.Div([panel, html.Div(cards)], className="pb-layout")
