import json
from dataclasses import replace
from typing import Any

import pytest
from dash import html

from dashboard.components.card import (
    action_items,
    actions_label,
    chart_card,
    fragment_address,
    part,
    plot_style,
    source_note,
    source_text,
    table_label,
)
from dashboard.domain.fact import derived
from dashboard.domain.view import Cell, Table, View, fact_records, line_address
from dashboard.queries.sources import Source
from dashboard.views.deficit import DeficitSelection
from dashboard.views.sources import SourcesSelection
from tests.shapes import attribute, fact, ids_of, named, text_of

SOURCES = {
    name: Source(name, title, "Nobody", "9 January 2017", "draft", "Draft, 2017", "None.", "Careful.", 3)
    for name, title in (("made-up", "Made-up forecast"), ("other", "Other return"))
}
FACTS = (
    fact("a", "2018/19", 1, source_line=2065),
    fact("a", "2019/20", 2, source_line=2065, status="extrapolated"),
    fact("b", "2019/20", 3, source_line=2195),
    fact("c", "2019/20", 3, source_line=30, locator="Table 9"),
)
VIEW = View(
    name="deficit.trajectory",
    title="The gap grows to £148m",
    subtitle="Gap, £m",
    table=Table("Gap by year", (Cell("Path", heading=True),), ()),
    facts=FACTS,
    records=fact_records(FACTS, {}),
    method="As printed.",
    chart={"data": [{"y": [1, None]}], "layout": {}},
    alternative="Line chart. The gap grows.",
    height_rem=25,
)


def test_every_line_of_the_figures_is_linked_once() -> None:
    note = source_note(FACTS, SOURCES)
    links = {link.href: text_of(link) for link in named(note, "A")}
    assert links == {line_address("made-up", line): str(line) for line in (2065, 2195, 30)}
    assert text_of(note) == (
        "Source: Made-up forecast, 9 January 2017. Table 1, line 2065, 2195, Table 9, line 30."
        " Years with * are extrapolated by the report."
    )


def test_a_second_source_is_named_with_its_vintage_and_a_return_without_lines_by_its_table() -> None:
    rows = (FACTS[0], fact(source_id="other", source_line=None, locator="Return 2018"))
    note = source_note(rows, SOURCES)
    assert text_of(note).endswith("line 2065. Draft, 2017 Other return. Return 2018.")
    assert [span.className for span in named(note, "Span")] == ["pb-vintage"]
    assert source_text(rows, SOURCES) == (
        "Source: Made-up forecast, 9 January 2017 (Draft, 2017). Table 1. "
        "Source: Other return, 9 January 2017 (Draft, 2017). Return 2018."
    )


def test_derived_figures_are_said_to_be_ours_and_name_no_line() -> None:
    sums = derived("sum", "2019/20", 3, [fact(source_id="other")])
    rows = (FACTS[0], sums)
    assert " ".join(text_of(source_note(rows, SOURCES)).split()).endswith(
        "Other return. Derived figures were worked out here; nobody printed them."
    )
    assert source_text(rows, SOURCES) == (
        "Source: Made-up forecast, 9 January 2017 (Draft, 2017). Table 1. "
        "Source: Other return, 9 January 2017 (Draft, 2017). Includes derived figures."
    )


def test_a_view_without_figures_has_no_source_note() -> None:
    assert source_note((), SOURCES) == []
    assert source_text((), SOURCES) == ""


def test_a_card_is_named_by_its_finding_and_holds_all_its_parts() -> None:
    card = chart_card(VIEW, DeficitSelection(), SOURCES)
    assert attribute(card, "aria-labelledby") == part(VIEW.name, "title")
    (title,) = named(card, "H2")
    assert (title.id, text_of(title)) == ("deficit-trajectory-title", VIEW.title)
    assert sorted(ids_of(card)) == sorted(
        f"deficit-trajectory-{name}"
        for name in (
            "card",
            "title",
            "subtitle",
            "plot",
            "table-name",
            "table",
            "method",
            "source",
            "actions",
        )
    )
    words = text_of(card)
    for text in (VIEW.subtitle, VIEW.method):
        assert text in words
    note = text_of(by_part(card, "source", "Span"))
    assert note == text_of(source_note(VIEW.facts, SOURCES))
    assert note.startswith("Source: Made-up forecast")


def by_part(card: html.Section, name: str, kind: str = "Div") -> Any:
    return next(item for item in named(card, kind) if getattr(item, "id", "") == part(VIEW.name, name))


def test_the_chart_is_a_picture_with_words_and_carries_its_figure() -> None:
    plot = by_part(chart_card(VIEW, DeficitSelection(), SOURCES), "plot")
    assert plot.role == "img"
    assert attribute(plot, "aria-label") == VIEW.alternative
    assert json.loads(attribute(plot, "data-pb-figure")) == VIEW.chart
    assert plot.style == plot_style(VIEW) == "--h:25rem"


def test_the_table_is_a_named_region_that_the_keyboard_reaches() -> None:
    table = by_part(chart_card(VIEW, DeficitSelection(measure="reserves"), SOURCES), "table")
    assert (table.role, table.tabIndex) == ("region", "0")
    assert attribute(table, "aria-label") == table_label(VIEW) == "Table: Gap by year"
    assert attribute(table, "data-pb-src") == "/view/deficit.trajectory.html?measure=reserves"


@pytest.mark.parametrize(("opened", "stands"), [((), False), (("trajectory",), True), (("bridge",), False)])
def test_a_table_stands_open_where_the_address_says_so(opened: tuple[str, ...], stands: bool) -> None:
    card = chart_card(VIEW, DeficitSelection(table=opened), SOURCES)
    details = [item for item in named(card, "Details") if attribute(item, "data-pb-table")]
    assert [(attribute(item, "data-pb-table"), getattr(item, "open", False)) for item in details] == [
        ("trajectory", stands)
    ]


def test_a_view_without_a_chart_shows_its_table_and_offers_no_picture() -> None:
    card = chart_card(replace(VIEW, chart=None), DeficitSelection(), SOURCES)
    assert part(VIEW.name, "plot") not in ids_of(card)
    assert ids_of(card).count(part(VIEW.name, "table")) == 1
    assert not [item for item in named(card, "Details") if attribute(item, "data-pb-table")]
    assert attribute(by_part(card, "table"), "data-pb-src")
    assert [text_of(button) for button in named(by_part(card, "actions", "Ul"), "Button")] == [
        "Copy link",
        "Add to pack",
    ]


def test_the_actions_are_a_named_list_and_take_what_is_shown() -> None:
    selection = DeficitSelection(measure="cumulative", table=("bridge",))
    place = by_part(chart_card(VIEW, selection, SOURCES), "actions", "Ul")
    assert attribute(place, "aria-label") == actions_label(VIEW) == f"Actions for: {VIEW.title}"
    actions = action_items(VIEW, selection, SOURCES)
    assert text_of(place) == text_of(actions)
    (data,) = named(actions, "A")
    assert data.href == "/view/deficit.trajectory.csv?measure=cumulative&table=bridge"
    assert data.download == "deficit-trajectory.csv"
    *pressed, add = named(actions, "Button")
    assert attribute(add, "data-pb-add") == "deficit.trajectory?measure=cumulative"
    buttons = {attribute(item, "data-pb-action"): item for item in pressed}
    assert buttons.keys() == {"picture-png", "picture-svg", "copy-link"}
    assert all(item.type == "button" for item in buttons.values())
    picture = buttons["picture-svg"]
    assert attribute(picture, "data-pb-plot") == part(VIEW.name, "plot")
    assert attribute(picture, "data-pb-title") == VIEW.title
    assert attribute(picture, "data-pb-source") == source_text(FACTS, SOURCES)
    assert attribute(buttons["copy-link"], "data-pb-hash") == part(VIEW.name, "card")


def test_the_actions_of_a_view_without_figures_need_no_source() -> None:
    view = replace(VIEW, name="sources.figures", chart=None, facts=())
    items = action_items(view, SourcesSelection(q="398 & more"), {})
    assert fragment_address(view, SourcesSelection(q="398 & more"), "csv") in {
        link.href for link in named(items, "A")
    }
    assert "q=398+%26+more" in named(items, "A")[0].href


def test_a_long_table_without_a_chart_can_be_folded_and_says_how_long_it_is() -> None:
    rows = ((Cell("a"),), (Cell("b"),))
    view = replace(VIEW, chart=None, folded=True, table=Table("Long", (Cell("Path"),), rows))
    card = chart_card(view, DeficitSelection(), SOURCES)
    assert ids_of(card).count(part(VIEW.name, "table")) == 1
    (details,) = (item for item in named(card, "Details") if attribute(item, "data-pb-table"))
    assert text_of(named(details, "Summary")) == "All 2 as a table"
    assert not getattr(details, "open", False)
