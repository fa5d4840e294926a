"""The footprints page as a reader walks it, with made-up indicators and without any."""

from base64 import b64decode

import pytest
from selenium.webdriver.common.keys import Keys

from tests.e2e.test_accessibility import LOOKS, OVERFLOW, SMALL_TARGETS, no_violations, open_everything
from tests.e2e.visitor import MARKS, Visitor
from tests.outcomes import PENNINE

pytestmark = MARKS

STATES = {
    "every": "/footprints",
    "footprint": "/footprints?area=pennine",
    "district": f"/footprints?area={PENNINE[5]}",
    "district-without-figures": "/footprints?area=E07000031",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_every_state_follows_the_rules(reader: Visitor, state: str, width: int, theme: str) -> None:
    reader.look(width, theme=theme)
    reader.open(STATES[state])
    open_everything(reader)
    assert reader.run(OVERFLOW) == []
    assert reader.run(SMALL_TARGETS) == []
    no_violations(reader)
    assert reader.complaints() == []


def test_a_footprint_leads_to_its_district_and_back_returns(visitor: Visitor) -> None:
    visitor.open("/footprints")
    visitor.click("#footprints-every a[href='/footprints?area=pennine']")
    visitor.wait(lambda: visitor.heading.startswith("Pennine Lancashire: "), "the footprint did not open")
    visitor.says("#footprints-profile-card", "By April 2019")
    visitor.click("#footprints-districts a[href='/footprints?area=E07000117']")
    visitor.wait(lambda: visitor.heading.startswith("Burnley: "), "the district did not open")
    visitor.settle()
    assert visitor.path == "/footprints?area=E07000117"
    visitor.driver.back()
    visitor.wait(lambda: visitor.heading.startswith("Pennine Lancashire: "), "back did not return")
    assert visitor.complaints() == []


def test_the_footprints_are_reached_by_keyboard(visitor: Visitor) -> None:
    visitor.open("/footprints")
    visitor.run("document.querySelector('#footprints-every a').focus()")
    stops = []
    for _ in range(3):
        visitor.press(Keys.TAB)
        stops.append(visitor.run("return document.activeElement.textContent.trim()"))
    assert stops == ["Fylde Coast", "Morecambe Bay", "Pennine Lancashire"]


@pytest.mark.parametrize("area", ["pennine", "E07000117"])
def test_a_profile_prints_on_one_sheet(reader: Visitor, area: str) -> None:
    reader.open(f"/footprints?area={area}")
    reader.settle()
    sheet = {"preferCSSPageSize": True, "printBackground": False}
    printed = reader.driver.execute_cdp_cmd("Page.printToPDF", sheet)["data"]
    assert pages_in(printed) == 1


def pages_in(printed: str) -> int:
    """Return how many sheets a printed document, as base64, has."""
    document = b64decode(printed)
    return document.count(b"/Type /Page") - document.count(b"/Type /Pages")
