import pytest
from dash import html

from dashboard.components.own_area import KEEP, LIST, NOTE, SAYS
from dashboard.components.shell import OUTCOMES, PAGES, frame, page_head
from dashboard.domain.page import Page
from dashboard.queries.areas import OwnArea
from dashboard.queries.sources import Place
from tests.shapes import attribute, ids_of, named

PLACE = Place("Nowhere", "Nowhere Council")
AREAS = [
    OwnArea("west", "West & <b>co</b>", True),
    OwnArea("X1", "West", False),
    OwnArea("X2", "East", False),
]


def control(current: str, areas: list[OwnArea] = AREAS, place: Place | None = PLACE) -> str:
    """Return the HTML of the list in the header of a page; empty where there is none."""
    page = frame(html.P(), place=place, release=None, areas=areas, current=current)
    texts = [
        attribute(item, "data-pb-html") for item in named(page, "Div") if getattr(item, "id", "") == "pb-area"
    ]
    return str(texts[0]) if texts else ""


def test_the_list_offers_the_place_its_footprints_and_its_districts() -> None:
    text = control("deficit")
    assert f'<label for="{LIST}">My area</label>' in text
    assert '<option value="">All Nowhere</option><optgroup label="Our footprints">' in text
    assert '<option value="west">West &amp; &lt;b&gt;co&lt;/b&gt; (footprint)</option>' in text
    assert f'<button id="{KEEP}" ' in text
    assert 'hidden="hidden"' in text
    assert '<optgroup label="Districts and unitary areas"><option value="X1">West</option>' in text


def test_a_group_of_nothing_is_left_out() -> None:
    assert "Our footprints" not in control("deficit", AREAS[1:])


@pytest.mark.parametrize(("areas", "place"), [([], PLACE), (AREAS, None)])
def test_without_areas_or_a_store_there_is_no_list(areas: list[OwnArea], place: Place | None) -> None:
    assert control("deficit", areas, place) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_that_shows_no_area_says_so_and_where_areas_are_shown(page: Page) -> None:
    said = control(page.path.strip("/"))
    assert (SAYS in said) is not page.by_area
    assert ("of Nowhere Council or of Nowhere as a whole, not of" in said) is page.council_wide
    if not page.by_area:
        assert f'<a href="{OUTCOMES.path}">{OUTCOMES.name}</a>' in said


def test_a_page_outside_the_menu_says_nothing_of_areas() -> None:
    assert SAYS not in control("accessibility")


def test_every_head_has_a_place_for_the_sentence() -> None:
    assert NOTE in ids_of(page_head("Why?", "Because.", "So.", None))
