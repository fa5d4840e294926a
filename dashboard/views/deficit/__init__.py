"""The findings of the deficit page: what can be chosen, the summary, and a function for each card."""

from dashboard.views.deficit.budget import income, organisations, uplift
from dashboard.views.deficit.choices import (
    CARD_NAMES,
    COMPONENTS,
    MEASURES,
    MONEY,
    PLANNED,
    SCENARIOS,
    SPLITS,
    DeficitSelection,
)
from dashboard.views.deficit.disagreements import CONFLICT_SUBJECTS, conflicts
from dashboard.views.deficit.gap import bridge
from dashboard.views.deficit.paths import TRAJECTORY_PARTS, trajectory
from dashboard.views.deficit.summary import finding, headlines
from dashboard.views.deficit.uncounted import delays, further
from dashboard.views.deficit.whole_system import benefits, payback, steady

__all__ = [
    "CARDS",
    "CARD_NAMES",
    "COMPONENTS",
    "CONFLICT_SUBJECTS",
    "MEASURES",
    "MONEY",
    "PLANNED",
    "SCENARIOS",
    "SPLITS",
    "TRAJECTORY_PARTS",
    "DeficitSelection",
    "benefits",
    "bridge",
    "conflicts",
    "delays",
    "finding",
    "further",
    "headlines",
    "income",
    "organisations",
    "payback",
    "steady",
    "trajectory",
    "uplift",
]

CARDS = {
    "trajectory": trajectory,
    "bridge": bridge,
    "income": income,
    "uplift": uplift,
    "organisations": organisations,
    "benefits": benefits,
    "payback": payback,
    "steady": steady,
    "further": further,
    "delays": delays,
    "conflicts": conflicts,
}
