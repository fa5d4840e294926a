"""Documents, corrections, checks, glossary, tables and the release itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.domain.words import Spellings
from dashboard.errors import QueryError
from dashboard.store import Store

PUBLIC_VIEWS = ("fact", "figure", "risk_assessment")
# A table of more rows is not sent as one file: it would be held in memory whole.
MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Source:
    """A document or return that figures come from."""

    source_id: str
    title: str
    publisher: str
    published_text: str
    status: str
    vintage: str
    rights: str
    caution: str
    figures: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A misprint or conflict: what is printed, and the other reading."""

    source_id: str
    source_line: int
    printed: str
    reading: str
    reason: str
    decided_by: str
    kind: str
    check_name: str
    subject: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check with how many rows broke its promise; each of them is a correction."""

    name: str
    promise: str
    passed: bool
    failures: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StoreTable:
    """A table or view of the store."""

    table_name: str
    description: str
    row_count: int


@dataclass(frozen=True, slots=True)
class Place:
    """The place the store is about."""

    name: str
    council: str


@dataclass(frozen=True, slots=True)
class Release:
    """The release being served and the span of its documents."""

    release_id: str
    built_at: datetime
    first_document: str
    last_document: str


SOURCES_SQL = """
SELECT source_id, title, publisher, published_text, status, vintage, rights, caution,
  ((SELECT count(*) FROM fact WHERE fact.source_id = source.source_id)
    + coalesce(received.figures, 0))::INTEGER AS figures
FROM source LEFT JOIN (
  SELECT source_id, count(value) AS figures FROM indicator_value GROUP BY source_id
) AS received USING (source_id)
ORDER BY published
"""

CORRECTIONS_SQL = """
SELECT source_id, source_line, printed, reading, reason, decided_by, kind, check_name, subject
FROM correction
WHERE ($prefix = '' OR list_contains(string_split($prefix, ','), string_split(check_name, '_')[1]))
  AND ($source_id = '' OR source_id = $source_id)
ORDER BY (SELECT published FROM source WHERE source.source_id = correction.source_id), source_line, subject
"""

CHECKS_SQL = (
    "SELECT name, promise, passed, len(failures)::INTEGER AS failures FROM check_result ORDER BY name"
)

GLOSSARY_SQL = "SELECT term, meaning FROM glossary ORDER BY lower(term)"

TABLES_SQL = """
SELECT table_name, coalesce(comment, '') AS description, estimated_size::INTEGER AS row_count
FROM duckdb_tables() WHERE NOT internal
UNION ALL
SELECT view_name, coalesce(comment, ''),
  CASE view_name WHEN 'fact' THEN (SELECT count(*) FROM fact)
    ELSE (SELECT count(*) FROM risk_assessment) END::INTEGER
FROM duckdb_views() WHERE view_name IN ('fact', 'risk_assessment')
ORDER BY table_name
"""

PLACE_SQL = "SELECT name, council FROM place"

RELEASE_SQL = """
SELECT release_id, built_at,
  (SELECT published_text FROM source ORDER BY published LIMIT 1) AS first_document,
  (SELECT published_text FROM source ORDER BY published DESC LIMIT 1) AS last_document
FROM release
"""


def sources(store: Store) -> list[Source]:
    """Return every document with the number of figures taken from it, oldest first."""
    return store.rows(SOURCES_SQL, Source)


def corrections(store: Store, *subjects: str, source_id: str = "") -> list[Correction]:
    """Return the corrections found by checks whose name begins with one of `subjects`, or all of them.

    With `source_id` only those of that document.
    """
    return store.rows(CORRECTIONS_SQL, Correction, prefix=",".join(subjects), source_id=source_id)


def spellings(store: Store) -> Spellings:
    """Return how short names are written for readers."""
    _, rows = store.table("SELECT scope, short_name, coalesce(words, '') FROM spelling")
    parts, words = ({name: said for scope, name, said in rows if scope == kind} for kind in ("part", "word"))
    return Spellings(parts, words)


def check_results(store: Store) -> list[CheckResult]:
    """Return every check that the release passed when it was built."""
    return store.rows(CHECKS_SQL, CheckResult)


def glossary(store: Store) -> list[Term]:
    """Return the terms explained to readers, in alphabetical order."""
    return store.rows(GLOSSARY_SQL, Term)


def tables(store: Store) -> list[StoreTable]:
    """Return every table of the store that can be downloaded."""
    return store.rows(TABLES_SQL, StoreTable)


def table_rows(store: Store, name: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the columns and rows of one table, or of a view that others query.

    Raises:
        QueryError: there is no such table, or it is too large to be sent at once.
    """
    held = {table.table_name: table.row_count for table in tables(store)}
    if name not in (*PUBLIC_VIEWS, *held):
        raise QueryError(f"There is no table {name}; the page /sources lists them.")
    if held.get(name, 0) > MOST_ROWS:
        raise QueryError(
            f"The table {name} has {held[name]:,} rows, too many for one file. Ask for a part of it with the "
            "command: placeboard sql."
        )
    return store.table(f'SELECT * FROM "{name}"')  # noqa: S608 - one of the names above


def place(store: Store) -> Place:
    """Return the place the store is about."""
    return store.rows(PLACE_SQL, Place)[0]


def release(store: Store) -> Release:
    """Return the release being served."""
    return store.rows(RELEASE_SQL, Release)[0]
