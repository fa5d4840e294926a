"""One footprint: every indicator for which a figure can be made, and why none can for the others."""

from dataclasses import dataclass, replace

from dashboard.domain.fact import Fact, derived
from dashboard.domain.outcomes import good_direction, standing
from dashboard.domain.outcomes_footprint import Combined, NotCombined
from dashboard.domain.outcomes_gap import relative_gap
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import counted, number
from dashboard.figures.outcomes import Row, spine_figure, spine_height
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Indicator, Value
from dashboard.views.outcomes.cards import heads
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.words import (
    NOT_GIVEN,
    SERIES_RULE,
    amount,
    fact,
    remarks,
    series_note,
    signed,
)

NO_FIGURE = "no figure can be made"
NOTHING = NotCombined("The imported files hold no figure of its areas for the latest period.")


@dataclass(frozen=True, slots=True)
class Made:
    """An indicator for the footprint: its figure or why there is none, how it stands, and its areas' rows."""

    indicator: Indicator
    figure: Combined | NotCombined
    word: str
    benchmark: float | None
    rows: tuple[Value, ...]

    @property
    def series(self) -> str:
        """The sex and age where they are not all persons of all ages."""
        return series_note(self.rows[0].sex, self.rows[0].age) if self.rows else ""


def made(found: Scope) -> list[Made]:
    """Return every indicator of the page for the footprint chosen."""
    numbers = [item.indicator_id for item in found.page_of_indicators]
    codes = sorted({*(member.area_code for member in found.members[found.footprint]), *found.needed})
    every = found.compared(queries.usual_values(found.store, numbers, found.asked_of_store, codes))
    return [_made(found, item, every) for item in found.page_of_indicators]


def _made(found: Scope, indicator: Indicator, every: list[Value]) -> Made:
    own = [row for row in every if row.indicator_id == indicator.indicator_id]
    figure = next(iter(found.made(found.footprint, own).values()), NOTHING)
    benchmark = next((row.benchmark_value for row in own if row.benchmark_value is not None), None)
    codes = {member.area_code for member in found.members[found.footprint]}
    rows = tuple(row for row in own if row.area_code in codes and row.value is not None)
    return Made(indicator, figure, _word(found, indicator, figure, benchmark), benchmark, rows)


def _word(found: Scope, indicator: Indicator, figure: Combined | NotCombined, benchmark: float | None) -> str:
    if isinstance(figure, NotCombined):
        return NO_FIGURE
    if found.footprint == found.benchmark:
        return "reference"
    limits = (figure.lower, figure.upper, figure.level)
    return standing(figure.value, limits, benchmark, indicator.judged_by, indicator.method)


def footprint_words(found: Scope) -> list[str]:
    """Return how the footprint stands on every indicator."""
    return [item.word for item in made(found)]


def footprint_profile(found: Scope) -> View:
    """Return the spine of a footprint from derived figures, and for the others why none can be made."""
    every, name, benchmark = made(found), found.chosen_name, found.benchmark_name
    rows = sorted((row for row in map(_row, every) if row), key=lambda row: row.at)
    facts = {item.indicator.indicator_id: _fact(item) for item in every}
    figures = [one for one in facts.values() if one]
    parts = [fact(row, f"{row.indicator_id} {row.area_code}") for item in every for row in item.rows]
    return View(
        name="outcomes.profile",
        title=_title(name, every),
        subtitle=f"Gap between {name} and {benchmark} as a share of {benchmark}’s value, %, with confidence "
        f"intervals. The figures of {name} are derived: worked out here from those of its areas. "
        f"Without judgement, right is higher. {_refused(every)}",
        table=_table(found, every),
        facts=(*figures, *parts),
        records=tuple(_record(found, item) for item in every),
        method="Derived: the sum of the areas’ counts over the sum of their denominators, only where every "
        "area has both and its own value follows from them; values of other kinds are never averaged. "
        "Intervals by Wilson’s score method for shares and by Byar’s for rates. Which areas make up a "
        "footprint is our reading of public knowledge. Better or worse where the benchmark lies outside "
        "the interval." + SERIES_RULE + remarks(found.page_of_indicators),
        chart=spine_figure(rows, (benchmark, "◀ worse", "better ▶", name, benchmark), significant=True),
        alternative=f"Spine of {counted(len(rows), 'indicator', 'indicators')}: "
        f"{'; '.join(f'{row.name} {row.columns[0]}, {row.reading}' for row in rows) or 'none can be drawn'}.",
        height_rem=spine_height(len(rows)),
    )


def _title(name: str, every: list[Made]) -> str:
    figures = [item for item in every if isinstance(item.figure, Combined)]
    count = counted(len(every), "indicator", "indicators")
    return f"{name}: a figure can be made for {len(figures)} of {count}"


def _refused(every: list[Made]) -> str:
    """Return every indicator without a figure with the reason."""
    reasons: dict[str, list[str]] = {}
    for item in every:
        if isinstance(item.figure, NotCombined):
            reasons.setdefault(item.figure.reason, []).append(item.indicator.short_name)
    said = [f"{'; '.join(names)}: {reason}" for reason, names in reasons.items()]
    return f"No figure can be made for these. {' '.join(said)}" if said else ""


def _row(item: Made) -> Row | None:
    if isinstance(item.figure, NotCombined) or item.word == "not compared":
        return None
    good = good_direction(item.indicator.judged_by)
    values = (item.figure.value, item.figure.lower, item.figure.upper)
    gaps = [relative_gap(value, item.benchmark or item.figure.value, good) for value in values]
    own, *ends = [gap for gap in gaps if gap]
    share = round(own.share_pct)
    low, high = sorted(round(end.side, 3) for end in ends)
    words = (amount(item.figure.value), amount(item.benchmark), signed(item.word))
    sign = "+" if share > 0 else ""
    name = item.indicator.short_name
    return Row(name, round(own.side, 3), f"{sign}{number(share, 0)}%", item.word, words, low, high)


def _fact(item: Made) -> Fact | None:
    if isinstance(item.figure, NotCombined):
        return None
    parents = [fact(row) for row in item.rows]
    made = derived(str(item.indicator.indicator_id), item.rows[0].period, item.figure.value, parents)
    return replace(made, unit=item.indicator.unit or "")


def _table(found: Scope, every: list[Made]) -> Table:
    name, benchmark = found.chosen_name, found.benchmark_name
    columns = heads(
        "Indicator", "Unit", "Period", name, "Interval", benchmark, "Read as", "Why no figure", numbers=[name]
    )
    return Table(f"{name} against {benchmark}", columns, tuple(_cells(found, item) for item in every))


def _cells(found: Scope, item: Made) -> tuple[Cell, ...]:
    href = found.address(view="indicator", indicator=str(item.indicator.indicator_id))
    period = item.rows[0].period if item.rows else NOT_GIVEN
    head = Cell(item.indicator.short_name, heading=True, href=href, note=item.series)
    first = (head, Cell(item.indicator.unit or ""), Cell(period))
    reference = Cell(amount(item.benchmark))
    if isinstance(item.figure, NotCombined):
        return (*first, Cell("no figure"), Cell(""), reference, Cell(""), Cell(item.figure.reason))
    value = Cell(amount(item.figure.value), number=True, note="derived")
    interval = Cell(f"{amount(item.figure.lower)} to {amount(item.figure.upper)}")
    return (*first, value, interval, reference, Cell(signed(item.word)), Cell(""))


def _record(found: Scope, item: Made) -> dict[str, object]:
    figure = item.figure if isinstance(item.figure, Combined) else None
    return {
        "label": item.indicator.short_name,
        "series": str(item.indicator.indicator_id),
        "indicator_id": item.indicator.indicator_id,
        "indicator": item.indicator.name,
        "footprint": found.footprint,
        "period": item.rows[0].period if item.rows else None,
        "value": figure.value if figure else None,
        "unit": item.indicator.unit,
        "lower_ci": figure.lower if figure else None,
        "upper_ci": figure.upper if figure else None,
        "ci_level": figure.level if figure else None,
        "count": figure.count if figure else None,
        "denominator": figure.denominator if figure else None,
        "benchmark": found.benchmark_name,
        "benchmark_value": item.benchmark,
        "comparison": item.word,
        "reason": "" if isinstance(item.figure, Combined) else item.figure.reason,
        "status": "derived",
    }
