"""From received rows of text to the tables of the store."""

import duckdb

from dashboard.ingest.fingertips.metadata import Metadata

DESCRIBED = (
    "name",
    "unit",
    "value_type",
    "polarity",
    "method",
    "period_type",
    "frequency",
    "source_text",
    "caveats",
)

INDICATORS_SQL = """
SELECT indicator_id::INTEGER, arg_min(indicator_name, rowid), count(DISTINCT indicator_name)
FROM received GROUP BY 1 ORDER BY 1
"""

AREAS_SQL = """
INSERT INTO indicator_area BY NAME
SELECT area_code, arg_min(area_name, rowid) AS area_name, area_type, parent_code,
  arg_min(parent_name, rowid) AS parent_name, $source_id AS source_id
FROM received GROUP BY area_code, area_type, parent_code ORDER BY area_code, area_type, parent_code
"""

# Of the two intervals the one that the method asks for; the other where that one is not given.
VALUES_SQL = """
INSERT INTO indicator_value BY NAME
WITH typed AS (
  SELECT received.rowid AS place, received.*, CASE
      WHEN lower_998 IS NULL THEN if(lower_95 IS NULL, NULL, 95.0)
      WHEN lower_95 IS NULL OR interval_level(indicator.method) = 99.8 THEN 99.8
      ELSE 95.0
    END AS ci_level
  FROM received JOIN indicator ON indicator.indicator_id = received.indicator_id::INTEGER
  WHERE received.rowid NOT IN (SELECT place FROM repeated WHERE place <> first_place)
)
SELECT indicator_id::INTEGER AS indicator_id, area_code, area_name, area_type, period,
  time_period_sortable::INTEGER AS time_period_sortable, time_period_range, sex::indicator_sex AS sex, age,
  category_type, category, value::DOUBLE AS value,
  if(ci_level = 99.8, lower_998, lower_95)::DOUBLE AS lower_ci,
  if(ci_level = 99.8, upper_998, upper_95)::DOUBLE AS upper_ci, ci_level,
  count::DOUBLE AS count, denominator::DOUBLE AS denominator, value_note, published_trend,
  $source_id AS source_id, (place + 2)::INTEGER AS source_line
FROM typed
ORDER BY indicator_id, category_type NULLS FIRST, category, sex, age, area_code, time_period_sortable
"""


def fill_indicators(connection: duckdb.DuckDBPyConnection, metadata: Metadata, source_id: str) -> list[str]:
    """Fill the table of indicators; return a notice for every one that is not described, or named twice."""
    notices = []
    for number, name, names in connection.execute(INDICATORS_SQL).fetchall():
        described = metadata.get(number)
        if described is None:
            notices.append(
                f"Indicator {number}, {name}, is not in the metadata: "
                "it is compared without judgement and has no trend."
            )
        if names > 1:
            notices.append(f"Indicator {number} has {names} names; the first one is kept: {name}.")
        row = {key: (described or {}).get(key) for key in DESCRIBED}
        row["name"] = row["name"] or name
        _insert(connection, {"indicator_id": number, **row, "source_id": source_id})
    return notices


def _insert(connection: duckdb.DuckDBPyConnection, row: dict[str, object]) -> None:
    names = ", ".join(row)
    marks = ", ".join(f"${name}" for name in row)
    connection.execute(f"INSERT INTO indicator ({names}) VALUES ({marks})", row)  # noqa: S608 - our own names


def fill_values(connection: duckdb.DuckDBPyConnection, source_id: str) -> None:
    """Fill the tables of areas and values from the received rows, which are known to be sound."""
    connection.execute(AREAS_SQL, {"source_id": source_id})
    connection.execute(VALUES_SQL, {"source_id": source_id})
