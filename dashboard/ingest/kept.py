"""Where imports are kept: the folders a release is built from besides data/, and how one takes its place.

An import is accepted in one step, by the move of its folder into `.accepted`; what remains to be done after
that is done by the next writer, whatever happened in between.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from dashboard.ingest.disk import sync, sync_tree

STAGING = ".staging"
ACCEPTED = ".accepted"
REPLACED = ".replaced"


def import_folders(home: Path) -> list[Path]:
    """Return the folder of every import, in name order; an accepted one stands for the one it replaces."""
    imports = home / "imports"
    found = {path.name: path for folder in (imports, imports / ACCEPTED) for path in _folders(folder)}
    return [found[name] for name in sorted(found)]


def accept(folder: Path, home: Path) -> None:
    """Take in a finished import: after this step it is kept, before it nothing has happened."""
    accepted = home / "imports" / ACCEPTED
    accepted.mkdir(parents=True, exist_ok=True)
    sync_tree(folder)
    folder.rename(accepted / folder.name)
    sync(accepted)


def settle(home: Path) -> None:
    """Put every accepted import in its place, the one before it among the replaced; clear what was left."""
    imports = home / "imports"
    shutil.rmtree(imports / STAGING, ignore_errors=True)
    for folder in _folders(imports / ACCEPTED):
        place = imports / folder.name
        if place.exists():
            (imports / REPLACED).mkdir(exist_ok=True)
            place.rename(imports / REPLACED / f"{place.name}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
        folder.rename(place)
    if imports.is_dir():
        sync(imports)


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return sorted(path for path in parent.iterdir() if path.is_dir() and not path.name.startswith("."))
