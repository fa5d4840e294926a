"""Releases that differ from the real one in a few figures."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

from dashboard.store import Store
from dashboard.store.pointer import current_release

Altered = Callable[..., Store]


def altered_home(release_home: Path, home: Path, *statements: str) -> Path:
    """Return `home` with a copy of the release in `release_home`, changed by the statements.

    The release has another name, and the packed scripts and styles are taken along where there are any.
    """
    (home / "releases").mkdir(parents=True)
    release = home / "releases" / "release-20000101T000000000000-a17e4ed00000.duckdb"
    shutil.copy(current_release(release_home), release)
    with duckdb.connect(str(release)) as connection:
        connection.execute("UPDATE release SET release_id = ?", [release.stem])
        for statement in statements:
            connection.execute(statement)
    (home / "current").write_text(f"{release.name}\n", encoding="utf-8")
    if (release_home / "static").is_dir():
        shutil.copytree(release_home / "static", home / "static")
    return home
