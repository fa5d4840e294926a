"""Scripts and styles are packed once and kept by the browser."""

import gzip
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from dashboard.static import StaticPack, asset_address, asset_version, linked_addresses

SCRIPT = b"window.placeboard = 1;\n" * 200
FONT = b"\x00\x01font" * 50


def server() -> Flask:
    made = Flask("static")

    @made.get("/assets/a.js")
    def script() -> Response:
        return Response(SCRIPT, mimetype="text/javascript")

    @made.get("/assets/a.woff2")
    def font() -> Response:
        return Response(FONT, mimetype="font/woff2")

    return made


def packed(folder: Path, *addresses: str) -> FlaskClient:
    made = server()
    StaticPack(made, folder).fill(addresses)
    return made.test_client()


ADDRESSES = ("/assets/a.js?v=1", "/assets/a.woff2", "/assets/missing.js")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("br", "br"),
        ("gzip", "gzip"),
        ("gzip, br;q=0", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_a_script_is_answered_in_the_best_way_the_browser_takes(
    tmp_path: Path, accepted: str, encoding: str | None
) -> None:
    answer = packed(tmp_path, *ADDRESSES).get("/assets/a.js?v=1", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    undo = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert undo(answer.data) == SCRIPT
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.mimetype == "text/javascript"


def test_packing_makes_it_smaller(tmp_path: Path) -> None:
    client = packed(tmp_path, *ADDRESSES)
    sizes = [
        len(client.get("/assets/a.js?v=1", headers={"Accept-Encoding": kind}).data)
        for kind in ("br", "gzip", "")
    ]
    assert sizes[0] < sizes[1] < sizes[2]


def test_a_font_is_packed_already_and_only_kept(tmp_path: Path) -> None:
    answer = packed(tmp_path, *ADDRESSES).get("/assets/a.woff2", headers={"Accept-Encoding": "br, gzip"})
    assert answer.data == FONT
    assert "Content-Encoding" not in answer.headers
    assert "immutable" in answer.headers["Cache-Control"]


def test_another_version_of_the_address_is_not_answered_from_the_pack(tmp_path: Path) -> None:
    client = packed(tmp_path, *ADDRESSES)
    assert "immutable" not in client.get("/assets/a.js?v=2").headers.get("Cache-Control", "")
    assert "immutable" not in client.get("/assets/a.js").headers.get("Cache-Control", "")


def test_what_is_missing_stays_missing(tmp_path: Path) -> None:
    assert packed(tmp_path, *ADDRESSES).get("/assets/missing.js").status_code == 404


def test_the_work_is_kept_for_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed(tmp_path, *ADDRESSES)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".br", ".gz"]

    def again(*_: object, **__: object) -> bytes:
        raise AssertionError("compressed a second time")

    monkeypatch.setattr(brotli, "compress", again)
    monkeypatch.setattr(gzip, "compress", again)
    answer = packed(tmp_path, *ADDRESSES).get("/assets/a.js?v=1", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(answer.data) == SCRIPT


def test_a_home_that_cannot_be_written_still_serves(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    answer = packed(blocked / "static", *ADDRESSES).get("/assets/a.js?v=1", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(answer.data) == SCRIPT
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_the_address_of_an_asset_changes_with_its_content(tmp_path: Path) -> None:
    file, twin = tmp_path / "a.css", tmp_path / "b.css"
    file.write_text("a {}", encoding="utf-8")
    twin.write_text("b {}", encoding="utf-8")
    assert asset_address(tmp_path, "a.css") == f"/assets/a.css?v={asset_version(file)}"
    assert len(asset_version(file)) == 12
    assert asset_version(file) != asset_version(twin)


def test_the_links_of_a_page_are_found() -> None:
    page = (
        '<link rel="stylesheet" href="/assets/a.css?v=1"><script src="/assets/b.js"></script>'
        '<link rel="icon" href="/assets/c.svg"><a href="/deficit">x</a><script src="https://else/x.js"></script>'
    )
    assert linked_addresses(page) == ["/assets/a.css?v=1", "/assets/b.js"]
