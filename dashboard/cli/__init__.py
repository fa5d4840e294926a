"""The placeboard command: everything the screens can do, and what only an operator does."""

import os
import sys
from typing import Annotated

import typer
from typer._click.exceptions import ClickException

from dashboard import __version__
from dashboard.cli import briefing, fetch, imports, options, packs, scenario, service, sources, templates
from dashboard.errors import PlaceboardError
from dashboard.terminal import answer, complain, say

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="rich")
app.add_typer(service.commands)
app.add_typer(sources.commands, name="sources")
app.add_typer(options.commands, name="options")
app.add_typer(scenario.commands, name="scenario")
app.add_typer(imports.commands, name="import")
app.add_typer(packs.commands, name="pack")
app.add_typer(templates.commands, name="template")
app.add_typer(fetch.commands, name="fetch")
app.add_typer(briefing.commands, name="briefing")


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

    [bold]placeboard import risk-register FILE --register NAME --quarter 2019/20-Q4[/]   load a quarter

    [bold]placeboard sql "SHOW TABLES"[/]   ask the release anything

    PLACEBOARD_HOME names the folder of the releases (data/store), PLACEBOARD_DATA that of the facts (data).
    """


def _usage_sentence(error: ClickException) -> str:
    context = getattr(error, "ctx", None)
    remedy = f" See {context.command_path} --help." if context else ""
    return f"{error.format_message()}{remedy}"
