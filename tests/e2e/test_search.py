"""The search of the header, walked by keyboard."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.e2e.test_accessibility import OVERFLOW, SMALL_TARGETS, no_violations
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

FOCUS = "return document.activeElement.id"
SAYS = ".pb-finder [role='status']"
CHOSEN = "#pb-found [aria-selected='true']"
OPEN = "return document.querySelector('.pb-finder').open"


def ask(visitor: Visitor, text: str, says: str) -> None:
    """Press the keys of the search, type over what stands there and wait for what it says."""
    visitor.run(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', ctrlKey: true, bubbles: true}))"
    )
    visitor.press(text)
    visitor.says(SAYS, says)


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (320, "dark")])
def test_a_keyboard_finds_a_risk_and_comes_to_it(visitor: Visitor, width: int, theme: str) -> None:
    visitor.look(width, theme=theme)
    visitor.open("/deficit")
    visitor.run("window.notLoadedAnew = true")
    ask(visitor, "balansing the budget", "result")
    assert visitor.run(FOCUS) == "pb-search"
    assert visitor.count(CHOSEN) == 0
    visitor.press(Keys.ARROW_DOWN)
    assert visitor.count(CHOSEN) == 1
    chosen = visitor.find(CHOSEN)
    assert visitor.find("#pb-search").get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    no_violations(visitor)
    assert visitor.run(OVERFLOW) == []
    assert visitor.run(SMALL_TARGETS) == []
    href = str(chosen.get_attribute("href")).removeprefix(visitor.base)
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: visitor.path == href, "Enter did not lead to what was chosen")
    visitor.settle()
    assert not visitor.run(OPEN)
    assert visitor.run("return window.notLoadedAnew")
    visitor.wait(
        lambda: visitor.run("return document.activeElement.tagName") == "H1", "no title has the focus"
    )
    assert visitor.complaints() == []


def test_escape_gives_the_focus_back(visitor: Visitor) -> None:
    visitor.open("/risk")
    visitor.run("document.getElementById('pb-search-open').focus()")
    visitor.press(Keys.ENTER)
    assert visitor.run(FOCUS) == "pb-search"
    visitor.press("waste", Keys.ESCAPE)
    assert not visitor.run(OPEN)
    assert visitor.run(FOCUS) == "pb-search-open"


def test_on_a_phone_escape_closes_the_search_and_not_the_menu(visitor: Visitor) -> None:
    visitor.look(320)
    visitor.open("/risk")
    visitor.click("#pb-menu")
    visitor.click("#pb-search-open")
    visitor.press(Keys.ESCAPE)
    assert visitor.run(FOCUS) == "pb-search-open"
    assert visitor.find("#pb-menu").get_attribute("aria-expanded") == "true"


def test_what_is_not_there_is_said_and_enter_asks_every_figure(visitor: Visitor) -> None:
    visitor.open("/deficit")
    ask(visitor, "zzzzqq", "Nothing found for “zzzzqq”; try")
    assert not visitor.find("#pb-found").is_displayed()
    no_violations(visitor)
    ask(visitor, "398", "results")
    assert visitor.texts("#pb-found [role='option']")[-1] == "All figures with 398"
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: visitor.path == "/sources?q=398", "Enter did not lead to the figures")


def test_an_answer_that_does_not_come_is_said(visitor: Visitor) -> None:
    visitor.open("/deficit")
    visitor.run("window.fetch = () => Promise.reject(new TypeError('No network'))")
    ask(visitor, "risk", "could not be asked")
    assert visitor.count("#pb-found [role='option']") == 0


def test_a_result_on_the_page_that_is_open_moves_to_its_title(visitor: Visitor) -> None:
    visitor.open("/sources")
    ask(visitor, "398", "results")
    visitor.press(Keys.ARROW_UP, Keys.ENTER)
    visitor.wait(lambda: visitor.path == "/sources?q=398", "the result was not followed")
    visitor.says("#sources-figures-title", "398")
    visitor.wait(
        lambda: visitor.run("return document.activeElement.tagName") == "H1", "the title is not focused"
    )
