"""A made-up download: what is read, what is refused and in which words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.ingest.build import make_tables
from dashboard.ingest.fingertips.parquet import load_parquet, write_parquet
from dashboard.ingest.fingertips.read import Result
from tests.fingertips import (
    BY_998,
    HEADER,
    LAND,
    METADATA_HEADER,
    described,
    read_file,
    read_rows,
    row,
    write_rows,
)


def asked(staging: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows that a question to the staging file answers."""
    with duckdb.connect(str(staging), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def value_of(staging: Path, *columns: str) -> tuple[Any, ...]:
    """Return `columns` of the only value of the area A1."""
    ((*found,),) = asked(staging, f"SELECT {', '.join(columns)} FROM indicator_value WHERE area_code = 'A1'")
    return tuple(found)


def test_a_row_keeps_every_figure_and_its_place(tmp_path: Path) -> None:
    result, staging = read_rows(
        tmp_path, [row(**LAND), row(Count="20", Denominator="200", **{"Value note": "Rounded"})]
    )
    assert result.problems == []
    assert result.rows == {
        "indicator": 1,
        "indicator_area": 2,
        "indicator_value": 2,
        "indicator_comparison": 2,
    }
    assert value_of(staging, "value", "lower_ci", "upper_ci", "ci_level", "count", "denominator") == (
        10.0,
        9.0,
        11.0,
        95.0,
        20.0,
        200.0,
    )
    assert value_of(staging, "value_note", "source_id", "source_line") == ("Rounded", "made-up", 3)
    assert asked(staging, "SELECT name, unit, polarity, period_type, definition FROM indicator") == [
        ("Things, described", "%", "Low is good", "Calendar", None)
    ]


def test_a_missing_value_stays_missing(tmp_path: Path) -> None:
    _, staging = read_rows(tmp_path, [row(**LAND), row(value="", Denominator="200")])
    assert value_of(staging, "value", "lower_ci", "ci_level", "count", "denominator") == (
        None,
        None,
        None,
        None,
        200.0,
    )
    assert asked(staging, "SELECT comparison FROM indicator_comparison WHERE area_code = 'A1'") == [
        ("not compared",)
    ]


@pytest.mark.parametrize(
    ("method", "blank", "expected"),
    [
        ({}, "99.8", (9.0, 95.0)),
        ({}, "95.0", (8.0, 99.8)),
        ({"Benchmarking method": BY_998}, "99.8", (9.0, 95.0)),
        ({"Benchmarking method": BY_998}, "95.0", (8.0, 99.8)),
        ({"Benchmarking method": BY_998}, "none", (8.0, 99.8)),
        ({}, "none", (9.0, 95.0)),
    ],
)
def test_the_method_chooses_between_two_intervals(
    tmp_path: Path, method: dict[str, str], blank: str, expected: tuple[float, float]
) -> None:
    limits = {"Lower CI 99.8 limit": "8", "Upper CI 99.8 limit": "12"}
    gone = {f"{side} CI {blank} limit": "" for side in ("Lower", "Upper")} if blank != "none" else {}
    _, staging = read_rows(tmp_path, [row(**LAND), row(**{**limits, **gone})], [described(**method)])
    assert value_of(staging, "lower_ci", "ci_level") == expected


@pytest.mark.parametrize("left_out", [["Time period range"], ["Time period range", "Compared to goal"]])
def test_columns_that_come_and_go_may_be_missing(tmp_path: Path, left_out: list[str]) -> None:
    header = [name for name in HEADER if name not in left_out]
    file = write_rows(tmp_path / "download.csv", [row(**LAND), row()], header)
    result, staging = read_file(tmp_path, file)
    assert result.problems == []
    assert value_of(staging, "time_period_range") == (None,)


def test_columns_may_stand_in_another_order_after_a_byte_order_mark(tmp_path: Path) -> None:
    file = write_rows(tmp_path / "download.csv", [row(**LAND), row()], HEADER[::-1])
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    result, staging = read_file(tmp_path, file)
    assert result.problems == []
    assert value_of(staging, "value", "area_name") == (10.0, "Avon")


def test_rows_about_inequality_are_kept_apart(tmp_path: Path) -> None:
    rows = [row(**LAND), row(), row(value=30, **{"Category Type": "Wealth", "Category": "Poorest"})]
    result, staging = read_rows(tmp_path, rows)
    assert result.rows["indicator_value"] == 3
    assert result.rows["indicator_comparison"] == 2
    assert asked(staging, "SELECT value FROM indicator_value WHERE category = 'Poorest'") == [(30.0,)]


def test_quarters_and_sexes_and_ages_are_series_of_their_own(tmp_path: Path) -> None:
    rows = [
        row(
            value=10 + 2 * place,
            **{"Time period": f"{year} Q{quarter}", "Time period Sortable": f"{year[:4]}0{quarter}00"},
            Sex=sex,
        )
        for sex in ("Male", "Female")
        for place, (year, quarter) in enumerate(
            [("2020/21", 1), ("2020/21", 2), ("2020/21", 3), ("2020/21", 4), ("2021/22", 1)]
        )
    ]
    _, staging = read_rows(tmp_path, rows, benchmark_code="A1")
    assert asked(
        staging,
        "SELECT sex, period, trend FROM indicator_comparison WHERE trend IS NOT NULL ORDER BY sex DESC",
    ) == [
        ("Male", "2021/22 Q1", "increasing and getting worse"),
        ("Female", "2021/22 Q1", "increasing and getting worse"),
    ]


def test_periods_of_several_years_have_no_trend(tmp_path: Path) -> None:
    rows = [row(year, value=year - 2000, **{"Time period range": "3y"}) for year in range(2010, 2016)]
    _, staging = read_rows(tmp_path, rows, benchmark_code="A1")
    assert asked(staging, "SELECT trend FROM indicator_comparison WHERE latest") == [
        ("cannot be calculated",)
    ]


def test_a_trend_stands_with_the_latest_period_even_where_that_has_no_value(tmp_path: Path) -> None:
    rows = [row(year, value=30 - 2 * (year - 2010), reach=0.5) for year in range(2010, 2015)]
    _, staging = read_rows(tmp_path, [*rows, row(2015, value="")], benchmark_code="A1")
    assert asked(
        staging,
        "SELECT period, trend, latest FROM indicator_comparison WHERE trend IS NOT NULL OR latest",
    ) == [("2015", "decreasing and getting better", True)]


def test_an_area_given_under_two_types_is_kept_once_and_listed_under_both(tmp_path: Path) -> None:
    result, staging = read_rows(tmp_path, [row(**LAND), row(), row(**{"Area Type": "Counties"})])
    assert result.notices == ["Rows left out because they repeat an earlier row: 1."]
    assert value_of(staging, "area_type", "source_line") == ("Districts", 3)
    assert asked(staging, "SELECT area_type FROM indicator_area WHERE area_code = 'A1' ORDER BY ALL") == [
        ("Counties",),
        ("Districts",),
    ]


def test_without_metadata_the_interval_decides_without_judgement(tmp_path: Path) -> None:
    rows = [row(year, value=year - 2000, **area) for year in range(2010, 2016) for area in (LAND, {})]
    rows[-1]["Value"] = "30"
    rows[-1]["Lower CI 95.0 limit"], rows[-1]["Upper CI 95.0 limit"] = "29", "31"
    result, staging = read_rows(tmp_path, rows, None)
    assert result.notices == [
        "Indicator 1, Things, is not in the metadata: it is compared without judgement and has no trend."
    ]
    assert asked(
        staging,
        "SELECT comparison, trend, method FROM indicator_comparison WHERE area_code = 'A1' AND latest",
    ) == [("higher", "cannot be calculated", None)]


def test_nothing_is_compared_where_no_one_area_is_the_country(tmp_path: Path) -> None:
    result, _ = read_rows(tmp_path, [row()])
    assert result.rows["indicator_comparison"] == 0
    assert "Nothing is compared" in result.notices[0]


def test_an_indicator_with_two_names_is_noticed(tmp_path: Path) -> None:
    result, _ = read_rows(tmp_path, [row(**LAND), row(**{"Indicator Name": "Thingies"})])
    assert result.notices == ["Indicator 1 has 2 names; the first one is kept: Things."]


def test_the_tables_are_written_as_parquet_in_their_order(tmp_path: Path) -> None:
    rows = [row(year, **area) for year in (2021, 2020) for area in ({}, LAND)]
    _, staging = read_rows(tmp_path, rows)
    folder = tmp_path / "it's here"
    folder.mkdir()
    write_parquet(staging, folder)
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(folder / "indicator_value.parquet"))
        assert found.project("area_code, period").fetchall() == [
            ("A1", "2020"),
            ("A1", "2021"),
            ("L1", "2020"),
            ("L1", "2021"),
        ]
    assert sorted(path.name for path in folder.iterdir()) == [
        f"indicator{name}.parquet" for name in ("", "_area", "_comparison", "_value")
    ]


def test_a_later_download_replaces_the_indicators_it_holds(tmp_path: Path) -> None:
    first = [row(**LAND), row(), row(**{"Indicator ID": "2"})]
    later = [row(value=12, **LAND), row(value=13)]
    with duckdb.connect() as connection:
        for number, rows in enumerate((first, later)):
            folder = tmp_path / str(number)
            folder.mkdir()
            write_parquet(read_rows(folder, rows, [described(), described(2)])[1], folder)
            if not number:
                make_tables(connection, folder / "data")
            load_parquet(connection, folder)
        assert connection.execute(
            "SELECT indicator_id, area_code, value FROM indicator_value ORDER BY ALL"
        ).fetchall() == [(1, "A1", 13.0), (1, "L1", 12.0), (2, "A1", 10.0)]
        assert connection.execute(
            "SELECT indicator_id, benchmark_value FROM indicator_comparison "
            "WHERE area_code = 'A1' ORDER BY ALL"
        ).fetchall() == [(1, 12.0), (2, None)]


def test_what_an_interrupted_run_left_is_removed(tmp_path: Path) -> None:
    for name in ("staging.duckdb", "staging.duckdb.wal"):
        (tmp_path / name).write_bytes(b"half")
    result, _ = read_rows(tmp_path, [row(**LAND)])
    assert result.problems == []


BROKEN = [
    ({"Indicator ID": "x"}, "row 3, column “Indicator ID”: expected a whole number, found 'x'"),
    ({"Indicator ID": ""}, "row 3, column “Indicator ID”: expected a whole number, found nothing"),
    ({"Value": "ten"}, "row 3, column “Value”: expected a number, found 'ten'"),
    ({"Value": "inf"}, "row 3, column “Value”: expected a number, found 'inf'"),
    ({"Count": "1,000"}, "row 3, column “Count”: expected a number, found '1,000'"),
    ({"Sex": "Both"}, "row 3, column “Sex”: this sex is not known, found 'Both'"),
    ({"Sex": " "}, "row 3, column “Sex”: expected some text, found nothing"),
    ({"Area Code": ""}, "row 3, column “Area Code”: expected some text, found nothing"),
    (
        {"Time period Sortable": "Q1"},
        "row 3, column “Time period Sortable”: expected a whole number, found 'Q1'",
    ),
    ({"Category": "Poorest"}, "row 3, column “Category Type”: the category has no type, found nothing"),
    (
        {"Category Type": "Wealth"},
        "row 3, column “Category”: the category type has no category, found nothing",
    ),
    (
        {"Lower CI 95.0 limit": ""},
        "row 3, column “Lower CI 95.0 limit”: the upper limit stands alone, found nothing",
    ),
    (
        {"Upper CI 99.8 limit": "", "Lower CI 99.8 limit": "8"},
        "row 3, column “Upper CI 99.8 limit”: the lower limit stands alone, found nothing",
    ),
    (
        {"Lower CI 95.0 limit": "12"},
        "row 3, column “Lower CI 95.0 limit”: it is above the upper limit, found '12'",
    ),
    ({"Value": "-5"}, "row 3, column “Value”: it is below its lower 95% limit, found '-5'"),
    ({"Value": "13"}, "row 3, column “Value”: it is above its upper 95% limit, found '13'"),
    (
        {
            "Lower CI 95.0 limit": "",
            "Upper CI 95.0 limit": "",
            "Lower CI 99.8 limit": "12.5",
            "Upper CI 99.8 limit": "13.5",
            "Value": "10.5",
        },
        "row 3, column “Value”: it is below its lower 99.8% limit, found '10.5'",
    ),
    (
        {"Time period": "2018/99"},
        "row 3, column “Time period”: the second year does not follow the first, found '2018/99'",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), BROKEN)
def test_a_wrong_cell_is_named(tmp_path: Path, changes: dict[str, str], expected: str) -> None:
    result, staging = read_rows(tmp_path, [row(**LAND), row(**changes)])
    assert result.problems == [f"download.csv: {expected}"]
    assert result.rows == {}
    assert not staging.exists()


def test_the_wider_limits_cannot_stand_within_the_narrower_ones(tmp_path: Path) -> None:
    limits = {"Lower CI 99.8 limit": "9.8", "Upper CI 99.8 limit": "10.2"}
    usual = {"Lower CI 95.0 limit": "8.1", "Upper CI 95.0 limit": "12.1"}
    assert read_rows(tmp_path, [row(**LAND), row(**limits, **usual)])[0].problems == [
        "download.csv: row 3, column “Lower CI 99.8 limit”: it is above the lower 95% limit, found '9.8'",
        "download.csv: row 3, column “Upper CI 99.8 limit”: it is below the upper 95% limit, found '10.2'",
    ]


def test_an_area_to_compare_with_that_has_no_row_is_a_problem(tmp_path: Path) -> None:
    assert read_rows(tmp_path, [row(**LAND), row()], benchmark_code="Z9")[0].problems == [
        "download.csv: No row is of the area 'Z9' that all others are to be compared with."
    ]


@pytest.mark.parametrize("value", ["9", "8.6", "11.9", "12"])
def test_a_value_may_stand_beside_its_limits_by_what_rounding_explains(tmp_path: Path, value: str) -> None:
    limits = {"Lower CI 95.0 limit": "9", "Upper CI 95.0 limit": "11"}
    assert read_rows(tmp_path, [row(**LAND), row(Value=value, **limits)])[0].problems == []


def test_an_area_with_two_names_is_named_at_the_rarer_one(tmp_path: Path) -> None:
    rows = [row(2018, **{"Area Name": "Nova"}), row(2019), row(2020), row(2021, **{"Area Name": " avon"})]
    assert read_rows(tmp_path, [*rows, row(**LAND)])[0].problems == [
        "download.csv: row 2, column “Area Name”: A1 is called 'Avon' in row 3, found 'Nova'"
    ]


BROWN = {"Area Code": "E07000001", "Area Name": "Brown"}
AGAIN = {**BROWN, "Area Code": "E99999999"}


def test_a_name_under_two_codes_of_a_type_is_named_at_the_rarer_one(tmp_path: Path) -> None:
    rows = [row(**LAND), row(2018, **AGAIN), row(2019, **BROWN), row(2020, **BROWN)]
    assert read_rows(tmp_path, rows)[0].problems == [
        "download.csv: row 3, column “Area Code”: Brown has the code 'E07000001' in row 4, "
        "found 'E99999999' for the same type of area"
    ]


@pytest.mark.parametrize(
    "other",
    [
        {**BROWN, "Area Code": "E10000001", "Area Type": "Counties"},
        {"Area Code": "B2"},
    ],
)
def test_areas_of_other_types_and_practices_may_share_a_name(tmp_path: Path, other: dict[str, str]) -> None:
    result, _ = read_rows(tmp_path, [row(**LAND), row(**BROWN), row(), row(**other)])
    assert result.problems == []


def test_wards_may_share_a_name(tmp_path: Path) -> None:
    wards = [row(**{"Area Code": f"E0500000{place}", "Area Name": "Castle"}) for place in (1, 2)]
    assert read_rows(tmp_path, [row(**LAND), *wards])[0].problems == []


def test_every_problem_is_listed_at_once_in_the_order_of_rows(tmp_path: Path) -> None:
    rows = [row(Value="x"), row(2021, Sex="?"), row(2022), row(2022, value=11)]
    metadata = [described(), described()]
    result, _ = read_rows(tmp_path, rows, metadata)
    assert result.problems == [
        "metadata.csv: row 3, column “Indicator ID”: the indicator 1 is described twice",
        "download.csv: row 2, column “Value”: expected a number, found 'x'",
        "download.csv: row 3, column “Sex”: this sex is not known, found '?'",
        "download.csv: row 5: it gives other figures than row 4 for the same indicator, area, period, sex, "
        "age and category",
    ]


def test_of_very_many_problems_the_first_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    result, _ = read_rows(tmp_path, [row(2000 + year, Value="x") for year in range(60)])
    assert len(result.problems) == 51
    assert "download.csv: 10 more rows of “Value”: expected a number" in result.problems


def test_rows_that_contradict_in_their_hundreds_are_counted(tmp_path: Path) -> None:
    result, _ = read_rows(tmp_path, [row(value=value) for value in range(61)])
    assert len(result.problems) == 51
    assert "download.csv: 10 more rows contradict another row" in result.problems


def lines_of(tmp_path: Path, change: Callable[[list[bytes]], bytes]) -> Result:
    """Read three rows after a change to the lines of their file."""
    file = write_rows(tmp_path / "download.csv", [row(**LAND), row(Value="x"), row(2021, Value="y")])
    file.write_bytes(change(file.read_bytes().splitlines(keepends=True)))
    return read_file(tmp_path, file)[0]


BROKEN_LINES = [
    (
        lambda lines: b"".join([*lines, b"1,2\r\n"]),
        "row 5: has 2 columns, expected 27",
    ),
    (
        lambda lines: b"".join([*lines, lines[1].rstrip() + b",more\r\n"]),
        "row 5: has 28 columns, expected 27",
    ),
    (
        lambda lines: b"".join([*lines, lines[1][:40]]),
        "row 5: the file ends within this row: it was cut short, so download it again",
    ),
    (
        lambda lines: b"".join([*lines, lines[1].replace(b"Things", b'"Th"ings')]),
        "row 5: a quotation mark is opened and not closed, or stands within a cell",
    ),
    (
        lambda lines: b"".join([*lines, lines[1].replace(b"Things", b"Th\xefngs")]),
        "row 5: it is not in UTF-8",
    ),
]


@pytest.mark.parametrize(("change", "expected"), BROKEN_LINES)
def test_a_broken_line_is_named_beside_the_wrong_cells(
    tmp_path: Path, change: Callable[[list[bytes]], bytes], expected: str
) -> None:
    assert lines_of(tmp_path, change).problems == [
        "download.csv: row 3, column “Value”: expected a number, found 'x'",
        "download.csv: row 4, column “Value”: expected a number, found 'y'",
        f"download.csv: {expected}",
    ]


@pytest.mark.parametrize("end", [b"short,row\n", b"short,row\r"])
def test_a_line_that_ends_otherwise_than_the_rest_is_named_like_any_other(tmp_path: Path, end: bytes) -> None:
    problems = lines_of(tmp_path, lambda lines: b"".join([*lines, end])).problems
    assert problems[-1] == "download.csv: row 5: has 2 columns, expected 27"
    assert len(problems) == 3
    assert not list(tmp_path.glob("staging*"))


def test_a_line_without_end_is_named(tmp_path: Path) -> None:
    problems = lines_of(
        tmp_path,
        lambda lines: b"".join([*lines[:2], lines[2].replace(b"Things", b"T" * 2_500_000), lines[3]]),
    ).problems
    assert problems[0].startswith("download.csv: row 3: it is longer than two million characters")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (duckdb.InvalidInputException("state machine"), "download it again and import the file as it came"),
        (duckdb.OutOfMemoryException("failed to pin"), "free space on the disk"),
        (OSError("no space left"), "free space on the disk"),
    ],
)
def test_a_failure_without_a_row_is_one_sentence_with_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, words: str
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("dashboard.ingest.fingertips.read.receive", fail)
    result, staging = read_rows(tmp_path, [row(**LAND)])
    assert len(result.problems) == 1
    assert words in result.problems[0]
    assert str(failure) not in result.problems[0]
    assert not staging.exists()


def test_rows_after_broken_ones_keep_their_numbers(tmp_path: Path) -> None:
    result = lines_of(tmp_path, lambda lines: b"".join([lines[0], b"1\r\n", *lines[1:3], b"2\r\n", lines[3]]))
    assert [problem.split(": ")[1].split(",")[0] for problem in result.problems] == [
        "row 2",
        "row 4",
        "row 5",
        "row 6",
    ]


HEADER_LINE = ",".join(HEADER).encode()
NO_DOWNLOAD = [
    (b"", "It is empty."),
    (b"\xef\xbb\xbf", "It is empty."),
    (b"<!DOCTYPE html><html>Service unavailable</html>", "It holds a web page"),
    (b'\xef\xbb\xbf {"Message": "An error"}', "It holds JSON"),
    (b"[1]", "It holds JSON"),
    (b"PK\x03\x04", "It holds a workbook"),
    ("Indicator ID".encode("utf-16"), "It is not in UTF-8"),
    (HEADER_LINE + b"\r\n", "It has a header and no rows."),
    (HEADER_LINE.replace(b"Area Code", b"Area"), "row 1: the column “Area Code” is missing."),
    (HEADER_LINE.replace(b"Area Code", b"Area"), "row 1: the column “Area” is not one of a Fingertips"),
    (HEADER_LINE + b",Sex", "row 1: the column “Sex” is given 2 times."),
    (HEADER_LINE.replace(b",", b";"), "row 1: the column “Value” is missing."),
]


@pytest.mark.parametrize(("content", "expected"), NO_DOWNLOAD)
def test_what_is_no_download_is_refused_in_words(tmp_path: Path, content: bytes, expected: str) -> None:
    file = tmp_path / "download.csv"
    file.write_bytes(content)
    result, staging = read_file(tmp_path, file)
    assert [problem for problem in result.problems if problem.startswith(f"download.csv: {expected}")]
    assert not staging.exists()


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    result, _ = read_file(tmp_path, tmp_path / "none.csv", tmp_path / "neither.csv")
    assert result.problems == [
        "neither.csv: It cannot be read: No such file or directory.",
        "none.csv: It cannot be read: No such file or directory.",
    ]


METADATA_LINE = ",".join(METADATA_HEADER)
NO_METADATA = [
    ("Indicator ID,Unit\n1,%\n", "row 1: the column “Indicator” is missing."),
    (f"{METADATA_LINE}\n1,a\n", "row 2: its number of cells is not that of the header"),
    (f"{METADATA_LINE}\n1,a,b,c,d,e,f,g\n", "row 2: its number of cells is not that of the header"),
    (f"{METADATA_LINE}\nx,a,b,c,d,e,f\n", "row 2, column “Indicator ID”: expected a whole number, found 'x'"),
    (f'{METADATA_LINE}\n1,"a"b,b,c,d,e,f\n', "It cannot be read as CSV in UTF-8"),
]


@pytest.mark.parametrize(("content", "expected"), NO_METADATA)
def test_wrong_metadata_is_refused_in_words(tmp_path: Path, content: str, expected: str) -> None:
    metadata = tmp_path / "metadata.csv"
    metadata.write_text(content, encoding="utf-8")
    file = write_rows(tmp_path / "download.csv", [row(**LAND)])
    result, _ = read_file(tmp_path, file, metadata)
    assert result.problems[0].startswith(f"metadata.csv: {expected}")
