"""Five million made-up indicator values, as a download of Fingertips and imported by the command."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from .servers import ROOT, environment

INDICATORS, AREAS, SEXES, YEARS = 200, 320, ("Persons", "Male", "Female"), 26
VALUES = INDICATORS * (AREAS + 1) * len(SEXES) * YEARS
FIRST_INDICATOR, FIRST_YEAR = 1001, 1998
METADATA = """
COPY (
  SELECT {first} + place AS "Indicator ID", 'Made-up indicator ' || place AS "Indicator", '%' AS "Unit",
    'Proportion' AS "Value type", 'Low is good' AS "Polarity",
    'Confidence intervals overlapping reference value (95.0)' AS "Benchmarking method",
    'Calendar' AS "Period type"
  FROM range({indicators}) AS every (place)
) TO '{file}' (HEADER)
"""
# The areas of the place come first, so that the page has them to show; the others are made up.
DOWNLOAD = """
COPY (
  WITH area AS (
    SELECT area_code AS code, name, row_number() OVER (ORDER BY kind = 'country' DESC, area_code) - 1 AS place
    FROM read_csv('{areas}') WHERE area_code LIKE 'E%'
    UNION ALL SELECT 'X' || lpad(place::VARCHAR, 8, '0'), 'Area ' || place, place
    FROM range((SELECT count(*) FROM read_csv('{areas}') WHERE area_code LIKE 'E%'), {count} + 1) AS t (place)
  ),
  figure AS (
    SELECT {first} + indicator AS number, 'Made-up indicator ' || indicator AS title, area.*, sex, year,
      round(20 + 10 * sin(indicator + area.place / 7.0) + 3 * sin(year + area.place), 3) AS value
    FROM range({indicators}) AS i (indicator), area, unnest({sexes}) AS s (sex),
      range({first_year}, {first_year} + {years}) AS y (year)
  )
  SELECT number AS "Indicator ID", title AS "Indicator Name",
    if(place = 0, '', (SELECT code FROM area WHERE place = 0)) AS "Parent Code",
    if(place = 0, '', (SELECT name FROM area WHERE place = 0)) AS "Parent Name",
    code AS "Area Code", name AS "Area Name", if(place = 0, 'England', 'Districts & UAs') AS "Area Type",
    sex AS "Sex", 'All ages' AS "Age", '' AS "Category Type", '' AS "Category", year AS "Time period",
    value AS "Value", value - 1.5 AS "Lower CI 95.0 limit", value + 1.5 AS "Upper CI 95.0 limit",
    '' AS "Lower CI 99.8 limit", '' AS "Upper CI 99.8 limit", round(value * 100) AS "Count",
    10000 AS "Denominator", '' AS "Value note", '' AS "Recent Trend",
    '' AS "Compared to England value or percentiles", '' AS "Compared to percentiles",
    year * 10000 AS "Time period Sortable", '' AS "New data", '' AS "Compared to goal",
    '1y' AS "Time period range"
  FROM figure
) TO '{file}' (HEADER)
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import took: its time in seconds, the most memory it held and the size of the file, MB."""

    seconds: float
    peak_mb: float
    file_mb: float


def import_indicators(home: Path, folder: Path) -> Imported:
    """Import the made-up values into `home` with the command, and return what that took."""
    download, metadata = folder / "download.csv", folder / "metadata.csv"
    names = {
        "first": FIRST_INDICATOR,
        "indicators": INDICATORS,
        "areas": ROOT / "data" / "area.csv",
        "count": AREAS,
        "sexes": list(SEXES),
        "first_year": FIRST_YEAR,
        "years": YEARS,
    }
    with duckdb.connect() as connection:
        connection.execute(DOWNLOAD.format(**names, file=download))
        connection.execute(METADATA.format(**names, file=metadata))
    size = download.stat().st_size / 1e6
    command = ["dashboard", "import", "fingertips", str(download), "--metadata", str(metadata), "--apply"]
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=environment(home))
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError("The made-up indicators could not be imported.")
    download.unlink()
    return Imported(time.perf_counter() - started, usage.ru_maxrss / 1024, size)
