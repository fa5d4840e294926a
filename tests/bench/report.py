"""Say what was measured: a table on the screen and docs/bench.md."""

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

HEAD = ("What", "Product", "Floor", "Ratio", "Limit", "Verdict")
PAGE = """# Speed and memory

Written by `make bench`. The floor is the least that draws the same charts: Flask, DuckDB, JSON and the
same plotly bundle (`tests/bench/floor.py`). Both are measured in one run, in turn, and the medians are
compared; the times themselves depend on the machine, so read the ratios.

{table}

{when}, {rounds} rounds, {machine}, {versions}. One worker of four threads each.

- *Cold* is a browser with an empty profile, *warm* the next visits of the same browser; the time runs
  from the start of the visit until the first chart is drawn. *Change of filter* runs from a click on a
  choice until the first chart shows it.
- *All of it* runs from a change until the last part of the page that it changes stands: redrawn charts,
  titles and tables.
- *On the server* is both requests of a moved lever, one after the other: the first card, then all others with
  10,000 draws; every value is one that the worker has not seen.
- *Callback* is the request that a change of filter sends. The product remembers a view for as long as
  its release is served. The floor asks DuckDB every time, as the product does for a view that nobody has
  asked for yet (*not remembered*).
- The release holds five million made-up indicator values beside the real documents, imported by the command;
  /outcomes is measured in its view of one indicator, which asks them.
- *First requests* are 48 at once, sent before a fresh worker answers.

## What a first visit transfers

{files}
"""


@dataclass(frozen=True, slots=True)
class Result:
    """One measure with its limit: a `ratio` to the floor or a `most` in its own unit, or none."""

    name: str
    unit: str
    value: float
    floor: float | None = None
    ratio: float | None = None
    most: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the limit holds."""
        if self.ratio is not None and self.floor is not None:
            return self.value <= self.ratio * self.floor
        return self.most is None or self.value <= self.most

    def cells(self) -> tuple[str, ...]:
        """Return the row of this measure."""
        times = f"{self.value / self.floor:.2f}" if self.floor else ""
        limit = (
            f"{self.ratio:g} × floor"
            if self.ratio
            else ""
            if self.most is None
            else f"{self.most:g} {self.unit}".strip()
        )
        verdict = "" if not limit else "holds" if self.holds else "BROKEN"
        return (
            self.name,
            self._measured(self.value),
            "" if self.floor is None else self._measured(self.floor),
            times,
            limit,
            verdict,
        )

    def _measured(self, value: float) -> str:
        digits = 0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2
        return f"{value:,.{digits}f} {self.unit}".strip()


def show(results: list[Result]) -> None:
    """Print the table."""
    table = Table(*HEAD, title="Placeboard against its floor")
    for result in results:
        table.add_row(*result.cells(), style=None if result.holds else "bold red")
    Console().print(table)


def write(path: Path, results: list[Result], files: dict[str, int], rounds: int) -> None:
    """Write the table and the bytes of the first visit by file as a page of the documentation."""
    by_size = sorted(files.items(), key=lambda item: -item[1])
    page = PAGE.format(
        table=_markdown(HEAD, [result.cells() for result in results]),
        when=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        rounds=rounds,
        machine=f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        versions=f"Python {platform.python_version()}, Dash {version('dash')}, DuckDB {version('duckdb')}",
        files=_markdown(("File", "kB"), [(name, f"{size / 1000:.1f}") for name, size in by_size]),
    )
    path.write_text(page, encoding="utf-8")


def _markdown(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    every = (head, ("---",) + ("---:",) * (len(head) - 1), *rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in every)
