"""The tartan rug: areas by indicators, latest period of each, against the benchmark."""

from collections.abc import Iterable, Sequence

from dashboard.domain.outcomes import BY_QUINTILE, NOT_COMPARED
from dashboard.domain.outcomes_footprint import NotCombined
from dashboard.domain.outcomes_gap import symbol
from dashboard.domain.outcomes_words import is_unjudged, tally, tone
from dashboard.domain.rug import Rug, Square
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted
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
from dashboard.views.outcomes.compare import unranked
from dashboard.views.outcomes.profile import tallied
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
    SERIES_RULE,
    amount,
    fact,
    missing_reason,
    ranked_words,
    reading,
    records,
    remarks,
    series_note,
    shown_word,
    signed,
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
    every, cells = _cells(found)
    series, reasons = _series(every), _reasons(found, every)
    chosen, areas = found.page_of_indicators, shown_areas(found)
    periods = {row.indicator_id: row.period for row in cells.values()}
    return Rug(
        f"Areas by indicators, against {found.benchmark_name}, latest period of each",
        tuple(
            _head(
                found,
                item,
                periods.get(item.indicator_id, NOT_GIVEN),
                series.get(item.indicator_id, ""),
                reasons.get(item.indicator_id, ""),
            )
            for item in chosen
        ),
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


def _series(rows: Iterable[Value]) -> dict[int, str]:
    """Return the sex and age of each indicator where it is not all persons of all ages."""
    return {row.indicator_id: series_note(row.sex, row.age) for row in rows}


def _reasons(found: Scope, rows: Sequence[Value]) -> dict[int, str]:
    """Return why nothing can be compared with the benchmark, by indicator, where it has no figure."""
    made = found.made(found.benchmark, rows) if found.by_footprint else {}
    reasons = {number: one.reason for (number, _), one in made.items() if isinstance(one, NotCombined)}
    if found.by_footprint:
        ranked = {
            row.indicator_id for row in rows if found.indicators[row.indicator_id].method == BY_QUINTILE
        }
        return {number: f"{unranked(found)}." for number in ranked} | reasons
    others = [row for row in rows if row.value is not None and row.area_code != found.benchmark]
    compared = {row.indicator_id for row in others if row.comparison != NOT_COMPARED}
    return {
        row.indicator_id: _no_comparison(found, row) for row in others if row.indicator_id not in compared
    }


def _no_comparison(found: Scope, row: Value) -> str:
    if found.indicators[row.indicator_id].method == BY_QUINTILE:
        return f"{unranked(found)}."
    if row.benchmark_value is None:
        return f"{found.benchmark_name} has no value."
    return "no interval is given of the level that its method asks for."


def _head(found: Scope, item: Indicator, period: str, series: str, reason: str) -> tuple[str, str, str]:
    judged = ", not judged" if is_unjudged(item.judged_by) else ""
    series = f"{series}, " if series else ""
    why = f". Not compared: {reason}" if reason else ""
    href = found.address(view="indicator", indicator=str(item.indicator_id))
    return item.short_name, f"{series}{unit_words(item)}, {period}{judged}{why}", href


def _square(found: Scope, item: Indicator, area: Area, row: Value | None) -> Square:
    if row is None or row.value is None:
        return Square("none", "", "", NOT_GIVEN, "")
    word = reading(row, found.benchmark)
    href = found.address(view="indicator", indicator=str(item.indicator_id), area=area.area_code)
    return Square(
        tone(item.judged_by, word),
        amount(row.value),
        symbol(word),
        word if word in ("reference", "not compared") else _capital(shown_word(row, found.benchmark)),
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
    series = _series(every)
    columns = [
        ", ".join(
            filter(
                None,
                (
                    item.short_name,
                    series.get(item.indicator_id),
                    unit_words(item),
                    periods.get(item.indicator_id, NOT_GIVEN),
                ),
            )
        )
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
        + SERIES_RULE
        + remarks(chosen)
        + ranked_words(every)
        + missing_reason(found, every),
        folded=True,
    )


def _twin(found: Scope, row: Value | None) -> Cell:
    cell = value_cell(row)
    if row is None or row.value is None:
        return Cell(cell.text, href=cell.href, note=cell.note)
    return Cell(cell.text, href=cell.href, number=True, note=signed(shown_word(row, found.benchmark)))


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
        "Green is better, pale yellow similar, red worse; blue is without "
        "judgement; "
        f"every cell says so in words.{few}"
    )


def _title(found: Scope, chosen: list[Indicator], given: list[Value]) -> str:
    if found.footprint:
        return _footprint_title(found, given)
    own = {row.indicator_id: reading(row, found.benchmark) for row in given if row.area_code == found.area}
    name = found.area_name(found.area)
    if found.area == found.benchmark:
        return f"{name} is what the other areas are compared with"
    return tallied(name, [own.get(item.indicator_id, NOT_GIVEN) for item in chosen], found.benchmark_name)


def _footprint_title(found: Scope, given: list[Value]) -> str:
    """Return how the values of the footprint's areas stand; the numbers make up all of them."""
    codes = {member.area_code for member in found.members[found.footprint]}
    words = [reading(row, found.benchmark) for row in given if row.area_code in codes]
    compared, others = tally(words)
    count = counted(len(words), "later value", "later values")
    held = f"Of {count} of the areas of {found.chosen_name} against {found.benchmark_name}"
    said = compared.replace(" on ", ": ") or "none is compared"
    return f"{held}, {said}{f'; {others}' if others else ''}"
