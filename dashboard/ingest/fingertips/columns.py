"""The columns of a Fingertips download, and what is said of a file that is none."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

# Column of the download and what it is called in the table of received rows.
REQUIRED = {
    "Indicator ID": "indicator_id",
    "Indicator Name": "indicator_name",
    "Parent Code": "parent_code",
    "Parent Name": "parent_name",
    "Area Code": "area_code",
    "Area Name": "area_name",
    "Area Type": "area_type",
    "Sex": "sex",
    "Age": "age",
    "Category Type": "category_type",
    "Category": "category",
    "Time period": "period",
    "Value": "value",
    "Lower CI 95.0 limit": "lower_95",
    "Upper CI 95.0 limit": "upper_95",
    "Lower CI 99.8 limit": "lower_998",
    "Upper CI 99.8 limit": "upper_998",
    "Count": "count",
    "Denominator": "denominator",
    "Value note": "value_note",
    "Recent Trend": "published_trend",
    "Time period Sortable": "time_period_sortable",
}
OPTIONAL = {"Time period range": "time_period_range"}
# Not read: our comparisons are worked out, and these columns are named after the area compared with.
PASSED_OVER = ("Compared to", "New data")
LABELS = {name: label for label, name in {**REQUIRED, **OPTIONAL}.items()}

METADATA_REQUIRED = {
    "Indicator ID": "indicator_id",
    "Indicator": "name",
    "Unit": "unit",
    "Value type": "value_type",
    "Polarity": "polarity",
    "Benchmarking method": "method",
}
METADATA_OPTIONAL = {
    "Period type": "period_type",
    "Year type": "period_type",
    "Frequency": "frequency",
    "Data source": "source_text",
    "Caveats": "caveats",
}

FIRST_BYTES = 1 << 20
OTHER_FORMATS = {
    b"<": "It holds a web page, not CSV: the service was not reached or answered with an error page.",
    b"{": "It holds JSON, not CSV: the service may have answered with an error message.",
    b"[": "It holds JSON, not CSV: another part of the service was asked.",
    b"PK": "It holds a workbook or a packed file, not CSV: save it as CSV (UTF-8).",
}


def read_header(file: Path) -> tuple[list[str], str]:
    """Return the column names of a CSV file, and a sentence where it is none; one of them is empty."""
    try:
        with file.open("rb") as handle:
            first = handle.read(FIRST_BYTES)
    except OSError as error:
        return [], f"It cannot be read: {error.strerror}."
    plain = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not plain:
        return [], "It is empty."
    other = next((words for start, words in OTHER_FORMATS.items() if plain.startswith(start)), "")
    if other:
        return [], other
    try:
        line = plain.splitlines()[0].decode("utf-8")
    except UnicodeDecodeError:
        return [], "It is not in UTF-8: save it as CSV (UTF-8)."
    return next(csv.reader([line])), ""


def header_problems(
    header: Sequence[str],
    required: Mapping[str, str],
    known: Sequence[str] = (),
) -> list[str]:
    """Return a sentence for every column that is missing, given twice, or not known."""
    problems = [f"the column “{name}” is missing." for name in required if name not in header]
    problems += [
        f"the column “{name}” is given {header.count(name)} times."
        for name in dict.fromkeys(header)
        if header.count(name) > 1
    ]
    if known:
        problems += [
            f"the column “{name}” is not one of a Fingertips download."
            for name in header
            if name not in known and not name.startswith(PASSED_OVER)
        ]
    return problems
