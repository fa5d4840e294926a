"""An officer arranges a pack and shows it, by keyboard alone."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selenium.webdriver.common.keys import Keys

from dashboard.domain.pack import Item, Pack, read_pack, write_pack
from tests.e2e.test_accessibility import no_violations
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

PACK = "/present?v=deficit.trajectory&v=deficit.bridge&v=risk.matrix"
BLANK = "return document.documentElement.hasAttribute('data-pb-blank')"
# What a file that is saved holds, since a download cannot be read from here.
SAVED = "URL.createObjectURL = blob => { blob.text().then(text => { window.pbSaved = text; }); return ''; }"
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
    assert order(visitor)[0] == "deficit.trajectory#title=Own title&notes=Say this"
    assert "Own+title" in str(visitor.find("#present-begin").get_attribute("href"))
    visitor.open(visitor.path)
    assert visitor.text(".pb-pack-title") == "Own title"


def test_notes_too_long_for_a_link_are_kept_on_the_device_and_in_the_file(
    visitor: Visitor, tmp_path: Path
) -> None:
    long = Pack("Long", "", (Item("risk.matrix", notes="Say this & that. " * 600), Item("deficit.bridge")))
    said = long.items[0].notes.strip()
    file = tmp_path / "long.toml"
    file.write_text(write_pack(long))
    visitor.open("/present")
    visitor.find("#present-file").send_keys(str(file))
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 2, "the pack is not open")
    assert len(visitor.path) < 200
    notes = "return document.getElementById('present-notes-1').value.trim()"
    visitor.wait(lambda: visitor.run(notes) == said, "the notes are not there")
    visitor.click("#present-down-1")
    visitor.wait(lambda: order(visitor)[0] == "deficit.bridge", "the order is not kept")
    visitor.open(visitor.path)
    visitor.wait(lambda: visitor.run(notes.replace("-1", "-2")), "the notes are lost with the order")
    assert not visitor.find("[data-pb-kept]").is_displayed()
    visitor.run(SAVED)
    visitor.click("#present-save")
    visitor.wait(lambda: visitor.run("return window.pbSaved"), "nothing is saved")
    saved = read_pack(str(visitor.run("return window.pbSaved")), "saved")
    assert [item.notes for item in saved.items] == ["", said]
    visitor.open(f"{visitor.path}&slide=2&notes=1")
    visitor.says(".pb-speaker-notes", "Say this & that.")
    visitor.run("localStorage.removeItem('pb-notes')")
    visitor.open(visitor.path)
    visitor.says("[data-pb-kept]", "too long for a link")
    assert visitor.complaints() == []


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


def test_a_page_is_opened_from_a_slide_with_its_choices_and_left_for_it_again(visitor: Visitor) -> None:
    visitor.open(f"{PACK}&slide=2")
    visitor.click("#present-deck a")
    visitor.wait(lambda: visitor.count("#deficit-payback-card"), "the page did not open")
    assert visitor.path == "/deficit?area=all#deficit-bridge-card"
    assert visitor.run("return document.documentElement.dataset.pbSize || ''") == ""
    visitor.says("#pb-pack", "Back to slide 2")
    visitor.wait(lambda: visitor.run(HELD) == "deficit-bridge-title", "the page does not lead to the view")
    visitor.run("document.getElementById('pb-pack').focus()")
    visitor.press(Keys.ENTER)
    at(visitor, 2)
    visitor.press(Keys.ESCAPE)
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 3, "Escape does not leave")
    visitor.says("#pb-pack", "Pack")


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


def test_views_are_added_to_the_pack_of_the_device_and_made_into_a_file(visitor: Visitor) -> None:
    visitor.open("/deficit?measure=reserves")
    add = "#deficit-trajectory-card [data-pb-add]"
    visitor.wait(lambda: visitor.count(add), "no way to add a view")
    visitor.run(f"document.querySelector('{add}').focus()")
    visitor.press(Keys.ENTER)
    visitor.says("#pb-pack", "Pack (1)")
    visitor.press(Keys.ENTER)
    visitor.wait(
        lambda: visitor.find(add).get_attribute("data-pb-said") == "It is in the pack already", "added twice"
    )
    visitor.open("/risk")
    visitor.wait(lambda: visitor.count("#risk-matrix-card [data-pb-add]"), "no way to add a view")
    visitor.click("#risk-matrix-card [data-pb-add]")
    visitor.says("#pb-pack", "Pack (2)")
    visitor.click("#pb-pack")
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 2, "the pack is not shown")
    assert order(visitor) == ["deficit.trajectory?measure=reserves", "risk.matrix"]
    visitor.click("#present-up-2")
    visitor.wait(lambda: order(visitor)[0] == "risk.matrix", "the order is not kept")
    visitor.run("document.querySelector('[data-pb-file=xlsx]').click()")
    visitor.says("#present-said", "Workbook (XLSX) is ready")
    link = visitor.find("#present-ready a")
    assert (link.get_attribute("download"), link.is_displayed()) == ("Pack.xlsx", True)
    visitor.open("/deficit")
    visitor.says("#pb-pack", "Pack (2)")
    visitor.click("#pb-pack")
    visitor.wait(lambda: order(visitor)[:1] == ["risk.matrix"], "the device forgot the order")
    assert visitor.complaints() == []


def test_a_pack_that_was_sent_replaces_that_of_the_device_only_when_asked_twice(visitor: Visitor) -> None:
    visitor.open("/risk")
    visitor.wait(lambda: visitor.count("#risk-matrix-card [data-pb-add]"), "no way to add a view")
    visitor.click("#risk-matrix-card [data-pb-add]")
    visitor.says("#pb-pack", "Pack (1)")
    visitor.open(PACK)
    visitor.click("#present-remove-1")
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 2, "the view is still there")
    visitor.says("#pb-pack", "Pack (1)")
    visitor.click("#present-own")
    visitor.says("#present-own", "Replace my pack of 1 view by this one")
    visitor.says("#pb-pack", "Pack (1)")
    visitor.click("#present-own")
    visitor.says("#pb-pack", "Pack (2)")
    assert not visitor.find("#present-own").is_displayed()


def test_a_file_that_is_being_made_can_be_stopped(visitor: Visitor) -> None:
    many = "&".join(["v=savings.options", "v=risk.matrix", "v=deficit.trajectory"] * 20)
    visitor.open(f"/present?title=Long&{many}")
    visitor.click("[data-pb-file='pptx']")
    visitor.wait(lambda: visitor.find("#present-making").is_displayed(), "no progress is shown")
    visitor.says("#present-step", " of 60")
    visitor.run("document.getElementById('present-stop').focus()")
    visitor.press(Keys.ENTER)
    visitor.says("#present-said", "Slides (PPTX) was stopped.")
    assert not visitor.find("#present-making").is_displayed()
    assert visitor.run(HELD.replace(".id", ".getAttribute('data-pb-file')")) == "pptx"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("more", ["", "&slide=1", "&slide=3", "&slide=1&notes=1"])
def test_packs_and_slides_fit_and_break_no_rule(visitor: Visitor, width: int, more: str) -> None:
    visitor.look(width, height=720)
    visitor.open(f"{PACK}{more}")
    assert visitor.run("return document.documentElement.scrollWidth") <= width
    no_violations(visitor)


def test_a_device_without_the_notes_keeps_the_way_to_them(visitor: Visitor) -> None:
    visitor.open("/present?v=risk.matrix&v=deficit.bridge&kept=elsewhere")
    visitor.says("[data-pb-kept]", "too long for a link")
    visitor.click("#present-down-1")
    visitor.wait(lambda: order(visitor)[0] == "deficit.bridge", "the order is not kept")
    assert "kept=elsewhere" in visitor.path
    assert visitor.run("return localStorage.getItem('pb-notes')") is None


def test_notes_are_kept_while_they_are_written_and_move_aside_for_another_view(visitor: Visitor) -> None:
    visitor.open("/present?v=deficit.bridge")
    visitor.wait(lambda: visitor.count(".pb-pack > li"), "the pack is not shown")
    visitor.click("#present-own")
    visitor.click(".pb-pack summary")
    visitor.run("document.getElementById('present-notes-1').value = 'Say this. '.repeat(785)")
    visitor.find("#present-notes-1").send_keys("End")
    visitor.wait(lambda: "End" in visitor.path, "what is written is not kept")
    visitor.open("/risk")
    add = "#risk-matrix-card [data-pb-add]"
    visitor.wait(lambda: visitor.count(add), "no way to add a view")
    visitor.click(add)
    visitor.says("#pb-pack", "Pack (2)")
    visitor.click("#pb-pack")
    visitor.wait(lambda: visitor.count(".pb-pack > li") == 2, "the pack is not shown")
    assert "kept=" in visitor.path
    notes = "return document.getElementById('present-notes-1').value"
    visitor.wait(lambda: str(visitor.run(notes)).endswith("Say this. End"), "the notes are lost")


def test_a_table_that_is_closed_on_its_page_is_shown_and_more_below_is_said(visitor: Visitor) -> None:
    visitor.look(1280, height=720)
    visitor.open("/present?v=options.trade&v=deficit.bridge&slide=1")
    visitor.wait(lambda: visitor.count(".pb-slide table tbody tr") > 10, "the slide is empty")
    visitor.says("#present-more", "More below")
    for _ in range(8):
        visitor.press(Keys.ARROW_DOWN)
    visitor.wait(lambda: not visitor.find("#present-more").is_displayed(), "the end is not reached")
    visitor.press(Keys.SPACE)
    at(visitor, 2)
    visitor.wait(lambda: not visitor.find("#present-more").is_displayed(), "a short slide has more")
