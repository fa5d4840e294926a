"""Read what a cell says: a choice, an amount, a year. Whatever is not allowed is refused, not guessed."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.ingest.imports.report import NotAllowedError, shown

SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
AMOUNT = re.compile(
    r"(?P<open>\()?(?P<sign>-)?£?(?P<minus>-)?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?"
    r"(?P<part>\.[0-9]+)?(?P<million>m)?(?P<close>\))?\*?"
)
TO_BE_CONFIRMED = ("TBC", "N/A")
YEAR = re.compile(r"(20[0-9]{2})[/-](?:20)?([0-9]{2})")
QUARTER = re.compile(r"(20[0-9]{2}/[0-9]{2})-Q([1-4])")
NUMBER_ALLOWED = "a number such as -1.500, (0.5) or 1,958, a star after it, -, TBC, N/A or a blank cell"
LARGEST = Decimal(1_000_000_000)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as received: None where it is still to be confirmed or does not apply."""

    value: Decimal | None
    printed: str

    @property
    def starred(self) -> bool:
        """Whether a star stands after it."""
        return self.printed.endswith("*")


def line_of(text: str) -> str:
    """Return text on one line, spaces made alike."""
    return SPACES.sub(" ", text).strip()


def check_importer(name: str) -> None:
    """Refuse an import that does not say who imports.

    Raises:
        NotAllowedError: the name is blank or cannot be printed.
    """
    if not line_of(name) or not name.isprintable():
        raise NotAllowedError("no name of who imports", "a post or a user name: --by NAME")


def paragraphs(text: str) -> list[str]:
    """Return the lines of a cell without their bullets, blank ones left out."""
    return [line for line in (line_of(part).lstrip("•·‣▪ ") for part in text.splitlines()) if line]


def choice(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return a reader for cells that hold one of `words`; capitals and signs between do not count."""
    known = {word_key(word): value for word, value in words.items()}

    def read(text: str) -> str:
        try:
            return known[word_key(text)]
        except KeyError:
            raise NotAllowedError(shown(text), f"one of {', '.join(words)}") from None

    return read


def word_key(text: str) -> str:
    """Return what two spellings of a word have in common."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def amount(text: str, *, money: bool = True) -> Amount:
    """Return the number in `text`, as the check on printed texts reads it too."""
    printed = line_of(text)
    bare = SPACES.sub("", printed).replace("−", "-").replace("–", "-")
    if bare.upper() in TO_BE_CONFIRMED:
        return Amount(None, bare)
    if bare.rstrip("*") == "-":
        return Amount(Decimal(0), printed)
    found = AMOUNT.fullmatch(bare)
    if found is None or not _is_number(found.groupdict(), money=money):
        raise NotAllowedError(shown(text), NUMBER_ALLOWED)
    value = Decimal(f"{(found['whole'] or '0').replace(',', '')}{found['part'] or ''}")
    if value >= LARGEST:
        raise NotAllowedError(shown(text), "a number below a thousand million")
    if value != value.quantize(Decimal("0.001")):
        raise NotAllowedError(shown(text), "a number with at most three decimals; round it in the sheet")
    return Amount(-value if found["open"] or found["sign"] or found["minus"] else value, printed)


def _is_number(found: Mapping[str, str | None], *, money: bool) -> bool:
    signs = sum(bool(found[name]) for name in ("open", "sign", "minus"))
    return (
        bool(found["whole"] or found["part"])
        and bool(found["open"]) == bool(found["close"])
        and signs <= 1
        and not (found["million"] and (found["open"] or not money))
    )


def financial_year(text: str) -> str:
    """Return the year in the form 2020/21."""
    found = YEAR.fullmatch(text)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        raise NotAllowedError(shown(text), "a financial year such as 2020/21, as text")
    return f"{found[1]}/{found[2]}"


def quarter(text: str) -> str:
    """Return the quarter, in the form 2019/20-Q4."""
    found = QUARTER.fullmatch(text)
    if found is None:
        raise NotAllowedError(shown(text), "a quarter of a financial year such as 2019/20-Q4")
    financial_year(found[1])
    return text


def slug(text: str, limit: int = 60) -> str:
    """Return a short name made of small letters, digits and _; empty where `text` holds none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return words if len(words) <= limit else words[:limit].rpartition("_")[0] or words[:limit]
