"""How business cases hold: paybacks, returns and ranges as printed against what their sums give."""

from collections.abc import Sequence

from dashboard.domain import programmes as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import counted, listed, measured, number, pounds
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Return, Spread, YearSum
from dashboard.views.programmes.cards import heads
from dashboard.views.programmes.choices import NOT_GIVEN
from dashboard.views.programmes.scope import Scope

FOLLOWS, AGAINST, UNKNOWN = "Follows", "Does not follow", "Cannot be worked out again"
# A printed return is held to be the same where it is less than one of its units away.
SAME = 1
MONTHS = 12
Row = tuple[Cell, ...]


def health(found: Scope) -> View:
    """Return each printed payback, return and range with what its own sums give."""
    rows = [*_return_rows(found), *(_spread_row(found, item) for item in queries.spreads(found.store))]
    return View(
        name="programmes.health",
        title=_title(rows),
        subtitle="Paybacks, returns and ranges as printed, against what the sums beside them give",
        table=Table(
            "Printed against worked out again",
            heads("Programme and figure", "Printed", "Worked out again", "What follows (our reading)"),
            tuple(rows),
        ),
        facts=(),
        records=tuple(
            dict(
                zip(
                    ("figure", "printed", "recalculated", "reading"), (cell.text for cell in row), strict=True
                )
            )
            for row in rows
        ),
        method="A return is its benefit over its cost, a payback the first year from which on the running "
        "sum is "
        "not below nought, an average the middle of its ends. A printed return follows where it is less "
        "than one "
        "of its units away. A payback in months cannot be checked more finely than by year. Confidence "
        "is the "
        "document’s own word.",
        cited=tuple(_standing(item) for item in queries.returns(found.store) if item.scenario == "plan"),
    )


def _standing(item: Return) -> Fact:
    where = (item.source_id, item.source_line, item.locator)
    return Fact(item.figure, "", None, "", "", "printed", *where)


def _title(rows: list[Row]) -> str:
    follow, against = (sum(row[3].text.startswith(word) for row in rows) for word in (FOLLOWS, AGAINST))
    told = counted(len(rows), "payback, return or range", "paybacks, returns and ranges")
    rest = len(rows) - follow - against
    said = [
        f"{follow or 'none'} {'follows' if follow == 1 else 'follow'} from the sums beside",
        *([f"{against} {'does' if against == 1 else 'do'} not"] if against else []),
        *([f"{rest} cannot be worked out again"] if rest else []),
    ]
    return f"Of {told}, {listed(said)}"


def _return_rows(found: Scope) -> list[Row]:
    every = queries.returns(found.store)
    known = [item for item in every if item.scenario == "plan" and item.bound == "point"]
    names = dict.fromkeys(item.figure for item in known)
    return [_return_row(found, [item for item in known if item.figure == name]) for name in names]


def _return_row(found: Scope, own: list[Return]) -> Row:
    first = own[0]
    said = listed(list(dict.fromkeys(item.printed for item in own)))
    lines = listed([str(item.source_line) for item in own])
    again, reading = _judged(found, own)
    return (
        Cell(f"{found.named(first.programme)}: {first.label}", heading=True),
        Cell(said, href=line_address(first.source_id, first.source_line), note=f"line {lines}"),
        Cell(again),
        Cell(f"{reading}{_ways(own)}"),
    )


def _ways(own: Sequence[Return]) -> str:
    """Return a warning where a figure is printed with values that differ by more than rounding."""
    values = [_months(item) for item in own]
    if max(values) - min(values) < SAME:
        return ""
    if len({item.unit for item in own}) > 1:
        return f"; printed in two ways, {listed([f'{number(value)} months' for value in values])}"
    return "; printed in two ways"


def _months(item: Return) -> float:
    """Return a payback in months, so that years and months can be told apart; any other value as it is."""
    return (item.value or 0.0) * (MONTHS if item.unit == "years" else 1)


def _judged(found: Scope, own: Sequence[Return]) -> tuple[str, str]:
    """Return what the sums give, and whether the printed return or payback follows from it."""
    first = own[0]
    if first.recalculated is not None:
        follows = all(abs(first.recalculated - (item.value or 0.0)) < SAME for item in own)
        reading = f"{FOLLOWS if follows else AGAINST}{_doubt(found, first)}"
        return measured(first.recalculated, first.unit), reading
    years = [item for item in found.held.years if item.programme == first.programme]
    if first.kind == "payback" and first.beneficiary != "public_sector" and years:
        return _paid(years), f"{UNKNOWN} more finely than by year"
    note = f". {first.note}".removesuffix(".") if first.note else ""
    return NOT_GIVEN, f"{UNKNOWN}: its sums are printed nowhere{note}"


def _doubt(found: Scope, item: Return) -> str:
    disputed = [found.disputed[name][0] for name in (item.benefit, item.cost) if name in found.disputed]
    return (
        f", but one of its sums is printed as {disputed[0].printed} and as {disputed[0].reading}"
        if disputed
        else ""
    )


def _paid(years: Sequence[YearSum]) -> str:
    periods = sorted({item.period for item in years})
    amount = {(item.aspect, item.period): item.value for item in years}
    net = [(year, amount.get(("benefit", year), 0.0) - amount.get(("cost", year), 0.0)) for year in periods]
    _, reached = rules.break_even(net)
    return f"paid back in {reached}, from {periods[0]} on" if reached else f"not paid back by {periods[-1]}"


def _spread_row(found: Scope, item: Spread) -> Row:
    average = f", average {pounds(item.average)}" if item.average is not None else ""
    href = line_address(item.source_id, item.source_line)
    return (
        Cell(f"{found.named(item.programme)}: {item.label}", heading=True),
        Cell(
            f"{pounds(item.low)} to {pounds(item.high)}{average}", href=href, note=f"line {item.source_line}"
        ),
        Cell(f"middle {pounds(round((item.low + item.high) / 2))}"),
        Cell(f"{_middle_words(item)}. {item.note or 'No confidence is printed.'}"),
    )


def _middle_words(item: Spread) -> str:
    if item.average is None:
        return f"{UNKNOWN}: no average is printed"
    middle = (item.low + item.high) / 2
    return f"{FOLLOWS} from its ends" if abs(middle - item.average) < SAME else f"{AGAINST} from its ends"
