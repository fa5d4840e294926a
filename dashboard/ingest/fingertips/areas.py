"""Areas that a download contradicts itself about: two names of one code, two codes of one name."""

import duckdb

from dashboard.ingest.fingertips.columns import LABELS
from dashboard.ingest.fingertips.received import LISTED, Problem, RowNumbers, more

# Names are held against each other without regard to case and spaces.
SPELT = "lower(regexp_replace(area_name, '\\s+', ' ', 'g'))"

# Statistical areas, wards, parishes and practices share names rightly; other codes of the same form do not.
NAMED_ONCE = "regexp_full_match(area_code, '[A-Z](0[6-9]|1[0-24-9]|[2-9][0-9])[0-9]{6}')"

# What most rows say is what the others are held against.
TWO_NAMES_SQL = f"""
WITH named AS (
  SELECT area_code, {SPELT} AS spelt, arg_min(area_name, rowid) AS found, min(rowid) AS place,
    count(*) AS rows
  FROM received WHERE area_code IS NOT NULL AND area_name IS NOT NULL GROUP BY 1, 2
)
SELECT place, found, area_code, first_value(found) OVER most, first_value(place) OVER most
FROM named WINDOW most AS (PARTITION BY area_code ORDER BY rows DESC, place)
QUALIFY place <> first_value(place) OVER most ORDER BY place
"""  # noqa: S608 - put together from constants

TWO_CODES_SQL = f"""
WITH coded AS (
  SELECT area_type, {SPELT} AS spelt, area_code, arg_min(area_name, rowid) AS name, min(rowid) AS place,
    count(*) AS rows
  FROM received WHERE {NAMED_ONCE} AND area_name IS NOT NULL AND area_type IS NOT NULL GROUP BY 1, 2, 3
)
SELECT place, area_code, name, first_value(area_code) OVER most, first_value(place) OVER most
FROM coded WINDOW most AS (PARTITION BY area_type, spelt ORDER BY rows DESC, place)
QUALIFY place <> first_value(place) OVER most ORDER BY place
"""  # noqa: S608 - put together from constants


def area_problems(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Return a problem for each second name of a code, and each second code of a name, at its first row."""
    rows = RowNumbers(connection)
    names = connection.execute(TWO_NAMES_SQL).fetchall()
    codes = connection.execute(TWO_CODES_SQL).fetchall()
    return [
        *(
            Problem(
                rows[place],
                LABELS["area_name"],
                f"{code} is called {usual!r} in row {rows[first]:,}, found {found!r}",
            )
            for place, found, code, usual, first in names[:LISTED]
        ),
        *more(len(names), "more areas have two names"),
        *(
            Problem(
                rows[place],
                LABELS["area_code"],
                f"{name} has the code {usual!r} in row {rows[first]:,}, "
                f"found {found!r} for the same type of area",
            )
            for place, found, name, usual, first in codes[:LISTED]
        ),
        *more(len(codes), "more areas have two codes"),
    ]
