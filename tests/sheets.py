"""Files that an officer might send: registers and options as workbooks and CSV, right and wrong."""

import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from dashboard.ingest.imports import risk_register, savings_options
from dashboard.settings import ROOT
from dashboard.store import Store

Sheet = Sequence[Mapping[str, Any]]

DATA = ROOT / "data"
REGISTER = "lcc-corporate"
REGISTER_SOURCE = "lcc-risk-2019q3"
RISK_HEADINGS = [column.heading for column in risk_register.COLUMNS]
PROGRAMME = "2020/21"
THEMES = {"Highways and transport": "highways_and_transport"}
YEARS = savings_options.years_from(PROGRAMME, 4)
OPTION_HEADINGS = [column.heading for column in savings_options.columns(YEARS, THEMES)]


def copy_register_data(path: Path) -> Path:
    """Return a data folder with the real schema, checks and lists, and one document, the risk register."""
    for name in ("schema", "checks", f"sources/{REGISTER_SOURCE}"):
        shutil.copytree(DATA / name, path / name)
    for name in ("place.csv", "savings_theme.csv", "risk_band.csv"):
        shutil.copy(DATA / name, path / name)
    with (DATA / "correction.csv").open(encoding="utf-8", newline="") as handle:
        header, *rows = list(csv.reader(handle))
    with (path / "correction.csv").open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([header, *(row for row in rows if row[0] == REGISTER_SOURCE)])
    return path


def risk(number: str, title: str, **changes: Any) -> dict[str, Any]:
    """Return a whole row of a register with `changes` by heading, _ for each space."""
    kind = "opportunity" if number.startswith("CO") else "risk"
    row = dict(
        zip(
            RISK_HEADINGS,
            [number, kind, title, "Director", "Financial", "It may happen", "It costs", "We watch", "We act"],
            strict=False,
        )
    )
    scores = {
        "Current score": 16,
        "Residual score": 12,
        "Residual impact": 4,
        "Residual likelihood": 3,
        "Direction of travel": "level",
    }
    return {**row, **scores, **{name.replace("_", " "): value for name, value in changes.items()}}


def option(reference: str, **changes: Any) -> dict[str, Any]:
    """Return a whole row of savings options with `changes` by heading, _ for each space."""
    row: dict[str, Any] = {
        "Reference": reference,
        "Service": "Highways",
        "Title": f"Save on {reference}",
        "Theme": "Highways and transport",
        "Start year": "2020/21",
        "Base year": "2019/20",
        "Gross budget": "£8.064m",
        "Income": "0.600",
        "Net budget": "7.464",
        "Consultation": "no",
        "Equality analysis": "not required",
        "Decisions": "Agree it",
        "Impact": "None",
        "Actions": "Do it",
        "Risks": "It may not work",
    }
    for name, first in (("Budget change", "-0.250"), ("FTE", "-2.00"), ("Investment", "0.100")):
        zero = "0.00" if name == "FTE" else "0.000"
        row |= dict(zip([f"{name} {year}" for year in YEARS], [first, zero, zero, zero], strict=True))
        row[f"{name} total"] = first
    return {**row, **{name.replace("_", " "): value for name, value in changes.items()}}


def write_csv(
    path: Path,
    rows: Sheet,
    headings: Sequence[str] = RISK_HEADINGS,
    *,
    encoding: str = "utf-8",
    separator: str = ",",
) -> Path:
    """Write rows as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(headings)
    writer.writerows([row.get(heading, "") for heading in headings] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def workbook(rows: Sheet, headings: Sequence[str] = RISK_HEADINGS, sheet: str = "Risks") -> Workbook:
    """Return a workbook with one sheet of rows."""
    book = Workbook()
    active = book.active
    assert active is not None
    active.title = sheet
    for cells in [headings, *([row.get(heading) for heading in headings] for row in rows)]:
        active.append(list(cells))
    return book


def write_workbook(
    path: Path, rows: Sheet, headings: Sequence[str] = RISK_HEADINGS, sheet: str = "Risks"
) -> Path:
    """Write rows as a workbook."""
    workbook(rows, headings, sheet).save(path)
    return path


def register_rows(store: Store) -> list[dict[str, Any]]:
    """Return the stored register as rows of the layout."""
    _, entries = store.table(
        "SELECT a.source_id, a.risk_id, printed_id, kind, title, owner, risk_type, direction, current_score, "
        "residual_score, CASE residual_cell WHEN 'printed' THEN residual_impact END, "
        "CASE residual_cell WHEN 'printed' THEN residual_likelihood END "
        f"FROM risk_assessment AS a WHERE source_id = '{REGISTER_SOURCE}' ORDER BY source_line"
    )
    rows = []
    for (
        source_id,
        risk_id,
        number,
        kind,
        title,
        owner,
        risk_type,
        direction,
        current,
        residual,
        impact,
        likelihood,
    ) in entries:
        row = {
            "Number": number,
            "Kind": kind,
            "Title": title,
            "Owner": owner,
            "Risk type": risk_type,
            "Current score": current,
        }
        row |= {"Residual score": residual, "Residual impact": impact, "Residual likelihood": likelihood}
        row["Direction of travel"] = "as the board will say" if direction == "narrative" else direction
        for heading, fields in risk_register.STATEMENTS.items():
            _, found = store.table(
                "SELECT summary FROM risk_statement WHERE source_id = $source_id AND risk_id = $risk_id AND list_contains($fields, field) ORDER BY sequence",
                {"source_id": source_id, "risk_id": risk_id, "fields": list(fields)},
            )
            row[heading] = "\n".join(summary for (summary,) in found)
        rows.append(row)
    return rows
