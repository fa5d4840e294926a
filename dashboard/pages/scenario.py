"""/deficit/levers: what would change the council's position, and by how much."""

from enum import StrEnum

import dash_bootstrap_components as dbc
import orjson
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.attributes import attributes
from dashboard.components.card import chart_card
from dashboard.components.levers import fieldset, lever_groups, options, preset_buttons
from dashboard.components.shell import DEFICIT, SCENARIO, page_head
from dashboard.components.tiles import TWO_THREE, tile_list, tiles_section
from dashboard.domain.address import to_query
from dashboard.domain.scenario_goal import ALWAYS
from dashboard.queries.scenario import presets
from dashboard.store import Store
from dashboard.views import scenario as views
from dashboard.views.cache import remembered, remembered_sources, remembered_view
from dashboard.views.deficit import DeficitSelection
from dashboard.views.scenario import ScenarioSelection

PATH, TITLE, QUESTION = SCENARIO.path, SCENARIO.name, SCENARIO.question
FULL_WIDTH = ("workings",)
GOALS = {"in_year": "Yearly balance", "cumulative": "Balance added up", "reserves": "Reserves"}
KEEPING = Markup(
    '<label class="pb-label" for="scenario-name">Name</label><div class="pb-keep">'
    '<input type="text" class="form-control" id="scenario-name" maxlength="40" data-pb-name>'
    '<button type="button" class="btn btn-outline-secondary" data-pb-keep>Keep</button></div>'
    '<ul class="pb-links" data-pb-kept></ul>'
)
BESIDE = Markup('<p><a href="{}" data-pb-beside="{}">See it beside every published path</a></p>')
RESET = Markup(
    '<button type="button" class="btn btn-outline-secondary" data-pb-reset>'
    "Back to the published scenario</button>"
)
Selection = ScenarioSelection


class Ids(StrEnum):
    """Component ids on this page; nobody else writes one."""

    ASKED = "scenario-asked"
    FINDING = "scenario-finding"
    TILES = "scenario-tiles"
    EFFECTS = "scenario-effects"


def layout(store: Store, selection: ScenarioSelection) -> Component:
    """Return the page as the selection asks for it."""
    known = remembered_sources(store)
    cards = {name: remembered_view(store, f"scenario.{name}", selection) for name in views.CARDS}
    source = known[views.worked(store, selection).facts[0].source_id]
    beside = [chart_card(view, selection, known) for name, view in cards.items() if name not in FULL_WIDTH]
    below = [chart_card(cards[name], selection, known) for name in FULL_WIDTH]
    results = tiles_section(tiles(store, selection), TWO_THREE, Ids.TILES, "Results")
    head = page_head(
        QUESTION,
        views.finding(store, selection),
        f"Move a lever and see what follows, by the rules of the published new model. {views.NOT_A_FORECAST}",
        source,
        Ids.FINDING,
    )
    return html.Div(
        [
            head,
            html.Div(
                [
                    controls(store, selection),
                    html.Div([results, *beside]),
                ],
                className="pb-layout",
            ),
            html.Div(below, className="pb-full"),
            dbc.Input(id=Ids.ASKED, type="hidden", value=to_query(selection)),
        ]
    )


def controls(store: Store, selection: ScenarioSelection) -> html.Details:
    """Return the panel of levers and choices, set as the selection says."""
    form = html.Div(
        id=Ids.EFFECTS,
        className="pb-panel-body",
        **attributes(
            data_pb_levers="",
            data_pb_html=str(_form(store, selection)),
            data_pb_effects=effects_text(store, selection),
        ),
    )
    return html.Details([html.Summary("Move the levers"), form], className="pb-panel long", open=True)


def effects_text(store: Store, selection: ScenarioSelection) -> str:
    """Return what stands beside each lever, as the text the browser reads."""
    return orjson.dumps(views.effects(store, selection)).decode()


def tiles(store: Store, selection: ScenarioSelection) -> str:
    """Return the headline results as HTML text."""
    return tile_list(views.results(store, selection))


def _form(store: Store, selection: ScenarioSelection) -> Markup:
    work = views.worked(store, selection)
    settings = dict(selection.levers)
    ranges = {name: (low, likely, high) for name, low, likely, high in selection.ranges}
    standing = {lever.lever: work.standing(lever.lever, work.current) for lever in work.levers}
    known, caveats = remembered(store, "scenario presets", lambda: (presets(store), views.caveats(store)))
    levers = lever_groups(work.levers, settings, standing, ranges, views.effects(store, selection))
    listed = Markup('<details class="pb-group"><summary>{}</summary><ul class="pb-links">{}</ul></details>')
    return Markup().join(
        [
            fieldset(
                "Show",
                "",
                [
                    options("measure", "Measure", views.MEASURES, selection.measure),
                    options("years", "Years", views.YEARS, selection.years),
                ],
            ),
            fieldset(
                "Presets",
                "",
                [listed.format("What the report itself speaks of", preset_buttons(known, caveats))],
            ),
            fieldset(
                "Levers",
                "They start from the new model as published. Results are never the council’s.",
                [levers],
            ),
            RESET,
            BESIDE.format(_beside(selection), DEFICIT.path),
            fieldset("Keep and compare", "Up to four scenarios, held in the address.", [KEEPING]),
            fieldset("What would it take?", "", [_goal(store, selection)]),
            fieldset(
                "Ranges",
                "Set low, likely and high under a lever to draw it; while none is set, ours are used.",
                [
                    options("shape", "Shape", views.SHAPES, selection.shape),
                    options(
                        "together", "Bad comes with bad, good with good", views.TOGETHER, selection.together
                    ),
                ],
            ),
        ]
    )


def _beside(selection: ScenarioSelection) -> str:
    """Return the address of the published paths with the reader's own line."""
    shown = DeficitSelection(measure=selection.measure, levers=selection.levers)
    return f"{DEFICIT.path}{to_query(shown)}"


def _goal(store: Store, selection: ScenarioSelection) -> Markup:
    work = views.worked(store, selection)
    wanted, usual = views.chosen_goal(work, selection), views.usual_goal(work)
    years = {usual.year: usual.year} | {year: _goal_year(work, year) for year in views.goal_years(work)}
    amount = Markup(
        '<label class="pb-label" for="goal-amount">At least, £m</label>'
        '<input type="number" class="form-control" '
        'id="goal-amount" step="any" min="-9999" max="9999" value="{:g}" data-pb-goal data-pb-usual="{:g}">'
    ).format(wanted.at_least_gbp_m, usual.at_least_gbp_m)
    return Markup().join(
        [
            options("goal-measure", "Of", GOALS, wanted.measure),
            amount,
            options("goal-year", "In", years | {ALWAYS: "every year"}, wanted.year),
        ]
    )


def _goal_year(work: views.Work, year: str) -> str:
    """Return a year as a goal offers it; Years can be changed later, so each is offered from the start."""
    printed = work.base.years[: work.base.printed_years]
    return year if year in printed else f"{year} (ours)"
