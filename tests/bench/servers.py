"""Start and stop what is measured, each on a port of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import IO

from .cases import DEFICIT

CALLBACK = "/_dash-update-component"
ROOT = Path(__file__).resolve().parents[2]
THREADS = 4
START_LIMIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: what it is called, its port and process."""

    name: str
    port: int
    pid: int

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"

    def await_socket(self) -> None:
        """Return once the server can be connected to, which may be before it answers."""
        end = time.monotonic() + START_LIMIT_S
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.005)
        raise RuntimeError(f"Nobody listened on port {self.port} within {START_LIMIT_S:.0f} s.")

    def resident_mb(self) -> float:
        """Return the resident memory of the worker, MB."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii").split()
        status = Path(f"/proc/{children[0]}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def product(home: Path, log: IO[str], *, wait: bool = True) -> Iterator[Server]:
    """Serve the product with one worker; without `wait` it is given before it answers."""
    port = free_port()
    arguments = ["dashboard", "serve", "--port", str(port), "--workers", "1", "--threads", str(THREADS)]
    with _running("product", port, arguments, home, log, wait=wait) as server:
        yield server


@contextmanager
def floor(home: Path, log: IO[str]) -> Iterator[Server]:
    """Serve the floor with the settings of the product's server."""
    port = free_port()
    arguments = [
        "gunicorn",
        "tests.bench.floor:create_floor()",
        "--bind",
        f"127.0.0.1:{port}",
        "--preload",
        "--workers",
        "1",
    ]
    arguments += [
        "--worker-class",
        "gthread",
        "--threads",
        str(THREADS),
        "--keep-alive",
        "75",
        "--no-control-socket",
    ]
    with _running("floor", port, arguments, home, log) as server:
        yield server


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a server over the releases in `home`."""
    return {**os.environ, "PLACEBOARD_HOME": str(home)}


@contextmanager
def _running(
    name: str, port: int, arguments: list[str], home: Path, log: IO[str], *, wait: bool = True
) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment(home),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        if wait:
            _await_answer(port, process)
        yield Server(name, port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await_answer(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_LIMIT_S
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"The server on port {port} stopped with status {process.returncode}.")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=START_LIMIT_S)
            connection.request("GET", DEFICIT.path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.02)
    raise RuntimeError(f"The server on port {port} did not answer within {START_LIMIT_S:.0f} s.")
