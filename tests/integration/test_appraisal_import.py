"""An appraisal that an officer loads: read as a whole or refused as a whole, then scored like any other."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask import Flask

from dashboard.ingest.imports import Appraisal, apply, appraisal, preview
from dashboard.pages.options import layout
from dashboard.pages.options.arguments import arguments_html
from dashboard.pages.options.matrix import matrix_html
from dashboard.pages.options.panel import panel_html
from dashboard.queries import options as queries
from dashboard.queries.names import names
from dashboard.store import Store
from dashboard.views.cache import cache
from dashboard.views.options import OptionsSelection
from dashboard.views.options.headlines import standfirst
from dashboard.views.options.report import score_report
from dashboard.views.options.setting import Setting, setting
from tests.shapes import text_of
from tests.sheets import DATA, copy_register_data, write_csv, write_workbook
from tests.unit.test_cli import Run, run

__all__ = ["run"]

CRITERIA = ("Reach", "Cost to run")
HEADINGS = [column.heading for column in appraisal.columns(CRITERIA, ("red", "amber", "green"))]
NAMED = ("--name", "hubs", "--title", "Library hubs")


def hub(title: str, *scores: str, **changes: str) -> dict[str, str]:
    """Return a whole row of an appraisal with `changes` by heading, _ for each space."""
    row = {"Option": title, "Summary": f"{title} alone", "Standing": "undecided", "For": "Near\nOpen late"}
    row |= dict(zip(HEADINGS[-2:], scores, strict=False))
    return row | {name.replace("_", " "): value for name, value in changes.items()}


HUBS = [
    hub("Many hubs", "Green", "red", Standing="preferred", Standing_note="Board of 3 May"),
    hub("Few hubs", "amber", "AMBER"),
    hub("None", "Red", "Green", For="", Against="- Far"),
]


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data with the register as its one document."""
    return copy_register_data(tmp_path_factory.mktemp("appraisals") / "data")


def request(file: Path, **changes: Any) -> Appraisal:
    named: dict[str, Any] = {"name": "hubs", "title": "Library hubs", "by": "programme office"}
    return Appraisal(file, **named | changes)


def sentences(data: Path, file: Path, tmp_path: Path, **changes: Any) -> list[str]:
    found = preview(request(file, **changes), data, tmp_path / "home")
    assert not found.applicable
    return [problem.sentence for problem in found.problems]


def scored(home: Path, **choices: Any) -> Setting:
    with closing(Store(home)) as store:
        return setting(queries.appraisal(store, "hubs"), OptionsSelection(**choices), store.release_id)


def page_of(home: Path) -> str:
    """Return the words of the options page on the appraisal."""
    server = Flask("appraisals")
    cache.init_app(server, config={"CACHE_TYPE": "SimpleCache"})
    with server.app_context(), closing(Store(home)) as store:
        return text_of(layout(store, OptionsSelection(appraisal="hubs")))


def test_a_stored_appraisal_is_scored_in_the_order_of_its_sheet(small_data: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = write_workbook(tmp_path / "hubs.xlsx", HUBS, HEADINGS, appraisal.SHEET)
    assert apply(request(file, question="How many hubs?"), small_data, home).release
    found = scored(home)
    assert [option.title for option in found.options] == ["Many hubs", "Few hubs", "None"]
    assert [criterion.title for criterion in found.criteria] == list(CRITERIA)
    assert found.printed["few_hubs", "cost_to_run"].locator == "Sheet Appraisal, row 3"
    assert found.printed["few_hubs", "cost_to_run"].printed == "AMBER"
    assert score_report(found)["answer"].startswith("At equal weights every option scores the same")
    assert standfirst(found).startswith("How many hubs? The document chose option 1 and prints neither")
    against = [item.summary for item in found.appraisal.arguments if item.side == "con"]
    assert against == ["- Far"]
    with closing(Store(home)) as store:
        assert {"many_hubs-reach", "none-cost_to_run"} <= set(names(store)["score"])
    page = page_of(home)
    assert "Library hubs" in page
    assert "Board of 3 May" in arguments_html(found)


def test_a_blank_score_is_a_gap_in_the_open_and_can_only_be_tried(small_data: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = write_csv(tmp_path / "hubs.csv", [hub("A", "Red", ""), hub("B", "TBC", "Green")], HEADINGS)
    found = apply(request(file), small_data, home).preview
    assert [(row.check, row.subject) for row in found.findings] == [
        ("appraisal_every_criterion_is_scored", "hubs.a cost_to_run")
    ]
    gaps = scored(home).gaps
    assert gaps == [(0, 1), (1, 0)]
    page = page_of(home)
    assert "Option 1 has no score on “Cost to run” in the document." in page
    assert "Reach, option 2: printed TBC" in matrix_html(scored(home))
    assert "Cost to run, option 1: printed nothing" in matrix_html(scored(home))
    tried = scored(home, scores=(("a-cost_to_run", "green"), ("b-reach", "amber")))
    assert tried.gaps == []
    assert tried.ignored == []
    assert "a.cost_to_run=green (what if, not the council’s; printed nothing)" in str(tried.audit["what_if"])


def test_numbers_of_a_scale_are_taken_as_printed(small_data: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = write_csv(tmp_path / "hubs.csv", [hub("A", "5", "2"), hub("B", "4", "3")], HEADINGS)
    assert apply(request(file, scale="five"), small_data, home).release
    found = scored(home)
    assert found.prints_numbers
    assert found.scale == {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
    assert "prints numbers without weights" in standfirst(found)
    assert found.as_set == "As set: equal weights, by importance."
    counted = scored(home, scale=(("1", 9),), weights=(("reach", 100),), method="swing")
    assert counted.as_set.startswith("As set: weights A 66.7%, B 33.3%, by swing; 1 counts 9, 2 counts 2")
    page = page_of(home)
    assert "option 1 has most scores of 5, 1 of 2" in page
    assert "As printed. Only the proportions matter." in panel_html(found)


def test_an_appraisal_without_scores_is_argued(small_data: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = write_csv(tmp_path / "hubs.csv", HUBS, HEADINGS[:7])
    assert apply(request(file), small_data, home).release
    assert not scored(home).appraisal.head.scale
    assert scored(home).appraisal.head.question == "Which option?"


def test_every_problem_is_told_at_once_with_row_and_column(small_data: Path, tmp_path: Path) -> None:
    rows = [
        hub("A", "blue", "Red"),
        hub("a!", "Red", "Red", Standing="chosen", Summary=""),
        hub("A ", "Red", "Red"),
        hub("?", "Red", "Red"),
    ]
    file = write_csv(tmp_path / "hubs.csv", rows, HEADINGS)
    assert sentences(small_data, file, tmp_path) == [
        "hubs.csv, row 2, Score: Reach: found “blue”; allowed: one of red, amber, green, TBC, N/A, or a "
        "blank cell.",
        "hubs.csv, row 3, Summary: found a blank cell; allowed: a cell that is filled.",
        "hubs.csv, row 3, Standing: found “chosen”; allowed: one of preferred, recommended, rejected, "
        "undecided.",
        "hubs.csv, row 5, Option: found “?”; allowed: at most 80 characters, with letters or digits among "
        "them.",
        "hubs.csv, row 4, Option: found “A”, read like that of row 2; allowed: options that differ in more "
        "than spaces and signs.",
    ]


@pytest.mark.parametrize(
    ("headings", "sentence"),
    [
        (
            ("Score: Reach", "Score: reach!"),
            "found “reach!”, read like “Reach”; allowed: criteria that differ",
        ),
        (("Score: Reach", "Score:  Reach"), "row 1, Score: Reach: found the heading “Score: Reach” twice"),
        (("Score: ?", "Score: Reach"), "found “?”; allowed: a criterion with letters or digits"),
        (("Reach", "Score: Cost"), "found the heading “Reach”; allowed: only Option, Summary"),
        (tuple(f"Score: {place}" for place in range(21)), "found 21 criteria; allowed: at most 20"),
    ],
)
def test_headings_that_cannot_be_criteria_are_refused(
    small_data: Path, tmp_path: Path, headings: tuple[str, ...], sentence: str
) -> None:
    file = write_csv(tmp_path / "hubs.csv", [hub("A")], [*HEADINGS[:7], *headings])
    assert any(sentence in told for told in sentences(small_data, file, tmp_path))


def test_too_many_options_are_refused(small_data: Path, tmp_path: Path) -> None:
    rows = [hub(f"Hub {place}", "Red", "Red") for place in range(21)]
    file = write_csv(tmp_path / "hubs.csv", rows, HEADINGS)
    assert sentences(small_data, file, tmp_path) == [
        "hubs.csv, row 22, Option: found 21 options; allowed: at most 20."
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "Hubs!"}, "found the name “Hubs!”; allowed: at most 40 small letters and digits"),
        ({"title": " "}, "allowed: a title, on one line"),
        ({"question": "a\nb"}, "allowed: a title, on one line, and a question on one line or none"),
        ({"scale": "ten"}, "found the scale “ten”; allowed: one that is known: five, rag."),
    ],
)
def test_a_request_that_cannot_be_is_refused(
    small_data: Path, tmp_path: Path, changes: dict[str, str], sentence: str
) -> None:
    file = write_csv(tmp_path / "hubs.csv", HUBS, HEADINGS)
    assert any(sentence in told for told in sentences(small_data, file, tmp_path, **changes))


def test_another_file_replaces_the_first_and_says_what_differs(small_data: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    apply(request(write_csv(tmp_path / "hubs.csv", HUBS, HEADINGS)), small_data, home)
    mended = [HUBS[0], hub("Few hubs", "green", "AMBER", For="Near"), hub("One hub", "red", "green")]
    file = write_csv(tmp_path / "mended.csv", mended, HEADINGS)
    second = request(file, title="Hubs for libraries")
    told = {change.title: change for change in apply(second, small_data, home).preview.changes}
    assert {title: change.change for title, change in told.items()} == {
        "Hubs for libraries": "changed",
        "Many hubs": "unchanged",
        "Few hubs": "changed",
        "One hub": "added",
        "None": "removed",
    }
    assert told["Hubs for libraries"].details == ["appraisal: title: Library hubs → Hubs for libraries"]
    assert "appraisal_score reach: level: amber → green" in told["Few hubs"].details
    assert "appraisal_argument 2 pro: summary: Open late → nothing" in told["Few hubs"].details
    assert (home / "imports" / ".replaced").is_dir()
    assert [option.title for option in scored(home).options] == ["Many hubs", "Few hubs", "One hub"]


def test_an_appraisal_of_another_source_is_not_imported_over(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(DATA))
    file = write_csv(tmp_path / "hubs.csv", HUBS, HEADINGS)
    monkeypatch.chdir(tmp_path)
    named = ("--name", "psdm-front-office", "--title", "Front office", "--json")
    status, out, _ = run("import", "appraisal", str(file), *named)
    assert status == 1
    (problem,) = json.loads(out)["problems"]
    assert problem["found"] == "the appraisal psdm-front-office, which psdm-2017 holds"


def test_a_template_can_be_filled_in_imported_and_scored_by_command(
    small_data: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(small_data))
    monkeypatch.chdir(tmp_path)
    assert run("template", "appraisal") == (0, "Wrote appraisal.xlsx.\n", "")
    book = openpyxl.load_workbook("appraisal.xlsx")
    sheet = book[appraisal.SHEET]
    for row, hubs in enumerate(HUBS, 2):
        for place, (heading, text) in enumerate(zip(HEADINGS, map(hubs.get, HEADINGS), strict=True), 1):
            sheet.cell(1, place).value = heading
            sheet.cell(row, place).value = text
    book.save("filled.xlsx")
    status, out, err = run("import", "appraisal", "filled.xlsx", *NAMED)
    assert (status, err) == (0, "This was a preview; nothing was stored. --apply stores it.\n")
    assert out.startswith("appraisal, hubs, from filled.xlsx (new)\n")
    assert run("import", "appraisal", "filled.xlsx", *NAMED, "--apply")[0] == 0
    status, out, _ = run("options", "score", "hubs", "--weights", "reach=100,cost_to_run=0", "--json")
    assert status == 0
    assert json.loads(out)["options"][0]["option_title" if "option_title" in out else "title"] == "Many hubs"
    status, out, _ = run("options", "score", "hubs", "--scores", "none.reach=amber", "--json")
    assert "none.reach=amber" in out


def test_a_template_for_a_scale_nobody_knows_is_refused(
    run: Run, small_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(small_data))
    monkeypatch.chdir(tmp_path)
    status, _, err = run("template", "appraisal", "--scale", "ten")
    assert (status, "There is no scale ten. There are: five, rag." in err) == (1, True)
    assert run("template", "appraisal", "--scale", "five", "--csv", "-o", "a.csv")[0] == 0
    assert Path("a.csv").read_text(encoding="utf-8-sig").startswith("Option,Summary,Standing,")
