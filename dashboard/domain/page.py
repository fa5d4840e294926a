"""What the shell needs to know of a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the navigation: its stem, path, name in the menu and the question it answers.

    `by_area` says that it shows a chosen area; `council_wide` that its figures are of the council as a whole.
    """

    stem: str
    path: str
    name: str
    question: str
    by_area: bool = False
    council_wide: bool = False
