"""What the store says: on the real release, and on invented rows put in through the production schema."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

import pytest

from dashboard.domain.fact import Fact
from dashboard.domain.words import subject_words
from dashboard.errors import QueryError
from dashboard.ingest.build import build_release
from dashboard.queries import deficit, sources
from dashboard.store import Store
from dashboard.views.deficit import COMPONENTS, CONFLICT_SUBJECTS, MEASURES, MONEY, PLANNED, SPLITS
from tests.conftest import make_up_data

TAIL = "printed,source_line,locator,status"
FILES = {
    "budget_line": (
        f"scenario,line,label,organisation,financial_year,amount_gbp_m,{TAIL}",
        "do_nothing,in_year,Gap,council,2017/18,-10,(10),11,Table 40,printed",
        "do_nothing,in_year,Gap,council,2018/19,-20,(20),11,Table 40,printed",
        "do_nothing,in_year,Gap,council,2018/19,-99,(99),50,Table 2,printed",
        "do_nothing,council_tax,Council tax,council,2017/18,400,400,10,Table 40,printed",
        "new_model,in_year,Gap,council,2018/19,-15,(15),12,Table 46,extrapolated",
        "new_model,in_year,Gap,council,2018/19,-98,(98),51,Table 40,printed",
        "do_nothing,cumulative,Sum,council,2018/19,-30,(30),13,Table 40,printed",
        "new_model,cumulative,Sum,council,2018/19,-25.5,(25.5),14,Table 3,printed",
        "new_model,cumulative,Sum,council,2018/19,-97,(97),52,Table 46,printed",
        "do_nothing,closing_balance,Left,council,2018/19,5,5,15,Table 49,printed",
        "new_model,closing_balance,Left,council,2018/19,6,6,16,Table 50,printed",
        "do_nothing,opening_balance,Begin,council,2018/19,70,70,15,Table 49,printed",
        "new_model,allocated_expenditure,Spend,council_direct,2018/19,100,100,17,Table 42,printed",
        "new_model,total_expenditure,Spend,council_direct,2018/19,110,110,18,Table 44,printed",
        "new_model,funding,Fund,combined_authority,2018/19,30,30,19,Table 45,printed",
        "new_model,funding,Fund,wellbeing_corporations,2018/19,40,40,20,Table 45,printed",
        "new_model,revised_funding,Fund,wellbeing_corporations,2018/19,35,35,21,Table 45,printed",
        "new_model,total_funding,Fund,all,2018/19,65,65,22,Table 45,printed",
    ),
    "uplift": (
        f"driver,organisation,financial_year,amount_gbp_m,{TAIL}",
        "demand_pressures,all,2018/19,7.5,7.5,30,Appendix 12.15,printed",
        "demand_pressures,council_direct,2018/19,3,3,31,Appendix 12.15,printed",
        "all,council_direct,2018/19,4,4,32,Table 43,printed",
    ),
    "allocation": (
        f"organisation,measure,financial_year,value,unit,{TAIL}",
        'council_direct,net_expenditure,2016/17,350600,£000,"350,600",40,Table 41,printed',
        "council_direct,share_of_budget,2016/17,47,%,47%,40,Table 41,printed",
    ),
    "delayed_project": (
        f"project,label,financial_year,amount_gbp_k,{TAIL}",
        'telecare,Telecare,2017/18,-2500,"(2,500)",60,Table 51,printed',
        'total,Total,2017/18,-2500,"(2,500)",61,Table 51,printed',
    ),
    "benefit_summary": (
        f"component,line,label,measure,amount_gbp_m,{TAIL}",
        "all,total,Total,gross_annual_benefit,48,48,70,Table 23,printed",
        "front_office,total,Total,implementation_cost,-2,(2),71,Table 24,printed",
        "front_office,staff,Staff,gross_annual_benefit,3,3,72,Table 23,printed",
        "front_office,total,Total,gross_annual_benefit,3,3,73,Table 30,printed",
    ),
    "benefit_profile": (
        f"planned_savings,component,line,label,financial_year,amount_gbp_m,{TAIL}",
        "excluded,all,cost,Cost,2018/19,-9,(9),80,Table 25,printed",
        "included,all,cost,Cost,2018/19,-12,(12),81,Table 26,printed",
        "excluded,all,cumulative_net,Sum,2018/19,-9,(9),82,Table 25,printed",
        "excluded,front_office,cumulative_net,Sum,2018/19,2,2,83,Table 35,printed",
    ),
    "reserve_outturn": (
        "reserve,label,at_date,basis,amount_gbp_k,printed,source_line,locator,status",
        'unallocated,Unallocated,2018-03-31,reported,36000,"36,000",,Return 2018,printed',
        'earmarked,Earmarked,2018-03-31,reported,278041,"278,041",,Return 2018,printed',
        'earmarked,Earmarked,2018-03-31,restated,270000,"270,000",,Return 2019,printed',
        'net_revenue_expenditure,Spending,2018-03-31,reported,700000,"700,000",,Return 2018,printed',
    ),
    "narrative_figure": (
        f"figure,occurrence,subject,measure,period,value,unit,qualifier,label,{TAIL}",
        "shared,2,council,gap,2018/19,5.5,£m,,Gap,£5.5m,90,1.2,printed",
        "shared,1,council,gap,2018/19,5,£m,circa,Gap,circa £5m,90,1.2,printed",
        "shared,1,council,gap,,6,£m,,Gap,£6m,20,1.1,printed",
        "other,1,council,gap,,7,£m,,Gap,£7m,21,1.1,printed",
    ),
}

Row = tuple[str, str, float | None, int | None]


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store on invented rows, among them rows that no view may take."""
    folder = tmp_path_factory.mktemp("invented")
    data = make_up_data(folder / "data")
    for name, rows in FILES.items():
        data.write(f"sources/made-up/{name}.csv", "\n".join([*rows, ""]))
    build_release(data.path, folder / "home")
    store = Store(folder / "home")
    yield store
    store.close()


def rows_of(facts: list[Fact]) -> list[Row]:
    return [(fact.series, fact.period, fact.value, fact.source_line) for fact in facts]


def test_doing_nothing_as_printed(store: Store) -> None:
    facts = [fact for fact in deficit.trajectories(store, "in_year") if fact.series == "do_nothing"]
    assert rows_of(facts) == [
        ("do_nothing", "2017/18", -48, 2065),
        ("do_nothing", "2018/19", -84, 2065),
        ("do_nothing", "2019/20", -118, 2065),
        ("do_nothing", "2020/21", -148, 2065),
    ]
    assert {(fact.locator, fact.unit, fact.status, fact.source_id) for fact in facts} == {
        ("Table 40", "£m", "printed", "psdm-2017")
    }
    assert [fact.printed for fact in facts] == ["(48)", "(84)", "(118)", "(148)"]


def test_the_later_years_of_the_new_model_are_marked_as_extrapolated(store: Store) -> None:
    model = [fact for fact in deficit.trajectories(store, "in_year") if fact.series == "new_model"]
    assert [(fact.period, fact.value) for fact in model if fact.status == "extrapolated"] == [
        ("2021/22", -13),
        ("2022/23", 20),
    ]


Query = Callable[[Store], list[Fact]]


def each(query: Callable[[Store, str], list[Fact]], words: Iterable[str]) -> dict[str, Query]:
    """Return one query for each word that `query` takes."""
    return {f"{query.__name__} {word}": partial(_asked, query, word) for word in words}


def _asked(query: Callable[[Store, str], list[Fact]], word: str, store: Store) -> list[Fact]:
    return query(store, word)


QUERIES: dict[str, Query] = {
    **each(deficit.trajectories, MEASURES),
    **each(deficit.uplifts, SPLITS),
    **each(deficit.organisations, MONEY),
    **each(deficit.benefits, PLANNED),
    **each(deficit.cumulative_net, COMPONENTS),
    "strategy": deficit.strategy,
    "reserve_outturn": deficit.reserve_outturn,
    "delayed_projects": deficit.delayed_projects,
}


@pytest.mark.parametrize("name", QUERIES)
def test_each_series_has_one_figure_a_period_in_their_order(store: Store, name: str) -> None:
    facts = QUERIES[name](store)
    assert facts
    for series in {fact.series for fact in facts}:
        periods = [fact.period for fact in facts if fact.series == series]
        assert all(before < after for before, after in pairwise(periods)), (series, periods)
    assert all(fact.printed and fact.locator and fact.value is not None for fact in facts)
    assert {fact.unit for fact in facts} == {"£m"}


def test_each_trajectory_comes_from_the_table_that_prints_it_most_fully(invented: Store) -> None:
    assert rows_of(deficit.trajectories(invented, "in_year")) == [
        ("do_nothing", "2017/18", -10, 11),
        ("do_nothing", "2018/19", -20, 11),
        ("new_model", "2018/19", -15, 12),
    ]
    assert rows_of(deficit.trajectories(invented, "cumulative")) == [
        ("do_nothing", "2018/19", -30, 13),
        ("new_model", "2018/19", -25.5, 14),
    ]
    assert rows_of(deficit.trajectories(invented, "reserves")) == [
        ("do_nothing", "2018/19", 5, 15),
        ("new_model", "2018/19", 6, 16),
    ]
    assert deficit.trajectories(invented, "in_year")[2].status == "extrapolated"
    assert deficit.trajectories(invented, "nothing") == []


def test_the_strategy_is_one_table(invented: Store) -> None:
    assert ("council_tax", "2017/18", 400, 10) in rows_of(deficit.strategy(invented))
    assert {fact.locator for fact in deficit.strategy(invented)} == {"Table 40"}


def test_the_uplift_is_split_by_driver_or_by_organisation(invented: Store) -> None:
    assert rows_of(deficit.uplifts(invented, "driver")) == [("demand_pressures", "2018/19", 7.5, 30)]
    assert rows_of(deficit.uplifts(invented, "organisation")) == [("council_direct", "2018/19", 4, 32)]


def test_money_by_organisation_in_million_pounds_and_never_twice(invented: Store) -> None:
    assert rows_of(deficit.organisations(invented, "today")) == [("council_direct", "2016/17", 350.6, 40)]
    assert rows_of(deficit.organisations(invented, "allocated")) == [("council_direct", "2018/19", 100, 17)]
    assert rows_of(deficit.organisations(invented, "forecast")) == [("council_direct", "2018/19", 110, 18)]
    assert rows_of(deficit.organisations(invented, "funding")) == [
        ("combined_authority", "2018/19", 30, 19),
        ("wellbeing_corporations", "2018/19", 35, 21),
        ("all", "2018/19", 65, 22),
    ]


def test_benefits_by_year_and_added_up(invented: Store) -> None:
    assert rows_of(deficit.benefits(invented, "excluded")) == [
        ("all.cost", "2018/19", -9, 80),
        ("all.cumulative_net", "2018/19", -9, 82),
    ]
    assert rows_of(deficit.benefits(invented, "included")) == [("all.cost", "2018/19", -12, 81)]
    assert rows_of(deficit.cumulative_net(invented, "all")) == [("excluded", "2018/19", -9, 82)]
    assert rows_of(deficit.cumulative_net(invented, "front_office")) == [("excluded", "2018/19", 2, 83)]


def test_the_steady_state_is_the_totals_of_its_two_tables(invented: Store) -> None:
    assert rows_of(deficit.steady_state(invented)) == [
        ("all", "gross_annual_benefit", 48, 70),
        ("front_office", "implementation_cost", -2, 71),
    ]


def test_figures_of_the_text_come_in_the_order_of_their_lines(invented: Store) -> None:
    assert rows_of(deficit.narrative(invented, "shared")) == [
        ("shared", "", 6, 20),
        ("shared", "2018/19", 5, 90),
        ("shared", "2018/19", 5.5, 90),
    ]
    assert [fact.series for fact in deficit.narrative(invented, "other", "shared")] == [
        "shared",
        "other",
        "shared",
        "shared",
    ]
    assert deficit.narrative(invented) == []


def test_reserves_are_those_reported_in_million_pounds(invented: Store) -> None:
    assert rows_of(deficit.reserve_outturn(invented)) == [
        ("earmarked", "2018-03-31", 278.041, None),
        ("unallocated", "2018-03-31", 36, None),
    ]


def test_delayed_projects_and_their_names(invented: Store) -> None:
    assert rows_of(deficit.delayed_projects(invented)) == [
        ("telecare", "2017/18", -2.5, 60),
        ("total", "2017/18", -2.5, 61),
    ]
    assert deficit.project_names(invented) == {"telecare": "Telecare", "total": "Total"}


def test_sources_come_oldest_first_with_their_figures_counted(store: Store, invented: Store) -> None:
    known = sources.sources(store)
    assert known[0].source_id == "tca-2014"
    _, rows = store.table("SELECT count(*) FROM fact")
    assert sum(source.figures for source in known) == rows[0][0]
    (only,) = sources.sources(invented)
    assert only.title == "Made-up forecast"
    assert only.figures == sum(len(rows) - 1 for rows in FILES.values())


def test_corrections_can_be_asked_for_by_the_check_that_finds_them(store: Store) -> None:
    every = sources.corrections(store)
    some = sources.corrections(store, "reserves", "bridge")
    assert 0 < len(some) < len(every)
    assert {item.check_name.split("_")[0] for item in some} <= {"reserves", "bridge"}
    assert set(some) <= set(every)
    assert sources.corrections(store, "no such") == []
    assert set(sources.corrections(store, *CONFLICT_SUBJECTS)) <= set(every)


def test_every_check_of_a_release_holds_but_for_what_is_corrected(store: Store, invented: Store) -> None:
    results = sources.check_results(store)
    assert results
    assert all(result.passed and result.promise for result in results)
    assert sum(result.failures for result in results) == len(sources.corrections(store))
    assert [(result.name, result.failures) for result in sources.check_results(invented)] == [
        ("figure_is_small", 0)
    ]


def test_terms_come_in_the_order_of_the_alphabet(store: Store) -> None:
    terms = [term.term.lower() for term in sources.glossary(store)]
    assert terms == sorted(terms)
    assert all(term.meaning for term in sources.glossary(store))


def test_every_table_is_described_and_can_be_had_whole(store: Store) -> None:
    for table in sources.tables(store):
        assert table.description
        columns, rows = sources.table_rows(store, table.table_name)
        assert columns
        assert len(rows) == table.row_count


@pytest.mark.parametrize("name", sources.PUBLIC_VIEWS)
def test_the_views_that_others_query_can_be_had_too(store: Store, name: str) -> None:
    columns, rows = sources.table_rows(store, name)
    assert {"source_id", "source_line", "locator", "status"} <= set(columns)
    assert rows


def test_the_public_views_are_listed_with_the_tables(store: Store) -> None:
    counts = {table.table_name: table.row_count for table in sources.tables(store)}
    for name in ("fact", "risk_assessment"):
        assert counts[name] == len(sources.table_rows(store, name)[1])


def test_corrections_can_be_those_of_one_document(store: Store) -> None:
    every = sources.corrections(store)
    own = sources.corrections(store, source_id="lcc-savings-2018")
    assert own
    assert own == [item for item in every if item.source_id == "lcc-savings-2018"]
    named = sources.corrections(store, "savings", source_id="psdm-2017")
    assert {item.source_id for item in named} == {"psdm-2017"}


def test_spellings_leave_nothing_raw_in_a_correction_or_a_figure(store: Store) -> None:
    spellings = sources.spellings(store)
    _, rows = store.table("SELECT subject FROM correction UNION SELECT subject || '.' || measure FROM fact")
    said = {subject: subject_words(subject, spellings) for (subject,) in rows}
    raw = re.compile(r"_|[a-z]\.[a-z]|\b(?:fte|sc\d+|stp|ict|nhs|unstated|lcc)\b|^[a-z]|, ,|  ")
    assert {subject: words for subject, words in said.items() if raw.search(words)} == {}


@pytest.mark.parametrize("name", ["nothing", 'fact" --', "duckdb_settings", "fact; DROP TABLE source", ""])
def test_no_other_table_can_be_had(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match="There is no table"):
        sources.table_rows(store, name)


def test_the_place_and_the_release(store: Store, invented: Store) -> None:
    assert sources.place(invented) == sources.Place("Nowhere", "Nowhere Council")
    assert sources.release(invented).first_document == "31 January 2020"
    real = sources.release(store)
    assert real.release_id == store.release_id
    assert real.first_document == "January 2014"
