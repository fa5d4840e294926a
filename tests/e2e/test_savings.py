"""Walk the savings page: the grid by keyboard, a record, a comparison, and back."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from dashboard.callbacks.savings import CHOICES
from dashboard.pages.savings import COMPARED
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

FOCUSED = """
const cell = document.activeElement.closest('[col-id]');
return cell && [cell.getAttribute('col-id'), cell.textContent.trim()];
"""
LIBRARY = "return [...document.scripts].filter((script) => script.src.includes('ag-grid')).length"
# Sorting and filtering move rows without touching the document's order at once: read them as they are seen.
SHOWN = """
return [...document.querySelectorAll('[role="gridcell"][col-id="reference"]')]
  .map((cell) => [cell.getBoundingClientRect().top, cell.textContent.trim()])
  .sort((one, other) => one[0] - other[0]).map((pair) => pair[1]);
"""


def open_grid(visitor: Visitor, path: str = "/savings") -> None:
    """Open the page and wait for the rows of its grid."""
    visitor.open(path)
    visitor.grids()


def hold(visitor: Visitor, modifier: str, key: str) -> None:
    """Press a key while another is held."""
    ActionChains(visitor.driver).key_down(modifier).send_keys(key).key_up(modifier).perform()


def shown(visitor: Visitor) -> list[str]:
    """Return the references of the rows in the order a reader sees them."""
    found: list[str] = visitor.run(SHOWN)
    return found


def into_grid(visitor: Visitor) -> None:
    """Come to the grid with Tab from the choice of columns before it."""
    visitor.run("document.querySelector('.pb-grid-columns summary').focus()")
    visitor.press(Keys.TAB)
    assert visitor.run("return document.activeElement.getAttribute('role')") == "columnheader"


def test_no_other_page_asks_for_the_grid(visitor: Visitor) -> None:
    for path in ("/deficit", "/savings?option=sc034"):
        visitor.open(path)
        assert visitor.run(LIBRARY) == 0
    open_grid(visitor)
    assert visitor.run(LIBRARY) == 1
    assert visitor.complaints() == []
    assert visitor.foreign_requests() == []


def test_the_grid_is_sorted_filtered_and_left_by_keyboard(visitor: Visitor) -> None:
    open_grid(visitor)
    into_grid(visitor)
    visitor.press(Keys.ARROW_RIGHT, Keys.ENTER, Keys.ENTER)
    visitor.wait(lambda: shown(visitor)[0] == "SC811", "the rows were not sorted")
    assert visitor.count("[role='columnheader'][aria-sort='descending']") == 1
    hold(visitor, Keys.CONTROL, Keys.ENTER)
    visitor.wait(lambda: visitor.count(".ag-filter input"), "the filter did not open")
    visitor.press("SC03")
    visitor.wait(lambda: shown(visitor) == ["SC035", "SC034"], "the rows were not filtered")
    visitor.press(Keys.ESCAPE)
    into_grid(visitor)
    visitor.press(Keys.TAB)
    visitor.wait(
        lambda: visitor.run("return document.activeElement.closest('.ag-root-wrapper') === null"),
        "Tab did not leave the grid",
    )


def test_a_row_leads_to_its_record_and_back_returns(visitor: Visitor) -> None:
    open_grid(visitor)
    into_grid(visitor)
    visitor.press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert visitor.run(FOCUSED) == ["reference", "SC012"]
    visitor.press(Keys.ENTER)
    visitor.wait(lambda: visitor.path == "/savings?option=sc012", "the record did not open")
    visitor.settle()
    assert visitor.heading.startswith("Provision of Bus Passes")
    visitor.driver.back()
    visitor.wait(lambda: visitor.heading.startswith("45 options"), "back did not return")
    assert visitor.path == "/savings"


def test_the_quick_filter_and_the_columns(visitor: Visitor) -> None:
    open_grid(visitor)
    visitor.find("#savings-grid-filter").send_keys("parking")
    visitor.wait(lambda: shown(visitor) == ["SC034", "SC401"], "the rows were not filtered")
    visitor.click(".pb-grid-columns summary")
    visitor.click("#savings-grid-show-theme")
    visitor.wait(lambda: visitor.count("[role='columnheader'][col-id='theme']"), "no column was added")
    visitor.click("#savings-grid-show-service")
    visitor.wait(
        lambda: not visitor.count("[role='columnheader'][col-id='service']"), "the column did not go"
    )


def test_ticked_rows_are_compared_and_another_is_chosen(visitor: Visitor) -> None:
    open_grid(visitor)
    into_grid(visitor)
    visitor.press(Keys.ARROW_DOWN, Keys.SPACE, Keys.ARROW_DOWN, Keys.SPACE)
    visitor.says(".pb-grid-ticked", "Compare 2 side by side")
    visitor.click(".pb-grid-ticked a")
    visitor.wait(lambda: visitor.path == "/savings?compare=sc002.sc012", "the comparison did not open")
    visitor.settle()
    assert visitor.text("#savings-sides-title") == "SC002 and SC012, field by field"
    visitor.run(
        "const el = document.getElementById(arguments[0]); el.focus();"
        "[...el.options].find((option) => option.value === 'sc316').selected = true;"
        "el.dispatchEvent(new Event('change', {bubbles: true}))",
        COMPARED[2],
    )
    visitor.says("#savings-sides-title", "SC002, SC012 and SC316")
    assert visitor.path == "/savings?compare=sc002.sc012.sc316"
    visitor.settle()
    visitor.driver.back()
    visitor.says("#savings-sides-title", "SC002 and SC012, field by field")


def test_too_many_ticked_rows_are_not_compared(visitor: Visitor) -> None:
    open_grid(visitor)
    into_grid(visitor)
    visitor.press(*[Keys.ARROW_DOWN, Keys.SPACE] * 5)
    visitor.says(".pb-grid-ticked", "5 rows are ticked; 4 at most can be compared.")


def test_a_choice_and_a_theme_live_in_the_address(visitor: Visitor) -> None:
    visitor.open("/savings")
    visitor.click(f"#{CHOICES['basis']} input[value='cash'] + label")
    visitor.says("#savings-waterfall-title", "Cumulative cash: ")
    assert visitor.path == "/savings?basis=cash"
    visitor.click("#savings-scope a[href*='theme=adult_social_care']")
    visitor.wait(lambda: "adult social care" in visitor.heading, "the theme was not shown")
    assert visitor.path == "/savings?basis=cash&theme=adult_social_care"
    assert visitor.text("#savings-waterfall-title").startswith("Cumulative cash: ")
    visitor.driver.back()
    visitor.wait(lambda: visitor.heading.startswith("45 options"), "back did not return")
    assert visitor.path == "/savings?basis=cash"


def test_a_grid_that_cannot_be_had_says_so(visitor: Visitor) -> None:
    visitor.open("/savings")
    visitor.run(
        "document.querySelector('meta[name=\"pb-grid\"]').content = '/assets/missing.js';"
        "document.querySelector('[data-pb-grid]').scrollIntoView()"
    )
    visitor.says(".pb-grid [role='alert']", "The same rows are in the table below")
    visitor.driver.get_log("browser")


def test_a_phone_reads_the_table_instead(visitor: Visitor) -> None:
    visitor.look(320)
    visitor.open("/savings?table=options")
    assert not visitor.find(".pb-grid").is_displayed()
    assert visitor.find("#savings-options-table table").is_displayed()
