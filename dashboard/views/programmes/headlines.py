"""The headline figures of the page of programmes."""

from collections import Counter

from dashboard.domain import programmes as rules
from dashboard.domain.headline import Headline, card_cited
from dashboard.domain.words import counted, pounds
from dashboard.views.programmes.answer import return_words, soundest
from dashboard.views.programmes.choices import DIVISORS, NOT_GIVEN, kind_words
from dashboard.views.programmes.portfolio import gap_words
from dashboard.views.programmes.scope import Scope


def headlines(found: Scope) -> list[Headline]:
    """Return the headline tiles, or none where there are no bids."""
    if not found.bids:
        return []
    made = [_asked(found), _sound(found), _gap(found), _contradicted(found)]
    return [item for item in made if item is not None]


def _asked(found: Scope) -> Headline:
    asks = [fact for name in found.bids if (fact := found.paid(name, "ask"))]
    added = pounds(sum(fact.amount for fact in asks)) if asks else NOT_GIVEN
    silent = len(found.bids) - len(asks)
    said = f"; {silent} {'gives' if silent == 1 else 'give'} no sum" if silent else ""
    by = counted(len(asks), "bid", "bids") if asks else "no bid"
    return Headline(
        "Asked for in all",
        added,
        f"By {by}{said}. What was awarded is printed nowhere.",
        card_cited("programmes.asks", "Derived from the sums asked for"),
    )


def _sound(found: Scope) -> Headline | None:
    per = found.selection.per
    first = soundest(found.ranked(found.chosen, per))
    if first is None:
        return None
    held = "adds up" if first.belief == rules.ADDS_UP else "nearly adds up"
    paid = "the sum asked for" if per == "grant" else "the total cost"
    return Headline(
        f"Most per £1 {DIVISORS[per]} that {held}",
        return_words(first.returns(per)),
        f"{first.name}: {kind_words(first.kind).lower()}.",
        card_cited("programmes.compare", f"Derived from the benefit and {paid}"),
    )


def _gap(found: Scope) -> Headline | None:
    target = found.held.gap
    if target is None:
        return None
    return Headline(
        "Gap of the portfolio",
        gap_words(target),
        f"To be closed over {target.period}; no total of its programmes is printed.",
        card_cited("programmes.portfolio", f"{target.locator}, line {target.source_line}"),
    )


def _contradicted(found: Scope) -> Headline:
    kinds = Counter(item.kind for item in found.held.corrections)
    return Headline(
        "Misprints, conflicts and gaps",
        str(len(found.held.corrections)),
        f"{counted(kinds['conflict'], 'conflict', 'conflicts')} and "
        f"{counted(kinds['misprint'], 'misprint', 'misprints')} among them, each with both readings.",
        card_cited("programmes.conflicts", "Found when every sum was worked out again"),
    )
