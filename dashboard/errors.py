"""Errors that a reader can act on."""


class PlaceboardError(Exception):
    """What went wrong, where, and what to do, in sentences an officer can act on."""


class StoreError(PlaceboardError):
    """No release can be read."""


class ProblemsError(PlaceboardError):
    """Something could not be done; `problems` lists every reason, one sentence each."""

    def __init__(self, summary: str, problems: list[str]) -> None:
        super().__init__(summary)
        self.problems = problems


class BuildError(ProblemsError):
    """A release could not be built."""


class PackError(ProblemsError):
    """A pack cannot be read, or shown as it asks."""


class QueryError(PlaceboardError):
    """A question to the store was refused or failed."""
