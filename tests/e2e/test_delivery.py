"""Walk the delivery page as a reader does: search, filter, choose, share, go back, print."""

import pytest
from selenium.webdriver.common.keys import Keys

from dashboard.pages.delivery import Ids
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

SERVICES = "#delivery-services-title"
TIMELINE = "#delivery-timeline-title"
TWINS_ON_PAPER = """
return [...document.querySelectorAll('[id$="-body"] + .pb-foot details[data-pb-table]')]
  .filter((el) => el.checkVisibility()).length;
"""


def select(visitor: Visitor, control: str, value: str) -> None:
    """Choose from a list, as a reader does who presses keys."""
    visitor.run(
        "const list = document.getElementById(arguments[0]);"
        "Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(list, arguments[1]);"
        "list.dispatchEvent(new Event('change', {bubbles: true}));",
        control,
        value,
    )


def rows(visitor: Visitor) -> list[str]:
    return visitor.texts("#delivery-services-table tbody th")


def test_a_number_finds_its_services_and_the_link_keeps_it(visitor: Visitor) -> None:
    visitor.open("/delivery")
    assert len(rows(visitor)) == 20
    visitor.click(f"#{Ids.QUERY}")
    visitor.press(*"73", Keys.TAB)
    visitor.says(SERVICES, "Two services for “73”")
    visitor.wait(lambda: visitor.path == "/delivery?q=73", "the search did not reach the address")
    visitor.wait(lambda: len(rows(visitor)) == 2, "the table did not follow")
    found = rows(visitor)
    visitor.open(visitor.path)
    assert rows(visitor) == found == ["Museums, Culture", "Libraries, Registrars"]
    assert visitor.find(f"#{Ids.QUERY}").get_attribute("value") == "73"
    assert visitor.complaints() == []


def test_home_and_area_narrow_the_list_and_back_widens_it(visitor: Visitor) -> None:
    visitor.open("/delivery")
    select(visitor, Ids.HOME, "combined_authority")
    visitor.says(SERVICES, "25 services with the future home combined authority")
    select(visitor, Ids.AREA, "waste_collection_and_disposal")
    visitor.says(SERVICES, "Six services in waste")
    visitor.driver.back()
    visitor.says(SERVICES, "25 services with the future home")
    visitor.driver.back()
    visitor.says(SERVICES, "125 services, each with its number")
    assert visitor.find(f"#{Ids.HOME}").get_attribute("value") == "all"


def test_a_programme_changes_the_timeline_alone(visitor: Visitor) -> None:
    visitor.open("/delivery")
    services = visitor.text(SERVICES)
    assert visitor.count(".pb-time h3") == 6
    select(visitor, Ids.PROGRAMME, "front_office")
    visitor.wait(lambda: visitor.texts(".pb-time h3") == ["Front office"], "the timeline did not change")
    visitor.says(TIMELINE, "the last is “Solution live”")
    assert visitor.text(SERVICES) == services
    assert visitor.path == "/delivery?programme=front_office"


def test_another_document_is_shown_on_demand_and_its_link_keeps_it(visitor: Visitor) -> None:
    visitor.open("/delivery")
    select(visitor, Ids.PROGRAMME, "every")
    visitor.says(TIMELINE, "Milestones of three documents run")
    visitor.wait(lambda: visitor.path == "/delivery?programme=every", "the choice did not reach the address")
    shown = visitor.texts(".pb-time h3")
    visitor.open(visitor.path)
    assert visitor.texts(".pb-time h3") == shown
    assert visitor.find(f"#{Ids.PROGRAMME}").get_attribute("value") == "every"
    select(visitor, Ids.PROGRAMME, "cheshire_community_safety")
    visitor.says(TIMELINE, "No milestone has a month")
    visitor.wait(lambda: visitor.count(".pb-track") == 0, "a row is drawn without a month")
    select(visitor, Ids.PROGRAMME, "all")
    visitor.wait(lambda: visitor.count(".pb-time h3") == 6, "the own plan did not come back")
    assert visitor.complaints() == []


def test_the_flow_is_drawn_with_its_ribbons(visitor: Visitor) -> None:
    visitor.open("/delivery")
    drawn = visitor.chart("delivery-flow-plot")
    assert sum(values[1][0] for values in drawn if values[0] == [0]) == 125
    assert visitor.count("#delivery-flow-plot .shapelayer path") == 19


@pytest.mark.parametrize("query", ["", "?programme=every"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_mark_stands_on_its_line(visitor: Visitor, width: int, query: str) -> None:
    visitor.look(width)
    visitor.open(f"/delivery{query}")
    outside = visitor.run(
        "return [...document.querySelectorAll('.pb-track')].filter((track) => {"
        "  const box = track.getBoundingClientRect();"
        "  return [...track.querySelectorAll('.pb-mark:not(.by)')].some((mark) => {"
        "    const own = mark.getBoundingClientRect();"
        "    return own.width < 2 || own.left < box.left - 2 || own.right > box.right + 2; }); }).length;"
    )
    assert visitor.count(".pb-track") > 40
    assert outside == 0


def test_on_paper_what_stands_in_words_is_not_printed_twice(visitor: Visitor) -> None:
    visitor.open("/delivery")
    assert visitor.run(TWINS_ON_PAPER) == 4
    visitor.cdp("Emulation.setEmulatedMedia", media="print")
    assert visitor.run(TWINS_ON_PAPER) == 0


def test_the_contents_lead_to_their_card(visitor: Visitor) -> None:
    visitor.open("/delivery")
    visitor.click(".pb-toc a[href='#delivery-timeline-card']")
    visitor.wait(
        lambda: (
            visitor.run(
                "return document.querySelector('#delivery-timeline-card').getBoundingClientRect().top"
            )
            < 200
        ),
        "the page did not go there",
    )
    assert visitor.path == "/delivery#delivery-timeline-card"
