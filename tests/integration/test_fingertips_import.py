"""Indicators as an import: previewed, kept as received, built into a release, replaced whole."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.errors import BuildError
from dashboard.ingest.build import build_release, up_to_date
from dashboard.ingest.imports import Fingertips, apply, preview
from dashboard.store import Store
from tests.conftest import MadeUpData
from tests.fingertips import METADATA_HEADER, described, row, write_rows
from tests.outcomes import made_up_files
from tests.unit.test_cli import Run, run

__all__ = ["run"]


def ask(home: Path, sql: str) -> list[tuple[Any, ...]]:
    store = Store(home)
    try:
        return store.table(sql)[1]
    finally:
        store.close()


def request_of(folder: Path, name: str = "first") -> Fingertips:
    values, metadata = made_up_files(folder)
    return Fingertips(values, metadata, name, "public health")


def test_a_preview_says_what_each_indicator_adds_and_stores_nothing(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    steps: list[str] = []
    found = preview(request_of(tmp_path), made_up_data.path, home, lambda step, *_: steps.append(step))
    assert (found.state, found.problems, found.refusals, found.applicable) == ("new", [], [], True)
    assert [(one.number, one.title, one.change) for one in found.changes] == [
        ("1", "Things, described", "added"),
        ("2", "Scores", "added"),
        ("3", "Bare", "added"),
    ]
    assert found.changes[0].details == ["69 values for 12 areas, 2018 to 2022"]
    assert "Indicator 3, Bare, is not in the metadata" in " ".join(found.remarks)
    assert not home.exists()
    assert {"read", "checked", "trends"} <= set(steps)


def test_applying_keeps_the_file_as_received_and_publishes_its_figures(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    request = request_of(tmp_path)
    applied = apply(request, made_up_data.path, home)
    assert applied.release is not None
    kept = home / "imports" / "import-fingertips-first"
    assert (kept / "received" / "download.csv").read_bytes() == request.file.read_bytes()
    assert (kept / "received" / "metadata" / "metadata.csv").exists()
    assert ask(home, "SELECT count(*), any_value(source_id) FROM indicator_value") == [
        (92, "import-fingertips-first")
    ]
    assert ask(home, "SELECT kind, contents, imported_by FROM imported_file") == [
        ("fingertips", "indicators, first", "public health")
    ]
    assert ask(home, "SELECT status, line_count FROM source WHERE source_id LIKE 'import%'") == [
        ("import", 93)
    ]
    assert up_to_date(made_up_data.path, home)
    again = apply(request, made_up_data.path, home)
    assert (again.preview.state, again.release) == ("same", None)


def test_a_later_download_replaces_each_of_its_indicators_whole(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    apply(request_of(tmp_path), made_up_data.path, home)
    file = write_rows(tmp_path / "later.csv", [row(2023, 7)])
    later = Fingertips(file, None, "later", "public health")
    found = preview(later, made_up_data.path, home)
    assert [(one.number, one.change) for one in found.changes] == [("1", "replaced")]
    assert found.changes[0].details[1] == "takes the place of what import-fingertips-first holds of it"
    apply(later, made_up_data.path, home)
    held = "SELECT indicator_id, count(*), any_value(source_id) FROM indicator_value GROUP BY 1 ORDER BY 1"
    assert [row[:2] for row in ask(home, held)] == [(1, 1), (2, 12), (3, 11)]
    assert ask(home, held)[0][2] == "import-fingertips-later"
    assert ask(home, "SELECT count(*) FROM indicator_comparison WHERE indicator_id = 1") == [(0,)]


def test_another_file_of_the_same_name_says_what_leaves(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    apply(request_of(tmp_path), made_up_data.path, home)
    file = write_rows(tmp_path / "other.csv", [row(2023, 7)])
    metadata = write_rows(tmp_path / "other-metadata.csv", [described()], METADATA_HEADER)
    found = preview(Fingertips(file, metadata, "first", "public health"), made_up_data.path, home)
    assert found.state == "replacement"
    assert [(one.number, one.change) for one in found.changes] == [
        ("1", "replaced"),
        ("2", "removed"),
        ("3", "removed"),
    ]


def test_with_other_metadata_the_same_file_is_another_import(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    request = request_of(tmp_path)
    apply(request, made_up_data.path, home)
    assert request.metadata is not None
    request.metadata.write_text(
        request.metadata.read_text(encoding="utf-8").replace("Low is good", "High is good"), encoding="utf-8"
    )
    assert preview(request, made_up_data.path, home).state == "replacement"
    assert preview(replace(request, metadata=None), made_up_data.path, home).state == "replacement"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "Not A Name"}, "small letters, digits and _"),
        ({"by": " "}, "no name of who imports"),
        ({"file": Path("nowhere.csv")}, "no such file"),
        ({"metadata": Path("nowhere.csv")}, "no such file"),
    ],
)
def test_what_is_asked_wrongly_is_a_problem(
    made_up_data: MadeUpData, tmp_path: Path, home: Path, changes: dict[str, Any], words: str
) -> None:
    found = preview(replace(request_of(tmp_path), **changes), made_up_data.path, home)
    assert words in " ".join(problem.sentence for problem in found.problems)
    assert not found.applicable


def test_every_fault_of_the_file_is_said_and_nothing_is_stored(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    rows = [row(2020, 1), row(2021, 2, Sex="Nobody"), row(2022, 3, Count="many")]
    file = write_rows(tmp_path / "bad.csv", rows)
    applied = apply(Fingertips(file, None, "bad", "public health"), made_up_data.path, home)
    assert applied.release is None
    assert len(applied.preview.refusals) == 2
    assert not (home / "imports").exists()


def test_a_kept_file_that_was_changed_stops_the_build(
    made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    apply(request_of(tmp_path), made_up_data.path, home)
    kept = home / "imports" / "import-fingertips-first" / "indicator_value.parquet"
    kept.write_bytes(b"PAR1 no more")
    with pytest.raises(BuildError, match="manifest") as stopped:
        build_release(made_up_data.path, home)
    assert "import the file as received again" in " ".join(stopped.value.problems)


def test_the_command_looks_and_stores(
    run: Run, made_up_data: MadeUpData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(made_up_data.path))
    values, metadata = made_up_files(tmp_path)
    request = ("import", "fingertips", str(values), "--metadata", str(metadata))
    status, out, err = run(*request)
    assert (status, "Things, described" in out) == (0, True)
    assert "This was a preview; nothing was stored." in err
    status, _, err = run(*request, "--apply", "--by", "public health")
    assert (status, "Stored import-fingertips-download and published" in err) == (0, True)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("--area", "no code!", "--indicators", "1"), "is no code of an area"),
        (("--area", "E10000017", "--indicators", "1,two"), "two: expected numbers"),
    ],
)
def test_a_question_that_makes_no_sense_is_wrong_usage(run: Run, told: tuple[str, ...], words: str) -> None:
    status, _, err = run("fetch", "fingertips", *told)
    assert (status, words in err) == (2, True)
