"""Read a Fingertips download into the tables of the store, set aside in a file of their own."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from dashboard.ingest.build import make_tables
from dashboard.ingest.fingertips.areas import area_problems
from dashboard.ingest.fingertips.columns import OPTIONAL, REQUIRED, header_problems, read_header
from dashboard.ingest.fingertips.compare import compare, country
from dashboard.ingest.fingertips.failures import in_words
from dashboard.ingest.fingertips.metadata import Metadata, read_metadata
from dashboard.ingest.fingertips.parquet import MEMORY, TABLES
from dashboard.ingest.fingertips.periods import period_problems
from dashboard.ingest.fingertips.problems import cell_problems, repeated_rows
from dashboard.ingest.fingertips.received import Problem, receive
from dashboard.ingest.fingertips.tables import fill_indicators, fill_values

Progress = Callable[[str, int, int], None]

THREADS = 2


@dataclass(frozen=True, slots=True)
class Result:
    """What reading a download found: nothing is kept while there are problems.

    `problems` and `notices` are sentences; `rows` counts the rows of each table, `received` of the file.
    """

    problems: list[str]
    notices: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    received: int = 0


def read(
    file: Path,
    metadata_file: Path | None,
    staging: Path,
    *,
    data: Path,
    source_id: str,
    benchmark_code: str | None = None,
    progress: Progress = lambda *_: None,
) -> Result:
    """Read `file` into a new database `staging` with the tables of `data`/schema; every problem at once.

    Compared with is `benchmark_code`, or the country where none is given. Memory stays bounded however large
    the file is. With problems, `staging` is not left behind.
    """
    metadata, found = read_metadata(metadata_file) if metadata_file else ({}, [])
    problems = _named(metadata_file, found)
    header, wrong = _header(file)
    if wrong:
        return Result(problems + _named(file, wrong))
    _remove(staging)
    try:
        with _open(staging) as connection:
            make_tables(connection, data)
            wrong, notices = _receive(connection, file, header, staging, progress)
            problems += _named(file, wrong + _no_benchmark(connection, benchmark_code))
            result = (
                Result(problems)
                if problems
                else _fill(connection, metadata, source_id, benchmark_code, notices, progress)
            )
    except (duckdb.Error, OSError) as error:
        result = Result(problems + _named(file, [Problem(None, None, in_words(error))]))
    if result.problems:
        _remove(staging)
    return result


def _receive(
    connection: duckdb.DuckDBPyConnection, file: Path, header: list[str], staging: Path, progress: Progress
) -> tuple[list[Problem], list[str]]:
    """Take in the rows as text; return every problem of them and what is to be noticed."""
    broken = receive(connection, file, header, _spare(staging))
    progress("read", 1, 1)
    repeated, same = repeated_rows(connection)
    problems = [*broken, *cell_problems(connection), *period_problems(connection)]
    problems += [*area_problems(connection), *repeated, *_empty(connection)]
    progress("checked", 1, 1)
    return problems, [f"Rows left out because they repeat an earlier row: {same:,}."] if same else []


def _spare(staging: Path) -> Path:
    return staging.with_name(f"{staging.name}.csv")


def _open(staging: Path) -> duckdb.DuckDBPyConnection:
    config = {"memory_limit": MEMORY, "threads": str(THREADS), "temp_directory": f"{staging}.tmp"}
    return duckdb.connect(str(staging), config=dict(config))


def _header(file: Path) -> tuple[list[str], list[Problem]]:
    header, failure = read_header(file)
    if failure:
        return [], [Problem(None, None, failure)]
    wrong = header_problems(header, REQUIRED, [*REQUIRED, *OPTIONAL])
    return header, [Problem(1, None, text) for text in wrong]


def _empty(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    rows = connection.execute(
        "SELECT (SELECT count(*) FROM received) + (SELECT count(*) FROM reject_errors)"
    ).fetchall()
    return [] if rows[0][0] else [Problem(None, None, "It has a header and no rows.")]


def _no_benchmark(connection: duckdb.DuckDBPyConnection, code: str | None) -> list[Problem]:
    known = connection.execute("SELECT 1 FROM received WHERE area_code = $code LIMIT 1", {"code": code})
    if code is None or known.fetchall():
        return []
    return [Problem(None, None, f"No row is of the area {code!r} that all others are to be compared with.")]


def _fill(
    connection: duckdb.DuckDBPyConnection,
    metadata: Metadata,
    source_id: str,
    benchmark_code: str | None,
    notices: list[str],
    progress: Progress,
) -> Result:
    """Fill the tables from received rows that are known to be sound."""
    notices = notices + fill_indicators(connection, metadata, source_id)
    fill_values(connection, source_id)
    progress("values", 1, 1)
    benchmark = benchmark_code or country(connection)
    if benchmark:
        compare(connection, benchmark, progress)
    else:
        notices.append("Nothing is compared: not exactly one area of the file is part of no other area.")
    rows = {name: _count(connection, name) for name in TABLES}
    received = _count(connection, "received")
    connection.execute("DROP TABLE received")
    connection.execute("CHECKPOINT")
    return Result([], notices, rows, received)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.table(table).count("*").fetchall()[0][0])


def _named(file: Path | None, problems: list[Problem]) -> list[str]:
    """Return the problems as sentences that name the file, in order of rows."""
    ordered = sorted(problems, key=lambda problem: problem.row or 0)
    return [f"{file.name if file else ''}: {problem}" for problem in ordered]


def _remove(staging: Path) -> None:
    """Remove a staging file and what an interrupted run left beside it."""
    for path in (staging, staging.with_name(f"{staging.name}.wal"), _spare(staging)):
        path.unlink(missing_ok=True)
    shutil.rmtree(f"{staging}.tmp", ignore_errors=True)
