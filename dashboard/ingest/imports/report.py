"""What an import has to say for itself: problems that stop it, and remarks on how the file was read."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend before anything is stored: where it is, what was found, what is allowed."""

    file: str
    sheet: str | None
    row: int | None
    column: str | None
    found: str
    allowed: str

    @property
    def sentence(self) -> str:
        """The problem in words."""
        return f"{self.where}: found {self.found}; allowed: {self.allowed}."

    @property
    def where(self) -> str:
        """File, sheet, row and column, as far as they are known."""
        sheet = f"sheet {self.sheet}" if self.sheet else None
        row = f"row {self.row}" if self.row else None
        return ", ".join(part for part in (self.file, sheet, row, self.column) if part)


class NotAllowedError(Exception):
    """A cell holds something that its column does not allow."""

    def __init__(self, found: str, allowed: str) -> None:
        super().__init__(found)
        self.found = found
        self.allowed = allowed


@dataclass(slots=True)
class Report:
    """Everything found in one file, collected while it is read."""

    file: str
    sheet: str | None = None
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def refuse(self, found: str, allowed: str, *, row: int | None = None, column: str | None = None) -> None:
        """Add a problem."""
        self.problems.append(Problem(self.file, self.sheet, row, column, found, allowed))

    def remark(self, text: str) -> None:
        """Add a sentence on how the file was read."""
        self.remarks.append(text)

    def locator(self, row: int, column: str | None = None) -> str:
        """Return where a cell stands, in the words shown beside its figure."""
        sheet = f"Sheet {self.sheet}, row {row}" if self.sheet else f"Row {row}"
        return f"{sheet}, {column}" if column else sheet


def shown(text: str) -> str:
    """Return what stands in a cell as a problem shows it: on one line, in quotation marks, not endless."""
    line = " ".join(text.split())
    return f"“{line[:60]}…”" if len(line) > 60 else f"“{line}”"
