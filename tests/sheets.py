"""Files that an officer might send: registers and options as workbooks and CSV, right and wrong."""

import csv
import io
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from dashboard.ingest.imports import risk_register, savings_options
from dashboard.ingest.imports.columns import Line, heading_key, lines
from dashboard.ingest.imports.known import Scale
from dashboard.ingest.imports.received import read_grid, receive
from dashboard.ingest.imports.report import Report
from dashboard.settings import ROOT
from dashboard.store import Store

Sheet = Sequence[Mapping[str, Any]]

DATA = ROOT / "data"
CHECKS = ("risk_*", "savings_*", "appraisal_*", "figure_*", "printed_text_gives*", "value_*", "years_*")
REGISTER = "lcc-corporate"
REGISTER_SOURCE = "lcc-risk-2019q3"
RISK_HEADINGS = [column.heading for column in risk_register.COLUMNS]
PROGRAMME = "2020/21"
THEMES = {"Highways and transport": "highways_and_transport"}
YEARS = savings_options.years_from(PROGRAMME, 4)
OPTION_HEADINGS = [column.heading for column in savings_options.columns(YEARS, THEMES)]

LEVELS = range(1, 6)
IMPACTS = ("Insignificant", "Minor", "Moderate", "Major", "Catastrophic")
LIKELIHOODS = ("Rare", "Unlikely", "Possible", "Likely", "Certain")
SCALE = Scale(
    "five",
    {(impact, likelihood): impact * likelihood for impact in LEVELS for likelihood in LEVELS},
    {
        (dimension, kind): dict(enumerate(words, 1))
        for dimension, words in (("impact", IMPACTS), ("likelihood", LIKELIHOODS))
        for kind in risk_register.KINDS
    },
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file came to: its report, the rows it holds, and those that were understood."""

    report: Report
    lines: list[Line]
    rows: list[Any]

    @property
    def sentences(self) -> list[str]:
        """Every problem in words."""
        return [problem.sentence for problem in self.report.problems]


def read_register(path: Path) -> Reading:
    """Read a file as a register on a scale of five by five."""
    return _read(path, risk_register.SHEET, RISK_HEADINGS)


def read_options(path: Path) -> Reading:
    """Read a file as the options of the programme."""
    return _read(path, savings_options.SHEET, OPTION_HEADINGS)


def _read(path: Path, sheet: str, headings: Sequence[str]) -> Reading:
    report = Report(path.name)
    keys = {heading_key(heading) for heading in headings}
    with tempfile.TemporaryDirectory() as folder:
        received = receive(path, Path(folder) / "received", report)
        grid = received and read_grid(received, sheet, lambda text: heading_key(text) in keys, report)
    if not grid:
        return Reading(report, [], [])
    if sheet == risk_register.SHEET:
        found = lines(grid, risk_register.COLUMNS, report)
        return Reading(report, found, risk_register.read_rows(found, SCALE))
    layout = savings_options.layout(grid, PROGRAMME, THEMES, report)
    found = lines(grid, layout, report)
    return Reading(report, found, savings_options.read_rows(found, layout, THEMES))


def copy_register_data(path: Path) -> Path:
    """Return a data folder with the real schema, checks and lists, and one document, the risk register.

    Left out are the checks that look at neither registers nor options nor every figure.
    """
    for name in ("schema", f"sources/{REGISTER_SOURCE}"):
        shutil.copytree(DATA / name, path / name)
    (path / "checks").mkdir()
    for check in CHECKS:
        for file in (DATA / "checks").glob(check):
            shutil.copy(file, path / "checks" / file.name)
    for name in ("place.csv", "savings_theme.csv", "risk_band.csv", "appraisal_scale.csv"):
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
                "SELECT summary FROM risk_statement WHERE source_id = $source_id AND risk_id = $risk_id "
                "AND list_contains($fields, field) ORDER BY sequence",
                {"source_id": source_id, "risk_id": risk_id, "fields": list(fields)},
            )
            row[heading] = "\n".join(summary for (summary,) in found)
        rows.append(row)
    return rows
