"""The search over every figure, on invented rows in the production schema."""

import pytest

from dashboard.ingest.build import build_release
from dashboard.queries.facts import FoundFact, count_facts, facts_on_line, find_facts
from dashboard.store import Store
from tests.conftest import MadeUpData

ROWS = [
    "do_nothing,in_year,Council tax requirement,all,2017/18,-398,(398),11,Table 1,printed",
    'do_nothing,in_year,Council tax requirement,all,2018/19,1398,"1,398",12,Table 1,printed',
    "do_nothing,in_year,Council tax requirement,all,2019/20,398.5,398.5,13,Table 1,printed",
    "new_model,total_income,Income of all 41 bodies,all,2017/18,7,£7m,14,Table 41,printed",
    "new_model,total_income,Income of all 41 bodies,all,2018/19,41,41,15,Section 8.2.1.1,printed",
    "new_model,total_income,Income of all 41 bodies,all,2019/20,,n/k*,16,Appendix 12.6,unreadable",
]


@pytest.fixture
def figures(made_up_data: MadeUpData, small_store: Store) -> Store:
    """A store on `ROWS`."""
    made_up_data.budget(*ROWS)
    build_release(made_up_data.path, small_store.home)
    return small_store


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("398", [11]),
        ("(398)", [11]),
        ("-398", [11]),
        ("£398m", [11]),
        ("1398", [12]),
        ("1,398", [12]),
        ("£1,398", [12]),
        ("398.5", [13]),
        ("398.50", [13]),
        ("41", [14, 15, 16]),
        ("(41)", [15]),
        ("£41m", [15]),
        ("8.2", []),
        ("8.2.1.1", [15]),
        ("12.6", [16]),
        ("2019", [13, 16]),
        ("2019/20", [13, 16]),
        ("19", []),
        ("council TAX", [11, 12, 13]),
        ("total_income", [14, 15, 16]),
        ("total income", [14, 15, 16]),
        ("new model 2018/19", [15]),
        ("table 41", [14]),
        ("n/k", [16]),
        ("%", []),
        ("unheard-of", []),
        ("  ", [11, 12, 13, 14, 15, 16]),
    ],
)
def test_what_is_typed_finds_where_it_stands(figures: Store, text: str, lines: list[int]) -> None:
    assert [fact.source_line for fact in find_facts(figures, text)] == lines
    assert count_facts(figures, text) == len(lines)


def test_a_found_figure_says_everything_about_itself(figures: Store) -> None:
    assert find_facts(figures, "398") == [
        FoundFact(
            source_id="made-up",
            title="Made-up forecast",
            source_line=11,
            locator="Table 1",
            subject="do_nothing.all",
            measure="in_year",
            period="2017/18",
            value=-398.0,
            unit="£m",
            printed="(398)",
            status="printed",
            label="Council tax requirement",
            table_name="budget_line",
        )
    ]


def test_a_long_list_comes_in_pages(figures: Store) -> None:
    pages = [find_facts(figures, "", limit=4, offset=offset) for offset in (0, 4, 8)]
    assert [[fact.source_line for fact in page] for page in pages] == [[11, 12, 13, 14], [15, 16], []]


def test_the_search_can_keep_to_one_document(figures: Store) -> None:
    assert count_facts(figures, "398", source_id="made-up") == 1
    assert find_facts(figures, "398", source_id="another") == []


def test_the_figures_of_a_line_are_found(figures: Store) -> None:
    assert [fact.printed for fact in facts_on_line(figures, "made-up", 12)] == ["1,398"]
    assert facts_on_line(figures, "made-up", 99) == []


def test_398_is_found_in_every_place_of_the_report(store: Store) -> None:
    _, rows = store.table(
        r"""
        SELECT source_line FROM fact
        WHERE abs(value) = 398 OR regexp_matches(printed, '(^|[^\d.,])398($|[^\d.,])')
        ORDER BY source_id, source_line
        """
    )
    found = [(fact.source_line,) for fact in find_facts(store, "398")]
    assert set(rows) <= set(found)
    assert len(rows) > 1
