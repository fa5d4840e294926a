"""Propose which known risk each entry of a quarter is: by likeness of titles, for an officer to confirm."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, utils

from dashboard.ingest.imports.columns import heading_key
from dashboard.ingest.imports.known import Entry, Register

ALIKE = 75.0
NEW = "new"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the risk it is taken for; `risk_id` is None where it is a new one.

    `state` says what differs: same, renumbered, retitled, renumbered and retitled, or new.
    """

    number: str
    kind: str
    title: str
    risk_id: str | None
    earlier_number: str | None
    earlier_title: str | None
    earlier_score: int | None
    score: int | None
    similarity: float | None
    state: str
    decided: bool
    kept: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry to be matched."""

    number: str
    kind: str
    title: str
    score: int | None = None


def propose(candidates: list[Candidate], register: Register, told: Mapping[str, str]) -> list[Match]:
    """Return one match for each candidate, in their order; no risk is taken for two of them.

    What an officer has told comes first, then what was decided for the import that is replaced, then titles.
    """
    matches = {one: _told(one, register, told[one.number]) for one in candidates if one.number in told}
    for one in candidates:
        before = next((entry for entry in register.replaced if _alike(one, entry)), None)
        if one not in matches and before and before.risk_id not in _taken(matches.values()):
            matches[one] = replace(_same(one, before), decided=True, kept=before.match)
    pool = _pool(register, _taken(matches.values()))
    rest = [one for one in candidates if one not in matches]
    for one, entry in _pairs(rest, pool):
        if one not in matches and entry.risk_id not in _taken(matches.values()):
            matches[one] = _same(one, entry)
    return [matches.get(one) or _new(one, register) for one in candidates]


def told_problems(
    kinds: Mapping[str, str], register: Register, told: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return what was found and what is allowed for each thing told that cannot be so."""
    problems = []
    for number, risk_id in told.items():
        allowed = [known for known, entry in register.risks.items() if entry.kind == kinds.get(number)]
        if number not in kinds:
            problems.append(
                (f"--match {number}={risk_id}", f"a number of the file: {', '.join(kinds) or 'none'}")
            )
        elif risk_id != NEW and risk_id not in allowed:
            problems.append(
                (f"--match {number}={risk_id}", f"{NEW}, or a known {kinds[number]}: {', '.join(allowed)}")
            )
    repeated = {
        risk_id for risk_id in told.values() if risk_id != NEW and list(told.values()).count(risk_id) > 1
    }
    return problems + [
        (f"--match {risk_id} for two numbers", "each risk once") for risk_id in sorted(repeated)
    ]


def similarity(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 100."""
    if heading_key(one) == heading_key(other):
        return 100.0
    return round(fuzz.token_set_ratio(one, other, processor=utils.default_process), 1)


def closed(matches: list[Match], register: Register) -> list[Entry]:
    """Return the entries of the compared quarter that no entry was matched with."""
    return [entry for entry in register.entries if entry.risk_id not in _taken(matches)]


def _taken(matches: Iterable[Match]) -> set[str | None]:
    return {match.risk_id for match in matches}


def _alike(one: Candidate, entry: Entry) -> bool:
    return (
        one.kind == entry.kind
        and one.number == entry.number
        and heading_key(one.title) == heading_key(entry.title)
    )


def _pool(register: Register, taken: set[str | None]) -> list[Entry]:
    compared = {entry.risk_id for entry in register.entries}
    own = [entry for entry in register.replaced if entry.risk_id not in compared]
    return [entry for entry in [*register.entries, *own] if entry.risk_id not in taken]


def _pairs(candidates: list[Candidate], pool: list[Entry]) -> list[tuple[Candidate, Entry]]:
    """Return the pairs whose titles are alike, the most alike first."""
    scored = [
        (similarity(one.title, entry.title), _order(one, entry), one, entry)
        for one in candidates
        for entry in pool
        if one.kind == entry.kind
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [(one, entry) for likeness, _, one, entry in scored if likeness >= ALIKE]


def _order(one: Candidate, entry: Entry) -> tuple[float, bool]:
    """Return which of two equally alike pairs comes first: fewer other words, then the same number."""
    whole = fuzz.token_sort_ratio(one.title, entry.title, processor=utils.default_process)
    return -whole, one.number != entry.number


def _told(one: Candidate, register: Register, risk_id: str) -> Match:
    if risk_id == NEW:
        return replace(_new(one, register), decided=True)
    entry = next((entry for entry in register.entries if entry.risk_id == risk_id), register.risks[risk_id])
    return replace(_same(one, entry), decided=True)


def _same(one: Candidate, entry: Entry) -> Match:
    renumbered = ["renumbered"] if one.number != entry.number else []
    retitled = ["retitled"] if heading_key(one.title) != heading_key(entry.title) else []
    changes = [*renumbered, *retitled]
    return Match(
        one.number,
        one.kind,
        one.title,
        entry.risk_id,
        entry.number or None,
        entry.title,
        entry.score,
        one.score,
        similarity(one.title, entry.title),
        " and ".join(changes) or "same",
        not changes,
    )


def _new(one: Candidate, register: Register) -> Match:
    likeness = [similarity(one.title, entry.title) for entry in register.entries if entry.kind == one.kind]
    return Match(
        one.number,
        one.kind,
        one.title,
        None,
        None,
        None,
        None,
        one.score,
        max(likeness, default=None),
        NEW,
        False,
    )
