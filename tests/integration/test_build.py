"""Releases are built aside, checked, and published by moving the pointer."""

import os
import threading
from pathlib import Path

import pytest

from dashboard.errors import BuildError
from dashboard.ingest.build import build_release, data_hash, make_tables, up_to_date
from dashboard.ingest.dictionary import data_dictionary
from dashboard.ingest.manifest import seal
from dashboard.ingest.rehearse import rehearse
from dashboard.store import Store
from dashboard.store.pointer import current_release
from tests.conftest import MadeUpData

ROW = "do_nothing,in_year,In-year deficit,all,2019/20,-{0},({0}),11,Table 1,printed"
TOTAL = "SELECT sum(value)::INTEGER FROM fact"


def test_a_build_publishes_a_release_that_names_its_data(made_up_data: MadeUpData, home: Path) -> None:
    release = build_release(made_up_data.path, home)
    assert current_release(home) == release
    assert release.parent == home / "releases"
    assert release.stem.endswith(data_hash(made_up_data.path)[:12])
    _, rows = Store(home).table("SELECT release_id, data_hash FROM release")
    assert rows == [(release.stem, data_hash(made_up_data.path))]


def test_a_build_stores_every_row_as_printed(small_store: Store) -> None:
    _, rows = small_store.table(
        "SELECT source_id, source_line, printed, value, status FROM fact ORDER BY source_line"
    )
    assert rows == [
        ("made-up", 11, "(10)", -10.0, "printed"),
        ("made-up", 12, "(20.5)", -20.5, "printed"),
        ("made-up", 13, "(1,398)", -1398.0, "extrapolated"),
    ]


def test_nothing_is_left_beside_the_release(made_up_data: MadeUpData, home: Path) -> None:
    release = build_release(made_up_data.path, home)
    assert list((home / "releases").iterdir()) == [release]
    assert {path.name for path in home.iterdir()} - {"build.lock"} == {"releases", "current"}


def test_a_release_is_up_to_date_until_the_data_changes(made_up_data: MadeUpData, home: Path) -> None:
    assert not up_to_date(made_up_data.path, home)
    build_release(made_up_data.path, home)
    assert up_to_date(made_up_data.path, home)
    made_up_data.budget(ROW.format(11))
    assert not up_to_date(made_up_data.path, home)


def test_a_change_of_a_check_or_of_the_schema_asks_for_a_new_release(made_up_data: MadeUpData) -> None:
    before = data_hash(made_up_data.path)
    made_up_data.write("checks/figure_is_small.sql", "-- promise: Other.\nSELECT 1", sealed=False)
    changed = data_hash(made_up_data.path)
    made_up_data.write("schema/999_more.sql", "-- nothing\n", sealed=False)
    assert len({before, changed, data_hash(made_up_data.path)}) == 3


def test_data_that_cannot_be_read_is_not_up_to_date(tmp_path: Path, small_store: Store) -> None:
    assert not up_to_date(tmp_path / "nowhere", small_store.home)


def test_a_new_release_moves_the_pointer_and_keeps_the_one_before(
    made_up_data: MadeUpData, home: Path
) -> None:
    first = build_release(made_up_data.path, home)
    made_up_data.budget(ROW.format(11))
    second = build_release(made_up_data.path, home)
    assert current_release(home) == second
    assert first.is_file()


def test_a_build_says_how_far_it_has_come(made_up_data: MadeUpData, home: Path) -> None:
    reports: list[tuple[str, int, int]] = []
    build_release(made_up_data.path, home, lambda *report: reports.append(report))
    assert [step for step, done, total in reports if done == total] == [
        "tables",
        "figures",
        "checks",
        "published",
    ]


def test_a_failing_row_listed_as_a_correction_is_published_with_both_readings(
    made_up_data: MadeUpData, home: Path
) -> None:
    made_up_data.budget(
        ROW.format(10), ROW.format(2_000_000).replace("-2", "2").replace("2019/20", "2020/21")
    )
    made_up_data.write(
        "correction.csv",
        """\
        source_id,source_line,printed,reading,reason,decided_by,kind,check_name,subject
        made-up,11,(2000000),2,"A comma was lost.",us,misprint,figure_is_small,in_year
        """,
    )
    build_release(made_up_data.path, home)
    _, rows = Store(home).table("SELECT passed, len(failures), failures[1].corrected FROM check_result")
    assert rows == [(True, 1, True)]
    assert Store(home).table("SELECT reading FROM correction")[1] == [("2",)]


def test_every_column_of_a_release_is_described(small_store: Store) -> None:
    _, rows = small_store.table(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
    )
    assert rows == []


def test_readers_see_each_new_release_and_never_an_error(made_up_data: MadeUpData, home: Path) -> None:
    made_up_data.budget(ROW.format(1))
    build_release(made_up_data.path, home)
    stores = [Store(home), Store(home)]
    totals: list[list[int]] = [[], []]
    errors: list[Exception] = []
    last = threading.Event()

    def read(reader: int) -> None:
        try:
            while not last.is_set() or totals[reader][-1] != -4:
                totals[reader].append(stores[reader].table(TOTAL)[1][0][0])
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=read, args=(reader,)) for reader in (0, 1)]
    for thread in threads:
        thread.start()
    for amount in (2, 3, 4):
        made_up_data.budget(ROW.format(amount))
        build_release(made_up_data.path, home)
    last.set()
    for thread in threads:
        thread.join(timeout=20)
    assert errors == []
    assert all(seen[-1] == -4 and set(seen) <= {-1, -2, -3, -4} and len(seen) > 3 for seen in totals)


def test_threads_of_one_store_get_their_own_rows(small_store: Store) -> None:
    wrong: list[object] = []

    def ask(number: int) -> None:
        for _ in range(50):
            _, rows = small_store.table("SELECT $number FROM range(3)", {"number": number})
            wrong.extend(row for row in rows if row != (number,))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_rehearsal_says_what_would_be_published_and_publishes_nothing(made_up_data: MadeUpData) -> None:
    outcome = rehearse(made_up_data.path)
    assert outcome.problems == []
    assert outcome.rows == {"source": 1, "fact": 3, "correction": 0, "check_result": 1}
    assert [(check.name, check.passed, check.corrected) for check in outcome.checks] == [
        ("figure_is_small", True, 0)
    ]


def test_a_rehearsal_shows_the_rows_that_fail(made_up_data: MadeUpData) -> None:
    made_up_data.budget(ROW.format(5).replace("-5", "5000000"))
    outcome = rehearse(made_up_data.path)
    assert len(outcome.problems) == 1
    (check,) = outcome.checks
    assert not check.passed
    assert check.failures[0]["source_line"] == 11
    assert check.corrected == 0


def test_a_rehearsal_of_no_data_is_a_problem_and_no_more(tmp_path: Path) -> None:
    outcome = rehearse(tmp_path)
    assert (outcome.checks, outcome.rows) == ([], {})
    assert str(tmp_path) in outcome.problems[0]


def test_sealing_names_the_files_that_changed(made_up_data: MadeUpData) -> None:
    made_up_data.write("sources/made-up/budget_line.csv", "changed\n", sealed=False)
    made_up_data.write("sources/made-up/uplift.csv", "new\n", sealed=False)
    assert seal(made_up_data.source) == ["budget_line.csv", "uplift.csv"]
    assert seal(made_up_data.source) == []


def test_the_dictionary_puts_the_public_contract_first(made_up_data: MadeUpData) -> None:
    text = data_dictionary(made_up_data.path)
    headings = [line.split()[1] for line in text.splitlines() if line.startswith("### ")]
    assert headings[:4] == ["source", "fact", "correction", "check_result"]
    assert "| `status` | fact_status | " in text


def test_a_schema_that_duckdb_refuses_is_named(made_up_data: MadeUpData) -> None:
    made_up_data.write("schema/999_wrong.sql", "CREATE TABEL x (a INTEGER);", sealed=False)
    with pytest.raises(BuildError) as caught:
        data_dictionary(made_up_data.path)
    assert "999_wrong.sql: Parser Error" in caught.value.problems[0]


def test_tables_can_be_made_without_a_progress_display(made_up_data: MadeUpData) -> None:
    import duckdb

    with duckdb.connect() as connection:
        make_tables(connection, made_up_data.path)
        assert connection.execute("SELECT count(*) FROM fact").fetchone() == (0,)


@pytest.mark.skipif(os.name == "nt", reason="the mode of files is not kept on Windows")
def test_a_release_can_be_read_by_another_account(made_up_data: MadeUpData, home: Path) -> None:
    assert build_release(made_up_data.path, home).stat().st_mode & 0o444 == 0o444
