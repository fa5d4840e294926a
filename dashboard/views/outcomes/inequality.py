"""One indicator by category: how people of one area differ by deprivation, ethnic group and so on."""

import re
from collections.abc import Sequence

from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted
from dashboard.figures.outcomes import Row, compared_figure
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Value
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.compare import asked, series_words
from dashboard.views.outcomes.words import (
    amount,
    fact,
    interval,
    records,
    unit_words,
    value_cell,
)

BRACKET = re.compile(r" \([^()]*\)$")


def category_options(found: Scope) -> list[str]:
    """Return the ways of dividing people that the indicator is given by, for the area or else the country."""
    kinds = queries.category_types(found.store, asked(found).indicator_id)
    shown = (found.shown.sex, found.shown.age)
    return list(dict.fromkeys(kind for kind, _, *series in kinds if tuple(series) == shown))


def chosen_category(found: Scope) -> str:
    """Return the division asked for where the indicator has it, else its first; empty where it has none."""
    options = category_options(found)
    return found.selection.category if found.selection.category in options else next(iter(options), "")


def inequality(found: Scope) -> View:
    """Return the categories of the area chosen, or of the country where only it is divided."""
    indicator, kind = asked(found), chosen_category(found)
    if not kind:
        words = f"{indicator.short_name}: no figures by category in the file"
        return nothing("inequality", words, f"Shown are {series_words(found)}", charted=True)
    area = found.area
    rows = queries.category_values(found.store, found.shown, area, kind)
    elsewhere = ""
    if not rows:
        elsewhere = f" {found.area_name(area)} is not divided so in the file; shown is another area."
        area = _first_area(found, kind)
        rows = queries.category_values(found.store, found.shown, area, kind)
    given = [row for row in rows if row.value is not None]
    if not given:
        words = f"{indicator.short_name}: no value by {kind} in {found.area_name(area)}"
        return nothing("inequality", words, f"Shown would be {series_words(found)}", charted=True)
    labels = [row.category or "" for row in given]
    names = short_names(labels)
    return View(
        name="outcomes.inequality",
        title=_title(found, given, names, area),
        subtitle=f"{indicator.short_name} by {kind}, {found.area_name(area)}, {given[0].period}, "
        f"{unit_words(indicator)}, {series_words(found)}{elsewhere}",
        table=Table(
            f"{indicator.name} by {kind}",
            heads("Category", "Value", "Interval", "Note", numbers=["Value"]),
            tuple(
                (
                    Cell(row.category or "", heading=True),
                    value_cell(row),
                    Cell(interval(row)),
                    Cell(row.value_note or ""),
                )
                for row in rows
            ),
        ),
        facts=tuple(fact(row, row.category) for row in given),
        records=records(given, found, labels),
        method="Categories as published, with their own intervals, in the order of the file. Nothing here is "
        "compared with a benchmark: where intervals do not meet, the difference is unlikely to be chance.",
        chart=compared_figure([_row(row, name) for row, name in zip(given, names, strict=True)], None, ""),
        alternative="Values by category: "
        f"{'; '.join(f'{row.category} {amount(row.value)}' for row in given)}.",
        height_rem=len(given) * 2.2 + 2,
    )


def _first_area(found: Scope, kind: str) -> str:
    kinds = queries.category_types(found.store, asked(found).indicator_id)
    shown = (found.shown.sex, found.shown.age)
    own = [code for name, code, *series in kinds if name == kind and tuple(series) == shown]
    return found.country if found.country in own else own[0]


def short_names(labels: Sequence[str]) -> list[str]:
    """Return the categories without the bracket at the end that all of them share."""
    shared = {tuple(BRACKET.findall(label)) for label in labels}
    return [BRACKET.sub("", label) for label in labels] if len(shared) == 1 else list(labels)


def _row(row: Value, name: str) -> Row:
    words = (amount(row.value), "", interval(row))
    return Row(name, row.value or 0.0, interval(row), "published", words, row.lower_ci, row.upper_ci)


def _title(found: Scope, given: list[Value], names: list[str], area: str) -> str:
    ordered = sorted(zip(given, names, strict=True), key=lambda item: item[0].value or 0)
    (low, lowest), (high, highest) = ordered[0], ordered[-1]
    place = found.area_name(area)
    if len(given) == 1 or low.value == high.value:
        return f"{place}: {counted(len(given), 'category', 'categories')}, at {amount(low.value)}"
    ends = f"lowest in “{lowest}” at {amount(low.value)}, highest in “{highest}” at {amount(high.value)}"
    return f"{place}: {ends}"
