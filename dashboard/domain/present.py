"""What a reader can ask of the page of packs: which pack, which slide, or the speaker's notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.address import Names, Selection, choice, every, whole_number, words
from dashboard.domain.pack import LONGEST_TITLE, Item, Pack
from dashboard.domain.pack_address import item_of, item_text

# More would take a reader of slides through an evening, and the server a while.
MOST_VIEWS = 60


class _Items:
    """The views of a pack, each an address of its own."""

    def write(self, value: Sequence[Item]) -> list[str]:
        """Return the address of each view."""
        return [item_text(item) for item in value]

    def read(self, texts: Sequence[str], _names: Names) -> tuple[Item, ...]:
        """Return the views; one that does not exist is said where it would be shown."""
        if len(texts) > MOST_VIEWS:
            raise ValueError(f"a pack can have {MOST_VIEWS} views")
        return tuple(item_of(text) for text in texts if text)


@dataclass(frozen=True)
class PresentSelection(Selection):
    """A pack, and the slide that is shown (0: the list of them) or its notes.

    `kept` names notes that are too long for an address, on the device where they were written.
    """

    title: str = words(LONGEST_TITLE)
    date: str = words()
    v: tuple[Item, ...] = every(_Items(), (), "how to begin")
    slide: int = whole_number(MOST_VIEWS)
    notes: str = choice("", "1")
    kept: str = words()

    @property
    def pack(self) -> Pack:
        """The pack that the address describes."""
        return Pack(self.title, self.date, self.v)
