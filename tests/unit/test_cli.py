"""The command line: what it answers, what it complains of, how it ends."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard import __version__, cli
from dashboard.cli import service
from dashboard.errors import PlaceboardError
from dashboard.ingest.build import build_release
from dashboard.ingest.dictionary import data_dictionary
from dashboard.settings import ROOT
from dashboard.store.pointer import current_release
from tests.conftest import MadeUpData

Run = Callable[..., tuple[int, str, str]]

COMMANDS = [
    ["serve"],
    ["build"],
    ["check"],
    ["sql"],
    ["dictionary"],
    ["sources"],
    ["sources", "list"],
    ["sources", "find"],
    ["sources", "line"],
    ["sources", "seal"],
    ["options"],
    ["options", "list"],
    ["options", "score"],
    ["scenario"],
    ["scenario", "levers"],
    ["scenario", "run"],
    ["scenario", "solve"],
    ["scenario", "spread"],
    ["import"],
    ["import", "risk-register"],
    ["import", "savings-options"],
    ["import", "list"],
    ["briefing"],
    ["briefing", "new"],
    ["pack"],
    ["pack", "build"],
    ["template"],
    ["template", "risk-register"],
    ["template", "savings-options"],
]
TOO_LARGE = "do_nothing,in_year,In-year deficit,all,2019/20,2000000,2000000,11,Table 1,printed"


@pytest.fixture
def run(
    made_up_data: MadeUpData, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    """Run the command on made-up data; return the exit status and what stands on stdout and stderr."""
    monkeypatch.setenv("PLACEBOARD_DATA", str(made_up_data.path))
    monkeypatch.setenv("PLACEBOARD_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["placeboard", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return command


@pytest.fixture
def built(run: Run) -> Run:
    """The command with a release already published."""
    run("build")
    return run


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_teaches_by_example(run: Run, command: list[str]) -> None:
    status, out, err = run(*command, "--help")
    assert (status, err) == (0, "")
    assert "Usage: placeboard" in out
    is_group = any(other != command and other[: len(command)] == command for other in COMMANDS)
    if not is_group:
        assert out.count(f"placeboard {' '.join(command)}") >= 2


def test_without_a_command_the_help_is_shown_as_wrong_usage(run: Run) -> None:
    status, out, err = run()
    assert status == 2
    assert "placeboard serve" in out
    assert err == ""


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"placeboard {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["sql"], "Missing argument"),
        (["sell"], "No such command 'sell'"),
        (["serve", "--port", "70000"], "--port"),
        (["serve", "--port", "http"], "--port"),
        (["build", "--fast"], "--fast"),
        (["sql", "SELECT 1", "--csv", "--json"], "--csv and --json exclude each other"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert sentence in err
    assert "--help" in err
    assert err.count("\n") == 1


def test_build_publishes(run: Run, home: Path) -> None:
    status, out, err = run("build")
    assert status == 0
    assert out == f"Published {current_release(home).stem} in {home}.\n"
    assert "Published" in err


def test_build_answers_programs(run: Run, home: Path) -> None:
    status, out, _ = run("build", "--json")
    release = current_release(home).stem
    assert status == 0
    assert json.loads(out) == {"published": release, "served": release, "problems": []}


def test_a_failed_first_build_lists_each_problem(run: Run, made_up_data: MadeUpData) -> None:
    made_up_data.budget(TOO_LARGE)
    status, out, err = run("build")
    assert (status, out) == (1, "")
    lines = err.splitlines()
    assert "  figure_is_small: made-up, line 11, in_year, printed '2000000'" in err
    assert lines[-1] == "Nothing has been published yet."


def test_a_failed_build_says_what_stays(built: Run, made_up_data: MadeUpData, home: Path) -> None:
    before = current_release(home).stem
    made_up_data.budget(TOO_LARGE)
    status, out, err = built("build", "--json")
    assert status == 1
    assert err.splitlines()[-1] == f"Nothing was published; {before} stays."
    answer = json.loads(out)
    assert (answer["published"], answer["served"], len(answer["problems"])) == (None, before, 1)


def test_check_lists_every_check_and_publishes_nothing(run: Run, home: Path) -> None:
    status, out, _ = run("check")
    assert status == 0
    assert " ".join(out.splitlines()[1].split()) == "figure_is_small passed 0 0 No figure is above a million."
    assert "A build would publish 3 figures (sources: 1, corrections: 0)." in out
    assert not home.exists()


def test_check_lists_the_rows_that_fail(run: Run, made_up_data: MadeUpData) -> None:
    made_up_data.budget(TOO_LARGE)
    status, out, err = run("check", "--failures")
    assert status == 1
    assert "FAILED" in out
    assert "It is above a million." in out
    assert "Nothing would be published.\n  figure_is_small: " in err


def test_check_answers_programs(run: Run, made_up_data: MadeUpData) -> None:
    made_up_data.budget(TOO_LARGE)
    status, out, _ = run("check", "--json")
    answer = json.loads(out)
    assert status == 1
    assert len(answer["problems"]) == 1
    assert answer["checks"][0]["failures"][0]["source_line"] == 11
    assert (answer["checks"][0]["passed"], answer["checks"][0]["corrected"]) == (False, 0)


def test_sql_answers_with_a_table(built: Run) -> None:
    status, out, err = built("sql", "SELECT printed, value, period FROM fact ORDER BY source_line LIMIT 2")
    assert (status, err) == (0, "")
    assert [line.split() for line in out.splitlines()] == [
        ["printed", "value", "period"],
        ["(10)", "-10", "2019/20"],
        ["(20.5)", "-20.5", "2020/21"],
    ]


def test_sql_keeps_square_brackets_and_long_rows_whole(built: Run) -> None:
    _, out, _ = built("sql", "SELECT '[bold]x[/]' || repeat('y', 300) AS text, NULL AS nothing")
    assert out.splitlines()[1].rstrip() == "[bold]x[/]" + "y" * 300


def test_sql_answers_with_csv(built: Run) -> None:
    status, out, _ = built("sql", "SELECT printed, period FROM fact ORDER BY source_line", "--csv")
    assert status == 0
    assert list(csv.reader(io.StringIO(out))) == [
        ["printed", "period"],
        ["(10)", "2019/20"],
        ["(20.5)", "2020/21"],
        ["(1,398)", "2020/21"],
    ]


def test_sql_answers_with_json(built: Run) -> None:
    question = """
        SELECT 1 AS whole, 1.5::DECIMAL(4, 2) AS part, 'nan'::DOUBLE AS nothing, DATE '2020-01-31' AS day,
        [1, 2] AS list, {'a': true} AS struct, INTERVAL 1 DAY AS span, NULL AS missing
    """
    status, out, _ = built("sql", question, "--json")
    assert status == 0
    assert json.loads(out) == [
        {
            "whole": 1,
            "part": 1.5,
            "nothing": None,
            "day": "2020-01-31",
            "list": [1, 2],
            "struct": {"a": True},
            "span": "1 day, 0:00:00",
            "missing": None,
        }
    ]


@pytest.mark.parametrize(
    "question", ["SELECT * FROM fakt", "SELEKT 1", "DROP VIEW fact", "", "SELECT * FROM 'x.csv'"]
)
def test_bad_sql_is_one_sentence_with_the_remedy(built: Run, question: str) -> None:
    status, out, err = built("sql", question)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert err.endswith('. To see what can be asked: placeboard sql "SHOW TABLES".\n')


def test_sql_that_runs_away_is_stopped(built: Run) -> None:
    question = "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"
    status, out, err = built("sql", question, "--seconds", "0.2")
    assert (status, out) == (1, "")
    assert err == "The question took longer than 0.2 s and was stopped. Ask for less, or add LIMIT.\n"


@pytest.mark.parametrize("arguments", [["sql", "SELECT 1"], ["sources", "list"], ["sources", "find", "398"]])
def test_without_a_release_the_remedy_is_to_build(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert "No release has been published" in err
    assert "placeboard build" in err


def test_sources_are_listed(built: Run) -> None:
    status, out, _ = built("sources", "list")
    assert status == 0
    assert "Made-up forecast" in out
    _, out, _ = built("sources", "list", "--json")
    assert [(source["source_id"], source["figures"]) for source in json.loads(out)] == [("made-up", 3)]


def test_a_number_is_found_whole(built: Run) -> None:
    status, out, err = built("sources", "find", "398")
    assert (status, out) == (0, "")
    assert err == "No figure matches '398'. Try fewer words, or a part of one.\n"
    _, out, err = built("sources", "find", "1398")
    assert "(1,398)" in out
    assert err == ""


def test_a_negative_number_can_be_looked_for(built: Run) -> None:
    _, out, _ = built("sources", "find", "-20.5", "--json")
    assert [(fact["source_line"], fact["value"]) for fact in json.loads(out)] == [(12, -20.5)]


def test_a_cut_list_says_how_long_it_is(built: Run) -> None:
    _, out, err = built("sources", "find", "deficit", "--limit", "2")
    assert len(out.splitlines()) == 3
    assert err == "2 of 3 figures; --limit 3 lists them all.\n"


def test_the_figures_of_a_line_are_listed(built: Run) -> None:
    _, out, _ = built("sources", "line", "made-up", "13", "--json")
    assert [fact["printed"] for fact in json.loads(out)] == ["(1,398)"]
    status, out, err = built("sources", "line", "made-up", "99")
    assert (status, out, err) == (0, "", "No figure is kept from line 99 of made-up.\n")


@pytest.mark.parametrize("arguments", [["line", "nowhere", "1"], ["seal", "nowhere"]])
def test_an_unknown_source_is_answered_with_those_there_are(built: Run, arguments: list[str]) -> None:
    status, out, err = built("sources", *arguments)
    assert (status, out, err) == (1, "", "There is no source nowhere. There are: made-up.\n")


def test_sealing_says_what_changed(run: Run, made_up_data: MadeUpData) -> None:
    made_up_data.write("sources/made-up/budget_line.csv", "changed\n", sealed=False)
    assert run("sources", "seal", "made-up") == (0, "Sealed made-up: budget_line.csv changed.\n", "")
    assert run("sources", "seal", "made-up") == (0, "Nothing changed in made-up.\n", "")


def test_sealing_without_a_manifest_lists_the_problem(run: Run, made_up_data: MadeUpData) -> None:
    (made_up_data.source / "source.toml").unlink()
    status, _, err = run("sources", "seal", "made-up")
    assert status == 1
    assert "has no source.toml. Add one that describes the document." in err


def test_the_dictionary_is_printed_as_it_is_kept(run: Run, made_up_data: MadeUpData) -> None:
    status, out, _ = run("dictionary")
    assert status == 0
    assert out == data_dictionary(made_up_data.path)


def test_a_wrong_environment_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACEBOARD_WORKERS", "many")
    status, out, err = run("build")
    assert (status, out) == (1, "")
    assert err.startswith("The environment is wrong. PLACEBOARD_WORKERS: Input should be a valid integer")
    assert err.count("\n") == 1


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would have been served, in place of serving it."""
    calls: list[dict[str, Any]] = []

    def serve(settings: Any, listener: Any, listening: Callable[[], None]) -> None:
        calls.append({"settings": settings, "port": listener.getsockname()[1]})
        listening()

    monkeypatch.setattr(service, "serve_until_stopped", serve)
    return calls


def test_serve_builds_first_and_says_where_it_is(
    run: Run, served: list[dict[str, Any]], home: Path, free_port: int
) -> None:
    status, out, _ = run("serve", "--port", str(free_port), "--workers", "5")
    assert status == 0
    assert out == f"Placeboard is at http://127.0.0.1:{free_port} (Ctrl+C stops it)\n"
    assert (served[0]["settings"].workers, served[0]["settings"].threads) == (5, 4)
    assert current_release(home).is_file()


def test_serve_does_not_build_what_is_up_to_date(
    built: Run, served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    monkeypatch.setattr(service, "build_release", lambda *_: pytest.fail("there was nothing to build"))
    status, _, err = built("serve", "--port", str(free_port))
    assert (status, err, len(served)) == (0, "", 1)


def test_serve_builds_again_where_the_release_is_corrupt(
    built: Run, served: list[dict[str, Any]], home: Path, free_port: int
) -> None:
    corrupt = current_release(home)
    corrupt.write_text("not a database")
    assert built("serve", "--port", str(free_port))[0] == 0
    assert current_release(home) != corrupt
    assert len(served) == 1


def test_serve_falls_back_on_the_release_before(
    built: Run, served: list[dict[str, Any]], made_up_data: MadeUpData, home: Path, free_port: int
) -> None:
    before = current_release(home).stem
    made_up_data.budget(TOO_LARGE)
    status, _, err = built("serve", "--port", str(free_port))
    assert (status, len(served)) == (0, 1)
    assert "figure_is_small: made-up, line 11" in err
    assert err.endswith(f"The release published before, {before}, is served instead.\n")


def test_serve_falls_back_when_the_data_folder_is_gone(
    built: Run, served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free_port: int
) -> None:
    monkeypatch.setenv("PLACEBOARD_DATA", str(tmp_path / "gone"))
    status, _, err = built("serve", "--port", str(free_port))
    assert (status, len(served)) == (0, 1)
    assert "Set PLACEBOARD_DATA to the data folder of the project." in err


def test_serve_stops_where_there_is_nothing_to_serve(
    run: Run, served: list[dict[str, Any]], made_up_data: MadeUpData, free_port: int
) -> None:
    made_up_data.budget(TOO_LARGE)
    status, out, err = run("serve", "--port", str(free_port))
    assert (status, out, served) == (1, "", [])
    assert "Some checks fail." in err


def test_an_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(service, "data_dictionary", interrupt)
    assert run("dictionary") == (130, "", "")


def test_an_error_without_a_list_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PlaceboardError("It went wrong. Do this.")

    monkeypatch.setattr(service, "data_dictionary", fail)
    assert run("dictionary") == (1, "", "It went wrong. Do this.\n")


def test_a_reader_that_leaves_early_is_no_error(made_up_data: MadeUpData, home: Path) -> None:
    build_release(made_up_data.path, home)
    question = "SELECT range, repeat('x', 1000) FROM range(2000)"
    command = [sys.executable, "-m", "dashboard", "sql", question, "--csv"]
    environment = {"PLACEBOARD_HOME": str(home), "PATH": ""}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_a_reader_that_left_before_the_end_is_no_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

        def fileno(self) -> int:
            return other.fileno()

    monkeypatch.setattr(sys, "argv", ["placeboard", "--version"])
    with (tmp_path / "stdout").open("w") as other, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Closed())
        with pytest.raises(SystemExit) as ended:
            cli.main()
    assert ended.value.code == 1


def test_the_command_starts_without_dash() -> None:
    program = "import sys, dashboard.cli; sys.exit(not {'dash', 'flask', 'plotly'}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_python_m_dashboard_is_the_command() -> None:
    command = [sys.executable, "-m", "dashboard", "--version"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"placeboard {__version__}\n", "")
