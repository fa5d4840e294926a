"""Load the briefings as written, and read each once to find what is wrong before anybody else does."""

import re
from pathlib import Path

import duckdb

from dashboard.errors import BuildError
from dashboard.store import Store
from dashboard.views.briefings import readings

BRIEFINGS = "briefings"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def briefing_files(folder: Path) -> list[Path]:
    """Return the files of the briefings, in name order."""
    return sorted(folder.glob("*.md"))


def load_briefings(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Store the text of every briefing in `folder`.

    Raises:
        BuildError: a file has a name that no address can hold, or is no text.
    """
    problems = []
    for path in briefing_files(folder):
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(f"{path}: {error}. Save it as UTF-8 text.")
            continue
        if NAME.fullmatch(path.stem):
            connection.execute(
                "INSERT INTO briefing VALUES ($name, $text)", {"name": path.stem, "text": text}
            )
        else:
            problems.append(f"{path}: a name has small letters, digits and hyphens. Rename the file.")
    if problems:
        raise BuildError("Some briefings cannot be stored.", problems)


def briefing_problems(release: Path, folder: Path) -> list[str]:
    """Return what is wrong in the briefings of `release`, each with its file in `folder` and its line."""
    if not briefing_files(folder):
        return []
    store = Store(release.parent, release)
    try:
        return [
            f"{folder / reading.name}.md, line {problem.line}: {problem.words}"
            for reading in readings(store)
            for problem in reading.problems
        ]
    finally:
        store.close()
