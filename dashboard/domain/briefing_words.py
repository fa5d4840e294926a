"""How a figure is said in running text: its amount, and the words before it that follow its sign."""

from dashboard.domain.fact import Fact
from dashboard.domain.words import as_precisely, measured, number, period_words, share

MILLION = 1_000_000
# Below zero, above zero, zero.
SIGN_WORDS = {
    "deficit": ("deficit of", "surplus of", "balance of"),
    "saving": ("saving of", "extra cost of", "change of"),
    "change": ("fall of", "rise of", "change of"),
}


def said_amount(fact: Fact, way: str, digits: int | None = None) -> tuple[str, str]:
    """Return the words before a figure and the figure itself, as `way` asks.

    A figure is said as precisely as it is printed, unless it is rounded to `digits` decimals. Words that
    follow the sign take its place.
    """
    if way == "period":
        return "", period_words(fact.period)
    if way == "number":
        return "", _number(fact, digits)
    unsigned = way in SIGN_WORDS or way == "size"
    value = abs(fact.amount) if unsigned else fact.amount
    return _sign_words(fact.amount, way), _amount(value, fact.unit, fact.printed, digits)


def said_share(part: Fact, whole: Fact, way: str, digits: int | None = None) -> str:
    """Return which share of `whole` is `part`: as a percentage, or in words."""
    if way == "words":
        return share(abs(part.amount), abs(whole.amount))
    return f"{number(round(100 * part.amount / whole.amount, digits or 0))}%"


def _number(fact: Fact, digits: int | None) -> str:
    if digits is not None:
        return number(round(fact.amount, digits) + 0.0)
    return as_precisely(number(fact.amount), fact.printed)


def _sign_words(value: float, way: str) -> str:
    if way not in SIGN_WORDS:
        return ""
    below, above, zero = SIGN_WORDS[way]
    return below if value < 0 else above if value > 0 else zero


def _amount(value: float, unit: str, printed: str, digits: int | None) -> str:
    """Return an amount with its unit; large sums of pounds in £ million."""
    pounds = {"£": 1, "£000": 1000}.get(unit, 0) * value
    if abs(pounds) >= MILLION:
        value, unit = pounds / MILLION, "£m"
    if digits is not None:
        return measured(round(value, digits) + 0.0, unit)
    return as_precisely(measured(value, unit), printed)
