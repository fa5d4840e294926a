"""Headline tiles: their sources, and what a reader meets."""

from dashboard.components.tiles import THREES, tile_list, tiles_section
from dashboard.domain.headline import Headline, card_cited, lines_cited
from tests.markup import Read
from tests.shapes import attribute, fact


def test_each_line_is_named_and_leads_to_itself() -> None:
    assert lines_cited([fact(source_line=7), fact(source_line=9, locator="Table 2")]) == (
        ("Table 1, line 7", "/sources?source=made-up&line=7"),
        ("Table 2, line 9", "/sources?source=made-up&line=9"),
    )
    assert card_cited("savings.posts", "Derived from the tables") == (
        ("Derived from the tables", "#savings-posts-card"),
    )


def test_a_tile_says_its_value_or_its_rows_then_meaning_and_sources() -> None:
    one = Headline("Posts <b>", "3", "Lost.", lines_cited([fact(), fact(source_line=8)]))
    rows = Headline("Paths", "", "Two.", (), (("s1", "−£1m", "as published"), ("s2 dash", "−£2m", "yours")))
    read = Read(tile_list([one, rows]))
    assert read.text == ("Posts <b>3Lost.Table 1, line 7, Table 1, line 8Paths−£1mas published−£2myoursTwo.")
    assert [link["href"] for link in read.all("a")] == [
        "/sources?source=made-up&line=7",
        "/sources?source=made-up&line=8",
    ]
    assert [part["class"] for part in read.all("p")].count("pb-tile-value") == 1
    assert [key["class"] for key in read.all("i")] == ["pb-key s1", "pb-key s2 dash"]


def test_the_section_has_a_name_and_an_id_only_where_a_choice_changes_it() -> None:
    plain, named = tiles_section("<li></li>"), tiles_section("", THREES, "made-up-tiles", "Results")
    assert attribute(plain, "aria-label") == "Headline figures"
    assert attribute(plain.children, "data-pb-html") == "<li></li>"
    assert attribute(plain.children, "id") is None
    assert attribute(named, "aria-label") == "Results"
    assert (named.children.id, named.children.className) == ("made-up-tiles", "pb-tiles threes")
