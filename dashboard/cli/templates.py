"""Commands that write an empty file in the layout of an import."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.common import environment
from dashboard.ingest.imports.report import NotAllowedError
from dashboard.ingest.imports.template import (
    write_appraisal,
    write_milestone_status,
    write_risk_register,
    write_savings_options,
)
from dashboard.ingest.imports.values import financial_year
from dashboard.terminal import answer

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")

AsCsv = Annotated[bool, typer.Option("--csv", help="Write CSV, without lists and notes.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="File to write; it must not be there yet.")
]


@commands.callback()
def _templates() -> None:
    """Empty files to fill in and import."""


@commands.command("risk-register")
def risk_register(csv: AsCsv = False, output: Output = None) -> None:
    """Write an empty risk register: a workbook with its lists and a sheet of notes.

    [bold]placeboard template risk-register[/]

    [bold]placeboard template risk-register --csv -o q4.csv[/]
    """
    settings, path = environment(), _path(output, "risk-register", as_csv=csv)
    write_risk_register(path, settings.data, settings.home, as_csv=csv)
    answer(f"Wrote {path}.")


@commands.command("savings-options")
def savings_options(
    programme: Annotated[str, typer.Option(help="First financial year of the tables, as 2020/21.")],
    csv: AsCsv = False,
    output: Output = None,
) -> None:
    """Write an empty list of savings options: a workbook with its lists and a sheet of notes.

    [bold]placeboard template savings-options --programme 2020/21[/]

    [bold]placeboard template savings-options --programme 2020/21 --csv -o options.csv[/]
    """
    try:
        year = financial_year(programme)
    except NotAllowedError as refusal:
        raise typer.BadParameter(f"--programme is {refusal.found}; allowed: {refusal.allowed}.") from None
    settings, path = environment(), _path(output, "savings-options", as_csv=csv)
    write_savings_options(path, settings.data, settings.home, year, as_csv=csv)
    answer(f"Wrote {path}.")


@commands.command("appraisal")
def appraisal(
    scale: Annotated[str, typer.Option(help="Scale of the scores: rag, or five for 1 to 5.")] = "rag",
    csv: AsCsv = False,
    output: Output = None,
) -> None:
    """Write an empty appraisal of options: a workbook with its lists and a sheet of notes.

    [bold]placeboard template appraisal[/]

    [bold]placeboard template appraisal --scale five --csv -o hubs.csv[/]
    """
    settings, path = environment(), _path(output, "appraisal", as_csv=csv)
    write_appraisal(path, settings.data, settings.home, scale, as_csv=csv)
    answer(f"Wrote {path}.")


@commands.command("milestone-status")
def milestone_status(csv: AsCsv = False, output: Output = None) -> None:
    """Write every milestone of the plan with its date, ready for its status.

    [bold]placeboard template milestone-status[/]

    [bold]placeboard template milestone-status --csv -o june.csv[/]
    """
    settings, path = environment(), _path(output, "milestone-status", as_csv=csv)
    write_milestone_status(path, settings.data, settings.home, as_csv=csv)
    answer(f"Wrote {path}.")


def _path(output: Path | None, kind: str, *, as_csv: bool) -> Path:
    return output or Path(f"{kind}.{'csv' if as_csv else 'xlsx'}")
