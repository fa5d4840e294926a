"""What applying an import would do, and what came of it."""

from dataclasses import dataclass, field
from pathlib import Path

from dashboard.ingest.imports.changes import Change
from dashboard.ingest.imports.known import Entry
from dashboard.ingest.imports.matching import Match
from dashboard.ingest.imports.report import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of the import that breaks a promise; it is stored, listed as a correction that is not decided."""

    check: str
    kind: str
    row: int
    printed: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What applying an import would do, and everything that stands in its way.

    `state` is new, replacement (of an import of the same contents) or same (this file is stored already).
    """

    source_id: str
    contents: str
    file: str
    sha256: str | None
    state: str
    problems: list[Problem]
    refusals: list[str]
    remarks: list[str]
    changes: list[Change] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    closed: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def undecided(self) -> list[Match]:
        """The matches that an officer must decide before the import can be applied."""
        return [match for match in self.matches if not match.decided]

    @property
    def applicable(self) -> bool:
        """Whether nothing stands in the way of applying it."""
        return not (self.problems or self.refusals or self.undecided) and self.state != "same"


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying came to: `release` is the release published, None where nothing was stored."""

    preview: Preview
    release: Path | None
