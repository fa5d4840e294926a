"""One indicator by category: how people of one area differ by deprivation, ethnic group and so on."""

import re
from collections.abc import Sequence

from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted, listed
from dashboard.figures.outcomes import Row, compared_figure
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Value
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.compare import asked, series_words
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
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
    shown = (found.shown.sex, found.shown.age)
    return list(dict.fromkeys(kind for kind, _, *series in found.divisions if tuple(series) == shown))


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
        chosen, area = area, _first_area(found, kind)
        elsewhere = (
            f" The file divides the figures of {found.area_name(area)} by {kind}, not those of "
            f"{found.area_name(chosen)}: shown is {found.area_name(area)}."
        )
        rows = queries.category_values(found.store, found.shown, area, kind)
    given = [row for row in rows if row.value is not None]
    if not given:
        words = f"{indicator.short_name}: no value by {kind} in {found.area_name(area)}"
        return nothing("inequality", words, f"Shown would be {series_words(found)}", charted=True)
    labels = [row.category or "" for row in given]
    names = short_names([row.category or "" for row in rows])
    unknown = queries.unknown_categories(found.store, [row.category or "" for row in rows])
    known = [(row, name) for row, name in zip(rows, names, strict=True) if row.category not in unknown]
    return View(
        name="outcomes.inequality",
        title=_title(found, known, area),
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
        "compared with a benchmark: a difference is claimed only where two intervals do not meet. "
        "People whose group is not known stand in the chart and in no finding. A group without a value "
        "is listed as not given.",
        chart=compared_figure([_row(row, name) for row, name in zip(rows, names, strict=True)], None, ""),
        alternative="Values by category: "
        f"{'; '.join(f'{row.category} {amount(row.value)}' for row in rows)}.",
        height_rem=len(rows) * 2.2 + 2,
    )


def _first_area(found: Scope, kind: str) -> str:
    shown = (found.shown.sex, found.shown.age)
    own = [code for name, code, *series in found.divisions if name == kind and tuple(series) == shown]
    return found.country if found.country in own else own[0]


def short_names(labels: Sequence[str]) -> list[str]:
    """Return the categories without the bracket at the end that all of them share."""
    shared = {tuple(BRACKET.findall(label)) for label in labels}
    return [BRACKET.sub("", label) for label in labels] if len(shared) == 1 else list(labels)


def _row(row: Value, name: str) -> Row:
    if row.value is None:
        return Row(name, 0.0, "", NOT_GIVEN, (NOT_GIVEN, "", ""))
    words = (amount(row.value), "", interval(row))
    return Row(name, row.value or 0.0, interval(row), "published", words, row.lower_ci, row.upper_ci)


def _title(found: Scope, known: Sequence[tuple[Value, str]], area: str) -> str:
    """Return the groups with the lowest and the highest value, and whether that is more than chance."""
    given = [(row, name) for row, name in known if row.value is not None]
    place = found.area_name(area)
    if not given:
        return f"{place}: no group that is known has a value"
    ordered = sorted(given, key=lambda item: item[0].value or 0)
    low, high = amount(ordered[0][0].value), amount(ordered[-1][0].value)
    if low == high:
        return f"{place}: {counted(len(given), 'category', 'categories')}, at {low}"
    lowest, highest = (
        listed([f"“{name}”" for row, name in ordered if amount(row.value) == end]) for end in (low, high)
    )
    ends = f"lowest in {lowest} at {low}, highest in {highest} at {high}"
    return f"{place}: {ends}{_doubt([row for row, _ in ordered], low, high)}"


def _doubt(ordered: Sequence[Value], low: str, high: str) -> str:
    """Return why no difference is claimed between the lowest and the highest; nothing where one is."""
    lowest = [row.upper_ci for row in ordered if amount(row.value) == low]
    highest = [row.lower_ci for row in ordered if amount(row.value) == high]
    ups, downs = ([end for end in ends if end is not None] for ends in (lowest, highest))
    if len(ups) + len(downs) < len(lowest) + len(highest):
        return "; without intervals no difference is claimed"
    return "" if max(ups) < min(downs) else "; their intervals meet, so no difference is claimed"
