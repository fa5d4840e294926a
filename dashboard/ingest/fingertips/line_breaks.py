"""Files whose lines end in several ways, which come of editing a download by hand."""

from collections.abc import Iterator
from pathlib import Path

CHUNK = 1 << 22


def with_even_breaks(file: Path, spare: Path) -> Path:
    """Return `file`, or `spare` with the same lines where they end in several ways.

    What reads the rows is sure of them only where every line ends alike. Memory stays bounded.
    """
    if _are_even(file):
        return file
    with spare.open("wb") as handle:
        handle.writelines(part.replace(b"\r\n", b"\n").replace(b"\r", b"\n") for part in _parts(file))
    return spare


def _are_even(file: Path) -> bool:
    pairs = feeds = returns = 0
    for part in _parts(file):
        pairs += part.count(b"\r\n")
        feeds += part.count(b"\n")
        returns += part.count(b"\r")
    return pairs == feeds == returns or not returns


def _parts(file: Path) -> Iterator[bytes]:
    """Yield the file piece by piece, no piece ending between the two halves of a line break."""
    with file.open("rb") as handle:
        while part := handle.read(CHUNK):
            yield part + (handle.read(1) if part.endswith(b"\r") else b"")
