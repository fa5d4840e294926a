"""The outcomes page: the report's table, made-up indicators, and what is said where there are none."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask

from dashboard.callbacks.outcomes import (
    chosen,
    outputs_of,
    show_area,
    show_indicator,
    show_others,
    show_report,
    show_rug,
)
from dashboard.components.rug import rug_html
from dashboard.domain.address import from_query
from dashboard.domain.view import View
from dashboard.errors import QueryError
from dashboard.pages.outcomes import Ids, detail_options, layout
from dashboard.queries.facts import facts_on_line
from dashboard.queries.names import names
from dashboard.queries.outcomes import measures
from dashboard.queries.sources import sources, table_rows
from dashboard.store import Store
from dashboard.views.cache import cache
from dashboard.views.outcomes import (
    CARDS,
    OutcomesSelection,
    finding,
    headlines,
    rug_of,
    scope,
    standfirst,
)
from dashboard.views.outcomes import (
    DETAIL as DETAIL_NAMES,
)
from dashboard.views.outcomes.inequality import short_names
from dashboard.views.outcomes.report import compared
from dashboard.views.sources import SourcesSelection, tables
from tests.markup import Read
from tests.outcomes import COUNTRY, COUNTY, OTHERS, PENNINE, indicators_home
from tests.releases import altered_home
from tests.shapes import text_of

DETAIL = OutcomesSelection(view="indicator", indicator="1")


@pytest.fixture(scope="module")
def imported(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the made-up indicators."""
    store = Store(indicators_home(release_home, tmp_path_factory.mktemp("indicators")))
    yield store
    store.close()


@pytest.fixture(autouse=True)
def remembering() -> Iterator[None]:
    """An application, which remembers views."""
    app = Flask("test")
    cache.init_app(app, config={"CACHE_TYPE": "SimpleCache"})
    with app.app_context():
        yield


def view_of(store: Store, card: str, selection: OutcomesSelection = DETAIL) -> View:
    return CARDS[card](store, selection)


def column(view: View, name: str) -> list[str]:
    place = [cell.text for cell in view.table.head].index(name)
    return [row[place].text for row in view.table.rows]


# ---- the report's table ----


def test_the_whole_table_is_there_with_gaps_and_our_polarity(store: Store) -> None:
    items = compared(store)
    assert len(items) == 18
    assert [sum(item.gap.word == word for item in items) for word in ("worse", "better", "not judged")] == [
        12,
        5,
        1,
    ]
    view = view_of(store, "spine")
    assert "Without confidence intervals" in view.subtitle
    assert "ours" in view.method
    assert len(view.facts) == 54
    assert column(view, "Our polarity").count("low is good") == 12
    assert items[0].measure.measure == "smoking_at_delivery"
    assert items[0].words == "+43%"
    assert items[0].own.source_line == 403


def test_the_goals_of_the_report_can_give_the_order(store: Store) -> None:
    lines = [item.own.source_line for item in compared(store, OutcomesSelection(order="goal"))]
    assert lines == sorted(lines, key=lambda line: line or 0)


@pytest.mark.parametrize(("show", "count"), [("worse", 12), ("better", 5), ("unjudged", 1)])
def test_one_reading_can_be_shown_alone(store: Store, show: str, count: int) -> None:
    view = view_of(store, "gaps", OutcomesSelection(show=show))
    assert len(view.table.rows) == count
    assert view.title.startswith("The widest gap is in ")


def test_findings_follow_the_figures(store: Store) -> None:
    assert (
        finding(store, OutcomesSelection()) == "Lancashire was worse than England on 12 of 18 health measures"
    )
    tiles = {item.label: item.value for item in headlines(store)}
    assert tiles == {"Worse than England": "12 of 18", "Furthest behind": "16.4%", "Furthest ahead": "74.0%"}


def test_another_print_gives_another_finding(release_home: Path, tmp_path: Path) -> None:
    same = (
        "UPDATE outcome_comparison AS own SET value = (SELECT any_value(value) FROM outcome_comparison "
        "AS other WHERE other.measure = own.measure AND other.area_code = 'E92000001')"
    )
    store = Store(altered_home(release_home, tmp_path / "home", same))
    try:
        assert finding(store, OutcomesSelection()).endswith("on 0 of 18 health measures")
        assert [item.label for item in headlines(store)] == ["Worse than England"]
        assert view_of(store, "spine").title == "No measure is judged worse or better"
        assert view_of(store, "gaps", OutcomesSelection(show="worse")).title.startswith("No measure of the")
    finally:
        store.close()


def test_without_the_table_the_page_says_so(release_home: Path, tmp_path: Path) -> None:
    store = Store(altered_home(release_home, tmp_path / "home", "DELETE FROM outcome_comparison"))
    try:
        assert measures(store) == []
        assert headlines(store) == []
        assert (
            finding(store, OutcomesSelection()) == "The report’s table of outcomes holds nothing to compare"
        )
        assert "No measure" in text_of(layout(store, OutcomesSelection()))
    finally:
        store.close()


# ---- without imported figures ----


@pytest.mark.parametrize("card", ["rug", "profile", "compare", "trend", "inequality", "footprints", "about"])
def test_without_an_import_every_card_says_how_to_load_one(store: Store, card: str) -> None:
    view = view_of(store, card)
    assert view.title == "No public health indicators are loaded yet"
    assert "placeboard import fingertips" in view.subtitle
    assert view.facts == ()


@pytest.mark.parametrize("name", ["report", "area", "indicator"])
def test_without_an_import_every_view_says_how_to_load_one(store: Store, name: str) -> None:
    selection = OutcomesSelection(view=name)
    said = text_of(layout(store, selection))
    assert "No public health indicators are loaded yet" in said
    assert "placeboard import fingertips FILE --metadata FILE --apply" in said
    assert "none is loaded" in standfirst(scope(store, selection)) or name == "report"


# ---- with made-up indicators ----


def test_the_rug_says_value_and_word_and_leads_on(imported: Store) -> None:
    rug = rug_of(imported, OutcomesSelection())
    assert rug is not None
    assert [name for name, _, _ in rug.heads] == ["Bare", "Scores", "Things, described"]
    assert rug.heads[2][1] == "%, 2022"
    assert rug.span == "Imported, 2021 to 2022"
    rows = {
        name: {head[0]: cell for head, cell in zip(rug.heads, cells, strict=True)}
        for name, _, cells in rug.rows
    }
    assert list(rows)[:2] == ["Land", "Shire"]
    assert (rows["Shire"]["Things, described"].tone, rows["Shire"]["Things, described"].word) == (
        "g",
        "Better",
    )
    assert rows["Land"]["Things, described"].word == "reference"
    missing = rows[f"Part {OTHERS[0][-3:]}"]["Things, described"]
    assert (missing.word, missing.href, missing.tone) == ("not given", "", "none")
    assert (rows["Shire"]["Bare"].tone, rows["Shire"]["Bare"].word) == ("none", "Similar")
    assert rows["Part 125"]["Bare"].tone == "b"
    assert {cells["Scores"].tone for name, cells in rows.items() if name.startswith("Part")} <= {"b", "none"}
    page = Read(rug_html(rug))
    assert page.depth == 0
    assert page.all("div")[0]["tabindex"] == "0"
    assert len(page.all("table")) == 2


def test_on_paper_the_columns_of_the_rug_come_in_blocks(
    imported: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["dashboard.components.rug"], "PAPER_COLUMNS", 2)
    rug = rug_of(imported, OutcomesSelection())
    assert rug is not None
    page = Read(rug_html(rug))
    assert len(page.all("table")) == 3
    assert [item.get("class") for item in page.all("div")] == ["pb-scroll pb-screenonly", "pb-paperonly"]
    # On the screen three columns and the names; on paper two and one, each with the names.
    assert len([item for item in page.all("th") if item["scope"] == "col"]) == 4 + 3 + 2


def test_the_rug_has_its_table_and_says_how_many_are_ranked(imported: Store) -> None:
    view = view_of(imported, "rug", OutcomesSelection())
    assert view.title == (
        "Shire is similar on 1 and better on 1 of 3 indicators against Land; 1 not compared"
    )
    assert "not every area of the country" in view.method
    assert sum(cell.number for row in view.table.rows for cell in row) == len(view.facts)
    assert column(view, "Things, described, %, 2022")[0] == "20.0"


def test_many_areas_are_cut_to_those_of_the_place(
    release_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = indicators_home(release_home, tmp_path)
    monkeypatch.setattr(sys.modules["dashboard.views.outcomes.rug"], "MOST_AREAS", 5)
    monkeypatch.setattr(sys.modules["dashboard.views.outcomes.compare"], "MOST_AREAS", 5)
    store = Store(home)
    try:
        view = view_of(store, "rug", OutcomesSelection())
        assert len(view.table.rows) == 12
        assert "areas in the file are shown" not in view.subtitle
        assert len(view_of(store, "compare").table.rows) == 12
    finally:
        store.close()


def test_more_indicators_than_a_table_holds_come_in_parts(
    imported: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["dashboard.views.outcomes.choices"], "INDICATORS_A_PAGE", 2)
    second = OutcomesSelection(page=2)
    assert len(view_of(imported, "rug", second).table.head) == 2
    assert "Indicators, part 2 of 2" in str(layout(imported, second))


def test_areas_are_compared_with_their_intervals(imported: Store) -> None:
    view = view_of(imported, "compare")
    assert finding(imported, DETAIL) == "Things, described: Shire at 18.0%, better than Land"
    assert view.title == (
        "Of 10 districts and unitaries against Land, 6 are worse, 3 similar and 1 not given; Shire is better"
    )
    assert column(view, "Area")[:3] == ["Land", "Shire", f"Part {OTHERS[-1][-3:]}"]
    assert column(view, "Interval")[1] == "17.0 to 19.0"
    assert "not given" in column(view, "Value")
    assert view.chart is not None
    assert len(view.chart["data"][0]["x"]) == 11


def test_the_published_trend_stands_beside_ours_where_it_differs(imported: Store) -> None:
    said = column(view_of(imported, "compare"), "Recent trend")
    assert "decreasing and getting better" in said
    assert "decreasing and getting better; published: increasing" in said


@pytest.mark.parametrize(
    ("benchmark", "words"),
    [
        (COUNTY, "Of 10 districts and unitaries against Shire, 8 are worse, 1 similar and 1 not given"),
        ("pennine", "against Pennine Lancashire, 5 are worse, 2 similar, 2 better and 1 not given"),
        ("morecambe_bay", "Morecambe Bay has no figure for it, so nothing is compared"),
    ],
)
def test_any_benchmark_can_be_chosen(imported: Store, benchmark: str, words: str) -> None:
    selection = replace(DETAIL, benchmark=benchmark)
    view = view_of(imported, "compare", selection)
    assert words in f"{view.title} {finding(imported, selection)}"


@pytest.mark.parametrize(
    ("benchmark", "indicator", "words"),
    [
        ("morecambe_bay", 2, "Not compared: No value with count and denominator is published for"),
        (COUNTY, 1, "Not compared: ranked in fifths, for which too few areas belong to Shire"),
    ],
)
def test_a_column_that_cannot_be_compared_says_why(
    imported: Store, benchmark: str, indicator: int, words: str
) -> None:
    rug = rug_of(imported, OutcomesSelection(benchmark=benchmark))
    assert rug is not None
    assert words in rug.heads[indicator][1]


def test_fifths_are_not_compared_with_an_area_that_few_belong_to(imported: Store) -> None:
    view = view_of(imported, "compare", replace(DETAIL, indicator="2", benchmark=COUNTY))
    assert view.title.endswith("too few areas belong to Shire, so nothing is compared")
    own = replace(DETAIL, indicator="2", area=OTHERS[-1])
    assert finding(imported, own).endswith("in the highest fifth of the 10 areas ranked")
    spine = view_of(imported, "profile", replace(own, view="area"))
    assert "Scores" not in spine.alternative


def test_a_footprint_that_has_no_figure_says_why(imported: Store) -> None:
    view = view_of(imported, "compare", replace(DETAIL, benchmark="morecambe_bay"))
    assert "Morecambe Bay has no figure: No value with count and denominator is published for" in view.method


def test_a_footprint_is_made_from_its_areas_and_marked_derived(imported: Store) -> None:
    view = view_of(imported, "footprints")
    assert view.title.startswith("Things, described: there is a figure for 2 of 5 footprints: ")
    made = [row for row in view.table.rows if row[1].note == "derived"]
    assert [row[0].text for row in made] == ["Pennine Lancashire", "West Lancashire"]
    # Six areas of a thousand at 19 to 24 in a hundred.
    assert made[0][1].text == "21.5"
    assert made[0][3].text == "Wilson's score method"
    reasons = [row[3].text for row in view.table.rows if row[1].text == "no figure"]
    assert len(reasons) == 3
    assert (
        "cannot be made again"
        in view_of(imported, "footprints", replace(DETAIL, indicator="2")).table.rows[0][3].text
    )


def test_without_metadata_only_a_footprint_of_one_area_has_a_figure(imported: Store) -> None:
    view = view_of(imported, "footprints", replace(DETAIL, indicator="3"))
    (alone,) = [row for row in view.table.rows if "only member" in row[3].text]
    (member,) = [row for row in view.table.rows if row[0].text == "– West Lancashire"]
    assert (alone[0].text, alone[1].text) == ("West Lancashire", member[1].text)
    assert alone[1].text != "no figure"
    assert view.title == "Bare: there is a figure for 1 of 5 footprints: West Lancashire"


def test_a_trend_is_drawn_beside_its_benchmark(imported: Store) -> None:
    view = view_of(imported, "trend")
    assert (
        view.title
        == "Things, described in Shire, recent trend: decreasing and getting better; published: increasing"
    )
    assert view.chart is not None
    own, other = view.chart["data"]
    assert own["y"] == [26, 24, 22, 20, 18]
    assert own["error_y"]["array"] == [1] * 5
    assert other["y"] == [20] * 5
    footprint = view_of(imported, "trend", replace(DETAIL, benchmark="pennine"))
    assert footprint.chart is not None
    assert footprint.chart["data"][1]["line"]["dash"] == "dot"
    alone = view_of(imported, "trend", replace(DETAIL, area=COUNTRY))
    assert alone.chart is not None
    assert len(alone.chart["data"]) == 1


def test_categories_are_shown_for_the_area_that_has_them(imported: Store) -> None:
    view = view_of(imported, "inequality")
    assert view.title == "Land: lowest in “Rich <script>” at 10.0, highest in “Poor” at 30.0"
    assert (
        "The file divides the figures of Land by Wealth, not those of Shire: shown is Land." in view.subtitle
    )
    assert column(view, "Value")[-1] == "not given"
    assert "Hidden not given" in view.alternative
    assert view.chart is not None
    assert sum(len(trace["x"]) for trace in view.chart["data"]) == 4
    none = view_of(imported, "inequality", replace(DETAIL, indicator="2"))
    assert none.title == "Scores: no figures by category in the file"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("upper_ci = 30 WHERE category LIKE 'Rich%'", "their intervals meet, so no difference is claimed"),
        ("lower_ci = NULL WHERE category = 'Poor'", "without intervals no difference is claimed"),
        ("value = 10.01 WHERE category = 'Middling'", "lowest in “Rich <script>” and “Middling” at 10.0"),
        ("value = 10 WHERE category IN ('Poor', 'Middling')", "3 categories, at 10.0"),
        ("value = NULL WHERE category NOT LIKE 'Not%'", "no group that is known has a value"),
    ],
)
def test_a_difference_between_groups_is_claimed_only_where_intervals_part(
    release_home: Path, tmp_path: Path, change: str, words: str
) -> None:
    home = altered_home(
        indicators_home(release_home, tmp_path), tmp_path / "altered", f"UPDATE indicator_value SET {change}"
    )
    store = Store(home)
    try:
        assert words in view_of(store, "inequality").title
    finally:
        store.close()


def test_a_bracket_that_all_categories_share_is_said_once() -> None:
    assert short_names(["Most (2019)", "Least (2019)"]) == ["Most", "Least"]
    assert short_names(["Most (2019)", "Least (2015)"]) == ["Most (2019)", "Least (2015)"]
    assert short_names(["Most", "Least (2015)"]) == ["Most", "Least (2015)"]


def test_an_indicator_says_what_it_is(imported: Store) -> None:
    said = dict(
        zip(
            column(view_of(imported, "about"), "What"),
            column(view_of(imported, "about"), "Said"),
            strict=True,
        )
    )
    assert said["Polarity as published"] == "Low is good"
    assert said["Caveats of its publisher"] == "not given"
    assert said["Sexes and ages in the file"] == "Persons, All ages; Female, All ages"


def test_one_area_is_shown_with_every_indicator(imported: Store) -> None:
    selection = OutcomesSelection(view="area", area=PENNINE[5])
    assert finding(imported, selection) == (
        "Part 125 is worse on 1 and higher on 1 of 3 indicators against Land; 1 ranked in fifths"
    )
    view = view_of(imported, "profile", selection)
    assert view.title == "Part 125: furthest behind on things, described"
    assert "1 indicator is ranked in fifths or not compared" in view.subtitle
    assert "compared with" in finding(imported, replace(selection, area=COUNTRY))
    nowhere = replace(selection, area="E07000027")
    assert view_of(imported, "profile", nowhere).title == "No figures for Barrow-in-Furness"


def test_a_footprint_has_a_spine_of_derived_figures_and_the_reasons_of_the_others(imported: Store) -> None:
    bare = OutcomesSelection(area="pennine")
    assert scope(imported, bare).view == "area"
    assert finding(imported, bare) == (
        "Pennine Lancashire (derived) is worse on 1 of 3 indicators against Land; 2 without a figure"
    )
    view = view_of(imported, "profile", bare)
    assert view.title == "Pennine Lancashire: a figure can be made for 1 of 3 indicators"
    row = next(row for row in view.table.rows if row[0].text == "Things, described")
    assert [(cell.text, cell.note) for cell in row[3:5]] == [("21.5", "derived"), ("20.5 to 22.6", "")]
    assert "Scores: The figure is of the kind “score”" in view.subtitle
    assert view.chart is not None
    assert len(view.chart["data"][0]["x"]) == 1
    assert [fact.status for fact in view.facts].count("derived") == 1
    page = text_of(layout(imported, bare))
    assert "nobody publishes figures: they are worked out here" in page
    _, words, parts = show_area(imported, area="pennine", benchmark=COUNTRY)
    assert "Pennine Lancashire" in str(words)
    assert "?view=area&area=pennine" in parts  # type: ignore[operator]


def test_a_footprint_against_itself_and_one_without_areas_in_the_file(imported: Store) -> None:
    own = OutcomesSelection(view="area", area="pennine", benchmark="pennine")
    assert "1 reference" in finding(imported, own)
    bay = view_of(imported, "profile", OutcomesSelection(view="area", area="morecambe_bay"))
    assert bay.title == "Morecambe Bay: a figure can be made for 0 of 3 indicators"


def test_a_sex_that_is_not_given_is_said(imported: Store) -> None:
    female = view_of(imported, "compare", replace(DETAIL, sex="Female"))
    assert "female, all ages." in female.subtitle
    assert female.title == "Of 1 area against Land, 1 is similar"
    view = view_of(imported, "compare", replace(DETAIL, indicator="2", sex="Female"))
    assert "It is not given for Female." in view.subtitle


@pytest.mark.parametrize("area", [OTHERS[1], "E07000027"])
def test_an_area_without_a_value_is_said(imported: Store, area: str) -> None:
    selection = replace(DETAIL, indicator="3", area=area)
    assert "no value of" in finding(imported, selection)
    assert "no value of" in view_of(imported, "trend", selection).title


# ---- provenance ----


def test_each_value_leads_to_its_row_of_the_received_file(imported: Store) -> None:
    for card in ("rug", "compare", "trend", "inequality"):
        for fact in view_of(imported, card).facts:
            assert fact.source_line is not None
            found = facts_on_line(imported, fact.source_id, fact.source_line)
            assert found[0].label == "Value"
            assert found[0].value == fact.value


def test_a_row_tells_its_value_limits_and_counts(imported: Store) -> None:
    found = facts_on_line(imported, "made-up", 2)
    assert [item.label for item in found] == ["Value", "Lower limit", "Upper limit", "Count", "Denominator"]
    assert (found[0].printed, found[0].subject, found[0].locator) == ("20", "Land", "Indicator 1")
    assert facts_on_line(imported, "made-up", 9_999) == []


def test_a_row_without_a_value_says_its_note(imported: Store) -> None:
    _, rows = imported.table("SELECT source_line FROM indicator_value WHERE value_note IS NOT NULL")
    (found,) = facts_on_line(imported, "made-up", rows[0][0])
    assert (found.value, found.printed) == (None, "Too few")


def test_a_download_counts_its_values(imported: Store) -> None:
    counts = {item.source_id: item.figures for item in sources(imported)}
    assert counts["made-up"] == 90
    assert counts["psdm-2017"] > 1000


# ---- the page and its choices ----


@pytest.mark.parametrize("view", ["report", "area", "indicator"])
def test_every_view_is_laid_out(imported: Store, view: str) -> None:
    page = layout(imported, OutcomesSelection(view=view))
    assert "Draft, January 2017" in text_of(page) or view != "report"


def test_a_choice_changes_only_its_cards(store: Store) -> None:
    answer: list[Any] = show_report(store, Ids.ORDER, {"order": "goal", "show": "all", "benchmark": ""})
    links, (spine, gaps) = answer
    assert "order=goal" in str(links)
    assert "?order=goal" in spine
    assert "?order=goal" not in gaps


def test_a_benchmark_changes_the_rug(imported: Store) -> None:
    links, parts = show_rug(imported, benchmark=COUNTY, order="gap", show="all")
    assert f"benchmark={COUNTY}" in str(links)
    said, address = cast("list[str]", parts)
    assert "against Shire" in json.loads(said)["rug"]["html"]
    assert address == f"?benchmark={COUNTY}"


def test_an_area_changes_its_card_and_the_finding(imported: Store) -> None:
    _, words, parts = show_area(imported, area=PENNINE[0], benchmark=COUNTRY)
    assert str(words).startswith("Part 008 is ")
    assert f"?view=area&area={PENNINE[0]}" in parts  # type: ignore[operator]


def test_an_indicator_changes_all_cards_and_what_can_be_chosen(imported: Store) -> None:
    choices = dict.fromkeys(("area", "sex", "age", "category"), "") | {
        "indicator": "3",
        "benchmark": COUNTRY,
    }
    _, words, parts, lists = show_indicator(imported, **choices)
    assert str(words).startswith("Bare: Shire at ")
    assert lists[1] == [[{"label": "65+ yrs", "value": "65+ yrs"}], "65+ yrs"]  # type: ignore[index]
    assert parts[-1] == "?view=indicator&indicator=3"  # type: ignore[index]
    others = show_others(imported, str(parts[-1]))  # type: ignore[index]
    assert [len(one) for one in others] == [
        len(outputs_of(card, addressed=False)) for card in DETAIL_NAMES[1:]
    ]
    assert "Bare" in str(others[1])


def test_what_is_shown_anyway_stays_out_of_the_address(imported: Store) -> None:
    usual = {"indicator": "1", "benchmark": COUNTRY, "sex": "Persons", "age": "All ages"}
    assert chosen(imported, usual) == OutcomesSelection(indicator="1")
    assert chosen(imported, {**usual, "sex": "Female", "area": PENNINE[0]}) == OutcomesSelection(
        indicator="1", sex="Female", area=PENNINE[0]
    )


def test_a_choice_that_the_next_indicator_does_not_have_falls_away(imported: Store) -> None:
    kept = {"benchmark": COUNTRY, "sex": "Female", "age": "All ages", "category": "Wealth"}
    assert chosen(imported, {**kept, "indicator": "3"}) == OutcomesSelection(indicator="3")
    assert chosen(imported, {**kept, "indicator": "1"}) == OutcomesSelection(indicator="1", sex="Female")


def test_the_lists_hold_what_the_store_has(imported: Store) -> None:
    options = detail_options(scope(imported, DETAIL))
    assert options[Ids.DETAIL_BENCHMARK][0] == {
        COUNTRY: "Land",
        COUNTY: "Shire",
        **{name: f"{own[0].label} (footprint)" for name, own in scope(imported, DETAIL).members.items()},
    }
    assert options[Ids.CATEGORY] == ({"Wealth": "Wealth"}, "Wealth")


def test_an_address_names_what_the_store_knows(imported: Store) -> None:
    known = names(imported)
    asked: dict[str, Any] = {
        "view": "indicator",
        "indicator": "1",
        "benchmark": "pennine",
        "area": PENNINE[0],
    }
    selection, notices = from_query(OutcomesSelection, asked, known)
    assert (selection.benchmark, notices) == ("pennine", [])
    _, notices = from_query(OutcomesSelection, {"indicator": "999", "area": "E99"}, known)
    assert len(notices) == 2


def test_a_table_too_large_for_one_file_is_not_sent(imported: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.queries.sources.MOST_ROWS", 50)
    with pytest.raises(QueryError, match="too many for one file"):
        table_rows(imported, "indicator_value")
    assert len(table_rows(imported, "indicator")[1]) == 3
    rows = {row[0].text: row[3].text for row in tables(imported, SourcesSelection()).table.rows}
    assert rows["indicator value"].startswith("Too large for one file")
    assert rows["indicator"] == "Download CSV"


# ---- a polarity that we doubt ----


@pytest.fixture(scope="module")
def doubted(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that doubts the published polarity of the first indicator."""
    folder = tmp_path_factory.mktemp("doubted")
    words = (
        "INSERT INTO indicator_words VALUES (1, 'Things', 'What it is.', 'The metadata looks wrong.', true)"
    )
    store = Store(altered_home(indicators_home(release_home, folder), folder / "altered", words))
    yield store
    store.close()


@pytest.mark.parametrize("card", ["rug", "profile", "compare", "trend"])
def test_a_doubted_polarity_judges_nothing_wherever_it_is_shown(
    doubted: Store, imported: Store, card: str
) -> None:
    judged = {word for word in ("better", "worse") if word in str(view_of(imported, card).records)}
    assert judged, "the made-up indicator must be judged where its polarity is believed"
    said = {(record["comparison"], record["trend"]) for record in view_of(doubted, card).records}
    assert not {word for word, _ in said} & {"better", "worse"}
    assert not any("getting" in (trend or "") for _, trend in said)
    assert {word for word, _ in said} & {"higher", "lower"}


def test_a_doubted_polarity_is_shown_as_published_with_the_reason(doubted: Store) -> None:
    rows = {row[0].text: row[1].text for row in view_of(doubted, "about").table.rows}
    assert rows["Polarity as published"] == "Low is good"
    assert rows["Our remark"] == "The metadata looks wrong."
    assert "The metadata looks wrong." in view_of(doubted, "compare").method


def test_a_footprint_as_benchmark_judges_no_doubted_polarity_either(doubted: Store) -> None:
    selection = replace(DETAIL, benchmark="pennine")
    words = {record["comparison"] for record in view_of(doubted, "compare", selection).records}
    assert words & {"higher", "lower"}
    assert not words & {"better", "worse"}
