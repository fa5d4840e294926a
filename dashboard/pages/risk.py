"""/risk: what could go wrong, who owns it, and whether it is getting better."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.choices import choices_panel, radio_group, select_field
from dashboard.components.shell import RISK, notices, page_head, stale_note
from dashboard.components.tiles import THREES, tile_list, tiles_section
from dashboard.domain.address import to_query
from dashboard.domain.risk import quarter_words
from dashboard.queries import risk as queries
from dashboard.queries.risk import Held
from dashboard.queries.sources import Source
from dashboard.store import Store
from dashboard.views import risk as views
from dashboard.views.cache import remembered, remembered_sources, remembered_view
from dashboard.views.risk import RiskSelection
from dashboard.views.risk.changes import earlier_quarter, earlier_quarters
from dashboard.views.risk.headlines import finding, headlines, record_finding, stale
from dashboard.views.risk.parts import over
from dashboard.views.risk.record import chosen_entry
from dashboard.views.risk.register import SORTED_BY
from dashboard.views.risk.selection import DIRECTION_WORDS, KIND_WORDS, SHOWN, Opened, off_scale, opened

PATH, TITLE, QUESTION = RISK.path, RISK.name, RISK.question
Selection = RiskSelection
EVERY = "all"
OVERVIEW = ("matrix", "opportunities", "register", "fall", "direction", "owners", "movement")
FULL_WIDTH = ("conflicts",)
RECORD = ("record", "history")
STANDFIRST = (
    "The register’s own scores, now and after mitigation. What it does not print is not guessed, "
    "and opportunities stand apart."
)


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    SHOW = "risk-show"
    BANDS = "risk-bands"
    OWNER = "risk-owner"
    DIRECTION = "risk-direction"
    TYPE = "risk-type"
    KIND = "risk-kind"
    SORT = "risk-sort"
    AGAINST = "risk-against"
    KEPT = "risk-kept"
    TILES = "risk-tiles"


def layout(store: Store, selection: RiskSelection) -> Component:
    """Return the page as the selection asks for it: one risk's record, or the whole register."""
    open_ = opened(store, selection)
    if selection.risk and chosen_entry(open_, selection):
        return _record_page(store, open_, selection)
    return _register_page(store, open_, selection)


def _record_page(store: Store, open_: Opened, selection: RiskSelection) -> Component:
    known = remembered_sources(store)
    cards = [remembered_view(store, f"risk.{name}", selection) for name in RECORD]
    entry = chosen_entry(open_, selection)
    title = record_finding(entry) if entry else cards[0].title
    ref, _, about = cards[0].title.partition(": ")
    head = page_head(QUESTION, title, about, _source(open_, known), record=ref)
    return html.Div(
        [
            head,
            *_notes(store, open_, selection),
            html.Div([chart_card(view, selection, known) for view in cards], className="pb-full"),
        ]
    )


def _register_page(store: Store, open_: Opened, selection: RiskSelection) -> Component:
    known = remembered_sources(store)
    beside, below = (
        [chart_card(remembered_view(store, f"risk.{name}", selection), selection, known) for name in names]
        for names in (OVERVIEW, FULL_WIDTH)
    )
    title = remembered(store, f"risk finding {to_query(selection)}", lambda: finding(store, selection))
    tiles = tiles_section(tiles_html(store, selection), THREES, Ids.TILES)
    return html.Div(
        [
            page_head(QUESTION, title, STANDFIRST, _source(open_, known)),
            *_notes(store, open_, selection),
            html.Div([controls(store, open_, selection), html.Div([tiles, *beside])], className="pb-layout"),
            html.Div(below, className="pb-full"),
        ]
    )


def _source(open_: Opened, known: dict[str, Source]) -> Source | None:
    return known[open_.held.source_id] if open_.held else None


def _notes(store: Store, open_: Opened, selection: RiskSelection) -> list[Component]:
    """Return what must be said first: what the address asked in vain, and how old the register is."""
    if open_.held is None:
        return []
    said: list[Component] = [*notices(off_scale(store, open_, selection))]
    if selection.quarter not in ("", open_.quarter):
        said += notices(
            [
                f"This register has no {quarter_words(selection.quarter)} loaded. "
                f"Showing {quarter_words(open_.quarter)} instead."
            ]
        )
    age = stale(open_, datetime.now(UTC).date())
    if age:
        said.append(
            stale_note(
                age, "It says how things stood then. A later quarter can be loaded; none is made up here."
            )
        )
    return said


def tiles_html(store: Store, selection: RiskSelection) -> str:
    """Return the headline tiles as HTML text."""
    return remembered(
        store,
        f"risk tiles {to_query(selection)}",
        lambda: tile_list(headlines(store, selection)),
    )


def controls(store: Store, open_: Opened, selection: RiskSelection) -> html.Details:
    """Return the panel of choices, set as the selection says."""
    schemes = {band.scheme: band.scheme_label for band in queries.bands(store)}
    return choices_panel(
        radio_group("Show positions", Ids.SHOW, SHOWN, selection.show),
        radio_group(
            "Bands (ours, not the register’s)",
            Ids.BANDS,
            schemes,
            selection.bands or next(iter(schemes), ""),
        ),
        _which(open_, selection),
        _list(selection),
        _compared(store, open_, selection),
        html.Div(id=Ids.KEPT, hidden=True, **attributes(data_pb_kept=kept(selection))),
    )


def kept(selection: RiskSelection) -> str:
    """Return the query of the choices that no control holds: register, quarter, cell and order."""
    usual = RiskSelection()
    return to_query(
        replace(
            usual,
            **{
                name: getattr(selection, name)
                for name in ("register", "quarter", "impact", "likelihood", "position", "order")
            },
        )
    )


def _which(open_: Opened, selection: RiskSelection) -> html.Fieldset:
    owners = sorted({entry.owner for entry in open_.entries if entry.owner} | {selection.owner} - {""})
    types = sorted({entry.risk_type for entry in open_.entries if entry.risk_type} | {selection.type} - {""})
    return html.Fieldset(
        [
            html.Legend("Which risks"),
            select_field(
                "Owner, by post", Ids.OWNER, _or_all("All owners", owners), selection.owner or EVERY
            ),
            select_field(
                "Direction of travel",
                Ids.DIRECTION,
                {"any": "Any direction", **DIRECTION_WORDS},
                selection.direction,
            ),
            select_field("Type", Ids.TYPE, _or_all("All types", types), selection.type or EVERY),
        ]
    )


def _or_all(words: str, names: Sequence[str]) -> dict[str, str]:
    return {EVERY: words, **{name: name for name in names}}


def _list(selection: RiskSelection) -> html.Fieldset:
    orders = {key: words[:1].upper() + words[1:] for key, words in SORTED_BY.items()}
    return html.Fieldset(
        [
            html.Legend("The list"),
            select_field("Show", Ids.KIND, KIND_WORDS, selection.kind),
            select_field("Sort", Ids.SORT, orders, selection.sort),
        ]
    )


def _compared(store: Store, open_: Opened, selection: RiskSelection) -> html.Fieldset:
    quarters = earlier_quarters(open_)
    options = {quarter: quarter_words(quarter) for quarter in quarters} or {
        "none": "No earlier quarter is loaded"
    }
    return html.Fieldset(
        [
            html.Legend("Compare with"),
            select_field(
                "Earlier quarter", Ids.AGAINST, options, earlier_quarter(open_, selection) or "none"
            ),
            *_others(queries.held(store), open_, selection),
        ],
        className="mb-0",
    )


def _others(held: Sequence[Held], open_: Opened, selection: RiskSelection) -> list[Component]:
    """Return links to the other registers and quarters that are loaded."""
    others = [item for item in held if item != open_.held]
    if not others:
        return [html.P("One quarter of one register is loaded.", className="pb-hint mb-0")]
    links = [
        html.Li(
            html.A(
                f"{item.title}, {f'{item.part}, ' if item.part else ''}{quarter_words(item.quarter)}",
                href=over(
                    RiskSelection(bands=selection.bands), "", register=item.register, quarter=item.quarter
                )[0],
            )
        )
        for item in others
    ]
    return [
        html.P("Other registers and quarters:", className="pb-hint"),
        html.Ul(links, className="pb-links"),
    ]


__all__ = ["PATH", "QUESTION", "TITLE", "Ids", "Selection", "layout", "tiles_html", "views"]
