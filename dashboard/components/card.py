"""The chart card: finding, chart, table twin, method, source and actions."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import orjson
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.body import body_html, links_html
from dashboard.components.markup import markup
from dashboard.domain.address import Selection, to_query
from dashboard.domain.fact import DERIVED, NOT_A_FORECAST, SCENARIO, Fact
from dashboard.domain.pack_address import item_address
from dashboard.domain.view import View, line_address
from dashboard.queries.sources import Source

# A folded table of more rows is printed only where the reader has opened it.
MOST_PRINTED = 100
# Beyond this many the note would be longer than the card; the table links every line anyway.
MOST_LINES = 20

Heading = type[html.H1] | type[html.H2] | type[html.H3]


def part(view_name: str, name: str) -> str:
    """Return the id of one part of a card, such as deficit-trajectory-title."""
    return f"{view_name.replace('.', '-')}-{name}"


def chart_card(
    view: View,
    selection: Selection,
    sources: dict[str, Source],
    *,
    own: Mapping[str, str] | None = None,
    heading: Heading = html.H2,
) -> html.Section:
    """Return the card of a view: its frame as HTML, and what it says, which the browser puts in.

    A choice changes what it says and leaves the frame. Its table is fetched when the page has settled, and
    stands open where the address says so. `own` is the HTML of parts that only this card has, by the last
    word of their id; they stand under its subtitle. `heading` is the kind of its title.
    """
    return html.Section(
        id=part(view.name, "card"),
        className="pb-card",
        **attributes(
            aria_labelledby=part(view.name, "title"),
            data_pb_html=markup(card_frame(view, selection, tuple(own or ()), heading)),
            data_pb_parts=parts_text(view, selection, sources, own=own),
        ),
    )


def card_frame(
    view: View,
    selection: Selection,
    own: Sequence[str],
    heading: Heading,
) -> list[Component]:
    """Return the elements of a card that stay when a choice changes what it says."""
    name = view.name
    in_sight = not view.drawn and not view.folded
    links = [] if view.links is None else [html.P(id=part(name, "links"), className="pb-meta pb-on")]
    foot = [
        *([] if in_sight or "body" in own else [_table(view, selection)]),
        *([html.P(id=part(name, "left-out"), className="pb-paperonly")] if _long(view) else []),
        html.Details(
            [html.Summary("How this is calculated"), html.P(id=part(name, "method"), className="mb-0")]
        ),
        _source_row(name),
    ]
    return [
        heading(id=part(name, "title")),
        html.P(id=part(name, "subtitle"), className="pb-sub"),
        *(html.Div(id=part(name, word)) for word in own if word != "body"),
        *links,
        *_body(view, own, in_sight=in_sight),
        html.Div(foot, className="pb-foot"),
    ]


def parts_text(
    view: View,
    selection: Selection,
    sources: dict[str, Source],
    *,
    own: Mapping[str, str] | None = None,
) -> str:
    """Return what a card says, as the text the browser reads: each part's attributes, words or HTML.

    The chart comes last: the browser draws it when everything around it stands.
    """
    said: dict[str, dict[str, str]] = {
        "title": {"text": view.title},
        "subtitle": {"text": view.subtitle},
        "table-name": {"text": _table_name(view)},
        "table": {"data-pb-src": fragment_address(view, selection, "html"), "aria-label": table_label(view)},
        "method": {"text": view.method},
        "source": {"html": markup(source_note(view.quoted, sources))},
        "actions": {
            "html": markup(action_items(view, selection, sources)),
            "aria-label": actions_label(view),
        },
    }
    if _long(view):
        said["left-out"] = {"text": _left_out(view, selection)}
    if view.links is not None:
        said["links"] = {"html": links_html(view.links)}
    if view.chart is not None:
        said["plot"] = {
            "aria-label": view.alternative,
            "style": plot_style(view),
            "data-pb-figure": orjson.dumps(view.chart).decode(),
        }
    elif view.drawn:
        said["body"] = {"html": body_html(view)}
    said |= {word: {"html": text} for word, text in (own or {}).items()}
    return orjson.dumps(said).decode()


def _long(view: View) -> bool:
    return view.folded and len(view.table.rows) > MOST_PRINTED


def _left_out(view: View, selection: Selection) -> str:
    """Return what paper says in the place of a long table that nobody has opened."""
    return (
        f"{len(view.table.rows):,} rows are left out on paper. Open the table before printing to have them, "
        f"or download them: {fragment_address(view, selection, 'csv')}"
    )


def _body(view: View, own: Sequence[str], *, in_sight: bool) -> list[Component]:
    if "body" in own:
        return [_region(view, "body")]
    if view.chart is not None:
        return [html.Div(id=part(view.name, "plot"), className="pb-plot pb-skel", role="img")]
    if view.drawn:
        return [html.Div(id=part(view.name, "body"))]
    return [_region(view, "table")] if in_sight else []


def _table(view: View, selection: Selection) -> html.Details:
    return html.Details(
        [html.Summary(id=part(view.name, "table-name")), _region(view, "table")],
        open=view.card in getattr(selection, "table", ()),
        **attributes(data_pb_table=view.card, **({"data_pb_long": ""} if _long(view) else {})),
    )


def _region(view: View, name: str) -> html.Div:
    """Return the place of a table, which can be wider than the screen and is reached by the keyboard."""
    fetched = " pb-fragment" if name == "table" else ""
    return html.Div(
        id=part(view.name, name),
        className=f"pb-scroll{fetched}",
        role="region",
        tabIndex=0,
        **attributes(aria_label=table_label(view)),
    )


def _table_name(view: View) -> str:
    return "The figures as a table" if view.drawn else f"All {len(view.table.rows):,} as a table"


def plot_style(view: View) -> str:
    """Return the style of the place of the chart: its height, which the stylesheet applies."""
    return f"--h:{view.height_rem:g}rem"


def fragment_address(view: View, selection: Selection, kind: str) -> str:
    """Return the address of a view's table or figures with the same choices."""
    return f"/view/{quote(view.name)}.{kind}{to_query(selection)}"


def table_label(view: View) -> str:
    """Return the name of the region that holds the table of a view."""
    return f"Table: {view.table.caption}"


def actions_label(view: View) -> str:
    """Return the name of the list of what can be done with a view."""
    return f"Actions for: {view.title}"


def _source_row(name: str) -> html.Div:
    """Return the places of the source note and of the actions of a card."""
    return html.Div(
        [html.Span(id=part(name, "source")), html.Ul(id=part(name, "actions"), className="pb-acts")],
        className="pb-source",
    )


def source_note(facts: tuple[Fact, ...], sources: dict[str, Source]) -> list[Component | str]:
    """Return the documents, dates, tables and lines behind a view; a line leads to the figures on it."""
    note: list[Component | str] = []
    for source_id in dict.fromkeys(fact.source_id for fact in facts):
        source = sources[source_id]
        note += (
            [f"Source: {source.title}, {source.published_text}. "]
            if not note
            else [" ", html.Span(source.vintage, className="pb-vintage"), f" {source.title}. "]
        )
        places = _lines_by_locator(facts, source_id)
        count = sum(len(lines) for lines in places.values())
        if count > MOST_LINES:
            note.append(f"{count} lines, each linked from its figure in the table.")
            continue
        for place, (locator, lines) in enumerate(places.items()):
            note += [", " if place else "", f"{locator}"]
            for count, line in enumerate(lines):
                note += (
                    [", " if count else ", line ", html.A(str(line), href=line_address(source_id, line))]
                    if line
                    else []
                )
        note += ["."] if places else []
    if any(fact.status == "extrapolated" for fact in facts):
        note.append(" Years with * are extrapolated by the report.")
    if any(fact.status == "derived" for fact in facts):
        note.append(" Derived figures were worked out here; nobody printed them.")
    if any(fact.status == SCENARIO for fact in facts):
        note.append(" Scenario figures follow from the levers; they are not the council’s forecast.")
    return note


def source_text(facts: tuple[Fact, ...], sources: dict[str, Source]) -> str:
    """Return the source note as plain words, for pictures."""
    parts = []
    for source_id in dict.fromkeys(fact.source_id for fact in facts):
        source = sources[source_id]
        parts.append(f"Source: {source.title}, {source.published_text} ({source.vintage}).")
        places = list(_lines_by_locator(facts, source_id))
        parts += [f"{', '.join(places)}."] if 0 < len(places) <= MOST_LINES else []
    if any(fact.status == "derived" for fact in facts):
        parts.append("Includes derived figures.")
    if any(fact.status == SCENARIO for fact in facts):
        parts.append(NOT_A_FORECAST)
    return " ".join(parts)


def _lines_by_locator(facts: tuple[Fact, ...], source_id: str) -> dict[str, list[int | None]]:
    places: dict[str, list[int | None]] = {}
    for fact in facts:
        if fact.source_id == source_id and fact.status not in (DERIVED, SCENARIO):
            lines = places.setdefault(fact.locator, [])
            if fact.source_line not in lines:
                lines.append(fact.source_line)
    return places


def action_items(view: View, selection: Selection, sources: dict[str, Source]) -> list[html.Li]:
    """Return what a reader can do with a card: take its data, its picture, its link."""
    filename = view.name.replace(".", "-")
    actions: list[Component] = []
    if view.records:
        actions.append(
            html.A(
                "Download data",
                href=fragment_address(view, selection, "csv"),
                download=f"{filename}.csv",
                className="pb-link",
            )
        )
    if view.chart is not None:
        words = {
            "data_pb_plot": part(view.name, "plot"),
            "data_pb_title": view.title,
            "data_pb_subtitle": view.subtitle,
            "data_pb_source": source_text(view.quoted, sources),
            "data_pb_filename": filename,
        }
        actions += [
            html.Button(
                "Picture (PNG)",
                type="button",
                className="pb-link",
                **attributes(data_pb_action="picture-png", **words),
            ),
            html.Button(
                "Picture (SVG)",
                type="button",
                className="pb-link",
                **attributes(data_pb_action="picture-svg", **words),
            ),
        ]
    actions += [
        html.Button(
            "Copy link",
            type="button",
            className="pb-link",
            **attributes(data_pb_action="copy-link", data_pb_hash=part(view.name, "card")),
        ),
        html.Button(
            "Add to pack",
            type="button",
            className="pb-link",
            **attributes(data_pb_add=item_address(view.name, to_query(selection))),
        ),
    ]
    return [html.Li(action) for action in actions]
