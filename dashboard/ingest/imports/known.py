"""What the store knows before a file is taken in: registers and their scale, themes, scales, milestones."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

import duckdb


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register as a quarter kept it; `match` is how an import tied it to its risk."""

    risk_id: str
    kind: str
    number: str
    title: str
    score: int | None = None
    match: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of a register: the score of each cell, the word of each level by dimension and kind."""

    version: str
    scores: dict[tuple[int, int], int]
    words: dict[tuple[str, str], dict[int, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """The place and its council."""

    name: str
    council: str


@dataclass(frozen=True, slots=True)
class Register:
    """A register as it is known: its scale, its risks by name, and the entries a quarter is compared with.

    `replaced` holds the entries of the import that is to go.
    """

    scale: Scale
    quarter: str
    entries: list[Entry]
    risks: dict[str, Entry]
    replaced: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone of a plan that is kept: which document holds it, its name, and its date as printed."""

    plan: str
    programme: str
    milestone: str
    label: str
    printed: str

    @property
    def reference(self) -> str:
        """What a sheet calls it."""
        return f"{self.programme}.{self.milestone}"


def place(connection: duckdb.DuckDBPyConnection) -> Place:
    """Return the place the store is about."""
    name, council = connection.execute("SELECT name, council FROM place").fetchall()[0]
    return Place(name, council)


def themes(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the short name of each theme of savings options by its label."""
    return dict(connection.execute("SELECT label, theme FROM savings_theme ORDER BY label").fetchall())


def score_levels(connection: duckdb.DuckDBPyConnection, scale: str) -> tuple[str, ...]:
    """Return the levels of a scale of scores, worst first; none where there is no such scale."""
    rows = connection.execute(
        "SELECT level FROM appraisal_scale WHERE scale = ? ORDER BY place", [scale]
    ).fetchall()
    return tuple(level for (level,) in rows)


def score_scales(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the name of every scale of scores."""
    rows = connection.execute("SELECT DISTINCT scale FROM appraisal_scale ORDER BY 1").fetchall()
    return [scale for (scale,) in rows]


def milestones(connection: duckdb.DuckDBPyConnection) -> dict[str, Milestone]:
    """Return every milestone and decision of a plan by its reference, in the order of the plan."""
    rows = connection.execute(
        "SELECT m.source_id, m.programme, m.milestone, m.label, m.printed FROM milestone AS m "
        "JOIN plan_programme AS p USING (source_id, programme) ORDER BY p.sequence, m.source_line"
    ).fetchall()
    return {found.reference: found for found in (Milestone(*row) for row in rows)}


def levels(connection: duckdb.DuckDBPyConnection, dimension: str) -> tuple[str, ...]:
    """Return every level of one dimension that a scale has."""
    rows = connection.execute(
        "SELECT DISTINCT level FROM risk_scale WHERE dimension = ? ORDER BY 1", [dimension]
    ).fetchall()
    return tuple(str(level) for (level,) in rows)


def registers(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the name of every register that has entries."""
    rows = connection.execute("SELECT DISTINCT register FROM risk_entry ORDER BY 1").fetchall()
    return [register for (register,) in rows]


def keeper(connection: duckdb.DuckDBPyConnection, table: str, **values: str) -> str | None:
    """Return the document that holds rows of `table` with the values given, or None."""
    tests = " AND ".join(f"{name} = ${name}" for name in values)
    found = connection.execute(f"SELECT min(source_id) FROM {table} WHERE {tests}", values).fetchone()  # noqa: S608
    return found[0] if found else None


def every_risk(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the short name of every risk of every register."""
    return {risk_id for (risk_id,) in connection.execute("SELECT risk_id FROM risk").fetchall()}


def register(connection: duckdb.DuckDBPyConnection, name: str, quarter: str, replaced: Path) -> Register:
    """Return what is known of a register when `quarter` comes; `replaced` is its import that is to go."""
    compared = _compared_quarter(connection, name, quarter)
    rows = connection.execute(
        "SELECT risk_id, kind, printed_id, title, current_score FROM risk_assessment "
        "WHERE register = $name AND quarter = $quarter ORDER BY source_line",
        {"name": name, "quarter": compared},
    ).fetchall()
    known = connection.execute("SELECT risk_id, kind, title FROM risk WHERE register = ?", [name]).fetchall()
    own = [(row["risk_id"], row["kind"], row["title"]) for row in read_table(replaced, "risk")]
    risks = {risk_id: Entry(risk_id, kind, "", title) for risk_id, kind, title in [*known, *own]}
    return Register(
        _scale(connection, name, compared),
        compared,
        [Entry(*row) for row in rows],
        risks,
        _entries_of(replaced, risks),
    )


def _compared_quarter(connection: duckdb.DuckDBPyConnection, register: str, quarter: str) -> str:
    """Return the latest quarter before `quarter`, or else the first one after it."""
    found = connection.execute(
        "SELECT coalesce(max(quarter) FILTER (quarter < $quarter), min(quarter)) FROM risk_entry "
        "WHERE register = $register",
        {"register": register, "quarter": quarter},
    ).fetchall()
    return str(found[0][0])


def _scale(connection: duckdb.DuckDBPyConnection, register: str, quarter: str) -> Scale:
    version = connection.execute(
        "SELECT max(scale_version) FROM risk_entry WHERE register = ? AND quarter = ?", [register, quarter]
    ).fetchall()[0][0]
    cells = connection.execute(
        "SELECT impact, likelihood, score FROM risk_scale_score WHERE scale_version = ?", [version]
    ).fetchall()
    return Scale(
        version,
        {(impact, likelihood): score for impact, likelihood, score in cells},
        _words(connection, version),
    )


def _words(connection: duckdb.DuckDBPyConnection, version: str) -> dict[tuple[str, str], dict[int, str]]:
    rows = connection.execute(
        "SELECT dimension, level, word, coalesce(word_opportunity, word) FROM risk_scale "
        "WHERE scale_version = ? ORDER BY dimension, level",
        [version],
    ).fetchall()
    words: dict[tuple[str, str], dict[int, str]] = {}
    for dimension, level, word, word_opportunity in rows:
        words.setdefault((dimension, "risk"), {})[level] = word
        words.setdefault((dimension, "opportunity"), {})[level] = word_opportunity
    return words


def _entries_of(folder: Path, risks: dict[str, Entry]) -> list[Entry]:
    """Return the entries of an import in `folder`, none where there is no such import."""
    matches = {row["risk_id"]: row for row in read_table(folder, "risk_match")}
    return [
        Entry(
            row["risk_id"],
            risks[row["risk_id"]].kind,
            row["printed_id"],
            row["title"],
            match=matches[row["risk_id"]],
        )
        for row in read_table(folder, "risk_entry")
        if row["risk_id"] in risks
    ]


def read_table(folder: Path, table: str) -> list[dict[str, str]]:
    """Return the rows that an import keeps for one table."""
    path = folder / f"{table}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))
