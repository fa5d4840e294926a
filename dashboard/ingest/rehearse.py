"""Build a release into a temporary folder to see what every check says, and publish nothing."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from dashboard.errors import BuildError
from dashboard.ingest.build import Progress, data_hash, fill

COUNTED = ("source", "fact", "correction", "check_result")

CHECKS_SQL = "SELECT name, promise, passed, failures FROM check_result ORDER BY name"


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What one check found: `failures` are the rows that break its promise, corrected ones included."""

    name: str
    promise: str
    passed: bool
    failures: list[dict[str, Any]]

    @property
    def corrected(self) -> int:
        """How many of the failures are listed in data/correction.csv."""
        return sum(failure["corrected"] for failure in self.failures)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What publishing the figures as they are now would do: nothing while there are problems."""

    problems: list[str]
    checks: list[CheckOutcome]
    rows: dict[str, int]


def rehearse(data: Path, progress: Progress = lambda *_: None, imports: Sequence[Path] = ()) -> Rehearsal:
    """Return what a build of `data` and `imports` says; after a problem in the figures no check has run."""
    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="placeboard-") as folder:
        path = Path(folder) / "rehearsal.duckdb"
        try:
            digest = data_hash(data, imports)
            fill(path, data, progress, path.stem, datetime.now(UTC), digest, imports)
        except BuildError as error:
            problems = error.problems
        checks, rows = _outcome(path)
    return Rehearsal(problems, checks, rows)


def _outcome(path: Path) -> tuple[list[CheckOutcome], dict[str, int]]:
    try:
        with duckdb.connect(str(path)) as connection:
            checks = [CheckOutcome(*row) for row in connection.execute(CHECKS_SQL).fetchall()]
            counts = {name: connection.table(name).count("*").fetchall()[0][0] for name in COUNTED}
    except duckdb.Error:
        return [], {}
    return checks, counts
