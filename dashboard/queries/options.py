"""Appraisals of options: what was weighed, on which criteria, with which scores, for and against."""

from dataclasses import dataclass

from dashboard.errors import QueryError
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class AppraisalHead:
    """One appraisal with the place it is printed; `scale` is empty where nothing is scored."""

    appraisal: str
    title: str
    question: str
    scale: str
    note: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option with what became of it, and how that is known."""

    option: str
    title: str
    summary: str
    standing: str
    standing_note: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, with what it means or what is odd about it."""

    criterion: str
    title: str
    note: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Score:
    """One score as printed; `level` is empty where none is given."""

    option: str
    criterion: str
    level: str
    printed: str
    source_line: int
    locator: str
    status: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scale, and what it counts unless a reader chooses another number."""

    level: str
    number: float
    note: str


@dataclass(frozen=True, slots=True)
class Argument:
    """One feature, pro or con of an option, in our words."""

    option: str
    side: str
    summary: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Appraisal:
    """An appraisal with all that belongs to it, each in the order printed, levels worst first."""

    head: AppraisalHead
    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    scores: tuple[Score, ...]
    levels: tuple[Level, ...]
    arguments: tuple[Argument, ...]


HEADS_SQL = """
SELECT appraisal, title, question, coalesce(scale, '') AS scale, coalesce(note, '') AS note, source_id,
  source_line, locator
FROM appraisal
WHERE appraisal IN (SELECT appraisal FROM appraisal_option)
ORDER BY scale IS NULL, source_id IN (SELECT source_id FROM imported_file), source_id, source_line
"""
OPTIONS_SQL = """
SELECT option, title, summary, standing, coalesce(standing_note, '') AS standing_note, source_line, locator
FROM appraisal_option WHERE appraisal = $appraisal ORDER BY source_line, rowid
"""
CRITERIA_SQL = """
SELECT criterion, title, coalesce(note, '') AS note, source_line, locator
FROM appraisal_criterion WHERE appraisal = $appraisal ORDER BY source_line, rowid
"""
SCORES_SQL = """
SELECT option, criterion, coalesce(level, '') AS level, printed, source_line, locator,
  status::VARCHAR AS status
FROM appraisal_score WHERE appraisal = $appraisal ORDER BY source_line, option
"""
# Where a document has criteria and prints no scores, these levels are offered to try; ours.
LEVELS_SQL = """
SELECT level, number, note FROM appraisal_scale
WHERE scale = coalesce(nullif($scale, ''), 'rag')
  AND $appraisal IN (SELECT appraisal FROM appraisal_criterion)
ORDER BY place
"""
ARGUMENTS_SQL = """
SELECT option, side, summary, source_line, locator
FROM appraisal_argument WHERE appraisal = $appraisal ORDER BY option, side, sequence
"""


def appraisals(store: Store) -> list[AppraisalHead]:
    """Return every appraisal: those with scores first, and of them those of documents before imports."""
    return store.rows(HEADS_SQL, AppraisalHead)


def appraisal(store: Store, name: str) -> Appraisal:
    """Return the appraisal `name` with its options, criteria, scores and arguments.

    Raises:
        QueryError: there is no such appraisal.
    """
    heads = {head.appraisal: head for head in appraisals(store)}
    if name not in heads:
        raise QueryError(f"There is no appraisal {name}. There are: {', '.join(heads) or 'none'}.")
    return Appraisal(
        heads[name],
        tuple(store.rows(OPTIONS_SQL, Option, appraisal=name)),
        tuple(store.rows(CRITERIA_SQL, Criterion, appraisal=name)),
        tuple(store.rows(SCORES_SQL, Score, appraisal=name)),
        tuple(store.rows(LEVELS_SQL, Level, appraisal=name, scale=heads[name].scale)),
        tuple(store.rows(ARGUMENTS_SQL, Argument, appraisal=name)),
    )
