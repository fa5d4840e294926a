"""What a reader can choose on the scenario page, and the words for it."""

from dataclasses import dataclass

from dashboard.domain.address import Selection, choice, coded, several
from dashboard.domain.scenario_address import GOALS, KEPT, LEVERS, RANGES, Kept, Setting
from dashboard.domain.scenario_baseline import MOST_EXTRA_YEARS

CARD_NAMES = ("paths", "side", "split", "take", "chances", "swings", "workings")
MEASURES = {"in_year": "Each year’s gap", "cumulative": "Gap added up", "reserves": "Reserves"}
KINDS = {
    "in_year": "In-year surplus or deficit",
    "cumulative": "Cumulative surplus or deficit",
    "reserves": "Reserves at the end of the year",
}
YEARS = {"printed": "As far as the report", "extended": "Two years further (ours)"}
EXTRA_YEARS = {"printed": 0, "extended": MOST_EXTRA_YEARS}
SHAPES = {
    "pert": "PERT: mostly near the likely value",
    "triangular": "Triangular: straight down to both ends",
}
TOGETHER = {
    "0": "Not at all",
    "25": "A little (0.25)",
    "50": "Half (0.5)",
    "75": "Mostly (0.75)",
    "100": "In step (1)",
}
PUBLISHED, CARRIED_ON = "New model, as published", "New model, carried on by us"


@dataclass(frozen=True)
class ScenarioSelection(Selection):
    """What a reader can choose on the scenario page; `table` names the cards whose table is open."""

    measure: str = choice(*MEASURES)
    years: str = choice(*YEARS)
    levers: tuple[Setting, ...] = coded(LEVERS, (), "the published scenario")
    kept: tuple[Kept, ...] = coded(KEPT, (), "none")
    goal: str = coded(GOALS, "", "the usual goal")
    ranges: tuple[tuple[str, float, float, float], ...] = coded(RANGES, (), "our own ranges")
    shape: str = choice(*SHAPES)
    together: str = choice(*TOGETHER)
    table: tuple[str, ...] = several(*CARD_NAMES)
