"""What the store says of registers, their entries, scales, bands and matches."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.domain.fact import Fact
from dashboard.domain.matrix import Scale
from dashboard.domain.risk import Assessment, Band
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Held:
    """One quarter of one register, the part of the document it stands in, and how much of it is scored."""

    register: str
    quarter: str
    source_id: str
    title: str
    part: str
    entries: int
    scored: int


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scale in words, for risks and for opportunities."""

    dimension: str
    level: int
    word: str
    word_opportunity: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an entry, in our own words."""

    field: str
    summary: str
    flag: str | None
    source_line: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Something odd about an entry."""

    risk_id: str
    flag: str
    summary: str
    source_line: int


@dataclass(frozen=True, slots=True)
class Match:
    """An officer's decision that an entry is a risk known before, or a new one."""

    risk_id: str
    earlier_title: str | None
    similarity: float | None
    decision: str
    decided_by: str
    decided_at: datetime


HELD_SQL = """
SELECT a.register, a.quarter, a.source_id, s.title,
  CASE count(DISTINCT e.locator) WHEN 1 THEN any_value(e.locator) ELSE '' END AS part,
  count(*)::INTEGER AS entries,
  count(coalesce(a.current_score, a.residual_score))::INTEGER AS scored
FROM risk_assessment AS a JOIN source AS s USING (source_id)
JOIN risk_entry AS e ON e.risk_id = a.risk_id AND e.register = a.register AND e.quarter = a.quarter
GROUP BY a.register, a.quarter, a.source_id, s.title
ORDER BY max(count(*)) OVER (PARTITION BY a.register) DESC, a.register, a.quarter DESC
"""

ASSESSMENTS_SQL = """
SELECT risk_id, source_id, register, quarter, printed_id, id_as_printed, kind, title,
  current_score, current_impact, current_likelihood, current_cell, current_line,
  residual_score, residual_impact, residual_likelihood, residual_cell, residual_line,
  owner, owner_state, direction, direction_state, risk_type, risk_type_state, scale_version, note, source_line
FROM risk_assessment WHERE register = $register
ORDER BY quarter, kind DESC, source_line, printed_id
"""

SCORES_SQL = """
SELECT e.printed_id || ', ' || score_kind AS series, s.quarter AS period, value::DOUBLE AS value,
  'score' AS unit, s.printed, s.status::VARCHAR AS status, s.source_id, s.source_line, s.locator
FROM risk_score AS s JOIN risk_entry AS e USING (source_id, risk_id, quarter)
WHERE s.source_id = $source_id AND s.quarter = $quarter AND value IS NOT NULL
ORDER BY e.source_line, score_kind
"""

SCALE_FACTS_SQL = """
SELECT 'impact ' || impact || ', likelihood ' || likelihood AS series, '' AS period, score::DOUBLE AS value,
  'score' AS unit, printed, status::VARCHAR AS status, source_id, source_line, locator
FROM risk_scale_score WHERE scale_version = $scale ORDER BY source_line, likelihood
"""

LEVELS_SQL = """
SELECT dimension, level, word, coalesce(word_opportunity, word) AS word_opportunity
FROM risk_scale WHERE scale_version = $scale ORDER BY dimension, level
"""

CELLS_SQL = "SELECT impact, likelihood, score FROM risk_grid WHERE scale_version = $scale"

BANDS_SQL = """
SELECT scheme, scheme_label, band, word, score_from, score_to, note FROM risk_band ORDER BY scheme, band
"""

STATEMENTS_SQL = """
SELECT field, summary, flag, source_line FROM risk_statement
WHERE source_id = $source_id AND risk_id = $risk_id AND quarter = $quarter ORDER BY field, sequence
"""

FLAGS_SQL = """
SELECT risk_id, flag, summary, source_line FROM risk_flag
WHERE source_id = $source_id AND quarter = $quarter ORDER BY source_line, flag, summary
"""

MATCHES_SQL = """
SELECT risk_id, earlier_title, similarity, decision, decided_by, decided_at FROM risk_match
WHERE source_id = $source_id AND quarter = $quarter ORDER BY risk_id
"""


def held(store: Store) -> list[Held]:
    """Return every quarter of every register: the register with most entries first, each newest first."""
    return store.rows(HELD_SQL, Held)


def assessments(store: Store, register: str) -> list[Assessment]:
    """Return the entries of every quarter of a register: oldest quarter first, risks first, as printed."""
    return store.rows(ASSESSMENTS_SQL, Assessment, register=register)


def scores(store: Store, source_id: str, quarter: str) -> list[Fact]:
    """Return every printed score of one quarter's register, as "CR1, current" and "CR1, residual"."""
    return store.rows(SCORES_SQL, Fact, source_id=source_id, quarter=quarter)


def scale_facts(store: Store, scale: str) -> list[Fact]:
    """Return the printed score of every cell of a scale."""
    return store.rows(SCALE_FACTS_SQL, Fact, scale=scale)


def scale(store: Store, version: str, *, opportunity: bool = False) -> Scale | None:
    """Return a version of the scale, with the words for opportunities if asked; None where none is kept."""
    words: dict[str, dict[int, str]] = {"impact": {}, "likelihood": {}}
    for level in store.rows(LEVELS_SQL, Level, scale=version):
        words[level.dimension][level.level] = level.word_opportunity if opportunity else level.word
    _, cells = store.table(CELLS_SQL, {"scale": version})
    if not cells:
        return None
    return Scale(words["impact"], words["likelihood"], {(i, j): score for i, j, score in cells})


def bands(store: Store) -> list[Band]:
    """Return the bands of every scheme, lowest first."""
    return store.rows(BANDS_SQL, Band)


def statements(store: Store, entry: Assessment) -> list[Statement]:
    """Return what the register says of one entry, by field, in its order."""
    return store.rows(
        STATEMENTS_SQL, Statement, source_id=entry.source_id, risk_id=entry.risk_id, quarter=entry.quarter
    )


def flags(store: Store, source_id: str, quarter: str) -> list[Flag]:
    """Return what is odd about the entries of one quarter's register."""
    return store.rows(FLAGS_SQL, Flag, source_id=source_id, quarter=quarter)


def matches(store: Store, source_id: str, quarter: str) -> dict[str, Match]:
    """Return the officer's decisions on the entries of one quarter's register, by risk."""
    found = store.rows(MATCHES_SQL, Match, source_id=source_id, quarter=quarter)
    return {match.risk_id: match for match in found}
