"""Files of packs are made beside the server: by real processes, seen and stopped as a browser does."""

import io
import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from filelock import FileLock
from flask import Flask
from flask.testing import FlaskClient

from dashboard import pack_jobs
from dashboard.cli import pack_job
from dashboard.domain.pack import Item, Pack, write_pack
from dashboard.errors import PackError
from dashboard.pack_jobs import FAILED, LOCK, PACK, STOPPED, WORKING, BusyError, Job, begin, look, write_job
from dashboard.pack_routes import pack_routes
from dashboard.settings import Settings

QUERY = "?title=Cabinet&v=deficit.trajectory%3Fmeasure%3Dreserves&v=risk.matrix&v=savings.waterfall"
PATIENCE_S = 60
CABINET = Pack("Cabinet", "", (Item("deficit.trajectory"),))


@pytest.fixture
def settings(release_home: Path, tmp_path: Path) -> Settings:
    home = tmp_path / "home"
    home.mkdir()
    (home / "releases").symlink_to(release_home / "releases")
    (home / "current").write_text((release_home / "current").read_text())
    return Settings(home=home)


@pytest.fixture
def client(settings: Settings) -> Iterator[FlaskClient]:
    server = Flask("packs")
    server.register_blueprint(pack_routes(settings))
    client = server.test_client()
    yield client
    for folder in settings.files.glob("*"):
        client.delete(f"/pack/files/{folder.name}")


def ask(client: FlaskClient, kind: str, query: str = QUERY) -> str:
    answer = client.post(f"/pack/files/{kind}", data=parse_qs(query.removeprefix("?")))
    assert answer.status_code == 202, answer.text
    return str(answer.get_json()["name"])


def watched(client: FlaskClient, name: str) -> Iterator[dict[str, Any]]:
    """Give what is said of a file, each time it is asked, until nothing more will be."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        job = client.get(f"/pack/files/{name}").get_json()
        yield job
        if job["state"] != WORKING:
            return
        time.sleep(0.02)
    pytest.fail("the file was not made in time")


def test_slides_are_made_and_fetched_and_their_progress_moves(client: FlaskClient) -> None:
    name = ask(client, "pptx")
    seen = list(watched(client, name))
    assert seen[-1] == {"state": "done", "said": "Ready", "done": 0, "total": 0}
    assert len({job["said"] for job in seen}) > 2, seen
    with client.get(f"/pack/files/{name}/pack.pptx") as fetched:
        assert fetched.headers["Content-Disposition"] == "attachment"
        with zipfile.ZipFile(io.BytesIO(fetched.data)) as file:
            assert "ppt/slides/slide3.xml" in file.namelist()


def test_the_same_pack_is_made_once(client: FlaskClient, settings: Settings) -> None:
    name = ask(client, "html")
    assert ask(client, "html") == name
    list(watched(client, name))
    made = (settings.files / name / "pack.html").stat().st_mtime_ns
    assert ask(client, "html") == name
    assert (settings.files / name / "pack.html").stat().st_mtime_ns == made
    assert ask(client, "xlsx") != name


def test_one_reader_does_not_stop_what_another_waits_for(client: FlaskClient) -> None:
    mine, theirs = (ask(client, "html", f"{QUERY}&for={reader}") for reader in ("a", "b"))
    client.delete(f"/pack/files/{mine}")
    assert [job["state"] for job in watched(client, theirs)][-1] == "done"


def test_a_title_that_is_long_is_that_of_the_slides_too(client: FlaskClient) -> None:
    *_, job = watched(client, ask(client, "pptx", f"?title={'T' * 199}%0B&v=risk.matrix"))
    assert job["state"] == "done", job


def test_links_in_a_file_lead_to_where_it_was_asked_for(client: FlaskClient) -> None:
    name = ask(client, "html")
    list(watched(client, name))
    with client.get(f"/pack/files/{name}/pack.html") as fetched:
        assert "http://localhost/deficit?measure=reserves" in fetched.data.decode()


def test_a_file_that_is_stopped_leaves_no_process_and_nothing_behind(
    client: FlaskClient, settings: Settings
) -> None:
    name = ask(client, "pptx", "?title=Long&" + "&".join(["v=savings.options", "v=risk.matrix"] * 30))
    folder = settings.files / name
    end = time.monotonic() + PATIENCE_S
    while not (job := look(folder)) or not job.process:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert os.getpriority(os.PRIO_PROCESS, job.process) == pack_job.POLITENESS
    assert client.delete(f"/pack/files/{name}").status_code == 204
    assert not folder.exists()
    while time.monotonic() < end:
        try:
            os.kill(job.process, 0)
        except ProcessLookupError:
            break
        time.sleep(0.02)
    else:
        pytest.fail("the process lives on")
    assert not folder.exists()
    gone = client.get(f"/pack/files/{name}")
    assert (gone.status_code, gone.mimetype) == (400, "text/plain")
    assert "no longer there" in gone.text


def test_a_view_that_cannot_be_is_said_as_the_reason(client: FlaskClient) -> None:
    *_, job = watched(client, ask(client, "xlsx", "?v=deficit.trajectory%3Fmeasure%3Dnone"))
    assert job["state"] == FAILED
    assert "measure" in job["said"]
    first, *_, last = watched(client, ask(client, "xlsx", "?v=deficit.trajectory%3Fmeasure%3Dnone"))
    assert (first["state"], last["state"]) == (WORKING, FAILED), "what failed is not tried again"


@pytest.mark.parametrize(
    ("kind", "sent", "says"),
    [
        ("exe", {"v": "risk.matrix"}, "cannot be made into “exe”. It can be pptx, pdf, xlsx and html."),
        ("pptx", {}, "There is no pack"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(
    client: FlaskClient, kind: str, sent: dict[str, str], says: str
) -> None:
    answer = client.post(f"/pack/files/{kind}", data=sent)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert says in answer.text


@pytest.mark.parametrize("address", ["/pack/files/other", f"/pack/files/{'0' * 32}/pack.pptx"])
def test_a_file_that_nobody_asked_for_is_not_there(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")


def test_no_more_are_made_at_once_than_may_be(client: FlaskClient, settings: Settings) -> None:
    held = []
    for number in range(pack_jobs.MOST_AT_ONCE):
        folder = settings.files / (str(number) * 32)
        folder.mkdir(parents=True)
        write_job(folder, Job(process=os.getpid()))
        held.append(FileLock(folder / LOCK))
        held[-1].acquire()
    with pytest.raises(BusyError, match="waiting for 2 others"):
        begin(settings, CABINET, "xlsx")
    assert client.post("/pack/files/xlsx", data={"v": "risk.matrix"}).status_code == 503
    for lock in held:
        lock.release()
    ask(client, "xlsx")


def test_a_file_whose_process_is_gone_has_failed(settings: Settings) -> None:
    folder = settings.files / ("a" * 32)
    folder.mkdir(parents=True)
    write_job(folder, Job(process=1))
    assert look(folder) == Job(FAILED, STOPPED)
    write_job(folder, Job())
    assert look(folder) == Job()
    old = time.time() - pack_jobs.BEGINS_S - 1
    os.utime(folder / pack_jobs.STATE, (old, old))
    assert look(folder) == Job(FAILED, STOPPED)


def test_a_process_that_cannot_begin_has_failed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_jobs, "RUNNER", "dashboard.no_such_module")
    folder = settings.files / begin(settings, CABINET, "xlsx")
    end = time.monotonic() + PATIENCE_S
    while look(folder) != Job(FAILED, STOPPED):
        assert time.monotonic() < end
        time.sleep(0.02)


def test_files_are_taken_away_when_they_are_old_or_too_many(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_jobs, "_run", lambda *_: None)
    monkeypatch.setattr(pack_jobs, "MOST_KEPT", 2)
    folders = [settings.files / (letter * 32) for letter in "abcd"]
    for place, folder in enumerate(folders):
        folder.mkdir(parents=True)
        write_job(folder, Job("done", "Ready"))
        age = time.time() - (pack_jobs.KEPT_S + 1 if place == 0 else place)
        os.utime(folder / pack_jobs.STATE, (age, age))
    name = begin(settings, CABINET, "xlsx")
    assert {folder.name for folder in settings.files.iterdir()} == {name, "b" * 32, "c" * 32}


def test_without_a_release_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="No release is served"):
        begin(Settings(home=tmp_path), CABINET, "xlsx")


@pytest.mark.parametrize(("item", "state"), [("deficit.trajectory", "done"), ("no.view", FAILED)])
def test_what_the_process_does_is_said_in_its_folder(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, item: str, state: str
) -> None:
    monkeypatch.setenv("PLACEBOARD_HOME", str(settings.home))
    folder = settings.files / ("a" * 32)
    folder.mkdir(parents=True)
    (folder / PACK).write_text(write_pack(Pack("T", "", (Item(item),))))
    pack_job.main(folder, "xlsx")
    job = look(folder)
    assert job is not None
    assert (job.state, (folder / "pack.xlsx").exists()) == (state, state == "done")


def test_a_folder_that_was_taken_away_is_not_made_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_HOME", str(settings.home))
    pack_job.main(settings.files / ("a" * 32), "xlsx")
    assert not settings.files.exists()
