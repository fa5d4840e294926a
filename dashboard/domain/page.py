"""What the shell needs to know of a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the navigation: its stem, path, name in the menu and the question it answers."""

    stem: str
    path: str
    name: str
    question: str
