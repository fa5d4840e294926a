"""Files of a pack of thirty views, as a reader asks for them; and what others notice meanwhile."""

import json
import time
from http.client import HTTPConnection
from urllib.parse import urlencode

from dashboard.pack_jobs import KINDS, MOST_AT_ONCE
from dashboard.views import VIEW_NAMES

from .load import Answers, Question, ask
from .servers import Server

VIEWS = 30
MOST_S = 20
PATIENCE_S = 120
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def files_s(server: Server) -> dict[str, float]:
    """Return how long each kind of file takes from the question until it is there, s; progress must move."""
    times = {}
    for kind in KINDS:
        started = time.perf_counter()
        said = _made(server, _begin(server, kind, "Bench"))
        times[kind] = time.perf_counter() - started
        if len(said) < VIEWS / 2:
            raise RuntimeError(f"The progress of a pack hardly moves: {sorted(said)}.")
    return times


def meanwhile(server: Server, questions: list[Question], each: int) -> Answers:
    """Return the answers that one reader gets while as many packs as may be are made into files."""
    names = [_begin(server, "pptx", f"Bench {number}") for number in range(MOST_AT_ONCE)]
    time.sleep(1)  # a process that is only beginning disturbs nobody yet
    answers = ask(server, questions, clients=1, each=each)
    if "working" not in {_asked(server, "GET", f"/pack/files/{name}")["state"] for name in names}:
        raise RuntimeError("The packs were made before the questions were answered; ask fewer.")
    for name in names:
        _made(server, name)
    return answers


def _begin(server: Server, kind: str, title: str) -> str:
    views = sorted(VIEW_NAMES)
    chosen = views[:: len(views) // VIEWS][:VIEWS]
    pack = urlencode([("title", title), *(("v", name) for name in chosen)])
    return str(_asked(server, "POST", f"/pack/files/{kind}", pack)["name"])


def _made(server: Server, name: str) -> set[str]:
    """Wait until a file is there and return all that was said of it on the way."""
    said: set[str] = set()
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        job = _asked(server, "GET", f"/pack/files/{name}")
        said.add(job["said"])
        if job["state"] == "done":
            return said
        if job["state"] == "failed":
            raise RuntimeError(f"A pack was not made: {job['said']}")
        time.sleep(0.02)
    raise RuntimeError("A pack was not made in time.")


def _asked(server: Server, method: str, address: str, form: str = "") -> dict[str, str]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, address, form, FORM)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status not in (200, 202):
        raise RuntimeError(f"{address} answered {answer.status}: {text.decode()}")
    found: dict[str, str] = json.loads(text)
    return found
