"""Figures as CSV and JSON, with provenance in columns."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from dashboard.domain.view import View

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a plain header row and the rows; text that a spreadsheet would run as a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[_safe(cell) for cell in row] for row in rows])
    return out.getvalue()


def records_csv(records: Sequence[Mapping[str, Any]]) -> str:
    """Return records as CSV, with the names of the first as its header."""
    columns = list(records[0]) if records else []
    return csv_text(columns, ([record[name] for name in columns] for record in records))


def view_json(view: View) -> bytes:
    """Return a view's title, words and figures as JSON."""
    return orjson.dumps(
        {
            "name": view.name,
            "title": view.title,
            "subtitle": view.subtitle,
            "method": view.method,
            "figures": view.records,
        }
    )


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
