"""The workbook of a pack: types, provenance, notes, and no formula from data."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from dashboard.exports.files import FORMULA_STARTS
from dashboard.exports.workbook import LONGEST_NAME, NOTES, plain, put, sheet_names, write_workbook
from tests.packs import PALETTE, bundle_of, exhibit_of, table_of, view_of
from tests.shapes import patient


def written(tmp_path: Path, *exhibits: Any, **changes: Any) -> Any:
    path = tmp_path / "pack.xlsx"
    write_workbook(bundle_of(*exhibits, **changes), path, PALETTE)
    return load_workbook(path)


def test_each_view_has_a_sheet_with_types_and_provenance(tmp_path: Path) -> None:
    book = written(tmp_path, exhibit_of(view_of()))
    assert book.sheetnames == [NOTES, "1 made up"]
    head, first, second = book["1 made up"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert (row["label"], row["value"], row["source_line"]) == ("Do nothing", -48, 11)
    assert (row["source_title"], row["source_date"]) == ("Made-up forecast", "31 January 2020")
    assert dict(zip(head, second, strict=True))["status"] == "derived"
    assert book["1 made up"].freeze_panes == "A2"
    assert book["1 made up"].auto_filter.ref == f"A1:{chr(64 + len(head))}3"


def test_the_notes_say_all_that_a_figure_needs(tmp_path: Path) -> None:
    exhibit = exhibit_of(view_of(), choices="Chosen: measure: cumulative.", title="Our title")
    book = written(tmp_path, exhibit, home="https://figures.example")
    rows = [[cell for cell in row if cell is not None] for row in book[NOTES].iter_rows(values_only=True)]
    assert rows[:6] == [
        ["Title", "Cabinet"],
        ["Date", "12 June 2026"],
        ["Place", "Nowhere"],
        ["Council", "Nowhere Council"],
        ["Release", "release-1"],
        ["Release built", "1 June 2026"],
    ]
    columns, note = rows[7], rows[8]
    said = dict(zip(columns, note, strict=True))
    assert said["title"] == "Our title"
    assert said["subtitle"] == "In-year deficit, Nowhere, 2019/20, £m"
    assert said["choices"] == "Chosen: measure: cumulative."
    assert said["method"] == "As printed."
    assert said["sources"] == "Source: Made-up forecast, 31 January 2020. Table 1, line 11."
    assert said["marks"] == "Includes derived figures: worked out here, printed nowhere."
    assert said["link"] == "https://figures.example/deficit?area=all#deficit-made_up-card"
    assert book[NOTES]["A9"].hyperlink.location == "'1 made up'!A1" or "1 made up" in str(
        book[NOTES]["A9"].hyperlink.target
    )
    assert rows[-1][:3] == ["made-up", "Made-up forecast", "31 January 2020"]


def test_a_view_without_figures_gives_the_words_of_its_table(tmp_path: Path) -> None:
    view = view_of(records=(), facts=(), table=table_of("one", "two"))
    book = written(tmp_path, exhibit_of(view), date="")
    assert list(book["1 made up"].iter_rows(values_only=True)) == [("Column 0",), ("one",), ("two",)]
    assert book[NOTES]["B2"].value is None
    assert book[NOTES]["D9"].value == "As the page opens; nothing is chosen."


def test_records_without_a_document_or_with_gaps_are_kept(tmp_path: Path) -> None:
    view = view_of(records=({"a": 1}, {"b": "x"}), facts=())
    book = written(tmp_path, exhibit_of(view))
    assert list(book["1 made up"].iter_rows(values_only=True)) == [("a", "b"), (1, None), (None, "x")]
    unknown = view_of(records=({"source_id": "elsewhere"},))
    assert list(written(tmp_path, exhibit_of(unknown))["1 made up"].iter_rows(values_only=True))[1] == (
        "elsewhere",
        None,
        None,
    )


@given(name=st.text(max_size=50))
@patient
def test_sheet_names_are_valid_and_unique(name: str) -> None:
    view = view_of(name=f"deficit.{name}")
    names = sheet_names([exhibit_of(view, 1), exhibit_of(view, 2)])
    assert len(set(names)) == 2
    for sheet in names:
        assert 0 < len(sheet) <= LONGEST_NAME
        assert not set(sheet) & set("[]:*?/\\'")


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_text_that_a_spreadsheet_would_run_is_kept_as_text(tmp_path: Path, start: str) -> None:
    text = f"{start}1+1"
    book = written(tmp_path, exhibit_of(view_of(records=({"a": text},))))
    cell = book["1 made up"]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert str(cell.value).replace("\n", "\r") == text.replace("\n", "\r")


def test_other_text_is_not_marked_and_what_no_sheet_holds_is_shown() -> None:
    sheet = Workbook().create_sheet()
    assert not put(sheet.cell(1, 1), "plain").quotePrefix
    assert put(sheet.cell(1, 1), "a\x00b").value == "a\ufffdb"
    assert put(sheet.cell(1, 1), "x" * 40_000).value == "x" * 32_767


def test_a_moment_is_kept_without_its_zone_which_no_sheet_holds() -> None:
    cell = put(Workbook().create_sheet().cell(1, 1), datetime(2026, 6, 12, 9, 30, tzinfo=UTC))
    assert cell.value == datetime(2026, 6, 12, 9, 30)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (2, 2),
        (2.5, 2.5),
        (Decimal("1.5"), 1.5),
        (date(2026, 6, 12), date(2026, 6, 12)),
        (("a", 1), "a, 1"),
        ({"a": 1}, "{'a': 1}"),
    ],
)
def test_values_are_numbers_days_or_words(value: object, expected: object) -> None:
    assert plain(value) == expected
