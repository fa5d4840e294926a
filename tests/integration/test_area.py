"""My area: what can be chosen, and what a page makes of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app import BY_AREA, PAGE_MODULES, STORE, create_app
from dashboard.callbacks.outcomes import show_report, show_rug
from dashboard.domain.address import WHOLE_PLACE
from dashboard.pages.outcomes import Ids, area_options, ways_html
from dashboard.queries.areas import OwnArea, own_areas
from dashboard.queries.names import names
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.views.cache import cache
from dashboard.views.outcomes import CARDS, OutcomesSelection, finding, rug_of, scope, standfirst
from tests.integration.test_wiring import Reader, nodes, text_in
from tests.outcomes import COUNTRY, COUNTY, OTHERS, PENNINE, indicators_home
from tests.releases import altered_home

BURNLEY = PENNINE[1]
ALIKE = [module.PATH for module in PAGE_MODULES if module.PATH.strip("/") not in BY_AREA]


@pytest.fixture(scope="module")
def imported(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the real release with made-up indicators."""
    opened = Store(indicators_home(release_home, tmp_path_factory.mktemp("indicators")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reader(release_home: Path) -> Iterator[Reader]:
    """A browser without a screen."""
    app = create_app(Settings(home=release_home))
    yield Reader(app)
    app.server.extensions[STORE].close()


@pytest.fixture(autouse=True)
def remembering(reader: Reader) -> Iterator[None]:
    """Nothing is remembered from one store for another."""
    with reader.app.server.app_context():
        cache.clear()
    yield
    with reader.app.server.app_context():
        cache.clear()


def notices(content: object) -> list[str]:
    return [
        text_in(node) for node in nodes(content) if "pb-notice" in str(node["props"].get("className", ""))
    ]


def test_footprints_come_before_the_areas_of_the_place_that_exist_today(store: Store) -> None:
    found = own_areas(store)
    footprints = [item.name for item in found if item.footprint]
    assert footprints == sorted(footprints)
    assert len(footprints) == 5
    rest = found[len(footprints) :]
    assert [item.name for item in rest] == sorted(item.name for item in rest)
    assert OwnArea(BURNLEY, "Burnley", False) in rest
    assert {"E06000008", "E06000009"} < {item.area for item in rest}
    assert not {COUNTRY, COUNTY, "E07000027", "E08000014"} & {item.area for item in rest}
    assert {item.area for item in found} | {WHOLE_PLACE} <= set(names(store)["area"])


def test_an_area_that_has_gone_is_no_longer_offered(release_home: Path, tmp_path: Path) -> None:
    gone = f"UPDATE area SET valid_until = '2025-03-31' WHERE area_code = '{BURNLEY}'"
    store = Store(altered_home(release_home, tmp_path, gone))
    try:
        assert BURNLEY not in {item.area for item in own_areas(store)}
    finally:
        store.close()


@pytest.mark.parametrize("path", ALIKE)
@pytest.mark.parametrize("area", [BURNLEY, "pennine", WHOLE_PLACE])
def test_a_page_that_shows_no_area_is_the_same_with_one(reader: Reader, path: str, area: str) -> None:
    with_area = json.dumps(reader.content(path, f"?area={area}"))
    assert with_area == json.dumps(reader.content(path))


@pytest.mark.parametrize("module", PAGE_MODULES, ids=lambda module: module.PATH)
def test_an_unknown_area_is_said_on_every_page(reader: Reader, module: object) -> None:
    (said,) = notices(reader.content(module.PATH, "?area=atlantis"))  # type: ignore[attr-defined]
    assert "The address asks for area “atlantis”" in said


def test_a_page_that_shows_areas_takes_each_of_them(reader: Reader, store: Store) -> None:
    for area in (*(item.area for item in own_areas(store)), WHOLE_PLACE):
        assert notices(reader.content("/outcomes", f"?area={area}")) == []


def test_an_area_opens_its_own_view_where_there_are_indicators(imported: Store, store: Store) -> None:
    chosen = OutcomesSelection(area=BURNLEY)
    assert scope(imported, chosen).view == "area"
    assert finding(imported, chosen).startswith("Part 117 is ")
    assert scope(store, chosen).view == "report"
    assert "Nothing in the report’s table is of Burnley" in standfirst(scope(store, chosen))
    assert scope(imported, OutcomesSelection(area=BURNLEY, view="report")).view == "report"
    assert scope(imported, OutcomesSelection(area=WHOLE_PLACE)).view == "report"


def test_the_way_to_the_report_is_named_only_beside_an_area(imported: Store) -> None:
    assert 'href="/outcomes"' in ways_html(scope(imported, OutcomesSelection()))
    ways = ways_html(scope(imported, OutcomesSelection(area=BURNLEY)))
    assert f'href="/outcomes?view=report&amp;area={BURNLEY}"' in ways
    assert ways.index('aria-current="true"') > ways.index("view=area")


def test_choices_of_the_report_keep_its_view_beside_an_area(imported: Store) -> None:
    usual = {"order": "gap", "show": "worse", "benchmark": "", "area": BURNLEY}
    kept = f"?view=report&show=worse&area={BURNLEY}"
    assert kept in str(show_report(imported, Ids.SHOW, usual))
    assert kept in str(show_rug(imported, **usual))
    assert "view=report" not in str(show_report(imported, Ids.SHOW, {**usual, "area": ""})[1])


def test_a_footprint_lists_its_areas_and_stands_for_none(imported: Store) -> None:
    assert scope(imported, OutcomesSelection(area="pennine")).view == "area"
    chosen = OutcomesSelection(area="pennine", view="report")
    found = scope(imported, chosen)
    assert (found.view, found.area, found.chosen_name) == ("report", COUNTY, "Pennine Lancashire")
    assert "Pennine Lancashire is a footprint" in standfirst(found)
    rug = rug_of(imported, chosen)
    assert rug is not None
    assert [name for name, *_ in rug.rows] == ["Land", *(f"Part {code[-3:]}" for code in PENNINE)]
    view = CARDS["rug"](imported, chosen)
    assert view.title.startswith(
        "Of 18 later values of the areas of Pennine Lancashire against Land, worse: "
    )
    assert "7 of the 12 areas in the file are shown: those of Pennine Lancashire" in view.subtitle
    assert "area=pennine" in found.address(view="indicator", indicator="1")


def test_a_footprint_without_judged_values_says_so(imported: Store) -> None:
    title = CARDS["rug"](imported, OutcomesSelection(area="west", benchmark=OTHERS[3])).title
    assert title == (
        "Of 3 later values of the areas of West Lancashire against Part 127, none is compared; 3 reference"
    )
    title = CARDS["rug"](imported, OutcomesSelection(area="west", benchmark="west")).title
    assert title == (
        "Of 3 later values of the areas of West Lancashire against West Lancashire, similar: 1; "
        "2 not compared"
    )


def test_an_area_without_figures_keeps_its_name_in_the_list(imported: Store) -> None:
    found = scope(imported, OutcomesSelection(area="E07000118", view="area"))
    assert area_options(found)["E07000118"] == "Chorley"
    assert "E07000118" not in area_options(scope(imported, OutcomesSelection()))
    assert CARDS["profile"](imported, found.selection).title == "No figures for Chorley"
    assert scope(imported, OutcomesSelection(area="E07000027")).area_name("E07000027") == "Barrow-in-Furness"
