"""One indicator for each footprint: a derived figure where counts allow it, otherwise its members and why."""

from dataclasses import replace

from dashboard.domain.fact import Fact, derived
from dashboard.domain.outcomes_footprint import AsPublished, Combined, NotCombined
from dashboard.domain.view import Cell, Record, Table, View, fact_cell
from dashboard.domain.words import counted, listed
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Value
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.compare import asked, series_words
from dashboard.views.outcomes.words import amount, fact, interval, records, unit_words, value_cell

Made = Combined | NotCombined


def footprints(found: Scope) -> View:
    """Return the footprints with their derived figure or the reason there is none, and their areas."""
    indicator, shown = asked(found), found.shown
    rows = queries.latest_values(found.store, shown, found.country)
    period = shown.last_period
    if not found.members:
        why = "The data file footprint_member says which areas make up a footprint; it is empty."
        return nothing("footprints", "No footprints are known", why, charted=False)
    made = {name: one for name in found.members for one in found.made(name, rows).values()}
    known = {row.area_code: row for row in rows}
    sums = {name: _sum(found, name, one, known) for name, one in made.items() if isinstance(one, Combined)}
    parts = _parts(found, known)
    return View(
        name="outcomes.footprints",
        title=_title(found, made),
        subtitle=f"{indicator.short_name}, {unit_words(indicator)}, {period}, {series_words(found)} "
        "Which areas make "
        "up a footprint is our reading of public knowledge; no document prints it.",
        table=Table(
            f"{indicator.name}, {period}, by footprint",
            heads("Footprint or area", "Value", "Interval", "How", numbers=["Value"]),
            tuple(row for name in found.members for row in _rows(found, name, made[name], sums, known)),
        ),
        facts=(*sums.values(), *(fact(row, f"{name} {row.area_code}") for name, row in parts)),
        records=_records(found, made, sums, parts),
        method=_method(made),
        folded=False,
    )


def _parts(found: Scope, known: dict[str, Value]) -> list[tuple[str, Value]]:
    """Return the published figure of every member, under its footprint."""
    return [
        (name, known[member.area_code])
        for name, own in found.members.items()
        for member in own
        if member.area_code in known and known[member.area_code].value is not None
    ]


def _sum(found: Scope, name: str, one: Combined, known: dict[str, Value]) -> Fact:
    parents = [fact(known[member.area_code]) for member in found.members[name]]
    return replace(derived(name, found.shown.last_period, one.value, parents), unit=asked(found).unit or "")


def _rows(
    found: Scope, name: str, one: Made, sums: dict[str, Fact], known: dict[str, Value]
) -> list[tuple[Cell, ...]]:
    label = found.members[name][0].label
    if isinstance(one, Combined):
        derived_cell = replace(fact_cell(sums[name]), text=amount(one.value))
        limits = f"{amount(one.lower)} to {amount(one.upper)}"
        head = (Cell(label, heading=True), derived_cell, Cell(limits), Cell(one.method))
    elif isinstance(one, AsPublished):
        own = known[one.member.area_code]
        head = (Cell(label, heading=True), value_cell(own), Cell(interval(own)), Cell(one.reason))
    else:
        head = (Cell(label, heading=True), Cell("no figure"), Cell(""), Cell(one.reason))
    members = [
        (
            Cell(f"– {member.area_name}", heading=True),
            value_cell(known.get(member.area_code)),
            Cell(""),
            Cell("as published" if known.get(member.area_code) else "not in the file"),
        )
        for member in found.members[name]
    ]
    return [head, *members]


def _title(found: Scope, made: dict[str, Made]) -> str:
    with_figure = [name for name, one in made.items() if isinstance(one, Combined | AsPublished)]
    count = counted(len(made), "footprint", "footprints")
    if not with_figure:
        return f"{asked(found).short_name}: no footprint has a figure, so the members are listed"
    names = listed([found.members[name][0].label for name in with_figure])
    return f"{asked(found).short_name}: there is a figure for {len(with_figure)} of {count}: {names}"


def _method(made: dict[str, Made]) -> str:
    methods = sorted({one.method for one in made.values() if isinstance(one, Combined)})
    used = f" The interval is by {listed(methods)}." if methods else ""
    return (
        "Derived: the sum of the areas’ counts over the sum of their denominators, only where every area has "
        "both and its own value follows from them; values of other kinds are never averaged, and "
        "the areas are "
        f"listed with the reason.{used} These are the methods that the Office for Health Improvement and "
        "Disparities publishes."
    )


def _records(
    found: Scope, made: dict[str, Made], sums: dict[str, Fact], parts: list[tuple[str, Value]]
) -> tuple[Record, ...]:
    rows = [value for _, value in parts]
    given = records(rows, found)
    members = [
        {"footprint": name, **record, "series": f"{name} {row.area_code}"}
        for (name, row), record in zip(parts, given, strict=True)
    ]
    blank = dict.fromkeys(members[0]) if members else {}
    together = [
        {
            **blank,
            "footprint": name,
            "label": found.members[name][0].label,
            "series": name,
            "indicator_id": asked(found).indicator_id,
            "indicator": asked(found).name,
            "period": one.period,
            "value": one.value,
            "unit": one.unit,
            **_limits(made[name]),
            "printed": "",
            "status": one.status,
            "source_id": one.source_id,
            "source_line": None,
            "value_note": one.locator,
        }
        for name, one in sums.items()
    ]
    return (*together, *members)


def _limits(one: Made) -> Record:
    if not isinstance(one, Combined):
        return {}
    return {
        "lower_ci": one.lower,
        "upper_ci": one.upper,
        "ci_level": one.level,
        "count": one.count,
        "denominator": one.denominator,
    }
