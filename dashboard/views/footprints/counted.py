"""People counted once: what the table of hospitals prints twice, and how the sums meet the printed total."""

from dashboard.domain.fact import Fact
from dashboard.domain.footprints import together
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records, line_address
from dashboard.domain.words import counted as count_words
from dashboard.domain.words import listed, number
from dashboard.queries.footprints import District, Total
from dashboard.store import Store
from dashboard.views.footprints.choices import FootprintsSelection, Scope, address, person_fact, scope
from dashboard.views.footprints.parts import heads

IN_NO = "in no footprint"


def counted(store: Store, selection: FootprintsSelection) -> View:
    """Return every district of the table of hospitals once, with how often it is printed, and the sums."""
    found = scope(store, selection)
    every = list(found.districts.values())
    twice = [item for item in every if item.rows > 1]
    too_many = sum(item.population * (item.rows - 1) for item in twice)
    sums = _sums(found)
    facts = [*map(person_fact, every), *sums.values(), *([total_fact(found.total)] if found.total else [])]
    names = {item.area_code: item.name for item in every}
    rows = sum(item.rows for item in every)
    return View(
        name="footprints.counted",
        title=_title(found, sums, twice, too_many),
        subtitle=f"{count_words(rows, 'row', 'rows')} of the table of hospitals name "
        f"{count_words(len(every), 'district', 'districts')}; each is counted once here. People, as printed.",
        table=Table(
            "Districts of the table of hospitals, each counted once",
            heads("District", "Footprint", "Rows that print it", "People", numbers=["People"]),
            (*(_row(item) for item in every), *_sum_rows(found, sums)),
        ),
        facts=tuple(facts),
        records=fact_records(facts, names),
        method="A district that several hospitals cover stands in several rows with the same number of "
        "people "
        "(a check holds the rows against each other). Only the first is counted. Whether a district lies "
        "outside the county is our reading (the data file neighbour); two checks hold the sums against the "
        "printed total, and the page of sources lists what they find.",
        folded=True,
    )


def total_fact(total: Total) -> Fact:
    """Return the printed total of the county."""
    return Fact(
        "printed total",
        "",
        float(total.population),
        "people",
        total.printed,
        total.status,
        total.source_id,
        total.source_line,
        total.locator,
    )


def _sums(found: Scope) -> dict[str, Fact]:
    """Return the sums: inside the county, in the footprints, and every row added up as printed."""
    every = list(found.districts.values())
    parts = {
        "Districts in the county": [item for item in every if not item.region],
        "Districts in the footprints": [item for item in every if item.footprint],
        "Members outside the county": [item for item in every if item.footprint and item.region],
    }
    return {
        name: together(name, [person_fact(item) for item in items]) for name, items in parts.items() if items
    }


def _title(found: Scope, sums: dict[str, Fact], twice: list[District], too_many: int) -> str:
    start = (
        f"{count_words(len(twice), 'district stands', 'districts stand')} under several hospitals: added "
        f"up as "
        f"printed, {number(too_many, 0)} people would be counted again"
        if twice
        else "No district stands under several hospitals"
    )
    inside = sums.get("Districts in the county")
    if not found.total or not inside:
        return start
    gap = inside.amount - found.total.population
    meets = (
        "gives the printed total" if not gap else f"differs from the printed total by {number(abs(gap), 0)}"
    )
    return f"{start}; counted once, the county {meets}"


def _row(item: District) -> tuple[Cell, ...]:
    return (
        Cell(item.name, heading=True, href=address(item.area_code), note=outside_words(item)),
        Cell(item.label or IN_NO),
        Cell(listed([str(line) for line in item.lines]), note="counted once" if item.rows > 1 else ""),
        fact_cell(person_fact(item)),
    )


def outside_words(item: District) -> str:
    """Return that a district lies outside the county, and what became of it; empty where it does not."""
    where = f"outside the county, in {item.region}" if item.region else ""
    day = item.valid_until
    gone = f"abolished {day.day} {day:%B %Y}, {item.note}" if day else ""
    return "; ".join(filter(None, [where, gone]))


def _sum_rows(found: Scope, sums: dict[str, Fact]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (Cell(name, heading=True), Cell(""), Cell(""), fact_cell(fact)) for name, fact in sums.items()
    ]
    if found.total:
        total = found.total
        place = Cell(str(total.source_line), href=line_address(total.source_id, total.source_line))
        rows.append((Cell("Total as printed", heading=True), Cell(""), place, fact_cell(total_fact(total))))
    return rows
