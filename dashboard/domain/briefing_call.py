"""A call in a briefing: what stands between {{ and }}, read but not yet answered."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

OPTION = re.compile(r"([a-z]+)=(.*)", re.DOTALL)
WHERE = ("line", "period", "table", "figure", "subject", "measure", "printed")
SAID = ("as", "digits", "name")
AMOUNTS = ("value", "size", "deficit", "saving", "change", "number", "period", "unshown")
SHARES = ("value", "words", "unshown")
MOST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its kind, the names it gives, its options by name, and its line in the file."""

    kind: str
    names: tuple[str, ...]
    options: Mapping[str, str]
    line: int

    @property
    def way(self) -> str:
        """How its answer is said."""
        return self.options.get("as", "value")

    @property
    def digits(self) -> int | None:
        """To how many decimals its answer is rounded; None as printed."""
        return int(self.options["digits"]) if "digits" in self.options else None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a kind of call takes: how many names, which options, which ways of saying it."""

    least: int
    most: int
    options: tuple[str, ...]
    ways: tuple[str, ...]
    example: str


RULES = {
    "fact": Rule(1, 1, (*WHERE, *SAID), AMOUNTS, "fact SOURCE line=12 period=2020/21"),
    "figure": Rule(1, 1, ("as", "digits"), AMOUNTS, "figure NAME"),
    "sum": Rule(2, 20, SAID, AMOUNTS, "sum NAME NAME"),
    "difference": Rule(2, 2, SAID, AMOUNTS, "difference NAME NAME"),
    "share": Rule(2, 2, SAID, SHARES, "share PART WHOLE"),
    "query": Rule(1, 1, SAID, AMOUNTS, "query NAME"),
    "source": Rule(1, 1, ("as",), ("value", "title", "date", "vintage"), "source SOURCE"),
    "finding": Rule(1, 1, (), (), "finding PAGE.CARD?choice=value"),
    "chart": Rule(1, 1, (), (), "chart PAGE.CARD?choice=value"),
    "table": Rule(1, 1, (), (), "table PAGE.CARD?choice=value"),
}
CARDS = ("chart", "table")


def read_call(text: str, line: int) -> Call:
    """Return the call that `text`, without its brackets, describes.

    Raises:
        ValueError: it is no call; the message says what would be.
    """
    kind, *words = _words(text) or [""]
    if kind not in RULES:
        raise ValueError(f"“{kind}” is no call. A call begins with {', '.join(RULES)}.")
    found = [OPTION.fullmatch(word) for word in words]
    options = {match[1]: match[2] for match in found if match}
    names = tuple(word for word, match in zip(words, found, strict=True) if not match)
    _refuse(kind, RULES[kind], names, options)
    return Call(kind, names, options, line)


def _words(text: str) -> list[str]:
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    try:
        return list(lexer)
    except ValueError:
        raise ValueError('a quotation mark is not closed. Write table="Table 40".') from None


def _refuse(kind: str, rule: Rule, names: tuple[str, ...], options: Mapping[str, str]) -> None:
    if not rule.least <= len(names) <= rule.most:
        raise ValueError(f"it gives {len(names)} names. Write {{{{ {rule.example} }}}}.")
    unknown = [name for name in options if name not in rule.options]
    if unknown:
        takes = ", ".join(f"{name}=" for name in rule.options) or "no options"
        raise ValueError(f"{kind} has no {unknown[0]}=. It takes {takes}.")
    if "as" in options and options["as"] not in rule.ways:
        raise ValueError(f"it cannot be said as={options['as']}. It can be as={', as='.join(rule.ways)}.")
    for name in ("digits", "line"):
        if name in options and not (options[name].isascii() and options[name].isdigit()):
            raise ValueError(f"{name}={options[name]} is no whole number.")
    if int(options.get("digits", 0)) > MOST_DIGITS:
        raise ValueError(f"digits= can be {MOST_DIGITS} at most.")
