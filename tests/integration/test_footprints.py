"""The footprints page: people counted once, the profile of a footprint and of a district, and the checks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from dashboard.components.body import body_html
from dashboard.domain.address import from_query, to_query
from dashboard.domain.view import View
from dashboard.pages.footprints import Ids, layout
from dashboard.queries import footprints as queries
from dashboard.queries.names import names
from dashboard.queries.sources import corrections
from dashboard.store import Store
from dashboard.views.cache import cache
from dashboard.views.footprints import CARDS, FootprintsSelection, finding, headlines, scope
from tests.outcomes import OTHERS, PENNINE, indicators_home
from tests.releases import Altered
from tests.shapes import attribute, ids_of, named, text_of

EVERY = FootprintsSelection()


@pytest.fixture(autouse=True)
def remembering() -> Iterator[None]:
    """An application, which remembers views."""
    app = Flask("test")
    cache.init_app(app, config={"CACHE_TYPE": "SimpleCache"})
    with app.app_context():
        yield


@pytest.fixture(scope="module")
def imported(release_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the made-up indicators."""
    store = Store(indicators_home(release_home, tmp_path_factory.mktemp("indicators")))
    yield store
    store.close()


def view_of(store: Store, card: str, area: str = "") -> View:
    return CARDS[card](store, FootprintsSelection(area=area))


def entry(view: View, term: str) -> list[str]:
    return [cell.text for item in view.record if item.term == term for cell in item.lines]


def column(view: View, name: str) -> list[str]:
    place = [cell.text for cell in view.table.head].index(name)
    return [row[place].text for row in view.table.rows]


# ---- people, each district once ----


def test_each_district_is_counted_once_by_a_slow_twin(store: Store) -> None:
    _, rows = store.table(
        "SELECT area_code, population, source_line FROM hospital_district WHERE area_code <> ''"
    )
    once = {code: people for code, people, _ in rows}
    _, members = store.table("SELECT footprint, area_code FROM footprint_member")
    found = scope(store, EVERY)
    for footprint in found.footprints:
        expected = sum(once[code] for name, code in members if name == footprint)
        assert found.people(footprint).value == expected
    assert sum(once[code] for _, code in members) == 1_649_120
    twice = [code for code in once if [row[0] for row in rows].count(code) > 1]
    assert len(twice) == 4
    again = sum(people for _, people, _ in rows) - sum(once.values())
    assert f"4 districts stand under several hospitals: added up as printed, {again:,} people" in (
        view_of(store, "counted").title
    )


def test_the_county_gives_the_printed_total_and_the_footprints_do_not(store: Store) -> None:
    view = view_of(store, "counted")
    assert view.title.endswith("counted once, the county gives the printed total")
    sums = {fact.series: fact.value for fact in view.facts if fact.series.startswith(("D", "M", "p"))}
    assert sums == {
        "Districts in the county": 1_478_120,
        "Districts in the footprints": 1_649_120,
        "Members outside the county": 171_000,
        "printed total": 1_478_120,
    }
    lines = {row[0].text: row[2].text for row in view.table.rows}
    assert lines["Ribble Valley"] == "2494 and 2498"
    notes = {row[0].text: row[0].note for row in view.table.rows}
    assert notes["South Lakeland"].startswith("outside the county, in South Cumbria; abolished 31 March 2023")
    assert notes["Sefton"] == "outside the county, in Merseyside"


def test_what_the_checks_find_stands_on_the_page_with_both_readings(store: Store) -> None:
    own = {(item.check_name, item.subject) for item in corrections(store, "footprint", "population")}
    assert ("footprint_size_is_in_stated_range", "pennine") in own
    assert ("population_footprints_are_the_total", "footprints.all_lancashire_districts") in own
    readings = column(view_of(store, "conflicts"), "Other reading")
    assert any(text.startswith("532,530 (Pennine Lancashire") for text in readings)
    assert any(text.startswith("1,649,120") for text in readings)


def test_findings_are_those_of_what_the_page_shows(store: Store) -> None:
    records = view_of(store, "conflicts").records
    subjects = {record["subject"] for record in records}
    assert "identifiable_community_population_high" in subjects
    assert "wellbeing_corporations.supporting_people after 107" in subjects
    assert any("commissioning_and_wellbeing.operate" in subject for subject in subjects)
    others = ("council_direct.", "combined_authority", "professional_support.", "lancashire_population_pro")
    assert not [subject for subject in subjects if subject.startswith(others)]


def test_other_people_give_other_findings(altered: Altered) -> None:
    store = altered(
        "UPDATE hospital_district SET population = 1000 WHERE area_code = 'E07000117'",
        "UPDATE hospital_district SET population = 1000 WHERE area_code = 'E07000127'",
        "DELETE FROM hospital_district WHERE hospital IN ('royal_blackburn', 'airedale_general', "
        "'barrow_and_westmoreland_general', 'southport_and_ormskirk')",
        "DELETE FROM correction",
    )
    assert finding(store, EVERY).endswith("West Lancashire is below the stated size")
    assert "differs from the printed total" in view_of(store, "counted").title
    assert view_of(store, "counted").title.startswith("No district stands under several hospitals")
    assert view_of(store, "conflicts").title == "The checks found nothing odd"
    assert "outside the county share" not in view_of(store, "hospitals").title


def test_without_a_printed_total_none_is_compared(altered: Altered) -> None:
    store = altered("DELETE FROM hospital_district WHERE area_code IS NULL")
    assert "printed total" not in view_of(store, "counted").title
    assert "is also listed" not in view_of(store, "hospitals").subtitle
    assert len(entry(view_of(store, "profile", "west"), "Hospitals and trusts")) == 2


# ---- every footprint side by side ----


def test_the_page_says_how_many_people_and_which_is_above_the_size(store: Store) -> None:
    assert finding(store, EVERY) == (
        "The 5 footprints hold 1,649,120 people; Pennine Lancashire is above the stated size"
    )
    tiles = {item.label: item.value for item in headlines(store, EVERY)}
    assert tiles == {
        "People in all footprints": "1,649,120",
        "Identifiable communities": "57 to 80",
        "Services that would move": "37",
        "In full operation": "by April 2019",
    }
    view = view_of(store, "compare")
    assert (
        view.title == "4 of 5 footprints lie within the stated size; Pennine Lancashire has 532,530, above it"
    )
    assert column(view, "Fewest communities") == ["11", "11", "18", "13", "4"]
    assert column(view, "Hospitals or trusts") == ["1", "2", "3", "2", "2"]


def test_dates_are_as_exact_as_printed(store: Store) -> None:
    view = view_of(store, "dates")
    assert view.title == "Shadow corporations by April 2018, full operation by April 2019"
    assert "September 2017" in column(view, "When")
    assert "by September 2017" in column(view, "When")
    assert "Phase of the plan: detailed design" in column(view, "What")
    assert "Jul–Nov 17 (4 months)" in column(view, "When")


def test_money_is_of_all_corporations_together(store: Store) -> None:
    view = view_of(store, "money")
    assert "£46m a year in the end, after £9m once and £1m a year" in view.title
    assert "never divided" in view.subtitle
    assert {fact.period: fact.value for fact in view.facts if fact.series == "net_benefit"}["2022/23"] == 45


def test_services_are_listed_with_their_lines(store: Store) -> None:
    view = view_of(store, "services")
    assert view.title == "37 services would move to the corporations, most of all in public health (14)"
    assert len(view.table.rows) == len(view.cited) == 37


# ---- profiles ----


def test_a_footprint_on_one_page_answers_who_what_where_and_when(store: Store) -> None:
    view = view_of(store, "profile", "morecambe_bay")
    assert entry(view, "People")[0] == "313,280 people (derived)"
    assert any("outside the county, in South Cumbria" in line for line in entry(view, "People"))
    assert len(entry(view, "Hospitals and trusts")) == 3
    assert entry(view, "Services that would move")[-1].startswith("They are services of Lancashire County")
    assert len(entry(view, "Services that would move")) == 5
    assert entry(view, "What changes, and when")[-1].startswith("By April 2019")
    assert "£573m of funding from the county council in 2019/20" in entry(view, "Money")
    assert entry(view, "Health")[0].startswith("No public health indicators are loaded")
    assert "worse than England on 12 of 18 measures" in entry(view, "Health")[1]
    linked = [cell for item in view.record for cell in item.lines if cell.href]
    assert all(cell.note for cell in linked)
    assert 'href="/sources?source=psdm-2017&amp;line=2488"' in body_html(view)


def test_a_district_says_its_footprint_and_hospitals(store: Store) -> None:
    asked = FootprintsSelection(area="E07000124")
    assert finding(store, asked) == "Ribble Valley: 58,480 people, in the Pennine Lancashire footprint"
    view = view_of(store, "profile", "E07000124")
    assert entry(view, "Hospitals and trusts")[:2] == ["Burnley General Hospital", "Royal Blackburn Hospital"]
    assert entry(view, "Footprint") == ["Pennine Lancashire, by our reading:"]
    assert headlines(store, asked)[0].label == "People"
    assert headlines(store, asked)[1].value == "2"


def test_a_neighbour_is_said_to_be_outside_and_none_of_the_plan_is_its_own(store: Store) -> None:
    asked = FootprintsSelection(area="E08000014")
    assert finding(store, asked) == "Sefton: 273,700 people, in no footprint"
    view = view_of(store, "profile", "E08000014")
    assert view.subtitle.startswith("A metropolitan borough, outside the county, in Merseyside")
    assert entry(view, "Services that would move") == [
        "None: it is in no footprint; the report’s services and money are those of Lancashire County Council"
    ]
    assert [item.term for item in view.record] == [
        "People",
        "Footprint",
        "Hospitals and trusts",
        "Services that would move",
        "Health",
    ]
    assert [item.meaning for item in headlines(store, asked)] == ["Outside the county, in Merseyside."]


def test_a_size_no_community_fits_is_said(altered: Altered) -> None:
    store = altered("UPDATE hospital_district SET population = 35000 WHERE area_code = 'E07000127'")
    tiles = headlines(store, FootprintsSelection(area="west"))
    assert tiles[1].value == "no whole number"


def test_who_decides_is_told_with_its_lines(store: Store) -> None:
    view = view_of(store, "governance")
    assert list(dict.fromkeys(column(view, "About"))) == [
        "On its board",
        "Voting",
        "Answers to",
        "Answers for",
        "Principle",
        "Still open",
    ]
    assert view.title == ("6 kinds of member sit on the board of a corporation; 2 questions are open")
    assert all(row[2].href for row in view.table.rows)
    record = view_of(store, "profile", "west").record
    told = next(one.lines for one in record if one.term == "Who decides")
    assert len(told) == 5
    assert all(cell.href for cell in told)


@pytest.mark.parametrize(
    ("area", "kind"),
    [
        ("E06000009", "A unitary authority in the county: its council runs its own services."),
        ("E07000031", "A district, outside the county, in South Cumbria"),
    ],
)
def test_what_the_county_council_has_is_not_said_of_a_district_it_does_not_serve(
    store: Store, area: str, kind: str
) -> None:
    view = view_of(store, "profile", area)
    assert view.subtitle.startswith(kind)
    (services,) = entry(view, "Services that would move")
    assert services.startswith("None of its own: the 37 services that the report lists are those of Lanca")
    assert "county districts: " in services
    assert not any("£573m" in line for line in entry(view, "Money"))
    assert not any("worse than England on" in line for line in entry(view, "Health"))
    labels = [item.label for item in headlines(store, FootprintsSelection(area=area))]
    assert "Services that would move" not in labels


def test_a_county_district_keeps_what_the_county_council_has(store: Store) -> None:
    view = view_of(store, "profile", "E07000119")
    assert view.subtitle.startswith("A district in the county.")
    assert any("£573m" in line for line in entry(view, "Money"))
    assert len(entry(view, "Services that would move")) == 4


def test_no_profile_asks_a_reader_to_run_a_command(store: Store) -> None:
    assert "placeboard" not in str(view_of(store, "profile", "pennine").record)
    assert "For officers" in view_of(store, "outcomes", "pennine").table.empty[0].text


def test_a_single_number_of_communities_stands_alone(store: Store) -> None:
    tile = headlines(store, FootprintsSelection(area="E07000125"))[1]
    assert tile.value == "3"
    assert tile.meaning == "Of 20,000 to 30,000 people (derived)."


# ---- health ----


def test_nothing_loaded_says_what_is_missing_and_how_to_load_it(store: Store) -> None:
    view = view_of(store, "outcomes", "pennine")
    assert view.title == "How healthy people are is not known here yet"
    assert "placeboard import fingertips FILE --apply" in view.table.empty[0].text


def test_members_are_compared_and_only_sums_that_hold_are_made(imported: Store) -> None:
    view = view_of(imported, "outcomes", "pennine")
    rows = {row[0].text: row for row in view.table.rows}
    # Each of the six has a share of a thousand with its count: the mean is the sum over the sum.
    things = rows["Things, described"]
    assert things[2].text == "21.5"
    assert things[2].note.endswith("derived")
    assert len(things) == 3 + len(PENNINE)
    assert rows["Scores"][2].text == "no figure: members listed"
    assert "score" in rows["Scores"][2].note
    assert rows["Bare"][2].text == "no figure: members listed"
    linked = [cell for row in view.table.rows for cell in row if "made-up" in cell.href and cell.note]
    assert len(linked) + 1 == len(view.facts) == len(view.records)
    assert view.title.startswith("Pennine Lancashire: ")
    assert "comparisons" not in view.title


def test_every_footprint_is_compared_without_a_league(imported: Store) -> None:
    view = view_of(imported, "outcomes")
    assert [cell.text for cell in view.table.head][2:] == [
        item.label for item in queries.footprints(imported)
    ]
    alone = [fact for fact in view.facts if fact.status != "derived"]
    assert {fact.series.split()[1] for fact in alone} == {"E07000127"}
    assert all(fact.source_line for fact in alone)
    assert all(fact.source_line is None for fact in view.cited)
    assert len(view.records) == len(view.facts)
    # One has no figure of its own in the files at all, one has a gap in the latest period.
    assert [row[3].text for row in view.table.rows] == ["no figure: see the footprint"] * 3
    assert {row[3].href for row in view.table.rows} == {"/footprints?area=morecambe_bay"}
    assert [row[6].note.endswith("as published") for row in view.table.rows] == [True] * 3


def test_the_figure_of_a_sole_member_is_the_footprints_as_published(imported: Store) -> None:
    footprint, district = (view_of(imported, "outcomes", area) for area in ("west", "E07000127"))
    assert footprint.table.rows == district.table.rows
    assert footprint.facts == district.facts
    assert all(fact.status == "printed" for fact in footprint.facts)
    assert "as published, not derived" in footprint.subtitle
    assert "as published, not derived" not in district.subtitle
    health = entry(view_of(imported, "profile", "west"), "Health")
    assert health == entry(view_of(imported, "profile", "E07000127"), "Health")


def test_health_names_indicators_and_adds_nothing_up(imported: Store) -> None:
    every = view_of(imported, "outcomes").title
    assert "Things, described" in every
    assert "comparisons" not in every
    for area in ("pennine", "fylde_coast", "E07000127"):
        told = " ".join(entry(view_of(imported, "profile", area), "Health"))
        assert "Things, described" in told


def test_a_district_is_compared_with_intervals_and_trend(imported: Store) -> None:
    view = view_of(imported, "outcomes", PENNINE[5])
    assert [cell.text for cell in view.table.head][-2:] == ["Read as", "Recent trend"]
    assert len(view.table.rows) == 3
    assert len(view.records) == 3
    assert "Every indicator:" in entry(view_of(imported, "profile", PENNINE[5]), "Health")


def test_a_gap_and_a_district_without_figures_are_said(imported: Store) -> None:
    view = view_of(imported, "outcomes", "fylde_coast")
    things = next(row for row in view.table.rows if row[0].text == "Things, described")
    texts = {cell.text: place for place, cell in enumerate(view.table.head)}
    assert things[texts["Blackpool"]].text == "not given"
    bare = next(row for row in view.table.rows if row[0].text == "Bare")
    assert bare[texts["Fylde"]].text == "not in the file"
    nothing = view_of(imported, "outcomes", "E07000031")
    assert nothing.title == "South Lakeland: no comparison with Land can be made"
    assert nothing.table.empty[0].text == "The imported files hold no figure for South Lakeland."
    assert OTHERS[0] == "E06000009"


# ---- the page and its address ----


def test_the_page_shows_every_footprint_or_one(store: Store) -> None:
    every = layout(store, EVERY)
    shown = set(ids_of(every))
    assert {Ids.FOOTPRINTS, "footprints-compare-card", "footprints-governance-card"} <= shown
    assert Ids.DISTRICTS not in shown
    one = layout(store, FootprintsSelection(area="pennine"))
    cards = [name for name in ids_of(one) if name.endswith("-card")]
    assert "footprints-profile-card" in cards
    assert "footprints-money-card" not in cards
    assert "footprints-services-card" in cards
    unitary = ids_of(layout(store, FootprintsSelection(area="E06000008")))
    assert "footprints-services-card" not in unitary
    ways = [attribute(nav, "data-pb-html") for nav in named(one, "Nav")]
    assert 'aria-current="true">Pennine Lancashire' in ways[0]
    assert ways[1].count("<li>") == 6
    assert "Pennine Lancashire: 532,530 people" in text_of(one)


def test_links_keep_the_colour_of_the_map(imported: Store) -> None:
    page = layout(imported, FootprintsSelection(area="west", colour="1"))
    ways = [attribute(nav, "data-pb-html") for nav in named(page, "Nav")]
    assert "/footprints?colour=1&amp;area=central" in ways[0]


@pytest.mark.parametrize("area", ["pennine", "E07000117", "E08000032"])
def test_footprints_and_districts_can_be_asked_for(store: Store, area: str) -> None:
    selection, notices = from_query(FootprintsSelection, {"area": area}, names(store))
    assert notices == []
    assert selection.area == area
    assert to_query(replace(selection, colour="footprint")) == f"?area={area}"


def test_what_is_no_footprint_is_said(store: Store) -> None:
    selection, notices = from_query(FootprintsSelection, {"area": "atlantis", "colour": "blue"}, names(store))
    assert selection == EVERY
    assert len(notices) == 2
    assert "Showing footprint instead" in notices[1]


def test_a_profile_of_nothing_says_so(store: Store) -> None:
    view = view_of(store, "profile")
    assert view.title == "No footprint or district is chosen"
    assert view.instead
