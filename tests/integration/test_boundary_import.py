"""Boundaries as an import: previewed, kept as received, built into a release, replaced whole, credited."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.ingest.build import build_release, up_to_date
from dashboard.ingest.imports import Boundaries, apply, kept_imports, preview
from dashboard.ingest.imports import boundaries as importer
from dashboard.store import Store
from tests.boundaries import KNOWN, SAMPLE, feature, square, three, write
from tests.conftest import DATA, MadeUpData
from tests.unit.test_cli import Run, run

__all__ = ["run"]

AREAS = "area_code,name,kind,parent_code,valid_until,note\n" + "".join(
    f"{code},Part {code[-3:]},district,,,\n" for code in KNOWN
)
SUCCESSORS = f"area_code,successor_code,successor_name\n{KNOWN[2]},E06000099,Greater Part\n"


@pytest.fixture
def data(made_up_data: MadeUpData) -> Path:
    """Made-up data with three districts, the third of which became part of another."""
    made_up_data.write("area.csv", AREAS, sealed=False)
    made_up_data.write("area_successor.csv", SUCCESSORS, sealed=False)
    check = "checks/boundary_is_of_an_area_we_know.sql"
    made_up_data.write(check, (DATA / check).read_text(encoding="utf-8"), sealed=False)
    return made_up_data.path


def ask(home: Path, sql: str) -> list[tuple[Any, ...]]:
    store = Store(home)
    try:
        return store.table(sql)[1]
    finally:
        store.close()


def request_of(folder: Path, *features: Any) -> Boundaries:
    return Boundaries(write(folder / "b.geojson", features or three()), "GIS officer")


def test_a_preview_says_what_would_be_kept_and_stores_nothing(data: Path, tmp_path: Path, home: Path) -> None:
    found = preview(request_of(tmp_path), data, home)
    assert (found.state, found.problems, found.applicable) == ("new", [], True)
    assert [(one.number, one.title, one.change) for one in found.changes] == [
        (code, f"Part {code[-3:]}", "added") for code in KNOWN
    ]
    assert found.changes[0].details == ["5 points"]
    assert "import it again with --attribution" in found.remarks[-1]
    assert not home.exists()


def test_applying_keeps_the_file_as_received_and_its_credit(data: Path, tmp_path: Path, home: Path) -> None:
    request = replace(request_of(tmp_path), attribution="Source: Nobody. Open.")
    assert apply(request, data, home).release is not None
    kept = home / "imports" / "import-boundaries"
    assert (kept / "received" / "b.geojson").read_bytes() == request.file.read_bytes()
    assert ask(
        home, "SELECT rights, status, line_count FROM source WHERE source_id = 'import-boundaries'"
    ) == [("Source: Nobody. Open.", "import", 3)]
    assert ask(home, "SELECT kind, imported_by, arguments FROM imported_file") == [
        ("boundaries", "GIS officer", "--attribution Source: Nobody. Open.")
    ]
    assert ask(home, "SELECT count(*), count(DISTINCT area_code) FROM boundary_ring") == [(3, 3)]
    assert up_to_date(data, home)
    assert [row["contents"] for row in kept_imports(home)] == ["boundaries"]
    again = apply(request, data, home)
    assert (again.preview.state, again.release) == ("same", None)


def test_another_file_takes_the_place_of_the_first_and_can_be_taken_back(
    data: Path, tmp_path: Path, home: Path
) -> None:
    first = request_of(tmp_path)
    apply(first, data, home)
    other = tmp_path / "other"
    other.mkdir()
    second = request_of(other, feature(KNOWN[0], square(1)), feature("E06000099", square(2)))
    found = apply(second, data, home).preview
    assert found.state == "replacement"
    assert [(one.number, one.change) for one in found.changes] == [
        (KNOWN[0], "replaced"),
        ("E06000099", "added"),
        (KNOWN[1], "removed"),
        (KNOWN[2], "removed"),
    ]
    assert ask(home, "SELECT area_code FROM boundary ORDER BY 1") == [("E06000099",), (KNOWN[0],)]
    assert found.changes[1].title == "Greater Part"
    assert any((home / "imports" / ".replaced").iterdir())
    apply(first, data, home)
    assert ask(home, "SELECT count(*) FROM boundary") == [(3,)]
    build_release(data, home)
    assert ask(home, "SELECT count(*) FROM boundary") == [(3,)]


def test_the_same_file_with_another_credit_is_stored_again(data: Path, tmp_path: Path, home: Path) -> None:
    request = request_of(tmp_path)
    apply(request, data, home)
    found = preview(replace(request, attribution="Source: Nobody."), data, home)
    assert found.state == "replacement"


def test_with_a_problem_nothing_is_stored(data: Path, tmp_path: Path, home: Path) -> None:
    request = request_of(tmp_path, feature(KNOWN[0], geometry=None))
    applied = apply(request, data, home)
    assert applied.release is None
    assert [problem.found for problem in applied.preview.problems] == ["no geometry"]
    assert not (home / "imports").exists()


@pytest.mark.parametrize(
    ("by", "name", "said"),
    [("", "b.geojson", "no name of who imports"), ("GIS", "none.geojson", "the path of a GeoJSON file")],
)
def test_what_cannot_be_taken_in_is_said(
    data: Path, tmp_path: Path, home: Path, by: str, name: str, said: str
) -> None:
    write(tmp_path / "b.geojson", three())
    (problem,) = preview(Boundaries(tmp_path / name, by), data, home).problems
    assert said in problem.sentence


def test_a_huge_file_is_refused_before_it_is_read(
    data: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "MOST_BYTES", 100)
    (problem,) = preview(request_of(tmp_path), data, home).problems
    assert "at most" in problem.allowed


def test_the_command_previews_applies_and_answers_programs(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(data))
    file = str(write(tmp_path / "b.geojson", [feature(KNOWN[0], properties={"code": KNOWN[0]})]))
    status, _, said = run("import", "boundaries", file, "--by", "GIS")
    assert status == 1
    assert "--code-column NAME: code" in " ".join(said.split())
    status, out, _ = run("import", "boundaries", file, "--code-column", "code", "--by", "GIS", "--json")
    assert status == 0
    assert json.loads(out)["changes"][0]["number"] == KNOWN[0]
    told = ("--code-column", "code", "--attribution", "Source:  Nobody.", "--by", "GIS", "--apply")
    status, _, said = run("import", "boundaries", file, *told)
    assert status == 0
    assert "Stored import-boundaries" in said
    _, out, _ = run("import", "list", "--json")
    assert json.loads(out)[0]["arguments"] == "--code-column code --attribution Source: Nobody."


@pytest.mark.skipif(not SAMPLE.exists(), reason=f"the sample of real boundaries is not at {SAMPLE}")
def test_the_real_boundaries_cover_every_living_district(tmp_path: Path) -> None:
    found = preview(Boundaries(SAMPLE, "GIS officer"), DATA, tmp_path / "home")
    assert found.problems == []
    codes = {one.number for one in found.changes}
    assert len(codes) == 17
    assert {"E07000027", "E07000031"}.isdisjoint(codes)
    assert "E06000064" in codes
