"""What is wrong with the cells of a download, each with row and column."""

from collections.abc import Iterator

import duckdb

from dashboard.ingest.fingertips.columns import LABELS
from dashboard.ingest.fingertips.received import LISTED, Problem, RowNumbers, more

NUMBERS = ("value", "lower_95", "upper_95", "lower_998", "upper_998", "count", "denominator")
NEEDED = ("indicator_name", "area_code", "area_name", "area_type", "sex", "age", "period")
KEY = "indicator_id, area_code, period, sex, age, category_type, category"
FIGURES = ", ".join(f"try_cast({name} AS DOUBLE)" for name in NUMBERS)

# Rows that stand more than once, found by a number made from their key, since the keys themselves are long.
REPEATED_SQL = f"""
CREATE TEMP TABLE repeated AS
WITH twice AS (
  SELECT hash({KEY}) AS mark FROM received GROUP BY mark HAVING count(*) > 1
),
candidate AS (
  SELECT rowid AS place, {KEY}, hash({FIGURES}) AS figures FROM received
  WHERE hash({KEY}) IN (SELECT mark FROM twice)
)
SELECT place, first_value(place) OVER same AS first_place,
  figures = first_value(figures) OVER same AS agrees
FROM candidate WINDOW same AS (PARTITION BY {KEY} ORDER BY place)
"""  # noqa: S608 - put together from constants


def cell_problems(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Return a problem for every cell of the table `received` that cannot be what its column says."""
    rows = RowNumbers(connection)
    return [problem for rule in _rules() for problem in _broken(connection, rows, *rule)]


def _rules() -> Iterator[tuple[str, str, str]]:
    """Yield a column, the condition that it is wrong, and what is said then."""
    yield "indicator_id", "coalesce(try_cast(indicator_id AS INTEGER), 0) < 1", "expected a whole number"
    yield (
        "time_period_sortable",
        "coalesce(try_cast(time_period_sortable AS INTEGER), 0) < 1",
        "expected a whole number",
    )
    for name in NEEDED:
        yield name, f"{name} IS NULL", "expected some text"
    for name in NUMBERS:
        yield (
            name,
            f"{name} IS NOT NULL AND NOT coalesce(isfinite(try_cast({name} AS DOUBLE)), false)",
            "expected a number",
        )
    yield "sex", "sex IS NOT NULL AND try_cast(sex AS indicator_sex) IS NULL", "this sex is not known"
    yield "category", "category IS NULL AND category_type IS NOT NULL", "the category type has no category"
    yield "category_type", "category_type IS NULL AND category IS NOT NULL", "the category has no type"
    yield "lower_998", _beyond("lower_998", "lower_95"), "it is above the lower 95% limit"
    yield "upper_998", _beyond("upper_95", "upper_998"), "it is below the upper 95% limit"
    for level, share in (("95", "95%"), ("998", "99.8%")):
        lower, upper = f"lower_{level}", f"upper_{level}"
        yield lower, f"{lower} IS NULL AND {upper} IS NOT NULL", "the upper limit stands alone"
        yield upper, f"{upper} IS NULL AND {lower} IS NOT NULL", "the lower limit stands alone"
        yield (
            lower,
            f"try_cast({lower} AS DOUBLE) > try_cast({upper} AS DOUBLE)",
            "it is above the upper limit",
        )
        ordered = f"try_cast({lower} AS DOUBLE) <= try_cast({upper} AS DOUBLE)"
        yield "value", f"{ordered} AND {_beyond(lower, 'value')}", f"it is below its lower {share} limit"
        yield "value", f"{ordered} AND {_beyond('value', upper)}", f"it is above its upper {share} limit"


def _beyond(lower: str, upper: str) -> str:
    """Return the condition that one number is above another by more than rounding can explain."""
    lowest, highest = f"try_cast({lower} AS DOUBLE)", f"try_cast({upper} AS DOUBLE)"
    rounding = f"greatest({_unit(lower)}, {_unit(upper)}, abs({highest}) * 1e-6)"
    return f"coalesce({lowest} - {highest} > {rounding} AND isfinite({lowest} - {highest}), false)"


def _unit(name: str) -> str:
    """Return one unit of the last place that a number of the file gives."""
    return f"pow(10, -length(regexp_extract({name}, '[.]([0-9]+)$', 1)))"


def _broken(
    connection: duckdb.DuckDBPyConnection, rows: RowNumbers, name: str, condition: str, words: str
) -> list[Problem]:
    found = connection.execute(
        f"SELECT rowid, {name}, count(*) OVER () FROM received WHERE {condition} "  # noqa: S608 - our own rules
        f"ORDER BY rowid LIMIT {LISTED}"
    ).fetchall()
    problems = [
        Problem(rows[place], LABELS[name], f"{words}, found {repr(text) if text else 'nothing'}")
        for place, text, _ in found
    ]
    return problems + more(found[0][2] if found else 0, f"more rows of “{LABELS[name]}”: {words}")


def repeated_rows(connection: duckdb.DuckDBPyConnection) -> tuple[list[Problem], int]:
    """Return a problem for every row that contradicts an earlier one, and how many repeat one word for word.

    The table `repeated` then holds the place of every row that stands more than once.
    """
    connection.execute(REPEATED_SQL)
    rows = RowNumbers(connection)
    found = connection.execute(
        "SELECT place, first_place, count(*) OVER () FROM repeated WHERE NOT agrees "
        "ORDER BY place LIMIT $most",
        {"most": LISTED},
    ).fetchall()
    problems = [
        Problem(
            rows[place],
            None,
            f"it gives other figures than row {rows[first]:,} for the same indicator, area, period, sex, age "
            "and category",
        )
        for place, first, _ in found
    ]
    same = connection.execute(
        "SELECT count(*) FROM repeated WHERE agrees AND place <> first_place"
    ).fetchall()
    return problems + more(found[0][2] if found else 0, "more rows contradict another row"), same[0][0]
