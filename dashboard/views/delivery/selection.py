"""What a reader can choose on the delivery page."""

from dataclasses import dataclass

from dashboard.domain.address import Selection, choice, known, several, words

CARD_NAMES = (
    "flow",
    "services",
    "money",
    "reasons",
    "bodies",
    "decisions",
    "timeline",
    "dependencies",
    "partners",
    "front_office",
    "activity",
    "maturity",
    "principles",
    "outcomes",
    "steps",
    "assumptions",
    "inputs",
    "conflicts",
)
ABOUT = {
    "membership": "Who sits on it, who votes",
    "answers_for": "What it answers for, and to whom",
    "principle": "How it is meant to work",
    "open": "What is not settled",
}
ASPECTS = {
    "membership": ("membership", "voting"),
    "answers_for": ("answers_for", "answers_to"),
    "principle": ("principle",),
    "open": ("open",),
}
PARTNERS = {"change": "What changes", "action": "What they must do", "benefit": "What they gain"}
MEASURES = {
    "fte": "Posts",
    "spread_of_activity": "Spread over interviews",
    "applications": "IT systems",
}
ROWS = {"some": "The first of them", "all": "All of them"}


@dataclass(frozen=True)
class DeliverySelection(Selection):
    """Services searched for, sides of bodies and partners, a programme, a measure of support work.

    `programme` is one with dates, of any document, or names a document, or stands for all. `table` names the
    cards whose table is open.
    """

    q: str = words(60)
    home: str = known("home")
    service_area: str = known("service_area")
    rows: str = choice(*ROWS)
    about: str = choice(*ABOUT)
    programme: str = known("plan_programme")
    partners: str = choice(*PARTNERS)
    measure: str = choice(*MEASURES)
    table: tuple[str, ...] = several(*CARD_NAMES)
