"""The product served as in earnest, and a browser that walks it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver

from dashboard.settings import ROOT
from tests.conftest import pytest_setup_options
from tests.e2e.visitor import Visitor
from tests.outcomes import indicators_home

STOP_S = 20


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serve the release in `home` by gunicorn on a free port; give its address."""
    command = [sys.executable, "-m", "tests.e2e.server", str(home)]
    log = home / "server.log"
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True) as server,
    ):
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            assert address, f"The server did not start:\n{log.read_text(encoding='utf-8')}"
            yield address
        finally:
            server.terminate()
            server.wait(STOP_S)


def start_browser() -> WebDriver:
    """Start a browser that keeps a record of its console and its requests."""
    options = pytest_setup_options()
    options.add_argument("--headless")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options)


@pytest.fixture(scope="session")
def site(release_home: Path) -> Iterator[str]:
    """Address of the product with the real release."""
    with served(release_home) as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a product that has no release."""
    with served(tmp_path_factory.mktemp("no-release")) as address:
        yield address


@pytest.fixture(scope="module")
def indicators_site(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the product with made-up indicators."""
    with served(indicators_home(release_home, tmp_path_factory.mktemp("indicators"))) as address:
        yield address


@pytest.fixture(scope="session")
def driver() -> Iterator[WebDriver]:
    """One browser for the whole session."""
    browser = start_browser()
    yield browser
    browser.quit()


@pytest.fixture
def visitor(site: str, driver: WebDriver) -> Visitor:
    """A reader who has never been here."""
    reader = Visitor(driver, site)
    reader.forget()
    return reader


@pytest.fixture
def reader(indicators_site: str, driver: WebDriver) -> Visitor:
    """A reader of the product with made-up indicators."""
    visitor = Visitor(driver, indicators_site)
    visitor.forget()
    return visitor


@pytest.fixture
def unlucky_visitor(empty_site: str, driver: WebDriver) -> Visitor:
    """A reader of a product without a release."""
    reader = Visitor(driver, empty_site)
    reader.forget()
    return reader


@pytest.fixture
def someone_else(site: str) -> Iterator[Callable[[], Visitor]]:
    """Make another reader, with a browser of their own."""
    browsers: list[WebDriver] = []

    def make() -> Visitor:
        browsers.append(start_browser())
        reader = Visitor(browsers[-1], site)
        reader.forget()
        return reader

    yield make
    for browser in browsers:
        browser.quit()
