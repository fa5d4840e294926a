"""My area, as a reader chooses it, takes it along, passes it on and forgets it."""

from collections.abc import Callable

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from dashboard.components.own_area import KEEP, LIST, NOTE
from tests.e2e.test_accessibility import LOOKS, OVERFLOW, SMALL_TARGETS, no_violations
from tests.e2e.visitor import MARKS, Visitor
from tests.outcomes import PENNINE

pytestmark = MARKS

WYRE, BURNLEY = "E07000128", "E07000117"
REMEMBERED = "return localStorage.getItem('pb-area')"
QUESTIONS = """
const plain = window.fetch;
window.asked = 0;
window.fetch = function (input) {
  if (String(input && input.url || input).includes('_dash-update-component')) window.asked += 1;
  return plain.apply(this, arguments);
};
"""
NO_STORAGE = """
Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }});
"""


def take(visitor: Visitor, area: str) -> None:
    """Choose an area in the header."""
    Select(visitor.find(f"#{LIST}")).select_by_value(area)


def carries(visitor: Visitor, links: str, area: str) -> bool:
    """Say whether every one of some links leads to the area."""
    every = (
        "return [...document.querySelectorAll(arguments[0])].every((el) => el.search.includes(arguments[1]))"
    )
    return bool(visitor.run(every, links, f"area={area}"))


def at(visitor: Visitor, path: str) -> None:
    """Wait until the address is `path` and the page is there."""
    visitor.wait(lambda: visitor.path == path, f"the address is not {path}")
    visitor.settle()


def shown(visitor: Visitor) -> str:
    """Return the area that the header shows."""
    return str(visitor.run("return document.getElementById(arguments[0]).value", LIST))


def test_chosen_once_it_is_carried_reloaded_and_taken_back(visitor: Visitor) -> None:
    visitor.open("/deficit?measure=reserves")
    take(visitor, BURNLEY)
    at(visitor, f"/deficit?measure=reserves&area={BURNLEY}")
    visitor.says("#pb-live", "My area: Burnley")
    assert "as a whole, not of Burnley. By area: Outcomes" in visitor.text(f"#{NOTE}")
    links = f"#pb-nav a, .pb-footer a, #{NOTE} a, .pb-source a[href^='/sources']"
    visitor.wait(lambda: carries(visitor, links, BURNLEY), "a link does not carry the area")
    visitor.click("#pb-nav a[href^='/outcomes']")
    at(visitor, f"/outcomes?area={BURNLEY}")
    visitor.says("#main", "Nothing in the report’s table is of Burnley")
    visitor.driver.refresh()
    visitor.settle()
    assert (visitor.path, shown(visitor)) == (f"/outcomes?area={BURNLEY}", BURNLEY)
    visitor.driver.back()
    visitor.says(f"#{NOTE}", "Burnley")
    visitor.settle()
    visitor.driver.back()
    at(visitor, "/deficit?measure=reserves")
    visitor.wait(lambda: visitor.text(f"#{NOTE}") == "" and shown(visitor) == "", "the area stayed")
    visitor.driver.forward()
    visitor.says(f"#{NOTE}", "Burnley")
    assert visitor.complaints() == []


def test_on_a_page_of_the_council_no_card_is_asked_for(visitor: Visitor) -> None:
    visitor.open("/deficit")
    visitor.run(QUESTIONS)
    visitor.run("window.firstCard = document.querySelector('.pb-card')")
    take(visitor, WYRE)
    visitor.says(f"#{NOTE}", "Wyre")
    take(visitor, "fylde_coast")
    visitor.says(f"#{NOTE}", "Fylde Coast (footprint)")
    visitor.driver.back()
    visitor.says(f"#{NOTE}", "Wyre")
    assert visitor.run("return [window.asked, window.firstCard.isConnected]") == [0, True]


def test_a_choice_on_the_page_keeps_the_area(visitor: Visitor) -> None:
    visitor.open(f"/deficit?area={WYRE}")
    visitor.click("#deficit-measure input[value='reserves'] + label")
    at(visitor, f"/deficit?measure=reserves&area={WYRE}")
    assert shown(visitor) == WYRE
    assert "Wyre" in visitor.text(f"#{NOTE}")


def test_a_device_that_remembers_opens_there_and_whole_forgets(visitor: Visitor) -> None:
    visitor.open("/risk")
    take(visitor, WYRE)
    at(visitor, f"/risk?area={WYRE}")
    visitor.open("/savings")
    assert visitor.path == f"/savings?area={WYRE}"
    assert "Wyre" in visitor.text(f"#{NOTE}")
    take(visitor, "")
    at(visitor, "/savings")
    assert visitor.run(REMEMBERED) is None
    visitor.open("/deficit")
    assert visitor.path == "/deficit"
    assert visitor.text(f"#{NOTE}") == ""


@pytest.mark.parametrize(
    "link", ["/deficit?measure=reserves", "/deficit#deficit-bridge-card", "/deficit?area=all"]
)
def test_a_link_that_says_anything_shows_the_same_on_a_device_that_remembers(
    visitor: Visitor, link: str
) -> None:
    visitor.open("/risk")
    take(visitor, WYRE)
    visitor.open(link)
    assert visitor.path == link
    assert visitor.text(f"#{NOTE}") == ""
    visitor.click(f"#{KEEP}")
    visitor.says(f"#{NOTE}", "Wyre")
    assert f"area={WYRE}" in visitor.path


def test_a_link_with_an_area_wins_and_is_remembered_only_when_asked(
    visitor: Visitor, someone_else: Callable[[], Visitor]
) -> None:
    visitor.open("/deficit")
    take(visitor, BURNLEY)
    at(visitor, f"/deficit?area={BURNLEY}")
    other = someone_else()
    other.open("/risk")
    take(other, WYRE)
    other.open(visitor.path)
    assert (shown(other), other.run(REMEMBERED)) == (BURNLEY, WYRE)
    assert "not of Burnley" in other.text(f"#{NOTE}")
    other.click("#pb-nav a[href^='/savings']")
    at(other, f"/savings?area={BURNLEY}")
    assert other.run(REMEMBERED) == WYRE
    other.click(f"#{KEEP}")
    other.wait(lambda: other.run(REMEMBERED) == BURNLEY, "it was not remembered")
    assert not other.find(f"#{KEEP}").is_displayed()


def test_a_copied_link_without_a_choice_says_so(visitor: Visitor) -> None:
    visitor.cdp("Browser.grantPermissions", origin=visitor.base, permissions=["clipboardReadWrite"])
    visitor.open("/deficit")
    button = ".pb-head [data-pb-action='copy-link']"
    visitor.click(button)
    visitor.wait(
        lambda: visitor.find(button).get_attribute("data-pb-said") == "Link copied", "nothing was said"
    )
    visitor.driver.set_script_timeout(20)
    link = str(visitor.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])"))
    assert link == f"{visitor.base}/deficit?area=all"
    visitor.open("/deficit?area=all")
    assert shown(visitor) == ""
    assert visitor.count(".pb-notice") == 0


def test_where_storage_is_blocked_the_address_keeps_it(visitor: Visitor) -> None:
    blocked = visitor.cdp("Page.addScriptToEvaluateOnNewDocument", source=NO_STORAGE)
    try:
        visitor.open("/deficit")
        take(visitor, WYRE)
        visitor.says("#pb-live", "does not let it be remembered")
        visitor.click("#pb-nav a[href^='/risk']")
        at(visitor, f"/risk?area={WYRE}")
        visitor.driver.refresh()
        visitor.settle()
        assert shown(visitor) == WYRE
        assert visitor.complaints() == []
    finally:
        visitor.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=blocked["identifier"])


def test_an_area_that_nobody_knows_is_said_and_not_asked_for_again(visitor: Visitor) -> None:
    visitor.driver.get(f"{visitor.base}/health")
    visitor.run("localStorage.setItem('pb-area', 'nowhere')")
    visitor.open("/deficit")
    assert "The address asks for area “nowhere”" in visitor.text(".pb-notice")
    assert visitor.text(f"#{NOTE}") == ""
    visitor.wait(lambda: visitor.run(REMEMBERED) is None, "it is still remembered")
    visitor.open("/deficit")
    assert (visitor.path, visitor.count(".pb-notice")) == ("/deficit", 0)


def test_by_keyboard_the_focus_stays_in_the_list(reader: Visitor) -> None:
    reader.open("/outcomes")
    reader.run("document.getElementById(arguments[0]).focus()", LIST)
    reader.press(Keys.END)
    reader.wait(lambda: "area=" in reader.path, "nothing was chosen")
    reader.wait(lambda: "One area" in reader.texts("[aria-current='true']"), "the area did not open")
    reader.settle()
    assert reader.run("return document.activeElement.id") == LIST


def test_outcomes_open_at_the_area_and_its_own_list_is_the_same_choice(reader: Visitor) -> None:
    reader.open("/deficit")
    take(reader, PENNINE[5])
    at(reader, f"/deficit?area={PENNINE[5]}")
    reader.click("#pb-nav a[href^='/outcomes']")
    at(reader, f"/outcomes?area={PENNINE[5]}")
    assert reader.heading.startswith("Part 125 is ")
    Select(reader.find("#outcomes-area")).select_by_value(PENNINE[1])
    reader.wait(lambda: reader.heading.startswith("Part 117 is "), "the finding did not follow")
    reader.wait(lambda: shown(reader) == PENNINE[1], "the header did not follow")
    assert reader.run(REMEMBERED) == PENNINE[5]
    reader.settle()
    reader.click("#outcomes-views a[href*='view=report']")
    at(reader, f"/outcomes?view=report&area={PENNINE[1]}")
    reader.click("#outcomes-show input[value='better'] + label")
    at(reader, f"/outcomes?view=report&show=better&area={PENNINE[1]}")
    assert reader.complaints() == []


def test_a_footprint_shows_its_areas_in_the_rug(reader: Visitor) -> None:
    reader.open("/outcomes")
    take(reader, "pennine")
    at(reader, "/outcomes?area=pennine")
    reader.says("#main h1", "Pennine Lancashire")
    reader.settle()
    reader.click("#outcomes-views a[href*='view=report']")
    at(reader, "/outcomes?view=report&area=pennine")
    reader.says("#main", "Pennine Lancashire is a footprint")
    rows = reader.texts("#outcomes-rug-rug .pb-screenonly tbody th")
    assert len(rows) == len(PENNINE) + 1
    assert rows[0].startswith("Land")


def test_paper_names_the_area(visitor: Visitor) -> None:
    visitor.open(f"/deficit?area={WYRE}")
    visitor.cdp("Emulation.setEmulatedMedia", media="print", features=[])
    visitor.run("window.dispatchEvent(new Event('beforeprint'))")
    assert visitor.text(".pb-printonly").endswith(". My area: Wyre")
    assert visitor.find(f"#{NOTE}").is_displayed()
    assert not visitor.find(f"#{LIST}").is_displayed()


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_the_open_header_follows_the_rules(visitor: Visitor, width: int, theme: str) -> None:
    visitor.look(width, theme=theme)
    visitor.open("/deficit?area=fylde_coast")
    if width == 320:
        visitor.click("#pb-menu")
    assert visitor.find(f"#{LIST}").is_displayed()
    assert visitor.run(OVERFLOW) == []
    assert visitor.run(SMALL_TARGETS) == []
    no_violations(visitor)
