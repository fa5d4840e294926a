"""The whole application, asked as a browser asks it."""

import base64
import hashlib
import html
import json
import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from plotly.io.json import to_json_plotly

from dashboard.app import PAGE_MODULES, STORE, create_app
from dashboard.callbacks.deficit import CARD_OF_CHOICE, CHOICES
from dashboard.components.shell import ERROR, PAGES, SCENARIO
from dashboard.domain.address import choices, to_query
from dashboard.domain.view import View
from dashboard.errors import StoreError
from dashboard.pages import deficit as deficit_page
from dashboard.settings import ROOT, Settings
from dashboard.store import Store
from dashboard.views import deficit
from dashboard.views.cache import cache
from dashboard.views.deficit import DeficitSelection
from tests.cards import inside
from tests.outcomes import indicators_home
from tests.releases import altered_home

PATHS = [module.PATH for module in PAGE_MODULES]
# Every page, and the views of it that have controls of their own.
STATES = [
    *((path, "") for path in PATHS),
    ("/", "?briefing=financial-position"),
    ("/savings", "?option=sc034"),
    ("/savings", "?compare=sc034"),
    ("/outcomes", "?view=area"),
    ("/footprints", "?area=pennine"),
    ("/outcomes", "?view=indicator"),
    ("/present", "?v=deficit.trajectory&v=risk.matrix%3Fbands%3Dnone"),
    ("/present", "?v=deficit.trajectory&slide=1"),
    ("/present", "?v=deficit.trajectory&slide=1&notes=1"),
]
ROUTER = ("_pages_content", "_pages_store")
ELSEWHERE = re.compile(r"(?:https?:)?//[a-zA-Z0-9][\w.-]*\.[a-z]{2,}[^\s\"'<>)]*")
NAMESPACE = "http://www.w3.org/"
Json = Any


class Reader:
    """A browser without a screen: it asks for pages and reports what a reader chooses."""

    def __init__(self, app: Dash) -> None:
        self.app = app
        self.client: FlaskClient = app.server.test_client()
        self.callbacks: list[Json] = self.client.get("/_dash-dependencies").get_json()

    def page(self, path: str, search: str = "") -> Json:
        """Return what the router answers for an address."""
        router = next(item for item in self.callbacks if ROUTER[0] in item["output"])
        return self.choose(router, {"pathname": path, "search": search})

    def content(self, path: str, search: str = "") -> Json:
        return self.page(path, search)["response"][ROUTER[0]]["children"]

    def choose(self, callback: Json, values: dict[str, Json]) -> Json:
        """Report the values of a callback's inputs and states, by id or by property; return what changes."""
        answer = self.post(callback, values)
        assert answer.status_code == 200
        return answer.get_json()

    def post(self, callback: Json, values: dict[str, Json]) -> Any:
        inputs, states = (
            [
                {**item, "value": values.get(item["id"], values.get(item["property"]))}
                for item in callback[kind]
            ]
            for kind in ("inputs", "state")
        )
        outputs = [dict(zip(("id", "property"), pair, strict=True)) for pair in outputs_of(callback)]
        body = {
            "output": callback["output"],
            "outputs": outputs if callback["output"].startswith("..") else outputs[0],
            "inputs": inputs,
            "state": states,
            "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
            "parsedChangedPropsIds": [],
        }
        return self.client.post("/_dash-update-component", json=body)


def outputs_of(callback: Json) -> list[tuple[str, str]]:
    """Return the ids and properties that a callback changes."""
    named = callback["output"].strip(".").split("...")
    pairs = (name.rpartition(".") for name in named)
    return [(component, key) for component, _, key in pairs]


def nodes(tree: Json) -> Iterator[Json]:
    """Yield every component of a layout that came as JSON."""
    if isinstance(tree, list):
        for item in tree:
            yield from nodes(item)
    elif isinstance(tree, dict) and "props" in tree:
        yield tree
        yield from nodes(children_in(tree))


def components_in(tree: Json) -> int:
    """Return how many components the browser looks after; what it puts in as text is none."""
    if isinstance(tree, list):
        return sum(map(components_in, tree))
    if not isinstance(tree, dict) or "props" not in tree:
        return 0
    return 1 + components_in(tree["props"].get("children"))


def children_in(node: Json) -> Json:
    """Return what stands in a component; in a card, what the browser puts in."""
    props = node.get("props", {})
    return json.loads(to_json_plotly(inside(props))) or props.get("children")


def ids_in(tree: Json) -> list[str]:
    return [node["props"]["id"] for node in nodes(tree) if node["props"].get("id")]


def node_of(tree: Json, component_id: str) -> Json:
    return next(node for node in nodes(tree) if node["props"].get("id") == component_id)


def text_in(tree: Json) -> str:
    if isinstance(tree, list):
        return " ".join(text_in(item) for item in tree)
    if isinstance(tree, dict):
        return text_in(children_in(tree))
    return "" if tree is None else str(tree)


@pytest.fixture(scope="module")
def app(release_home: Path) -> Iterator[Dash]:
    made = create_app(Settings(home=release_home))
    yield made
    made.server.extensions[STORE].close()


@pytest.fixture(scope="module")
def reader(app: Dash) -> Reader:
    return Reader(app)


@pytest.fixture(scope="module")
def stocked(app: Dash, release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """An application whose release holds imported indicators too, so that every control stands."""
    made = create_app(Settings(home=indicators_home(release_home, tmp_path_factory.mktemp("stocked"))))
    yield Reader(made)
    made.server.extensions[STORE].close()


@pytest.fixture
def lost(app: Dash, release_home: Path, tmp_path: Path) -> Iterator[Reader]:
    """An application whose store has no release."""
    shutil.copytree(release_home / "static", tmp_path / "static")
    made = create_app(Settings(home=tmp_path))
    yield Reader(made)
    made.server.extensions[STORE].close()


# ---- pages ----


@pytest.mark.parametrize("path", PATHS)
def test_every_page_answers_and_its_title_names_the_place(reader: Reader, path: str) -> None:
    index = reader.client.get(path)
    assert index.status_code == 200
    assert "<title>Placeboard</title>" in index.text
    answer = reader.page(path)["response"]
    title = answer[ROUTER[1]]["data"]["title"]
    assert title.endswith("– Placeboard, Lancashire")
    assert f'<meta property="og:title" content="{title}">' in index.text
    words = text_in(answer[ROUTER[0]]["children"])
    assert "Release of " in words
    assert "The figures cannot be shown" not in words


def test_the_layout_and_the_list_of_callbacks_answer(reader: Reader) -> None:
    assert set(ROUTER) <= set(ids_in(reader.client.get("/_dash-layout").get_json()))
    assert len(reader.callbacks) >= len(CARD_OF_CHOICE) + 3


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_used_once_on_a_page(reader: Reader, path: str) -> None:
    found = ids_in(reader.client.get("/_dash-layout").get_json()) + ids_in(reader.content(path))
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_one_heading_one_main_and_names_for_its_parts(reader: Reader, path: str) -> None:
    content = reader.content(path)
    kinds = [node["type"] for node in nodes(content)]
    assert kinds.count("H1") == kinds.count("Main") == 1
    known = set(ids_in(content))
    for node in nodes(content):
        props = node["props"]
        assert props.get("aria-labelledby", "") in {"", *known}
        assert props.get("htmlFor", "") in {"", *known}
        if node["type"] == "Nav" or props.get("role") in ("region", "img"):
            assert props.get("aria-label")


def test_every_callback_is_wired_to_parts_of_one_page(stocked: Reader) -> None:
    shell = set(ids_in(stocked.client.get("/_dash-layout").get_json()))
    pages = {state: shell | set(ids_in(stocked.content(*state))) for state in STATES}
    for callback in stocked.callbacks:
        given = [*callback["inputs"], *callback["state"]]
        wanted = {name for name, _ in outputs_of(callback)} | {item["id"] for item in given}
        assert any(wanted <= known for known in pages.values()), wanted


def test_every_id_a_page_declares_stands_on_it(stocked: Reader) -> None:
    for module in PAGE_MODULES:
        declared = {str(member) for member in getattr(module, "Ids", ())}
        views = [search for path, search in STATES if path == module.PATH]
        found = [name for search in views for name in ids_in(stocked.content(module.PATH, search))]
        assert declared <= set(found)


def test_the_search_knows_every_page_and_the_parts_with_an_address(reader: Reader) -> None:
    for page in (*PAGES, SCENARIO):
        found = reader.client.get("/search.json", query_string={"q": page.name}).get_json()
        assert page.path in [item["href"] for group in found["groups"] for item in group["results"]]


def test_the_bare_address_is_the_first_page(reader: Reader) -> None:
    assert PAGES[0].path == "/"
    assert reader.client.get("/?q=%C2%A3").status_code == 200
    assert PAGES[0].question in text_in(reader.content("/"))


def test_an_address_without_a_page_says_so_and_names_the_pages(reader: Reader) -> None:
    answer = reader.page("/nothing", "?a=1")["response"]
    words = text_in(answer[ROUTER[0]]["children"])
    assert "There is no page at this address" in words
    links = {node["props"].get("href") for node in nodes(answer[ROUTER[0]]["children"])}
    assert {page.path for page in PAGES} <= links
    assert answer[ROUTER[1]]["data"]["title"].startswith("Page not found – Placeboard")


def test_a_page_is_shown_as_its_address_asks(reader: Reader) -> None:
    content = reader.content("/deficit", "?measure=reserves&table=bridge&size=projector")
    assert node_of(content, deficit_page.Ids.MEASURE)["props"]["value"] == "reserves"
    assert text_in(node_of(content, "deficit-trajectory-title")).startswith("The forecast had reserves gone")
    opened = {
        node["props"]["data-pb-table"]: node["props"].get("open", False)
        for node in nodes(content)
        if "data-pb-table" in node["props"]
    }
    assert [name for name, is_open in opened.items() if is_open] == ["bridge"]
    assert not [node for node in nodes(content) if "pb-notice" in node["props"].get("className", "")]


def test_what_an_address_asks_in_vain_is_said_on_the_page(reader: Reader) -> None:
    content = reader.content("/deficit", "?measure=monthly&colour=red&uplift=organisation")
    (notice,) = (node for node in nodes(content) if "pb-notice" in node["props"].get("className", ""))
    words = text_in(notice)
    assert "The address asks for “colour”, which this page does not have." in words
    assert "The address asks for measure “monthly”, but it can be in_year, cumulative, reserves." in words
    assert node_of(content, deficit_page.Ids.MEASURE)["props"]["value"] == "in_year"
    assert node_of(content, deficit_page.Ids.UPLIFT)["props"]["value"] == "organisation"


@pytest.mark.parametrize(
    "search",
    [
        "?",
        "?&&==",
        "?self=1&cls=2&query=3&module=4&pathname_=5&search_=6&store=7",
        "?measure=reserves&measure=cumulative",
        "?line=00000000000199999999999999999999",
        "?page=99999999999999999999999999",
        "?q=%00%FF%3Cscript%3E",
        "?q=" + "x" * 5000,
        "?table=" + ".".join(["bridge"] * 50),
        "?%E2%80%AE=1",
    ],
)
@pytest.mark.parametrize("path", PATHS)
def test_a_hostile_address_still_shows_the_page(reader: Reader, path: str, search: str) -> None:
    answer = reader.page(path, search)
    assert "The figures cannot be shown" not in text_in(answer["response"][ROUTER[0]]["children"])
    assert not answer.get("sideUpdate", {}).get(ERROR, {}).get("children")


def test_the_search_of_the_sources_page_goes_through_its_pages(reader: Reader) -> None:
    first = reader.content("/sources")
    links = [node["props"]["href"] for node in nodes(node_of(first, "sources-pages")) if node["type"] == "A"]
    assert links == ["/sources?page=2"]
    beyond = node_of(reader.content("/sources", "?page=5000&q=council"), "sources-pages")
    assert "Page" not in text_in(beyond)
    (back,) = [node for node in nodes(beyond) if node["type"] == "A"]
    assert text_in(back) == "Earlier figures"
    last = node_of(
        reader.content("/sources", back["props"]["href"].removeprefix("/sources")), "sources-pages"
    )
    assert "Later figures" not in text_in(last)
    line = reader.content("/sources", "?source=psdm-2017&line=2065")
    assert text_in(node_of(line, "sources-figures-title")) == "4 figures printed on line 2,065"
    assert "All figures of this document" in text_in(node_of(line, "sources-pages"))
    for search in ("?q=zzzz", "?q=398", "?source=psdm-2017&line=1"):
        assert text_in(node_of(reader.content("/sources", search), "sources-pages")) == ""


@pytest.mark.parametrize(
    ("path", "status"),
    [("/deficit", 200), ("/deficit/", 200), ("/nowhere", 404), ("/no/where", 404), ("/not-found", 404)],
)
def test_an_address_without_a_page_is_404_and_still_shows_one(reader: Reader, path: str, status: int) -> None:
    answer = reader.client.get(path)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    assert "react-entry-point" in answer.get_data(as_text=True)


# ---- callbacks ----


def changed(answer: Json) -> dict[str, Json]:
    return {
        f"{name}.{key}": value for name, props in answer["response"].items() for key, value in props.items()
    }


def all_choices(**changes: str) -> dict[str, Json]:
    """Return what the controls of /deficit hold, by their ids: the defaults, with `changes`."""
    usual = {name: choices(DeficitSelection, name)[0] for name in CHOICES}
    return {str(CHOICES[name]): value for name, value in {**usual, **changes}.items()}


@pytest.mark.parametrize(("choice", "card"), CARD_OF_CHOICE.items())
def test_every_choice_changes_its_card_to_what_the_address_would_show(
    reader: Reader, choice: str, card: str
) -> None:
    control = str(CHOICES[choice])
    callback = next(
        item
        for item in reader.callbacks
        if [given["id"] for given in item["inputs"]] == [control] and f"deficit-{card}-card" in item["output"]
    )
    options = node_of(reader.content("/deficit"), control)["props"]["options"]
    assert tuple(option["value"] for option in options) == choices(DeficitSelection, choice)
    titles = set()
    for option in options:
        answer = reader.choose(callback, all_choices(**{choice: option["value"]}))
        parts = changed(answer)
        assert parts.keys() == {f"{name}.{key}" for name, key in outputs_of(callback)}
        address = parts[f"deficit-{card}-card.data-pb-query"]
        assert address == ("" if option == options[0] else f"?{choice}={option['value']}")
        page = reader.content("/deficit", address)
        for name, key in outputs_of(callback):
            if key == "data-pb-query":
                continue
            assert parts[f"{name}.{key}"] == node_of(page, name)["props"].get(key), (name, key)
        said = json.loads(parts[f"deficit-{card}-card.data-pb-parts"])
        titles.add(said["title"]["text"] + said["subtitle"]["text"])
        table = reader.client.get(said["table"]["data-pb-src"])
        assert table.status_code == 200
    assert len(titles) == len(options)


def test_what_is_chosen_goes_into_the_address(reader: Reader) -> None:
    chosen = {
        "measure": "reserves",
        "uplift": "driver",
        "money": "today",
        "planned": "included",
        "component": "front_office",
    }
    answer = changed(reader.choose(trajectory_callback(reader), all_choices(**chosen)))
    address = answer["deficit-trajectory-card.data-pb-query"]
    assert address == to_query(DeficitSelection(**chosen))  # type: ignore[arg-type]
    assert address.startswith("?measure=reserves&money=today")


def search_of(reader: Reader) -> Json:
    return next(item for item in reader.callbacks if "sources-figures-card" in item["output"])


@pytest.mark.parametrize("text", ["398", "", None, "  council tax ", "no such words", "x" * 400])
def test_a_search_shows_what_its_address_would_show(reader: Reader, text: str | None) -> None:
    options = node_of(reader.content("/sources"), "sources-source")["props"]["options"]
    for option in options:
        answer = changed(
            reader.choose(search_of(reader), {"sources-query": text, "sources-source": option["value"]})
        )
        address = answer.pop("sources-figures-card.data-pb-query")
        page = reader.content("/sources", address)
        for name, value in answer.items():
            component, _, key = name.rpartition(".")
            assert value == node_of(page, component)["props"].get(key), name
        said = json.loads(answer["sources-figures-card.data-pb-parts"])
        assert reader.client.get(said["table"]["data-pb-src"]).status_code == 200


def failing(error: Exception) -> Any:
    def fail(*_: object) -> View:
        raise error

    return fail


def trajectory_callback(reader: Reader) -> Json:
    return next(item for item in reader.callbacks if "deficit-trajectory-card" in item["output"])


def test_a_choice_that_fails_says_so_and_nothing_else_changes(
    reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = reader.choose(trajectory_callback(reader), all_choices(measure="monthly"))
    assert answer.get("response", {}) == {}
    assert list(answer["sideUpdate"]) == [ERROR]
    said = text_in(answer["sideUpdate"][ERROR]["children"])
    assert said == (
        "That could not be shown The reason is in the server’s log. What was on the page is unchanged."
    )
    assert "A choice could not be carried out" in caplog.text
    assert "KeyError" in caplog.text


def test_a_choice_that_fails_for_a_known_reason_gives_it(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with reader.app.server.app_context():
        cache.clear()
    monkeypatch.setitem(deficit.CARDS, "trajectory", failing(StoreError("The release cannot be read.")))
    with caplog.at_level(logging.ERROR):
        answer = reader.choose(trajectory_callback(reader), all_choices(measure="reserves"))
    assert "The release cannot be read. What was on the page" in text_in(
        answer["sideUpdate"][ERROR]["children"]
    )


def test_what_was_said_of_a_failure_goes_with_the_next_page(reader: Reader) -> None:
    assert reader.page("/sources")["sideUpdate"] == {ERROR: {"children": None}}


# ---- without a store, and with another ----


@pytest.mark.parametrize("path", [module.PATH for module in PAGE_MODULES])
def test_without_a_release_every_page_says_what_to_do(lost: Reader, path: str) -> None:
    index = lost.client.get(path)
    assert index.status_code == 200
    answer = lost.page(path)["response"]
    assert answer[ROUTER[1]]["data"]["title"].endswith(" – Placeboard")
    content = answer[ROUTER[0]]["children"]
    words = text_in(content)
    assert "The figures cannot be shown" in words
    assert "placeboard build" in words
    assert "No release is being served." in words
    assert [node["type"] for node in nodes(content)].count("H1") == 1
    assert any(node["props"].get("role") == "alert" for node in nodes(content))


def test_without_a_release_an_address_without_a_page_still_says_so(lost: Reader) -> None:
    answer = lost.page("/nothing")["response"]
    words = text_in(answer[ROUTER[0]]["children"])
    assert "There is no page at this address" in words
    assert "No release is being served." in words


def test_without_a_release_health_is_503(lost: Reader) -> None:
    assert lost.client.get("/health").status_code == 503


def test_two_applications_in_one_process_serve_their_own_figures(
    reader: Reader, release_home: Path, tmp_path: Path
) -> None:
    home = altered_home(
        release_home,
        tmp_path / "home",
        "UPDATE budget_line SET amount_gbp_m = -777 WHERE locator = 'Table 40' AND line = 'in_year'",
        "UPDATE place SET name = 'Elsewhere'",
    )
    made = create_app(Settings(home=home))
    other = Reader(made)
    for _ in range(2):
        for asked, amount, name in ((reader, "£148m", "Lancashire"), (other, "£777m", "Elsewhere")):
            page = asked.page("/deficit")["response"]
            title = text_in(node_of(page[ROUTER[0]]["children"], "deficit-trajectory-title"))
            assert amount in title
            assert page[ROUTER[1]]["data"]["title"].endswith(name)
            chosen = asked.choose(trajectory_callback(asked), {str(deficit_page.Ids.MEASURE): "in_year"})
            said = json.loads(changed(chosen)["deficit-trajectory-card.data-pb-parts"])
            assert said["title"]["text"] == title
            assert amount in asked.client.get("/view/deficit.trajectory.json").get_json()["title"]
    assert reader.client.get("/health").text != other.client.get("/health").text
    made.server.extensions[STORE].close()


# ---- what leaves the host, and what may run ----


def policy_of(answer: Any) -> dict[str, list[str]]:
    rules = (rule.split() for rule in answer.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in rules}


@pytest.mark.parametrize("path", [*PATHS, "/nothing"])
def test_only_scripts_of_this_server_may_run_and_nothing_is_asked_elsewhere(
    reader: Reader, path: str
) -> None:
    answer = reader.client.get(path)
    policy = policy_of(answer)
    assert policy["default-src"] == ["'none'"]
    assert policy["connect-src"] == policy["font-src"] == policy["form-action"] == ["'self'"]
    assert policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"} & set(policy["script-src"])
    assert all(value == "'self'" or value.startswith("'sha256-") for value in policy["script-src"])
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text, re.DOTALL)
    run = [text for text in inline if not text.lstrip().startswith("{")]
    assert run
    for text in run:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy["script-src"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_file_carries_the_guards_too(reader: Reader) -> None:
    answer = reader.client.get("/download/fact.csv")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in answer.headers
    table = reader.client.get("/view/deficit.trajectory.html")
    assert policy_of(table)["default-src"] == ["'none'"]


@pytest.mark.parametrize("path", PATHS)
def test_the_index_asks_only_this_host_and_all_it_asks_for_is_there(reader: Reader, path: str) -> None:
    text = reader.client.get(path).text
    (config,) = re.findall(r'<script id="_dash-config"[^>]*>(.*?)</script>', text)
    assert json.loads(config)["disable_version_check"] is True
    assert not ELSEWHERE.findall(text.replace(config, ""))
    asked = re.findall(r'(?:src|href)="([^"]+)"', text)
    assert len(asked) > 8
    for address in asked:
        assert address.startswith("/"), address
        with reader.client.get(address) as answer:
            assert answer.status_code == 200, address


@pytest.mark.parametrize("path", PATHS)
def test_a_page_links_to_nothing_elsewhere(reader: Reader, path: str) -> None:
    for node in nodes(reader.content(path)):
        for key in ("href", "src", "action", "data-pb-src"):
            address = node["props"].get(key, "/")
            assert re.match(r"/(?!/)|#", address), address


def test_every_link_of_a_page_leads_somewhere(reader: Reader) -> None:
    links = set()
    for path in PATHS:
        for node in nodes(reader.content(path)):
            links |= {node["props"]["href"]} if "href" in node["props"] else set()
            written = node["props"].get("data-pb-html", "")
            links |= {html.unescape(link) for link in re.findall(r'href="([^"]*)"', written)}
    ours = {link for link in links if not link.startswith("#")}
    assert len(ours) > 30
    for link in sorted(ours):
        path = link.partition("?")[0].partition("#")[0]
        if path in PATHS:
            assert "pb-notice" not in json.dumps(reader.content(path, link.partition("#")[0][len(path) :])), (
                link
            )
        else:
            assert reader.client.get(link).status_code == 200, link


def test_styles_and_our_scripts_name_no_other_host() -> None:
    files = [
        *(ROOT / "assets").glob("*.css"),
        *(ROOT / "assets").glob("*.js"),
        *(ROOT / "assets").glob("*.svg"),
    ]
    assert len(files) >= 4
    for file in files:
        found = ELSEWHERE.findall(file.read_text(encoding="utf-8"))
        assert [address for address in found if not address.startswith(NAMESPACE)] == [], file


def test_styles_load_only_files_that_are_here() -> None:
    for file in [*(ROOT / "assets").glob("*.css"), *(ROOT / "assets" / "vendor").glob("*.css")]:
        text = file.read_text(encoding="utf-8")
        assert "@import" not in text
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
            assert address.startswith(("data:", "#", "%23")) or (file.parent / address).is_file(), address


def test_the_chart_library_is_told_to_ask_nobody() -> None:
    script = (ROOT / "assets" / "placeboard.js").read_text(encoding="utf-8")
    (config,) = re.findall(r"var CONFIG = {(.*?)};", script, re.DOTALL)
    for setting in ("showSendToCloud: false", "plotlyServerURL: ''", "displaylogo: false"):
        assert setting in config
    assert set(re.findall(r"Plotly\.(\w+)\(", script)) <= {"react", "purge", "toImage", "newPlot", "Plots"}
    assert script.count("Object.assign({}, CONFIG") == len(
        re.findall(r"Plotly\.(?:react|newPlot|toImage)\(", script)
    )


def test_scripts_and_styles_are_answered_from_the_pack(reader: Reader) -> None:
    text = reader.client.get("/deficit").text
    for address in re.findall(r'(?:src|href)="(/assets/[^"]+\.(?:js|css)[^"]*)"', text):
        answer = reader.client.get(address, headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]


def test_a_page_holds_no_figures_in_the_memory_of_the_browser(reader: Reader) -> None:
    for path in PATHS:
        stores = [node for node in nodes(reader.content(path)) if node["type"] == "Store"]
        assert all(not node["props"].get("data") for node in stores)


def test_the_store_is_that_of_the_settings(app: Dash, release_home: Path) -> None:
    store: Store = app.server.extensions[STORE]
    assert store.home == release_home
