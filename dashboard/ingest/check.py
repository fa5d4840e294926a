"""Run the checks: each is a query whose rows are the failures."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.errors import BuildError

PROMISE = "-- promise: "
IN_AN_IMPORT = "-- in an import: "
MEND = "Mend the figure, or record the conflict in data/correction.csv."


@dataclass(frozen=True, slots=True)
class Check:
    """One file of data/checks/: the promise is its first line, the rest a query for the rows that break it.

    The query answers source_id, source_line, printed, subject (which figure) and detail (a sentence).
    `kind` is the kind of correction that a failing row of an import becomes; without one it is refused.
    """

    name: str
    promise: str
    sql: str
    kind: str | None = None


def read_checks(folder: Path) -> list[Check]:
    """Return the checks of `folder` in name order.

    Raises:
        BuildError: a check does not begin with its promise.
    """
    checks = []
    for path in sorted(folder.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        first, _, rest = text.partition("\n")
        if not first.startswith(PROMISE):
            raise BuildError(
                f"{path} has no promise.", [f"{path}: the first line must be `{PROMISE}` and one sentence."]
            )
        second = rest.partition("\n")[0]
        kind = second.removeprefix(IN_AN_IMPORT).strip() if second.startswith(IN_AN_IMPORT) else None
        checks.append(Check(path.stem, first.removeprefix(PROMISE).strip(), rest, kind))
    return checks


def run_checks(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[str]:
    """Store every result in check_result and return one sentence per failure that no correction explains.

    A failure is explained by the correction with the same check, source, line, printed text and subject;
    a correction that explains no failure is itself a failure. Where a check allows it, what it finds in an
    import becomes a correction that is not decided.
    """
    problems: list[str] = []
    for check in read_checks(folder):
        try:
            _run(connection, check)
        except duckdb.Error as error:
            raise BuildError(
                f"The check {check.name} cannot run.", [f"{check.name}: {str(error).splitlines()[0]}"]
            ) from error
        problems += _unexplained(connection, check)
    return problems + _stale_corrections(connection)


FAILING_SQL = """
CREATE OR REPLACE TEMP TABLE failing AS
SELECT DISTINCT source_id, source_line, printed, subject, detail FROM ({}) AS found
"""

# What a check finds in an import stands in the open at once, even where the check is newer than the import.
UNDECIDED_SQL = """
INSERT INTO correction
SELECT source_id, source_line, printed, 'not decided', string_agg(detail, ' ' ORDER BY detail),
  any_value(imported_by), $kind, $name, subject
FROM failing JOIN imported_file USING (source_id)
ANTI JOIN (SELECT * FROM correction WHERE check_name = $name) AS known
  USING (source_id, source_line, printed, subject)
GROUP BY source_id, source_line, printed, subject
"""

JUDGED_SQL = """
INSERT INTO check_result
WITH judged AS (
  SELECT failing.*, EXISTS (
    SELECT 1 FROM correction
    WHERE correction.check_name = $name AND correction.source_id = failing.source_id
      AND correction.source_line = failing.source_line AND correction.printed = failing.printed
      AND correction.subject = failing.subject
  ) AS corrected FROM failing
)
SELECT $name, $promise, coalesce(bool_and(corrected), true),
  coalesce(list({
    source_id: source_id, source_line: source_line, printed: printed,
    subject: subject, detail: detail, corrected: corrected
  } ORDER BY source_line, subject, printed), [])
FROM judged
"""


def _run(connection: duckdb.DuckDBPyConnection, check: Check) -> None:
    connection.execute(FAILING_SQL.format(check.sql.rstrip().rstrip(";")))
    if check.kind:
        connection.execute(UNDECIDED_SQL, {"kind": check.kind, "name": check.name})
    connection.execute(JUDGED_SQL, {"name": check.name, "promise": check.promise})
    connection.execute("DROP TABLE failing")


def _unexplained(connection: duckdb.DuckDBPyConnection, check: Check) -> list[str]:
    rows = connection.execute(
        "SELECT failure.source_id, failure.source_line, failure.printed, failure.subject, failure.detail, "
        "failure.source_id IN (SELECT source_id FROM imported_file) "
        "FROM (SELECT unnest(failures) AS failure FROM check_result WHERE name = $name) "
        "WHERE NOT failure.corrected",
        {"name": check.name},
    ).fetchall()
    return [
        f"{check.name}: {source_id}, line {line}, {subject}, printed {printed!r}: {detail} "
        + ("Import a mended file." if imported else MEND)
        for source_id, line, printed, subject, detail, imported in rows
    ]


def _stale_corrections(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        """
        SELECT check_name, source_id, source_line, printed, subject FROM correction
        WHERE NOT EXISTS (
          SELECT 1 FROM (SELECT name, unnest(failures) AS failure FROM check_result)
          WHERE name = check_name AND failure.source_id = correction.source_id
            AND failure.source_line = correction.source_line
            AND failure.printed = correction.printed AND failure.subject = correction.subject
        )
        """
    ).fetchall()
    return [
        f"data/correction.csv: {source_id}, line {line}, {subject}, printed {printed!r}: "
        f"the check {name} finds no such failure. Remove the correction or mend its key."
        for name, source_id, line, printed, subject in rows
    ]
