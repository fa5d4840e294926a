"""Made-up Fingertips downloads."""

import csv
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dashboard.ingest.fingertips.read import Result, read
from dashboard.settings import ROOT
from tests.conftest import DATA

SAMPLES = ROOT.parent / "shared" / "samples"
SAMPLE = SAMPLES / "fingertips_lancashire.csv"
SAMPLE_METADATA = SAMPLES / "fingertips_indicator_metadata.csv"

HEADER = (
    "Indicator ID",
    "Indicator Name",
    "Parent Code",
    "Parent Name",
    "Area Code",
    "Area Name",
    "Area Type",
    "Sex",
    "Age",
    "Category Type",
    "Category",
    "Time period",
    "Value",
    "Lower CI 95.0 limit",
    "Upper CI 95.0 limit",
    "Lower CI 99.8 limit",
    "Upper CI 99.8 limit",
    "Count",
    "Denominator",
    "Value note",
    "Recent Trend",
    "Compared to Land value or percentiles",
    "Compared to parent value or percentiles",
    "Time period Sortable",
    "New data",
    "Compared to goal",
    "Time period range",
)
METADATA_HEADER = (
    "Indicator ID",
    "Indicator",
    "Unit",
    "Value type",
    "Polarity",
    "Benchmarking method",
    "Period type",
)
BY_95 = "Confidence intervals overlapping reference value (95.0)"
BY_998 = "Confidence intervals overlapping reference value (99.8)"

Row = dict[str, str]
LAND = {"Parent Code": "", "Parent Name": "", "Area Code": "L1", "Area Name": "Land", "Area Type": "Land"}


def row(year: Any = 2020, value: Any = 10, reach: Any = 1, **changes: str) -> Row:
    """Return one row: a year of an indicator for one area, `reach` on either side; columns by their name."""
    usual = {
        "Indicator ID": "1",
        "Indicator Name": "Things",
        "Parent Code": "L1",
        "Parent Name": "Land",
        "Area Code": "A1",
        "Area Name": "Avon",
        "Area Type": "Districts",
        "Sex": "Persons",
        "Age": "All ages",
        "Time period": str(year),
        "Time period Sortable": f"{year}0000",
        "Value": str(value),
        "Lower CI 95.0 limit": str(float(value) - reach) if value != "" else "",
        "Upper CI 95.0 limit": str(float(value) + reach) if value != "" else "",
    }
    return {**dict.fromkeys(HEADER, ""), **usual, **changes}


def described(number: Any = 1, **changes: str) -> Row:
    """Return a row of metadata, with `changes` by the name of the column."""
    usual = {
        "Indicator ID": str(number),
        "Indicator": "Things, described",
        "Unit": "%",
        "Value type": "Proportion",
        "Polarity": "Low is good",
        "Benchmarking method": BY_95,
        "Period type": "Calendar",
    }
    return {**dict.fromkeys(METADATA_HEADER, ""), **usual, **changes}


def write_rows(path: Path, rows: Iterable[Row], header: Sequence[str] = HEADER) -> Path:
    """Write a CSV file as the service does."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, header, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def indicator_data(folder: Path) -> Path:
    """Return a data folder with no more of the schema than indicators need."""
    (folder / "schema").mkdir(parents=True)
    for path in (DATA / "schema").glob("0[08][0-9]_*.sql"):
        shutil.copy(path, folder / "schema")
    return folder


def read_rows(
    folder: Path, rows: Iterable[Row], metadata: Iterable[Row] | None = (), benchmark_code: str | None = None
) -> tuple[Result, Path]:
    """Read made-up rows and return what was found and the staging file."""
    file = write_rows(folder / "download.csv", rows)
    described_in = None
    if metadata is not None:
        described_in = write_rows(folder / "metadata.csv", list(metadata) or [described()], METADATA_HEADER)
    return read_file(folder, file, described_in, benchmark_code)


def read_file(
    folder: Path, file: Path, metadata: Path | None = None, benchmark_code: str | None = None
) -> tuple[Result, Path]:
    """Read a file and return what was found and the staging file."""
    data = folder / "data"
    staging = folder / "staging.duckdb"
    result = read(
        file,
        metadata,
        staging,
        data=data if data.exists() else indicator_data(data),
        source_id="made-up",
        benchmark_code=benchmark_code,
    )
    return result, staging
