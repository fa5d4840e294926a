"""Numbers, money, years and lists as a reader expects them, in one place."""

from collections.abc import Sequence
from datetime import date

MINUS = "−"
MISSING = "not printed"
SHARES = (
    (0.05, "almost none"),
    (0.14, "about a tenth"),
    (0.22, "about a fifth"),
    (0.29, "about a quarter"),
    (0.38, "about a third"),
    (0.47, "more than a third"),
    (0.495, "nearly half"),
    (0.505, "half"),
    (0.62, "more than half"),
    (0.72, "about two thirds"),
    (0.95, "most"),
    (0.9995, "nearly all"),
)


def number(value: float | None, digits: int = 3) -> str:
    """Return a number with comma thousands, a true minus, and no trailing zeros."""
    if value is None:
        return MISSING
    text = f"{abs(value):,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{MINUS}{text}" if value < 0 and text != "0" else text


def millions(value: float | None, *, sign: bool = False) -> str:
    """Return £ million as text: −£83.5m; with `sign` a surplus carries its plus."""
    if value is None:
        return MISSING
    text = number(abs(value))
    if text == "0":
        return "£0"
    prefix = MINUS if value < 0 else "+" if sign else ""
    return f"{prefix}£{text}m"


def size(value: float) -> str:
    """Return £ million without its sign, for sentences that say deficit or surplus in words."""
    return millions(abs(value))


def measured(value: float | None, unit: str) -> str:
    """Return a value with its unit as a reader would write it."""
    if value is None:
        return MISSING
    if unit == "£m":
        return millions(value)
    if unit == "£000":
        return measured(value * 1000, "£")
    if unit.startswith("£"):
        text = number(value)
        return f"{MINUS}£{text[1:]}{unit[1:]}" if text.startswith(MINUS) else f"£{text}{unit[1:]}"
    return f"{number(value)}%" if unit == "%" else f"{number(value)} {unit}"


def listed(items: Sequence[str]) -> str:
    """Return the items as a list in a sentence: a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def share(part: float, whole: float) -> str:
    """Return part of whole in words for a headline; `part` lies between nothing and `whole`."""
    return next((words for limit, words in SHARES if part / whole < limit), "all")


def subject_words(subject: str) -> str:
    """Return what a correction is about as words: new_model.in_year 2018/19 is New model, in year 2018/19."""
    words = subject.replace("_", " ").replace(".", ", ")
    return words[:1].upper() + words[1:]


def period_words(period: str | None) -> str:
    """Return a period as a reader would write it: a day as 31 March 2017, a financial year as it is."""
    try:
        day = date.fromisoformat(period or "")
    except ValueError:
        return period or MISSING
    return f"{day.day} {day:%B %Y}"
