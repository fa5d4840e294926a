"""Say what an import adds, changes and removes against the one it replaces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.ingest.imports.known import read_table

PLACES = ("source_line", "locator", "status", "anchor", "quarter", "appraisal", "as_at", "plan", "programme")
KEYS = ("risk_id", "option_id", "option", "milestone")
NAMED_BY = (
    "score_kind",
    "field",
    "sequence",
    "measure",
    "nature",
    "financial_year",
    "process",
    "kind",
    "criterion",
    "side",
)
HEADS = ("risk_entry", "savings_option", "appraisal", "appraisal_option", "milestone_status")
LEFT_OUT = ("risk", "risk_match", "imported_file")


@dataclass(frozen=True, slots=True)
class Change:
    """One entry or option: whether it is added, changed, removed or unchanged, and what differs."""

    number: str
    title: str
    change: str
    details: list[str]


def compare(folder: Path, before: Path) -> list[Change]:
    """Return one change for each entry or option of the import in `folder` and of the one it replaces."""
    new, old = _records(folder), _records(before)
    return [
        _change(new.get(name), old.get(name)) for name in [*new, *(name for name in old if name not in new)]
    ]


@dataclass(frozen=True, slots=True)
class Record:
    """What an import keeps of one entry or option, each part under a name of its own."""

    number: str
    title: str
    parts: Mapping[str, str]


def _records(folder: Path) -> dict[str, Record]:
    heads = [row for table in HEADS for row in read_table(folder, table)]
    tables = {path.stem: read_table(folder, path.stem) for path in sorted(folder.glob("*.csv"))}
    rows = [(table, row) for table, found in tables.items() if table not in LEFT_OUT for row in found]
    return {
        _name(head): Record(
            head.get("printed_id") or head.get("reference") or _name(head),
            head.get("title") or head["printed"],
            {
                label: text
                for table, row in rows
                if _name(row) == _name(head)
                for label, text in _parts(table, row)
            },
        )
        for head in heads
    }


def _name(row: Mapping[str, Any]) -> str:
    if row.get("milestone"):
        return f"{row['programme']}.{row['milestone']}"
    # What belongs to no option of an appraisal belongs to the appraisal itself.
    return str(next((row[key] for key in (*KEYS, "appraisal") if row.get(key)), None))


def _parts(table: str, row: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each part of a row under the name of its table and of what tells the row from its neighbours."""
    subject = " ".join([table, *(row[name] for name in NAMED_BY if row.get(name))])
    return [
        (f"{subject}: {name}", text) for name, text in row.items() if name not in (*PLACES, *KEYS, *NAMED_BY)
    ]


def _change(new: Record | None, old: Record | None) -> Change:
    if new is None or old is None:
        one: Sequence[Record] = [record for record in (new, old) if record]
        return Change(one[0].number, one[0].title, "added" if new else "removed", [])
    details = [
        f"{label}: {old.parts.get(label) or 'nothing'} → {new.parts.get(label) or 'nothing'}"
        for label in dict.fromkeys([*new.parts, *old.parts])
        if new.parts.get(label) != old.parts.get(label)
    ]
    return Change(new.number, new.title, "changed" if details else "unchanged", details)
