"""How milestones stand, loaded from a sheet: said beside the plan, which itself does not change."""

import csv
import json
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import pytest

from dashboard.components.timeline import timeline_html
from dashboard.domain.timeline import Event
from dashboard.domain.view import View
from dashboard.ingest.build import load_figures
from dashboard.ingest.imports import MilestoneStatus, apply, preview
from dashboard.ingest.imports.milestone_status import COLUMNS, SHEET
from dashboard.queries import delivery as queries
from dashboard.store import Store
from dashboard.views.delivery.dates import dates
from dashboard.views.delivery.selection import DeliverySelection
from tests.markup import Read
from tests.sheets import DATA, write_csv
from tests.unit.test_cli import Run, run

__all__ = ["run"]

HEADINGS = [column.heading for column in COLUMNS]
REVIEWS = "council_direct.service_reviews_complete"
SAME_NAME = "transferred_services.service_reviews_complete"
OPEN = "transferred_services.formal_governance_agreed"
Rows = list[dict[str, str]]


def stands(reference: str, status: str = "", when: str = "", note: str = "") -> dict[str, str]:
    return {"Reference": reference, "Status": status, "Date": when, "Note": note}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the real data with the status of two quarters, the later one loaded first."""
    folder = tmp_path_factory.mktemp("status")
    september = [
        stands(REVIEWS, "Late", "May 2018", "No posts yet"),
        stands(SAME_NAME, "done", "2017-07"),
        stands(OPEN, "on track"),
    ]
    june = [stands(REVIEWS, "on track", "Sept 2017")]
    for day, rows in (("2017-09-30", september), ("2017-06-30", june)):
        file = write_csv(folder / f"{day}.csv", rows, HEADINGS)
        assert apply(MilestoneStatus(file, day, "programme office"), DATA, folder / "home").release
    return folder / "home"


def view(home: Path, programme: str = "") -> View:
    with closing(Store(home)) as store:
        return dates(store, DeliverySelection(programme=programme))


def events(home: Path) -> dict[str, Event]:
    with closing(Store(home)) as store:
        found = queries.events(store)
    return {f"{event.programme}.{event.event}": event for event in found if event.kind == "milestone"}


def test_what_was_said_last_stands_beside_the_plan(home: Path) -> None:
    found = view(home)
    assert found.title.endswith(". Said to be 1 on track, 1 late and 1 done, as at 30 September 2017")
    rows = {row[0].text: row for row in found.table.rows if row[4].text == "Services the council keeps"}
    told = rows["Service reviews complete"]
    assert told[2].text == "by July 2017"
    assert told[6].text == "late, now for May 2018; No posts yet (as at 30 September 2017)"
    assert told[6].href == "/sources?source=import-milestones-2017-09-30&line=2"
    assert rows["Retained services optimised"][6].text == "not said"
    assert events(home)[SAME_NAME].state == "done"
    assert "import-milestones-2017-09-30" in {fact.source_id for fact in found.cited}


def test_the_line_shows_the_month_said_and_the_words_lead_to_the_import(home: Path) -> None:
    found = view(home, "council_direct")
    assert found.timeline is not None
    assert found.timeline.months == 24
    html = timeline_html(found.timeline)
    assert "Done, or now expected, as imported" in html
    assert '<i class="pb-mark said" style="--from:16"></i>' in html
    links = {link["href"] for link in Read(html).all("a")}
    assert "/sources?source=import-milestones-2017-09-30&amp;line=2" in html
    assert len(links) > 1


def test_a_milestone_without_a_month_is_said_too(home: Path) -> None:
    found = view(home, "transferred_services")
    assert found.timeline is not None
    assert "on track (as at 30 September 2017)</a>" in timeline_html(found.timeline)


def test_every_status_reaches_fact_with_its_row(home: Path) -> None:
    with closing(Store(home)) as store:
        _, found = store.table(
            "SELECT subject, period, printed, source_line FROM fact "
            "WHERE source_id = 'import-milestones-2017-06-30'"
        )
    assert found == [(REVIEWS, "2017-06-30", "on track", 2)]


def test_what_is_done_in_a_month_to_come_is_in_the_open(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "s.csv", [stands(REVIEWS, "done", "2018-01")], HEADINGS)
    found = preview(MilestoneStatus(file, "2017-06-30", "office"), DATA, tmp_path / "home")
    assert [finding.detail for finding in found.findings] == ["Said to be done on 2017-06-30, in 2018-01."]
    assert found.applicable


@pytest.mark.parametrize(
    ("rows", "day", "told"),
    [
        (
            [stands(REVIEWS, "nearly", "soon"), stands("roads.built", "late"), stands(OPEN, note="Hm")],
            "2017-06-30",
            [
                "s.csv, row 2, Status: found “nearly”; allowed: one of not started, on track, late, done, "
                "dropped.",
                "s.csv, row 2, Date: found “soon”; allowed: a month such as May 2018 or 2018-05, as text.",
                "s.csv, row 3, Reference: found “roads.built”; allowed: a milestone of the template.",
                "s.csv, row 4, Status: found a blank cell; allowed: a cell that is filled.",
            ],
        ),
        (
            [stands(OPEN, "late"), stands(OPEN, "done")],
            "2017-06-30",
            [f"s.csv, row 3, Reference: found “{OPEN}”, as in row 2; allowed: each milestone once."],
        ),
        ([stands(OPEN)], "2017-06-30", ["s.csv: found no row with a status; allowed: at least one."]),
        (
            [],
            "2017-06-30",
            ["s.csv, row 1: found headings without rows; allowed: at least one row below the headings."],
        ),
        (
            [stands(OPEN, "late")],
            "30 June",
            ["s.csv: found “30 June”; allowed: a day such as 2017-06-30: --as-at."],
        ),
        (
            [stands(OPEN, "late")],
            "20170630",
            ["s.csv: found “20170630”; allowed: a day such as 2017-06-30: --as-at."],
        ),
    ],
)
def test_every_problem_is_told_at_once(tmp_path: Path, rows: Rows, day: str, told: list[str]) -> None:
    file = write_csv(tmp_path / "s.csv", rows, HEADINGS)
    found = preview(MilestoneStatus(file, day, "office"), DATA, tmp_path / "home")
    assert [problem.sentence for problem in found.problems][: len(told)] == told
    assert not found.applicable


def test_a_headless_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    file.write_text("")
    found = preview(MilestoneStatus(file, "2017-06-30", "office"), DATA, tmp_path / "home")
    assert [problem.found for problem in found.problems] == ["an empty file"]


def test_the_template_lists_every_milestone_and_comes_back_by_command(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(DATA))
    monkeypatch.chdir(tmp_path)
    assert run("template", "milestone-status") == (0, "Wrote milestone-status.xlsx.\n", "")
    book = openpyxl.load_workbook("milestone-status.xlsx")
    sheet = book[SHEET]
    listed = [str(row[0].value) for row in sheet.iter_rows(min_row=2)]
    with duckdb.connect() as connection:
        load_figures(connection, DATA, [])
        (kept,) = connection.execute(
            "SELECT count(*) FROM milestone SEMI JOIN governing_body USING (source_id)"
        ).fetchall()
    assert len([name for name in listed if name != "None"]) == kept[0]
    row = listed.index(REVIEWS) + 2
    assert sheet.cell(row, 2).value == "Service reviews complete"
    sheet.cell(row, 4).value = "late"
    book.save("june.xlsx")
    status, out, err = run("import", "milestone-status", "june.xlsx", "--as-at", "2017-06-30", "--json")
    assert (status, json.loads(out)["problems"]) == (0, [])
    assert json.loads(out)["changes"][0]["number"] == REVIEWS
    assert any("Rows without a status" in remark for remark in json.loads(out)["remarks"])
    assert "This was a preview" in err
    assert run("template", "milestone-status", "--csv", "-o", "june.csv")[0] == 0
    with Path("june.csv").open(encoding="utf-8-sig", newline="") as handle:
        assert [row["Reference"] for row in csv.DictReader(handle)] == [
            name for name in listed if name != "None"
        ]
