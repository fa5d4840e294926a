"""What a reader can choose on the page of briefings."""

from dataclasses import dataclass

from dashboard.domain.address import Selection, known, several
from dashboard.views import PAGES

# A briefing shows cards of any page, and which of their tables stand open is in the address as there.
CARD_NAMES = tuple(sorted({card for _, cards in PAGES.values() for card in cards}))


@dataclass(frozen=True)
class BriefingsSelection(Selection):
    """Which briefing is read, none for the list, and which tables stand open in it."""

    briefing: str = known("briefing")
    table: tuple[str, ...] = several(*CARD_NAMES)
