"""Ask the Fingertips service for indicators of an area and keep its answer as the source file.

One question per indicator: what is answered in full is kept, so that a second call after a failure asks only
for the rest. The certificate of the service is always verified.
"""

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.errors import BuildError
from dashboard.ingest.fingertips.client import PATIENT, Client, DownloadError, Patience
from dashboard.ingest.fingertips.columns import (
    METADATA_REQUIRED,
    OPTIONAL,
    REQUIRED,
    header_problems,
    read_header,
)

Progress = Callable[[str, int, int], None]

SERVICE = "https://fingertips.phe.org.uk/api/"
VALUES = "all_data/csv/by_indicator_id"
METADATA = "indicator_metadata/csv/by_indicator_id"
OWN_MACHINE = ("127.0.0.1", "localhost", "::1")
BOM = b"\xef\xbb\xbf"


class FetchError(BuildError):
    """The service did not answer in full; `problems` lists each indicator with the reason."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which indicators to ask for: those of the areas of one type within the area `parent_area_code`.

    The area types are the service's own numbers: since April 2023, 501 is districts and unitary authorities,
    502 counties and unitary authorities, 15 England.
    """

    indicator_ids: tuple[int, ...]
    parent_area_code: str
    child_area_type_id: int = 501
    parent_area_type_id: int = 502

    def parameters(self, indicator_id: int) -> dict[str, str]:
        """Return what is asked for one indicator."""
        return {
            "indicator_ids": str(indicator_id),
            "child_area_type_id": str(self.child_area_type_id),
            "parent_area_type_id": str(self.parent_area_type_id),
            "parent_area_code": self.parent_area_code,
            "include_sortable_time_periods": "yes",
        }


def fetch_values(
    question: Question,
    folder: Path,
    *,
    base: str = SERVICE,
    patience: Patience = PATIENT,
    progress: Progress = lambda *_: None,
) -> Path:
    """Ask for every indicator of `question` and return the file of all rows, in `folder`.

    Raises:
        FetchError: an indicator was not answered; what was answered stays and is not asked for again.
    """
    parameters = {str(number): question.parameters(number) for number in question.indicator_ids}
    known = [*REQUIRED, *OPTIONAL]
    return _fetch(
        VALUES,
        parameters,
        folder / "fingertips.csv",
        lambda header: header_problems(header, REQUIRED, known),
        Client(_checked(base), patience),
        progress,
    )


def fetch_metadata(
    indicator_ids: Sequence[int],
    folder: Path,
    *,
    base: str = SERVICE,
    patience: Patience = PATIENT,
    progress: Progress = lambda *_: None,
) -> Path:
    """Ask what the indicators are and return the file, in `folder`.

    Raises:
        FetchError: an indicator was not answered; what was answered stays and is not asked for again.
    """
    parameters = {str(number): {"indicator_ids": str(number)} for number in indicator_ids}
    return _fetch(
        METADATA,
        parameters,
        folder / "fingertips_metadata.csv",
        lambda header: header_problems(header, METADATA_REQUIRED),
        Client(_checked(base), patience),
        progress,
    )


def _checked(base: str) -> str:
    """Return the address of the service with its slash; plain http is for this machine only."""
    address = urlsplit(base)
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in OWN_MACHINE):
        raise FetchError(
            f"{base} is not asked.",
            ["The address must begin with https:// so that the answer is known to come from the service."],
        )
    return base.rstrip("/") + "/"


def _fetch(
    path: str,
    questions: Mapping[str, Mapping[str, str]],
    target: Path,
    wrong: Callable[[Sequence[str]], list[str]],
    client: Client,
    progress: Progress,
) -> Path:
    parts = target.parent / f".{target.stem}-{_mark(client.base, path, questions)}"
    parts.mkdir(parents=True, exist_ok=True)
    problems = []
    for number, (name, parameters) in enumerate(questions.items(), 1):
        part = parts / f"{name}.csv"
        try:
            if not part.exists():
                client.download(path, parameters, part, lambda file: _refusal(file, wrong))
        except DownloadError as failure:
            problems.append(f"Indicator {name}: {failure}")
        progress("fetched", number, len(questions))
    if problems:
        raise FetchError("The service did not answer in full. Ask again for the rest.", problems)
    _join([parts / f"{name}.csv" for name in questions], target)
    shutil.rmtree(parts)
    return target


def _mark(*asked: object) -> str:
    """Return a short name for what is asked, so that answers to another question are never mixed in."""
    return hashlib.sha256(repr(asked).encode()).hexdigest()[:12]


def _refusal(file: Path, wrong: Callable[[Sequence[str]], list[str]]) -> str:
    """Return why an answer is not a whole CSV file of the expected columns; empty where it is one."""
    header, failure = read_header(file)
    if failure or (problems := wrong(header)):
        return failure or f"In its answer {'; '.join(problems).rstrip('.')}."
    with file.open("rb") as handle:
        handle.seek(-1, 2)
        return "" if handle.read() == b"\n" else "Its answer ends within a row."


def _join(parts: Sequence[Path], target: Path) -> None:
    """Write the rows of all parts below one header, and put the file in place in one step."""
    joining = target.with_name(f".{target.name}")
    with joining.open("wb") as joined:
        first = None
        for part in parts:
            with part.open("rb") as handle:
                header = handle.readline().removeprefix(BOM)
                if first is None:
                    joined.write(header)
                elif header != first:
                    raise FetchError(
                        "The answers cannot be put together.",
                        [f"Indicator {part.stem}: its columns are not those of indicator {parts[0].stem}."],
                    )
                first = header
                shutil.copyfileobj(handle, joined)
    joining.replace(target)
