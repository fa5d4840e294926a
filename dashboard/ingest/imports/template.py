"""Write an empty file in the layout of an import: a workbook with lists and notes, or CSV."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb

from dashboard.errors import PlaceboardError
from dashboard.ingest.build import load_figures
from dashboard.ingest.imports import appraisal, known, milestone_status, risk_register, savings_options
from dashboard.ingest.imports.columns import Column
from dashboard.ingest.imports.grid import ROW_LIMIT
from dashboard.ingest.kept import import_folders

YEARS = 4
CRITERIA = ("first criterion", "second criterion")
WIDTH = 22
FORMATTED = 200
FREE_LISTS = ("Direction of travel", *(f"{appraisal.SCORE}{name}" for name in CRITERIA))


def write_risk_register(path: Path, data: Path, home: Path, *, as_csv: bool) -> None:
    """Write an empty risk register, with the levels of the scales that are known.

    Raises:
        PlaceboardError: the file is there already or cannot be written.
    """
    with duckdb.connect() as connection:
        load_figures(connection, data, import_folders(home))
        levels = {dimension: known.levels(connection, dimension) for dimension in ("impact", "likelihood")}
    columns = [
        replace(column, words=levels.get(column.heading.rpartition(" ")[2], column.words))
        for column in risk_register.COLUMNS
    ]
    _write(path, risk_register.SHEET, columns, as_csv=as_csv)


def write_savings_options(path: Path, data: Path, home: Path, programme: str, *, as_csv: bool) -> None:
    """Write an empty list of savings options for a programme, with the themes that are known.

    Raises:
        PlaceboardError: the file is there already or cannot be written.
    """
    with duckdb.connect() as connection:
        load_figures(connection, data, import_folders(home))
        themes = known.themes(connection)
    years = savings_options.years_from(programme, YEARS)
    _write(path, savings_options.SHEET, savings_options.columns(years, themes), as_csv=as_csv)


def write_appraisal(path: Path, data: Path, home: Path, scale: str, *, as_csv: bool) -> None:
    """Write an empty appraisal with two columns for scores on a scale that is known.

    Raises:
        PlaceboardError: there is no such scale, or the file is there already or cannot be written.
    """
    with duckdb.connect() as connection:
        load_figures(connection, data, import_folders(home))
        levels, scales = known.score_levels(connection, scale), known.score_scales(connection)
    if not levels:
        raise PlaceboardError(f"There is no scale {scale}. There are: {', '.join(scales) or 'none'}.")
    _write(path, appraisal.SHEET, appraisal.columns(CRITERIA, levels), as_csv=as_csv)


def write_milestone_status(path: Path, data: Path, home: Path, *, as_csv: bool) -> None:
    """Write every milestone that is known with its date, the columns for its status blank.

    Raises:
        PlaceboardError: the file is there already or cannot be written.
    """
    with duckdb.connect() as connection:
        load_figures(connection, data, import_folders(home))
        found = known.milestones(connection)
    rows = [(reference, item.label, item.printed) for reference, item in found.items()]
    _write(path, milestone_status.SHEET, milestone_status.COLUMNS, rows, as_csv=as_csv)


def _write(
    path: Path, sheet: str, columns: list[Column], filled: Sequence[Sequence[str]] = (), *, as_csv: bool
) -> None:
    try:
        with path.open("xb") as handle:
            if not as_csv:
                _workbook(sheet, columns, filled).save(handle)
        if as_csv:
            with path.open("w", encoding="utf-8-sig", newline="") as text:
                csv.writer(text).writerows([[column.heading for column in columns], *filled])
    except FileExistsError:
        raise PlaceboardError(f"{path} is there already. Choose another name with -o.") from None
    except OSError as error:
        raise PlaceboardError(f"{path} cannot be written: {error.strerror}.") from None


def _workbook(sheet: str, columns: list[Column], filled: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401 - the library has no types
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    rows, notes, lists = workbook.active, workbook.create_sheet("Notes"), workbook.create_sheet("Lists")
    rows.title, rows.freeze_panes, lists.sheet_state = sheet, "B2", "hidden"
    notes.append(["Column", "What it holds", "Needed", "Allowed"])
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        head = rows.cell(1, place, column.heading)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        rows.column_dimensions[letter].width = WIDTH
        for number in range(2, FORMATTED):
            rows.cell(number, place).number_format = column.number_format or "@"
        notes.append([column.heading, column.text, "yes" if column.needed else "", ", ".join(column.words)])
        if column.words:
            _add_list(rows, lists, letter, place, column)
    for number, texts in enumerate(filled, 2):
        for place, text in enumerate(texts, 1):
            rows.cell(number, place).value = text
    for letter, width in zip("ABCD", (WIDTH, 70, 10, 60), strict=True):
        notes.column_dimensions[letter].width = width
    return workbook


def _add_list(rows: Any, lists: Any, letter: str, place: int, column: Column) -> None:  # noqa: ANN401
    """Let the cells of a column be chosen from a list; where other words are allowed too, only offer it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, word in enumerate(column.words, 1):
        lists.cell(number, place, word)
    choice = DataValidation(
        type="list",
        formula1=f"Lists!${letter}$1:${letter}${len(column.words)}",
        allow_blank=not column.needed,
        showErrorMessage=column.heading not in FREE_LISTS,
        error=f"Allowed: {', '.join(column.words)}"[:250],
    )
    choice.add(f"{letter}2:{letter}{ROW_LIMIT}")
    rows.add_data_validation(choice)
