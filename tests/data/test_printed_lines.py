"""A development check: every `printed` text really stands on its line of the document."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import DATA, SEEDS

# The text of each document, where the folder of the documents is beside the project.
DOCUMENTS = {
    "psdm-2017": "000_*.txt",
    "lcc-savings-2018": "001_*.txt",
    "lcc-risk-2019q3": "003_*.txt",
    "tca-2014": "002_*.txt",
    "plymouth-2014": "004_*.txt",
}
# The column that holds what stands on the line: a figure, the words a passage is found by, or a name.
TEXTS = ("printed", "anchor", "id_as_printed", "reference")
EMPHASIS = re.compile(r"</?i>")

FILES = sorted(path for source in DOCUMENTS for path in (DATA / "sources" / source).glob("*.csv"))


def text_column(path: Path) -> str | None:
    """Return the column of `path` that must stand on its line; None where the rows are words of our own."""
    with path.open(encoding="utf-8", newline="") as handle:
        header = next(csv.reader(handle))
    return next((name for name in TEXTS if name in header), None)


PRINTED_FILES = [path for path in FILES if text_column(path)]

needs_documents = pytest.mark.skipif(
    not SEEDS.is_dir(),
    reason=f"the documents are not at {SEEDS}, so no figure can be held against its line",
)


@cache
def document(source_id: str) -> list[str]:
    """Return the lines of a document."""
    (path,) = SEEDS.glob(DOCUMENTS[source_id])
    return path.read_text(encoding="utf-8").split("\n")


def stands_on(printed: str, line: str) -> bool:
    """Return whether `printed` is a whole cell of `line`, or stands in it on its own.

    It stands on its own where it is no part of a longer word or number. An empty text and a dash say that a
    cell is empty, so only a whole cell will do.
    """
    if printed in [EMPHASIS.sub("", cell).strip() for cell in line.split("\t")]:
        return True
    whole = rf"(?<![\w.,]){re.escape(printed)}(?!\w|[.,]\d)"
    return printed not in ("", "-") and re.search(whole, line) is not None


def misplaced(path: Path) -> list[str]:
    """Return a sentence for every row of `path` whose text does not stand on its line."""
    lines = document(path.parent.name)
    column = str(text_column(path))
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [(number, row) for number, row in enumerate(csv.DictReader(handle), 2) if row["source_line"]]
    return [
        f"row {number}: {row[column]!r} is not on line {row['source_line']}: {line!r}"
        for number, row in rows
        if not stands_on(row[column], line := lines[int(row["source_line"]) - 1])
    ]


@needs_documents
@pytest.mark.parametrize("path", PRINTED_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_printed_text_stands_on_its_line(path: Path) -> None:
    assert misplaced(path) == []


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("(398)", "Cumulative\t(53)\t(398)"),
        ("£398m", "a deficit of £398m."),
        ("398", "398, or more"),
        ("-", "a\t-\tb"),
        ("", "a\t\tb"),
        ("20", "<i>20</i>\t30"),
        ("five", "all five bodies"),
    ],
)
def test_a_whole_text_is_found(printed: str, line: str) -> None:
    assert stands_on(printed, line)


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("398", "1,398"),
        ("398", "398.5"),
        ("398", "3981"),
        ("1", "1,059"),
        ("-", "a - b"),
        ("", "a\tb"),
        ("five", "fivefold"),
    ],
)
def test_a_part_of_a_longer_text_is_not(printed: str, line: str) -> None:
    assert not stands_on(printed, line)
