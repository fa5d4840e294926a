"""What the cards of the risk page share: links, counts in words, heads of tables, and where entries stand."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from urllib.parse import urlencode

from dashboard.domain.address import to_query
from dashboard.domain.fact import Fact, derived
from dashboard.domain.risk import OPPORTUNITY, RISK, Assessment, quarter_words
from dashboard.domain.view import Cell
from dashboard.domain.words import listed
from dashboard.queries import risk as queries
from dashboard.queries.risk import Held
from dashboard.store import Store
from dashboard.views.risk.selection import NO_REGISTER, Opened, RiskSelection

PATH = "/risk"
MOST_NAMED = 4
TO_CONFIRM = "_to_confirm"


def over(selection: RiskSelection, card: str, **changes: str | int | None) -> tuple[str, str]:
    """Return an address with `changes` to the choices, at a card, and the changes alone; None is the default.

    The changes alone let the browser keep choices made since the link was written.
    """
    usual = {item.name: item.default for item in fields(selection)}
    laid = {name: usual[name] if value is None else value for name, value in changes.items()}
    query = to_query(replace(selection, **{"table": (), "size": usual["size"], **laid}))  # type: ignore[arg-type]
    anchor = f"#risk-{card}-card" if card else ""
    said = {name: "" if value == usual[name] else value for name, value in laid.items()}
    return f"{PATH}{query}{anchor}", urlencode(said)


def leading(text: str, selection: RiskSelection, card: str, **changes: str | int | None) -> Cell:
    """Return a link that lays `changes` over the choices of the page and goes to a card."""
    href, laid = over(selection, card, **changes)
    return Cell(text, href=href, over=laid)


def counted(number: int, kind: str) -> str:
    """Return a number of risks or opportunities, as "1 risk"."""
    words = {RISK: ("risk", "risks"), OPPORTUNITY: ("opportunity", "opportunities")}
    one, many = words.get(kind, ("entry", "entries"))
    return f"{number:,} {one if number == 1 else many}"


def named(entries: Sequence[Assessment]) -> str:
    """Return the numbers of entries as a list in a sentence; of a long list the first few."""
    refs = [entry.printed_id for entry in entries]
    if len(refs) <= MOST_NAMED:
        return listed(refs)
    return f"{', '.join(refs[: MOST_NAMED - 1])} and {len(refs) - MOST_NAMED + 1} more"


def told(entry: Assessment) -> str:
    """Return an entry in a sentence: its number, and its title in brackets."""
    return f"{entry.printed_id} ({entry.title})"


def to_confirm(store: Store, held: Held) -> set[str]:
    """Return the risks of a register with a figure that is marked for an officer to confirm."""
    found = queries.flags(store, held.source_id, held.quarter)
    return {flag.risk_id for flag in found if flag.flag.endswith(TO_CONFIRM)}


def score_fact(entry: Assessment, position: str) -> Fact:
    """Return a score of an entry that has one at `position`, with its line."""
    place = entry.at(position)
    return Fact(
        f"{entry.printed_id}, {position}",
        entry.quarter,
        place.score,
        "score",
        str(place.score),
        "printed",
        entry.source_id,
        place.line,
        f"{entry.printed_id}, {position} score",
    )


def entry_fact(entry: Assessment, locator: str = "") -> Fact:
    """Return where an entry stands in its document, for source notes."""
    return Fact(
        entry.printed_id,
        entry.quarter,
        None,
        "",
        entry.id_as_printed,
        "printed",
        entry.source_id,
        entry.source_line,
        locator or entry.printed_id,
    )


def entry_facts(entries: Iterable[Assessment]) -> tuple[Fact, ...]:
    """Return where entries stand in their document, under one name."""
    return tuple(entry_fact(entry, "Entries") for entry in entries)


def when_words(open_: Opened, words: str) -> str:
    """Return words with the quarter they are about."""
    return f"{words}, {quarter_words(open_.quarter)}" if open_.held else NO_REGISTER


def heads(*words: str) -> tuple[Cell, ...]:
    """Return the head of a table; words that begin with # stand over numbers."""
    return tuple(Cell(text.lstrip("#"), heading=True, number=text.startswith("#")) for text in words)


def count_fact(series: str, entries: Sequence[Assessment], kinds: Sequence[str], anyone: Assessment) -> Fact:
    """Return a derived count of entries of some kinds; `anyone` names the document where there are none."""
    own = [entry for entry in entries if entry.kind in kinds]
    parents = [replace(entry_fact(entry), unit="entries") for entry in own or [anyone]]
    return derived(series, anyone.quarter, len(own), parents)
