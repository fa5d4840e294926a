"""What an officer asks for: a file read as a register, options, an appraisal, indicators or boundaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RiskRegister:
    """A quarter of a register; `matches` says by number which known risk an entry is, or `new`."""

    file: Path
    register: str
    quarter: str
    by: str
    matches: Mapping[str, str] = field(default_factory=dict)
    accept_matches: bool = False

    kind = "risk-register"

    @property
    def source_id(self) -> str:
        """Short name of the import."""
        return f"import-{self.register}-{self.quarter.replace('/', '-').lower()}"

    @property
    def contents(self) -> str:
        """What it holds."""
        return f"{self.register}, {self.quarter}"

    @property
    def arguments(self) -> str:
        """What was asked for besides the file."""
        told = [f"--match {number}={risk}" for number, risk in self.matches.items()]
        accepted = ["--accept-matches"] if self.accept_matches else []
        return " ".join([f"--register {self.register} --quarter {self.quarter}", *told, *accepted])


@dataclass(frozen=True, slots=True)
class SavingsOptions:
    """The options of a programme, named by the first financial year of its tables."""

    file: Path
    programme: str
    by: str

    kind = "savings-options"

    @property
    def source_id(self) -> str:
        """Short name of the import."""
        return f"import-savings-{self.programme.replace('/', '-')}"

    @property
    def contents(self) -> str:
        """What it holds."""
        return self.programme

    @property
    def arguments(self) -> str:
        """What was asked for besides the file."""
        return f"--programme {self.programme}"


@dataclass(frozen=True, slots=True)
class Appraisal:
    """An appraisal of options under a short name of its own, scored on one of the scales that are known."""

    file: Path
    name: str
    title: str
    by: str
    question: str = ""
    scale: str = "rag"

    kind = "appraisal"

    @property
    def source_id(self) -> str:
        """Short name of the import."""
        return f"import-appraisal-{self.name}"

    @property
    def contents(self) -> str:
        """What it holds."""
        return f"appraisal, {self.name}"

    @property
    def arguments(self) -> str:
        """What was asked for besides the file."""
        question = [f"--question {self.question}"] if self.question else []
        return " ".join([f"--name {self.name} --title {self.title} --scale {self.scale}", *question])


@dataclass(frozen=True, slots=True)
class MilestoneStatus:
    """How milestones stand on the day `as_at`, as 2017-06-30."""

    file: Path
    as_at: str
    by: str

    kind = "milestone-status"

    @property
    def source_id(self) -> str:
        """Short name of the import."""
        return f"import-milestones-{self.as_at}"

    @property
    def contents(self) -> str:
        """What it holds."""
        return f"milestones, {self.as_at}"

    @property
    def arguments(self) -> str:
        """What was asked for besides the file."""
        return f"--as-at {self.as_at}"


@dataclass(frozen=True, slots=True)
class Fingertips:
    """A download of public health indicators, kept under a short name of its own.

    Compared with is the area `benchmark`, or the country where none is given.
    """

    file: Path
    metadata: Path | None
    name: str
    by: str
    benchmark: str | None = None

    kind = "fingertips"

    @property
    def source_id(self) -> str:
        """Short name of the import."""
        return f"import-fingertips-{self.name}"

    @property
    def contents(self) -> str:
        """What it holds."""
        return f"indicators, {self.name}"

    @property
    def arguments(self) -> str:
        """What was asked for besides the file."""
        metadata = [f"--metadata {self.metadata.name}"] if self.metadata else []
        benchmark = [f"--benchmark {self.benchmark}"] if self.benchmark else []
        return " ".join([f"--name {self.name}", *metadata, *benchmark])


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The boundaries of areas, one set at a time.

    `code_column` names the column of the codes; `attribution` is the sentence that their publisher asks for.
    """

    file: Path
    by: str
    code_column: str | None = None
    attribution: str | None = None

    kind = "boundaries"
    source_id = "import-boundaries"
    contents = "boundaries"

    @property
    def arguments(self) -> str:
        """What was asked for besides the file."""
        column = [f"--code-column {self.code_column}"] if self.code_column else []
        attribution = [f"--attribution {self.attribution}"] if self.attribution else []
        return " ".join([*column, *attribution]) or "no options"


FileRequest = RiskRegister | SavingsOptions | Appraisal | MilestoneStatus
Request = FileRequest | Fingertips | Boundaries
