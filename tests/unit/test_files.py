import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.view import Table, View, fact_records
from dashboard.exports.files import csv_text, records_csv, view_json
from tests.shapes import fact, patient

PROVENANCE = ("unit", "printed", "status", "source_id", "source_line", "locator")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_header_is_one_plain_row_with_the_provenance_in_columns() -> None:
    text = records_csv(fact_records([fact("a", value=-48)], {"a": "Path"}))
    assert text.startswith("label,series,period,value,unit,")
    head, row = read(text)
    assert set(PROVENANCE) <= set(head)
    assert dict(zip(head, row, strict=True))["value"] == "-48"
    assert dict(zip(head, row, strict=True))["source_line"] == "7"


def test_lines_end_as_spreadsheets_expect() -> None:
    assert csv_text(["a", "b"], [[1, "x"], [2.5, "y, z"]]) == 'a,b\r\n1,x\r\n2.5,"y, z"\r\n'


def test_nothing_is_an_empty_cell() -> None:
    assert csv_text(["a", "b"], [[None, 0]]) == "a,b\r\n,0\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+44", "-48", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("x")'])
def test_text_that_a_spreadsheet_would_run_is_quoted_as_text(text: str) -> None:
    assert read(csv_text(["a"], [[text]]))[1] == [f"'{text}"]


def test_numbers_and_other_text_are_left_as_they_are() -> None:
    assert read(csv_text(["a"], [[-48], [-0.5], ["(48)"], ["−£48m"], ["a=b"]]))[1:] == [
        ["-48"],
        ["-0.5"],
        ["(48)"],
        ["−£48m"],
        ["a=b"],
    ]


@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
@patient
def test_any_text_comes_back_and_none_of_it_is_a_formula(texts: list[str]) -> None:
    _, row = read(csv_text(["x"] * len(texts), [texts]))
    assert [cell.removeprefix("'") for cell in row] == [text.removeprefix("'") for text in texts]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_no_records_are_an_empty_file() -> None:
    assert records_csv([]).strip() == ""


def test_json_has_the_words_and_every_figure() -> None:
    records = fact_records([fact("a", value=None, status="unreadable")], {})
    view = View("deficit.bridge", "Title", "Sub", Table("C", (), ()), (), records, "Method")
    read_back = json.loads(view_json(view))
    assert read_back["name"] == "deficit.bridge"
    assert (read_back["title"], read_back["subtitle"], read_back["method"]) == ("Title", "Sub", "Method")
    assert read_back["figures"] == [dict(records[0])]
    assert read_back["figures"][0]["value"] is None
