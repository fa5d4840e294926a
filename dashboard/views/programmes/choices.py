"""What a reader can choose on the page of programmes, and the words of it."""

from dataclasses import dataclass

from dashboard.domain import programmes as rules
from dashboard.domain.address import Selection, choice, known, several
from dashboard.domain.programmes import Kind

PATH = "/programmes"
# The cards that theme, kind of body and region change; the others always show every document.
FILTERED = ("answer", "compare", "asks")
OVERVIEW = (
    "answer",
    "compare",
    "asks",
    "home",
    "profile",
    "cases",
    "need",
    "ranges",
    "portfolio",
    "health",
    "indicators",
    "benefits",
    "conflicts",
)
RECORD = (
    "about",
    "profile",
    "portfolio",
    "cases",
    "need",
    "ranges",
    "money",
    "indicators",
    "statements",
    "milestones",
    "conflicts",
)
CARD_NAMES = tuple(dict.fromkeys((*OVERVIEW, *RECORD)))
LAYERS = {"business_case": "Business cases", "summary": "Summaries of the first year"}
ASPECTS = {"benefit": "Yearly benefit reached", "cost": "Cost in the year"}
NOT_GIVEN = "not given"
PAID = {"grant": "Per £1 asked for", "cost": "Per £1 of total cost"}
# What each way of dividing divides by, in words.
DIVISORS = {"grant": "asked for", "cost": "of total cost"}
PAYMENTS = {"ask": "Asked for", "cost": "Total cost", "match": "Found by partners"}
GAINS = {"benefit": "Benefit", "net": "Benefit less cost", "capital_receipt": "Receipts from sales"}
# What a bid expects of itself; anything else is told as its record and is no return on an award.
EXPECTED = ("expected", "avoided")
CLAIMS = {
    "expected": "expected",
    "avoided": "a cost avoided",
    "achieved": "achieved before",
    "already_budgeted": "already in budgets",
    "illustrative": "an illustration",
}
REACHES = {
    "partners": "to those who bid",
    "public_sector": "to the whole public sector",
    "users": "to users",
}
BODIES = {
    "county": "county council",
    "unitary": "unitary council",
    "district": "district council",
    "metropolitan": "metropolitan council",
    "london_borough": "London borough",
    "fire": "fire and rescue service",
    "police": "police force",
    "police_commissioner": "police and crime commissioner",
    "probation": "probation trust",
    "health_commissioner": "commissioner of health services",
    "health_provider": "provider of health services",
    "ambulance": "ambulance service",
    "housing": "housing association",
    "voluntary": "voluntary organisation",
    "government": "government body",
    "group": "group of bodies",
}
BELIEFS = {
    rules.ADDS_UP: "Adds up",
    rules.NEARLY: "Nearly adds up",
    rules.OTHERWISE: "Parts on another basis",
    rules.DISPUTED: "Contradicted",
    rules.UNSUPPORTED: "No parts printed",
}
# What a bid contradicts; a rounding, another basis or a misprint that can be mended does not.
DISPUTES = ("conflict",)
# A difference that a correction of this kind explains is no contradiction.
EXPLAINED = "basis"
EVERYTHING = ""


@dataclass(frozen=True)
class ProgrammesSelection(Selection):
    """What a reader can choose on the page; `table` names the cards whose table is open."""

    kind: str = known("sum_kind")
    per: str = choice(*PAID)
    theme: str = known("bid_theme")
    body: str = known("body_type")
    region: str = known("region")
    programme: str = known("change_programme")
    drawn: str = known("yearly_programme")
    layer: str = choice(*LAYERS)
    aspect: str = choice(*ASPECTS)
    table: tuple[str, ...] = several(*CARD_NAMES)


def counted_words(kind: Kind) -> str:
    """Return the basis of a sum in words."""
    said = {
        "annual": "every year",
        "one_off": "once",
        "run_rate": "a year once reached",
        "total": span_words(kind.span),
        "unstated": "on a basis not stated",
    }
    return said.get(kind.basis, kind.basis.replace("_", " "))


def span_words(span: str) -> str:
    """Return the span of a total in words."""
    if span == "unstated":
        return "over a time not given"
    return f"over {span}" if span[:1].isdigit() else f"over {span}, length not given"


def kind_words(kind: Kind) -> str:
    """Return how a gain is counted in words: what, on which basis, whose, and how sure."""
    return f"{GAINS[kind.gain]} {counted_words(kind)}, {REACHES[kind.reach]}, {CLAIMS[kind.claim]}"


def body_words(body_type: str) -> str:
    """Return a kind of body in words."""
    return BODIES.get(body_type, body_type.replace("_", " "))
