"""Read a received file into the rows of each table it fills, or report everything that is wrong with it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import duckdb

from dashboard.ingest.imports import appraisal, known, milestone_status, risk_register, savings_options
from dashboard.ingest.imports.columns import Line, heading_key, lines
from dashboard.ingest.imports.known import Entry, Register
from dashboard.ingest.imports.matching import Candidate, Match, closed, propose, told_problems
from dashboard.ingest.imports.received import Received, read_grid
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import (
    Appraisal,
    FileRequest,
    MilestoneStatus,
    RiskRegister,
    SavingsOptions,
)
from dashboard.ingest.imports.risk_register import RiskRow, Rows
from dashboard.ingest.imports.values import check_importer, financial_year, line_of, quarter, slug


@dataclass(frozen=True, slots=True)
class Draft:
    """The rows of each table, the last row of the sheet, and how the entries of a register were matched."""

    tables: Rows
    last_row: int
    matches: list[Match] = field(default_factory=list)
    closed: list[Entry] = field(default_factory=list)


def names_are_allowed(request: FileRequest, report: Report) -> bool:
    """Report what is wrong with the request itself, before any file is read or named after it."""
    try:
        if isinstance(request, RiskRegister):
            quarter(request.quarter)
        elif isinstance(request, Appraisal):
            _appraisal_is_named(request)
        elif isinstance(request, MilestoneStatus):
            _day_is_named(request)
        elif financial_year(request.programme) != request.programme:
            raise NotAllowedError(shown(request.programme), "a financial year such as 2020/21")
        check_importer(request.by)
    except NotAllowedError as refusal:
        report.refuse(refusal.found, refusal.allowed)
    return not report.problems


def _appraisal_is_named(request: Appraisal) -> None:
    """Refuse a name that could not stand in an address or name a folder, and a blank title."""
    if slug(request.name, 40).replace("_", "-") != request.name:
        raise NotAllowedError(
            f"the name {shown(request.name)}", "at most 40 small letters and digits with - between: --name"
        )
    if not line_of(request.title) or not request.title.isprintable() or not request.question.isprintable():
        raise NotAllowedError(
            f"the title {shown(request.title)} and the question {shown(request.question)}",
            "a title, on one line, and a question on one line or none",
        )


def _day_is_named(request: MilestoneStatus) -> None:
    try:
        named = date.fromisoformat(request.as_at).isoformat() == request.as_at
    except ValueError:
        named = False
    if not named:
        raise NotAllowedError(shown(request.as_at), "a day such as 2017-06-30: --as-at")


def read(
    connection: duckdb.DuckDBPyConnection,
    request: FileRequest,
    received: Received,
    before: Path,
    report: Report,
    at: datetime,
) -> Draft | None:
    """Return what a received file holds, or None after a problem; `before` is the import that it replaces."""
    if isinstance(request, RiskRegister):
        return _read_register(connection, request, received, before, report, at)
    if isinstance(request, Appraisal):
        return _read_appraisal(connection, request, received, report)
    if isinstance(request, MilestoneStatus):
        return _read_status(connection, request, received, report)
    return _read_options(connection, request, received, report)


def _read_status(
    connection: duckdb.DuckDBPyConnection, request: MilestoneStatus, received: Received, report: Report
) -> Draft | None:
    layout = milestone_status.COLUMNS
    headings = {heading_key(column.heading) for column in layout}
    grid = read_grid(received, milestone_status.SHEET, lambda text: heading_key(text) in headings, report)
    if grid is None:
        return None
    found = lines(grid, layout, report)
    rows = milestone_status.read_rows(found, known.milestones(connection), report)
    if report.problems:
        return None
    return Draft(milestone_status.tables(rows, request, report), grid.last_row)


def _read_appraisal(
    connection: duckdb.DuckDBPyConnection, request: Appraisal, received: Received, report: Report
) -> Draft | None:
    keeper = known.keeper(connection, "appraisal", appraisal=request.name)
    if keeper:
        report.refuse(
            f"the appraisal {request.name}, which {keeper} holds", "a name that no other source holds"
        )
    levels = known.score_levels(connection, request.scale)
    if not levels:
        scales = ", ".join(known.score_scales(connection)) or "none"
        report.refuse(f"the scale {shown(request.scale)}", f"one that is known: {scales}")
    headings = {heading_key(column.heading) for column in appraisal.FIXED}
    grid = read_grid(received, appraisal.SHEET, lambda text: heading_key(text) in headings, report)
    if grid is None:
        return None
    layout = appraisal.layout(grid, levels, report)
    rows = appraisal.read_rows(lines(grid, layout, report), layout, levels)
    if report.problems:
        return None
    return Draft(appraisal.tables(rows, layout, grid.rows[0][0], request, report), grid.last_row)


def _read_register(
    connection: duckdb.DuckDBPyConnection,
    request: RiskRegister,
    received: Received,
    before: Path,
    report: Report,
    at: datetime,
) -> Draft | None:
    registers = known.registers(connection)
    if request.register not in registers:
        report.refuse(
            f"the register {shown(request.register)}", f"one that is known: {', '.join(registers) or 'none'}"
        )
        return None
    keeper = known.keeper(connection, "risk_entry", register=request.register, quarter=request.quarter)
    if keeper:
        report.refuse(
            f"{request.contents}, which the document {keeper} prints",
            "a quarter that no document kept with the project prints",
        )
    layout = risk_register.COLUMNS
    headings = {heading_key(column.heading) for column in layout}
    grid = read_grid(received, risk_register.SHEET, lambda text: heading_key(text) in headings, report)
    if grid is None:
        return None
    register = known.register(connection, request.register, request.quarter, before)
    found = lines(grid, layout, report)
    rows = risk_register.read_rows(found, register.scale)
    _refuse_told(found, rows, register, request, report)
    if report.problems:
        return None
    matches = _matches(rows, register, request)
    tables, names = risk_register.tables(
        rows, matches, register, known.every_risk(connection), request, at, report
    )
    named = [replace(match, risk_id=name) for match, name in zip(matches, names, strict=True)]
    return Draft(tables, grid.last_row, named, closed(matches, register))


def _refuse_told(
    found: list[Line], rows: list[RiskRow], register: Register, request: RiskRegister, report: Report
) -> None:
    """Report what was told and cannot be so; of a row with a problem of its own nothing can be said yet."""
    kinds = {row.number: row.kind for row in rows}
    unread = {line_of(line.cells["Number"].text) for line in found if "Number" in line.cells} - set(kinds)
    told = {number: risk_id for number, risk_id in request.matches.items() if number not in unread}
    for what, allowed in told_problems(kinds, register, told):
        report.refuse(what, allowed)


def _matches(rows: list[RiskRow], register: Register, request: RiskRegister) -> list[Match]:
    candidates = [Candidate(row.number, row.kind, row.title, row.current_score) for row in rows]
    matches = propose(candidates, register, request.matches)
    return [replace(match, decided=True) for match in matches] if request.accept_matches else matches


def _read_options(
    connection: duckdb.DuckDBPyConnection, request: SavingsOptions, received: Received, report: Report
) -> Draft | None:
    keeper = known.keeper(connection, "savings_option", programme=request.programme)
    if keeper:
        report.refuse(
            f"the programme {request.programme}, which the document {keeper} prints",
            "a programme that no document kept with the project prints",
        )
    themes = known.themes(connection)
    usual = savings_options.columns(savings_options.years_from(request.programme, 4), themes)
    headings = {heading_key(column.heading) for column in usual}
    grid = read_grid(received, savings_options.SHEET, lambda text: heading_key(text) in headings, report)
    if grid is None:
        return None
    layout = savings_options.layout(grid, request.programme, themes, report)
    rows = savings_options.read_rows(lines(grid, layout, report), layout, themes)
    if report.problems:
        return None
    return Draft(savings_options.tables(rows, request, report), grid.last_row)
