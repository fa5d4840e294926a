"""The tables of a download as Parquet files, which are small and quick to load into a release."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

TABLES = ("indicator", "indicator_area", "indicator_value", "indicator_comparison")
# What DuckDB may hold in memory; beyond it, it works on disk beside the staging file.
MEMORY = "300MB"


def write_parquet(staging: Path, folder: Path) -> None:
    """Write each table of `staging` to a file of its own in `folder`, its rows in their order."""
    with duckdb.connect(str(staging), read_only=True, config={"memory_limit": MEMORY}) as connection:
        for name in TABLES:
            connection.execute(f"COPY {name} TO {_text(folder / name)} (FORMAT parquet, COMPRESSION zstd)")


def load_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Add the tables in `folder` to those of `connection`; its indicators replace what was loaded of them.

    An indicator is replaced as a whole, so that its comparisons stay those of its own figures. Areas of
    earlier downloads stay.
    """
    fresh = f"SELECT indicator_id FROM {_text(folder / TABLES[0])}"  # noqa: S608 - our own file
    for name in ("indicator_comparison", "indicator_value", "indicator"):
        connection.execute(f"DELETE FROM {name} WHERE indicator_id IN ({fresh})")  # noqa: S608 - our own names
    for name in TABLES:
        connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM {_text(folder / name)}")  # noqa: S608 - our own file


def parquet_folders(folders: Sequence[Path]) -> list[Path]:
    """Return those of the import folders that hold a download of indicators."""
    return [folder for folder in folders if (folder / f"{TABLES[0]}.parquet").is_file()]


def indicators_in(folder: Path) -> list[int]:
    """Return the number of every indicator that the download in `folder` holds; none where it holds none."""
    if not parquet_folders([folder]):
        return []
    with duckdb.connect() as connection:
        return [
            number
            for (number,) in connection.execute(
                f"SELECT indicator_id FROM {_text(folder / TABLES[0])} ORDER BY 1"  # noqa: S608 - our own file
            ).fetchall()
        ]


def _text(path: Path) -> str:
    """Return a Parquet file as a text of SQL."""
    return "'" + f"{path}.parquet".replace("'", "''") + "'"
