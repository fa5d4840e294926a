"""The tartan rug as plain data: areas by indicators, each cell with its value and its word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: its tone, value, sign and word, and where it leads; no address where nothing is given."""

    tone: str
    value: str
    sign: str
    word: str
    href: str


@dataclass(frozen=True, slots=True)
class Rug:
    """The rug: a head (name, unit and period, address) per indicator, and a row of squares per area."""

    caption: str
    heads: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[str, str, tuple[Square, ...]], ...]
    span: str
