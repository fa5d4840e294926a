"""Every trap that a file may hold is read rightly or named with its place; no row is dropped in silence."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Alignment

from dashboard.ingest.imports import received
from dashboard.ingest.imports import workbook as reader
from tests.sheets import (
    OPTION_HEADINGS,
    RISK_HEADINGS,
    Reading,
    option,
    read_options,
    read_register,
    risk,
    workbook,
    write_csv,
    write_workbook,
)

TWO = [risk("CR1", "Money"), risk("CO1", "Growth", Residual_impact="Major", Residual_likelihood="possible")]


def sheet_xml(path: Path, *changes: tuple[str, str], part: str = "xl/worksheets/sheet1.xml") -> Path:
    """Change the XML of a workbook as no library would write it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in changes:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def only(reading: Reading) -> str:
    """Return the one problem there is."""
    assert len(reading.sentences) == 1, reading.sentences
    return reading.sentences[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a test writes its file."""
    return tmp_path / "q4.xlsx"


def test_a_workbook_and_its_csv_say_the_same(tmp_path: Path) -> None:
    rows = [
        read_register(path).rows
        for path in (write_workbook(tmp_path / "a.xlsx", TWO), write_csv(tmp_path / "a.csv", TWO))
    ]
    said = [
        [(row.number, row.kind, row.title, row.scores, row.statements) for row in found] for found in rows
    ]
    assert said[0] == said[1]
    assert [row.number for row in rows[0]] == ["CR1", "CO1"]
    assert [(score.value, score.impact, score.likelihood) for score in rows[0][1].scores] == [
        (16, None, None),
        (12, 4, 3),
    ]


def test_a_formula_is_taken_by_its_last_result_and_said(file: Path) -> None:
    sheet_xml(write_workbook(file, TWO), ("<v>16</v>", "<f>8+8</f><v>16</v>"))
    reading = read_register(file)
    assert reading.sentences == []
    assert reading.rows[0].scores[0].value == 16
    assert reading.report.remarks == ["Formulas stand in J2, J3; their last results were taken."]


def test_a_formula_without_a_result_is_a_problem(file: Path) -> None:
    assert only(read_register(write_workbook(file, [risk("CR1", "Money", Current_score="=8+8")]))) == (
        "q4.xlsx, sheet Risks, row 2, Current score: found a formula whose result is not stored; "
        "allowed: a value; open the file in a spreadsheet and save it again."
    )


def test_merged_cells_are_a_problem_that_names_them(file: Path) -> None:
    book = workbook(TWO)
    book["Risks"].merge_cells("D2:D3")
    book.save(file)
    assert "row 2: found the merged cells D2:D3" in only(read_register(file))


def test_hidden_rows_columns_and_sheets_are_read_and_said(file: Path) -> None:
    book = workbook(TWO)
    book.create_sheet("Old")
    book["Risks"].row_dimensions[3].hidden = True
    book["Risks"].column_dimensions.group("D", "E", hidden=True)
    book["Risks"].sheet_state = "hidden"
    book.active = 1
    book.save(file)
    reading = read_register(file)
    assert [row.number for row in reading.rows] == ["CR1", "CO1"]
    assert reading.report.remarks == [
        "The sheet Risks is hidden; it was read.",
        "Only the sheet Risks is read; not read: Old.",
        "Hidden rows were read: 3.",
        "Hidden columns were read: D to E.",
    ]


@pytest.mark.parametrize(
    ("heading", "value"), [("Start year", date(2020, 4, 1)), ("Gross budget", date(1900, 1, 20))]
)
def test_a_date_is_refused_where_a_year_or_a_number_belongs(
    tmp_path: Path, heading: str, value: date
) -> None:
    path = write_workbook(
        tmp_path / "o.xlsx", [option("SC1", **{heading: value})], OPTION_HEADINGS, "Options"
    )
    assert f"row 2, {heading}: found the date {value}" in only(read_options(path))


def test_a_number_where_a_year_belongs_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "o.xlsx", [option("SC1", Start_year=44105)], OPTION_HEADINGS, "Options")
    assert "Start year: found “44105”; allowed: a financial year such as 2020/21" in only(read_options(path))


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,958", 1958), ("(0.5)", -0.5), ("-1.500*", -1.5), ("TBC", None), ("\u00a00.5 ", 0.5)],
)
def test_amounts_are_kept_as_received(tmp_path: Path, text: str, value: float | None) -> None:
    path = write_csv(tmp_path / "o.csv", [option("SC1", **{"Budget change 2020/21": text})], OPTION_HEADINGS)
    reading = read_options(path)
    assert reading.sentences == []
    (found,) = [
        part
        for table, part, _ in reading.rows[0].parts
        if table == "savings_profile"
        and part["measure"] == "budget_change"
        and part["financial_year"] == "2020/21"
    ]
    assert (None if found["value"] is None else float(found["value"]), found["printed"]) == (
        value,
        text.strip(),
    )
    assert found["starred"] == text.endswith("*")


def test_a_blank_cell_has_no_row(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "o.csv", [option("SC1", **{"Budget change 2020/21": " "})], OPTION_HEADINGS)
    parts = read_options(path).rows[0].parts
    assert len([part for table, part, _ in parts if table == "savings_profile"]) == 11


def test_tabs_and_line_breaks_in_text_become_spaces_or_statements(file: Path) -> None:
    row = risk("CR1", "Money\tand\nmore", Description="• One\n\n•\tTwo", Owner="  Director\u00a0of Finance ")
    (found,) = read_register(write_workbook(file, [row])).rows
    assert (found.title, found.owner) == ("Money and more", "Director of Finance")
    assert [text for heading, _, text in found.statements if heading == "Description"] == ["One", "Two"]


def test_a_null_character_is_a_problem(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [risk("CR1", "Mo\x00ney")])
    assert "row 2, Title: found the control character 0x0" in only(read_register(path))


def test_an_endless_cell_is_a_problem(tmp_path: Path) -> None:
    assert "40,000 characters" in only(
        read_register(write_csv(tmp_path / "a.csv", [risk("CR1", "x" * 40_000)]))
    )
    assert "no CSV from here on" in only(
        read_register(write_csv(tmp_path / "b.csv", [risk("CR1", "x" * 140_000)]))
    )


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    reading = read_register(write_csv(tmp_path / "a.csv", TWO, encoding="utf-8-sig"))
    assert (reading.sentences, reading.report.remarks) == ([], [])


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [risk("CR1", "Children’s services – £")], encoding="cp1252")
    reading = read_register(path)
    assert reading.rows[0].title == "Children’s services – £"
    assert reading.report.remarks == ["The file is not UTF-8; it was read as Windows-1252."]


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    assert "UTF-16" in only(read_register(write_csv(tmp_path / "a.csv", TWO, encoding="utf-16")))
    broken = tmp_path / "b.csv"
    broken.write_bytes(b"Number\n\x81\xff")
    assert "the byte 0x81" in only(read_register(broken))


@pytest.mark.parametrize(("separator", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_separators_are_read_and_said(tmp_path: Path, separator: str, name: str) -> None:
    reading = read_register(write_csv(tmp_path / "a.csv", TWO, separator=separator))
    assert (len(reading.rows), reading.report.remarks) == (2, [f"The file is separated by {name}."])


def test_a_quotation_mark_that_is_never_closed_is_named_by_its_row(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", TWO)
    path.write_text(path.read_text(encoding="utf-8").replace("CO1", '"CO1'), encoding="utf-8")
    assert "row 3: found text that is no CSV from here on" in only(read_register(path))


def test_headings_are_each_needed_once_and_no_other(tmp_path: Path) -> None:
    headings = ["Colour" if name == "Owner" else name for name in RISK_HEADINGS] + ["title"]
    sentences = read_register(write_csv(tmp_path / "a.csv", TWO, headings)).sentences
    assert "found the heading “Colour”; allowed: only Number, Kind" in sentences[0]
    assert "Title: found the heading “title” twice" in sentences[1]
    assert "Owner: found no such heading" in sentences[2]


def test_headings_may_stand_in_any_order_and_below_blank_rows(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", TWO, [name.upper() for name in reversed(RISK_HEADINGS)])
    upper = [{name.upper(): value for name, value in row.items()} for row in TWO]
    write_csv(path, upper, [name.upper() for name in reversed(RISK_HEADINGS)])
    path.write_text("\n,,\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert [row.line.number for row in read_register(path).rows] == [4, 5]


def test_a_cell_below_no_heading_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, TWO)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:-1], lines[-1] + ",stray"]), encoding="utf-8")
    assert "row 3: found “stray” in column 17, which has no heading" in only(read_register(path))


def test_rows_after_blank_rows_are_read_and_the_blank_ones_counted(file: Path) -> None:
    reading = read_register(write_workbook(file, [TWO[0], {}, {}, TWO[1]]))
    assert [row.line.number for row in reading.rows] == [2, 5]
    assert reading.report.remarks == ["Blank rows between the others were passed over: 2."]


def test_a_number_that_stands_twice_is_a_problem(file: Path) -> None:
    sentence = only(read_register(write_workbook(file, [TWO[0], risk("cr1", "Other")])))
    assert "row 3, Number: found “cr1”, as in row 2; allowed: each number once" in sentence


def test_references_that_make_one_short_name_are_a_problem(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "o.csv", [option("SC-1"), option("SC 1")], OPTION_HEADINGS)
    assert "row 3, Reference: found “SC 1”, read like that of row 2" in only(read_options(path))


def test_a_note_that_stands_twice_is_a_problem(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "o.csv", [option("SC1", Notes="See SC2\nSee SC2")], OPTION_HEADINGS)
    assert "row 2, Notes: found “See SC2” twice" in only(read_options(path))


def test_every_problem_is_listed_at_once(tmp_path: Path) -> None:
    wrong = risk(
        "", "", Kind="hazard", Current_score=7, Current_impact=4, Residual_impact="Vast", Residual_score="x"
    )
    columns = [
        problem.column
        for problem in read_register(write_csv(tmp_path / "a.csv", [wrong, *TWO])).report.problems
    ]
    assert columns == [
        "Number",
        "Kind",
        "Title",
        "Current score",
        "Current likelihood",
        "Residual score",
        "Residual impact",
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"Residual_score": 16},
            "Residual score: found “16”; allowed: 12, as impact 4 and likelihood 3 give",
        ),
        ({"Residual_score": "TBC"}, "Residual score: found “TBC”; allowed: the score where impact"),
        ({"Residual_score": ""}, "Residual score: found “”; allowed: the score where impact"),
        ({"Residual_likelihood": ""}, "Residual likelihood: found a blank cell; allowed: both"),
        ({"Current_likelihood": 2}, "Current impact: found a blank cell; allowed: both"),
        ({"Current_score": 7}, "Current score: found “7”; allowed: one of 1, 2, 3, 4, 5, 6, 8, 9, 10"),
        ({"Current_score": 16.5}, "Current score: found “16.5”"),
        ({"Residual_impact": 6}, "Residual impact: found “6”; allowed: a level or its word: 1 Insignificant"),
        ({"Number": "CR=1"}, "Number: found “CR=1”; allowed: a number of at most 20 characters"),
    ],
)
def test_scores_must_be_on_the_scale_and_agree_with_their_cell(
    file: Path, changes: dict[str, Any], sentence: str
) -> None:
    assert sentence in only(read_register(write_workbook(file, [risk("CR1", "Money", **changes)])))


def test_a_score_may_stand_alone_be_blank_or_be_confirmed_later(file: Path) -> None:
    none = {"Residual_impact": "", "Residual_likelihood": ""}
    rows = [
        risk("CR1", "A", Current_score="tbc", Residual_score="", **none),
        risk("CR2", "B", Residual_score=20, **none),
    ]
    found = [
        [(one.value, one.printed) for one in row.scores]
        for row in read_register(write_workbook(file, rows)).rows
    ]
    assert found == [[(None, "TBC")], [(16, "16"), (20, "20")]]


def test_words_that_are_no_direction_are_kept_as_words(file: Path) -> None:
    rows = [
        risk("CR1", "A", Direction_of_travel="Work goes on"),
        risk("CR2", "B", Direction_of_travel="LEVEL"),
    ]
    found = [(row.direction, row.direction_text) for row in read_register(write_workbook(file, rows)).rows]
    assert found == [("narrative", "Work goes on"), ("level", "LEVEL")]


def test_a_workbook_without_the_sheet_says_which_there_are(file: Path) -> None:
    sentence = only(read_register(write_workbook(file, TWO, sheet="Sheet1")))
    assert sentence == "q4.xlsx: found the sheets Sheet1; allowed: a sheet named Risks."


def test_the_template_is_read_without_its_notes(file: Path) -> None:
    book = workbook(TWO, sheet="RISKS ")
    book.create_sheet("Notes")
    book.create_sheet("Lists")
    book["RISKS "]["A2"].alignment = Alignment(wrap_text=True)
    book.save(file)
    reading = read_register(file)
    assert (len(reading.rows), reading.report.remarks) == (2, [])


def test_an_error_of_the_spreadsheet_is_a_problem(file: Path) -> None:
    assert "Owner: found the error #REF!" in only(
        read_register(write_workbook(file, [risk("CR1", "A", Owner="#REF!")]))
    )


def test_true_and_false_are_no_numbers(file: Path) -> None:
    assert "Current score: found “TRUE”" in only(
        read_register(write_workbook(file, [risk("CR1", "A", Current_score=True)]))
    )


def test_a_size_that_a_sheet_states_wrongly_hides_no_row(file: Path) -> None:
    write_workbook(file, TWO)
    sheet_xml(file, ('<dimension ref="A1:P3"', '<dimension ref="A1:A1"'))
    assert [row.number for row in read_register(file).rows] == ["CR1", "CO1"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('<row r="3"', '<row r="2"'), "found row 2 after row 2"),
        (('<c r="B3"', '<c r="A3"'), "found the cell A3 twice or out of order"),
        (('<c r="B3"', '<c r="B9"'), "found the cell B9 in row 3"),
        (('<row r="3"', '<row r="1048576"'), "reaches to row 1,048,576; allowed: at most 20,000 rows"),
        (('<c r="P3"', '<c r="XFD3"'), "reaches to column 16,384"),
        (('<row r="3"', '<row r="three"'), "damaged or protected"),
        (("</sheetData>", ""), "damaged or protected"),
    ],
)
def test_a_sheet_of_which_a_reader_would_drop_something_is_refused(
    file: Path, change: tuple[str, str], sentence: str
) -> None:
    assert sentence in only(read_register(sheet_xml(write_workbook(file, TWO), change)))


def test_an_entity_bomb_is_refused(file: Path) -> None:
    write_workbook(file, TWO)
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet'
    assert "damaged or protected" in only(read_register(sheet_xml(file, ("<worksheet", bomb))))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(file: Path) -> None:
    write_workbook(file, TWO)
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/huge.xml", "w") as part,
    ):
        for _ in range(70):
            part.write(b" " * 1_000_000)
    assert file.stat().st_size < 1_000_000
    assert "far larger unpacked; allowed: unpacked at most 64 MB a sheet" in only(read_register(file))


def test_a_workbook_of_100_mb_is_read_in_little_memory(file: Path) -> None:
    import tracemalloc

    write_workbook(file, TWO)
    with zipfile.ZipFile(file, "a") as archive, archive.open("xl/media/map.png", "w") as part:
        for _ in range(100):
            part.write(bytes(1_000_000))
    tracemalloc.start()
    reading = read_register(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(reading.rows), file.stat().st_size > 100_000_000, peak < 20_000_000) == (2, True, True)


def test_a_csv_of_100_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as handle:
        handle.write(b"Number")
        handle.truncate(100_000_000)
    assert only(read_register(path)) == "a.csv: found 100 MB; allowed: at most 32 MB of its kind."


def test_a_csv_with_endless_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Number\n" * 20_002, encoding="utf-8")
    assert "more cells than any layout has; allowed: at most 20,000 rows" in only(read_register(path))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of the old kind (.xls) or one with a password"),
        (b"PK\x03\x04 but no more", "damaged or protected"),
        (b"<!doctype html><table>", "a web page or XML"),
        (b"", "an empty file"),
        (b"\n\n", "found no rows"),
    ],
)
def test_what_is_neither_workbook_nor_csv_is_refused_in_a_sentence(
    file: Path, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)
    assert sentence in only(read_register(file))


def test_another_packed_file_is_no_workbook(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    assert "no Excel workbook" in only(read_register(file))


def test_a_path_that_leads_to_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "found no such file" in only(read_register(tmp_path / "none.csv"))
    assert "found a folder" in only(read_register(tmp_path))
    assert "no ordinary file" in only(read_register(Path("/dev/null")))
    assert "a path with a null character" in only(read_register(tmp_path / "a\x00b"))


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_csv(tmp_path / "a.csv", TWO)

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(received, "_copy", denied)
    assert "cannot be read (Permission denied)" in only(read_register(path))


def test_columns_are_named_as_a_spreadsheet_names_them() -> None:
    assert [reader._letters(number) for number in (1, 26, 27, 16_384)] == ["A", "Z", "AA", "XFD"]
    assert reader._few([str(number) for number in range(12)]).endswith("9 and 2 more")
