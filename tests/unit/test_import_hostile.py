"""Hostile files, by the thousand: reading never fails, and every row is understood or named in a problem."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

from tests.shapes import patient
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
)

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
CELLS = st.one_of(
    TEXT,
    st.sampled_from(
        ["", " ", "TBC", "1,958", "(0.5)", "-1.500*", "=1+1", "#REF!", "12", "4", "risk", "2020/21", "\t"]
    ),
    st.integers(-30, 30).map(str),
)
RISKS = st.lists(
    st.tuples(
        st.sampled_from([risk("CR1", "Money"), {}]), st.dictionaries(st.sampled_from(RISK_HEADINGS), CELLS)
    ),
    max_size=5,
)
OPTIONS = st.lists(
    st.tuples(st.sampled_from([option("SC1"), {}]), st.dictionaries(st.sampled_from(OPTION_HEADINGS), CELLS)),
    max_size=4,
)
# What XML cannot hold cannot be written into a workbook by the library that writes it here.
VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8).filter(
        lambda text: not text.startswith("=")
    ),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.none(),
    st.datetimes(min_value=datetime(1901, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(["=A1", "#N/A"]),
)


@contextmanager
def path_of(content: bytes, name: str = "file.csv") -> Iterator[Path]:
    """Write bytes to a file for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def saved(rows: list[dict[str, Any]]) -> bytes:
    """Return a register as the bytes of a workbook."""
    content = BytesIO()
    workbook(rows).save(content)
    return content.getvalue()


GOOD = saved([risk("CR1", "Money"), risk("CR2", "People"), risk("CO1", "Growth")])


def every_row_is_accounted_for(reading: Reading) -> None:
    """Fail where a row is neither understood nor named, and where nothing is said of a file without rows."""
    named = {problem.row for problem in reading.report.problems}
    understood = {row.line.number for row in reading.rows}
    assert {line.number for line in reading.lines} <= named | understood
    assert reading.lines or reading.report.problems
    assert all(sentence.endswith(".") and "found " in sentence for sentence in reading.sentences)


@budget(patient, max_examples=500)
@given(RISKS, st.sampled_from([",", ";", "\t"]))
def test_a_register_of_any_cells(rows: list[tuple[dict[str, Any], dict[str, Any]]], separator: str) -> None:
    with path_of(b"") as path:
        write_csv(path, [{**usual, **odd} for usual, odd in rows], separator=separator)
        every_row_is_accounted_for(read_register(path))


@budget(patient, max_examples=150)
@given(OPTIONS)
def test_options_of_any_cells(rows: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    with path_of(b"") as path:
        write_csv(path, [{**usual, **odd} for usual, odd in rows], OPTION_HEADINGS)
        every_row_is_accounted_for(read_options(path))


@budget(patient, max_examples=300)
@given(
    st.lists(st.one_of(TEXT, st.sampled_from([*RISK_HEADINGS, *OPTION_HEADINGS])), max_size=25),
    st.lists(st.lists(CELLS, max_size=25), max_size=3),
)
def test_any_headings(headings: list[str], rows: list[list[str]]) -> None:
    with path_of(b"") as path:
        text = "\n".join(
            ",".join(f'"{cell}"'.replace('""', "") for cell in cells) for cells in [headings, *rows]
        )
        path.write_text(text, encoding="utf-8")
        for read in (read_register, read_options):
            reading = read(path)
            assert reading.report.problems or reading.rows


@budget(patient, max_examples=1000)
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    with path_of(content) as path:
        assert read_register(path).report.problems


@budget(patient, max_examples=150)
@given(st.lists(st.dictionaries(st.sampled_from(RISK_HEADINGS), VALUES, min_size=1), min_size=1, max_size=3))
def test_a_workbook_of_any_values(rows: list[dict[str, Any]]) -> None:
    with path_of(saved([{**risk("CR1", "Money"), **row} for row in rows]), "a.xlsx") as path:
        every_row_is_accounted_for(read_register(path))


@budget(patient, max_examples=250)
@given(
    st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6),
    st.integers(1, len(GOOD)),
)
def test_a_workbook_with_bytes_changed_or_cut_off(changes: list[tuple[int, int]], length: int) -> None:
    content = bytearray(GOOD)
    for place, value in changes:
        content[place] = value
    for damaged in (bytes(content), GOOD[:length]):
        with path_of(damaged, "a.xlsx") as path:
            reading = read_register(path)
            assert reading.report.problems or len(reading.rows) == 3


@budget(patient, max_examples=250)
@given(
    st.sampled_from(["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"]),
    st.data(),
)
def test_a_workbook_with_its_xml_changed(part: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    start = data.draw(st.integers(0, len(parts[part])))
    end = data.draw(st.integers(start, min(start + 40, len(parts[part]))))
    parts[part] = parts[part][:start] + data.draw(TEXT).encode() + parts[part][end:]
    changed = BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with path_of(changed.getvalue(), "a.xlsx") as path:
        reading = read_register(path)
        assert reading.report.problems or reading.rows
        every_row_is_accounted_for(reading)
