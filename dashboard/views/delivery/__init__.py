"""The findings of the delivery page: services, bodies, dates, and what they rest on."""

from dashboard.views.delivery.basis import (
    assumptions,
    conflicts,
    dependencies,
    inputs,
    outcomes,
    principles,
    steps,
)
from dashboard.views.delivery.bodies import bodies, decisions, partners
from dashboard.views.delivery.dates import dates, plan_choices
from dashboard.views.delivery.headlines import finding, headlines
from dashboard.views.delivery.money import money
from dashboard.views.delivery.selection import (
    ABOUT,
    CARD_NAMES,
    MEASURES,
    PARTNERS,
    ROWS,
    DeliverySelection,
)
from dashboard.views.delivery.services import flow, reasons, services
from dashboard.views.delivery.support import activity, front_office, maturity

CARDS = {
    "flow": flow,
    "services": services,
    "money": money,
    "reasons": reasons,
    "bodies": bodies,
    "decisions": decisions,
    "timeline": dates,
    "dependencies": dependencies,
    "partners": partners,
    "front_office": front_office,
    "activity": activity,
    "maturity": maturity,
    "principles": principles,
    "outcomes": outcomes,
    "steps": steps,
    "assumptions": assumptions,
    "inputs": inputs,
    "conflicts": conflicts,
}

__all__ = [
    "ABOUT",
    "CARDS",
    "CARD_NAMES",
    "MEASURES",
    "PARTNERS",
    "ROWS",
    "DeliverySelection",
    "finding",
    "headlines",
    "plan_choices",
]
