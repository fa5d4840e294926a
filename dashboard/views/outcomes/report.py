"""The report's table of outcomes: one value each, no period and no interval, so nothing is significant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.fact import Fact, derived
from dashboard.domain.outcomes_gap import BETTER, NOT_JUDGED, SAME, WORSE, Gap, relative_gap, symbol
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import (
    as_precisely,
    counted,
    listed,
    measured,
    name_words,
    number,
    within_sentence,
)
from dashboard.figures.chart import Bar, bars_chart
from dashboard.figures.outcomes import Row, spine_figure, spine_height
from dashboard.queries import outcomes as queries
from dashboard.queries.outcomes import Measure
from dashboard.queries.sources import spellings
from dashboard.store import Store
from dashboard.views.outcomes.cards import heads, nothing
from dashboard.views.outcomes.choices import ORDERS, READINGS, OutcomesSelection
from dashboard.views.outcomes.words import signed

GOOD = {"high": 1, "low": -1}
POLARITY = {"high": "high is good", "low": "low is good", "none": "not judged"}
SHOWN = {"worse": (WORSE,), "better": (BETTER,), "unjudged": (NOT_JUDGED, SAME)}
PLAIN = "the table prints no confidence intervals and no periods, so nothing here is called significant"


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure with its gap, and the three figures behind them: the place, the country, the gap."""

    measure: Measure
    gap: Gap
    own: Fact
    country: Fact
    share: Fact

    @property
    def words(self) -> str:
        """The gap with its sign, as a share of the country's value."""
        return f"{'+' if self.gap.share_pct > 0 else ''}{number(round(self.gap.share_pct), 0)}%"


def compared(store: Store, selection: OutcomesSelection | None = None) -> list[Compared]:
    """Return every measure with its gap in the order and kind chosen; all by size where nothing was."""
    found = [item for item in map(_compared, queries.measures(store)) if item]
    asked = selection or OutcomesSelection()
    kept = [item for item in found if asked.show == "all" or item.gap.word in SHOWN[asked.show]]
    if asked.order == "goal":
        return kept
    order = {WORSE: 0, BETTER: 1, SAME: 2, NOT_JUDGED: 3}
    return sorted(kept, key=lambda item: (order[item.gap.word], -abs(item.gap.share_pct)))


def _compared(measure: Measure) -> Compared | None:
    gap = relative_gap(measure.value, measure.country_value, GOOD.get(measure.good))
    if gap is None:
        return None
    own = _fact(measure, measure.area_name, measure.value, measure.printed, measure.source_line)
    country = _fact(
        measure, measure.country_name, measure.country_value, measure.country_printed, measure.country_line
    )
    share = replace(derived(measure.measure, "gap", gap.share_pct, [own, country]), unit="%")
    return Compared(measure, gap, own, country, share)


def _fact(measure: Measure, area: str, value: float, printed: str, line: int) -> Fact:
    place = (measure.source_id, line, measure.locator)
    return Fact(measure.measure, area, value, measure.unit, printed, "printed", *place)


def named(items: Sequence[Compared]) -> str:
    """Return the measures as a list in a sentence."""
    return listed([within_sentence(item.measure.short_label) for item in items])


def spine(store: Store, selection: OutcomesSelection) -> View:
    """Return each measure as an arrow from the country's value, worse to the left."""
    items = compared(store, selection)
    if not items:
        return _none("spine", selection)
    one = items[0].measure
    heading = (one.country_name, "◀ worse", "better ▶", one.area_name, one.country_name)
    rows = [
        Row(
            item.measure.short_label,
            round(item.gap.side, 3),
            item.words,
            item.gap.word,
            (_plain(item.own), _plain(item.country), signed(item.gap.word)),
        )
        for item in items
    ]
    return View(
        name="outcomes.spine",
        title=_spine_title(items),
        subtitle=f"Gap between {one.area_name} and {one.country_name} as a share of {one.country_name}’s "
        "value, %. Left is worse, right is better, by our polarity. Without confidence intervals: "
        "none is printed.",
        table=_table(store, items),
        facts=_facts(items),
        records=_records(items),
        method=f"The gap is {one.area_name} less {one.country_name}, divided by {one.country_name}. "
        "Where low "
        "is good the sign is turned, so that right always means better. The polarity is ours (the data file "
        f"outcome_measure says why for each); {PLAIN}, and red and green are not used.",
        chart=spine_figure(rows, heading, significant=False),
        alternative=f"Spine of {counted(len(items), 'measure', 'measures')}: "
        f"{'; '.join(f'{row.name} {row.words}, {row.reading}' for row in rows)}.",
        height_rem=spine_height(len(rows)),
    )


def _plain(fact: Fact) -> str:
    return fact.printed


def _spine_title(items: Sequence[Compared]) -> str:
    worse = sorted((item for item in items if item.gap.word == WORSE), key=lambda item: item.gap.side)
    better = sorted((item for item in items if item.gap.word == BETTER), key=lambda item: -item.gap.side)
    parts = [f"furthest behind on {named(worse[:2])}"] if worse else []
    parts += [f"furthest ahead on {named(better[:1])}"] if better else []
    text = "; ".join(parts) or "no measure is judged worse or better"
    return f"{text[:1].upper()}{text[1:]}"


def gaps(store: Store, selection: OutcomesSelection) -> View:
    """Return the gaps by their size, whichever way they point."""
    items = sorted(compared(store, selection), key=lambda item: -abs(item.gap.share_pct))
    if not items:
        return _none("gaps", selection)
    top, one = items[0], items[0].measure
    return View(
        name="outcomes.gaps",
        title=f"The widest gap is in {within_sentence(top.measure.short_label)}: "
        f"{_direction(top)}, {top.gap.word}",
        subtitle=f"Size of the gap to {one.country_name} whichever way it points, % of {one.country_name}’s "
        "value. Red and green are not used: no significance is claimed.",
        table=_table(store, items),
        facts=_facts(items),
        records=_records(items),
        method=f"The gap is {one.area_name} less {one.country_name}, divided by {one.country_name}, without "
        f"its sign. A share of a small value is large: read the values beside it. The word is ours; {PLAIN}.",
        chart=bars_chart([_bar(item) for item in items]),
        alternative=f"Bars: {listed([f'{item.measure.short_label} {_direction(item)}' for item in items])}.",
        height_rem=max(len(items) * 2.5 + 1, 6),
    )


def _direction(item: Compared) -> str:
    share = round(item.gap.share_pct)
    words = f"{number(abs(share), 0)}%" if share else "less than 1%"
    return f"{words} {'higher' if item.gap.share_pct > 0 else 'lower'}" if item.gap.share_pct else "no gap"


def _bar(item: Compared) -> Bar:
    colour = {WORSE: "s3", BETTER: "s1"}.get(item.gap.word, "quiet")
    words = item.words.removeprefix("−").removeprefix("+")
    way = "higher" if item.gap.share_pct > 0 else "lower"
    aside = f"{symbol(item.gap.word)} {way}, {item.gap.word}"
    return Bar(item.measure.short_label, 0, abs(item.share.amount), words, colour, aside=aside, kept=True)


def _table(store: Store, items: Sequence[Compared]) -> Table:
    one, said = items[0].measure, spellings(store)
    columns = (one.area_name, one.country_name, "Gap, %")
    rows = tuple(
        (
            Cell(item.measure.label, heading=True, note=name_words(item.measure.goal, said)),
            Cell("no unit given" if item.measure.unit == "not printed" else item.measure.unit),
            _printed(item.own),
            _printed(item.country),
            _share_cell(item),
            Cell(signed(item.gap.word)),
            Cell(POLARITY[item.measure.good], note=item.measure.reason),
        )
        for item in items
    )
    caption = f"{counted(len(items), 'health measure', 'health measures')} as printed; gap and words are ours"
    return Table(
        caption, heads("Measure", "Unit", *columns, "Read as", "Our polarity", numbers=columns), rows
    )


def _share_cell(item: Compared) -> Cell:
    """Return the gap to one decimal, all that the printed values allow; the download has it whole."""
    return Cell(f"{number(round(item.gap.share_pct, 1), 1)}%", number=True, note="derived")


def _printed(fact: Fact) -> Cell:
    return Cell(fact.printed, href=fact_cell(fact).href, number=True)


def _facts(items: Sequence[Compared]) -> tuple[Fact, ...]:
    return tuple(fact for item in items for fact in (item.own, item.country, item.share))


def _records(items: Sequence[Compared]) -> tuple[dict[str, object], ...]:
    labels = {item.measure.measure: item.measure.label for item in items}
    words = {item.measure.measure: item.gap.word for item in items}
    return tuple(
        {**record, "read_as": words[str(record["series"])]} for record in fact_records(_facts(items), labels)
    )


def _none(name: str, selection: OutcomesSelection) -> View:
    words = f"No measure of the report’s table to show: {READINGS[selection.show].lower()}"
    return nothing(
        name, words, f"Ordered by: {ORDERS[selection.order].lower()}. Show all measures.", charted=True
    )


def value_words(fact: Fact) -> str:
    """Return a figure with its unit, as precisely as it is printed, for a tile."""
    if fact.unit == "not printed":
        return fact.printed
    return as_precisely(measured(fact.value, fact.unit), fact.printed)
