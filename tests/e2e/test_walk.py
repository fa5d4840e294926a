"""Walk the running product as a reader does."""

import csv
import io
import json
import urllib.request
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from dashboard.callbacks.deficit import CARD_OF_CHOICE, CHOICES
from dashboard.components.card import part
from dashboard.components.shell import PAGES
from dashboard.domain.address import choices
from dashboard.domain.page import Page
from dashboard.domain.words import measured
from dashboard.views.deficit import CARDS, DeficitSelection
from dashboard.views.sources import PAGE_SIZE
from tests.e2e.visitor import IN_SIGHT, MARKS, Visitor

pytestmark = MARKS

PATHS = (*(page.path for page in PAGES), "/accessibility", "/nowhere")
CHANGES = [
    (name, value)
    for name in CARD_OF_CHOICE
    for value in choices(DeficitSelection, name)
    if value != getattr(DeficitSelection(), name)
]
TRAJECTORY = "deficit.trajectory"
KEEP_BLOBS = """
window.savedBlobs = [];
const plain = URL.createObjectURL;
URL.createObjectURL = (blob) => { window.savedBlobs.push(blob); return plain(blob); };
HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
"""
READ_BLOB = """
const done = arguments[arguments.length - 1];
const blob = window.savedBlobs[0];
Promise.all([blob.text(), createImageBitmap(blob).catch(() => ({width: 0, height: 0}))])
  .then(([text, image]) => done([blob.type, text.slice(0, 200), image.width, image.height]));
"""


def control(name: str, value: str) -> str:
    """Return the selector of one radio button of the deficit page."""
    return f"#{CHOICES[name]} input[value='{value}']"


def choose(visitor: Visitor, name: str, value: str) -> None:
    """Choose a radio button and wait until address and card have followed."""
    visitor.click(f"{control(name, value)} + label")
    visitor.wait(lambda: f"{name}={value}" in visitor.path, f"{name}={value} did not reach the address")
    figure = json.dumps(value)
    visitor.wait(
        lambda: f"{name}={value}" in source(visitor, f"deficit.{CARD_OF_CHOICE[name]}"),
        f"no answer to {figure}",
    )
    visitor.settle()


def source(visitor: Visitor, view: str) -> str:
    """Return the address from which a card's table comes, which tells the choices it shows."""
    return str(visitor.find(f"#{part(view, 'table')}").get_attribute("data-pb-src"))


def chosen(visitor: Visitor) -> dict[str, str]:
    """Return the choice that each control of the deficit page shows."""
    return {
        name: str(
            visitor.run("return document.querySelector(arguments[0]).value", f"#{control_id} input:checked")
        )
        for name, control_id in CHOICES.items()
    }


def card(visitor: Visitor, view: str) -> tuple[str, list[Any]]:
    """Return the title and the drawn values of a card."""
    return visitor.text(f"#{part(view, 'title')}"), visitor.chart(part(view, "plot"))


def go(visitor: Visitor, page: Page) -> None:
    """Follow the link of the navigation to a page and wait for its heading, its title and the focus."""
    before = visitor.heading
    visitor.click(f"#pb-nav a[href='{page.path}']")
    visitor.wait(lambda: visitor.heading != before, "the page did not change")
    visitor.wait(lambda: visitor.title.startswith(page.name), "the title did not change")
    visitor.settle()
    assert visitor.path == page.path
    assert visitor.find("#pb-nav a[aria-current='page']").text == page.name
    visitor.wait(lambda: visitor.run("return document.activeElement.tagName") == "H1", "focus did not follow")


def restored(visitor: Visitor, state: tuple[str, list[Any]]) -> None:
    """Wait until the trajectory card is as it was."""
    visitor.wait(
        lambda: visitor.text(f"#{part(TRAJECTORY, 'title')}") == state[0], f"“{state[0]}” did not come back"
    )
    assert card(visitor, TRAJECTORY) == state


def fetch(visitor: Visitor, href: str) -> tuple[str, str]:
    """Return the type and the text that an address answers."""
    with urllib.request.urlopen(f"{visitor.base}{href}") as answer:
        return answer.headers["Content-Type"], answer.read().decode()


def complaints_of_an_address(visitor: Visitor, path: str) -> list[str]:
    """Return what the browser says of an address without a page: that it is one."""
    missing = path == "/nowhere"
    words = "Failed to load resource: the server responded with a status of 404 (NOT FOUND)"
    return [f"{visitor.base}{path} - {words}"] if missing else []


@pytest.mark.parametrize("path", PATHS)
def test_page_opens_without_complaint_and_asks_nobody_else(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    visitor.look(1280, height=20_000)
    visitor.settle()
    assert visitor.complaints() == complaints_of_an_address(visitor, path)
    assert visitor.foreign_requests() == []


def test_every_page_has_its_own_title_and_heading(visitor: Visitor) -> None:
    seen = []
    for path in PATHS:
        visitor.open(path)
        seen.append((visitor.title, visitor.heading))
    titles, headings = zip(*seen, strict=True)
    assert len(set(titles)) == len(set(headings)) == len(PATHS)
    assert all("Placeboard" in title for title in titles)


def test_links_between_pages_change_title_and_heading_without_loading_again(visitor: Visitor) -> None:
    visitor.open(PAGES[0].path)
    visitor.run("window.stillHere = true")
    for page in (*PAGES[1:], PAGES[0]):
        go(visitor, page)
    assert visitor.run("return window.stillHere") is True
    assert visitor.complaints() == []


@pytest.mark.parametrize(("name", "value"), CHANGES)
def test_choice_changes_its_card_and_the_address(visitor: Visitor, name: str, value: str) -> None:
    view = f"deficit.{CARD_OF_CHOICE[name]}"
    visitor.open("/deficit")
    others = [other for other in CARDS if other != CARD_OF_CHOICE[name]]
    before, untouched = (
        card(visitor, view),
        [visitor.text(f"#{part(f'deficit.{other}', 'title')}") for other in others],
    )
    choose(visitor, name, value)
    after = card(visitor, view)
    assert after[0] != before[0]
    assert after[1] != before[1]
    assert [visitor.text(f"#{part(f'deficit.{other}', 'title')}") for other in others] == untouched
    assert visitor.path == f"/deficit?{name}={value}"
    visitor.open(visitor.path)
    assert card(visitor, view) == after
    assert chosen(visitor)[name] == value
    assert visitor.complaints() == []


def test_back_and_forward_restore_controls_chart_and_title(visitor: Visitor) -> None:
    first, second, third = choices(DeficitSelection, "measure")
    visitor.open("/deficit")
    states = {first: card(visitor, TRAJECTORY)}
    for value in (second, third):
        choose(visitor, "measure", value)
        states[value] = card(visitor, TRAJECTORY)
    moves: list[tuple[Callable[[], object], str]] = [
        (visitor.driver.back, second),
        (visitor.driver.back, first),
        (visitor.driver.forward, second),
        (visitor.driver.forward, third),
    ]
    for move, expected in moves:
        move()
        restored(visitor, states[expected])
        assert chosen(visitor)["measure"] == expected
    assert visitor.complaints() == []


def test_back_returns_to_the_page_before(visitor: Visitor) -> None:
    visitor.open("/deficit")
    finding, title = visitor.heading, visitor.title
    visitor.click("#pb-nav a[href='/sources']")
    visitor.wait(lambda: visitor.heading != finding, "the page did not change")
    visitor.driver.back()
    visitor.wait(lambda: visitor.heading == finding, "the page did not come back")
    visitor.wait(lambda: visitor.title == title, "the title did not come back")


def test_the_title_of_the_document_names_the_record_that_a_page_is_about(visitor: Visitor) -> None:
    visitor.open("/risk?risk=balanced_budget")
    visitor.wait(lambda: visitor.title.startswith("CR1: Risk – Placeboard"), "the record is not named")
    visitor.click("#pb-nav a[href='/programmes']")
    visitor.wait(lambda: visitor.title.startswith("Programmes – Placeboard"), "the record is still named")
    visitor.driver.back()
    visitor.wait(lambda: visitor.title.startswith("CR1: Risk"), "the record is not named again")


def test_a_reader_starts_without_the_history_of_others(visitor: Visitor) -> None:
    visitor.open("/deficit")
    visitor.run("for (let step = 0; step < 60; step += 1) history.pushState(null, '', `?q=${step}`)")
    assert len(visitor.cdp("Page.getNavigationHistory")["entries"]) > 40
    visitor.forget()
    assert len(visitor.cdp("Page.getNavigationHistory")["entries"]) == 1


def test_shared_link_shows_someone_else_the_same(
    visitor: Visitor, someone_else: Callable[[], Visitor]
) -> None:
    visitor.open("/deficit")
    for name in CARD_OF_CHOICE:
        choose(visitor, name, choices(DeficitSelection, name)[-1])
    visitor.click(f"#{part(TRAJECTORY, 'card')} details[data-pb-table] summary")
    visitor.wait(lambda: "table=trajectory" in visitor.path, "the open table did not reach the address")
    views = [f"deficit.{name}" for name in CARD_OF_CHOICE.values()]
    other = someone_else()
    other.open(visitor.path)
    assert chosen(other) == chosen(visitor)
    assert [card(other, view) for view in views] == [card(visitor, view) for view in views]
    table = f"#{part(TRAJECTORY, 'table')}"
    assert other.find(table).text == visitor.find(table).text != ""


def test_address_that_is_not_understood_is_answered_with_a_notice_and_the_default(visitor: Visitor) -> None:
    visitor.open("/deficit?measure=nonsense&colour=red")
    notice = visitor.text(".pb-notice")
    assert "“nonsense”" in notice
    assert "“colour”" in notice
    assert chosen(visitor) == {
        field.name: field.default for field in fields(DeficitSelection) if field.name in CHOICES
    }
    assert visitor.find(".pb-notice").is_displayed()


def test_unknown_page_says_so_and_offers_the_others(visitor: Visitor) -> None:
    visitor.open("/nowhere")
    assert visitor.title.startswith("Page not found")
    assert "no page" in visitor.heading
    visitor.click(f"#main a[href='{PAGES[0].path}']")
    visitor.wait(lambda: visitor.title.startswith(PAGES[0].name), "the link did not lead to the page")


def test_table_holds_every_figure_and_leads_to_its_line(visitor: Visitor) -> None:
    visitor.open("/deficit")
    table = f"#{part(TRAJECTORY, 'table')}"
    assert not visitor.find(table).is_displayed()
    visitor.click(f"#{part(TRAJECTORY, 'card')} details[data-pb-table] summary")
    visitor.wait(
        lambda: visitor.path == "/deficit?table=trajectory", "the open table did not reach the address"
    )
    visitor.settle()
    figures = json.loads(fetch(visitor, f"/view/{TRAJECTORY}.json")[1])["figures"]
    texts = visitor.texts(f"{table} td")
    links = {
        str(href)
        for href in visitor.run(f"return [...document.querySelectorAll('{table} a')].map((a) => a.search)")
    }
    assert figures
    for figure in figures:
        assert any(text.startswith(measured(figure["value"], figure["unit"])) for text in texts)
        assert f"?source={figure['source_id']}&line={figure['source_line']}" in links
    figure = figures[0]
    visitor.click(f"{table} a[href='/sources?source={figure['source_id']}&line={figure['source_line']}']")
    visitor.wait(lambda: visitor.path.startswith("/sources?"), "the link did not lead to the line")
    visitor.says("#sources-figures-title", f"printed on line {figure['source_line']:,}")
    visitor.settle()
    assert figure["printed"] in visitor.texts("#sources-figures-table td[data-l='As printed']")
    visitor.driver.back()
    visitor.wait(
        lambda: visitor.count(table) and visitor.find(table).is_displayed(), "the table did not come back"
    )


def test_closing_the_table_takes_it_out_of_the_address(visitor: Visitor) -> None:
    visitor.open("/deficit?table=trajectory")
    assert visitor.find(f"#{part(TRAJECTORY, 'table')}").is_displayed()
    visitor.click(f"#{part(TRAJECTORY, 'card')} details[data-pb-table] summary")
    visitor.wait(lambda: visitor.path == "/deficit", "the closed table stayed in the address")


def test_search_finds_every_place_of_a_number(visitor: Visitor) -> None:
    visitor.open("/sources")
    visitor.find("#sources-query").send_keys("398")
    visitor.wait(lambda: "q=398" in visitor.path, "the search did not reach the address")
    visitor.says("#sources-figures-title", "figures for “398”")
    visitor.settle()
    places = visitor.texts("#sources-figures-table td[data-l='Where']")
    for table in ("Table 3,", "Table 40,", "Table 47,", "Table 48,", "Section "):
        assert any(place.startswith(table) for place in places), f"{table} is not among {places}"
    assert visitor.complaints() == []


def test_search_within_one_document_and_back_again(visitor: Visitor) -> None:
    visitor.open("/sources?q=reserves")
    everywhere = visitor.text("#sources-figures-title")
    document = visitor.run("return [...document.querySelector('#sources-source').options].pop().value")
    visitor.click(f"#sources-source option[value='{document}']")
    visitor.wait(lambda: f"source={document}" in visitor.path, "the document did not reach the address")
    visitor.wait(lambda: visitor.text("#sources-figures-title") != everywhere, "the result did not change")
    visitor.driver.back()
    visitor.wait(lambda: visitor.text("#sources-figures-title") == everywhere, "the result did not come back")
    assert visitor.find("#sources-query").get_attribute("value") == "reserves"


def test_search_without_a_result_says_so_and_what_to_try(visitor: Visitor) -> None:
    visitor.open("/sources?q=zzzz")
    assert "No figures for “zzzz”" in visitor.text("#sources-figures-title")
    assert "Try" in visitor.text("#sources-figures-table .pb-state")
    assert visitor.count("#sources-figures-table table") == 0
    assert not visitor.find("#sources-pages").is_displayed()
    visitor.click("#sources-figures-table .pb-state a")
    visitor.says("#sources-figures-title", "each with its printed line")
    assert visitor.path == "/sources"


def test_paper_leaves_out_long_tables_that_nobody_opened(visitor: Visitor) -> None:
    for query, shown in (("", False), ("?table=corrections", True)):
        visitor.open(f"/sources{query}")
        to_paper(visitor)
        assert visitor.find("#sources-corrections-table").is_displayed() is shown
        assert visitor.find("#sources-corrections-card .pb-paperonly").is_displayed() is not shown
        assert visitor.find("#sources-glossary-table").is_displayed()
    visitor.open("/deficit")
    to_paper(visitor)
    assert all(visitor.find(f"#deficit-{name}-table table").is_displayed() for name in CARDS)


def to_paper(visitor: Visitor) -> None:
    """Lay the page out as for printing."""
    visitor.cdp("Emulation.setEmulatedMedia", media="print", features=[])
    visitor.run("window.dispatchEvent(new Event('beforeprint'))")


def test_later_figures_are_a_link_away(visitor: Visitor) -> None:
    visitor.open("/sources")
    first = visitor.texts("#sources-figures-table tbody tr")
    assert len(first) == PAGE_SIZE
    visitor.click("#sources-pages a")
    visitor.wait(lambda: "page=2" in visitor.path, "the link did not lead to the next page")
    visitor.says("#sources-figures-subtitle", f"Showing {PAGE_SIZE + 1} to")
    visitor.settle()
    assert not set(first) & set(visitor.texts("#sources-figures-table tbody tr"))


def test_search_of_the_header_leads_to_sources(visitor: Visitor) -> None:
    visitor.open("/deficit")
    visitor.click("#pb-search-open")
    visitor.find("#pb-search").send_keys("398", Keys.ENTER)
    visitor.wait(lambda: visitor.path.startswith("/sources?q=398"), "the search did not leave the page")
    visitor.settle()
    assert "“398”" in visitor.text("#sources-figures-title")
    assert visitor.find("#sources-query").get_attribute("value") == "398"


def test_data_of_a_card_downloads_as_the_reader_chose_it(visitor: Visitor) -> None:
    measure = choices(DeficitSelection, "measure")[1]
    visitor.open("/deficit")
    choose(visitor, "measure", measure)
    link = visitor.find(f"#{part(TRAJECTORY, 'actions')} a[download]")
    href = str(link.get_attribute("href")).removeprefix(visitor.base)
    assert f"measure={measure}" in href
    kind, text = fetch(visitor, href)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert kind.startswith("text/csv")
    assert rows
    assert {"value", "unit", "period", "printed", "source_id", "source_line", "locator", "status"} <= set(
        rows[0]
    )


def test_every_table_of_the_store_downloads(visitor: Visitor) -> None:
    visitor.open("/sources")
    links = visitor.run(
        "return [...document.querySelectorAll('#sources-tables-table a')].map((a) => a.pathname)"
    )
    assert links
    for link in links:
        kind, text = fetch(visitor, link)
        assert kind.startswith("text/csv"), link
        assert text.splitlines(), link


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_picture_of_a_chart_carries_title_and_source(visitor: Visitor, kind: str) -> None:
    visitor.open("/deficit")
    visitor.run(KEEP_BLOBS)
    button = f"#{part(TRAJECTORY, 'actions')} [data-pb-action='picture-{kind}']"
    visitor.click(button)
    visitor.wait(lambda: visitor.run("return window.savedAs"), "no file was saved")
    assert visitor.run("return window.savedAs") == f"deficit-trajectory.{kind}"
    visitor.driver.set_script_timeout(20)
    mime, start, width, height = visitor.driver.execute_async_script(READ_BLOB)
    if kind == "png":
        assert mime == "image/png"
        assert width == 1280
        assert height > 500
    else:
        assert mime == "image/svg+xml"
        assert start.startswith("<svg")
        svg = str(visitor.driver.execute_async_script("window.savedBlobs[0].text().then(arguments[0])"))
        said = visitor.find(button)
        assert str(said.get_attribute("data-pb-title"))[:20] in svg
        assert "Source: " in svg
    visitor.wait(
        lambda: visitor.find(button).get_attribute("data-pb-said") == "Picture downloaded", "nothing was said"
    )
    assert visitor.complaints() == []


def test_copied_link_leads_to_the_card(visitor: Visitor) -> None:
    visitor.cdp("Browser.grantPermissions", origin=visitor.base, permissions=["clipboardReadWrite"])
    visitor.open("/deficit?uplift=" + choices(DeficitSelection, "uplift")[1])
    button = f"#{part('deficit.uplift', 'actions')} [data-pb-action='copy-link']"
    visitor.click(button)
    visitor.wait(
        lambda: visitor.find(button).get_attribute("data-pb-said") == "Link copied", "nothing was said"
    )
    visitor.driver.set_script_timeout(20)
    link = str(visitor.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])"))
    assert link == f"{visitor.driver.current_url}#{part('deficit.uplift', 'card')}"
    visitor.open("/sources")
    visitor.open(link.removeprefix(visitor.base))
    visitor.wait(
        lambda: visitor.run(IN_SIGHT, f"#{part('deficit.uplift', 'card')}"), "the card is not in sight"
    )


def test_without_a_release_the_page_says_what_failed_and_what_to_do(unlucky_visitor: Visitor) -> None:
    for page in PAGES:
        unlucky_visitor.open(page.path)
        assert "cannot be shown" in unlucky_visitor.heading
        assert "placeboard build" in unlucky_visitor.text("[role='alert']")
        assert unlucky_visitor.find(f"#pb-nav a[href='{page.path}']").is_displayed()
    assert unlucky_visitor.complaints() == []


def test_theme_follows_the_system_until_the_reader_chooses(visitor: Visitor) -> None:
    visitor.look(1280, theme="dark")
    visitor.open("/deficit")
    assert visitor.theme() == "dark"
    visitor.look(1280, theme="light")
    visitor.wait(lambda: visitor.theme() == "light", "the theme did not follow the system")
    assert visitor.text("#pb-theme") == "Dark theme"
    visitor.click("#pb-theme")
    assert visitor.theme() == "dark"
    visitor.wait(lambda: visitor.text("#pb-theme") == "Light theme", "the button did not change its name")
    visitor.open("/sources")
    assert visitor.theme() == "dark"
    visitor.look(1280, theme="dark")
    visitor.click("#pb-theme")
    visitor.open("/deficit")
    assert visitor.theme() == "light"


def test_theme_changes_the_colours_of_the_chart(visitor: Visitor) -> None:
    colour = f"return document.getElementById('{part(TRAJECTORY, 'plot')}')._fullLayout.font.color"
    visitor.open("/deficit")
    light = visitor.run(colour)
    visitor.click("#pb-theme")
    visitor.wait(lambda: visitor.run(colour) != light, "the chart kept the colours of the other theme")


def test_choice_that_fails_says_so_and_leaves_the_rest(visitor: Visitor) -> None:
    visitor.open("/deficit")
    before = card(visitor, TRAJECTORY)
    visitor.run(f"dash_clientside.set_props('{CHOICES['measure']}', {{value: 'nonsense'}})")
    visitor.says("#pb-error [role='alert']", "That could not be shown")
    assert card(visitor, TRAJECTORY) == before
    assert visitor.run(IN_SIGHT, "#pb-error [role='alert']")
    choose(visitor, "money", choices(DeficitSelection, "money")[-1])
    visitor.wait(lambda: not visitor.texts("#pb-error [role='alert']"), "the old failure is still shown")


def test_server_that_does_not_answer_is_told_and_the_page_stays(visitor: Visitor) -> None:
    visitor.open("/deficit")
    before = card(visitor, TRAJECTORY)
    visitor.cdp("Network.enable")
    visitor.cdp("Network.setBlockedURLs", urls=["*_dash-update-component*"])
    try:
        visitor.click(f"{control('measure', choices(DeficitSelection, 'measure')[1])} + label")
        visitor.says("#pb-error [role='alert']", "server")
        assert card(visitor, TRAJECTORY) == before
    finally:
        visitor.cdp("Network.setBlockedURLs", urls=[])


def test_projector_size_is_kept_in_the_address(visitor: Visitor) -> None:
    visitor.open("/deficit?size=projector")
    assert visitor.run("return document.documentElement.getAttribute('data-pb-size')") == "projector"
    assert not visitor.find("#pb-nav").is_displayed()
    assert visitor.texts(".pb-notice") == []


def test_quick_choices_end_with_the_last_one(visitor: Visitor) -> None:
    visitor.open("/deficit")
    values = choices(DeficitSelection, "measure")
    expected = {}
    for value in values:
        visitor.open(f"/deficit?measure={value}")
        expected[value] = card(visitor, TRAJECTORY)
    for value in (*values, *reversed(values), values[1]):
        visitor.run("document.querySelector(arguments[0]).click()", control("measure", value))
    visitor.wait(lambda: f"measure={values[1]}" in visitor.path, "the address is of another choice")
    visitor.wait(lambda: card(visitor, TRAJECTORY) == expected[values[1]], "the chart is of another choice")
