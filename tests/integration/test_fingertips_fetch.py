"""Asking the service: a local one that is slow, breaks off, fails or answers with a web page."""

import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.ingest.fingertips.client import Patience
from dashboard.ingest.fingertips.fetch import (
    SERVICE,
    FetchError,
    Question,
    fetch_metadata,
    fetch_values,
)
from dashboard.ingest.fingertips.metadata import read_metadata
from tests.fingertips import (
    METADATA_HEADER,
    SAMPLE,
    SAMPLE_METADATA,
    described,
    read_file,
    row,
    write_rows,
)
from tests.unit.test_cli import Run, run

__all__ = ["run"]

QUESTION = Question((1, 2), "E1")
Answer = Callable[["Handler", bytes], None]


class Service(ThreadingHTTPServer):
    """Holds the whole file of each indicator, and how to answer the next questions about it."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = files
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.ended = threading.Event()

    @property
    def base(self) -> str:
        """Address of the service."""
        return f"http://127.0.0.1:{self.server_port}/api"

    def handle_error(self, *_: object) -> None:
        """Say nothing of a visitor who lost patience."""


class Handler(BaseHTTPRequestHandler):
    """Answers as the service was told to, and properly where it was told nothing."""

    server: Service
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parameters = parse_qs(urlsplit(self.path).query)
        (number,) = parameters["indicator_ids"]
        self.server.asked.append(self.path)
        waiting = self.server.answers.get(number, [])
        answer = waiting.pop(0) if waiting else whole
        answer(self, self.server.files[number])

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""

    def begin(self, status: int, length: int, **headers: str) -> None:
        """Send the head of an answer; the connection ends with it."""
        self.send_response(status)
        for name, text in {"Content-Length": str(length), "Connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        self.close_connection = True


def whole(handler: Handler, body: bytes) -> None:
    handler.begin(200, len(body))
    handler.wfile.write(body)


def in_drops(handler: Handler, body: bytes) -> None:
    """Send the body a few bytes at a time."""
    handler.begin(200, len(body))
    for start in range(0, len(body), 100):
        handler.wfile.write(body[start : start + 100])
        handler.wfile.flush()


def cut(handler: Handler, body: bytes) -> None:
    """Announce the whole body and break off within it."""
    handler.begin(200, len(body))
    handler.wfile.write(body[: len(body) // 2])


def quietly_cut(handler: Handler, body: bytes) -> None:
    """Break off within a row after announcing no more."""
    whole(handler, body[: len(body) - 10])


def stalled(handler: Handler, body: bytes) -> None:
    """Begin, then say nothing until the test is over."""
    handler.begin(200, len(body))
    handler.wfile.write(body[:10])
    handler.wfile.flush()
    handler.server.ended.wait(30)


def status(handler: Handler, _: bytes, *, code: int, **headers: str) -> None:
    handler.begin(code, 0, **headers)


def page(handler: Handler, _: bytes) -> None:
    whole(handler, b"<html><body>Runtime Error</body></html>\n")


def json(handler: Handler, _: bytes) -> None:
    whole(handler, b'{"Message":"An error has occurred."}\n')


def other_columns(handler: Handler, _: bytes) -> None:
    whole(handler, b"Id,Name\n1,a\n")


def renamed_column(handler: Handler, body: bytes) -> None:
    whole(handler, body.replace(b"Compared to Land", b"Compared to Sea"))


fault: Answer = partial(status, code=500)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A service that knows two made-up indicators."""
    files = {
        number: write_rows(
            tmp_path / f"{number}.csv", [row(year, **{"Indicator ID": number}) for year in (2020, 2021)]
        ).read_bytes()
        for number in ("1", "2")
    }
    yield from serving(Service(files))


def serving(service: Service) -> Iterator[Service]:
    """Serve until the test is over."""
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield service
    service.ended.set()
    service.shutdown()
    thread.join()
    service.server_close()


@pytest.fixture
def waits() -> list[float]:
    """The seconds that were waited between attempts, had anybody waited."""
    return []


@pytest.fixture
def patience(waits: list[float]) -> Patience:
    """Three attempts without waiting between them."""
    return Patience(attempts=3, connect_seconds=5, read_seconds=0.5, wait=waits.append)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where answers are kept."""
    return tmp_path / "received"


def rows_of(file: Path) -> list[str]:
    """Return indicator and period of each row below the one header."""
    first, *lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert first.startswith("Indicator ID,")
    return [" ".join(line.split(",")[index] for index in (0, 11)) for line in lines]


ALL_ROWS = ["1 2020", "1 2021", "2 2020", "2 2021"]


def test_each_indicator_is_asked_for_and_all_rows_are_kept_below_one_header(
    service: Service, folder: Path, patience: Patience
) -> None:
    service.files["2"] = b"\xef\xbb\xbf" + service.files["2"]
    steps: list[tuple[str, int, int]] = []
    file = fetch_values(
        QUESTION, folder, base=service.base, patience=patience, progress=lambda *step: steps.append(step)
    )
    assert file == folder / "fingertips.csv"
    assert rows_of(file) == ALL_ROWS
    assert steps == [("fetched", 1, 2), ("fetched", 2, 2)]
    assert [path.name for path in folder.iterdir()] == ["fingertips.csv"]
    assert parse_qs(urlsplit(service.asked[0]).query) == {
        "indicator_ids": ["1"],
        "child_area_type_id": ["501"],
        "parent_area_type_id": ["502"],
        "parent_area_code": ["E1"],
        "include_sortable_time_periods": ["yes"],
    }
    assert urlsplit(service.asked[0]).path == "/api/all_data/csv/by_indicator_id"


@pytest.mark.parametrize(
    "answer",
    [in_drops, cut, quietly_cut, stalled, fault, partial(status, code=503), page, json, other_columns],
)
def test_an_answer_that_fails_once_is_asked_for_again(
    service: Service, folder: Path, patience: Patience, answer: Answer
) -> None:
    service.answers["1"] = [answer]
    assert rows_of(fetch_values(QUESTION, folder, base=service.base, patience=patience)) == ALL_ROWS


def test_the_waits_grow_and_hold_some_chance(
    service: Service, folder: Path, patience: Patience, waits: list[float]
) -> None:
    service.answers["1"] = [fault, page]
    fetch_values(QUESTION, folder, base=service.base, patience=patience)
    first, second = waits
    assert 0.5 <= first <= 1
    assert 1 <= second <= 2


@pytest.mark.parametrize(("asked", "expected"), [("7", 7), ("3600", 60), ("soon", 1)])
def test_the_wait_the_service_asks_for_is_kept_within_reason(
    service: Service, folder: Path, patience: Patience, waits: list[float], asked: str, expected: float
) -> None:
    service.answers["1"] = [partial(status, code=429, Retry_After=asked)]
    fetch_values(QUESTION, folder, base=service.base, patience=patience)
    assert waits == [pytest.approx(expected, abs=0.5 if asked == "soon" else 0)]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (fault, "It answered with status 500 (Internal Server Error). Asked 3 times."),
        (cut, "Its answer broke off after"),
        (quietly_cut, "Its answer ends within a row."),
        (stalled, "The connection failed"),
        (page, "It holds a web page, not CSV"),
        (json, "It holds JSON, not CSV"),
        (other_columns, "In its answer the column “Indicator ID” is missing"),
    ],
)
def test_what_fails_every_time_is_named_and_the_rest_is_kept(
    service: Service, folder: Path, patience: Patience, answer: Answer, words: str
) -> None:
    service.answers["1"] = [answer] * 3
    with pytest.raises(FetchError) as failure:
        fetch_values(QUESTION, folder, base=service.base, patience=patience)
    (problem,) = failure.value.problems
    assert problem.startswith("Indicator 1: ")
    assert words in problem
    assert not (folder / "fingertips.csv").exists()
    service.asked.clear()
    assert rows_of(fetch_values(QUESTION, folder, base=service.base, patience=patience)) == ALL_ROWS
    assert len(service.asked) == 1


def test_answers_to_another_question_are_not_mixed_in(
    service: Service, folder: Path, patience: Patience
) -> None:
    service.answers["1"] = [fault] * 3
    with pytest.raises(FetchError):
        fetch_values(QUESTION, folder, base=service.base, patience=patience)
    service.asked.clear()
    fetch_values(Question((1, 2), "E2"), folder, base=service.base, patience=patience)
    assert len(service.asked) == 2


@pytest.mark.parametrize("code", [302, 400, 404])
def test_a_plain_no_is_not_asked_again(
    service: Service, folder: Path, patience: Patience, waits: list[float], code: int
) -> None:
    service.answers["1"] = [partial(status, code=code, Location="http://elsewhere.invalid/")]
    with pytest.raises(FetchError) as failure:
        fetch_values(QUESTION, folder, base=service.base, patience=patience)
    assert f"It answered with status {code}" in failure.value.problems[0]
    assert waits == []


def test_answers_of_different_columns_are_not_put_together(
    service: Service, folder: Path, patience: Patience
) -> None:
    service.answers["2"] = [renamed_column]
    with pytest.raises(FetchError) as failure:
        fetch_values(QUESTION, folder, base=service.base, patience=patience)
    assert failure.value.problems == ["Indicator 2: its columns are not those of indicator 1."]
    assert not (folder / "fingertips.csv").exists()


def test_nobody_at_the_address_is_said(folder: Path, free_port: int, patience: Patience) -> None:
    with pytest.raises(FetchError) as failure:
        fetch_values(QUESTION, folder, base=f"http://127.0.0.1:{free_port}/", patience=patience)
    assert failure.value.problems[1] == "Indicator 2: The connection failed (ConnectionError). Asked 3 times."


@pytest.mark.parametrize(
    "base", ["http://fingertips.phe.org.uk/api", "http://127.0.0.1.example/", "ftp://127.0.0.1/", "here"]
)
def test_an_address_that_proves_nothing_is_refused(folder: Path, base: str) -> None:
    with pytest.raises(FetchError) as failure:
        fetch_values(QUESTION, folder, base=base)
    assert "https://" in failure.value.problems[0]


def test_the_address_of_the_service_is_a_proven_one() -> None:
    assert SERVICE.startswith("https://")


def test_the_metadata_are_fetched_in_the_same_manner(
    service: Service, tmp_path: Path, folder: Path, patience: Patience
) -> None:
    for number in ("1", "2"):
        service.files[number] = write_rows(
            tmp_path / "m.csv", [described(int(number))], METADATA_HEADER
        ).read_bytes()
    service.answers["2"] = [page]
    file = fetch_metadata([1, 2], folder, base=service.base, patience=patience)
    found, problems = read_metadata(file)
    assert (list(found), problems) == ([1, 2], [])
    assert urlsplit(service.asked[0]).path == "/api/indicator_metadata/csv/by_indicator_id"


def self_signed(folder: Path) -> ssl.SSLContext:
    """Return the side of a server whose certificate nobody vouches for."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    kept = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    kept.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(kept)
    return context


def test_a_certificate_nobody_vouches_for_is_refused_at_once(
    tmp_path: Path, folder: Path, patience: Patience, waits: list[float]
) -> None:
    service = Service({"1": b"", "2": b""})
    service.socket = self_signed(tmp_path).wrap_socket(service.socket, server_side=True)
    for running in serving(service):
        with pytest.raises(FetchError) as failure:
            fetch_values(
                QUESTION, folder, base=running.base.replace("http://", "https://"), patience=patience
            )
    assert "certificate is not trusted" in failure.value.problems[0]
    assert (service.asked, waits) == ([], [])


@pytest.mark.skipif(not SAMPLE.exists(), reason=f"the sample is not at {SAMPLE}")
def test_the_sample_arrives_whole_through_a_bad_line(
    tmp_path: Path, folder: Path, patience: Patience
) -> None:
    header, *lines = SAMPLE.read_bytes().splitlines(keepends=True)
    numbers = list(dict.fromkeys(line.split(b",")[0].decode() for line in lines))
    parts = {
        number: header + b"".join(line for line in lines if line.startswith(f"{number},".encode()))
        for number in numbers
    }
    service = Service(parts)
    troubles: list[Answer] = [in_drops, cut, fault, page, json]
    service.answers = {number: [answer] for number, answer in zip(numbers, troubles, strict=False)}
    for running in serving(service):
        file = fetch_values(
            Question(tuple(map(int, numbers)), "E10000017"), folder, base=running.base, patience=patience
        )
    assert sorted(file.read_bytes().splitlines()) == sorted(SAMPLE.read_bytes().splitlines())
    result, _ = read_file(tmp_path, file, SAMPLE_METADATA)
    assert (result.problems, result.rows["indicator_value"]) == ([], len(lines))


def test_the_command_fetches_both_files_and_says_what_is_next(
    run: Run, service: Service, tmp_path: Path, folder: Path
) -> None:
    about = write_rows(tmp_path / "m.csv", [described(1)], METADATA_HEADER).read_bytes()
    service.answers = {"1": [whole, lambda handler, _: whole(handler, about)]}
    told = ("--area", "E10000017", "--indicators", "1, 1", "--service", service.base, "-o", str(folder))
    status, out, err = run("fetch", "fingertips", *told)
    assert status == 0
    values, metadata = map(Path, out.split())
    assert rows_of(values) == ["1 2020", "1 2021"]
    assert metadata.read_bytes().count(b"\n") == 2
    assert f"placeboard import fingertips {values} --metadata {metadata} --name e10000017" in err
