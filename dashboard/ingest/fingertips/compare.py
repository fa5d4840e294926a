"""Compare every value with a benchmark and find the recent trend of every series."""

from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np

from dashboard.domain.outcomes_trend import (
    POINTS,
    UNCALCULATED,
    WIDTHS,
    directions_in_words,
    has_trend,
    recent_directions,
)

Progress = Callable[[str, int, int], None]

# A country has no parent; it is what the areas are compared with unless another is chosen.
COUNTRY_SQL = "SELECT DISTINCT area_code FROM indicator_area WHERE parent_code IS NULL"

KINDS_SQL = """
SELECT DISTINCT indicator_id, value_type, polarity, coalesce(time_period_range, '')
FROM indicator_value JOIN indicator USING (indicator_id) WHERE category_type IS NULL ORDER BY ALL
"""

# The latest five points of each series that has so many with an interval, in order of time.
POINTS_SQL = """
WITH point AS (
  SELECT area_code, sex::VARCHAR AS sex, age, time_period_sortable, value,
    upper_ci - lower_ci AS width, ci_level
  FROM indicator_value
  WHERE indicator_id = $indicator_id AND coalesce(time_period_range, '') = $length AND category_type IS NULL
    AND value IS NOT NULL AND upper_ci > lower_ci
  QUALIFY row_number() OVER (PARTITION BY area_code, sex, age ORDER BY time_period_sortable DESC) <= $points
)
SELECT * FROM point
QUALIFY count(*) OVER (PARTITION BY area_code, sex, age) = $points
ORDER BY area_code, sex, age, time_period_sortable
"""

COMPARISON_SQL = f"""
INSERT INTO indicator_comparison BY NAME
WITH latest AS (
  SELECT indicator_id, area_code, sex, age, max(time_period_sortable) AS time_period_sortable,
    coalesce(time_period_range, '') AS length
  FROM indicator_value WHERE category_type IS NULL GROUP BY ALL
),
going AS (
  SELECT latest.*, coalesce(trend, '{UNCALCULATED}')::indicator_trend AS trend
  FROM latest LEFT JOIN series_trend USING (indicator_id, length, area_code, sex, age)
)
SELECT compared.*, going.trend, going.indicator_id IS NOT NULL AS latest
FROM (SELECT * FROM compared_with($benchmark)) AS compared
LEFT JOIN going USING (indicator_id, area_code, sex, age, time_period_sortable)
ORDER BY indicator_id, sex, age, area_code, time_period_sortable
"""  # noqa: S608 - our own words


def country(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return the code of the one area that is part of no other, or None."""
    found = connection.execute(COUNTRY_SQL).fetchall()
    return str(found[0][0]) if len(found) == 1 else None


def compare(
    connection: duckdb.DuckDBPyConnection, benchmark_code: str, progress: Progress = lambda *_: None
) -> None:
    """Fill indicator_comparison: how each value stands against `benchmark_code`, and each recent trend."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE series_trend (indicator_id INTEGER, length VARCHAR, area_code VARCHAR, "
        "sex indicator_sex, age VARCHAR, trend VARCHAR)"
    )
    kinds = connection.execute(KINDS_SQL).fetchall()
    for number, (indicator_id, value_type, polarity, length) in enumerate(kinds, 1):
        if has_trend(value_type, length):
            _find_trends(connection, indicator_id, length, polarity)
        progress("trends", number, len(kinds))
    connection.execute(COMPARISON_SQL, {"benchmark": benchmark_code})
    progress("comparisons", 1, 1)


def _find_trends(
    connection: duckdb.DuckDBPyConnection, indicator_id: int, length: str, polarity: str | None
) -> None:
    """Add the trend of every series of one indicator that has enough points."""
    points = connection.execute(
        POINTS_SQL, {"indicator_id": indicator_id, "length": length, "points": POINTS}
    ).fetchnumpy()
    if not len(points["value"]):
        return
    connection.register("trends", _trends(points, polarity))
    connection.execute(
        "INSERT INTO series_trend SELECT $indicator_id, $length, area_code, sex, age, trend FROM trends",
        {"indicator_id": indicator_id, "length": length},
    )


def _trends(points: dict[str, Any], polarity: str | None) -> dict[str, Any]:
    """Return the key and the trend of each series from its points, five after five."""
    errors = np.select(
        [points["ci_level"] == level for level in WIDTHS],
        [points["width"] / width for width in WIDTHS.values()],
    )
    directions = recent_directions(
        np.asarray(points["value"]).reshape(-1, POINTS), np.asarray(errors).reshape(-1, POINTS)
    )
    key = {name: np.asarray(points[name], dtype=object)[::POINTS] for name in ("area_code", "sex", "age")}
    return {**key, "trend": directions_in_words(directions, polarity)}
