"""A walk through the risk page: from the matrix to the list, to a record, and back."""

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from dashboard.pages.risk import Ids
from tests.e2e.test_accessibility import OVERFLOW
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

CELL = '[data-cell="4-4"] a.pb-cell'
LIST = "#risk-register-table"
FOCUSED = "return document.activeElement.textContent.trim()"
ARROWS = """
const wrap = document.querySelector('#risk-matrix-body .pb-matrix-wrap').getBoundingClientRect();
return [...document.querySelectorAll('#risk-matrix-body .pb-arrows polygon')].map((el) => {
  const box = el.getBoundingClientRect();
  return box.width > 0 && box.left >= wrap.left && box.right <= wrap.right && box.bottom <= wrap.bottom;
});
"""


def focus(visitor: Visitor, selector: str) -> None:
    visitor.run("document.querySelector(arguments[0]).focus()", selector)


def rows(visitor: Visitor) -> list[str]:
    return visitor.texts(f"{LIST} tbody th a")


def test_by_keyboard_from_a_cell_to_the_list_to_a_record_and_back(visitor: Visitor) -> None:
    visitor.open("/risk?bands=four_bands")
    focus(visitor, CELL)
    visitor.press(Keys.ENTER)
    visitor.says("#risk-register-title", "12 of the register’s 17 entries")
    assert "bands=four_bands" in visitor.path
    assert visitor.path.endswith("#risk-register-card")
    visitor.wait(
        lambda: visitor.run(FOCUSED).startswith("12 of the register’s"), "the focus did not follow the link"
    )
    visitor.wait(lambda: len(rows(visitor)) == 12, "the list did not follow")
    first = rows(visitor)[0]
    focus(visitor, f"{LIST} tbody th a")
    visitor.press(Keys.ENTER)
    visitor.says("#risk-record-title", f"{first}: ")
    assert "risk=balanced_budget" in visitor.path
    visitor.settle()
    visitor.run("history.back()")
    visitor.says("#risk-register-title", "12 of the register’s 17 entries")
    visitor.settle()
    visitor.click("#risk-register-links a")
    visitor.says("#risk-register-title", "The register: 13 risks")
    assert visitor.path == "/risk?bands=four_bands#risk-register-card"
    assert visitor.complaints() == []


def test_a_chosen_filter_stays_when_the_list_is_sorted_by_its_head(visitor: Visitor) -> None:
    visitor.open("/risk")
    Select(visitor.find(f"#{Ids.DIRECTION}")).select_by_value("level")
    visitor.says("#risk-register-title", "5 of the register’s 17 entries")
    visitor.wait(lambda: visitor.path == "/risk?direction=level", "the filter did not reach the address")
    visitor.wait(lambda: len(rows(visitor)) == 5, "the list did not follow")
    visitor.click(f"{LIST} thead th:nth-child(2) a")
    visitor.says("#risk-register-title", "by title")
    assert visitor.path == "/risk?direction=level&sort=title#risk-register-card"
    visitor.says(f'{LIST} [aria-sort="ascending"]', "Risk")
    assert len(rows(visitor)) == 5


def test_bands_can_be_switched_and_are_said_to_be_ours(visitor: Visitor) -> None:
    visitor.open("/risk")
    assert "25 High" in visitor.text('#risk-matrix-body [data-cell="5-5"]')
    visitor.click(f"#{Ids.BANDS} input[value='four_bands']")
    visitor.says('#risk-matrix-body [data-cell="5-5"]', "Extreme")
    visitor.says("#risk-opportunities-subtitle", "ours, not the register’s: four bands")
    visitor.says(f"#{Ids.TILES}", "Extreme, 15 to 25")
    visitor.wait(lambda: visitor.path == "/risk?bands=four_bands", "the bands did not reach the address")
    visitor.run("history.back()")
    visitor.wait(
        lambda: "High" in visitor.text('#risk-matrix-body [data-cell="5-5"]'), "back did not bring them back"
    )


def test_arrows_are_drawn_and_follow_the_width_and_the_choice(visitor: Visitor) -> None:
    visitor.open("/risk")
    visitor.wait(lambda: visitor.run(ARROWS) == [True, True], "the arrows were not drawn")
    assert visitor.find("#risk-matrix-body .pb-arrows").get_attribute("aria-hidden") == "true"
    visitor.look(320)
    visitor.wait(lambda: visitor.run(ARROWS) == [True, True], "the arrows did not follow")
    assert visitor.run(OVERFLOW) == []
    visitor.look(1280)
    visitor.click(f"#{Ids.SHOW} input[value='current']")
    visitor.wait(lambda: visitor.run(ARROWS) == [], "the arrows stayed")


def test_a_phone_counts_instead_of_naming(visitor: Visitor) -> None:
    visitor.look(320)
    visitor.open("/risk")
    shown = "return [...document.querySelectorAll(arguments[0])].filter((el) => el.checkVisibility()).length"
    assert visitor.run(shown, "#risk-matrix-body .pb-chips") == 0
    assert visitor.run(shown, "#risk-matrix-body td .pb-chip.pb-thin") == 4
    assert visitor.run("return document.querySelector(arguments[0]).checkVisibility()", "#risk-matrix-body b")


def test_paper_has_its_arrows(visitor: Visitor) -> None:
    visitor.open("/risk")
    visitor.wait(lambda: visitor.run(ARROWS) == [True, True], "the arrows were not drawn")
    visitor.cdp("Emulation.setEmulatedMedia", media="print", features=[])
    visitor.run("window.dispatchEvent(new Event('beforeprint'))")
    assert visitor.run(ARROWS) == [True, True]
    visitor.cdp("Emulation.setEmulatedMedia", media="", features=[])
    visitor.run("window.dispatchEvent(new Event('afterprint'))")
    assert visitor.run(ARROWS) == [True, True]


def test_a_name_of_an_owner_leads_to_what_it_holds(visitor: Visitor) -> None:
    visitor.open("/risk")
    visitor.click("#risk-owners-table tbody th a")
    visitor.says("#risk-register-title", "3 of the register’s 17 entries")
    assert "owner=Director+of+Children" in visitor.path
    assert visitor.find(f"#{Ids.OWNER}").get_attribute("value") == "Director of Children's Social Care"
