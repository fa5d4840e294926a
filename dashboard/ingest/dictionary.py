"""Describe every table and column of the store, from the comments that the schema carries."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.ingest.build import make_tables

CONTRACT = (
    "source",
    "fact",
    "correction",
    "check_result",
    "savings_option",
    "savings_profile",
    "risk_assessment",
)

INTRODUCTION = """\
# Data dictionary

Every table and column of a release, made from the comments in `data/schema/` by
`placeboard dictionary > docs/data-dictionary.md`. Ask it anything with `placeboard sql "SELECT ..."`.
"""

PUBLIC = "## Public contract: stable, others query it\n"

TABLES_SQL = """
SELECT table_name, 'table', coalesce(comment, '') FROM duckdb_tables() WHERE NOT internal
UNION ALL SELECT view_name, 'view', coalesce(comment, '') FROM duckdb_views() WHERE NOT internal
ORDER BY 1
"""

# A view does not state which of its columns may be empty.
COLUMNS_SQL = """
SELECT table_name, column_name, data_type,
  is_nullable AND table_name IN (SELECT table_name FROM duckdb_tables()),
  replace(coalesce(comment, ''), '|', chr(92) || '|')
FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index
"""

KEYS_SQL = """
SELECT table_name, array_to_string(constraint_column_names, ', ')
FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'
"""

ENUMS_SQL = (
    "SELECT type_name, labels FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the dictionary shows it."""

    name: str
    data_type: str
    optional: bool
    text: str

    def row(self) -> str:
        """Return the line of the Markdown table."""
        return (
            f"| `{self.name}` | {self.data_type}{', may be empty' if self.optional else ''} | {self.text} |"
        )


def data_dictionary(data: Path) -> str:
    """Return the data dictionary of data/schema/ as Markdown, the public contract first.

    Raises:
        BuildError: a statement of the schema is wrong.
    """
    with duckdb.connect() as connection:
        make_tables(connection, data)
        enums = connection.execute(ENUMS_SQL).fetchall()
        sections = _sections(
            connection, {f"ENUM({', '.join(map(repr, labels))})": name for name, labels in enums}
        )
    public = [sections.pop(name) for name in CONTRACT if name in sections]
    types = [f"`{name}`: one of {', '.join(labels)}.\n" for name, labels in enums]
    headed = [INTRODUCTION, PUBLIC, *public, "## Everything else\n", *sections.values(), "## Types\n", *types]
    return "\n".join(headed)


def _sections(connection: duckdb.DuckDBPyConnection, type_names: dict[str, str]) -> dict[str, str]:
    tables = connection.execute(TABLES_SQL).fetchall()
    keys = dict(connection.execute(KEYS_SQL).fetchall())
    columns: dict[str, list[Column]] = {table: [] for table, _, _ in tables}
    for table, name, data_type, optional, text in connection.execute(COLUMNS_SQL).fetchall():
        columns[table].append(Column(name, type_names.get(data_type, data_type), optional, text))
    return {
        table: _section(table, kind, text, keys.get(table), columns[table]) for table, kind, text in tables
    }


def _section(table: str, kind: str, text: str, key: str | None, columns: list[Column]) -> str:
    lines = [f"### {table} ({kind})", "", text]
    if key:
        lines += ["", f"Key: {key}."]
    lines += ["", "| column | type | what it holds |", "|---|---|---|"]
    lines += [column.row() for column in columns]
    return "\n".join(lines) + "\n"
