"""How healthy the members are against the country: every comparison in words, and where a sum allows one."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.fact import Fact
from dashboard.domain.outcomes import standing
from dashboard.domain.outcomes_footprint import AsPublished, Combined
from dashboard.domain.outcomes_words import fifth
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.queries.outcomes import Indicator, Value
from dashboard.store import Store
from dashboard.views.footprints.choices import FootprintsSelection, address, scope
from dashboard.views.footprints.compared import Compared, told
from dashboard.views.footprints.imported import (
    footprint_fact,
    footprint_record,
    indicators_cited,
    series_of,
    value_record,
)
from dashboard.views.footprints.parts import heads
from dashboard.views.indicators import (
    amount,
    fact,
    interval,
    ranked_words,
    signed,
    trend_words,
    value_cell,
)

PAGE = "/outcomes"
MISSING = "No public health indicators are loaded, so nothing can be said here about how healthy people are."


FOR_OFFICERS = (
    "For officers who run this site: load a download from Fingertips with: "
    "placeboard import fingertips FILE --apply"
)


def outcomes(store: Store, selection: FootprintsSelection) -> View:
    """Return the districts asked for against the country, or what is missing and how to load it."""
    compared = Compared(scope(store, selection))
    if not compared.every:
        return _nothing()
    rows = compared.rows
    name = compared.found.name or "The members of all footprints"
    country = compared.country[1]
    listed_rows = rows if compared.found.name else compared.alone
    table, sums = _one(compared) if compared.single else _several(compared)
    return View(
        name="footprints.outcomes",
        title=f"{name}: {told(compared)}",
        subtitle=f"Latest period of each indicator against {country}, all persons where given; words and "
        f"signs "
        f"follow the published rules.{_left_out(compared)}{_only(compared)} "
        f"Imported; of other years than the report.",
        table=table,
        facts=(*(fact(row, series_of(row)) for row in listed_rows), *sums),
        records=(
            *(value_record(compared, row) for row in listed_rows),
            *(footprint_record(compared, item) for item in sums),
        ),
        cited=() if compared.found.name else indicators_cited(rows),
        method="A district is worse or better where the country’s value lies outside its confidence "
        "interval. A "
        "figure for a footprint is made only where every member has a count and a denominator that its value "
        "follows from: the counts added up over the denominators added up (derived). Otherwise the members "
        "are listed and nothing is averaged. The figure of a sole member is the footprint’s as published. "
        "No score is made over indicators, and nobody is ranked. Which "
        "of several sexes and ages is shown, and how each rule works: docs/outcomes-rules.md."
        + ranked_words([row for own in compared.values.values() for row in own.values()]),
    )


def _left_out(compared: Compared) -> str:
    more = len(compared.every) - len(compared.shown)
    if not more:
        return ""
    return f" The first {len(compared.shown)} by name; the page of outcomes has {more} more."


def _only(compared: Compared) -> str:
    """Return that the figures of a footprint are those of its one district; empty elsewhere."""
    if not compared.single or compared.found.district:
        return ""
    return f" {compared.single.name} is its only district: figures as published, not derived."


def _nothing() -> View:
    words = "How healthy people are is not known here yet"
    return View(
        name="footprints.outcomes",
        title=words,
        subtitle="Public health indicators of each member district against the country",
        table=Table(words, heads("Indicator"), (), (Cell(f"{MISSING} {FOR_OFFICERS}"),)),
        facts=(),
        records=(),
        method="Nothing is worked out where nothing was given.",
    )


def _several(compared: Compared) -> tuple[Table, list[Fact]]:
    """Return a row per indicator with each footprint asked for and, where it is one, its members."""
    found = compared.found
    asked = [found.selection.area] if found.footprint else list(found.footprints)
    members = found.shown if found.footprint else []
    country = compared.country[1]
    names = [found.footprints[name].label for name in asked]
    head = heads("Indicator", country, *names)
    head += tuple(Cell(item.name, heading=True, href=address(item.area_code)) for item in members)
    rows, sums = [], []
    for indicator in compared.shown:
        own = compared.values.get(indicator.indicator_id, {})
        made = {name: compared.made(indicator, name) for name in asked}
        sums += [
            footprint_fact(found.members(name), own, name, one, indicator)
            for name, one in made.items()
            if isinstance(one, Combined)
        ]
        rows.append(
            (
                _indicator(indicator, own),
                Cell(_reference(own)),
                *(_made(compared, indicator, name, own, why=bool(found.footprint)) for name in asked),
                *(_member(compared, own.get(item.area_code)) for item in members),
            )
        )
    return Table(f"{listed(names)} against {country}", head, tuple(rows)), sums


def _one(compared: Compared) -> tuple[Table, list[Fact]]:
    """Return a row per indicator with the district's value, interval, word and trend."""
    name, country = compared.found.name, compared.country[1]
    named = compared.single.name if compared.single else name
    rows = tuple(
        (
            _indicator(indicator, own),
            value_cell(row),
            Cell(interval(row)),
            Cell(_reference(own)),
            Cell(_word(compared, row)),
            Cell(trend_words(row)),
        )
        for indicator in compared.shown
        for own in [compared.values.get(indicator.indicator_id, {})]
        for row in own.values()
    )
    empty = (Cell(f"The imported files hold no figure for {named}."),)
    head = heads("Indicator", name, "Interval", country, "Read as", "Recent trend")
    return Table(f"{name} against {country}", head, rows, empty), []


def _indicator(indicator: Indicator, own: Mapping[str, Value]) -> Cell:
    period = next((row.period for row in own.values()), "")
    note = ", ".join(filter(None, [indicator.unit, period]))
    href = f"{PAGE}?view=indicator&indicator={indicator.indicator_id}"
    return Cell(indicator.short_name, heading=True, href=href, note=note)


def _word(compared: Compared, row: Value) -> str:
    """Return how a figure stands, with its sign; a quintile as a fifth of the areas that were ranked."""
    return signed(fifth(compared.word(row), row.areas_ranked))


def _reference(own: Mapping[str, Value]) -> str:
    return amount(
        next((row.benchmark_value for row in own.values() if row.benchmark_value is not None), None)
    )


def _member(compared: Compared, row: Value | None) -> Cell:
    cell = value_cell(row)
    if row is None or row.value is None:
        return Cell("not in the file" if row is None else cell.text, href=cell.href)
    return Cell(cell.text, href=cell.href, note=_word(compared, row))


def _published(compared: Compared, row: Value) -> Cell:
    cell = value_cell(row)
    return replace(cell, number=False, note=f"{_word(compared, row)}, as published")


def _made(
    compared: Compared, indicator: Indicator, footprint: str, own: Mapping[str, Value], *, why: bool
) -> Cell:
    made = compared.made(indicator, footprint)
    if isinstance(made, AsPublished):
        return _published(compared, own[made.member.area_code])
    if not isinstance(made, Combined):
        if not why:
            return Cell("no figure: see the footprint", href=address(footprint))
        return Cell("no figure: members listed", note=made.reason)
    reference = next((row.benchmark_value for row in own.values() if row.benchmark_value is not None), None)
    limits = (made.lower, made.upper, made.level)
    word = standing(made.value, limits, reference, indicator.judged_by, indicator.method)
    return Cell(amount(made.value), note=f"{signed(word)}, derived")
