"""The findings of the scenario page: what can be chosen, the summary, and a function for each card."""

from dashboard.domain.fact import NOT_A_FORECAST
from dashboard.views.scenario.chances import chances
from dashboard.views.scenario.choices import (
    CARD_NAMES,
    MEASURES,
    SHAPES,
    TOGETHER,
    YEARS,
    ScenarioSelection,
)
from dashboard.views.scenario.effects import effects
from dashboard.views.scenario.paths import paths
from dashboard.views.scenario.presets import caveats
from dashboard.views.scenario.side import side
from dashboard.views.scenario.split import split
from dashboard.views.scenario.summary import finding, results
from dashboard.views.scenario.swings import swings
from dashboard.views.scenario.take import chosen_goal, goal_years, take, usual_goal
from dashboard.views.scenario.work import Work, worked
from dashboard.views.scenario.workings import workings

__all__ = [
    "CARDS",
    "CARD_NAMES",
    "MEASURES",
    "NOT_A_FORECAST",
    "SHAPES",
    "TOGETHER",
    "YEARS",
    "ScenarioSelection",
    "Work",
    "caveats",
    "chances",
    "chosen_goal",
    "effects",
    "finding",
    "goal_years",
    "paths",
    "results",
    "side",
    "split",
    "swings",
    "take",
    "usual_goal",
    "worked",
    "workings",
]

CARDS = {
    "paths": paths,
    "side": side,
    "split": split,
    "take": take,
    "chances": chances,
    "swings": swings,
    "workings": workings,
}
