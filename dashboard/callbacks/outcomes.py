"""What changes on /outcomes when a reader chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import parse_qsl

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard.callbacks.card import SHOWN, card_outputs, card_parts
from dashboard.components.card import part
from dashboard.components.choices import listed_options
from dashboard.domain.address import from_query
from dashboard.pages.outcomes import Ids, detail_options, rug_parts, ways_html
from dashboard.store import Store
from dashboard.views.cache import remembered_names, remembered_view
from dashboard.views.outcomes import DETAIL, OutcomesSelection, Scope, chosen_category, finding, scope

REPORT_CHOICES = {"order": Ids.ORDER, "show": Ids.SHOW, "benchmark": Ids.REPORT_BENCHMARK}
REPORT_CARDS = {"order": ("spine",), "show": ("spine", "gaps")}
DETAIL_CHOICES = {
    "indicator": Ids.INDICATOR,
    "area": Ids.DETAIL_AREA,
    "benchmark": Ids.DETAIL_BENCHMARK,
    "sex": Ids.SEX,
    "age": Ids.AGE,
    "category": Ids.CATEGORY,
}
# The first card of the view of one indicator stands before the others are asked for.
FIRST, *OTHERS = DETAIL
# The lists that follow the indicator.
FOLLOWING = (Ids.SEX, Ids.AGE, Ids.CATEGORY)


def outputs_of(card: str, *, addressed: bool = True) -> list[Output]:
    """Return the parts of a card that change."""
    return card_outputs(f"outcomes.{card}", addressed=addressed)


def register(app: Dash, store: Store) -> None:
    """Connect each choice to the cards it changes; the first of them carries the address of all choices."""

    @app.callback(
        output=[
            Output(Ids.VIEWS, "data-pb-html"),
            [outputs_of(card) for card in ("spine", "gaps")],
        ],
        inputs={
            "choices": {name: Input(REPORT_CHOICES[name], "value") for name in ("order", "show")},
            "others": {
                "benchmark": State(Ids.REPORT_BENCHMARK, "value"),
                "area": State(Ids.VIEWS, "data-pb-area"),
            },
        },
        prevent_initial_call=True,
    )
    def _(choices: dict[str, str], others: dict[str, str]) -> list[object]:
        return show_report(store, str(ctx.triggered_id), {**choices, **others})

    app.callback(
        output=[
            Output(Ids.VIEWS, "data-pb-html", allow_duplicate=True),
            outputs_of("rug"),
        ],
        inputs={
            "benchmark": Input(Ids.REPORT_BENCHMARK, "value"),
            "order": State(Ids.ORDER, "value"),
            "show": State(Ids.SHOW, "value"),
            "area": State(Ids.VIEWS, "data-pb-area"),
        },
        prevent_initial_call=True,
    )(partial(show_rug, store))
    app.callback(
        output=[
            Output(Ids.VIEWS, "data-pb-html", allow_duplicate=True),
            Output(Ids.FINDING, "children"),
            outputs_of("profile"),
        ],
        inputs={"area": Input(Ids.AREA, "value"), "benchmark": Input(Ids.BENCHMARK, "value")},
        prevent_initial_call=True,
    )(partial(show_area, store))

    app.callback(
        output=[
            Output(Ids.VIEWS, "data-pb-html", allow_duplicate=True),
            Output(Ids.FINDING, "children", allow_duplicate=True),
            outputs_of(FIRST),
            [[Output(control, "options"), Output(control, "value")] for control in FOLLOWING],
        ],
        inputs={name: Input(control, "value") for name, control in DETAIL_CHOICES.items()},
        prevent_initial_call=True,
    )(partial(show_indicator, store))
    app.callback(
        output=[outputs_of(card, addressed=False) for card in OTHERS],
        inputs=[Input(part(f"outcomes.{FIRST}", "card"), SHOWN)],
        prevent_initial_call=True,
    )(partial(show_others, store))


def show_report(store: Store, control: str, choices: Mapping[str, str]) -> list[object]:
    """Return the links and the parts of the cards that the choice of `control` changes."""
    name = next(name for name, own in REPORT_CHOICES.items() if own == control)
    selection = _of_report(store, choices)
    ways = ways_html(scope(store, selection))
    return [ways, _touched(store, selection, ("spine", "gaps"), REPORT_CARDS[name])]


def show_rug(store: Store, **choices: str) -> list[object]:
    """Return the links, and the parts of the card of the rug for a benchmark."""
    selection = _of_report(store, choices)
    ways = ways_html(scope(store, selection))
    view = remembered_view(store, "outcomes.rug", selection)
    return [ways, card_parts(store, view, selection, own=rug_parts(store, selection))]


def show_area(store: Store, **choices: str) -> list[object]:
    """Return the links, the finding and the parts of the card of one area."""
    selection = replace(chosen(store, choices), view="area")
    ways = ways_html(scope(store, selection))
    return [ways, finding(store, selection), _parts(store, "profile", selection)]


def show_indicator(store: Store, **choices: str) -> list[object]:
    """Return the links, the finding, the parts of the first card, and the lists that follow the indicator."""
    selection = replace(chosen(store, choices), view="indicator")
    found = scope(store, selection)
    options = detail_options(found)
    lists = [[listed_options(options[one][0]), options[one][1]] for one in FOLLOWING]
    return [ways_html(found), finding(store, selection), _parts(store, FIRST, selection), lists]


def show_others(store: Store, query: str | None) -> list[list[object]]:
    """Return the parts of the other cards of an indicator for the address that the first one carries."""
    asked = dict(parse_qsl((query or "").removeprefix("?")))
    selection, _ = from_query(OutcomesSelection, asked, remembered_names(store))
    return [_parts(store, card, selection, addressed=False) for card in OTHERS]


def _of_report(store: Store, choices: Mapping[str, str]) -> OutcomesSelection:
    """Return the selection of the report's view, which an address with an area has to name."""
    selection = chosen(store, choices)
    area = choices.get("area") or ""
    return replace(selection, area=area, view="report" if area else "")


def chosen(store: Store, choices: Mapping[str, str]) -> OutcomesSelection:
    """Return the selection of the controls, without what is shown anyway or the indicator does not have."""
    named = {name: value or "" for name, value in choices.items()}
    opened = OutcomesSelection(indicator=named.get("indicator", ""))
    usual = scope(store, opened)
    if "sex" in named and usual.indicator:
        offered = detail_options(scope(store, replace(opened, sex=named["sex"])))
        for name, control in DETAIL_CHOICES.items():
            if control in FOLLOWING and named.get(name, "") not in offered[control][0]:
                named[name] = ""
    for name, value in usual_choices(usual).items():
        if named.get(name) == value:
            named[name] = ""
    return OutcomesSelection(**named)  # type: ignore[arg-type]  # every choice of a control is a word


def usual_choices(usual: Scope) -> dict[str, str]:
    """Return what the controls hold where nothing but an indicator was chosen."""
    if usual.indicator is None:
        return {}
    shown = {"sex": usual.shown.sex, "age": usual.shown.age, "category": chosen_category(usual)}
    return {"benchmark": usual.country, "area": usual.area, **shown}


def _touched(
    store: Store, selection: OutcomesSelection, cards: Sequence[str], touched: Sequence[str]
) -> list[object]:
    """Return the parts of each card; those of a card that is not touched stay as they are."""
    return [
        _parts(store, card, selection) if card in touched else [no_update] * len(outputs_of(card))
        for card in cards
    ]


def _parts(store: Store, card: str, selection: OutcomesSelection, *, addressed: bool = True) -> list[object]:
    view = remembered_view(store, f"outcomes.{card}", selection)
    return card_parts(store, view, selection, addressed=addressed)
