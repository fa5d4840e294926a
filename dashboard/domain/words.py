"""Numbers, money, years and lists as a reader expects them, in one place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

MINUS = "−"
MISSING = "not printed"
LEADING_UNITS = ("level", "reference number", "score")
QUARTER = re.compile(r"(\d{4}/\d{2})-Q([1-4])")
MONTH = re.compile(r"\d{4}-\d{2}")
YEARS = re.compile(r"_(\d{4})_(\d{2})\b")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
REFERENCE = re.compile(r"[a-z]+\d+")
SHARES = (
    (0.05, "almost none"),
    (0.08, "about a sixteenth"),
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


def pounds(value: float | None) -> str:
    """Return £ as text: whole pounds below a million, £ million from there on."""
    if value is None:
        return MISSING
    return millions(value / 1_000_000) if abs(value) >= 1_000_000 else measured(value, "£")


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
    if unit in LEADING_UNITS:
        return f"{unit} {number(value)}"
    if unit.startswith("%"):
        return f"{number(value)}{unit}"
    return f"{number(value)} {unit.removesuffix('s') if abs(value) == 1 else unit}"


def as_precisely(text: str, printed: str) -> str:
    """Return `text` with its number carried to the decimals of the same number as printed.

    £2m, printed as -2.000, becomes £2.000m. Where another number is printed, as in another unit, the text
    stays; so does nothing, which is £0.
    """
    shown, source = NUMBER.search(text), NUMBER.search(printed)
    if not shown or not source or not _value(shown) or _value(shown) != _value(source):
        return text
    places = len(source[0].partition(".")[2])
    return f"{text[: shown.start()]}{_value(shown):,.{places}f}{text[shown.end() :]}"


def _value(found: re.Match[str]) -> float:
    return float(found[0].replace(",", ""))


def listed(items: Sequence[str]) -> str:
    """Return the items as a list in a sentence: a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def within_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: its first letter small, unless the word is capitals."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def share(part: float, whole: float) -> str:
    """Return part of whole in words for a headline; `part` lies between nothing and `whole`."""
    if not whole:
        return "none"
    return next((words for limit, words in SHARES if part / whole < limit), "all")


def counted(count: int, one: str, many: str) -> str:
    """Return a number with the word for one or for many: 1 gap, 2 gaps."""
    return f"{count:,} {one if count == 1 else many}"


@dataclass(frozen=True, slots=True)
class Spellings:
    """How short names are written for readers: whole parts of them, and single words."""

    parts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def of(self, token: str) -> str:
        """Return one part of a short name as words."""
        if token in self.parts:
            return self.parts[token]
        return " ".join(map(self._word, token.split("_")))

    def _word(self, word: str) -> str:
        return self.words.get(word, word.upper() if REFERENCE.fullmatch(word) else word)


def subject_words(subject: str, spellings: Spellings | None = None) -> str:
    """Return a short name as words: new_model.in_year 2018/19 is New model, in year 2018/19."""
    words = name_words(subject, spellings)
    return words[:1].upper() + words[1:]


def name_words(subject: str, spellings: Spellings | None = None) -> str:
    """Return a short name as words within a sentence: in_year.total is in year, total."""
    known = spellings or Spellings()
    text = YEARS.sub(r"_\1/\2", subject)
    parts = re.split(r"\.|, | (?=[a-z]+_)", text)
    said = [" ".join(filter(None, map(known.of, part.split()))) for part in parts]
    return ", ".join(filter(None, said))


def period_words(period: str | None) -> str:
    """Return a period as a reader would write it: 31 March 2017, July 2017, quarter 3 of 2019/20."""
    if not period:
        return MISSING
    if quarter := QUARTER.fullmatch(period):
        return f"quarter {quarter[2]} of {quarter[1]}"
    try:
        day = date.fromisoformat(f"{period}-01" if MONTH.fullmatch(period) else period)
    except ValueError:
        return period
    return f"{day:%B %Y}" if MONTH.fullmatch(period) else f"{day.day} {day:%B %Y}"
