"""An import is kept whole or not at all, and what it holds reaches the release with row and decision."""

import hashlib
import shutil
import textwrap
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.errors import BuildError
from dashboard.ingest.build import build_release, up_to_date
from dashboard.ingest.check import read_checks
from dashboard.ingest.imports import (
    Applied,
    RiskRegister,
    SavingsOptions,
    apply,
    kept_imports,
    preview,
    steps,
)
from dashboard.ingest.kept import import_folders
from dashboard.ingest.manifest import seal
from dashboard.store import Store
from dashboard.store.pointer import current_release
from tests.sheets import (
    DATA,
    OPTION_HEADINGS,
    PROGRAMME,
    REGISTER,
    YEARS,
    copy_register_data,
    option,
    register_rows,
    risk,
    write_csv,
    write_workbook,
)

Q4 = "2019/20-Q4"
SOURCE = "import-lcc-corporate-2019-20-q4"
SAVINGS = "import-savings-2020-21"


@pytest.fixture(scope="session")
def register_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data with one document, the register of the third quarter."""
    return copy_register_data(tmp_path_factory.mktemp("register") / "data")


@pytest.fixture(scope="session")
def register_home(register_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a release of that data; tests that write copy it."""
    home = tmp_path_factory.mktemp("register-home")
    build_release(register_data, home)
    return home


@pytest.fixture(scope="session")
def third_quarter(register_home: Path) -> list[dict[str, Any]]:
    """The register of the third quarter as rows of the layout."""
    store = Store(register_home)
    rows = register_rows(store)
    store.close()
    return rows


@pytest.fixture
def own_home(register_home: Path, tmp_path: Path) -> Path:
    """A home of the test's own, with the release."""
    return shutil.copytree(register_home, tmp_path / "home")


@pytest.fixture(scope="session")
def options_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three savings options, the second with something for the checks to find."""
    odd = {"Budget change 2020/21": "(0.250)*", "Budget change total": "TBC", "Notes": "* still to be agreed"}
    rows = [option("SC-1"), option("SC2", Net_budget="7.000", Consultation="unclear", **odd), option("SC3")]
    return write_workbook(
        tmp_path_factory.mktemp("options") / "options.xlsx", rows, OPTION_HEADINGS, "Options"
    )


@pytest.fixture(scope="session")
def options_home(
    register_data: Path, register_home: Path, options_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A home with those options imported."""
    home = shutil.copytree(register_home, tmp_path_factory.mktemp("options-home") / "home")
    published(apply(options(options_file), register_data, home))
    return home


@pytest.fixture
def own_options_home(options_home: Path, tmp_path: Path) -> Path:
    """A home of the test's own, with the options imported."""
    return shutil.copytree(options_home, tmp_path / "home")


def options(file: Path) -> SavingsOptions:
    return SavingsOptions(file, PROGRAMME, "finance")


def register(file: Path, quarter: str = Q4, **changes: Any) -> RiskRegister:
    return replace(RiskRegister(file, REGISTER, quarter, "risk officer"), **changes)


def tree(home: Path) -> dict[str, str]:
    """Return every file of a folder with its hash, and every empty folder."""
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in home.rglob("*")
        if path.name != "build.lock"
    }


def ask(home: Path, sql: str) -> list[tuple[Any, ...]]:
    store = Store(home)
    try:
        return store.table(sql)[1]
    finally:
        store.close()


def published(applied: Applied) -> Path:
    found = applied.preview
    assert applied.release, (found.problems, found.refusals, found.undecided)
    return applied.release


def test_the_stored_register_comes_back_the_same(
    register_data: Path, own_home: Path, tmp_path: Path, third_quarter: list[dict[str, Any]]
) -> None:
    file = write_workbook(tmp_path / "q4.xlsx", third_quarter)
    release = published(apply(register(file), register_data, own_home))
    assert current_release(own_home) == release
    said = (
        "SELECT risk_id, printed_id, kind, title, current_score, current_impact, current_likelihood, "
        "residual_score, residual_impact, residual_likelihood, owner, direction, risk_type, current_cell, "
        "residual_cell "
        "FROM risk_assessment WHERE quarter = '2019/20-Q{}' ORDER BY source_line"
    )
    before, after = ask(own_home, said.format(3)), ask(own_home, said.format(4))
    assert (len(after), after) == (17, before)
    statements = (
        "SELECT risk_id, field, sequence, summary FROM risk_statement "
        "WHERE quarter = '2019/20-Q{}' ORDER BY ALL"
    )
    assert ask(own_home, statements.format(4)) == ask(own_home, statements.format(3))


def test_a_quarter_that_moved_shows_what_became_of_each_risk(
    register_data: Path, own_home: Path, tmp_path: Path, third_quarter: list[dict[str, Any]]
) -> None:
    """One risk is closed, the one after it takes its number, one moves, one is new under an old number."""
    closed, renumbered, moved = third_quarter[1], third_quarter[2], third_quarter[3]
    rows = [
        third_quarter[0],
        {**renumbered, "Number": "CR2"},
        {**moved, "Current score": 12, "Current impact": 4, "Current likelihood": 3},
        *third_quarter[4:],
        risk("CR3", "A pandemic of influenza"),
    ]
    file = write_workbook(tmp_path / "q4.xlsx", rows)
    found = preview(register(file), register_data, own_home)
    states = {match.number: (match.state, match.decided) for match in found.matches}
    assert {number: state for number, state in states.items() if state != ("same", True)} == {
        "CR2": ("renumbered", False),
        "CR3": ("new", False),
    }
    scores = {match.number: (match.earlier_score, match.score) for match in found.matches}
    assert (scores["CR4"], scores["CR3"]) == ((16, 12), (None, 16))
    assert [entry.title for entry in found.closed] == [closed["Title"]]
    assert not found.applicable

    before = tree(own_home)
    assert apply(register(file), register_data, own_home).release is None
    assert tree(own_home) == before

    told = {"CR2": "children_statutory_duties", "CR3": "new"}
    published(apply(register(file, matches=told), register_data, own_home))
    by_quarter = ask(
        own_home,
        "SELECT risk_id, list(printed_id ORDER BY quarter), list(current_score ORDER BY quarter), count(*) "
        "FROM risk_assessment WHERE risk_id IN ('child_safeguarding', 'children_statutory_duties', "
        "'children_looked_after_demand', 'a_pandemic_of_influenza') GROUP BY ALL ORDER BY risk_id",
    )
    assert by_quarter == [
        ("a_pandemic_of_influenza", ["CR3"], [16], 1),
        ("child_safeguarding", ["CR2"], [16], 1),
        ("children_looked_after_demand", ["CR4", "CR4"], [16, 12], 2),
        ("children_statutory_duties", ["CR3", "CR2"], [16, 16], 2),
    ]
    decisions = ask(own_home, "SELECT decision, decided_by, count(*) FROM risk_match GROUP BY ALL ORDER BY 1")
    assert decisions == [("new", "risk officer", 1), ("same", "risk officer", 16)]


def test_each_figure_reaches_fact_with_its_row_and_the_text_as_received(options_home: Path) -> None:
    facts = ask(
        options_home,
        "SELECT source_line, locator, subject, measure, period, value, printed FROM fact "
        f"WHERE source_id = '{SAVINGS}' AND subject = 'sc2' "
        "AND (measure = 'budget_change' AND period = '2020/21' "
        "OR measure = 'budget_gross' OR measure = 'start_year') ORDER BY measure",
    )
    assert facts == [
        (3, "Sheet Options, row 3, Budget change", "sc2", "budget_change", "2020/21", -0.25, "(0.250)*"),
        (3, "Sheet Options, row 3, Gross budget", "sc2", "budget_gross", "2019/20", 8.064, "£8.064m"),
        (3, "Sheet Options, row 3, Start year", "sc2", "start_year", "2020/21", None, "2020/21"),
    ]
    assert ask(
        options_home, f"SELECT status, line_count, vintage FROM source WHERE source_id = '{SAVINGS}'"
    ) == [("import", 4, "Options from 2020/21")]
    names = ask(options_home, "SELECT option_id, programme FROM savings_option ORDER BY 1")
    assert names == [("sc2", "2020/21"), ("sc3", "2020/21"), ("sc_1", "2020/21")]


def test_the_file_as_received_is_kept_with_who_and_when(options_home: Path, options_file: Path) -> None:
    (kept,) = kept_imports(options_home)
    sha256 = hashlib.sha256(options_file.read_bytes()).hexdigest()
    said = (kept["source_id"], kept["file_name"], kept["sha256"], kept["imported_by"])
    assert said == (SAVINGS, "options.xlsx", sha256, "finance")
    (folder,) = import_folders(options_home)
    assert (folder / "received" / "options.xlsx").read_bytes() == options_file.read_bytes()
    assert ask(options_home, "SELECT sha256, contents, arguments FROM imported_file") == [
        (sha256, "2020/21", "--programme 2020/21")
    ]


def test_what_the_checks_find_is_stored_in_the_open_as_not_decided(
    register_data: Path, register_home: Path, options_home: Path, options_file: Path
) -> None:
    found = preview(options(options_file), register_data, register_home)
    checks = {finding.check: (finding.kind, finding.row, finding.printed) for finding in found.findings}
    assert checks["savings_net_is_gross_less_income"] == ("conflict", 3, "7.000")
    assert checks["savings_consultation_is_answered"] == ("gap", 3, "unclear")
    assert checks["savings_cells_are_known"] == ("gap", 3, "TBC")
    assert "savings_starred_cell_has_a_note" not in checks
    assert found.applicable
    corrections = ask(
        options_home,
        "SELECT reading, decided_by, kind FROM correction "
        "WHERE check_name = 'savings_net_is_gross_less_income'",
    )
    assert corrections == [("not decided", "finance", "conflict")]
    assert ask(options_home, "SELECT count(*) FROM check_result WHERE NOT passed") == [(0,)]


def test_the_same_file_twice_is_stored_once(
    register_data: Path, own_options_home: Path, options_file: Path
) -> None:
    before = tree(own_options_home)
    again = apply(options(options_file), register_data, own_options_home)
    assert (again.preview.state, again.release) == ("same", None)
    assert tree(own_options_home) == before
    later = preview(replace(options(options_file), programme="2021/22"), register_data, own_options_home)
    assert any("as the first year" in problem.found for problem in later.problems)


def test_another_file_for_the_same_programme_replaces_the_first_and_loses_nothing(
    register_data: Path, own_options_home: Path, options_file: Path, tmp_path: Path
) -> None:
    rows = [option("SC-1"), option("SC3", Net_budget="7.000"), option("SC4")]
    second = options(write_csv(tmp_path / "b.csv", rows, OPTION_HEADINGS))
    found = preview(second, register_data, own_options_home)
    assert found.state == "replacement"
    net = "savings_budget net 2019/20"
    assert [(one.number, one.change, one.details) for one in found.changes] == [
        ("SC-1", "unchanged", []),
        ("SC3", "changed", [f"{net}: amount_gbp_m: 7.464 → 7.000", f"{net}: printed: 7.464 → 7.000"]),
        ("SC4", "added", []),
        ("SC2", "removed", []),
    ]
    published(apply(second, register_data, own_options_home))
    references = ask(own_options_home, "SELECT reference FROM savings_option ORDER BY 1")
    assert references == [("SC-1",), ("SC3",), ("SC4",)]
    (replaced,) = (own_options_home / "imports" / ".replaced").iterdir()
    assert (replaced / "received" / "options.xlsx").read_bytes() == options_file.read_bytes()
    assert len(kept_imports(own_options_home)) == 1


def test_a_mended_register_keeps_the_decisions_that_were_made(
    register_data: Path, own_home: Path, tmp_path: Path, third_quarter: list[dict[str, Any]]
) -> None:
    rows = [*third_quarter, risk("CR14", "A pandemic of influenza")]
    first = register(write_workbook(tmp_path / "a.xlsx", rows), accept_matches=True)
    published(apply(first, register_data, own_home))
    mended = [*third_quarter, risk("CR14", "A pandemic of influenza", Current_score=20, Residual_score=12)]
    second = register(write_workbook(tmp_path / "b.xlsx", mended), by="another officer")
    found = preview(second, register_data, own_home)
    assert (found.undecided, found.state) == ([], "replacement")
    assert [one.number for one in found.changes if one.change == "changed"] == ["CR14"]
    published(apply(second, register_data, own_home))
    decided = "SELECT decision, decided_by FROM risk_match WHERE risk_id = 'a_pandemic_of_influenza'"
    assert ask(own_home, decided) == [("new", "risk officer")]

    # The next quarter is compared with this one; then the new risk cannot be taken out from under it.
    third = register(write_workbook(tmp_path / "c.xlsx", mended), quarter="2020/21-Q1")
    found = preview(third, register_data, own_home)
    assert {match.state for match in found.matches} == {"same"}
    assert any(
        "The same file" in remark
        for remark in preview(replace(third, file=second.file), register_data, own_home).remarks
    )
    published(apply(third, register_data, own_home))
    without = register(write_workbook(tmp_path / "d.xlsx", third_quarter))
    before = tree(own_home)
    refused = apply(without, register_data, own_home)
    assert any("risk_rows_belong_to_an_entry" in refusal for refusal in refused.preview.refusals)
    assert (refused.release, tree(own_home)) == (None, before)


def test_what_a_document_prints_is_not_imported_over_it(
    register_data: Path, own_home: Path, tmp_path: Path
) -> None:
    file = write_workbook(tmp_path / "q3.xlsx", [risk("CR1", "Money")])
    (problem,) = preview(register(file, quarter="2019/20-Q3"), register_data, own_home).problems
    assert "which the document lcc-risk-2019q3 prints" in problem.sentence
    (problem,) = preview(register(file, register="lcc"), register_data, own_home).problems
    assert problem.sentence == "q3.xlsx: found the register “lcc”; allowed: one that is known: lcc-corporate."


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"quarter": "2019/20"}, "“2019/20”"),
        ({"by": " "}, "no name of who imports"),
        ({"by": "a\nb"}, "no name"),
    ],
)
def test_a_request_that_cannot_be_is_refused_before_the_file_is_read(
    register_data: Path, own_home: Path, tmp_path: Path, changes: dict[str, str], found: str
) -> None:
    (problem,) = preview(register(tmp_path / "none.xlsx", **changes), register_data, own_home).problems
    assert found in problem.sentence


@pytest.mark.parametrize("programme", ["2020", "2020-21"])
def test_a_programme_is_named_by_a_financial_year(
    register_data: Path, own_home: Path, tmp_path: Path, programme: str
) -> None:
    (problem,) = preview(
        SavingsOptions(tmp_path / "o.csv", programme, "me"), register_data, own_home
    ).problems
    assert "financial year such as 2020/21" in problem.sentence


def test_a_quarter_before_the_first_is_compared_with_the_one_after_it(
    register_data: Path, own_home: Path, tmp_path: Path, third_quarter: list[dict[str, Any]]
) -> None:
    file = write_workbook(tmp_path / "q1.xlsx", third_quarter)
    assert {
        match.state
        for match in preview(register(file, quarter="2019/20-Q1"), register_data, own_home).matches
    } == {"same"}


@pytest.mark.parametrize(
    ("told", "sentences"),
    [
        ({"CR1": "core_systems"}, ["row 2, Kind: found “hazard”"]),
        ({"CR7": "core_systems"}, ["row 2, Kind: found “hazard”", "found --match CR7=core_systems"]),
    ],
)
def test_what_is_told_of_a_row_with_a_problem_is_no_second_problem(
    register_data: Path, own_home: Path, tmp_path: Path, told: dict[str, str], sentences: list[str]
) -> None:
    file = write_workbook(tmp_path / "q4.xlsx", [risk("CR1", "Money", Kind="hazard")])
    problems = preview(register(file, matches=told), register_data, own_home).problems
    assert len(problems) == len(sentences)
    assert all(sentence in problem.sentence for sentence, problem in zip(sentences, problems, strict=True))


def test_a_programme_that_a_document_prints_is_not_imported_over_it(
    register_data: Path, own_options_home: Path, options_file: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(register_data, tmp_path / "data")
    kept = own_options_home / "imports" / SAVINGS
    printed = data / "sources" / "options-2020"
    printed.mkdir()
    manifest = (kept / "source.toml").read_text(encoding="utf-8").partition("[files]")[0]
    (printed / "source.toml").write_text(f"{manifest}[files]\n", encoding="utf-8")
    shutil.copy(kept / "savings_option.csv", printed)
    seal(printed)
    (problem,) = preview(options(options_file), data, tmp_path / "home-of-none").problems
    assert "which the document options-2020 prints" in problem.sentence
    problems = preview(options(tmp_path / "none"), register_data, own_options_home).problems
    assert [problem.found for problem in problems] == ["no such file"]
    (tmp_path / "empty.csv").touch()
    problems = preview(options(tmp_path / "empty.csv"), register_data, own_options_home).problems
    assert [problem.found for problem in problems] == ["an empty file"]
    problems = preview(register(tmp_path / "empty.csv"), register_data, own_options_home).problems
    assert [problem.found for problem in problems] == ["an empty file"]


def test_rows_that_the_store_refuses_are_refused_by_name(
    register_data: Path, own_home: Path, options_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise BuildError("no", ["savings_option.csv, row 2: it breaks a rule."])

    monkeypatch.setattr(steps, "load_file", refuse)
    found = preview(options(options_file), register_data, own_home)
    assert found.refusals == ["savings_option.csv, row 2: it breaks a rule."]
    assert not found.applicable


def test_every_check_says_what_a_row_of_an_import_becomes_in_words_the_store_knows() -> None:
    kinds = {check.kind for check in read_checks(DATA / "checks")}
    assert kinds == {None, "conflict", "misprint", "gap", "basis"}


def test_a_file_with_problems_changes_nothing(register_data: Path, own_home: Path, tmp_path: Path) -> None:
    file = write_workbook(
        tmp_path / "q4.xlsx", [risk("CR1", "Money", Current_score=7), risk("CR1", "People")]
    )
    before = tree(own_home)
    applied = apply(register(file, accept_matches=True), register_data, own_home)
    assert (len(applied.preview.problems), applied.release) == (2, None)
    assert tree(own_home) == before
    applied = apply(register(tmp_path / "none.xlsx"), register_data, own_home)
    assert (applied.preview.sha256, applied.release, tree(own_home)) == (None, None, before)


@pytest.mark.parametrize("step", ["make_release", "accept"])
def test_an_apply_that_fails_changes_nothing(
    register_data: Path, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(steps, step, fail)
    file = write_csv(tmp_path / "o.csv", [option("SC1")], OPTION_HEADINGS)
    before = tree(own_home)
    with pytest.raises(BuildError) as caught:
        apply(SavingsOptions(file, PROGRAMME, "finance"), register_data, own_home)
    assert "No space left on device" in caught.value.problems[0]
    assert tree(own_home) == before


@pytest.mark.parametrize("step", ["settle", "publish"])
def test_a_crash_after_an_import_was_accepted_is_healed_at_the_next_start(
    register_data: Path, own_options_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    second = options(write_csv(tmp_path / "b.csv", [option("SC2")], OPTION_HEADINGS))
    real, calls = getattr(steps, step), []

    class Crash(BaseException):
        """The power fails."""

    def crash(*arguments: object) -> None:
        calls.append(arguments)
        if step == "publish" or len(calls) == 2:
            raise Crash
        real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(steps, step, crash)
        with pytest.raises(Crash):
            apply(second, register_data, own_options_home)
    assert ask(own_options_home, "SELECT count(*) FROM savings_option") == [(3,)]
    assert [folder.name for folder in import_folders(own_options_home)] == [SAVINGS]
    assert not up_to_date(register_data, own_options_home)
    if step == "publish":
        again = apply(second, register_data, own_options_home)
        assert (again.preview.state, again.release) == ("same", current_release(own_options_home))
    else:
        build_release(register_data, own_options_home)
    assert up_to_date(register_data, own_options_home)
    assert ask(own_options_home, "SELECT reference FROM savings_option") == [("SC2",)]
    assert len(list((own_options_home / "imports" / ".replaced").iterdir())) == 1


def test_what_a_crash_left_in_the_staging_folder_is_cleared(
    register_data: Path, own_home: Path, tmp_path: Path
) -> None:
    left = own_home / "imports" / ".staging" / "import-savings-2020-21"
    left.mkdir(parents=True)
    (left / "savings_option.csv").write_text("half", encoding="utf-8")
    assert up_to_date(register_data, own_home)
    request = SavingsOptions(write_csv(tmp_path / "a.csv", [option("SC1")], OPTION_HEADINGS), PROGRAMME, "me")
    published(apply(request, register_data, own_home))
    assert not left.parent.exists()


def test_two_imports_at_once_are_both_kept(register_data: Path, own_home: Path, tmp_path: Path) -> None:
    later = dict(zip(YEARS, [*YEARS[1:], "2024/25"], strict=True))
    headings = [
        f"{name} {later[year]}" if year in later else heading
        for heading in OPTION_HEADINGS
        for name, _, year in [heading.rpartition(" ")]
    ]
    row = dict(zip(headings, (option("SC9").get(heading) for heading in OPTION_HEADINGS), strict=True))
    requests = [
        options(write_csv(tmp_path / "a.csv", [option("SC1")], OPTION_HEADINGS)),
        SavingsOptions(write_csv(tmp_path / "b.csv", [row], headings), "2021/22", "you"),
    ]
    done: list[Applied] = []
    threads = [
        threading.Thread(target=lambda one=one: done.append(apply(one, register_data, own_home)))
        for one in requests
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    assert [bool(published(applied)) for applied in done] == [True, True]
    assert ask(own_home, "SELECT reference FROM savings_option ORDER BY 1") == [("SC1",), ("SC9",)]
    assert up_to_date(register_data, own_home)


def test_an_import_that_was_edited_stops_a_build_and_is_named(
    register_data: Path, own_options_home: Path
) -> None:
    path = own_options_home / "imports" / SAVINGS / "savings_option.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("SC2", "SC5"), encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        build_release(register_data, own_options_home)
    assert caught.value.problems == [
        f"{path} was edited without its manifest. Restore the file, or import the file as received again."
    ]


def test_a_check_that_is_newer_than_an_import_does_not_stop_a_build(
    register_data: Path, own_options_home: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(register_data, tmp_path / "data")
    newer = """\
    -- promise: No option is called SC3.
    -- in an import: conflict
    SELECT source_id, source_line, reference AS printed, option_id AS subject, 'It is.' AS detail
    FROM savings_option WHERE reference = 'SC3'
    """
    (data / "checks" / "savings_new.sql").write_text(textwrap.dedent(newer), encoding="utf-8")
    build_release(data, own_options_home)
    found = ask(own_options_home, "SELECT reading, reason FROM correction WHERE check_name = 'savings_new'")
    assert found == [("not decided", "It is.")]
    refused = textwrap.dedent(newer).replace("-- in an import: conflict\n", "")
    (data / "checks" / "savings_new.sql").write_text(refused, encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        build_release(data, own_options_home)
    assert caught.value.problems == [
        f"savings_new: {SAVINGS}, line 4, sc3, printed 'SC3': It is. Import a mended file."
    ]
