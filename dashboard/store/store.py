"""Read the current release: one connection a process, a cursor per call."""

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar, cast

import duckdb

from dashboard.errors import QueryError, StoreError
from dashboard.store.pointer import BUILD_HINT, current_release

# Given when the file is opened: a second handle on the same file shares these settings, and they are locked.
READ_ONLY = {"threads": "1", "enable_external_access": "false", "lock_configuration": "true"}

log = logging.getLogger(__name__)


class Row(Protocol):
    """A dataclass whose fields are the columns of a query."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=Row)


class Store:
    """The current release, read only; a newly published release is picked up at the next question.

    With `release` it is that file, whatever is published.
    """

    def __init__(self, home: Path, release: Path | None = None) -> None:
        self.home = home
        self._release = release
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._stamp: tuple[int, int] | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def release_id(self) -> str:
        """Name of the release that questions are answered from now."""
        self._connect()
        return cast(Path, self._path).stem

    def rows(self, sql: str, row: type[R], **parameters: object) -> list[R]:
        """Return one `row` per row that `sql` answers; `$name` in `sql` takes the parameter `name`.

        Raises:
            StoreError: no release can be read.
        """
        names, records = self.table(sql, parameters)
        expected = _field_names(row)
        if tuple(names) != expected:
            raise QueryError(
                f"{row.__name__} expects the columns {', '.join(expected)}; "
                f"the query answers {', '.join(names)}."
            )
        return [row(*record) for record in records]

    def table(
        self, sql: str, parameters: Mapping[str, Any] | None = None
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Return the column names and the rows that `sql` answers.

        Raises:
            QueryError: DuckDB refuses the statement.
            StoreError: no release can be read.
        """
        cursor = self._connect().cursor()
        try:
            cursor.execute(sql, dict(parameters or {}))
            names = [column[0] for column in cursor.description or []]
            return names, cursor.fetchall()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        finally:
            cursor.close()

    def limited(self, sql: str, seconds: float) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Answer one `sql` statement from outside, interrupted after `seconds`.

        Raises:
            QueryError: the statement is wrong, tries to write, or takes too long.
        """
        cursor = self._connect().cursor()
        late = threading.Event()

        def stop() -> None:
            late.set()
            cursor.interrupt()

        timer = threading.Timer(seconds, stop)
        timer.start()
        try:
            cursor.execute(sql)
            return [column[0] for column in cursor.description or []], cursor.fetchall()
        except duckdb.Error as error:
            if late.is_set():
                raise QueryError(
                    f"The question took longer than {seconds:g} s and was stopped. "
                    "Ask for less, or add LIMIT."
                ) from None
            raise QueryError(str(error)) from error
        finally:
            timer.cancel()
            cursor.close()

    def close(self) -> None:
        """Let go of the release; the next question opens it again. A process must do this before it forks."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._path = self._stamp = None
        # Importing DuckDB opens a database in memory, with a thread that no fork would take along.
        duckdb.close()

    def _connect(self) -> duckdb.DuckDBPyConnection:
        stamp = self._pointer_stamp()
        with self._lock:
            if self._connection is None:
                self._path = self._release or current_release(self.home)
                self._connection = _open(self._path)
            elif stamp != self._stamp:
                self._follow_pointer(self._path)
            self._stamp = stamp
            return self._connection

    def _follow_pointer(self, served: Path | None) -> None:
        """Move to the release the pointer names; keep the one being served when that cannot be read."""
        try:
            path = current_release(self.home)
            if path != served:
                self._connection = _open(path)
                self._path = path
        except StoreError as error:
            log.warning("Still serving %s: %s", served, error)

    def _pointer_stamp(self) -> tuple[int, int] | None:
        if self._release:
            return None
        try:
            state = (self.home / "current").stat()
        except OSError:
            return None
        return state.st_mtime_ns, state.st_ino


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(path), read_only=True, config=dict(READ_ONLY))
        connection.execute("SELECT release_id FROM release").fetchone()
    except duckdb.Error as error:
        raise StoreError(f"The release {path} cannot be read: {_first_line(error)} {BUILD_HINT}") from error
    return connection


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") + "."


@lru_cache(maxsize=256)
def _field_names(row: type[Any]) -> Sequence[str]:
    return tuple(field.name for field in fields(row))
