"""A visitor: a real browser on the running product, that waits for what it sees and never sleeps."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE_S = 20
OWN_SCHEMES = ("data:", "blob:", "about:", "chrome:")

MARKS = [
    pytest.mark.browser,
    # Selenium 4.2, which dash[testing] wants, still calls it.
    pytest.mark.filterwarnings("ignore:HTTPResponse.getheader:DeprecationWarning"),
]
IN_SIGHT = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
return box.height > 0 && box.top < window.innerHeight && box.bottom > 0;
"""

# Everything that is on its way is here: the page, each chart as its figure says and each table.
SETTLED = """
const heading = document.querySelector('#main h1');
if (!heading || !document.title || document.querySelector('._dash-loading-callback')) return false;
if (document.querySelector('[aria-busy="true"]')) return false;
const seen = (el) => {
  const box = el.getBoundingClientRect();
  return el.checkVisibility() && box.top < window.innerHeight && box.bottom > 0;
};
const drawn = (el) => {
  if (!seen(el)) return true;
  const asked = JSON.parse(el.getAttribute('data-pb-figure'));
  if (!el.data || !el._fullLayout || el.data.length !== asked.data.length) return false;
  return asked.data.every((trace, place) => ['x', 'y'].every(
    (axis) => JSON.stringify(el.data[place][axis]) === JSON.stringify(trace[axis])));
};
const fetched = (el) => !el.checkVisibility() || el.childElementCount > 0;
return [...document.querySelectorAll('[data-pb-figure]')].every(drawn)
  && [...document.querySelectorAll('[data-pb-src]')].every(fetched);
"""
GRIDS_THERE = """
return [...document.querySelectorAll('[data-pb-grid]')].filter((el) => el.checkVisibility())
  .every((el) => el.querySelector('[role="grid"] [role="gridcell"]') && !el.hasAttribute('aria-busy'));
"""


# Where an element stood before it was brought into sight.
BROUGHT = """
var top = arguments[0].getBoundingClientRect().top;
arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});
return top;
"""


class Visitor:
    """One reader with a browser; `base` is the address of the product."""

    def __init__(self, driver: WebDriver, base: str) -> None:
        self.driver = driver
        self.base = base

    def forget(self) -> None:
        """Become a reader who has never been here, at a desk, in light."""
        self.driver.get("about:blank")
        # A full history forgets first the pages that moved on by themselves: those of a walk, not the oldest.
        self.cdp("Page.resetNavigationHistory")
        self.cdp("Storage.clearDataForOrigin", origin=self.base, storageTypes="all")
        self.cdp("Emulation.setEmulatedMedia", media="", features=[])
        self.look(1280)
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)

    def look(self, width: int, *, theme: str = "light", height: int = 900, **features: str) -> None:
        """Set the width of the window and what the reader's system prefers."""
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        preferences = {"prefers-color-scheme": theme, **features}
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in preferences.items()]
        self.cdp("Emulation.setEmulatedMedia", media="", features=named)

    def cdp(self, command: str, **parameters: Any) -> Mapping[str, Any]:
        """Ask the browser itself for something."""
        answer: Mapping[str, Any] = self.driver.execute_cdp_cmd(command, parameters)
        return answer

    def open(self, path: str) -> None:
        """Open an address of the product and wait until all of it is there."""
        self.driver.get(f"{self.base}{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the page, its charts in sight and its tables are there."""
        self.wait(lambda: self.run(SETTLED), "the page did not settle")

    def grids(self) -> None:
        """Go to every grid that a reader sees and wait until it has its rows."""
        self.run("document.querySelectorAll('[data-pb-grid]').forEach((el) => el.scrollIntoView())")
        self.wait(lambda: self.run(GRIDS_THERE), "a grid is missing")

    def wait(self, condition: Callable[[], object], otherwise: str) -> None:
        """Wait until `condition` is true."""
        WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.05).until(
            lambda _: condition(), f"{otherwise} at {self.driver.current_url}"
        )

    def run(self, script: str, *arguments: object) -> Any:
        """Answer what a script in the page returns."""
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        """Return the first element that a CSS selector names."""
        found: WebElement = self.driver.find_element(By.CSS_SELECTOR, selector)
        return found

    def count(self, selector: str) -> int:
        """Return how many elements a CSS selector names."""
        return len(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def text(self, selector: str) -> str:
        """Return the text of an element as it is in the page, seen or not."""
        return str(self.run("return document.querySelector(arguments[0]).textContent.trim()", selector))

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all elements that a CSS selector names."""
        script = "return [...document.querySelectorAll(arguments[0])].map((el) => el.textContent.trim())"
        found: list[str] = self.run(script, selector)
        return found

    def says(self, selector: str, words: str) -> None:
        """Wait until an element holds `words`."""
        self.wait(
            lambda: self.count(selector) and words in self.text(selector),
            f"{selector} does not say “{words}”",
        )

    def click(self, selector: str) -> None:
        """Click an element as a reader does, after bringing it into sight."""
        element = self.find(selector)
        # A reader who scrolls lets go of the card that a link led to.
        self.run("document.dispatchEvent(new Event('wheel'))")
        places = [None]

        def still() -> bool:
            places.append(self.run(BROUGHT, element))
            return places[-1] == places[-2]

        self.wait(still, f"{selector} does not hold still")
        element.click()

    def press(self, *keys: str) -> None:
        """Press keys, one after another, wherever the focus is."""
        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    @property
    def path(self) -> str:
        """The address after the host."""
        return str(self.driver.current_url).removeprefix(self.base)

    @property
    def title(self) -> str:
        """The title of the document."""
        return str(self.driver.title)

    @property
    def heading(self) -> str:
        """The H1."""
        return self.text("#main h1")

    def theme(self) -> str:
        """Return the theme in force."""
        return str(self.run("return document.documentElement.getAttribute('data-bs-theme')"))

    def chart(self, plot_id: str) -> list[Any]:
        """Return the values that a chart has drawn, trace by trace."""
        self.run(
            "document.getElementById(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})",
            plot_id,
        )
        self.settle()
        script = (
            "return document.getElementById(arguments[0]).data.map((trace) => [trace.x, trace.y, trace.name])"
        )
        values: list[Any] = self.run(script, plot_id)
        return values

    def complaints(self) -> list[str]:
        """Return what the browser's console has complained about since it was asked last."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def foreign_requests(self) -> list[str]:
        """Return the addresses outside the host that were asked for since this was asked last."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        urls = [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]
        return [url for url in urls if not url.startswith((self.base, *OWN_SCHEMES))]
