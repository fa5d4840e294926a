"""Serve the dashboard: by gunicorn where it runs, by waitress elsewhere."""

import errno
import gc
import os
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dashboard.errors import PlaceboardError
from dashboard.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

WARM_UP = ("/_dash-layout", "/_dash-dependencies")

BACKLOG = 1024
# The most that gunicorn allows; a link can hold a pack with its notes.
LONGEST_LINE = 8190
UNIX = os.name != "nt"


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that the port is ours while a release is built; early visitors wait.

    Raises:
        PlaceboardError: another program has the port, it is reserved, or `host` is not this machine.
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
        try:
            if UNIX:  # on Windows the option would let two programs share the port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
            listener.listen(BACKLOG)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise PlaceboardError(_why_not(error, host, port)) from error
    return listener


def serve_until_stopped(settings: Settings, listener: socket.socket, listening: Callable[[], None]) -> None:
    """Serve the dashboard on `listener`; `listening` is called once requests are about to be answered."""
    _leave_out_pandas()
    from dashboard.app import STORE, create_app  # Dash takes a second to import; other commands do without

    server = create_app(settings).server
    server.extensions[STORE].close()  # a connection to the release does not survive the fork
    # What stays as long as the server is never looked through again; looking held a reader up by up to 80 ms.
    gc.collect()
    gc.freeze()
    run = _run_gunicorn if UNIX else _run_waitress
    run(server, settings, listener, listening)


def address(host: str, port: int) -> str:
    """Return the address to open in a browser."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}"


def warm_up(server: "Flask") -> None:
    """Make Dash's callback map with a first request, which two at the same time would break."""
    with server.test_client() as client:
        for path in WARM_UP:
            client.get(path)


def _leave_out_pandas() -> None:
    """Keep DuckDB from importing pandas with its first parameter.

    No page uses it, it costs every worker 50 MB, and plotly's JSON encoder fails on a pandas that another
    thread is still importing.
    """
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]  # what Python reads as "not to be had"


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = f"make run PORT={port + 1}, or placeboard serve --port {port + 1}"
        return f"Port {port} is in use by another program. Stop it, or choose another port: {other}."
    if isinstance(error, PermissionError):
        return f"Port {port} is reserved for administrators. Choose one above 1023: make run PORT=8050."
    return f"{host} cannot be listened on: {error.strerror}. Choose another address with --host."


def _run_gunicorn(
    server: "Flask", settings: Settings, listener: socket.socket, listening: Callable[[], None]
) -> None:
    from gunicorn.app.base import BaseApplication

    class Placeboard(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """The app, made once before the workers are; each of them opens the store for itself."""

        def load_config(self) -> None:
            for name, value in _gunicorn_options(settings, listener).items():
                self.cfg.set(name, value)
            self.cfg.set("when_ready", lambda _: listening())
            self.cfg.set("post_worker_init", lambda _: warm_up(server))

        def load(self) -> "Flask":
            return server

    Placeboard().run()


def _gunicorn_options(settings: Settings, listener: socket.socket) -> dict[str, Any]:
    return {
        "bind": f"fd://{listener.detach()}",
        "worker_class": "gthread",
        "workers": settings.workers,
        "threads": settings.threads,
        "preload_app": True,
        "keepalive": 75,
        "limit_request_line": LONGEST_LINE,
        "accesslog": None,
        "errorlog": "-",
        "loglevel": "warning",
        "control_socket_disable": True,
    }


def _run_waitress(
    server: "Flask", settings: Settings, listener: socket.socket, listening: Callable[[], None]
) -> None:
    from waitress.server import create_server

    warm_up(server)
    running = create_server(server, sockets=[listener], threads=settings.workers * settings.threads)
    listening()
    running.run()
