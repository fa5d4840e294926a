"""Which way the register says that its risks travel."""

from collections import Counter
from collections.abc import Sequence

from dashboard.domain.fact import Fact
from dashboard.domain.risk import (
    OPPORTUNITY,
    RISK,
    Assessment,
    of_kind,
)
from dashboard.domain.view import Cell, Table, View, fact_records
from dashboard.domain.words import listed
from dashboard.figures.risk import counts_figure
from dashboard.store import Store
from dashboard.views.risk.parts import (
    count_fact,
    counted,
    entry_facts,
    heads,
    leading,
    when_words,
)
from dashboard.views.risk.selection import DIRECTION_WORDS, NO_REGISTER, RiskSelection, opened


def direction(store: Store, selection: RiskSelection) -> View:
    """Return how many entries the register says are level, static, reducing, increasing, or does not say."""
    open_ = opened(store, selection)
    ways = [way for way in DIRECTION_WORDS if any(entry.travel == way for entry in open_.entries)]
    facts = tuple(fact for way in ways for fact in _way_facts(open_.entries, way))
    totals = {DIRECTION_WORDS[way]: sum(entry.travel == way for entry in open_.entries) for way in ways}
    return View(
        name="risk.direction",
        title=_direction_title(open_.entries),
        subtitle=when_words(open_, "Risks and opportunities by direction of travel, in the register’s words"),
        table=Table(
            "Direction of travel",
            heads("Direction", "#All", "#Risks", "#Opportunities", "Which"),
            tuple(_way_row(open_.entries, way, selection) for way in ways),
            (Cell(NO_REGISTER),),
        ),
        facts=facts,
        records=fact_records(facts, {fact.series: fact.series for fact in facts}),
        method=(
            "Counted from the register’s own words; the counts are derived. Where it tells a story "
            "without saying which way the risk moves, the entry counts as “in words only”; nothing is "
            "inferred from the scores. Level and static are both the register’s words and stay apart."
        ),
        chart=counts_figure(totals) if totals else None,
        alternative=_counts_told(totals),
        height_rem=2.6 * len(totals) + 0.5,
        cited=entry_facts(open_.entries),
        instead="" if totals else NO_REGISTER,
    )


def _way_facts(entries: Sequence[Assessment], way: str) -> list[Fact]:
    words = DIRECTION_WORDS[way]
    return [
        count_fact(f"{words}, {name}", [entry for entry in entries if entry.travel == way], kinds, entries[0])
        for name, kinds in (
            ("all", (RISK, OPPORTUNITY)),
            ("risks", (RISK,)),
            ("opportunities", (OPPORTUNITY,)),
        )
    ]


def _way_row(entries: Sequence[Assessment], way: str, selection: RiskSelection) -> tuple[Cell, ...]:
    own = [entry for entry in entries if entry.travel == way]
    link = leading(DIRECTION_WORDS[way], selection, "register", direction=way)
    return (
        Cell(link.text, href=link.href, over=link.over, heading=True),
        Cell(str(len(own)), number=True),
        Cell(str(len(of_kind(own, RISK))), number=True),
        Cell(str(len(of_kind(own, OPPORTUNITY))), number=True),
        Cell(listed([entry.printed_id for entry in own])),
    )


def _direction_title(entries: Sequence[Assessment]) -> str:
    if not entries:
        return NO_REGISTER.rstrip(".")
    ways = Counter(entry.travel for entry in entries)
    unsaid = ways["narrative"] + ways["missing"]
    falling = (
        f"{ways['reducing']} of {counted(len(entries), '')} {_are(ways['reducing'])} said to be reducing"
    )
    rising = f", {ways['increasing']} increasing" if ways["increasing"] else ""
    if not unsaid:
        return f"{falling}{rising}"
    return f"{falling}{rising}; for {unsaid} the register gives no direction"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _counts_told(totals: dict[str, int]) -> str:
    if not totals:
        return ""
    return f"Bars: {listed([f'{words.lower()} {number}' for words, number in totals.items()])}."
