"""The outcomes page as a reader walks it, with made-up indicators and without any."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.e2e.test_accessibility import LOOKS, OVERFLOW, SMALL_TARGETS, no_violations, open_everything
from tests.e2e.visitor import MARKS, Visitor
from tests.outcomes import COUNTY, PENNINE

pytestmark = MARKS

STATES = {
    "rug": "/outcomes",
    "other-benchmark": f"/outcomes?benchmark={COUNTY}&order=goal&show=worse",
    "area": f"/outcomes?view=area&area={PENNINE[5]}&table=profile",
    "own-area": f"/outcomes?area={PENNINE[5]}",
    "own-footprint": "/outcomes?view=report&area=pennine&table=rug",
    "indicator": "/outcomes?view=indicator&indicator=1&table=compare.trend.inequality",
    "footprint": "/outcomes?view=indicator&indicator=1&benchmark=pennine&sex=Female",
    "nothing-to-draw": "/outcomes?view=indicator&indicator=2&area=E07000027",
    "imported-row": "/sources?source=made-up&line=2",
}


def choose(visitor: Visitor, control: str, value: str) -> None:
    """Choose one option of a list as a reader does."""
    visitor.run(
        "const el = document.getElementById(arguments[0]); el.focus(); el.value = arguments[1];"
        "el.dispatchEvent(new Event('change', {bubbles: true}))",
        control,
        value,
    )


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


def test_a_cell_of_the_rug_leads_to_its_indicator_and_back_returns(reader: Visitor) -> None:
    reader.open("/outcomes")
    reader.click(f"#outcomes-rug-rug a.pb-cell[href*='indicator=1&area={PENNINE[5]}']")
    reader.wait(
        lambda: reader.heading.startswith("Things, described: Part 125"), "the indicator did not open"
    )
    reader.settle()
    assert reader.path == f"/outcomes?view=indicator&indicator=1&area={PENNINE[5]}"
    reader.driver.back()
    reader.wait(lambda: reader.heading.endswith("health measures"), "back did not return")


def test_a_choice_lives_in_the_address_and_changes_the_finding(reader: Visitor) -> None:
    reader.open("/outcomes?view=indicator&indicator=1")
    choose(reader, "outcomes-detail-benchmark", "pennine")
    reader.says("#outcomes-compare-title", "Pennine Lancashire")
    assert reader.path == "/outcomes?view=indicator&indicator=1&benchmark=pennine"
    choose(reader, "outcomes-indicator", "3")
    reader.says("#outcomes-about-title", "What “Bare” is")
    reader.wait(lambda: "indicator=3" in reader.path, "the address did not follow")
    assert [text for text in reader.texts("#outcomes-age option") if text] == ["65+ yrs"]
    assert reader.path == "/outcomes?view=indicator&indicator=3&benchmark=pennine"
    assert reader.heading.startswith("Bare: ")
    assert reader.complaints() == []
    reader.settle()
    reader.driver.back()
    reader.wait(lambda: reader.heading.startswith("Things, described"), "back did not return")
    reader.open(reader.path)
    assert "Pennine Lancashire" in reader.heading


def test_an_area_is_chosen_by_list(reader: Visitor) -> None:
    reader.open("/outcomes?view=area")
    choose(reader, "outcomes-area", PENNINE[5])
    reader.wait(lambda: reader.heading.startswith("Part 125 is "), "the finding did not follow")
    assert reader.path == f"/outcomes?view=area&area={PENNINE[5]}"


def test_the_rug_is_reached_and_walked_by_keyboard(reader: Visitor) -> None:
    reader.open("/outcomes")
    reader.run("document.querySelector('#outcomes-rug-rug [role=region]').focus()")
    stops = []
    for _ in range(4):
        reader.press(Keys.TAB)
        stops.append(reader.run("return document.activeElement.textContent.trim()"))
    assert stops == ["Bare", "Scores", "Things, described", "Land"]


def test_the_report_is_ordered_and_narrowed(visitor: Visitor) -> None:
    visitor.open("/outcomes")
    visitor.click("#outcomes-show input[value='better'] + label")
    visitor.says("#outcomes-gaps-title", "NHS health check take-up")
    assert visitor.path == "/outcomes?show=better"
    assert len(visitor.chart("outcomes-spine-plot")[0][0]) == 5
    visitor.says("#main", "No public health indicators are loaded yet")
