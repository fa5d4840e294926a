"""The layout of a risk register, and what its rows become."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.ingest.imports.columns import Column, Line, heading_key
from dashboard.ingest.imports.known import Register, Scale
from dashboard.ingest.imports.matching import Match
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import RiskRegister
from dashboard.ingest.imports.values import TO_BE_CONFIRMED, choice, line_of, paragraphs, slug

Rows = dict[str, list[dict[str, Any]]]

SHEET = "Risks"
KINDS = ("risk", "opportunity")
DIRECTIONS = ("level", "static", "reducing", "increasing")

COLUMNS = [
    Column("Number", "Number of the entry in this quarter, such as CR1. Each once.", needed=True),
    Column("Kind", "risk or opportunity.", needed=True, words=KINDS),
    Column("Title", "What it is called, short. Quarters are matched by it.", needed=True),
    Column("Owner", "The post or team that owns it, never the name of a person."),
    Column("Risk type", "Type of the risk, in the words of the register."),
    Column("Description", "What may happen. Each line of the cell is one statement."),
    Column(
        "Consequences or benefits", "Of a risk its consequences, of an opportunity its benefits; one a line."
    ),
    Column(
        "Controls or progress", "Of a risk the controls in place, of an opportunity the progress; one a line."
    ),
    Column("Actions", "What is planned to mitigate a risk or to maximise an opportunity; one a line."),
    Column("Current score", "With today's controls: a score of the scale, TBC, or blank.", number_format="0"),
    Column(
        "Current impact",
        "Level or word of the scale; blank, with the likelihood, where only the score is known.",
    ),
    Column("Current likelihood", "Level or word of the scale."),
    Column(
        "Residual score", "After the actions planned: a score of the scale, TBC, or blank.", number_format="0"
    ),
    Column("Residual impact", "Level or word of the scale."),
    Column("Residual likelihood", "Level or word of the scale."),
    Column(
        "Direction of travel",
        "level, static, reducing or increasing; other words are kept as words without a direction.",
        words=DIRECTIONS,
    ),
]

STATEMENTS = {
    "Description": ("description", "description"),
    "Consequences or benefits": ("consequence", "benefit"),
    "Controls or progress": ("control", "progress"),
    "Actions": ("mitigation", "maximising"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """A score as received, with its levels where they are given."""

    score_kind: str
    value: int | None
    printed: str
    impact: int | None
    likelihood: int | None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One row of the sheet, understood."""

    line: Line
    number: str
    kind: str
    title: str
    owner: str | None
    risk_type: str | None
    direction: str | None
    direction_text: str | None
    scores: list[Score]
    statements: list[tuple[str, str, str]]

    @property
    def current_score(self) -> int | None:
        """The current score, where there is one."""
        return next((score.value for score in self.scores if score.score_kind == "current"), None)


def read_rows(lines: list[Line], scale: Scale) -> list[RiskRow]:
    """Return the rows understood; whatever is wrong in any of them is reported."""
    rows = [row for line in lines if (row := _row(line, scale))]
    first: dict[str, int] = {}
    for row in rows:
        before = first.setdefault(heading_key(row.number), row.line.number)
        if before != row.line.number:
            row.line.refuse("Number", f"{shown(row.number)}, as in row {before}", "each number once")
    return rows


def _row(line: Line, scale: Scale) -> RiskRow | None:
    number = line.take("Number", _number, needed=True)
    kind = line.take("Kind", choice({kind: kind for kind in KINDS}), needed=True)
    title = line.take("Title", line_of, needed=True)
    direction = line.take("Direction of travel", line_of)
    known = kind or KINDS[0]
    row = RiskRow(
        line,
        number or "",
        known,
        title or "",
        line.take("Owner", line_of),
        line.take("Risk type", line_of),
        _direction(direction),
        direction,
        [score for name in ("Current", "Residual") if (score := _score(line, name, known, scale))],
        list(_statements(line, known)),
    )
    return row if number and kind and title else None


def _number(text: str) -> str:
    number = line_of(text)
    if "=" in number or len(number) > 20:
        raise NotAllowedError(shown(text), "a number of at most 20 characters, without =")
    return number


def _direction(text: str | None) -> str | None:
    if text is None:
        return None
    return text.casefold() if text.casefold() in DIRECTIONS else "narrative"


def _statements(line: Line, kind: str) -> Iterator[tuple[str, str, str]]:
    for heading, fields in STATEMENTS.items():
        for statement in line.take(heading, paragraphs) or []:
            yield heading, fields[KINDS.index(kind)], statement


def _score(line: Line, name: str, kind: str, scale: Scale) -> Score | None:
    """Return one of the two scores of a row: its number, and its cell where both levels are given."""
    heading = f"{name} score"
    text = line.take(heading, _score_text(scale))
    impact, likelihood = (
        line.take(f"{name} {dimension}", _level(scale, dimension, kind))
        for dimension in ("impact", "likelihood")
    )
    given = [line.has(f"{name} {dimension}") for dimension in ("impact", "likelihood")]
    if any(given) and not all(given):
        missing = "likelihood" if given[0] else "impact"
        line.refuse(f"{name} {missing}", "a blank cell", "both impact and likelihood, or neither")
    if any(given) and (not line.has(heading) or text in TO_BE_CONFIRMED):
        line.refuse(heading, shown(text or ""), "the score where impact and likelihood are given")
    if text is None:
        return None
    value = None if text in TO_BE_CONFIRMED else int(text)
    if value is not None and impact and likelihood and scale.scores.get((impact, likelihood)) != value:
        line.refuse(
            heading,
            shown(text),
            f"{scale.scores.get((impact, likelihood))}, as impact {impact} and likelihood {likelihood} give",
        )
    return Score(name.lower(), value, text, impact, likelihood)


def _score_text(scale: Scale) -> Callable[[str], str]:
    allowed = sorted(set(scale.scores.values()))

    def read(text: str) -> str:
        if text.upper() in TO_BE_CONFIRMED:
            return text.upper()
        if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) not in allowed:
            raise NotAllowedError(shown(text), f"one of {', '.join(map(str, allowed))}, TBC or a blank cell")
        return text

    return read


def _level(scale: Scale, dimension: str, kind: str) -> Callable[[str], int]:
    words = scale.words[dimension, kind]
    known = {str(level): level for level in words} | {
        heading_key(word): level for level, word in words.items()
    }

    def read(text: str) -> int:
        try:
            return known[heading_key(text)]
        except KeyError:
            allowed = ", ".join(f"{level} {word}" for level, word in words.items())
            raise NotAllowedError(shown(text), f"a level or its word: {allowed}") from None

    return read


def risk_ids(matches: list[Match], used: set[str]) -> list[str]:
    """Return the short name of the risk of each match; a new one is named after its title."""
    names = []
    for match in matches:
        name = match.risk_id or _free(slug(match.title) or slug(f"risk {match.number}") or "risk", used)
        used.add(name)
        names.append(name)
    return names


def _free(name: str, used: set[str]) -> str:
    place, free = 1, name
    while free in used:
        place += 1
        free = f"{name}_{place}"
    return free


def tables(
    rows: list[RiskRow],
    matches: list[Match],
    register: Register,
    kept: set[str],
    request: RiskRegister,
    at: datetime,
    report: Report,
) -> tuple[Rows, list[str]]:
    """Return the rows of each table that an import of a register fills, and the name of the risk of each row.

    `kept` are the risks that other documents and imports keep.
    """
    names = risk_ids(matches, set(kept) | {match.risk_id for match in matches if match.risk_id})
    found: Rows = {"risk": [], "risk_entry": [], "risk_score": [], "risk_statement": [], "risk_match": []}
    for row, match, name in zip(rows, matches, names, strict=True):
        key = {"risk_id": name, "quarter": request.quarter}
        if name not in kept:
            earlier = register.risks.get(name)
            title = earlier.title if earlier else row.title
            found["risk"].append(
                {
                    "risk_id": name,
                    "register": request.register,
                    "kind": row.kind,
                    "title": title,
                    "note": None,
                }
            )
        found["risk_entry"].append({**key, **_entry(row, register.scale, request, report)})
        found["risk_score"] += [
            {**key, **_score_row(row, score, register.scale, report)} for score in row.scores
        ]
        found["risk_statement"] += [{**key, **one} for one in _statement_rows(row, report)]
        found["risk_match"].append({**key, **_match_row(match, request, at)})
    return found, names


def _where(line: Line, report: Report, column: str | None = None) -> dict[str, Any]:
    return {"source_line": line.number, "locator": report.locator(line.number, column), "status": "printed"}


def _entry(row: RiskRow, scale: Scale, request: RiskRegister, report: Report) -> dict[str, Any]:
    optional = {"owner": row.owner, "direction": row.direction, "risk_type": row.risk_type}
    states = {f"{name}_state": "legible" if value else "missing" for name, value in optional.items()}
    told = row.direction == "narrative"
    return {
        "register": request.register,
        "printed_id": row.number,
        "id_as_printed": row.number,
        "title": row.title,
        **optional,
        **states,
        "scale_version": scale.version,
        "note": f"Direction of travel as received: {row.direction_text}" if told else None,
        **_where(row.line, report, "Number"),
    }


def _score_row(row: RiskRow, score: Score, scale: Scale, report: Report) -> dict[str, Any]:
    return {
        "score_kind": score.score_kind,
        "value": score.value,
        "impact_word": scale.words["impact", row.kind][score.impact] if score.impact else None,
        "likelihood_word": scale.words["likelihood", row.kind][score.likelihood]
        if score.likelihood
        else None,
        "printed": score.printed,
        **_where(row.line, report, f"{score.score_kind.capitalize()} score"),
    }


def _statement_rows(row: RiskRow, report: Report) -> Iterator[dict[str, Any]]:
    counted: dict[str, int] = {}
    for heading, name, statement in row.statements:
        counted[name] = counted.get(name, 0) + 1
        yield {
            "field": name,
            "sequence": counted[name],
            "summary": statement,
            "flag": None,
            "anchor": statement[:60].strip(),
            **_where(row.line, report, heading),
        }


def _match_row(match: Match, request: RiskRegister, at: datetime) -> Mapping[str, Any]:
    """Return the decision on one entry; one made for the import that is replaced stays as it was made."""
    names = ("earlier_title", "similarity", "decision", "decided_by", "decided_at")
    if match.kept:
        return {name: match.kept[name] for name in names}
    decision = "same" if match.risk_id else "new"
    return dict(zip(names, (match.earlier_title, match.similarity, decision, request.by, at), strict=True))
