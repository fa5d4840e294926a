"""What a reader can choose on the deficit page, and the words for it."""

from dataclasses import dataclass

from dashboard.domain.address import Selection, choice, coded, several
from dashboard.domain.scenario_address import LEVERS, Setting

CARD_NAMES = (
    "trajectory",
    "bridge",
    "income",
    "uplift",
    "organisations",
    "benefits",
    "payback",
    "steady",
    "further",
    "delays",
    "conflicts",
)
MEASURES = {"in_year": "Each year’s gap", "cumulative": "Gap added up", "reserves": "Reserves"}
SPLITS = {"driver": "By what drives it", "organisation": "By who carries it"}
MONEY = {
    "allocated": "Spending before uplift",
    "forecast": "Spending with uplift",
    "funding": "Funding",
    "today": "Budget before the model",
}
PLANNED = {"excluded": "What the model adds", "included": "With savings planned elsewhere"}
COMPONENTS = {
    "all": "Whole system",
    "wellbeing_corporations": "Wellbeing corporations",
    "front_office": "Front office",
    "professional_support": "Professional and support services",
    "transferred_services": "Transferred services",
}
ORGANISATIONS = {
    "council_direct": "Services the council keeps",
    "combined_authority": "Combined authority",
    "wellbeing_corporations": "Wellbeing corporations",
}
DRIVERS = {
    "demand_pressures": "Demand",
    "price_inflation": "Prices",
    "other": "Other",
    "pay_pensions": "Pay and pensions",
    "loss_of_grant": "Lost grant",
}
STREAMS = {
    "council_tax": "Council tax",
    "business_rates": "Business rates",
    "revenue_support_grant": "Support grant",
    "other_income": "Other",
}
SCENARIOS = {"do_nothing": "Do nothing", "new_model": "New model"}


@dataclass(frozen=True)
class DeficitSelection(Selection):
    """What a reader can choose on the deficit page; `table` names the cards whose table is open.

    `levers` are those of a scenario, set on the page of levers, that is drawn beside the published paths.
    """

    measure: str = choice(*MEASURES)
    uplift: str = choice(*SPLITS)
    money: str = choice(*MONEY)
    planned: str = choice(*PLANNED)
    component: str = choice(*COMPONENTS)
    levers: tuple[Setting, ...] = coded(LEVERS, (), "the published paths alone")
    table: tuple[str, ...] = several(*CARD_NAMES)
