"""A release of the real data with made-up indicators, as an import of them would leave it."""

from pathlib import Path
from typing import Any

from dashboard.ingest.fingertips.parquet import TABLES, write_parquet
from tests.fingertips import BY_95, METADATA_HEADER, Row, described, read_file, row, write_rows
from tests.releases import altered_home

COUNTRY, COUNTY = "E92000001", "E10000017"
PENNINE = ("E06000008", "E07000117", "E07000120", "E07000122", "E07000124", "E07000125")
OTHERS = ("E06000009", "E07000119", "E07000128", "E07000127")
YEARS = (2018, 2019, 2020, 2021, 2022)
NAMES = {COUNTRY: "Land", COUNTY: "Shire"} | {code: f"Part {code[-3:]}" for code in (*PENNINE, *OTHERS)}
KINDS = {COUNTRY: "Land", COUNTY: "Counties"}
NO_INTERVAL = {"Lower CI 95.0 limit": "", "Upper CI 95.0 limit": ""}
SOURCE = (
    "INSERT INTO source VALUES ('made-up', 'Made-up indicators', 'Nobody', '2026-01-01', 'imported "
    "in January', "
    "'import', 'Imported, January 2026', 'Nowhere', 'None.', 'Made up.', NULL)"
)


def given(code: str, year: int, value: Any, number: int = 1, **changes: str) -> Row:
    """Return the figure of an area in a year: out of a thousand, give or take one."""
    place = {"Parent Code": "", "Parent Name": ""} if code == COUNTRY else {"Parent Code": COUNTRY}
    usual = {
        "Indicator ID": str(number),
        "Indicator Name": {1: "Things", 2: "Scores", 3: "Bare"}[number],
        **place,
        "Area Code": code,
        "Area Name": NAMES[code],
        "Area Type": KINDS.get(code, "Districts"),
        "Count": str(round(value * 10)) if value != "" else "",
        "Denominator": "1000" if value != "" else "",
    }
    return row(year, value, **{**usual, **changes})


def made_up_rows() -> list[Row]:
    """Return three indicators: a judged share with a trend, a score in quintiles, one without metadata."""
    rows = []
    for place, code in enumerate(NAMES):
        for step, year in enumerate(YEARS):
            # The country stands at 20; every other area falls by two a year towards its own level.
            value = 20 if code == COUNTRY else 17 + place + 2 * (4 - step)
            gone = code == OTHERS[0] and year == YEARS[-1]
            note: Any = {"Value note": "Too few"} if gone else {}
            rows.append(given(code, year, "" if gone else value, **note))
        rows.append(given(code, 2022, 5 * place, 2, **NO_INTERVAL))
        if code != OTHERS[1]:
            rows.append(given(code, 2021, 30 + place, 3, Age="65+ yrs"))
    rows += [
        {**given(COUNTRY, 2022, value), "Category Type": "Wealth", "Category": name}
        for name, value in (
            ("Poor", 30),
            ("Middling", 20),
            ("Rich <script>", 10),
            ("Not stated / invalid", 60),
            ("Hidden", ""),
        )
    ]
    rows += [given(code, year, 12, Sex="Female") for code in (COUNTRY, COUNTY) for year in YEARS[-2:]]
    rows[4 + 5 + 2]["Recent Trend"] = "Increasing"
    return rows


def made_up_files(folder: Path) -> tuple[Path, Path]:
    """Write the download and its metadata."""
    metadata = [
        described(1, **{"Benchmarking method": BY_95, "Indicator": "Things, described"}),
        described(
            2,
            **{
                "Indicator": "Scores",
                "Unit": "",
                "Value type": "Score",
                "Polarity": "No judgement",
                "Benchmarking method": "Quintiles",
            },
        ),
    ]
    return write_rows(folder / "download.csv", made_up_rows()), write_rows(
        folder / "metadata.csv", metadata, METADATA_HEADER
    )


def indicators_home(release_home: Path, folder: Path) -> Path:
    """Return a home whose release holds the made-up indicators too."""
    result, staging = read_file(folder, *made_up_files(folder))
    assert result.problems == []
    write_parquet(staging, folder)
    loads = [f"INSERT INTO {name} BY NAME FROM '{folder / name}.parquet'" for name in TABLES]
    return altered_home(release_home, folder / "home", SOURCE, *loads)
