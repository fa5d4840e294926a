"""Ask a server the same questions by one or several clients at once."""

import threading
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice

from .servers import Server


@dataclass(frozen=True, slots=True)
class Question:
    """One request: its path, and a body where it is posted."""

    path: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """How long each answer took, ms, and how many were errors."""

    times_ms: list[float]
    errors: int


def ask(server: Server, questions: list[Question], *, clients: int, each: int) -> Answers:
    """Return the answers when each of `clients` asks `each` questions over a connection it keeps."""
    times: list[float] = []
    errors: list[int] = []
    gate = threading.Barrier(clients)

    def client() -> None:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
        gate.wait()
        for question in islice(cycle(questions), each):
            started = time.perf_counter()
            if not _answered(connection, question):
                errors.append(1)
            times.append((time.perf_counter() - started) * 1000)
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Answers(times, len(errors))


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of `values` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _answered(connection: HTTPConnection, question: Question) -> bool:
    headers = {"Accept-Encoding": "gzip, deflate, br", "Content-Type": "application/json"}
    try:
        connection.request("POST" if question.body else "GET", question.path, question.body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status == 200
    except (OSError, HTTPException):
        connection.close()
        return False
