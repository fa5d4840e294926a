"""What is written to the home folder: one writer at a time, and on disk before it counts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from dashboard.errors import BuildError


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Keep every other writer of `home` waiting until this one is done.

    Raises:
        BuildError: the folder cannot be written.
    """
    try:
        (home / "releases").mkdir(parents=True, exist_ok=True)
        with FileLock(home / "build.lock"):
            yield
    except OSError as error:
        remedy = "Check permissions and space, or set PLACEBOARD_HOME to another folder."
        problem = f"{error.filename or home}: {error.strerror or error}. {remedy}"
        raise BuildError(f"{home} cannot be written.", [problem]) from error


def sync(path: Path) -> None:
    """Make sure that what was written to a file or folder is on disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make sure that everything below a folder is on disk."""
    for path in sorted(folder.rglob("*"), reverse=True):
        sync(path)
    sync(folder)
