"""A leader reads a briefing: from the list to its end, to a source and back, again when it has changed."""

from dashboard.settings import ROOT
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

FIRST, SECOND = "/?briefing=financial-position", "/?briefing=delivery-model"
NEWS = "li[data-pb-briefing='financial-position'] .pb-news"
PROGRESS = "return new DOMMatrix(getComputedStyle(document.querySelector('.pb-progress i')).transform).a"
END = "document.querySelector('article').lastElementChild.scrollIntoView()"
LIMIT_BYTES = 900_000
SENT = """
const files = performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'));
return files.reduce((sum, file) => sum + file.transferSize, 0);
"""


def test_a_briefing_is_read_from_the_list_to_its_end(visitor: Visitor) -> None:
    visitor.open("/")
    assert visitor.run("return document.querySelectorAll('.pb-news:not([hidden])').length") == 0
    visitor.click(f"#main h2 a[href='{FIRST}']")
    visitor.wait(
        lambda: visitor.path == FIRST and visitor.count("article .pb-card"), "no briefing was opened"
    )
    visitor.settle()
    visitor.wait(lambda: visitor.run(PROGRESS) < 0.01, "the bar does not begin at nothing")
    visitor.run(END)
    visitor.wait(lambda: visitor.run(PROGRESS) > 0.8, "the bar does not follow the reader")
    visitor.click(f".pb-around a[href='{SECOND}']")
    visitor.wait(lambda: visitor.path == SECOND, "the next briefing was not opened")
    visitor.says(".pb-question", "Briefing: The delivery")
    visitor.click(".pb-around a[href='/']")
    visitor.says(NEWS, "Read")
    assert "Not read yet" in visitor.texts(".pb-news")
    assert visitor.complaints() == []


def test_what_has_changed_since_it_was_read_is_new(visitor: Visitor) -> None:
    visitor.open("/")
    visitor.run("localStorage.setItem('pb-read', JSON.stringify({'financial-position': 'other'}))")
    visitor.open("/")
    visitor.says(NEWS, "New since you last read")
    visitor.open(FIRST)
    visitor.run(END)
    visitor.wait(
        lambda: "other" not in visitor.run("return localStorage.getItem('pb-read')"), "it is not kept"
    )
    visitor.open("/")
    visitor.says(NEWS, "Read")


def test_a_figure_leads_to_its_line_and_back(visitor: Visitor) -> None:
    visitor.open(FIRST)
    visitor.click("article a.pb-figure[href='/sources?source=psdm-2017&line=2065']")
    visitor.wait(lambda: visitor.path == "/sources?source=psdm-2017&line=2065", "the figure leads nowhere")
    visitor.says("#sources-figures-title", "line 2,065")
    visitor.driver.back()
    visitor.wait(lambda: visitor.path == FIRST and visitor.count("article .pb-card"), "there is no way back")
    assert visitor.complaints() == []


def test_cards_in_a_briefing_are_the_cards_of_the_product(visitor: Visitor) -> None:
    visitor.open(f"{FIRST}&table=bridge")
    assert visitor.count("details[data-pb-table='bridge'][open] table") == 1
    assert visitor.chart("deficit-trajectory-plot")
    visitor.click(".pb-explore a[href^='/deficit']")
    visitor.wait(lambda: visitor.title.startswith("Deficit"), "the card does not lead to its page")


def test_without_memory_nothing_is_called_new_and_everything_can_be_read(visitor: Visitor) -> None:
    script = visitor.cdp(
        "Page.addScriptToEvaluateOnNewDocument",
        source="Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }})",
    )
    try:
        visitor.open(FIRST)
        visitor.run(END)
        visitor.open("/")
        assert set(visitor.texts(".pb-news")) == {""}
    finally:
        visitor.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])


def test_a_first_visit_is_light(visitor: Visitor) -> None:
    visitor.open("/")
    assert visitor.run(SENT) < LIMIT_BYTES


def test_the_address_of_no_briefing_shows_the_list_and_says_so(visitor: Visitor) -> None:
    visitor.open("/?briefing=nonsense")
    assert "“nonsense”" in visitor.text(".pb-notice")
    assert visitor.count("li[data-pb-briefing]") == len(list((ROOT / "data" / "briefings").glob("*.md")))
