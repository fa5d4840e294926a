"""Bad input is refused row by row, in words an officer can act on, and what is published stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.errors import BuildError
from dashboard.ingest.build import build_release
from dashboard.store import Store
from dashboard.store.pointer import current_release
from tests.conftest import BUDGET_LINES, MadeUpData

Spoil = Callable[[MadeUpData], object]

GOOD = "do_nothing,in_year,In-year deficit,all,2019/20,-10,(10),11,Table 1,printed"
BUDGET = "sources/made-up/budget_line.csv"
HEADER = BUDGET_LINES.splitlines()[0]
CORRECTION = "source_id,source_line,printed,reading,reason,decided_by,kind,check_name,subject\n"


def rows(*wrong: str) -> Spoil:
    """Return what puts the rows `wrong` below a good one, so that the first of them is row 3."""
    return lambda data: data.budget(GOOD, *wrong)


def replaced(old: str, new: str) -> str:
    """Return a row for the next year with one thing wrong."""
    return GOOD.replace("2019/20", "2020/21").replace(old, new)


def edited_without_manifest(data: MadeUpData) -> None:
    data.write(BUDGET, BUDGET_LINES.replace("-10", "-11"), sealed=False)


def not_utf8(data: MadeUpData) -> None:
    (data.source / "budget_line.csv").write_bytes(
        f"{HEADER}\n{GOOD}\n".replace("deficit", "d\xe9ficit").encode("latin-1")
    )
    data.write(BUDGET.replace("budget_line", "uplift"), "x\n")


def folder_among_files(data: MadeUpData) -> None:
    (data.source / "uplift.csv").mkdir()


def missing_file(data: MadeUpData) -> None:
    (data.source / "budget_line.csv").unlink()


def missing_manifest(data: MadeUpData) -> None:
    (data.source / "source.toml").unlink()


def manifest(old: str, new: str) -> Spoil:
    """Return what replaces a part of the manifest."""

    def spoil(data: MadeUpData) -> None:
        path = data.source / "source.toml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return spoil


def figure_too_large(data: MadeUpData) -> None:
    data.budget(GOOD, replaced("-10,(10),11", "2000000,2000000,12"))


def stale_correction(data: MadeUpData) -> None:
    data.write(
        "correction.csv", f"{CORRECTION}made-up,11,(10),11,No reason.,us,misprint,figure_is_small,in_year\n"
    )


CASES: dict[str, tuple[Spoil, list[str]]] = {
    "edited without its manifest": (
        edited_without_manifest,
        ["budget_line.csv was edited without its manifest", "placeboard sources seal made-up"],
    ),
    "not in the manifest": (
        lambda data: data.write("sources/made-up/uplift.csv", "x\n", sealed=False),
        ["uplift.csv is not in its manifest"],
    ),
    "in the manifest only": (missing_file, ["budget_line.csv is in the manifest but not in the folder"]),
    "no manifest": (missing_manifest, ["made-up has no source.toml"]),
    "manifest is no TOML": (manifest("title =", "title"), ["source.toml: "]),
    "manifest lacks something": (
        manifest("publisher =", "printer ="),
        ["source.toml: publisher: Field required"],
    ),
    "empty cell that must be filled": (
        rows(replaced("(10)", "")),
        ["budget_line.csv, row 3", "NOT NULL", "printed"],
    ),
    "value outside its rule": (rows(replaced("do_nothing", "do_less")), ["budget_line.csv, row 3", "CHECK"]),
    "line before the first": (rows(replaced(",11,", ",0,")), ["budget_line.csv, row 3", "CHECK"]),
    "same key twice": (rows(GOOD), ["budget_line.csv, row 3", "uplicate key"]),
    "unknown status": (
        rows(replaced("printed", "guessed")),
        ["budget_line.csv, row 3, status: expected", "extrapolated", "found 'guessed'"],
    ),
    "no number": (
        rows(replaced("-10", "ten")),
        ["budget_line.csv, row 3, amount_gbp_m: expected DECIMAL(12,3); found 'ten'"],
    ),
    "cell too many": (rows(GOOD + ",more"), ["budget_line.csv, row 3: 11 cells where the header has 10"]),
    "cell too few": (rows("do_nothing,in_year"), ["budget_line.csv, row 3: 2 cells where the header has 10"]),
    "wrong header": (
        lambda data: data.write(BUDGET, BUDGET_LINES.replace("amount_gbp_m", "amount")),
        ["budget_line.csv: expected the columns", "amount_gbp_m", "found scenario"],
    ),
    "empty file": (lambda data: data.write(BUDGET, ""), ["budget_line.csv: expected the columns"]),
    "unknown table": (
        lambda data: data.write("sources/made-up/budget.csv", "a\n1\n"),
        ["the schema has no table budget. Rename the file or add the table"],
    ),
    "not UTF-8": (not_utf8, ["budget_line.csv", "Save it as UTF-8 CSV"]),
    "unreadable file": (folder_among_files, ["uplift.csv", "Check that you may read it"]),
    "total that no longer adds": (
        figure_too_large,
        ["figure_is_small: made-up, line 12, in_year, printed '2000000': It is above a million."],
    ),
    "correction of nothing": (
        stale_correction,
        [
            "data/correction.csv: made-up, line 11, in_year, printed '(10)'",
            "the check figure_is_small finds no such failure",
        ],
    ),
    "check without a promise": (
        lambda data: data.write("checks/bare.sql", "SELECT 1", sealed=False),
        ["bare.sql: the first line must be `-- promise: ` and one sentence"],
    ),
    "check that cannot run": (
        lambda data: data.write(
            "checks/broken.sql", "-- promise: None.\nSELECT * FROM nowhere", sealed=False
        ),
        ["broken: Catalog Error: Table with name nowhere does not exist"],
    ),
    "schema that cannot run": (
        lambda data: data.write("schema/999_wrong.sql", "CREATE TABEL x (a INTEGER);", sealed=False),
        ["999_wrong.sql: Parser Error"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_build_says_what_is_wrong_and_leaves_what_is_served(
    case: str, made_up_data: MadeUpData, small_store: Store
) -> None:
    spoil, expected = CASES[case]
    served = small_store.release_id
    spoil(made_up_data)
    with pytest.raises(BuildError) as caught:
        build_release(made_up_data.path, small_store.home)
    problems = "\n".join(caught.value.problems)
    assert all(text in problems for text in expected), problems
    assert small_store.release_id == served
    assert current_release(small_store.home).stem == served
    assert [path.stem for path in (small_store.home / "releases").iterdir()] == [served]
    assert small_store.table("SELECT count(*) FROM fact")[1] == [(3,)]


def test_every_wrong_row_of_every_file_is_listed_at_once(made_up_data: MadeUpData, home: Path) -> None:
    made_up_data.write("place.csv", "name,council\nNowhere,None\n", sealed=False)
    made_up_data.budget(GOOD, replaced("-10", "ten"), replaced("printed", "guessed"))
    with pytest.raises(BuildError) as caught:
        build_release(made_up_data.path, home)
    assert [problem.split("/")[-1].split(":")[0] for problem in caught.value.problems] == [
        "place.csv",
        "budget_line.csv, row 3, amount_gbp_m",
        "budget_line.csv, row 4, status",
    ]


def test_a_long_list_of_wrong_rows_is_cut(made_up_data: MadeUpData, home: Path) -> None:
    made_up_data.budget(*[GOOD] * 80)
    with pytest.raises(BuildError) as caught:
        build_release(made_up_data.path, home)
    assert len(caught.value.problems) == 50


@pytest.mark.parametrize("missing", ["everything", "schema", "sources"])
def test_a_folder_that_is_not_the_data_folder_is_named(
    missing: str, made_up_data: MadeUpData, tmp_path: Path, home: Path
) -> None:
    data = tmp_path / "nowhere" if missing == "everything" else made_up_data.path
    if missing != "everything":
        (data / missing).rename(tmp_path / "away")
    with pytest.raises(BuildError) as caught:
        build_release(data, home)
    assert "Set PLACEBOARD_DATA to the data folder of the project" in caught.value.problems[0]
    assert not home.exists()


def test_a_home_that_cannot_be_written_is_named(made_up_data: MadeUpData, home: Path) -> None:
    home.write_text("a file where the folder should be")
    with pytest.raises(BuildError, match="cannot be written") as caught:
        build_release(made_up_data.path, home)
    assert "set PLACEBOARD_HOME to another folder" in caught.value.problems[0]
