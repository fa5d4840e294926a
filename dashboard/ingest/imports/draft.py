"""Read a received file into the rows of each table it fills, or report everything that is wrong with it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import duckdb

from dashboard.ingest.imports import known, risk_register, savings_options
from dashboard.ingest.imports.columns import Line, heading_key, lines
from dashboard.ingest.imports.known import Entry, Register
from dashboard.ingest.imports.matching import Candidate, Match, closed, propose, told_problems
from dashboard.ingest.imports.received import Received, read_grid
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import FileRequest, RiskRegister, SavingsOptions
from dashboard.ingest.imports.risk_register import RiskRow, Rows
from dashboard.ingest.imports.values import financial_year, line_of, quarter


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
        elif financial_year(request.programme) != request.programme:
            raise NotAllowedError(shown(request.programme), "a financial year such as 2020/21")
        if not line_of(request.by) or not request.by.isprintable():
            raise NotAllowedError("no name of who imports", "a post or a user name: --by NAME")
    except NotAllowedError as refusal:
        report.refuse(refusal.found, refusal.allowed)
    return not report.problems


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
    return _read_options(connection, request, received, report)


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
