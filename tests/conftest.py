"""What every test may ask for: made-up data, the real release, a store on it, a browser that runs as root."""

import shutil
import socket
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.ingest.build import build_release
from dashboard.ingest.manifest import seal
from dashboard.settings import ROOT
from dashboard.store import Store
from tests.releases import Altered, altered_home

if TYPE_CHECKING:
    from selenium.webdriver.chrome.options import Options

DATA = ROOT / "data"
SEEDS = ROOT.parent / "shared" / "seeds"

# A browser that is only driven has no business with the network beyond the page.
BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)

MANIFEST = """\
title = "Made-up forecast"
publisher = "Nobody"
published = "2020-01-31"
published_text = "31 January 2020"
status = "draft"
vintage = "Draft, January 2020"
place = "Nowhere"
rights = "None."
caution = "Every figure is made up."
line_count = 100

[files]
"""

BUDGET_LINES = """\
scenario,line,label,organisation,financial_year,amount_gbp_m,printed,source_line,locator,status
do_nothing,in_year,In-year deficit,all,2019/20,-10,(10),11,Table 1,printed
do_nothing,in_year,In-year deficit,all,2020/21,-20.5,(20.5),12,Table 1,printed
do_nothing,cumulative,Cumulative deficit,all,2020/21,-1398,"(1,398)",13,Table 1,extrapolated
"""

CHECK = """\
-- promise: No figure is above a million.
SELECT source_id, source_line, printed, measure AS subject, 'It is above a million.' AS detail
FROM fact WHERE value > 1000000
"""


@dataclass(frozen=True, slots=True)
class MadeUpData:
    """A data folder with the real schema, one made-up source of three figures and one check."""

    path: Path

    @property
    def source(self) -> Path:
        """Folder of the made-up source."""
        return self.path / "sources" / "made-up"

    def write(self, name: str, text: str, *, sealed: bool = True) -> Path:
        """Write a file of the data folder; `sealed` brings the manifest up to date, as if it is meant."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        if sealed:
            seal(self.source)
        return path

    def budget(self, *rows: str) -> Path:
        """Replace the figures by `rows` below the right header."""
        return self.write(
            "sources/made-up/budget_line.csv", "\n".join([BUDGET_LINES.splitlines()[0], *rows, ""])
        )


def make_up_data(path: Path) -> MadeUpData:
    """Return made-up data in the folder `path`."""
    shutil.copytree(DATA / "schema", path / "schema")
    data = MadeUpData(path)
    data.write("sources/made-up/source.toml", MANIFEST, sealed=False)
    data.write("checks/figure_is_small.sql", CHECK, sealed=False)
    data.write("place.csv", "name,council,area_code\nNowhere,Nowhere Council,E10000000\n", sealed=False)
    data.write("sources/made-up/budget_line.csv", BUDGET_LINES)
    return data


@pytest.fixture
def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def made_up_data(tmp_path: Path) -> MadeUpData:
    """A data folder of the test's own."""
    return make_up_data(tmp_path / "data")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of the test's own for releases."""
    return tmp_path / "home"


@pytest.fixture
def small_store(made_up_data: MadeUpData, home: Path) -> Iterator[Store]:
    """A store on a release of the made-up data."""
    build_release(made_up_data.path, home)
    store = Store(home)
    yield store
    store.close()


@pytest.fixture(scope="session")
def release_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one release of the real data; tests that publish use their own."""
    home = tmp_path_factory.mktemp("release-home")
    build_release(DATA, home)
    return home


@pytest.fixture(scope="session")
def store(release_home: Path) -> Iterator[Store]:
    """A store on the release of the real data."""
    store = Store(release_home)
    yield store
    store.close()


@pytest.fixture
def altered(release_home: Path, tmp_path: Path) -> Iterator[Altered]:
    """A maker of stores of the real release in which some rows were changed, by statements."""
    made: list[Store] = []

    def alter(*statements: str) -> Store:
        made.append(Store(altered_home(release_home, tmp_path / f"altered{len(made)}", *statements)))
        return made[-1]

    yield alter
    for store in made:
        store.close()


def pytest_setup_options() -> "Options":
    """Return the options of the browser that dash[testing] starts."""
    from selenium.webdriver.chrome.options import Options

    options = Options()
    for option in BROWSER_OPTIONS:
        options.add_argument(option)
    return options
