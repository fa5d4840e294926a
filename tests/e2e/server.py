"""Serve one release as `placeboard serve` does, without building: python -m tests.e2e.server HOME [PORT]."""

import sys
from pathlib import Path

from dashboard.serve import address, listen, serve_until_stopped
from dashboard.settings import Settings

HOST = "127.0.0.1"


def main(home: Path, port: int = 0) -> None:
    """Serve the release in `home` until the process is stopped; print the address once it answers."""
    listener = listen(HOST, port)
    where = address(HOST, listener.getsockname()[1])
    settings = Settings(home=home).model_copy(update={"workers": 1})
    serve_until_stopped(settings, listener, lambda: print(where, flush=True))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
