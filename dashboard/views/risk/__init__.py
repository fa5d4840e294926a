"""The findings of the risk page."""

from dashboard.views.risk.changes import changes
from dashboard.views.risk.conflicts import conflicts
from dashboard.views.risk.directions import direction
from dashboard.views.risk.falls import fall
from dashboard.views.risk.history import history
from dashboard.views.risk.matrices import matrix, opportunities
from dashboard.views.risk.owners import owners
from dashboard.views.risk.record import record
from dashboard.views.risk.register import register
from dashboard.views.risk.selection import CARD_NAMES, RiskSelection

CARDS = {
    "matrix": matrix,
    "opportunities": opportunities,
    "register": register,
    "fall": fall,
    "direction": direction,
    "owners": owners,
    "movement": changes,
    "conflicts": conflicts,
    "record": record,
    "history": history,
}

__all__ = ["CARDS", "CARD_NAMES", "RiskSelection"]
