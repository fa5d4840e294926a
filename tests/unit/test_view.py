from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records, line_address, pivot
from tests.shapes import fact, patient

LABELS = {"b": "Second", "a": "First"}


def test_a_printed_figure_leads_to_its_line() -> None:
    cell = fact_cell(fact(value=-83.5, source_line=2195))
    assert cell == Cell("−£83.5m", href="/sources?source=made-up&line=2195", number=True)
    assert line_address("made-up", 2195) == cell.href


def test_a_figure_without_lines_leads_to_its_document() -> None:
    assert fact_cell(fact(source_line=None)).href == "/sources?source=made-up"


def test_extrapolated_and_derived_figures_are_marked_and_a_derived_one_leads_nowhere() -> None:
    assert fact_cell(fact(status="extrapolated")).note == "extrapolated"
    assert fact_cell(fact(status="extrapolated")).href != ""
    assert fact_cell(fact(status="derived", source_line=None)) == Cell("£1m", number=True, note="derived")


def test_what_is_not_printed_says_so_and_is_never_zero() -> None:
    assert fact_cell(None) == Cell("not printed", number=True)
    assert fact_cell(fact(value=None, status="unreadable")).text == "not printed"
    assert fact_cell(fact(value=0)).text == "£0"


def test_pivot_has_a_row_per_series_in_the_order_of_the_labels_and_a_column_per_period() -> None:
    table = pivot(
        [fact("a", "2020/21", 2), fact("a", "2019/20", 1), fact("b", "2020/21", 3)], LABELS, "C", "Part"
    )
    assert table.caption == "C"
    assert [cell.text for cell in table.head] == ["Part", "2019/20", "2020/21"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Second", "not printed", "£3m"],
        ["First", "£1m", "£2m"],
    ]
    assert all(cell.heading for cell in table.head)
    assert [cell.heading for cell in table.rows[0]] == [True, False, False]


def test_pivot_takes_the_words_and_order_of_periods_where_they_are_given() -> None:
    periods = {"later": "Later*", "early": "Early"}
    table = pivot([fact("a", "early", 1), fact("a", "later", 2)], {"a": "First"}, "C", "Part", periods)
    assert [cell.text for cell in table.head] == ["Part", "Later*", "Early"]
    assert [cell.text for cell in table.rows[0]] == ["First", "£2m", "£1m"]


@given(
    values=st.dictionaries(
        st.tuples(st.sampled_from("ab"), st.sampled_from(["2018/19", "2019/20", "2020/21"])),
        st.integers(-500, 500),
        min_size=1,
    )
)
@patient
def test_every_cell_of_a_pivot_is_the_figure_given_or_says_that_none_is(
    values: dict[tuple[str, str], int],
) -> None:
    facts = [fact(series, period, value) for (series, period), value in values.items()]
    table = pivot(facts, LABELS, "C", "Part")
    columns = [cell.text for cell in table.head[1:]]
    for series, row in zip(LABELS, table.rows, strict=True):
        for period, cell in zip(columns, row[1:], strict=True):
            expected = (
                fact_cell(fact(series, period, values[series, period]))
                if (series, period) in values
                else None
            )
            assert cell == (expected or Cell("not printed", number=True))


def test_records_carry_the_words_and_the_provenance_of_each_figure() -> None:
    records = fact_records([fact("a", value=-48), fact("other", status="derived", source_line=None)], LABELS)
    assert records[0] == {
        "label": "First",
        "series": "a",
        "period": "2019/20",
        "value": -48,
        "unit": "£m",
        "printed": "-48",
        "status": "printed",
        "source_id": "made-up",
        "source_line": 7,
        "locator": "Table 1",
    }
    assert (records[1]["label"], records[1]["source_line"]) == ("other", None)


def test_the_card_of_a_view_is_its_name_after_the_page() -> None:
    view = View("deficit.payback", "T", "S", Table("C", (), ()), (), (), "M")
    assert view.card == "payback"
    assert view.chart is None
