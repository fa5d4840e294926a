"""The tartan rug: areas by indicators, latest period of each, against the benchmark."""

from collections import Counter

from dashboard.domain.outcomes_gap import symbol
from dashboard.domain.outcomes_words import is_unjudged, tone
from dashboard.domain.rug import Rug, Square
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted, listed
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Area, Indicator, Value
from dashboard.store import Store
from dashboard.views.outcomes.cards import heads
from dashboard.views.outcomes.choices import (
    MOST_AREAS,
    OutcomesSelection,
    Scope,
    scope,
)
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
    amount,
    fact,
    missing_reason,
    ranked_words,
    reading,
    records,
    unit_words,
    value_cell,
)


def shown_areas(found: Scope) -> list[Area]:
    """Return the areas of the footprint chosen, or all of the file, or of too many those of the place."""
    areas = list(found.areas.values())
    if found.footprint:
        members = {member.area_code for member in found.members[found.footprint]}
        return [area for area in areas if area.area_code in members or area.area_code == found.country]
    if len(areas) <= MOST_AREAS:
        return areas
    own = [area for area in areas if area.known]
    return own or areas[:MOST_AREAS]


def _cells(found: Scope) -> tuple[list[Value], dict[tuple[int, str], Value]]:
    numbers = [item.indicator_id for item in found.page_of_indicators]
    codes = {*(area.area_code for area in shown_areas(found)), *found.needed}
    rows = found.compared(queries.usual_values(found.store, numbers, found.asked_of_store, sorted(codes)))
    return rows, {(row.indicator_id, row.area_code): row for row in rows}


def rug_of(store: Store, selection: OutcomesSelection) -> Rug | None:
    """Return the rug for a selection, or None where nothing was imported."""
    found = scope(store, selection)
    if not found.indicators:
        return None
    _, cells = _cells(found)
    chosen, areas = found.page_of_indicators, shown_areas(found)
    periods = {row.indicator_id: row.period for row in cells.values()}
    return Rug(
        f"Areas by indicators, against {found.benchmark_name}, latest period of each",
        tuple(_head(found, item, periods.get(item.indicator_id, NOT_GIVEN)) for item in chosen),
        tuple(
            (
                area.name,
                found.address(view="area", area=area.area_code),
                tuple(
                    _square(found, item, area, cells.get((item.indicator_id, area.area_code)))
                    for item in chosen
                ),
            )
            for area in areas
        ),
        _span(list(periods.values())),
    )


def _span(periods: list[str]) -> str:
    ordered = sorted(set(periods))
    if not ordered:
        return "Imported"
    return f"Imported, {ordered[0]}" if len(ordered) == 1 else f"Imported, {ordered[0]} to {ordered[-1]}"


def _head(found: Scope, item: Indicator, period: str) -> tuple[str, str, str]:
    judged = ", not judged" if is_unjudged(item.judged_by) else ""
    href = found.address(view="indicator", indicator=str(item.indicator_id))
    return item.short_name, f"{unit_words(item)}, {period}{judged}", href


def _square(found: Scope, item: Indicator, area: Area, row: Value | None) -> Square:
    if row is None or row.value is None:
        return Square("none", "", "", NOT_GIVEN, "")
    word = reading(row, found.benchmark)
    href = found.address(view="indicator", indicator=str(item.indicator_id), area=area.area_code)
    return Square(
        tone(item.judged_by, word),
        amount(row.value),
        symbol(word),
        word if word in ("reference", "not compared") else _capital(word),
        href,
    )


def _capital(word: str) -> str:
    return f"{word[:1].upper()}{word[1:]}"


def rug(found: Scope) -> View:
    """Return the rug as a view: its finding, its table twin and its figures."""
    every, cells = _cells(found)
    chosen, areas = found.page_of_indicators, shown_areas(found)
    codes = {area.area_code for area in areas}
    given = [row for row in cells.values() if row.value is not None and row.area_code in codes]
    periods = {row.indicator_id: row.period for row in every}
    columns = [
        f"{item.short_name}, {unit_words(item)}, {periods.get(item.indicator_id, NOT_GIVEN)}"
        for item in chosen
    ]
    return View(
        name="outcomes.rug",
        title=_title(found, chosen, given),
        subtitle=_subtitle(found, areas),
        table=Table(
            f"Areas by indicators, against {found.benchmark_name}",
            heads("Area", *columns, numbers=columns),
            tuple(
                (
                    Cell(area.name, heading=True, href=found.address(view="area", area=area.area_code)),
                    *(_twin(found, cells.get((item.indicator_id, area.area_code))) for item in chosen),
                )
                for area in areas
            ),
        ),
        facts=tuple(fact(row) for row in given),
        records=records(given, found),
        method="A value is held against the benchmark by the confidence interval that the indicator’s method "
        "names, or by quintile, as Fingertips does. Where the metadata makes no judgement, or none "
        "was loaded, "
        "a value is higher, similar or lower, in blue or white. An area without a value in the "
        "latest period of "
        "an indicator is not given, whatever it had before. Values are rounded to one decimal here."
        + ranked_words(every)
        + missing_reason(found, every),
        folded=True,
    )


def _twin(found: Scope, row: Value | None) -> Cell:
    cell = value_cell(row)
    if row is None or row.value is None:
        return Cell(cell.text, href=cell.href, note=cell.note)
    word = reading(row, found.benchmark)
    return Cell(cell.text, href=cell.href, number=True, note=f"{symbol(word)} {word}".strip())


def _subtitle(found: Scope, areas: list[Area]) -> str:
    whose = f"those of {found.chosen_name}" if found.footprint else "those of this place"
    few = (
        f" {len(areas)} of the {len(found.areas)} areas in the file are shown: {whose}."
        if len(areas) < len(found.areas)
        else ""
    )
    return (
        f"{counted(len(areas), 'area', 'areas')} against {found.benchmark_name}, latest period of "
        "each indicator, "
        "all persons where given. Green is better, pale yellow similar, red worse; blue is without "
        "judgement; "
        f"every cell says so in words.{few}"
    )


def _title(found: Scope, chosen: list[Indicator], given: list[Value]) -> str:
    if found.footprint:
        return _footprint_title(found, given)
    own = [row for row in given if row.area_code == found.area]
    words = Counter(reading(row, found.benchmark) for row in own)
    name = found.area_name(found.area)
    judged = [f"{word} on {words[word]}" for word in ("worse", "similar", "better") if words[word]]
    if found.area == found.benchmark:
        return f"{name} is what the other areas are compared with"
    if not judged:
        return f"No judged comparison of {name} with {found.benchmark_name} among these indicators"
    count = counted(len(chosen), "later indicator", "later indicators")
    return f"Of {count}, {name} is {listed(judged)} against {found.benchmark_name}"


def _footprint_title(found: Scope, given: list[Value]) -> str:
    """Return how many values of the footprint's areas are worse, similar and better."""
    codes = {member.area_code for member in found.members[found.footprint]}
    own = [row for row in given if row.area_code in codes]
    words = Counter(reading(row, found.benchmark) for row in own)
    judged = [
        f"{words[word]} {'is' if words[word] == 1 else 'are'} {word}"
        for word in ("worse", "similar", "better")
        if words[word]
    ]
    if not judged:
        return f"No judged comparison of an area of {found.chosen_name} with {found.benchmark_name}"
    count = counted(len(own), "later value", "later values")
    return f"Of {count} of the areas of {found.chosen_name}, {listed(judged)} against {found.benchmark_name}"
