"""The import and template commands: what they answer, what they complain of, how they end."""

import csv
import getpass
import json
from pathlib import Path

import openpyxl
import pytest

from dashboard.ingest.build import build_release
from dashboard.store.pointer import current_release
from tests.sheets import (
    OPTION_HEADINGS,
    RISK_HEADINGS,
    copy_register_data,
    option,
    risk,
    write_csv,
    write_workbook,
)
from tests.unit.test_cli import Run, run

__all__ = ["run"]

OPTIONS = ("import", "savings-options")
REGISTER = ("import", "risk-register")
QUARTER = ("--register", "lcc-corporate", "--quarter", "2019/20-Q4")


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data with the register as its one document."""
    return copy_register_data(tmp_path_factory.mktemp("commands") / "data")


@pytest.fixture
def place(run: Run, small_data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command on that data, in a folder of the test's own."""
    monkeypatch.setenv("PLACEBOARD_DATA", str(small_data))
    monkeypatch.chdir(tmp_path)
    return run


def options(path: Path, separator: str = ",") -> str:
    rows = [option("SC1"), option("SC2", Net_budget="7.000")]
    return str(write_csv(path / "o.csv", rows, OPTION_HEADINGS, separator=separator))


def test_a_preview_shows_what_would_happen_and_stores_nothing(place: Run, tmp_path: Path, home: Path) -> None:
    status, out, err = place(*OPTIONS, options(tmp_path, ";"), "--programme", "2020/21", "--dry-run")
    assert status == 0
    assert out.startswith("2020/21, from o.csv (new)\n  The file is separated by semicolons.\n")
    assert "SC1     Save on SC1  added" in out
    assert "savings_net_is_gross_less_income" in out
    assert err == "This was a preview; nothing was stored. --apply stores it.\n"
    assert not home.exists()


def test_apply_stores_publishes_and_says_so_and_twice_is_said_plainly(
    place: Run, tmp_path: Path, home: Path, small_data: Path
) -> None:
    request = (*OPTIONS, options(tmp_path), "--programme", "2020/21", "--apply", "--by", "finance")
    status, _, err = place(*request)
    assert status == 0
    assert f"Stored import-savings-2020-21 and published {current_release(home).stem}." in err
    status, out, err = place(*request, "--json")
    assert (status, json.loads(out)["state"], json.loads(out)["published"]) == (0, "same", None)
    assert "This file is stored already as import-savings-2020-21; nothing is left to do." in err
    status, out, _ = place("import", "list", "--json")
    (kept,) = json.loads(out)
    assert (kept["file_name"], kept["imported_by"], kept["contents"]) == ("o.csv", "finance", "2020/21")
    assert "o.csv" in place("import", "list")[1]
    assert json.loads(place("check", "--json")[1])["rows"]["source"] == 2


def test_every_problem_is_listed_and_answered_to_programs(place: Run, tmp_path: Path) -> None:
    rows = [risk("CR1", "", Kind="hazard"), risk("CR2", "People", Current_score=7)]
    path = write_workbook(tmp_path / "q4.xlsx", rows)
    status, out, err = place(*REGISTER, str(path), *QUARTER, "--apply", "--json")
    assert status == 1
    assert [(problem["row"], problem["column"]) for problem in json.loads(out)["problems"]] == [
        (2, "Kind"),
        (2, "Title"),
        (3, "Current score"),
    ]
    assert (
        "Nothing was stored.\n  q4.xlsx, sheet Risks, row 2, Kind: found “hazard”; allowed: one of risk"
        in err
    )


def test_matches_must_be_decided_before_anything_is_stored(place: Run, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "q4.xlsx", [risk("CR1", "A pandemic"), risk("CR2", "Floods")])
    status, out, err = place(*REGISTER, str(path), *QUARTER)
    assert status == 0
    assert "Matched with the quarter before" in out
    assert "Closed" in out
    status, _, err = place(*REGISTER, str(path), *QUARTER, "--apply", "--match", "CR1=new")
    assert status == 1
    assert "Nothing was stored. Not decided yet: CR2; --match NUMBER=RISK_ID or --accept-matches.\n" in err
    status, _, err = place(
        *REGISTER, str(path), *QUARTER, "--apply", "--match", "CR1=core_systems", "--accept-matches"
    )
    assert (status, "Stored import-lcc-corporate-2019-20-q4" in err) == (0, True)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [(["CR1"], "--match CR1 is not NUMBER=RISK_ID"), (["CR1=a", "CR1=b"], "--match says two things of CR1")],
)
def test_a_match_that_says_nothing_is_wrong_usage(place: Run, told: list[str], sentence: str) -> None:
    matches = [part for text in told for part in ("--match", text)]
    status, _, err = place(*REGISTER, "q4.xlsx", *QUARTER, *matches)
    assert (status, sentence in err) == (2, True)


def test_who_imports_must_be_known(place: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", unknown)
    status, _, err = place(*OPTIONS, options(tmp_path), "--programme", "2020/21")
    assert status == 1
    assert "found no name of who imports; allowed: a post or a user name: --by NAME." in err


def test_nothing_imported_is_said(place: Run) -> None:
    assert place("import", "list") == (0, "", "Nothing has been imported.\n")


def test_a_template_can_be_filled_in_and_imported(place: Run, tmp_path: Path) -> None:
    assert place("template", "risk-register") == (0, "Wrote risk-register.xlsx.\n", "")
    book = openpyxl.load_workbook("risk-register.xlsx")
    assert book.sheetnames == ["Risks", "Notes", "Lists"]
    sheet = book["Risks"]
    assert [cell.value for cell in sheet[1]] == RISK_HEADINGS
    lists = {str(one.sqref).split("2:")[0]: one for one in sheet.data_validations.dataValidation}
    assert sorted(lists) == ["B", "K", "L", "N", "O", "P"]
    assert lists["B"].formula1 == "Lists!$B$1:$B$2"
    assert [cell.value for cell in book["Lists"]["K"][:5]] == ["1", "2", "3", "4", "5"]
    assert lists["B"].showErrorMessage and not lists["P"].showErrorMessage
    assert [row[0].value for row in book["Notes"].iter_rows(min_row=2)] == RISK_HEADINGS
    assert "never the name of a person" in str(book["Notes"]["B5"].value)
    for place_, heading in enumerate(RISK_HEADINGS, 1):
        sheet.cell(2, place_).value = risk("CR1", "A pandemic").get(heading)
    book.save("filled.xlsx")
    status, out, _ = place(*REGISTER, "filled.xlsx", *QUARTER, "--json")
    assert (status, json.loads(out)["problems"], json.loads(out)["remarks"]) == (0, [], [])


def test_a_template_of_options_names_the_years_of_the_programme(place: Run) -> None:
    place("template", "savings-options", "--programme", "2021-22", "--csv", "-o", "o.csv")
    with Path("o.csv").open(encoding="utf-8-sig", newline="") as handle:
        (headings,) = csv.reader(handle)
    assert headings[9:14] == [
        "Budget change 2021/22",
        "Budget change 2022/23",
        "Budget change 2023/24",
        "Budget change 2024/25",
        "Budget change total",
    ]
    assert place("template", "savings-options", "--programme", "2021/22")[0] == 0
    assert openpyxl.load_workbook("savings-options.xlsx")["Lists"]["D1"].value == "Adult social care"
    status, _, err = place("template", "savings-options", "--programme", "2021")
    assert (status, "allowed: a financial year such as 2020/21" in err) == (2, True)


def test_a_template_overwrites_nothing(place: Run, tmp_path: Path) -> None:
    Path("mine.csv").write_text("mine", encoding="utf-8")
    status, _, err = place("template", "risk-register", "--csv", "-o", "mine.csv")
    assert (status, err) == (1, "mine.csv is there already. Choose another name with -o.\n")
    assert Path("mine.csv").read_text(encoding="utf-8") == "mine"
    status, _, err = place("template", "risk-register", "-o", "none/mine.xlsx")
    assert (status, "none/mine.xlsx cannot be written: No such file or directory." in err) == (1, True)


def test_an_import_is_served_after_a_build(place: Run, tmp_path: Path, small_data: Path, home: Path) -> None:
    build_release(small_data, home)
    before = current_release(home)
    assert place(*OPTIONS, options(tmp_path), "--programme", "2020/21", "--apply")[0] == 0
    assert current_release(home) != before
    assert place("build")[0] == 0
    assert "import-savings-2020-21" in place("sources", "list")[1]
