"""Commands that serve, build, check and ask."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from dashboard.cli.common import Json, environment
from dashboard.errors import BuildError, QueryError, StoreError
from dashboard.ingest.build import build_release, up_to_date
from dashboard.ingest.dictionary import data_dictionary
from dashboard.ingest.kept import import_folders
from dashboard.ingest.rehearse import Rehearsal, rehearse
from dashboard.serve import address, listen, serve_until_stopped
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.store.pointer import current_release
from dashboard.terminal import (
    answer,
    answer_csv,
    answer_json,
    answer_rows,
    answer_table,
    complain,
    progress_display,
    say,
)

commands = typer.Typer()


@commands.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8050,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every network.")] = "127.0.0.1",
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (PLACEBOARD_WORKERS).")] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads of each (PLACEBOARD_THREADS).")] = None,
) -> None:
    """Serve the dashboard, after building a release where data/ has changed.

    [bold]placeboard serve --port 8051[/]

    When the build fails, the release published before is served and the problems are listed.
    """
    settings = environment()
    changes = {name: value for name, value in (("workers", workers), ("threads", threads)) if value}
    with listen(host, port) as listener:
        _bring_up_to_date(settings)
        serve_until_stopped(settings.model_copy(update=changes), listener, lambda: _announce(host, port))


@commands.command()
def build(json: Json = False) -> None:
    """Build a release from data/, check it and publish it; nothing is published unless every check passes.

    [bold]placeboard build[/]

    Pages already being served move to the new release by themselves.
    """
    settings = environment()
    try:
        with progress_display() as progress:
            release = build_release(settings.data, settings.home, progress)
    except BuildError as error:
        served = _published(settings)
        if json:
            answer_json({"published": None, "served": served, "problems": error.problems})
        complain(error)
        say(f"Nothing was published; {served} stays." if served else "Nothing has been published yet.")
        raise typer.Exit(1) from None
    if json:
        answer_json({"published": release.stem, "served": release.stem, "problems": []})
    else:
        answer(f"Published {release.stem} in {settings.home}.")


@commands.command()
def check(
    json: Json = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="List every row that fails, corrected or not.")
    ] = False,
) -> None:
    """Build data/ aside, run every check and say what would be published; publish nothing.

    [bold]placeboard check --failures[/]

    A failing row is corrected when data/correction.csv explains it; any other stops a build.
    """
    settings = environment()
    with progress_display() as progress:
        outcome = rehearse(settings.data, progress, import_folders(settings.home))
    if json:
        checks = [{**asdict(check), "corrected": check.corrected} for check in outcome.checks]
        answer_json({"problems": outcome.problems, "checks": checks, "rows": outcome.rows})
    else:
        _answer_checks(outcome, failures=failures)
    if outcome.problems:
        complain(BuildError("Nothing would be published.", outcome.problems))
        raise typer.Exit(1)


@commands.command()
def sql(
    query: Annotated[str, typer.Argument(help="One SELECT statement, in DuckDB's SQL.")],
    csv: Annotated[bool, typer.Option("--csv", help="Answer with CSV.")] = False,
    json: Json = False,
    seconds: Annotated[float, typer.Option(min=0.01, help="Stop the question after this many seconds.")] = 10,
) -> None:
    """Ask the current release a question; nothing can be written.

    [bold]placeboard sql "SHOW TABLES"[/]

    [bold]placeboard sql "DESCRIBE fact"[/]

    [bold]placeboard sql "SELECT locator, printed FROM fact WHERE value = -398" --csv[/]
    """
    if csv and json:
        raise typer.BadParameter("--csv and --json exclude each other.")
    try:
        names, rows = Store(environment().home).limited(query, seconds)
    except QueryError as error:
        raise QueryError(_question_sentence(error)) from error
    if csv:
        answer_csv(names, rows)
    else:
        answer_rows(names, rows, as_json=json)


@commands.command()
def dictionary() -> None:
    """Print the data dictionary: every table and column with what it holds.

    [bold]placeboard dictionary > docs/data-dictionary.md[/]
    """
    answer(data_dictionary(environment().data).rstrip("\n"))


def _published(settings: Settings) -> str | None:
    """Return the name of the release that would be served now."""
    try:
        return current_release(settings.home).stem
    except StoreError:
        return None


def _bring_up_to_date(settings: Settings) -> None:
    """Build a release where none can be read or data/ changed; when that fails, the one before will do."""
    readable = _readable(settings)
    if readable and up_to_date(settings.data, settings.home):
        return
    try:
        with progress_display() as progress:
            build_release(settings.data, settings.home, progress)
    except BuildError as error:
        if not readable:
            raise
        complain(error)
        say(f"The release published before, {_published(settings)}, is served instead.")


def _readable(settings: Settings) -> bool:
    store = Store(settings.home)
    try:
        return bool(store.release_id)
    except StoreError:
        return False
    finally:
        store.close()


def _announce(host: str, port: int) -> None:
    answer(f"Placeboard is at {address(host, port)} (Ctrl+C stops it)")
    sys.stdout.flush()


def _answer_checks(outcome: Rehearsal, *, failures: bool) -> None:
    rows = [
        [
            check.name,
            "passed" if check.passed else "FAILED",
            len(check.failures),
            check.corrected,
            check.promise,
        ]
        for check in outcome.checks
    ]
    answer_table(["check", "result", "failures", "corrected", "promise"], rows)
    if failures:
        answer("")
        names = ["source_id", "source_line", "printed", "subject", "detail", "corrected"]
        found = [
            [check.name, *(row[name] for name in names)] for check in outcome.checks for row in check.failures
        ]
        answer_table(["check", *names], found)
    if not outcome.problems:
        answer("")
        answer(
            f"A build would publish {outcome.rows['fact']} figures "
            f"(sources: {outcome.rows['source']}, corrections: {outcome.rows['correction']})."
        )


def _question_sentence(error: QueryError) -> str:
    """Return DuckDB's message without the picture of where it stands, and what to try."""
    first = str(error).splitlines()[0].rstrip(".!")
    return (
        f'{first}. To see what can be asked: placeboard sql "SHOW TABLES".' if error.__cause__ else str(error)
    )
