"""Which hospitals and trusts serve which footprint, neighbours outside the county included."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import counted, listed
from dashboard.queries.footprints import Cover
from dashboard.store import Store
from dashboard.views.footprints.choices import FootprintsSelection, Scope, scope
from dashboard.views.footprints.parts import cited, heads


def hospitals(store: Store, selection: FootprintsSelection) -> View:
    """Return every hospital or trust with the districts it covers, by footprint."""
    found = scope(store, selection)
    every = found.hospitals(list(found.districts.values()))
    return View(
        name="footprints.hospitals",
        title=_title(found, every),
        subtitle="Hospitals and trusts with the districts they cover, as printed; the footprints are ours. "
        f"{wide_words(found)}",
        table=Table(
            "Hospitals and trusts, and the districts they cover",
            heads("Hospital or trust", "Districts covered", "Footprints", "Outside the county", "Lines"),
            tuple(_row(found, label, rows) for label, rows in every.items()),
        ),
        facts=(),
        cited=cited(found.covers),
        records=tuple(_record(label, rows) for label, rows in every.items()),
        method="A hospital serves a footprint where the table of hospitals lists it with at least one of its "
        "districts. The table does not say how much of a district’s care it gives.",
    )


def wide_words(found: Scope) -> str:
    """Return that one hospital is also listed with the whole county; empty where none is."""
    if not found.total:
        return ""
    line = found.total.source_line
    return f"{found.total.hospital_label} is also listed with all districts of the county (line {line})."


def _title(found: Scope, every: dict[str, list[Cover]]) -> str:
    outside = sorted(
        {row.name for rows in every.values() for row in rows if row.region and not row.footprint}
    )
    across = [label for label, rows in every.items() if len(_footprints(rows)) > 1]
    start = counted(len(every), "hospital or trust serves", "hospitals or trusts serve")
    said = f"{start} the {counted(len(found.footprints), 'footprint', 'footprints')}"
    said += f", {len(across)} of them more than one" if across else ""
    return f"{said}; {listed(outside)} outside the county share some of them" if outside else said


def _footprints(rows: list[Cover]) -> list[str]:
    return list(dict.fromkeys(row.footprint for row in rows if row.footprint))


def _row(found: Scope, label: str, rows: list[Cover]) -> tuple[Cell, ...]:
    names = [found.footprints[name].label for name in _footprints(rows)]
    outside = [f"{row.name} ({row.region})" for row in rows if row.region]
    first = rows[0]
    lines = f"{first.source_line} to {rows[-1].source_line}" if len(rows) > 1 else str(first.source_line)
    return (
        Cell(label, heading=True),
        Cell(listed([row.name for row in rows])),
        Cell(listed(names) or "none"),
        Cell(listed(outside) or "none"),
        Cell(lines, href=line_address(first.source_id, first.source_line), note=first.locator),
    )


def _record(label: str, rows: list[Cover]) -> dict[str, object]:
    return {
        "label": label,
        "series": rows[0].hospital,
        "districts": listed([row.name for row in rows]),
        "footprints": listed(_footprints(rows)),
        "outside": listed([row.name for row in rows if row.region]),
        "source_id": rows[0].source_id,
        "source_line": rows[0].source_line,
        "locator": rows[0].locator,
    }
