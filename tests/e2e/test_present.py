"""An officer arranges a pack and shows it, by keyboard alone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from selenium.webdriver.common.keys import Keys

from tests.e2e.test_accessibility import no_violations
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

PACK = "/present?v=deficit.trajectory&v=deficit.bridge&v=risk.matrix"
BLANK = "return document.documentElement.hasAttribute('data-pb-blank')"
HELD = "return document.activeElement.id"


def order(visitor: Visitor) -> list[str]:
    return parse_qs(urlsplit(visitor.path).query)["v"]


def at(visitor: Visitor, place: int) -> None:
    """Wait until a slide is shown."""
    visitor.wait(lambda: visitor.count(f".pb-slides[data-pb-slide='{place}']"), f"slide {place} is not shown")


def test_a_pack_is_put_in_order_by_keyboard_and_the_address_keeps_it(visitor: Visitor) -> None:
    visitor.open(PACK)
    visitor.run("document.getElementById('present-down-1').focus()")
    visitor.press(Keys.ENTER)
    visitor.says("#pb-live, .pb-head [role='status']", "is now 2 of 3")
    assert order(visitor) == ["deficit.bridge", "deficit.trajectory", "risk.matrix"]
    visitor.wait(lambda: visitor.run(HELD) == "present-down-2", "the focus is lost")
    visitor.run("document.getElementById('present-remove-3').focus()")
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: visitor.run(HELD) == "present-remove-2", "the focus is lost")
    assert order(visitor) == ["deficit.bridge", "deficit.trajectory"]
    visitor.driver.back()
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 3, "back does not bring the view back")
    assert visitor.complaints() == []


def test_a_title_and_notes_of_ones_own_are_kept_in_the_address(visitor: Visitor) -> None:
    visitor.open(PACK)
    visitor.click(".pb-pack > li summary")
    visitor.find("#present-own-1").send_keys("Own title", Keys.TAB, "Say this", Keys.TAB)
    visitor.wait(lambda: "notes%3DSay" in visitor.path, "the notes are not kept")
    assert order(visitor)[0] == "deficit.trajectory#title=Own+title&notes=Say+this"
    assert "Own+title" in str(visitor.find("#present-begin").get_attribute("href"))
    visitor.open(visitor.path)
    assert visitor.text(".pb-pack-title") == "Own title"


def test_a_show_is_led_by_keys(visitor: Visitor) -> None:
    visitor.look(1280, height=720)
    visitor.open(PACK)
    visitor.run("document.getElementById('present-begin').focus()")
    visitor.press(Keys.ENTER)
    at(visitor, 1)
    assert visitor.chart("deficit-trajectory-plot")
    assert visitor.run("return document.documentElement.dataset.pbSize") == "projector"
    for key, place in (
        (Keys.ARROW_RIGHT, 2),
        (Keys.END, 3),
        (Keys.PAGE_UP, 2),
        (Keys.HOME, 1),
        (Keys.PAGE_DOWN, 2),
        (Keys.ARROW_LEFT, 1),
    ):
        visitor.press(key)
        at(visitor, place)
    visitor.press("3", Keys.ENTER)
    at(visitor, 3)
    visitor.press("b")
    assert visitor.run(BLANK)
    visitor.press("b")
    assert not visitor.run(BLANK)
    visitor.press(Keys.ESCAPE)
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 3, "Escape does not leave")
    assert visitor.path == PACK
    assert visitor.run("return document.documentElement.dataset.pbSize || ''") == ""
    assert visitor.complaints() == []


def test_keys_of_one_letter_can_be_turned_off(visitor: Visitor) -> None:
    visitor.open(f"{PACK}&slide=1")
    visitor.click("#present-letters")
    visitor.press("b")
    assert not visitor.run(BLANK)
    assert visitor.find("#present-letters").get_attribute("aria-pressed") == "false"


def test_the_notes_keep_in_step_with_the_slides(visitor: Visitor) -> None:
    visitor.open(f"{PACK}&slide=1")
    show = visitor.driver.current_window_handle
    visitor.click("#present-window")
    visitor.wait(lambda: len(visitor.driver.window_handles) == 2, "no window opened")
    (notes,) = {*visitor.driver.window_handles} - {show}
    visitor.driver.switch_to.window(notes)
    visitor.says(".pb-speaker .pb-question", "slide 1 of 3")
    visitor.wait(lambda: ":" in visitor.text("#present-clock"), "the clock shows nothing")
    visitor.press(Keys.ARROW_RIGHT)
    visitor.says(".pb-speaker .pb-question", "slide 2 of 3")
    visitor.driver.switch_to.window(show)
    at(visitor, 2)
    visitor.press(Keys.ARROW_RIGHT)
    at(visitor, 3)
    visitor.driver.switch_to.window(notes)
    visitor.says(".pb-speaker .pb-question", "slide 3 of 3")
    visitor.driver.close()
    visitor.driver.switch_to.window(show)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("more", ["", "&slide=1", "&slide=3", "&slide=1&notes=1"])
def test_packs_and_slides_fit_and_break_no_rule(visitor: Visitor, width: int, more: str) -> None:
    visitor.look(width, height=720)
    visitor.open(f"{PACK}{more}")
    assert visitor.run("return document.documentElement.scrollWidth") <= width
    no_violations(visitor)
