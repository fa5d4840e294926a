"""The map of footprints as a reader walks it: by keyboard, on a phone, with tiles and with boundaries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.keys import Keys

from dashboard.pages.footprints import Ids
from tests.e2e.conftest import served
from tests.e2e.test_accessibility import LOOKS, OVERFLOW, SMALL_TARGETS, no_violations
from tests.e2e.visitor import MARKS, Visitor
from tests.integration.test_footprints_map import SQUARES
from tests.releases import altered_home

pytestmark = MARKS

STATES = {"boundaries": "/footprints", "tiles": "/footprints?map=tiles", "profile": "/footprints?area=west"}
FOCUSED = "return document.activeElement.getAttribute('href')"
TILES = "#footprints-map-body .pb-map-tiles a"
SHAPES = "#footprints-map-body .pb-map-drawing a"


@pytest.fixture(scope="module")
def bounded_site(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the product with made-up boundaries."""
    with served(altered_home(release_home, tmp_path_factory.mktemp("bounded"), *SQUARES)) as address:
        yield address


@pytest.fixture
def reader(bounded_site: str, driver: WebDriver) -> Visitor:
    """A reader of the product with made-up boundaries."""
    visitor = Visitor(driver, bounded_site)
    visitor.forget()
    return visitor


def focus(visitor: Visitor, selector: str) -> None:
    visitor.run("document.querySelector(arguments[0]).focus()", selector)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_every_state_of_the_map_follows_the_rules(
    reader: Visitor, state: str, width: int, theme: str
) -> None:
    reader.look(width, theme=theme)
    reader.open(STATES[state])
    assert reader.run(OVERFLOW) == []
    assert reader.run(SMALL_TARGETS) == []
    no_violations(reader)


def test_by_keyboard_from_one_district_to_the_next_and_to_its_profile(reader: Visitor) -> None:
    reader.open("/footprints?map=tiles")
    focus(reader, TILES)
    assert reader.run(FOCUSED) == "/footprints?map=tiles&area=E07000027"
    reader.press(Keys.TAB)
    assert reader.run(FOCUSED) == "/footprints?map=tiles&area=E07000031"
    reader.press(Keys.ENTER)
    reader.says("#main h1", "South Lakeland")
    assert reader.path.startswith("/footprints?map=tiles&area=E07000031")
    assert reader.complaints() == []


def test_a_district_of_the_true_map_can_be_reached_and_followed(reader: Visitor) -> None:
    reader.open("/footprints")
    focus(reader, SHAPES)
    reader.press(Keys.ENTER)
    reader.says("#main h1", "Lancaster")
    assert reader.complaints() == []


def test_another_drawing_changes_the_map_and_the_address_and_stays_when_copied(reader: Visitor) -> None:
    reader.open("/footprints")
    assert reader.run("return document.querySelectorAll(arguments[0]).length", SHAPES) == 14
    reader.click(f"#{Ids.DRAWING} input[value='tiles']")
    reader.wait(lambda: bool(reader.run("return document.querySelector(arguments[0])", TILES)), "no tiles")
    assert reader.path == "/footprints?map=tiles"
    reader.open(reader.path)
    assert reader.run("return document.querySelectorAll(arguments[0]).length", TILES) == 18
    assert reader.complaints() == []
