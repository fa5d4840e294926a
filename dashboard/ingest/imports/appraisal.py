"""The layout of an appraisal of options, and what its rows become."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.ingest.imports.columns import Column, Line, heading_key
from dashboard.ingest.imports.grid import Grid
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import Appraisal
from dashboard.ingest.imports.risk_register import Rows
from dashboard.ingest.imports.values import TO_BE_CONFIRMED, choice, line_of, paragraphs, slug

SHEET = "Appraisal"
SCORE = "Score: "
MOST = 20
UNASKED = "Which option?"
STANDINGS = ("preferred", "recommended", "rejected", "undecided")
SIDES = {"Features": "feature", "For": "pro", "Against": "con"}
FIXED = (
    Column("Option", "What the option is called. Each once.", needed=True),
    Column("Summary", "What it would be, in short.", needed=True),
    Column("Standing", "What became of it, from the list.", needed=True, words=STANDINGS),
    Column("Standing note", "How that is known: a minute, a report, a date."),
    Column("Features", "What it would be in detail; one feature a line."),
    Column("For", "What speaks for it; one argument a line."),
    Column("Against", "What speaks against it; one argument a line."),
)


@dataclass(frozen=True, slots=True)
class Score:
    """A score as received; `level` is None where it is still to be confirmed or does not apply."""

    level: str | None
    printed: str


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One row of the sheet, understood: an option, its scores by criterion, its arguments by heading."""

    line: Line
    option: dict[str, str]
    scores: dict[str, Score]
    arguments: dict[str, list[str]]


def columns(criteria: Iterable[str], levels: Iterable[str]) -> list[Column]:
    """Return the columns of the layout for the criteria named."""
    words = tuple(level.capitalize() for level in levels)
    text = "Score of the option, from the list, TBC, N/A, or blank; rename the column after your criterion."
    return [*FIXED, *(Column(f"{SCORE}{criterion}", text, words=words) for criterion in criteria)]


def layout(grid: Grid, levels: Iterable[str], report: Report) -> list[Column]:
    """Return the columns that a sheet must have, by the criteria that its headings name.

    A sheet without criteria holds an appraisal that is argued and not scored.
    """
    headings = [line_of(cell.text) for _, cells in grid.rows[:1] for cell in cells]
    named = {
        heading_key(heading): heading[len(SCORE) :].strip()
        for heading in reversed(headings)
        if heading_key(heading).startswith(SCORE.lower())
    }
    criteria = list(reversed(named.values()))
    row = grid.rows[0][0] if grid.rows else None
    first: dict[str, str] = {}
    for criterion in criteria:
        other = first.setdefault(slug(criterion), criterion)
        if not slug(criterion):
            report.refuse(shown(criterion), "a criterion with letters or digits in its name", row=row)
        elif other != criterion:
            found = f"{shown(criterion)}, read like {shown(other)}"
            report.refuse(found, "criteria that differ in more than spaces and signs", row=row)
    if len(criteria) > MOST:
        report.refuse(f"{len(criteria)} criteria", f"at most {MOST}", row=row)
    return columns(criteria, levels)


def criteria_of(layout: Iterable[Column]) -> list[str]:
    """Return the criteria of a layout, in the order of the sheet."""
    return [column.heading.removeprefix(SCORE) for column in layout if column.heading.startswith(SCORE)]


def read_rows(lines: list[Line], layout: list[Column], levels: Iterable[str]) -> list[OptionRow]:
    """Return the rows understood; whatever is wrong in any of them is reported."""
    criteria, known = criteria_of(layout), tuple(levels)
    rows = [row for line in lines if (row := _row(line, criteria, known))]
    first: dict[str, int] = {}
    for row in rows:
        before = first.setdefault(slug(row.option["title"]), row.line.number)
        if before != row.line.number:
            found = f"{shown(row.option['title'])}, read like that of row {before}"
            row.line.refuse("Option", found, "options that differ in more than spaces and signs")
    if len(rows) > MOST:
        rows[MOST].line.refuse("Option", f"{len(rows)} options", f"at most {MOST}")
    return rows


def _row(line: Line, criteria: Iterable[str], levels: tuple[str, ...]) -> OptionRow | None:
    option = {
        "title": line.take("Option", _title, needed=True),
        "summary": line.take("Summary", line_of, needed=True),
        "standing": line.take("Standing", choice({word: word for word in STANDINGS}), needed=True),
    }
    note = line.take("Standing note", line_of)
    read = _level(levels)
    scores = {name: score for name in criteria if (score := line.take(f"{SCORE}{name}", read))}
    arguments = {heading: line.take(heading, paragraphs) or [] for heading in SIDES}
    known = {name: value for name, value in option.items() if value}
    if len(known) < len(option):
        return None
    return OptionRow(line, known | ({"standing_note": note} if note else {}), scores, arguments)


def _title(text: str) -> str:
    title = line_of(text)
    if not slug(title) or len(title) > 80:
        raise NotAllowedError(shown(text), "at most 80 characters, with letters or digits among them")
    return title


def _level(levels: tuple[str, ...]) -> Callable[[str], Score]:
    """Return a reader for scores; capitals do not count, whatever else is kept as received does."""

    def read(text: str) -> Score:
        printed = line_of(text)
        if printed.upper() in TO_BE_CONFIRMED:
            return Score(None, printed.upper())
        if printed.lower() in levels:
            return Score(printed.lower(), printed)
        allowed = ", ".join((*levels, *TO_BE_CONFIRMED))
        raise NotAllowedError(shown(text), f"one of {allowed}, or a blank cell")

    return read


def tables(
    rows: list[OptionRow], layout: list[Column], header: int, request: Appraisal, report: Report
) -> Rows:
    """Return the rows of each table that an appraisal fills; `header` is the row of the headings."""
    criteria = criteria_of(layout)
    head = {"appraisal": request.name, "source_line": header, "status": "printed"}
    about = {
        "title": request.title,
        "question": request.question or UNASKED,
        "scale": request.scale if criteria else None,
        "anchor": FIXED[0].heading,
        "locator": report.locator(header),
    }
    named = [
        {"criterion": slug(name), "title": name, "anchor": name, "locator": report.locator(header, name)}
        for name in criteria
    ]
    return {
        "appraisal": [head | about],
        "appraisal_criterion": [head | criterion for criterion in named],
        "appraisal_option": [_placed(row, request, report) | _option(row) for row in rows],
        "appraisal_score": [
            _placed(row, request, report)
            | {"criterion": slug(name), "level": score.level, "printed": score.printed}
            for row in rows
            for name, score in row.scores.items()
        ],
        "appraisal_argument": [part for row in rows for part in _arguments(row, request, report)],
    }


def _placed(row: OptionRow, request: Appraisal, report: Report) -> dict[str, Any]:
    """Return what every row of an option holds: which it is, and where it stands in the sheet."""
    return {
        "appraisal": request.name,
        "option": slug(row.option["title"]),
        "source_line": row.line.number,
        "locator": report.locator(row.line.number),
        "status": "printed",
    }


def _option(row: OptionRow) -> dict[str, str]:
    return row.option | {"anchor": row.option["title"]}


def _arguments(row: OptionRow, request: Appraisal, report: Report) -> Iterator[dict[str, Any]]:
    for heading, said in row.arguments.items():
        placed = _placed(row, request, report)
        for sequence, text in enumerate(said, 1):
            part = {
                "side": SIDES[heading],
                "sequence": sequence,
                "summary": text,
                "anchor": text[:60].strip(),
            }
            yield placed | part
