"""Files of packs that readers asked for in the browser: each made by a process of its own, beside the server.

What is known of a file stands in a folder of its own under the home, so that every worker can answer for it.
The folder is named by what is asked for: the same pack in the same release is made once for each reader.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from filelock import FileLock, Timeout

from dashboard.domain.pack import Pack, write_pack
from dashboard.domain.words import listed
from dashboard.errors import PackError
from dashboard.settings import Settings

RUNNER = "dashboard.cli.pack_job"
PACK, STATE, LOCK = "pack.toml", "state.json", "lock"
KINDS = ("pptx", "pdf", "xlsx", "html")
MOST_AT_ONCE = 2
# A reader has it long before; the pack itself is in their address.
KEPT_S = 3600
MOST_KEPT = 100
# A process that has not begun by then will not.
BEGINS_S = 60
WORKING, DONE, FAILED = "working", "done", "failed"
STOPPED = (
    "It was not finished, and the server’s log says why. Ask for it again; if that does not help, tell the "
    "team that runs this dashboard."
)
NAME = re.compile(r"[0-9a-f]{32}")


class BusyError(PackError):
    """As many files are being made as may be; the same question can be asked again in a moment."""


@dataclass(frozen=True, slots=True)
class Job:
    """How far a file is: its state, what is said of it, how many parts of how many are done, its process."""

    state: str = WORKING
    said: str = "Starting"
    done: int = 0
    total: int = 0
    process: int = 0


def folder_of(settings: Settings, name: str) -> Path:
    """Return the folder of a file.

    Raises:
        PackError: no file can have that name.
    """
    if not NAME.fullmatch(name):
        raise PackError("There is no such file. Ask for it again from its pack.", [])
    return settings.files / name


def begin(settings: Settings, pack: Pack, kind: str, reader: str = "") -> str:
    """Have a file of `kind` made of a pack and return its name; one that there is is not begun again.

    `reader` tells readers apart, so that none stops what another waits for.

    Raises:
        BusyError: as many are being made as may be.
        PackError: there is no such kind, or nothing is served.
    """
    if kind not in KINDS:
        raise PackError(f"A pack cannot be made into “{kind}”. It can be {listed(list(KINDS))}.", [])
    _sweep(settings.files)
    text = write_pack(pack)
    name = _name(settings, text, kind, reader)
    folder = settings.files / name
    known = look(folder)
    if known is not None and known.state != FAILED:
        return name
    if sum(_is_working(each) for each in _folders(settings.files)) >= MOST_AT_ONCE:
        raise BusyError(f"waiting for {MOST_AT_ONCE} others, the most that are made at once", [])
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(FileExistsError):  # another worker was asked for the same at the same moment
        folder.mkdir(parents=True)
        (folder / PACK).write_text(text, encoding="utf-8")
        write_job(folder, Job())
        _run(settings, folder, kind)
    return name


def look(folder: Path) -> Job | None:
    """Return how far a file is; nothing where nobody asked for it, or it was taken away."""
    job = _read(folder)
    if job is None or job.state != WORKING or _is_held(folder):
        return job
    # It may have been finished since.
    job = _read(folder)
    lost = job is not None and job.state == WORKING and not _is_beginning(folder, job)
    return Job(FAILED, STOPPED) if lost else job


def cancel(folder: Path) -> None:
    """Stop making a file and take away what there is of it."""
    job = _read(folder)
    if job is not None and job.process and _is_held(folder):
        with suppress(ProcessLookupError):
            os.killpg(job.process, signal.SIGTERM)
    shutil.rmtree(folder, ignore_errors=True)


def write_job(folder: Path, job: Job) -> None:
    """Say how far a file is.

    Raises:
        FileNotFoundError: its folder was taken away, since nobody wants it any more.
    """
    new = folder / f"{STATE}.new"
    new.write_bytes(orjson.dumps(asdict(job)))
    new.replace(folder / STATE)


def _name(settings: Settings, text: str, kind: str, reader: str) -> str:
    try:
        release = settings.pointer.read_text(encoding="utf-8")
    except OSError as error:
        raise PackError("No release is served, so no file can be made.", []) from error
    asked = "\n".join([release, kind, reader, settings.address, str(settings.slides_template), text])
    return hashlib.sha256(asked.encode()).hexdigest()[:32]


def _run(settings: Settings, folder: Path, kind: str) -> None:
    """Begin the process, in a group of its own, so that what it starts is stopped with it."""
    own = {f"PLACEBOARD_{name.upper()}": str(value) for name, value in settings if value not in (None, "")}
    process = subprocess.Popen(  # noqa: S603 - no shell, our own words
        [sys.executable, "-m", RUNNER, str(folder), kind],
        env={**os.environ, **own},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        process_group=0,
    )
    threading.Thread(target=_await, args=(process, folder), daemon=True).start()


def _await(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Say of a file that its process left unfinished that it has failed."""
    process.wait()
    job = _read(folder)
    if job is not None and job.state == WORKING:
        with suppress(FileNotFoundError):
            write_job(folder, Job(FAILED, STOPPED))


def _read(folder: Path) -> Job | None:
    try:
        return Job(**orjson.loads((folder / STATE).read_bytes()))
    except FileNotFoundError:
        return None


def _is_held(folder: Path) -> bool:
    """Return whether the process that makes a file lives: it holds the lock."""
    try:
        with FileLock(folder / LOCK, timeout=0):
            return False
    except Timeout:
        return True
    except FileNotFoundError:
        return False


def _is_beginning(folder: Path, job: Job) -> bool:
    return not job.process and time.time() - _changed(folder) < BEGINS_S


def _is_working(folder: Path) -> bool:
    job = look(folder)
    return job is not None and job.state == WORKING


def _changed(folder: Path) -> float:
    try:
        return (folder / STATE).stat().st_mtime
    except FileNotFoundError:
        return 0


def _folders(home: Path) -> list[Path]:
    """Return the folders of files, that of the newest first."""
    return sorted(home.iterdir(), key=_changed, reverse=True) if home.is_dir() else []


def _sweep(home: Path) -> None:
    """Take away files that nobody will fetch any more."""
    for place, folder in enumerate(_folders(home)):
        old = time.time() - _changed(folder) > KEPT_S or place >= MOST_KEPT
        if old and not _is_working(folder):
            shutil.rmtree(folder, ignore_errors=True)
