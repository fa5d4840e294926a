"""The headline figures of the page of programmes."""

from collections import Counter

from dashboard.domain import programmes as rules
from dashboard.domain.headline import Headline, card_cited
from dashboard.domain.words import counted, pounds
from dashboard.views.programmes.answer import return_words
from dashboard.views.programmes.cards import sum_words
from dashboard.views.programmes.choices import kind_words
from dashboard.views.programmes.scope import Scope


def headlines(found: Scope) -> list[Headline]:
    """Return the headline tiles, or none where there are no bids."""
    if not found.bids:
        return []
    made = [_asked(found), _sound(found), _gap(found), _contradicted(found)]
    return [item for item in made if item is not None]


def _asked(found: Scope) -> Headline:
    asks = [fact for name in found.bids if (fact := found.paid(name, "ask"))]
    silent = len(found.bids) - len(asks)
    said = f"; {silent} {'gives' if silent == 1 else 'give'} no sum" if silent else ""
    return Headline(
        "Asked for in all",
        pounds(sum(fact.amount for fact in asks)),
        f"By {counted(len(asks), 'bid', 'bids')}{said}. What was awarded is printed nowhere.",
        card_cited("programmes.asks", "Derived from the sums asked for"),
    )


def _sound(found: Scope) -> Headline | None:
    ranked = [claim for claim in found.ranked(found.chosen, "grant") if claim.belief in rules.SOUND]
    if not ranked:
        return None
    first = ranked[0]
    return Headline(
        "Most per £1 asked for that adds up",
        return_words(first.returns("grant")),
        f"{first.name}: {kind_words(first.kind).lower()}.",
        card_cited("programmes.compare", "Derived from the benefit and the sum asked for"),
    )


def _gap(found: Scope) -> Headline | None:
    target = found.held.gap
    if target is None:
        return None
    return Headline(
        "Gap of the portfolio",
        sum_words(target),
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
