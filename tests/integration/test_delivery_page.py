"""/delivery, asked as a browser asks it: every choice shows what its address would show."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.app import STORE, create_app
from dashboard.callbacks.delivery import CARD_OF_CHOICES, CHOICES
from dashboard.pages.delivery import EVERY, FULL_WIDTH
from dashboard.settings import Settings
from dashboard.views.delivery import CARDS
from tests.integration.test_wiring import (
    Reader,
    changed,
    components_in,
    ids_in,
    node_of,
    nodes,
    outputs_of,
    text_in,
)

MOST_COMPONENTS = 130
USUAL = {
    "q": "",
    "home": EVERY,
    "service_area": EVERY,
    "rows": "some",
    "about": "membership",
    "programme": EVERY,
    "partners": "change",
    "measure": "fte",
}
CHANGED = [
    ({"q": "waste"}, "?q=waste"),
    ({"q": "no such service"}, "?q=no+such+service"),
    (
        {"home": "combined_authority", "service_area": "cultural_services"},
        "?home=combined_authority&service_area=cultural_services",
    ),
    ({"rows": "all"}, "?rows=all"),
    ({"about": "open"}, "?about=open"),
    ({"programme": "front_office"}, "?programme=front_office"),
    ({"programme": "every"}, "?programme=every"),
    ({"programme": "plymouth-2014"}, "?programme=plymouth-2014"),
    ({"programme": "cheshire_community_safety"}, "?programme=cheshire_community_safety"),
    ({"programme": "key_decisions", "q": "73"}, "?q=73&programme=key_decisions"),
    ({"partners": "benefit"}, "?partners=benefit"),
    ({"measure": "applications"}, "?measure=applications"),
]


@pytest.fixture(scope="module")
def reader(release_home: Path) -> Iterator[Reader]:
    made = create_app(Settings(home=release_home))
    yield Reader(made)
    made.server.extensions[STORE].close()


def callback_of(reader: Reader, card: str) -> Any:
    return next(item for item in reader.callbacks if f"delivery-{card}-card" in item["output"])


@pytest.mark.parametrize(("changes", "address"), CHANGED, ids=[address for _, address in CHANGED])
def test_a_choice_shows_what_its_address_would_show(
    reader: Reader, changes: dict[str, str], address: str
) -> None:
    chosen = {str(CHOICES[name]): value for name, value in {**USUAL, **changes}.items()}
    page = reader.content("/delivery", address)
    for names, card in CARD_OF_CHOICES.items():
        if not set(names) & set(changes):
            continue
        callback = callback_of(reader, card)
        parts = changed(reader.choose(callback, chosen))
        assert parts.pop(f"delivery-{card}-card.data-pb-query") == address
        for name, key in outputs_of(callback):
            if key != "data-pb-query":
                assert parts[f"{name}.{key}"] == node_of(page, name)["props"].get(key), (name, key)
        said = json.loads(parts[f"delivery-{card}-card.data-pb-parts"])
        assert reader.client.get(said["table"]["data-pb-src"]).status_code == 200


def test_the_controls_of_a_link_stand_as_it_says(reader: Reader) -> None:
    page = reader.content(
        "/delivery", "?q=73&home=council_direct&service_area=cultural_services&about=open&rows=all"
    )
    values = {name: node_of(page, str(control))["props"]["value"] for name, control in CHOICES.items()}
    assert values == {
        **USUAL,
        "q": "73",
        "home": "council_direct",
        "service_area": "cultural_services",
        "about": "open",
        "rows": "all",
    }


@pytest.mark.parametrize(
    "address", ["?home=nowhere", "?service_area=nothing", "?programme=none", "?about=x&rows=y"]
)
def test_an_unknown_choice_is_said_and_the_default_shown(reader: Reader, address: str) -> None:
    page = reader.content("/delivery", address)
    assert "pb-notice" in str(page)
    assert "125 services, each with its number" in text_in(node_of(page, "delivery-services-title"))


def test_every_card_stands_once_and_the_contents_lead_to_cards(reader: Reader) -> None:
    page = reader.content("/delivery")
    known = set(ids_in(page))
    assert {f"delivery-{card}-card" for card in CARDS} <= known
    written = "".join(node["props"].get("data-pb-html", "") for node in nodes(page))
    links = [part.partition('"')[0] for part in written.split('href="#')[1:]]
    assert len(links) >= 10
    assert set(links) <= known
    assert [name for name in CARDS if name in FULL_WIDTH] == list(FULL_WIDTH)


def test_the_page_asks_little_of_the_browser(reader: Reader) -> None:
    assert components_in(reader.content("/delivery", "?rows=all")) < MOST_COMPONENTS


def test_the_area_of_the_table_leads_to_its_services(reader: Reader) -> None:
    html = reader.client.get("/view/delivery.flow.html").text
    assert 'href="/delivery?service_area=cultural_services#delivery-services-card"' in html
    page = reader.content("/delivery", "?service_area=cultural_services")
    assert "Three services in culture" in text_in(node_of(page, "delivery-services-title"))
