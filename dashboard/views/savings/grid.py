"""Every option in one table that can be sorted, filtered and arranged."""

from dataclasses import dataclass, replace

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Record, Table, View
from dashboard.domain.words import MISSING, millions, number
from dashboard.queries import savings as queries
from dashboard.queries.savings import Option
from dashboard.views.savings.cards import heads, standing
from dashboard.views.savings.choices import BASES, Scope
from dashboard.views.savings.people import UNKNOWN, unknown_posts
from dashboard.views.savings.process import ANSWERS

LINES = "The record of each option gives its lines"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid: field, head, kind (link, text, money, number), shown at first, twice as wide."""

    field: str
    head: str
    kind: str = "text"
    shown: bool = True
    wide: bool = False


COLUMNS = (
    Column("reference", "Reference", "link"),
    Column("title", "Title", wide=True),
    Column("service", "Service", wide=True),
    Column("theme", "Theme (ours)", shown=False),
    Column("start_year", "Start as printed", shown=False),
    Column("first_change", "First change"),
    Column("annual", "Annual effect, £m", "money"),
    Column("cash", "Cash, £m", "money"),
    Column("posts_lasting", "Posts, lasting", "number", shown=False),
    Column("posts_unstated", "Posts, unstated", "number", shown=False),
    Column("consultation", "Consultation", shown=False),
    Column("equality", "Equality analysis", shown=False),
)


def options(found: Scope) -> View:
    """Return every option with what it comes to, a row each, with the address of its record."""
    records = tuple(_records(found))
    total = f"{BASES['annual'].lower()} in {found.years[-1]}, cash over {found.span}"
    return View(
        name="savings.options",
        title=f"Find an option: all {len(records)}, each with its full record"
        if len(records) != 1
        else "1 option, with its full record",
        subtitle=f"Programme of {found.programme}{found.where}; {total}, £m, derived from the printed "
        "changes; posts in FTE",
        table=Table(
            "Options",
            heads(
                *(column.head for column in COLUMNS),
                numbers=[column.head for column in COLUMNS if column.kind in ("money", "number")],
            ),
            tuple(tuple(_cell(record, column) for column in COLUMNS) for record in records),
        ),
        facts=(),
        records=records,
        method="One row for each option. Annual effect and cash are worked out from the printed "
        "changes; minus is a saving. "
        "Posts are the sums of the tables as printed, lasting and unstated apart; temporary posts "
        "begin and end within the "
        "years. Gross and net budgets repeat between options and are therefore not columns here.",
        cited=tuple(
            replace(standing(LINES, source_id, 0), source_line=None)
            for source_id in dict.fromkeys(option.source_id for option in found.options.values())
        ),
    )


def _records(found: Scope) -> list[Record]:
    annual, cash = (found.amounts(basis) for basis in ("annual", "cash"))
    waiting = set(unknown_posts(found))
    posts = _posts(found, waiting)
    return [_record(found, option, annual, cash, posts, waiting) for option in found.options.values()]


def _posts(found: Scope, waiting: set[str]) -> dict[tuple[str, str], float]:
    sums: dict[tuple[str, str], float] = {}
    for cell in queries.parts(found.store, found.programme, "fte"):
        if cell.option_id in found.options and found.options[cell.option_id].reference not in waiting:
            key = (cell.option_id, cell.nature)
            sums[key] = round(sums.get(key, 0.0) + (cell.value or 0.0), 3)
    return sums


def _record(
    found: Scope,
    option: Option,
    annual: dict[str, Fact],
    cash: dict[str, Fact],
    posts: dict[tuple[str, str], float],
    waiting: set[str],
) -> Record:
    name = option.option_id
    return {
        "reference": option.reference,
        "title": option.title,
        "service": option.service,
        "theme": option.theme_label,
        "start_year": option.start_year,
        "first_change": option.first_change_year,
        "annual": annual[name].value if name in annual else None,
        "cash": cash[name].value if name in cash else None,
        "posts_lasting": posts.get((name, "recurrent")),
        "posts_unstated": posts.get((name, "unstated")),
        "consultation": ANSWERS["consultation"].get(option.consultation, MISSING)
        + ("; contradicted" if option.consultation_contradicted else ""),
        "equality": ANSWERS["equality_analysis"].get(option.equality_analysis, MISSING),
        "missing": UNKNOWN if option.reference in waiting else MISSING,
        "option_id": name,
        "address": found.address(option=name),
        "source_id": option.source_id,
        "source_line": option.source_line,
    }


def _cell(record: Record, column: Column) -> Cell:
    value = record[column.field]
    if column.kind == "link":
        return Cell(value, href=record["address"], heading=True)
    if column.kind == "money":
        return Cell(millions(value), number=True)
    if column.kind == "number":
        return Cell(record["missing"] if value is None else number(value), number=True)
    return Cell(value or MISSING)
