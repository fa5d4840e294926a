"""The periods of a download: the forms that Fingertips writes, and what none of them can be."""

import re

import duckdb

from dashboard.ingest.fingertips.columns import LABELS
from dashboard.ingest.fingertips.received import LISTED, Problem, RowNumbers, more

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
FORMS = "expected a form such as 2018, 2018/19, 2018 - 20, 2018/19 Q1 or Jan 2018"
EARLIEST, LATEST, LONGEST = 1900, 2099, 30

# One point of time: a year, or a year of two halves, with a quarter, a month or a day of it.
POINT = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<before>{MONTH})\.? )?"
    r"(?P<year>\d{4}|\d{2})(?:/(?P<second>\d{4}|\d{2}))?"
    rf"(?: Q(?P<quarter>[1-4])(?:-Q(?P<until>[1-4]))?| (?P<after>{MONTH}))?",
    re.IGNORECASE,
)
# The end of a range within the year of its start: 2018 Jan - Mar, Jan - Mar 2018, 2018/19 Q1 - Q2.
SHORT_END = re.compile(rf"(?P<months>{MONTH})|Q(?P<quarter>[1-4])", re.IGNORECASE)
SHORT_START = re.compile(rf"(?P<months>{MONTH})(?P<rest> ?- ?(?:{MONTH}) (?P<year>\d{{4}}))", re.IGNORECASE)

Moment = tuple[int, int]

PERIODS_SQL = """
SELECT period, time_period_sortable, min(rowid), count(*) FROM received
WHERE period IS NOT NULL GROUP BY 1, 2 ORDER BY 3
"""


def period_problems(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Return a problem for each period that cannot be, or that its sortable number contradicts."""
    rows = RowNumbers(connection)
    found = [
        Problem(rows[place], LABELS["period"], f"{fault}, found {period!r}{_times(count)}")
        for period, sortable, place, count in connection.execute(PERIODS_SQL).fetchall()
        if (fault := fault_of(period, sortable))
    ]
    return found[:LISTED] + more(len(found), "more periods cannot be")


def _times(count: int) -> str:
    return f" in {count:,} rows" if count > 1 else ""


def fault_of(period: str, sortable: str | None) -> str:
    """Return what is wrong with a period, or nothing where Fingertips would write it."""
    text = re.sub(r"\s+", " ", period.replace("–", "-")).strip()
    try:
        start = _start(text)
    except ValueError as fault:
        return str(fault)
    year = int(sortable[:4]) if sortable and re.fullmatch(r"\d{8}", sortable) else None
    # The months of a financial or academic year are numbered within the year in which that began.
    early = 1 if re.search(MONTH, text, re.IGNORECASE) else 0
    if year is not None and not start - early <= year <= start:
        return f"it does not begin in the year of “{LABELS['time_period_sortable']}” {sortable}"
    return ""


def _start(text: str) -> int:
    """Return the year in which a period begins.

    Raises:
        ValueError: it is none that can be; the words say why.
    """
    opening = SHORT_START.fullmatch(text)
    if opening:
        text = f"{opening['months']} {opening['year']}{opening['rest']}"
    first, dash, last = _halves(text)
    start = _moment(first)
    if dash:
        _hold_in_order(start, _end(last, start))
    return start[0]


def _halves(text: str) -> tuple[str, str, str]:
    """Part a range at its dash; the quarters of one year, Q1-Q2, are one half."""
    if " - " in text:
        return text.partition(" - ")
    return (text, "", "") if POINT.fullmatch(text) else text.partition("-")


def _end(text: str, start: Moment) -> Moment:
    short = SHORT_END.fullmatch(text)
    if not short:
        return _moment(text, start[0])
    part = int(short["quarter"]) * 3 if short["quarter"] else _month(short["months"])
    return start[0], part


def _moment(text: str, not_before: int | None = None) -> Moment:
    """Return year and month of a point of time; a year of two digits follows the year `not_before`."""
    found = POINT.fullmatch(text)
    if not found or (found["before"] and (found["after"] or found["quarter"])):
        raise ValueError(FORMS)
    if found["day"] and not (found["before"] and 1 <= int(found["day"]) <= 31):
        raise ValueError(FORMS)
    year = _year(found["year"], not_before)
    if found["second"] and (year + 1) % 10 ** len(found["second"]) != int(found["second"]):
        raise ValueError("the second year does not follow the first")
    if found["until"] and found["until"] < found["quarter"]:
        raise ValueError("it ends before it begins")
    name = found["before"] or found["after"]
    return year, _month(name) if name else int(found["quarter"] or 0) * 3


def _year(text: str, not_before: int | None) -> int:
    if len(text) == 2:
        if not_before is None:
            raise ValueError(FORMS)
        return not_before + (int(text) - not_before) % 100
    if not EARLIEST <= int(text) <= LATEST:
        raise ValueError(f"expected a year from {EARLIEST} to {LATEST}")
    return int(text)


def _month(name: str) -> int:
    return MONTHS.index(name[:3].capitalize()) + 1


def _hold_in_order(start: Moment, end: Moment) -> None:
    if end < start and (end[0] < start[0] or all((start[1], end[1]))):
        raise ValueError("it ends before it begins")
    if end[0] - start[0] > LONGEST:
        raise ValueError(f"it ends before it begins, or spans more than {LONGEST} years")
