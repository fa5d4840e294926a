"""Which column holds the GSS codes, and which features are areas of the place."""

import re
from collections.abc import Collection as Codes
from collections.abc import Sequence

from dashboard.ingest.boundaries.geojson import LISTED, Feature
from dashboard.ingest.imports.report import Report, shown

USUAL = re.compile(r"LAD\d{2}CD", re.IGNORECASE)
CODE = re.compile(r"[A-Z]\d{8}")


def code_column(features: Sequence[Feature], asked: str | None, report: Report) -> str | None:
    """Return the column of the codes: the one `asked` for, or the one named LAD..CD; None after a problem."""
    columns = list(dict.fromkeys(name for feature in features for name in feature.columns))
    said = f"one of the columns of the file, with --code-column NAME: {_listed(columns)}"
    usual = [name for name in columns if USUAL.fullmatch(name)]
    if asked is not None:
        if asked in columns:
            return asked
        report.refuse(f"no column {shown(asked)}", said)
    elif len(usual) == 1:
        return usual[0]
    else:
        found = f"several columns of codes, {_listed(usual)}" if usual else "no column named like LAD24CD"
        report.refuse(found, said)
    return None


def known_features(
    features: Sequence[Feature], column: str, known: Codes[str], report: Report
) -> dict[str, Feature]:
    """Return the features of areas that are known, by code; the others are counted in a remark."""
    kept: dict[str, Feature] = {}
    others: list[str] = []
    for feature in features:
        code = feature.columns.get(column)
        where = f"feature {feature.number}, {column}"
        if not isinstance(code, str) or not CODE.fullmatch(code.strip()):
            report.refuse(
                "nothing" if code is None else shown(str(code)), "a GSS code such as E07000117", column=where
            )
        elif code.strip() not in known:
            others.append(code.strip())
        elif code.strip() in kept:
            earlier = kept[code.strip()].number
            report.refuse(f"{code.strip()} again", f"each code once; feature {earlier} has it", column=where)
        else:
            kept[code.strip()] = feature
    if not kept and not report.problems:
        report.refuse(
            f"{len(others):,} areas, none of this place", f"boundaries of some of {_listed(sorted(known))}"
        )
    elif others:
        report.remark(f"Areas that are not of this place, left out: {len(others):,} ({_listed(others)}).")
    return kept


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "none"
    more = f" and {len(names) - LISTED:,} more" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more
