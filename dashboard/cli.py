"""The placeboard command: everything the screens can do, and what only an operator does."""

import os
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from pydantic import ValidationError
from typer._click.exceptions import ClickException

from dashboard import __version__
from dashboard.errors import BuildError, PlaceboardError, QueryError, StoreError
from dashboard.ingest.build import build_release, up_to_date
from dashboard.ingest.dictionary import data_dictionary
from dashboard.ingest.kept import import_folders
from dashboard.ingest.manifest import seal
from dashboard.ingest.rehearse import Rehearsal, rehearse
from dashboard.queries.facts import FoundFact, count_facts, facts_on_line, find_facts
from dashboard.queries.sources import sources as every_source
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

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="rich")
sources_app = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
app.add_typer(sources_app, name="sources")

Json = Annotated[bool, typer.Option("--json", help="Answer with JSON, for programs.")]
SourceId = Annotated[
    str, typer.Argument(help="Short name of the document; `placeboard sources list` shows them.")
]

SHOWN = (
    "source_id",
    "source_line",
    "locator",
    "label",
    "subject",
    "measure",
    "period",
    "value",
    "unit",
    "printed",
)


def main() -> None:
    """Run the command line: exit status 0 for success, 1 for failure, 2 for wrong usage."""
    try:
        status = app(prog_name="placeboard", standalone_mode=False)
        sys.stdout.flush()
    except PlaceboardError as error:
        complain(error)
        status = 1
    except ClickException as error:
        # Without a command Typer has printed the help and has nothing to say.
        if error.format_message():
            say(_usage_sentence(error))
        status = error.exit_code
    except BrokenPipeError:
        # Whoever read our output left, as `head` does; Python must not try to flush the rest at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)


def _version(wanted: bool) -> None:
    if wanted:
        answer(f"placeboard {__version__}")
        raise typer.Exit


@app.callback()
def _placeboard(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """A dashboard for a place, every figure traceable to the line it was printed on.

    Start here:

    [bold]placeboard serve[/]   build what is needed and open the dashboard at http://127.0.0.1:8050

    [bold]placeboard sources find 398[/]   every place where 398 is printed

    [bold]placeboard sql "SHOW TABLES"[/]   ask the release anything

    PLACEBOARD_HOME names the folder of the releases (data/store), PLACEBOARD_DATA that of the facts (data).
    """


@app.command()
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
    settings = _settings()
    changes = {name: value for name, value in (("workers", workers), ("threads", threads)) if value}
    with listen(host, port) as listener:
        _bring_up_to_date(settings)
        serve_until_stopped(settings.model_copy(update=changes), listener, lambda: _announce(host, port))


@app.command()
def build(json: Json = False) -> None:
    """Build a release from data/, check it and publish it; nothing is published unless every check passes.

    [bold]placeboard build[/]

    Pages already being served move to the new release by themselves.
    """
    settings = _settings()
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


@app.command()
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
    settings = _settings()
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


@app.command()
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
        names, rows = Store(_settings().home).limited(query, seconds)
    except QueryError as error:
        raise QueryError(_question_sentence(error)) from error
    if csv:
        answer_csv(names, rows)
    else:
        answer_rows(names, rows, as_json=json)


@app.command()
def dictionary() -> None:
    """Print the data dictionary: every table and column with what it holds.

    [bold]placeboard dictionary > docs/data-dictionary.md[/]
    """
    answer(data_dictionary(_settings().data).rstrip("\n"))


@sources_app.callback()
def _sources() -> None:
    """Documents and the figures printed in them."""


@sources_app.command("list")
def list_sources(json: Json = False) -> None:
    """List every document that figures are taken from.

    [bold]placeboard sources list[/]
    """
    found = every_source(_store())
    if json:
        answer_json([asdict(source) for source in found])
    else:
        shown = ("source_id", "title", "publisher", "published_text", "status", "figures")
        answer_table(shown, [[getattr(source, name) for name in shown] for source in found])


# Unknown options pass as text, so that -41 can be looked for.
@sources_app.command("find", context_settings={"ignore_unknown_options": True})
def find(
    text: Annotated[str, typer.Argument(help="A number, or words that must all match.")],
    json: Json = False,
    limit: Annotated[int, typer.Option(min=1, help="List at most this many.")] = 200,
) -> None:
    """Find every figure printed as a number, or described by words, and where it stands.

    [bold]placeboard sources find 398[/]   398, (398) and £398m, but not 1,398

    [bold]placeboard sources find "£1,059m"[/]   as an amount only, not in words such as "Table 41"

    [bold]placeboard sources find "table 46 in_year"[/]   all of the words
    """
    store = _store()
    found = find_facts(store, text, limit=limit)
    _answer_facts(found, as_json=json)
    total = count_facts(store, text)
    if not total:
        say(f"No figure matches {text!r}. Try fewer words, or a part of one.")
    elif total > len(found):
        say(f"{len(found)} of {total} figures; --limit {total} lists them all.")


@sources_app.command("line")
def line(
    source_id: SourceId,
    line: Annotated[int, typer.Argument(min=1, help="Line of the document, counted from 1.")],
    json: Json = False,
) -> None:
    """List every figure printed on one line of a document.

    [bold]placeboard sources line psdm-2017 2193[/]
    """
    store = _store()
    _require_source(source_id, [source.source_id for source in every_source(store)])
    found = facts_on_line(store, source_id, line)
    _answer_facts(found, as_json=json)
    if not found:
        say(f"No figure is kept from line {line} of {source_id}.")


@sources_app.command("seal")
def seal_source(source_id: SourceId) -> None:
    """Write the hash of every file of facts to the manifest of a document, after a change that is meant.

    [bold]placeboard sources seal psdm-2017[/]
    """
    folder = _settings().data / "sources"
    _require_source(source_id, sorted(path.name for path in folder.glob("*") if path.is_dir()))
    changed = seal(folder / source_id)
    answer(
        f"Sealed {source_id}: {', '.join(changed)} changed."
        if changed
        else f"Nothing changed in {source_id}."
    )


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        wrong = [f"PLACEBOARD_{str(issue['loc'][0]).upper()}: {issue['msg']}." for issue in error.errors()]
        raise PlaceboardError(f"The environment is wrong. {' '.join(wrong)}") from error


def _store() -> Store:
    return Store(_settings().home)


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


def _require_source(source_id: str, known: list[str]) -> None:
    if source_id not in known:
        raise PlaceboardError(f"There is no source {source_id}. There are: {', '.join(known) or 'none'}.")


def _answer_facts(found: list[FoundFact], *, as_json: bool) -> None:
    if as_json:
        answer_json([asdict(fact) for fact in found])
    elif found:
        answer_table(SHOWN, [[getattr(fact, name) for name in SHOWN] for fact in found])


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


def _usage_sentence(error: ClickException) -> str:
    context = getattr(error, "ctx", None)
    remedy = f" See {context.command_path} --help." if context else ""
    return f"{error.format_message()}{remedy}"
