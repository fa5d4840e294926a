"""Make one file of a pack for a reader in the browser; the server begins this as a process of its own."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

from filelock import FileLock

from dashboard.cli.common import environment
from dashboard.cli.pack_files import build_pack
from dashboard.errors import PlaceboardError, ProblemsError
from dashboard.pack_jobs import DONE, FAILED, LOCK, PACK, Job, write_job
from dashboard.terminal import STEPS

# Whoever reads pages goes first.
POLITENESS = 10


def main(folder: Path, kind: str) -> None:
    """Make the file of `kind` in `folder`, and say there how far it is and what went wrong.

    Where the folder was taken away nobody wants the file any more.
    """
    try:
        if _is_wanted(folder):
            _make(folder, kind)
    except FileNotFoundError:
        if _is_wanted(folder):
            raise


def _is_wanted(folder: Path) -> bool:
    return (folder / PACK).exists()


def _make(folder: Path, kind: str) -> None:
    with FileLock(folder / LOCK):
        write_job(folder, Job(process=os.getpid()))
        try:
            # What has nothing to show was said in the list from which the file was asked for.
            asked = [f".{kind}"]
            list(
                build_pack(folder / PACK, folder, asked, environment(), partial(_say, folder), lambda _: None)
            )
        except PlaceboardError as error:
            write_job(folder, Job(FAILED, _words(error)))
        else:
            write_job(folder, Job(DONE, "Ready"))


def _say(folder: Path, step: str, done: int, total: int) -> None:
    far = f", {done} of {total}" if total > 1 else ""
    write_job(folder, Job(said=f"{STEPS[step]}{far}", done=done, total=total, process=os.getpid()))


def _words(error: PlaceboardError) -> str:
    return " ".join([str(error), *(error.problems if isinstance(error, ProblemsError) else [])])


if __name__ == "__main__":
    os.nice(POLITENESS)
    # As an exit, so that what was begun is cleared away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main(Path(sys.argv[1]), sys.argv[2])
