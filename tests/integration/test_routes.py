"""Addresses that are not pages, asked as a browser asks them."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.components.shell import PAGES as PAGES_OF_THE_MENU
from dashboard.domain.view import View
from dashboard.exports.table import table_html
from dashboard.queries.sources import PUBLIC_VIEWS, tables
from dashboard.routes import routes
from dashboard.store import Store
from dashboard.views import PAGES, deficit
from dashboard.views.cache import cache, remembered_view
from dashboard.views.deficit import DeficitSelection
from dashboard.views.sources import SourcesSelection
from tests.releases import altered_home

NAMES = [f"{page}.{card}" for page, (_, cards) in PAGES.items() for card in cards]


def server_of(store: Store) -> Flask:
    server = Flask("routes")
    cache.init_app(server, config={"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 0})
    server.register_blueprint(routes(store, PAGES_OF_THE_MENU))
    return server


@pytest.fixture(scope="module")
def server(store: Store) -> Flask:
    return server_of(store)


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[FlaskClient]:
    """A server whose store has no release."""
    store = Store(tmp_path)
    yield server_of(store).test_client()
    store.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_view_can_be_had_as_table_csv_and_json(client: FlaskClient, name: str) -> None:
    page, _, _ = name.partition(".")
    html = client.get(f"/view/{name}.html")
    assert (html.status_code, html.mimetype) == (200, "text/html")

    answer = client.get(f"/view/{name}.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    body = json.loads(answer.data)
    assert body["name"] == name
    assert body["title"] and body["subtitle"] and body["method"]
    tags = ("table",) if body["figures"] else ("table", "div")  # a table without rows may say why
    assert any(html.text.startswith(f"<{tag}") and html.text.endswith(f"</{tag}>") for tag in tags)

    plain = client.get(f"/view/{name}.csv")
    assert (plain.status_code, plain.content_type) == (200, "text/csv; charset=utf-8")
    head, *rows = csv.reader(io.StringIO(plain.text, newline=""))
    assert len(rows) == len(body["figures"])
    assert head == list(body["figures"][0]) if body["figures"] else not head
    if page == "deficit" and body["figures"] and "value" in head:
        assert {"unit", "printed", "status", "source_id", "source_line", "locator"} <= set(head)


def test_a_view_is_had_with_the_choices_of_the_address(client: FlaskClient, store: Store) -> None:
    selection = DeficitSelection(measure="reserves")
    answer = client.get("/view/deficit.trajectory.html?measure=reserves&table=bridge&size=projector")
    assert answer.text == table_html(deficit.trajectory(store, selection).table)
    assert answer.text != client.get("/view/deficit.trajectory.html").text


def test_choices_that_do_not_exist_are_refused_rather_than_replaced(client: FlaskClient) -> None:
    for query in ("measure=monthly", "colour=red", "measure=reserves&measure=in_year"):
        answer = client.get(f"/view/deficit.trajectory.csv?{query}")
        assert answer.status_code == 404
        assert answer.text.startswith("The address asks for ")


def test_an_unknown_view_is_404_with_the_views_there_are(client: FlaskClient) -> None:
    for name in ("deficit.nothing", "nothing.trajectory", "nothing"):
        answer = client.get(f"/view/{name}.csv")
        assert answer.status_code == 404
        assert answer.text.startswith(f"There is no view {name}. The views are deficit.trajectory, ")


def test_an_unknown_kind_of_file_is_404_with_the_kinds_there_are(client: FlaskClient) -> None:
    answer = client.get("/view/deficit.trajectory.exe")
    assert (answer.status_code, answer.text) == (404, "A view can be had as html, csv or json, not as exe.")


@pytest.mark.parametrize(
    "address",
    [
        "/view/<img src=x onerror=alert(1)>.html",
        "/view/deficit.trajectory.<b>",
        "/view/deficit.trajectory.html?measure=<script>alert(1)</script>",
        "/download/<script>.csv",
    ],
)
def test_what_an_address_says_is_never_answered_as_markup(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"


def test_every_table_of_the_store_can_be_had_as_csv(client: FlaskClient, store: Store) -> None:
    counts = {table.table_name: table.row_count for table in tables(store)}
    for name in (*counts, *PUBLIC_VIEWS):
        answer = client.get(f"/download/{name}.csv")
        assert answer.content_type == "text/csv; charset=utf-8"
        assert answer.headers["Content-Disposition"] == f"attachment; filename={name}.csv"
        head, *rows = csv.reader(io.StringIO(answer.text, newline=""))
        assert len(set(head)) == len(head) > 0
        assert len(rows) == counts.get(name, len(rows)) > 0 or name not in PUBLIC_VIEWS
        assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)


def test_an_unknown_table_is_404_with_the_way_to_those_there_are(client: FlaskClient) -> None:
    answer = client.get("/download/nothing.csv")
    assert answer.status_code == 404
    assert answer.text == "There is no table nothing; the page /sources lists them."


def test_health_is_the_release(client: FlaskClient, store: Store) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.text, answer.mimetype) == (200, store.release_id, "text/plain")


@pytest.mark.parametrize("address", ["/health", "/view/deficit.trajectory.csv", "/download/fact.csv"])
def test_without_a_store_every_address_is_503_and_says_what_to_do(lost: FlaskClient, address: str) -> None:
    answer = lost.get(address)
    assert answer.status_code == 503
    assert "placeboard build" in answer.text


def test_a_view_is_worked_out_once_for_a_release_whatever_stands_open(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[DeficitSelection] = []

    def counted(store: Store, selection: DeficitSelection) -> View:
        made.append(selection)
        return deficit.bridge(store, selection)

    monkeypatch.setitem(deficit.CARDS, "bridge", counted)
    with server_of(store).app_context():
        first = remembered_view(store, "deficit.bridge", DeficitSelection())
        opened = DeficitSelection(table=("bridge",), size="projector")
        assert remembered_view(store, "deficit.bridge", opened) == first
        assert made == [DeficitSelection()]
        remembered_view(store, "deficit.bridge", DeficitSelection(measure="reserves"))
        assert len(made) == 2


def test_a_search_is_remembered_by_its_words(server: Flask, store: Store) -> None:
    with server.app_context():
        for text in ("398", "41"):
            view = remembered_view(store, "sources.figures", SourcesSelection(q=text))
            assert view.title.endswith(f"for “{text}”")


def test_a_new_release_is_answered_with_new_figures(release_home: Path, tmp_path: Path) -> None:
    home = altered_home(release_home, tmp_path / "home")
    store = Store(home)
    client = server_of(store).test_client()
    before = client.get("/view/deficit.trajectory.json").get_data(as_text=True)
    doubled = "UPDATE budget_line SET amount_gbp_m = amount_gbp_m * 2"
    other = altered_home(release_home, tmp_path / "other", doubled)
    (release,) = (other / "releases").iterdir()
    release.rename(home / "releases" / "release-20000102T000000000000-b.duckdb")
    new = home / "current.new"
    new.write_text("release-20000102T000000000000-b.duckdb\n", encoding="utf-8")
    new.replace(home / "current")
    after = client.get("/view/deficit.trajectory.json").get_data(as_text=True)
    assert "each year’s gap grows to £148m" in before
    assert "each year’s gap grows to £296m" in after
    store.close()
