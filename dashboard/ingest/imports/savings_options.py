"""The layout of savings options, and what its rows become."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from dashboard.ingest.imports.columns import Column, Line, heading_key
from dashboard.ingest.imports.grid import Grid
from dashboard.ingest.imports.report import NotAllowedError, Report, shown
from dashboard.ingest.imports.requests import SavingsOptions
from dashboard.ingest.imports.risk_register import Rows
from dashboard.ingest.imports.values import amount, choice, financial_year, line_of, paragraphs, slug

SHEET = "Options"

SERIES = {
    "Budget change": ("budget_change", "unstated"),
    "FTE": ("fte", "unstated"),
    "FTE recurrent": ("fte", "recurrent"),
    "FTE temporary": ("fte", "temporary"),
    "Investment": ("investment", "unstated"),
    "Investment recurrent": ("investment", "recurrent"),
    "Investment temporary": ("investment", "temporary"),
    "Investment capital": ("investment", "capital"),
}
NEEDED_SERIES = ("Budget change",)
SERIES_TEXT = {
    "budget_change": "£m, change made in that year, minus is a saving; TBC where still open.",
    "fte": "Posts, change made in that year, minus is posts lost.",
    "investment": "£m spent in that year.",
}
BUDGETS = {"Gross budget": "gross", "Income": "income", "Net budget": "net"}
CONSULTATION = {"yes": "yes", "no": "no", "no, with text": "no_with_text", "unclear": "unclear"}
EQUALITY = {
    "not required": "not_required",
    "completed": "completed",
    "yes, unclear": "yes_unclear",
    "earlier option": "earlier_option",
    "no": "no",
}
PROCESSES = {
    "Consultation": ("consultation", CONSULTATION),
    "Equality analysis": ("equality_analysis", EQUALITY),
}
NARRATIVES = {"Decisions": "decisions", "Impact": "impact", "Actions": "actions", "Risks": "risks"}


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One row of the sheet, understood: the option, and the cells that become rows of other tables."""

    line: Line
    option_id: str
    option: dict[str, str]
    parts: list[tuple[str, dict[str, Any], str]]


def columns(years: list[str], themes: Mapping[str, str], series: Mapping[str, Any] = SERIES) -> list[Column]:
    """Return the columns of the layout for the years of a programme."""
    return [
        Column("Reference", "Reference of the option, such as SC034. Each once.", needed=True),
        Column("Service", "Service the option belongs to.", needed=True),
        Column("Title", "What the option is called.", needed=True),
        Column("Theme", "Theme of the option, from the list.", needed=True, words=tuple(themes)),
        Column("Start year", "Financial year in which it starts, such as 2020/21, as text."),
        Column(
            "Base year", "Financial year of the three budgets, as text; needed where one of them is given."
        ),
        *(Column(name, "£m, in the base year.", number_format="0.000") for name in BUDGETS),
        *(column for name in series for column in _series_columns(name, years)),
        *(
            Column(name, "The answer, from the list.", words=tuple(words))
            for name, (_, words) in PROCESSES.items()
        ),
        Column("Decisions", "Decisions needed, in short."),
        Column("Impact", "What it means for services and users, in short."),
        Column("Actions", "What has to be done, in short."),
        Column("Risks", "What may go wrong and how that is met, in short."),
        Column("Notes", "One note a line; one that begins with * belongs to the cells with a star."),
    ]


def _series_columns(name: str, years: list[str]) -> Iterator[Column]:
    measure = SERIES[name][0]
    number_format = "0.00" if measure == "fte" else "0.000"
    for year in years:
        yield Column(f"{name} {year}", SERIES_TEXT[measure], number_format=number_format)
    yield Column(
        f"{name} total",
        "The total as the paper prints it; it is not worked out.",
        number_format=number_format,
    )


def layout(grid: Grid, programme: str, themes: Mapping[str, str], report: Report) -> list[Column]:
    """Return the columns that a sheet must have, by the years and series that its headings name.

    Years run on from the programme's first; a series is all its years and its total, or does not appear.
    """
    headings = {heading_key(cell.text) for _, cells in grid.rows[:1] for cell in cells}
    years = _years(headings, programme, report)
    named = {
        name: kind
        for name, kind in SERIES.items()
        if name in NEEDED_SERIES
        or any(heading_key(column.heading) in headings for column in _series_columns(name, years))
    }
    return columns(years, themes, named)


def _years(headings: set[str], programme: str, report: Report) -> list[str]:
    """Return the years from the first of the programme to the last that any heading names."""
    named = sorted({year for heading in headings for name in SERIES if (year := _year_of(heading, name))})
    if named and named[0] != programme:
        report.refuse(
            f"{named[0]} as the first year of the tables", f"{programme}, which names the programme", row=1
        )
    start = int(programme[:4])
    count = max(1, int(named[-1][:4]) - start + 1 if named else 1)
    return years_from(programme, count)


def _year_of(heading: str, name: str) -> str | None:
    prefix = f"{heading_key(name)} "
    if not heading.startswith(prefix):
        return None
    try:
        return financial_year(heading.removeprefix(prefix))
    except NotAllowedError:
        return None


def years_from(programme: str, count: int) -> list[str]:
    """Return `count` financial years, the first of them the one that names the programme."""
    start = int(programme[:4])
    return [f"{year}/{(year + 1) % 100:02}" for year in range(start, start + count)]


def read_rows(lines: list[Line], layout: list[Column], themes: Mapping[str, str]) -> list[OptionRow]:
    """Return the rows understood; whatever is wrong in any of them is reported."""
    headings = {column.heading for column in layout}
    rows = [row for line in lines if (row := _row(line, headings, themes))]
    first: dict[str, int] = {}
    for row in rows:
        before = first.setdefault(row.option_id, row.line.number)
        if before != row.line.number:
            found = f"{shown(row.option['reference'])}, read like that of row {before}"
            row.line.refuse("Reference", found, "references that differ in more than spaces and signs")
    return rows


def _row(line: Line, headings: set[str], themes: Mapping[str, str]) -> OptionRow | None:
    option = {
        "reference": line.take("Reference", _reference, needed=True),
        "service": line.take("Service", line_of, needed=True),
        "title": line.take("Title", line_of, needed=True),
        "theme": line.take("Theme", choice(themes), needed=True),
    }
    parts = [*_start(line), *_budgets(line), *_profile(line, headings), *_answers(line), *_texts(line)]
    known = {name: value for name, value in option.items() if value}
    return OptionRow(line, slug(known["reference"]), known, parts) if len(known) == len(option) else None


def _reference(text: str) -> str:
    reference = line_of(text)
    if not slug(reference) or not reference.isascii() or len(reference) > 40:
        raise NotAllowedError(shown(text), "at most 40 letters, digits and signs, such as SC034")
    return reference


Part = tuple[str, dict[str, Any], str]


def _start(line: Line) -> Iterator[Part]:
    year = line.take("Start year", financial_year)
    if year:
        printed = line.take("Start year", line_of)
        yield "savings_start_year", {"financial_year": year, "printed": printed}, "Start year"


def _budgets(line: Line) -> Iterator[Part]:
    year = line.take("Base year", financial_year, needed=any(line.has(heading) for heading in BUDGETS))
    for heading, measure in BUDGETS.items():
        found = line.take(heading, amount)
        if found and year:
            row = {"measure": measure, "financial_year": year, "amount_gbp_m": found.value, "note": None}
            yield "savings_budget", {**row, "printed": found.printed}, heading


def _profile(line: Line, headings: set[str]) -> Iterator[Part]:
    for name, (measure, nature) in SERIES.items():
        for heading in sorted(heading for heading in headings if heading.rpartition(" ")[0] == name):
            found = line.take(heading, partial(amount, money=measure != "fte"))
            if found is None:
                continue
            nature_from = "none" if nature == "unstated" else "label"
            row = {
                "measure": measure,
                "nature": nature,
                "nature_from": nature_from,
                "value": found.value,
                "printed": found.printed,
            }
            year = heading.rpartition(" ")[2]
            if year == "total":
                yield "savings_total", row, name
            else:
                yield "savings_profile", {**row, "financial_year": year, "starred": found.starred}, name


def _answers(line: Line) -> Iterator[Part]:
    for heading, (process, words) in PROCESSES.items():
        answer = line.take(heading, choice(words))
        if answer:
            text = line.take(heading, line_of)
            row = {
                "process": process,
                "answer": answer,
                "text_contradicts": False,
                "summary": f"Answer is {text}.",
            }
            yield "savings_process", {**row, "anchor": text}, heading


def _texts(line: Line) -> Iterator[Part]:
    for heading, name in NARRATIVES.items():
        text = line.take(heading, line_of)
        if text:
            yield "savings_narrative", {"field": name, "summary": text, "anchor": text[:60].strip()}, heading
    seen: set[str] = set()
    for note in line.take("Notes", paragraphs) or []:
        if note in seen:
            line.refuse("Notes", f"{shown(note)} twice", "each note once")
        seen.add(note)
        starred = note.startswith("*")
        row = {"kind": "starred_note" if starred else "other", "starred": starred, "summary": note}
        yield "savings_note", {**row, "anchor": note[:60].strip()}, "Notes"


def tables(rows: list[OptionRow], request: SavingsOptions, report: Report) -> Rows:
    """Return the rows of each table that an import of savings options fills."""
    found: Rows = {}
    for row in rows:
        where = {"source_line": row.line.number, "status": "printed"}
        option = {"option_id": row.option_id, **row.option, "programme": request.programme}
        found.setdefault("savings_option", []).append(
            {**option, **where, "locator": report.locator(row.line.number, "Reference")}
        )
        for table, part, heading in row.parts:
            locator = report.locator(row.line.number, heading)
            found.setdefault(table, []).append(
                {"option_id": row.option_id, **part, **where, "locator": locator}
            )
    return found
