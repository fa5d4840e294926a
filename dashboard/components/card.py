"""The chart card: finding, chart, table twin, method, source and actions."""

from urllib.parse import quote

import orjson
from dash import html
from dash.development.base_component import Component

from dashboard.domain.address import Selection, to_query
from dashboard.domain.fact import Fact
from dashboard.domain.view import View, line_address
from dashboard.queries.sources import Source

PARTS = ("title", "subtitle", "plot", "table", "method", "source", "actions")


def part(view_name: str, name: str) -> str:
    """Return the id of one part of a card, such as deficit-trajectory-title."""
    return f"{view_name.replace('.', '-')}-{name}"


def chart_card(view: View, selection: Selection, sources: dict[str, Source]) -> html.Section:
    """Return the card of a view; its table is fetched when the page has settled, and stands open where the address says so."""
    name = view.name
    opened = view.card in getattr(selection, "table", ())
    table = html.Details(
        [html.Summary("The figures as a table"), _table_region(view, selection)], open=opened, **{"data-pb-table": view.card}
    )
    body = [plot(view)] if view.chart is not None else [_table_region(view, selection)]
    foot = [*([table] if view.chart is not None else []), html.Details([html.Summary("How this is calculated"), html.P(view.method, id=part(name, "method"), className="mb-0")]), source_row(view, selection, sources)]
    return html.Section(
        [html.H2(view.title, id=part(name, "title")), html.P(view.subtitle, id=part(name, "subtitle"), className="pb-sub"), *body, html.Div(foot, className="pb-foot")],
        id=part(name, "card"),
        className="pb-card",
        **{"aria-labelledby": part(name, "title")},
    )


def plot(view: View) -> html.Div:
    """Return the place of the chart; the browser draws the figure in it."""
    return html.Div(
        id=part(view.name, "plot"),
        className="pb-plot pb-skel",
        role="img",
        style={"--h": f"{view.height_rem}rem"},
        **{"aria-label": view.alternative, "data-pb-figure": figure_text(view)},
    )


def figure_text(view: View) -> str:
    """Return the chart of a view as the text the browser draws from."""
    return orjson.dumps(view.chart).decode()


def fragment_address(view: View, selection: Selection, kind: str) -> str:
    """Return the address of a view's table or figures with the same choices."""
    return f"/view/{quote(view.name)}.{kind}{to_query(selection)}"


def _table_region(view: View, selection: Selection) -> html.Div:
    return html.Div(
        id=part(view.name, "table"),
        className="pb-scroll pb-fragment",
        role="region",
        tabIndex=0,
        **{"aria-label": f"Table: {view.table.caption}", "data-pb-src": fragment_address(view, selection, "html")},
    )


def source_row(view: View, selection: Selection, sources: dict[str, Source]) -> html.Div:
    """Return the source note and the actions of a card."""
    return html.Div(
        [
            html.Span(source_note(view.facts, sources), id=part(view.name, "source")),
            html.Ul(action_items(view, selection, sources), id=part(view.name, "actions"), className="pb-acts", **{"aria-label": f"Actions for: {view.title}"}),
        ],
        className="pb-source",
    )


def source_note(facts: tuple[Fact, ...], sources: dict[str, Source]) -> list[Component | str]:
    """Return the documents, dates, tables and lines behind a view, each line a link to the figures printed on it."""
    note: list[Component | str] = []
    for source_id in dict.fromkeys(fact.source_id for fact in facts):
        source = sources[source_id]
        note += [f"Source: {source.title}, {source.published_text}. "] if not note else [" ", html.Span(source.vintage, className="pb-vintage"), f" {source.title}. "]
        for place, (locator, lines) in enumerate(_lines_by_locator(facts, source_id).items()):
            note += [", " if place else "", f"{locator}"]
            for count, line in enumerate(lines):
                note += [", " if count else ", line ", html.A(str(line), href=line_address(source_id, line))] if line else []
        note += ["."] if _lines_by_locator(facts, source_id) else []
    if any(fact.status == "extrapolated" for fact in facts):
        note.append(" Years with * are extrapolated by the report.")
    if any(fact.status == "derived" for fact in facts):
        note.append(" Derived figures were worked out here; nobody printed them.")
    return note


def source_text(facts: tuple[Fact, ...], sources: dict[str, Source]) -> str:
    """Return the source note as plain words, for pictures."""
    parts = []
    for source_id in dict.fromkeys(fact.source_id for fact in facts):
        source = sources[source_id]
        parts.append(f"Source: {source.title}, {source.published_text} ({source.vintage}). {', '.join(_lines_by_locator(facts, source_id))}.")
    if any(fact.status == "derived" for fact in facts):
        parts.append("Includes derived figures.")
    return " ".join(parts)


def _lines_by_locator(facts: tuple[Fact, ...], source_id: str) -> dict[str, list[int | None]]:
    places: dict[str, list[int | None]] = {}
    for fact in facts:
        if fact.source_id == source_id and fact.status != "derived":
            lines = places.setdefault(fact.locator, [])
            if fact.source_line not in lines:
                lines.append(fact.source_line)
    return places


def action_items(view: View, selection: Selection, sources: dict[str, Source]) -> list[html.Li]:
    """Return what a reader can do with a card: take its data, its picture, its link."""
    filename = view.name.replace(".", "-")
    actions: list[Component] = [html.A("Download data", href=fragment_address(view, selection, "csv"), download=f"{filename}.csv", className="pb-link")]
    if view.chart is not None:
        words = {"data-pb-plot": part(view.name, "plot"), "data-pb-title": view.title, "data-pb-subtitle": view.subtitle, "data-pb-source": source_text(view.facts, sources), "data-pb-filename": filename}
        actions += [
            html.Button("Picture (PNG)", type="button", className="pb-link", **{"data-pb-action": "picture-png", **words}),
            html.Button("Picture (SVG)", type="button", className="pb-link", **{"data-pb-action": "picture-svg", **words}),
        ]
    actions.append(html.Button("Copy link", type="button", className="pb-link", **{"data-pb-action": "copy-link", "data-pb-hash": part(view.name, "card")}))
    return [html.Li(action) for action in actions]
