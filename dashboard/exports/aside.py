"""Files that are whole or not there: written aside, then moved into place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.errors import PlaceboardError


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give a place beside `path` to write to; it becomes `path` when all went well, and else is gone.

    Raises:
        PlaceboardError: nothing can be written there.
    """
    part = path.with_name(f".{path.stem}-{os.getpid()}{path.suffix}")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise PlaceboardError(
            f"{path} cannot be written: {error.strerror or error}. "
            "Check the folder, close the file where it is open, or name another folder with --output."
        ) from error
    finally:
        part.unlink(missing_ok=True)
