"""Errors that a reader can act on."""


class PlaceboardError(Exception):
    """What went wrong, where, and what to do, in sentences an officer can act on."""


class StoreError(PlaceboardError):
    """No release can be read."""


class BuildError(PlaceboardError):
    """A release could not be built; `problems` lists every reason, one sentence each."""

    def __init__(self, summary: str, problems: list[str]) -> None:
        super().__init__(summary)
        self.problems = problems


class QueryError(PlaceboardError):
    """A question to the store was refused or failed."""
