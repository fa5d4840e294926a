"""Take a file in as it is: one copy, its hash, and its rows whatever kind of file it is."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.ingest.imports.delimited import read_delimited
from dashboard.ingest.imports.grid import Grid
from dashboard.ingest.imports.report import Report
from dashboard.ingest.imports.workbook import read_workbook

FILE_LIMIT = 200_000_000
TEXT_LIMIT = 32_000_000
CHUNK = 1 << 20

WORKBOOK = b"PK"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
KINDS = "an .xlsx workbook or a CSV file"


@dataclass(frozen=True, slots=True)
class Received:
    """A file as received: where its copy is, and what identifies it."""

    path: Path
    name: str
    sha256: str
    size: int


def receive(
    file: Path, folder: Path, report: Report, text_limit: int = TEXT_LIMIT, kinds: str = KINDS
) -> Received | None:
    """Copy `file` into `folder` and return the copy, or None after a problem; `kinds` says what is wanted."""
    try:
        state = file.stat()
        if not stat.S_ISREG(state.st_mode):
            report.refuse("a folder" if stat.S_ISDIR(state.st_mode) else "no ordinary file", kinds)
            return None
        with file.open("rb") as handle:
            limit = FILE_LIMIT if handle.read(2) == WORKBOOK else text_limit
        if state.st_size > limit:
            report.refuse(f"{state.st_size / 1e6:,.0f} MB", f"at most {limit // 1_000_000} MB of its kind")
            return None
        return _copy(file, folder)
    except FileNotFoundError:
        report.refuse("no such file", f"the path of {kinds}")
    except OSError as error:
        report.refuse(f"a file that cannot be read ({error.strerror})", "a file that you may read")
    except ValueError:
        report.refuse("a path with a null character", f"the path of {kinds}")
    return None


def _copy(file: Path, folder: Path) -> Received:
    name = file.name.encode("utf-8", "replace").decode("utf-8")
    folder.mkdir(parents=True)
    copy, digest, size = folder / name, hashlib.sha256(), 0
    with file.open("rb") as source, copy.open("wb") as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Received(copy, name, digest.hexdigest(), size)


def read_grid(received: Received, sheet: str, knows: Callable[[str], bool], report: Report) -> Grid | None:
    """Return the rows of a received file, or None after a problem; content decides its kind, not its name."""
    with received.path.open("rb") as handle:
        head = handle.read(4)
    if not head:
        report.refuse("an empty file", KINDS)
        return None
    if head.startswith(OLD_WORKBOOK):
        report.refuse(
            "a workbook of the old kind (.xls) or one with a password", f"{KINDS}, without a password"
        )
        return None
    if head.startswith(WORKBOOK):
        return read_workbook(received.path, sheet, report)
    return read_delimited(received.path, knows, report)
