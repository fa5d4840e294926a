"""Files are whole or not there."""

from pathlib import Path

import pytest

from dashboard.errors import PlaceboardError
from dashboard.exports.aside import written_aside


def test_a_file_takes_its_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "pack.html"
    path.write_text("old", encoding="utf-8")
    with written_aside(path) as part:
        part.write_text("new", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), written_aside(tmp_path / "pack.html") as part:
        part.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_written_the_way_out_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(PlaceboardError, match="--output"),
        written_aside(tmp_path / "no" / "pack.html") as part,
    ):
        part.write_text("x", encoding="utf-8")
