"""`placeboard serve` as an operator starts it: a process, a port, an address."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from dashboard import serve
from dashboard.app import STORE, create_app
from dashboard.errors import PlaceboardError
from dashboard.ingest.build import build_release
from dashboard.settings import ROOT, Settings
from dashboard.store import Store
from tests.conftest import MadeUpData

COMMAND = [sys.executable, "-m", "dashboard", "serve"]
FIRST_VISITORS = 48
PATIENCE_S = 60


@pytest.fixture
def environment(made_up_data: MadeUpData, home: Path) -> dict[str, str]:
    """The environment of a server of the test's own."""
    return {**os.environ, "PLACEBOARD_HOME": str(home), "PLACEBOARD_DATA": str(made_up_data.path)}


@contextmanager
def serving(environment: dict[str, str], log: Path, *options: str) -> Iterator[str]:
    """Run the server until the block ends; yield its address once it is printed."""
    with log.open("w") as errors:
        server = subprocess.Popen(
            [*COMMAND, *options], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        try:
            assert server.stdout is not None
            printed = server.stdout.readline()
            assert printed.startswith("Placeboard is at http://"), log.read_text()
            yield printed.split()[3]
        finally:
            server.terminate()
            rest, _ = server.communicate(timeout=PATIENCE_S)
    assert rest == ""
    assert server.returncode == 0


def get(address: str) -> tuple[int, bytes]:
    """Return the status and the body of a page."""
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as response:
        return response.status, response.read()


def test_serve_builds_a_release_and_answers_everyone_at_once(
    environment: dict[str, str], home: Path, tmp_path: Path, free_port: int
) -> None:
    log = tmp_path / "log"
    with serving(environment, log, "--port", str(free_port)) as address:
        assert address == f"http://127.0.0.1:{free_port}"
        with ThreadPoolExecutor(FIRST_VISITORS) as visitors:
            answers = list(visitors.map(get, [f"{address}/_dash-layout"] * FIRST_VISITORS))
        assert [status for status, _ in answers] == [200] * FIRST_VISITORS
        assert b"<!doctype html>" in get(f"{address}/")[1]
    assert (home / "current").is_file()
    # No access log, and no worker that died on the way out.
    said = log.read_text()
    assert "Published" in said
    assert "GET /" not in said
    assert "SIGABRT" not in said and "ERROR" not in said


def test_serve_starts_from_what_is_there(
    environment: dict[str, str], home: Path, tmp_path: Path, free_port: int
) -> None:
    release = build_release(Path(environment["PLACEBOARD_DATA"]), home)
    log = tmp_path / "log"
    with serving(environment, log, "--port", str(free_port), "--workers", "1") as address:
        assert get(f"{address}/_dash-layout")[0] == 200
    assert log.read_text() == ""
    assert list((home / "releases").iterdir()) == [release]


def test_serve_shows_the_older_release_when_the_new_one_fails(
    environment: dict[str, str], made_up_data: MadeUpData, home: Path, tmp_path: Path, free_port: int
) -> None:
    release = build_release(made_up_data.path, home)
    made_up_data.budget("do_nothing,in_year,In-year deficit,all,2019/20,ten,(10),11,Table 1,printed")
    log = tmp_path / "log"
    with serving(environment, log, "--port", str(free_port), "--workers", "1") as address:
        assert get(f"{address}/_dash-layout")[0] == 200
    said = log.read_text()
    assert "row 2, amount_gbp_m: expected DECIMAL(12,3); found 'ten'" in said
    assert f"The release published before, {release.stem}, is served instead." in said


def test_a_port_in_use_is_one_sentence_with_the_remedy(environment: dict[str, str], home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = subprocess.run(
            [*COMMAND, "--port", str(port)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == (
        f"Port {port} is in use by another program. Stop it, or choose another port: "
        f"make run PORT={port + 1}, or placeboard serve --port {port + 1}.\n"
    )
    assert not home.exists()


def test_an_address_of_another_machine_is_refused(free_port: int) -> None:
    with pytest.raises(PlaceboardError, match=r"192\.0\.2\.1 cannot be listened on: .*--host"):
        serve.listen("192.0.2.1", free_port)


def test_a_reserved_port_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(PlaceboardError, match="Port 80 is reserved for administrators"):
        serve.listen("127.0.0.1", 80)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8050"),
        ("0.0.0.0", "http://127.0.0.1:8050"),
        ("::", "http://[::1]:8050"),
        ("fe80::1", "http://[fe80::1]:8050"),
        ("dashboard.example", "http://dashboard.example:8050"),
    ],
)
def test_the_address_can_be_opened(host: str, address: str) -> None:
    assert serve.address(host, 8050) == address


@pytest.mark.parametrize(("unix", "name"), [(True, "_run_gunicorn"), (False, "_run_waitress")])
def test_the_server_fits_the_system_and_holds_no_connection_when_it_forks(
    unix: bool, name: str, small_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Flask] = []
    monkeypatch.setattr(serve, "UNIX", unix)
    monkeypatch.setattr(serve, name, lambda server, *_: given.append(server))
    with socket.socket() as listener:
        serve.serve_until_stopped(Settings(home=small_store.home), listener, lambda: None)
    assert given[0].extensions[STORE]._connection is None


def test_waitress_listens_before_the_address_is_said(
    small_store: Store, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    from waitress import server as waitress

    events: list[object] = []
    made = waitress.create_server

    class StoppedError(Exception):
        pass

    def create(*arguments: object, **options: object) -> object:
        running = made(*arguments, **options)
        events.append(options["threads"])

        def stop() -> None:
            events.append("running")
            running.close()
            raise StoppedError

        running.run = stop
        return running

    monkeypatch.setattr(waitress, "create_server", create)
    app = create_app(Settings(home=small_store.home))
    listener = serve.listen("127.0.0.1", free_port)
    with pytest.raises(StoppedError):
        serve._run_waitress(
            app.server, Settings(workers=2, threads=3), listener, lambda: events.append("said")
        )
    assert events == [6, "said", "running"]


def test_starting_a_second_time_builds_and_packs_nothing(
    environment: dict[str, str], home: Path, tmp_path: Path, free_port: int
) -> None:
    seen = []
    for _ in range(2):
        with serving(environment, tmp_path / "log", "--port", str(free_port), "--workers", "1"):
            seen.append({path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()})
    assert seen[0]
    assert seen[1] == seen[0]
