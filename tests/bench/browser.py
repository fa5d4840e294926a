"""Visit a page in a browser with an empty profile, and choose on it."""

import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver

from .cases import Case, Change
from .servers import Server

OPTIONS = (
    "--headless=new",
    "--window-size=1280,900",
    "--no-first-run",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
QUIET_S, SETTLE_LIMIT_S = 1.0, 15.0
REST_MS = 250
DRAWN = """
(function () {
  function look() {
    if (document.querySelector(SELECTOR)) window.benchDrawn = performance.now();
    else requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
})();
"""
CHOOSE = """
var done = arguments[arguments.length - 1];
function told() {
  var el = document.querySelector(SELECTOR);
  return el && TOLD;
}
var before = told();
var started = performance.now();
var radio = document.querySelector('input[type="radio"][value="' + arguments[0] + '"]');
var option = document.querySelector('select option[value="' + arguments[0] + '"]');
if (radio) radio.click();
else {
  var value = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value');
  value.set.call(option.parentElement, arguments[0]);
  option.parentElement.dispatchEvent(new Event('change', { bubbles: true }));
}
(function look() {
  if (told() !== before) done(performance.now() - started);
  else requestAnimationFrame(look);
})();
"""
# The last change of what is watched is timed at the frame that shows it.
SET = """
var done = arguments[arguments.length - 1], last = 0;
var box = document.querySelector(CONTROL);
var watch = new MutationObserver(function () {
  requestAnimationFrame(function () { last = performance.now(); });
});
document.querySelectorAll(EVERY).forEach(function (el) {
  watch.observe(el, { attributes: true, characterData: true, childList: true, subtree: true });
});
var value = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value');
value.set.call(box, arguments[0]);
var started = performance.now();
box.dispatchEvent(new Event('input', { bubbles: true }));
box.dispatchEvent(new Event('change', { bubbles: true }));
(function look() {
  if (last && performance.now() - last > QUIET) { watch.disconnect(); done(last - started); }
  else requestAnimationFrame(look);
})();
"""


@dataclass
class Visit:
    """What one browser saw of one page, times in ms."""

    cold_ms: float = 0
    bytes_by_file: dict[str, int] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    warm_ms: list[float] = field(default_factory=list)
    redraw_ms: list[float] = field(default_factory=list)
    posted: dict[str, str] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """Everything transferred on the first visit."""
        return sum(self.bytes_by_file.values())


def visit(server: Server, case: Case, *, warm: int, choices: int) -> Visit:
    """Return a first visit with an empty profile, `warm` more, and `choices` rounds through the choices."""
    seen = Visit()
    url = server.url(case.path)
    with _browser(case.look) as driver:
        seen.cold_ms = _open(driver, url)
        _count(_settled(driver), server, seen)
        for _ in range(warm):
            driver.get("about:blank")
            seen.warm_ms.append(_open(driver, url))
            _settled(driver)
        choose = CHOOSE.replace("SELECTOR", json.dumps(case.look)).replace("TOLD", case.told)
        for value in (case.values[1:] + case.values[:1]) * choices:
            seen.redraw_ms.append(float(driver.execute_async_script(choose, value)))
            seen.posted[value] = _posted(_settled(driver, 0.3), case)
    return seen


def redraws(server: Server, change: Change, rounds: int) -> list[float]:
    """Return how long each change took until all of it stood, ms; a first round warms up and is left out."""
    script = SET.replace("CONTROL", json.dumps(change.control)).replace("EVERY", json.dumps(change.every))
    script = script.replace("QUIET", str(REST_MS))
    with _browser(change.control) as driver:
        _open(driver, server.url(change.path))
        _settled(driver)
        times = [
            float(driver.execute_async_script(script, value))
            for _ in range(rounds + 1)
            for value in change.values
        ]
    return times[len(change.values) :]


@contextmanager
def _browser(drawn: str) -> Iterator[Any]:
    """Start a browser with an empty profile; `drawn` is a selector of what stands when a page is drawn."""
    with tempfile.TemporaryDirectory(prefix="bench-profile-", ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        for argument in (
            *OPTIONS,
            f"--user-data-dir={profile}",
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        driver = webdriver.Chrome(options=options)
        try:
            driver.set_script_timeout(10)
            driver.execute_cdp_cmd(
                "Page.addScriptToEvaluateOnNewDocument",
                {"source": DRAWN.replace("SELECTOR", json.dumps(drawn))},
            )
            driver.get("about:blank")
            time.sleep(0.5)
            driver.get_log("performance")  # what the browser's own start page asked for
            yield driver
        finally:
            driver.quit()


def _open(driver: Any, url: str) -> float:
    """Open a page and return when its first chart was drawn, ms after the visit began."""
    driver.get(url)
    end = time.monotonic() + SETTLE_LIMIT_S
    while time.monotonic() < end:
        drawn = driver.execute_script("return window.benchDrawn || 0")
        if drawn:
            return float(drawn)
        time.sleep(0.05)
    raise RuntimeError(f"No chart was drawn at {url} within {SETTLE_LIMIT_S:.0f} s.")


def _settled(driver: Any, quiet_s: float = QUIET_S) -> list[dict[str, Any]]:
    """Return what the network did until nothing was asked for or sent for `quiet_s`."""
    events: list[dict[str, Any]] = []
    end = time.monotonic() + SETTLE_LIMIT_S
    last = time.monotonic()
    while time.monotonic() < min(end, last + quiet_s):
        found = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
        network = [event for event in found if event["method"].startswith("Network.")]
        if network:
            events += network
            last = time.monotonic()
        time.sleep(0.1)
    return events


def _posted(events: list[dict[str, Any]], case: Case) -> str:
    """Return what the page posted to change its first finding; nothing where it asked in another way."""
    requests = [
        event["params"]["request"] for event in events if event["method"] == "Network.requestWillBeSent"
    ]
    bodies = [str(request["postData"]) for request in requests if "postData" in request]
    return next((body for body in bodies if f"{case.stem}-{case.card}" in body), "")


def _count(events: list[dict[str, Any]], server: Server, seen: Visit) -> None:
    asked: dict[str, str] = {}
    for event in events:
        request = event["params"].get("requestId", "")
        if event["method"] == "Network.requestWillBeSent":
            url = event["params"]["request"]["url"]
            if url.startswith(("http", "ws")):
                asked[request] = url
        elif event["method"] == "Network.loadingFinished" and request in asked:
            path = urlsplit(asked[request]).path
            size = int(event["params"]["encodedDataLength"])
            seen.bytes_by_file[path] = seen.bytes_by_file.get(path, 0) + size
    hosts = {urlsplit(url).netloc for url in asked.values()}
    seen.strangers |= hosts - {f"127.0.0.1:{server.port}"}
