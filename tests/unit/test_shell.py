from datetime import datetime

import pytest
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.choices import radio_group
from dashboard.components.shell import PAGES, frame, notices, page_head, state
from dashboard.domain.page import Page
from dashboard.queries.sources import Place, Release, Source
from tests.shapes import attribute, ids_of, named, text_of, walk

PLACE = Place("Nowhere", "Nowhere Council")
RELEASE = Release(
    "release-20200131T000000000000-abc123def456", datetime(2020, 1, 5, 9, 7), "9 January 2017", "2018"
)
SOURCE = Source(
    "made-up", "Forecast", "Nobody", "9 January 2017", "draft", "Draft, 2017", "None.", "Careful.", 3
)


def whole(
    current: str = "deficit", place: Place | None = PLACE, release: Release | None = RELEASE
) -> list[object]:
    return list(frame(html.P("The content"), place=place, release=release, current=current))


def test_the_first_thing_a_keyboard_meets_skips_to_the_content() -> None:
    first, *_ = walk(whole())
    assert (text_of(first), getattr(first, "href", "")) == ("Skip to main content", "#main")
    (main,) = named(whole(), "Main")
    assert (main.id, main.tabIndex) == ("main", -1)
    assert text_of(main) == "The content"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_menu_has_every_page_and_marks_the_one_shown(page: Page) -> None:
    shown = whole(page.path.strip("/"))
    nav = next(item for item in named(shown, "Nav") if attribute(item, "aria-label") == "Pages")
    links = {link.href: link for link in named(nav, "A")}
    assert list(links) == [item.path for item in PAGES]
    assert [path for path, link in links.items() if attribute(link, "aria-current") == "page"] == [page.path]


def test_a_part_of_a_page_marks_the_page_it_belongs_to() -> None:
    marked = [link for link in named(whole("deficit/levers"), "A") if attribute(link, "aria-current")]
    assert [(link.href, attribute(link, "aria-current")) for link in marked] == [("/deficit", "true")]


def test_a_page_outside_the_menu_marks_none() -> None:
    assert not [link for link in named(whole("accessibility"), "A") if attribute(link, "aria-current")]


def test_the_menu_button_names_what_it_opens_and_the_search_names_its_keys() -> None:
    menu = next(item for item in named(whole(), "Button") if getattr(item, "id", "") == "pb-menu")
    assert attribute(menu, "aria-controls") in ids_of(whole())
    assert attribute(menu, "aria-expanded") == "false"
    (form,) = named(whole(), "Form")
    assert (form.action, form.method, form.role) == ("/sources", "get", "search")
    (button,) = named(form, "Button")
    assert text_of(button) == "Search Ctrl K"
    assert (button.type, attribute(button, "aria-haspopup")) == ("submit", "dialog")
    assert attribute(button, "aria-keyshortcuts") == "Control+K Meta+K"


def test_the_header_names_the_place_and_the_footer_the_release_and_its_dates() -> None:
    words = text_of(whole())
    assert "Nowhere" in words
    assert "Release of 5 January 2020, 09:07 UTC (abc123def456)." in words
    assert "Oldest source: 9 January 2017; newest: 2018." in words
    assert "This view: /deficit." in words


def test_without_a_store_the_frame_says_that_nothing_is_served() -> None:
    words = text_of(whole(place=None, release=None))
    assert "No release is being served." in words
    assert "Nowhere" not in words


def test_every_navigation_has_a_name() -> None:
    names = [attribute(item, "aria-label") for item in named(whole(), "Nav")]
    assert all(names)
    assert len(set(names)) == len(names)


def test_ids_are_written_once() -> None:
    assert len(ids_of(whole())) == len(set(ids_of(whole())))


def test_the_head_of_a_page_has_one_heading_its_question_and_its_vintage() -> None:
    head = page_head("Why?", "Because", "In short.", SOURCE)
    (heading,) = named(head, "H1")
    assert (text_of(heading), heading.tabIndex) == ("Because", -1)
    assert {"Why?", "In short."} <= {text_of(item) for item in named(head, "P")}
    assert "Draft, 2017" in text_of(head)
    assert "Forecast, 9 January 2017" in text_of(head)
    assert {attribute(item, "data-pb-action") for item in named(head, "Button")} == {"copy-link", "print"}
    assert "Draft" not in text_of(page_head("Why?", "Because", "In short.", None))


def test_notices_are_said_once_and_only_where_there_are_any() -> None:
    assert notices([]) == []
    (box,) = named(notices(["One.", "Two."]), "Div")
    assert box.role == "status"
    assert [text_of(item) for item in named(box, "P")] == ["One.", "Two."]


def test_only_a_failure_interrupts() -> None:
    (calm,) = named(state("Nothing here", "Choose less."), "Div")
    (failed,) = named(state("No", "It failed.", failed=True), "Div")
    assert attribute(calm, "role") is None
    assert failed.role == "alert"
    assert "err" in failed.className.split()
    assert text_of(failed) == "NoIt failed."


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    group = radio_group("Show", "an-id", {"a": "First", "b": "Second"}, "b")
    assert [text_of(item) for item in named(group, "Legend")] == ["Show"]
    (items,) = named(group, "RadioItems")
    assert (items.id, items.value) == ("an-id", "b")
    assert items.options == [{"label": "First", "value": "a"}, {"label": "Second", "value": "b"}]


def test_attributes_are_spelled_as_in_html() -> None:
    assert attributes(aria_label="x", data_pb_table="y", role="img") == {
        "aria-label": "x",
        "data-pb-table": "y",
        "role": "img",
    }
