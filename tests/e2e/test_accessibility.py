"""Check every page and state against WCAG 2.2 AA, and walk each page by keyboard."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from dashboard.callbacks.deficit import CHOICES
from dashboard.components.shell import PAGES
from dashboard.domain.address import choices
from dashboard.settings import ROOT
from dashboard.views.deficit import CARDS, DeficitSelection
from dashboard.views.programmes import OVERVIEW as PROGRAMME_CARDS
from dashboard.views.savings import OVERVIEW
from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """
const done = arguments[arguments.length - 1];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(
  (found) => done(found.violations),
  (error) => done([{id: 'axe failed', help: String(error), nodes: []}]));
"""
# All that Tab must reach, in order: one stop for each group of radio buttons, the chosen one.
STOPS = """
const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
return [...document.querySelectorAll(all)]
  .filter((el) => el.checkVisibility({visibilityProperty: true}) && !el.disabled)
  .filter((el) => el.type !== 'radio' || el.checked)
  .filter((el) => !el.closest('.ag-root-wrapper'))
  .map((el) => el.id || el.textContent.trim().slice(0, 40) || el.outerHTML.slice(0, 80));
"""
WATCH_FOCUS = """
window.stops = [];
document.addEventListener('focusin', (event) => {
  const el = event.target, style = getComputedStyle(el), box = el.getBoundingClientRect();
  window.stops.push({
    name: el.id || el.textContent.trim().slice(0, 40) || el.outerHTML.slice(0, 80),
    outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
    shown: box.width > 0 && box.height > 0, grid: el.closest('.ag-root-wrapper') !== null,
  });
});
"""
# A grid is one stop for Tab, and arrow keys move in it.
GRIDS_SEEN = """
return [...document.querySelectorAll('[data-pb-grid]')].filter((el) => el.checkVisibility()).length;
"""
# A link in a sentence, and a label that is pressed with its field, need not be large by themselves.
SMALL_TARGETS = """
const inSentence = (el) => getComputedStyle(el).display === 'inline'
  && [...el.parentElement.childNodes].some((node) => node.nodeType === 3 && /[a-z]/i.test(node.data));
return [...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter((el) => el.checkVisibility() && !inSentence(el) && !el.closest('.pb-skip'))
  .map((el) => [el.getBoundingClientRect(), el])
  .filter(([box]) => box.width < 23.9 || box.height < 23.9)
  .map(([box, el]) => `${el.outerHTML.slice(0, 120)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
"""
OVERFLOW = """
const wide = [...document.querySelectorAll('body *')]
  .filter((el) => !el.closest('.pb-scroll, svg, .visually-hidden, .pb-skip')
    && el.getBoundingClientRect().right > window.innerWidth + 1)
  .map((el) => `${el.tagName} ${el.id} ${el.className}`);
return document.documentElement.scrollWidth > window.innerWidth ? ['the page', ...wide] : wide;
"""
OUTLINE = """
return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((el) => el.checkVisibility()).map((el) => Number(el.tagName[1]));
"""

BRIEFINGS = sorted(path.stem for path in (ROOT / "data" / "briefings").glob("*.md"))
OPEN_TABLES = ".".join(name for name in CARDS if name not in ("further", "conflicts"))
OPEN_SAVINGS = ".".join(OVERVIEW)
OPEN_PROGRAMMES = ".".join(name for name in PROGRAMME_CARDS if name not in ("benefits", "conflicts"))
STATES = {
    "briefings": "/",
    "briefings-notice": "/?briefing=nonsense",
    "briefings-projector": "/?briefing=corporate-risk&size=projector",
    **{f"briefing-{name}": f"/?briefing={name}" for name in BRIEFINGS},
    **{
        f"deficit-{measure}": f"/deficit?measure={measure}&table={OPEN_TABLES}"
        for measure in choices(DeficitSelection, "measure")
    },
    "deficit-other-choices": "/deficit?"
    + "&".join(f"{name}={choices(DeficitSelection, name)[-1]}" for name in CHOICES),
    "deficit-notice": "/deficit?measure=nonsense",
    "deficit-area": "/deficit?area=fylde_coast",
    "deficit-projector": "/deficit?size=projector",
    "savings": f"/savings?table={OPEN_SAVINGS}",
    "savings-other-choices": "/savings?basis=cash&by=service&start=printed&theme=finance_and_property",
    "savings-record": "/savings?option=sc513",
    "savings-compare": "/savings?compare=sc034.sc035.sc316.sc401",
    "risk": "/risk?table=matrix.opportunities.fall.direction.conflicts",
    "risk-four-bands": "/risk?bands=four_bands&show=residual",
    "risk-filtered": "/risk?impact=4&likelihood=4&sort=owner&order=reversed#risk-register-card",
    "risk-nobody": "/risk?owner=Director+of+Finance&direction=level",
    "risk-record": "/risk?risk=send_service&table=record",
    "outcomes": "/outcomes?table=spine.gaps",
    "outcomes-not-loaded": "/outcomes?view=indicator",
    "outcomes-area-not-loaded": "/outcomes?area=E07000117",
    "footprints": "/footprints?table=compare.counted.services.money.conflicts",
    "footprints-profile": "/footprints?area=pennine&table=profile",
    "footprints-neighbour": "/footprints?area=E08000014",
    "options": "/options",
    "options-set": "/options?method=swing&scores=option_2-manage_demand-green"
    "&people=50-50-50-50-50-50.1-2-3-4-5-6&table=ranking.sensitivity.acceptability.trade",
    "options-argued": "/options?appraisal=psdm-front-office",
    "options-unusable": "/options?scale=red-2.amber-2.green-2",
    "options-projector": "/options?size=projector",
    "delivery": "/delivery",
    "delivery-chosen": "/delivery?q=73&rows=all&about=open&programme=front_office&partners=benefit"
    "&measure=applications&table=flow.timeline.bodies",
    "delivery-every-document": "/delivery?programme=every",
    "delivery-nothing-found": "/delivery?q=zzzz",
    "risk-levels-alone": "/risk?register=plymouth-cco",
    "programmes": f"/programmes?table={OPEN_PROGRAMMES}",
    "programmes-other-choices": "/programmes?per=cost&region=North+West&drawn=cst&layer=summary&aspect=cost",
    "programmes-nobody": "/programmes?theme=property&region=London",
    "programmes-record": "/programmes?programme=cheshire_community_safety&table=money.statements.conflicts",
    "programmes-portfolio": "/programmes?programme=plymouth",
    "scenario": "/deficit/levers",
    "scenario-moved": "/deficit/levers?measure=reserves&years=extended"
    "&kept=Low+tax~~council_tax_growth_pct~2.99&levers=stp_share_pct~50~corporations_slip_years~1&table=paths.split.chances.swings",
    "scenario-notice": "/deficit/levers?levers=stp_share_pct~900",
    "sources": "/sources",
    "sources-results": "/sources?q=398",
    "sources-area": "/sources?q=398&area=E07000117",
    "sources-no-results": "/sources?q=zzzz",
    "sources-line": "/sources?source=psdm-2017&line=2066",
    "accessibility": "/accessibility",
    "not-found": "/nowhere",
}
LOOKS = [(width, theme) for width in (1280, 320) for theme in ("light", "dark")]
PATHS = (
    *(page.path for page in PAGES),
    "/risk?risk=send_service",
    "/programmes?programme=cheshire_community_safety",
    "/sources?q=398",
    "/accessibility",
    "/nowhere",
)


def no_violations(visitor: Visitor) -> None:
    """Fail with every violation of WCAG 2.2 AA that axe finds on the page, in words."""
    visitor.run(AXE)
    visitor.driver.set_script_timeout(120)
    found: list[dict[str, Any]] = visitor.driver.execute_async_script(RUN_AXE)
    lines = [
        f"{violation['id']} ({violation.get('impact')}): {violation['help']}\n"
        + "\n".join(
            f"    {' '.join(map(str, node['target']))}\n      {node['failureSummary'].replace(chr(10), ' ')}"
            for node in violation["nodes"][:8]
        )
        + (f"\n    and {len(violation['nodes']) - 8} more" if len(violation["nodes"]) > 8 else "")
        for violation in found
    ]
    assert not lines, f"axe at {visitor.driver.current_url}:\n" + "\n".join(lines)


def open_everything(visitor: Visitor) -> None:
    """Open every part of the page that can be opened and draw every chart."""
    visitor.run("document.querySelectorAll('details').forEach((item) => { item.open = true; })")
    height = int(visitor.run("return document.documentElement.scrollHeight"))
    visitor.cdp(
        "Emulation.setDeviceMetricsOverride",
        width=int(visitor.run("return window.innerWidth")),
        height=min(height, 16_000),
        deviceScaleFactor=1,
        mobile=False,
    )
    visitor.settle()


@pytest.mark.parametrize(("width", "theme"), LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_state_has_no_violation(visitor: Visitor, state: str, width: int, theme: str) -> None:
    visitor.look(width, theme=theme)
    visitor.open(STATES[state])
    assert visitor.theme() == theme
    open_everything(visitor)
    visitor.grids()
    no_violations(visitor)
    assert visitor.run(OVERFLOW) == []


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_page_without_a_release_has_no_violation(unlucky_visitor: Visitor, width: int, theme: str) -> None:
    unlucky_visitor.look(width, theme=theme)
    unlucky_visitor.open("/deficit")
    no_violations(unlucky_visitor)
    assert unlucky_visitor.run(OVERFLOW) == []


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_failed_choice_has_no_violation(visitor: Visitor, width: int, theme: str) -> None:
    visitor.look(width, theme=theme)
    visitor.open("/deficit")
    visitor.run(f"dash_clientside.set_props('{CHOICES['measure']}', {{value: 'nonsense'}})")
    visitor.says("#pb-error [role='alert']", "That could not be shown")
    no_violations(visitor)
    assert visitor.run(OVERFLOW) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_open_menu_has_no_violation(visitor: Visitor, theme: str) -> None:
    visitor.look(320, theme=theme)
    visitor.open("/deficit")
    visitor.click("#pb-menu")
    visitor.wait(lambda: visitor.find("#pb-search-open").is_displayed(), "the menu did not open")
    no_violations(visitor)
    assert visitor.run(OVERFLOW) == []


@pytest.mark.parametrize("path", PATHS)
def test_page_has_one_main_headings_in_order_and_a_language(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    levels = visitor.run(OUTLINE)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert visitor.count("main") == 1
    assert visitor.count("header nav") == visitor.count("body footer nav") == 1
    assert visitor.run("return document.documentElement.lang") == "en-GB"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", PATHS)
def test_targets_are_large_enough(visitor: Visitor, path: str, width: int) -> None:
    visitor.look(width)
    visitor.open(path)
    open_everything(visitor)
    visitor.grids()
    assert visitor.run(SMALL_TARGETS) == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", PATHS)
def test_tab_reaches_everything_in_order_and_shows_where_it_is(
    visitor: Visitor, path: str, width: int
) -> None:
    visitor.look(width)
    visitor.open(path)
    visitor.grids()
    visitor.run("window.scrollTo(0, 0)")
    expected = visitor.run(STOPS)
    grids = visitor.run(GRIDS_SEEN)
    visitor.run(WATCH_FOCUS)
    visitor.press(*[Keys.TAB] * (len(expected) + grids))
    found = visitor.run("return window.stops")
    stops = [stop for stop in found if not stop["grid"]]
    assert sum(stop["grid"] and stop["shown"] for stop in found) == grids
    assert [stop["name"] for stop in stops] == expected
    assert stops[0]["name"] == "Skip to main content"
    hidden = [
        stop["name"] for stop in stops if stop["outline"] == "none" or stop["width"] < 2 or not stop["shown"]
    ]
    assert hidden == []


@pytest.mark.parametrize("path", PATHS)
def test_skip_link_moves_to_the_main_content(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    visitor.press(Keys.TAB)
    assert visitor.run("return document.activeElement.getBoundingClientRect().left") >= 0
    visitor.press(Keys.ENTER)
    visitor.wait(
        lambda: visitor.run("return document.activeElement.id") == "main", "the link did not move to main"
    )
    visitor.press(Keys.TAB)
    assert visitor.run("return document.activeElement.closest('main') !== null")


def test_arrow_keys_change_a_choice(visitor: Visitor) -> None:
    first, second, *_ = choices(DeficitSelection, "measure")
    visitor.open("/deficit")
    visitor.run(f"document.querySelector(\"#{CHOICES['measure']} input[value='{first}']\").focus()")
    visitor.press(Keys.ARROW_DOWN)
    visitor.wait(lambda: visitor.path == f"/deficit?measure={second}", "the choice did not reach the address")
    visitor.press(Keys.ARROW_UP)
    visitor.wait(lambda: visitor.path == "/deficit", "the choice did not return")


def test_details_open_and_close_by_keyboard(visitor: Visitor) -> None:
    visitor.open("/deficit")
    visitor.run("document.querySelector('details[data-pb-table] summary').focus()")
    region = "details[data-pb-table] [role='region']"
    for key, shown in ((Keys.ENTER, True), (Keys.ENTER, False), (Keys.SPACE, True)):
        visitor.press(key)
        visitor.wait(until_shown(visitor, region, shown), "the table did not follow the key")
    assert visitor.path.endswith("?table=trajectory")


def until_shown(visitor: Visitor, selector: str, shown: bool) -> Callable[[], bool]:
    """Return whether an element is shown as asked."""
    return lambda: visitor.find(selector).is_displayed() is shown


def test_menu_of_a_phone_opens_and_closes_by_keyboard(visitor: Visitor) -> None:
    visitor.look(320)
    visitor.open("/deficit")
    nav, menu = "#pb-nav", visitor.find("#pb-menu")
    assert not visitor.find(nav).is_displayed()
    visitor.run("arguments[0].focus()", menu)
    visitor.press(Keys.ENTER)
    visitor.wait(until_shown(visitor, nav, True), "the menu did not open")
    assert menu.get_attribute("aria-expanded") == "true"
    visitor.press(Keys.TAB)
    assert visitor.run("return document.activeElement.id") == "pb-search-open"
    visitor.press(Keys.ESCAPE)
    visitor.wait(until_shown(visitor, nav, False), "the menu did not close")
    assert menu.get_attribute("aria-expanded") == "false"
    assert visitor.run("return document.activeElement.id") == "pb-menu"


def test_what_changed_is_announced(visitor: Visitor) -> None:
    visitor.open("/deficit")
    assert visitor.find("#pb-live").get_attribute("role") == "status"
    visitor.click("#pb-theme")
    visitor.says("#pb-live", "Dark theme on")
    visitor.click("#pb-nav a[href='/sources']")
    visitor.says("#pb-live", "Sources")


def test_a_new_finding_is_announced(visitor: Visitor) -> None:
    visitor.open("/deficit?measure=cumulative")
    visitor.click("#deficit-measure input[value='reserves'] + label")
    visitor.says("#pb-live", "The forecast had reserves gone")
    visitor.open("/sources")
    visitor.find("#sources-query").send_keys("398")
    visitor.says("#pb-live", "figures for “398”")


def test_every_chart_says_what_it_shows(visitor: Visitor) -> None:
    visitor.open("/deficit")
    labels = visitor.run(
        "return [...document.querySelectorAll('.pb-plot')].map((el) => [el.role, el.ariaLabel])"
    )
    assert labels
    for role, label in labels:
        assert role == "img"
        assert "£" in label


def test_nothing_moves_for_a_reader_who_asked_for_that(visitor: Visitor) -> None:
    visitor.look(1280, prefers_reduced_motion="reduce")
    visitor.open("/deficit")
    assert visitor.run("return document.getAnimations().length") == 0
    script = """
      const el = document.createElement('div');
      el.className = 'pb-skel';
      document.querySelector('main').append(el);
      const moving = getComputedStyle(el, '::after').animationName;
      el.remove();
      return [moving, getComputedStyle(document.documentElement).scrollBehavior];
    """
    assert visitor.run(script) == ["none", "auto"]


def test_paper_shows_tables_and_methods_and_hides_what_cannot_be_pressed(visitor: Visitor) -> None:
    visitor.open("/deficit")
    assert not visitor.find(".pb-printonly").is_displayed()
    visitor.cdp("Emulation.setEmulatedMedia", media="print", features=[])
    visitor.run("window.dispatchEvent(new Event('beforeprint'))")
    charts = len(visitor.driver.find_elements("css selector", ".pb-plot"))
    drawn = "return document.querySelectorAll('.pb-plot .main-svg:first-child').length"
    visitor.wait(lambda: visitor.run(drawn) == charts, "not every chart was drawn for paper")
    parts = "return [...document.querySelectorAll(arguments[0])].map((el) => el.offsetHeight > 0)"
    assert visitor.count("details[data-pb-table] table") == visitor.count("details[data-pb-table]")
    for selector in ("details[data-pb-table] table", "[id$='-method']", ".pb-plot", "#main h1"):
        shown = visitor.run(parts, selector)
        assert shown
        assert all(shown), selector
    for selector in ("#pb-nav", ".pb-tools", ".pb-panel", ".pb-acts", ".pb-foot summary", ".pb-footer nav"):
        shown = visitor.run(parts, selector)
        assert shown
        assert not any(shown), selector
    assert visitor.text(".pb-printonly") == f"This view: {visitor.driver.current_url}"
    assert visitor.run("return document.documentElement.dataset.bsTheme") == "light"
    visitor.cdp("Emulation.setEmulatedMedia", media="", features=[])
    visitor.run("window.dispatchEvent(new Event('afterprint'))")
    visitor.wait(lambda: visitor.count("details[data-pb-table][open]") == 0, "the tables stayed open")
    assert visitor.path == "/deficit"
