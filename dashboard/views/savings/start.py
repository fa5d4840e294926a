"""When each option starts: as printed, and when its money first changes."""

from dataclasses import replace

from dashboard.domain import savings as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_cell, line_address
from dashboard.domain.words import millions, number
from dashboard.figures import savings as figures
from dashboard.queries.savings import Option
from dashboard.views.savings.cards import NUMBERS_FROM, bars_height, bars_told, heads, labelled, standing
from dashboard.views.savings.choices import BASES, STARTS, Scope, counted, outcome, text_or_missing

NONE = {"first_change": "No change in any year", "printed": "No year stated"}


def start(found: Scope) -> View:
    """Return what starts in each year, by the year as printed or by the first change, on the basis chosen."""
    amounts = found.amounts(found.basis)
    facts, rows = [], []
    labels = {
        f"{way}.{what}": f"{words}, {what}" for way, words in STARTS.items() for what in ("options", "amount")
    }
    members = {way: _members(found, way) for way in STARTS}
    for year in sorted({*members["first_change"], *members["printed"]}):
        own = [_pair(members, amounts, way, year) for way in STARTS]
        rows.append((Cell(year, heading=True), *(_cell(fact) for pair in own for fact in pair)))
        facts += [fact for pair in own for fact in pair if fact]
    way = found.selection.start
    shown = [
        (year, fact, counted(len(members[way][year])))
        for year in sorted(members[way])
        if (
            fact := next(
                (item for item in facts if item.series == f"{way}.amount" and item.period == year), None
            )
        )
    ]
    head = heads("Year", *(labels[name] for name in labels), numbers=labels.values())
    return View(
        name="savings.start",
        title=_title(found, members),
        subtitle=f"{found.measure(found.basis)}, by "
        f"{STARTS[way][:1].lower()}{STARTS[way][1:]}{found.where}, £m",
        table=Table(f"{found.measure(found.basis)} by both starts, £m. {NUMBERS_FROM}", head, tuple(rows)),
        facts=tuple(facts),
        records=labelled(facts, labels),
        method="The start year is what the option states; the first year of change is the first year "
        "in which its "
        "budget changes. Where the two differ the option is listed below. Counts and amounts are "
        "added up here.",
        chart=figures.amounts_figure(shown),
        alternative=bars_told((year, f"{millions(fact.value)}, {words}") for year, fact, words in shown),
        height_rem=bars_height(len(shown)),
    )


def _members(found: Scope, way: str) -> dict[str, list[Option]]:
    members: dict[str, list[Option]] = {}
    for option in found.options.values():
        year = option.first_change_year if way == "first_change" else option.start_year
        members.setdefault(year or NONE[way], []).append(option)
    return members


def _pair(
    members: dict[str, dict[str, list[Option]]], amounts: dict[str, Fact], way: str, year: str
) -> tuple[Fact | None, Fact | None]:
    own = members[way].get(year, [])
    known = [amounts[option.option_id] for option in own if option.option_id in amounts]
    if not known:
        return None, None
    words = f"{counted(len(own))} by {STARTS[way].lower()}, {year}"
    total = rules.added(f"{way}.amount", year, known, words)
    return rules.count(f"{way}.options", year, len(own), words, total.source_id), total


def _cell(fact: Fact | None) -> Cell:
    if fact is None:
        return Cell("none")
    cell = fact_cell(fact)
    return replace(cell, text=number(fact.value)) if fact.unit == "options" else cell


def _title(found: Scope, members: dict[str, dict[str, list[Option]]]) -> str:
    way = found.selection.start
    year, own = max(members[way].items(), key=lambda item: len(item[1]))
    several = "start" if len(own) != 1 else "starts"
    verb = (
        f"{several} in {year}"
        if year not in NONE.values()
        else f"{'have' if len(own) != 1 else 'has'} no start year"
    )
    total = found.amounts(found.basis)
    amount = round(sum(total[option.option_id].amount for option in own if option.option_id in total), 3)
    words = "first change" if way == "first_change" else "as printed"
    return f"{BASES[found.basis]}: {len(own)} of {found.counted} {verb} ({words}), with {outcome(amount)}"


def differs(found: Scope) -> View:
    """Return the options whose start year as printed is not the first year of change."""
    own = [option for option in found.options.values() if option.start_year != option.first_change_year]
    records = tuple(
        {
            "option": option.name,
            "start_year_as_printed": option.start_year_printed,
            "first_year_of_change": option.first_change_year,
            "source_id": option.source_id,
            "source_line": option.start_year_line or option.source_line,
        }
        for option in own
    )
    return View(
        name="savings.differs",
        title=f"{len(own)} of {found.counted} {'change' if len(own) != 1 else 'changes'} the budget "
        "in another year than stated, or state none"
        if own
        else "Every option changes the budget first in the year it states",
        subtitle="Start year as printed against the first year whose budget change is not nil",
        table=Table(
            "Options whose two starts differ",
            heads("Option", "Start year as printed", "First year of change", "So"),
            tuple(_row(found, option) for option in own),
        ),
        facts=(),
        records=records,
        method="Both years are kept. Charts by year use the year in which the money changes.",
        cited=tuple(
            standing(option.reference, option.source_id, option.start_year_line or option.source_line)
            for option in own
        ),
        folded=True,
    )


def _row(found: Scope, option: Option) -> tuple[Cell, ...]:
    line = option.start_year_line or option.source_line
    stated, first = option.start_year, option.first_change_year
    so = (
        "no start year is stated"
        if not stated
        else "the budget never changes"
        if not first
        else (
            "the money changes before the stated start"
            if first < stated
            else "the money changes after the stated start"
        )
    )
    return (
        found.option_cell(option),
        Cell(text_or_missing(option.start_year_printed), href=line_address(option.source_id, line)),
        Cell(first or "none"),
        Cell(so),
    )
