"""The search of the header: what can be found in the store, and what it answers."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.components.shell import PAGES, SCENARIO
from dashboard.domain.address import from_query
from dashboard.domain.search import KINDS, Entry
from dashboard.pages import briefings
from dashboard.queries.delivery import services
from dashboard.queries.facts import count_facts
from dashboard.queries.names import names
from dashboard.queries.search import entries
from dashboard.routes import routes
from dashboard.store import Store
from dashboard.views import PAGES as VIEWS
from dashboard.views.search import MOST_LETTERS

STEMS = {page.path: page.stem for page in PAGES}


@pytest.fixture(scope="module")
def held(store: Store) -> list[Entry]:
    return entries(store)


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    server = Flask("search")
    server.register_blueprint(routes(store, (*PAGES, SCENARIO)))
    return server.test_client()


def asked(client: FlaskClient, text: str) -> Any:
    answer = client.get("/search.json", query_string={"q": text})
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return json.loads(answer.data)


def results(client: FlaskClient, text: str) -> dict[str, list[dict[str, str]]]:
    found = asked(client, text)
    return {group["kind"]: group["results"] for group in found["groups"]}


def test_every_kind_but_pages_and_imported_ones_is_in_the_store(held: list[Entry]) -> None:
    assert {entry.kind for entry in held} == set(KINDS) - {"page"}
    assert all(entry.title.strip() for entry in held)


def test_every_address_is_one_that_its_page_understands(store: Store, held: list[Entry]) -> None:
    known = names(store)
    for href in {entry.href for entry in held}:
        parts = urlsplit(href)
        stem = STEMS[parts.path]
        kind = briefings.Selection if stem == "briefings" else VIEWS[stem][0]
        assert from_query(kind, parse_qs(parts.query), known)[1] == [], href


def test_every_service_is_shown_where_it_leads(store: Store, held: list[Entry]) -> None:
    own = [entry for entry in held if entry.kind == "service"]
    assert len(own) == len(services(store))
    for entry in own:
        (words,) = parse_qs(urlsplit(entry.href).query)["q"]
        assert entry.title in {service.label for service in services(store, q=words)}


@pytest.mark.parametrize(
    ("text", "kind", "href"),
    [
        ("deficit", "Pages", "/deficit"),
        ("levers", "Pages", "/deficit/levers"),
        ("defisit", "Pages", "/deficit"),
        ("corporate risk", "Briefings", "/?briefing=corporate-risk"),
        ("sc002", "Savings options", "/savings?option=sc002"),
        ("balancing the budget", "Risks and opportunities", "/risk?risk=balanced_budget"),
        ("swindon", "Programmes", "/programmes?programme=one_swindon"),
        ("shared brain", "Options compared", "/options?appraisal=plymouth-cco"),
        ("strategic brain", "Programmes", "/programmes?programme=cco"),
        ("morecambe", "Footprints and districts", "/footprints?area=morecambe_bay"),
        ("award bid", "Glossary", "/sources#sources-glossary-card"),
        ("male life expectancy", "Indicators", "/outcomes?view=report"),
        ("savings options", "Documents", "/sources?source=lcc-savings-2018"),
    ],
)
def test_a_name_leads_to_where_it_stands(client: FlaskClient, text: str, kind: str, href: str) -> None:
    assert href in [result["href"] for result in results(client, text)[kind]]


@pytest.mark.parametrize("text", ["398", "£148m", "1,398"])
def test_a_number_leads_to_the_figures_with_it_and_to_all_of_them(
    client: FlaskClient, store: Store, text: str
) -> None:
    found = asked(client, text)
    if not count_facts(store, text):
        assert (found["count"], found["all"]) == (0, None)
        return
    shown = results(client, text)["Figures"]
    assert all(result["href"].startswith("/sources?source=") for result in shown)
    assert found["all"]["title"] == f"All figures with {text}"
    (query,) = parse_qs(urlsplit(found["all"]["href"]).query)["q"]
    assert query == text
    assert count_facts(store, query) >= len(shown)


def test_letters_wrong_promise_no_figures_that_would_not_be_found(client: FlaskClient) -> None:
    found = asked(client, "safegarding")
    assert found["count"] and found["all"] is None
    assert asked(client, "safeguarding")["all"]


@pytest.mark.parametrize(
    "text", ["", "  ", "zzzzqq", "<script>alert(1)</script>zzzz", "'; DROP TABLE risk; --zzz"]
)
def test_what_is_not_there_finds_nothing(client: FlaskClient, text: str) -> None:
    assert asked(client, text) == {"question": text.strip(), "count": 0, "groups": [], "all": None}


def test_a_long_question_is_cut(client: FlaskClient) -> None:
    assert asked(client, "x" * 999)["question"] == "x" * MOST_LETTERS


def test_without_a_release_the_search_says_so(tmp_path: Path) -> None:
    server = Flask("empty")
    server.register_blueprint(routes(Store(tmp_path), PAGES))
    answer = server.test_client().get("/search.json?q=risk")
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
