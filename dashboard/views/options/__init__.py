"""The findings of the options page."""

from collections.abc import Callable
from functools import partial

from dashboard.domain.view import View
from dashboard.store import Store
from dashboard.views.options.acceptability import acceptability_view
from dashboard.views.options.arguments import arguments_view
from dashboard.views.options.method import method_view
from dashboard.views.options.people import people_view
from dashboard.views.options.ranking import ranking_view
from dashboard.views.options.scores import scores_view
from dashboard.views.options.sensitivity import sensitivity_view
from dashboard.views.options.setting import OptionsSelection, Setting, chosen
from dashboard.views.options.switch import switch_view, trade_view

MAKERS: dict[str, Callable[[Setting], View]] = {
    "ranking": ranking_view,
    "scores": scores_view,
    "sensitivity": sensitivity_view,
    "switch": switch_view,
    "acceptability": acceptability_view,
    "method": method_view,
    "trade": trade_view,
    "people": people_view,
    "arguments": arguments_view,
}
SCORED = tuple(name for name in MAKERS if name != "arguments")


def _view(name: str, store: Store, selection: OptionsSelection) -> View:
    return MAKERS[name](chosen(store, selection))


CARDS: dict[str, Callable[[Store, OptionsSelection], View]] = {name: partial(_view, name) for name in MAKERS}

__all__ = ["CARDS", "MAKERS", "SCORED", "OptionsSelection"]
