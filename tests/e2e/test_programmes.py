"""Walk the page of programmes: choose a region, divide by cost, open a record by keyboard, and come back."""

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from dashboard.callbacks.programmes import CHOICES
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

FOCUS_BID = "document.querySelector('#programmes-answer-table a[href*=\"programme=high_peak\"]').focus()"

# The bids that the chart of what each asks for draws, and those that its card says.
DRAWN = "(document.getElementById('programmes-asks-plot').data || []).flatMap((trace) => trace.x)"
SAID = (
    "JSON.parse(document.getElementById('programmes-asks-plot').getAttribute('data-pb-figure'))"
    ".data.flatMap((trace) => trace.x)"
)


def choose(visitor: Visitor, choice: str, value: str) -> None:
    """Choose from a list of the panel."""
    Select(visitor.find(f"#{CHOICES[choice]}")).select_by_value(value)


def test_a_region_changes_the_finding_and_lives_in_the_address(visitor: Visitor) -> None:
    visitor.open("/programmes")
    assert visitor.heading.startswith("Worcestershire claims most")
    choose(visitor, "region", "North West")
    visitor.wait(lambda: visitor.heading.startswith("Only Cheshire"), "the finding did not follow")
    assert visitor.path == "/programmes?region=North+West"
    choose(visitor, "region", "every")
    visitor.wait(lambda: visitor.heading.startswith("Worcestershire"), "the finding did not return")
    assert visitor.path == "/programmes"
    assert visitor.complaints() == []
    assert visitor.foreign_requests() == []


def test_a_divisor_and_a_layer_are_kept_together(visitor: Visitor) -> None:
    visitor.open("/programmes")
    visitor.click(f"#{CHOICES['per']} input[value='cost'] + label")
    visitor.says("#programmes-compare-title", "Per £1 of total cost")
    visitor.click(f"#{CHOICES['layer']} input[value='summary'] + label")
    visitor.says("#programmes-portfolio-title", "by 2014/15")
    assert visitor.path == "/programmes?per=cost&layer=summary"
    choose(visitor, "drawn", "cst")
    visitor.says("#programmes-profile-title", "Customer and Service Transformation")
    assert visitor.path == "/programmes?per=cost&drawn=cst&layer=summary"


def test_a_record_is_opened_by_keyboard_and_left_again(visitor: Visitor) -> None:
    visitor.open("/programmes?region=East+Midlands")
    visitor.wait(
        lambda: visitor.run("return !!document.querySelector('#programmes-answer-table a')"), "no table"
    )
    visitor.run(FOCUS_BID)
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: "asks for £200,000" in visitor.heading, "the record did not open")
    assert "programme=high_peak_staffordshire_moorlands" in visitor.path
    visitor.driver.back()
    visitor.wait(lambda: "programme=" not in visitor.path, "back did not return")
    visitor.wait(
        lambda: "High Peak" in visitor.heading and "claim" in visitor.heading, "the page did not return"
    )


def test_a_chart_far_below_is_printed_as_the_theme_chosen_says(visitor: Visitor) -> None:
    visitor.look(1280, height=400)
    visitor.open("/programmes")
    visitor.wait(lambda: visitor.run("return !!document.querySelector('#programmes-asks-plot')"), "no chart")
    visitor.run("document.getElementById('programmes-asks-plot').scrollIntoView()")
    visitor.wait(lambda: visitor.run(f"return {DRAWN}.length > 1"), "the chart was not drawn")
    visitor.run("scrollTo({ top: 0, behavior: 'instant' })")
    choose(visitor, "theme", "emergency_services")
    visitor.wait(
        lambda: "give no sum" not in visitor.find("#programmes-asks-title").text, "the theme was not followed"
    )
    visitor.run("window.dispatchEvent(new Event('beforeprint'))")
    visitor.wait(lambda: visitor.run(f"return {DRAWN}.join() === {SAID}.join()"), "an older chart is printed")
    assert visitor.complaints() == []
