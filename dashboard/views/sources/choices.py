"""What a reader can ask on the sources page."""

from dataclasses import dataclass

from dashboard.domain.address import Selection, known, several, whole_number, words

PAGE_SIZE = 50
CARD_NAMES = ("figures", "documents", "corrections", "checks", "glossary", "tables")


@dataclass(frozen=True)
class SourcesSelection(Selection):
    """What a reader can ask: words or a number, one document, one line of it, a page of results."""

    q: str = words()
    source: str = known("source")
    line: int = whole_number(9_999_999)
    page: int = whole_number(100_000)
    table: tuple[str, ...] = several(*CARD_NAMES)


def pages(total: int) -> int:
    """Return how many pages `total` figures fill."""
    return -(-total // PAGE_SIZE)
