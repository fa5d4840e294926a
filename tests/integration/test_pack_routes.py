"""A pack is opened from a file and saved as one, asked as a browser asks."""

import tomllib
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.domain.pack import Item, Pack, write_pack
from dashboard.domain.pack_address import LONGEST, from_address, to_address
from dashboard.domain.present import MOST_VIEWS
from dashboard.pack_routes import LONGEST_FILE, pack_routes
from dashboard.settings import Settings

PACK = Pack("Cabinet", "1 May", (Item("deficit.trajectory", "measure=reserves", "Own", "Say\nthis"),))


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    server = Flask("packs")
    server.register_blueprint(pack_routes(Settings(home=tmp_path)))
    return server.test_client()


def test_a_pack_goes_from_the_address_to_a_file_and_back(client: FlaskClient) -> None:
    saved = client.post("/pack/file.toml", data=parse_qs(urlsplit(to_address(PACK)[0]).query))
    assert saved.headers["Content-Disposition"] == "attachment; filename=pack.toml"
    assert saved.text == write_pack(PACK)
    opened = client.post("/pack/read", data=saved.data).get_json()
    assert from_address(parse_qs(opened["query"].removeprefix("?"))) == PACK
    assert opened["said"] == "The pack “Cabinet” is open."


def test_a_pack_without_a_title_is_saved_with_one(client: FlaskClient) -> None:
    saved = client.post("/pack/file.toml", data={"v": "risk.matrix"})
    assert tomllib.loads(saved.text)["title"] == "Pack"


def test_notes_that_an_address_cannot_hold_are_given_to_the_device(client: FlaskClient) -> None:
    long = Pack("Long", "", (Item("risk.matrix", notes="x" * LONGEST), Item("deficit.bridge")))
    opened = client.post("/pack/read", data=write_pack(long).encode()).get_json()
    assert opened["said"].endswith("Its notes are too long for a link: they are kept on this device.")
    assert opened["notes"] == ["x" * LONGEST, ""]
    assert "x" * 50 not in opened["query"]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (b"<script>", "The file is not a TOML file."),
        (b"\xff\xfe", "not text in UTF-8"),
        (b'title = "T"', "the pack has no views"),
        (b"#" * (LONGEST_FILE + 1), "too long"),
        (write_pack(Pack("T", "", (Item("risk.matrix"),) * (MOST_VIEWS + 1))).encode(), "60 can be shown"),
    ],
)
def test_a_file_that_is_no_pack_is_refused_in_words(client: FlaskClient, sent: bytes, says: str) -> None:
    answer = client.post("/pack/read", data=sent)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert says in answer.text


@pytest.mark.parametrize("sent", [{}, {"v": ""}, {"title": "T"}, {"v": ["risk.matrix"] * 61}])
def test_what_is_no_pack_is_no_file(client: FlaskClient, sent: dict[str, str | list[str]]) -> None:
    answer = client.post("/pack/file.toml", data=sent)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text.startswith("There is no pack that can be made into a file.")
