"""The layout of how milestones stand, and what its rows become."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.ingest.imports.columns import Column, Line
from dashboard.ingest.imports.known import Milestone
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import MilestoneStatus
from dashboard.ingest.imports.risk_register import Rows
from dashboard.ingest.imports.values import choice, line_of

SHEET = "Milestones"
STATES = {
    "not started": "not_started",
    "on track": "on_track",
    "late": "late",
    "done": "done",
    "dropped": "dropped",
}
COLUMNS = [
    Column("Reference", "Programme and milestone, as the template lists them. Each once.", needed=True),
    Column("Milestone", "What it is called, for whoever fills in; it is not read."),
    Column("Due", "The date as the plan prints it, for whoever fills in; it is not read."),
    Column("Status", "How it stands, from the list; a row without one says nothing.", words=tuple(STATES)),
    Column("Date", "Month it was done or is now expected, such as May 2018 or 2018-05, as text."),
    Column("Note", "What a board should know, in short; posts, no names of persons."),
]
MONTH_FORMS = ("%Y-%m", "%B %Y", "%b %Y")


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One row of the sheet, understood."""

    line: Line
    milestone: Milestone
    state: str
    period: str | None
    note: str | None


def month(text: str) -> str:
    """Return a month in the form 2018-05."""
    words = re.sub(r"\bsept\b", "sep", line_of(text).lower())
    for form in MONTH_FORMS:
        try:
            return datetime.strptime(words, form).strftime("%Y-%m")
        except ValueError:
            continue
    raise NotAllowedError(shown(text), "a month such as May 2018 or 2018-05, as text")


def read_rows(lines: list[Line], known: Mapping[str, Milestone], report: Report) -> list[StatusRow]:
    """Return the rows that say something; whatever is wrong in any of them is reported."""
    rows, silent = [], 0
    first: dict[str, int] = {}
    for line in lines:
        reference = line.take("Reference", line_of, needed=True)
        state = line.take("Status", choice(STATES), needed=line.has("Date") or line.has("Note"))
        period, note = line.take("Date", month), line.take("Note", line_of)
        if reference and reference not in known:
            line.refuse("Reference", shown(reference), "a milestone of the template")
        elif reference and first.setdefault(reference, line.number) != line.number:
            line.refuse(
                "Reference", f"{shown(reference)}, as in row {first[reference]}", "each milestone once"
            )
        elif reference and state:
            rows.append(StatusRow(line, known[reference], state, period, note))
        silent += not line.has("Status")
    if silent and rows:
        report.remark(f"Rows without a status say nothing and were passed over: {silent}.")
    if not rows and not report.problems:
        report.refuse("no row with a status", "at least one")
    return rows


def tables(rows: list[StatusRow], request: MilestoneStatus, report: Report) -> Rows:
    """Return the rows of the table that a status of milestones fills."""
    return {"milestone_status": [_status(row, request, report) for row in rows]}


def _status(row: StatusRow, request: MilestoneStatus, report: Report) -> dict[str, Any]:
    return {
        "plan": row.milestone.plan,
        "programme": row.milestone.programme,
        "milestone": row.milestone.milestone,
        "as_at": request.as_at,
        "state": row.state,
        "period": row.period,
        "note": row.note,
        "printed": row.line.cells["Status"].text.strip(),
        "source_line": row.line.number,
        "locator": report.locator(row.line.number, "Status"),
        "status": "printed",
    }
