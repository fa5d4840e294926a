"""The scenario page by keyboard: a lever is moved, kept, refused, taken back, and a link shows the same."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

NUMBER = "#lever-stp_share_pct"
RANGE = "[data-pb-range='stp_share_pct']"
EFFECT = "#lever-stp_share_pct-effect"
OPEN = "document.querySelector(arguments[0]).closest('details.pb-group').open = true"
VALUE = "return document.querySelector(arguments[0])?.value"


@pytest.fixture
def at_levers(visitor: Visitor) -> Visitor:
    """A visitor on the page, with the group of one lever open and its number in focus."""
    visitor.open("/deficit/levers")
    visitor.run(OPEN, NUMBER)
    focus(visitor, NUMBER)
    return visitor


def focus(visitor: Visitor, selector: str) -> None:
    visitor.run("document.querySelector(arguments[0]).focus()", selector)


def type_over(visitor: Visitor, text: str) -> None:
    """Replace what stands in the field in focus and leave it."""
    visitor.run("document.activeElement.select()")
    visitor.press(text, Keys.TAB)


def arrives(visitor: Visitor, words: str) -> None:
    visitor.wait(lambda: words in visitor.path.replace("%7E", "~"), f"the address does not say {words}")
    visitor.settle()


def test_a_lever_is_moved_kept_and_taken_back_by_keyboard(at_levers: Visitor) -> None:
    visitor = at_levers
    type_over(visitor, "50")
    arrives(visitor, "levers=stp_share_pct~50")
    visitor.says(EFFECT, "Moved: −£23m")
    visitor.says("h1", "With your levers")
    assert visitor.run(VALUE, RANGE) == "50"
    names = [name for _, _, name in visitor.chart("scenario-paths-plot")]
    assert names == ["Do nothing", "New model", "Your scenario"]
    focus(visitor, "#scenario-name")
    visitor.press("Half", Keys.TAB, Keys.ENTER)
    arrives(visitor, "kept=Half~~stp_share_pct~50")
    visitor.says("[data-pb-kept]", "Half")
    focus(visitor, "[data-pb-reset]")
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: "levers=" not in visitor.path, "the levers were not taken back")
    visitor.says(EFFECT, "5% less: −£2.3m")
    assert visitor.run(VALUE, NUMBER) == "100"
    visitor.driver.back()
    arrives(visitor, "levers=stp_share_pct~50")
    visitor.wait(lambda: visitor.run(VALUE, NUMBER) == "50", "the lever did not follow the address")


def test_the_published_scenario_can_be_kept_first_and_another_after_it(at_levers: Visitor) -> None:
    visitor = at_levers
    focus(visitor, "#scenario-name")
    visitor.press("Published", Keys.TAB, Keys.ENTER)
    arrives(visitor, "kept=Published")
    focus(visitor, NUMBER)
    type_over(visitor, "50")
    arrives(visitor, "levers=stp_share_pct~50")
    focus(visitor, "#scenario-name")
    visitor.press("Low", Keys.TAB, Keys.ENTER)
    arrives(visitor, "kept=Published~~~Low~~stp_share_pct~50")
    visitor.says("[data-pb-kept]", "Low")
    visitor.says("#scenario-side-title", "Of 3 scenarios")
    focus(visitor, "[data-pb-take='0']")
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: "levers=" not in visitor.path, "the published scenario was not taken up")
    visitor.wait(lambda: visitor.run(VALUE, NUMBER) == "100", "the lever did not follow")


def test_arrow_keys_move_a_range_and_its_number(at_levers: Visitor) -> None:
    visitor = at_levers
    focus(visitor, RANGE)
    visitor.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT)
    arrives(visitor, "levers=stp_share_pct~90")
    assert visitor.run(VALUE, NUMBER) == "90"


def test_the_readers_line_goes_along_to_the_published_paths_and_back(at_levers: Visitor) -> None:
    visitor = at_levers
    type_over(visitor, "50")
    arrives(visitor, "levers=stp_share_pct~50")
    visitor.says(EFFECT, "Moved: −£23m")
    focus(visitor, "[data-pb-beside]")
    visitor.press(Keys.ENTER)
    visitor.says("#deficit-trajectory-subtitle", "Your scenario dashed.")
    names = [name for _, _, name in visitor.chart("deficit-trajectory-plot")]
    assert "Your scenario" in names
    assert visitor.find(".pb-nav a[aria-current]").text == "Deficit"
    focus(visitor, ".pb-lead a")
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: visitor.path.startswith("/deficit/levers?"), "the link did not lead to the levers")
    visitor.wait(lambda: visitor.run(VALUE, NUMBER) == "50", "the lever did not come along")


def test_a_value_beyond_the_ends_is_refused_beside_the_lever(at_levers: Visitor) -> None:
    visitor = at_levers
    before = visitor.heading
    type_over(visitor, "500")
    visitor.says(EFFECT, "Not taken: it can be 0 to 100.")
    assert visitor.path == "/deficit/levers"
    assert visitor.heading == before
    assert visitor.find(NUMBER).get_attribute("aria-invalid") == "true"


def test_a_link_shows_the_same_scenario(visitor: Visitor) -> None:
    visitor.open(
        "/deficit/levers?levers=corporations_slip_years~1&measure=reserves&goal=reserves%3E%3D0%40always"
    )
    assert visitor.run(VALUE, "#lever-corporations_slip_years") == "1"
    assert visitor.run(VALUE, "[data-pb-choice='goal-year']") == "always"
    visitor.says("#scenario-take-subtitle", "reserves never under £0")
    assert "reserves £335.5m short" in visitor.text("#scenario-paths-title")
    assert visitor.complaints() == []
    assert visitor.foreign_requests() == []
