"""Commands that take in an officer's file: a preview first, and stored only when asked."""

import getpass
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.common import Json, environment
from dashboard.errors import BuildError
from dashboard.ingest.imports import (
    Applied,
    Appraisal,
    Boundaries,
    Fingertips,
    MilestoneStatus,
    Preview,
    Request,
    RiskRegister,
    SavingsOptions,
    apply,
    kept_imports,
    preview,
)
from dashboard.ingest.imports.values import slug
from dashboard.terminal import answer, answer_json, answer_table, complain, progress_display, say

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")

File = Annotated[Path, typer.Argument(help="An .xlsx workbook or a CSV file in the documented layout.")]
Apply = Annotated[
    bool, typer.Option("--apply/--dry-run", help="Store it; without this it is only looked at.")
]
By = Annotated[str | None, typer.Option(help="Who imports, a post or a user name; else the account's.")]


@commands.callback()
def _imports() -> None:
    """Take in a file: every problem of it is listed, nothing is stored by halves."""


@commands.command("risk-register")
def risk_register(
    file: File,
    register: Annotated[str, typer.Option(help="Name of the register, such as lcc-corporate.")],
    quarter: Annotated[str, typer.Option(help="Quarter of the financial year, as 2019/20-Q4.")],
    apply: Apply = False,
    match: Annotated[
        list[str] | None,
        typer.Option(help="NUMBER=RISK_ID or NUMBER=new: which risk an entry is; may be repeated."),
    ] = None,
    accept_matches: Annotated[
        bool, typer.Option("--accept-matches", help="Confirm every match as the preview proposes it.")
    ] = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Look at a quarter of a risk register, or store it with --apply.

    [bold]placeboard import risk-register q4.xlsx --register lcc-corporate --quarter 2019/20-Q4[/]

    [bold]placeboard import risk-register q4.xlsx --register lcc-corporate --quarter 2019/20-Q4 --apply
    --match CR5=core_systems --match CR6=new[/]
    """
    request = RiskRegister(file, register, quarter, by or _account(), _matches(match or []), accept_matches)
    _run(request, store=apply, as_json=json)


@commands.command("savings-options")
def savings_options(
    file: File,
    programme: Annotated[str, typer.Option(help="First financial year of the tables, as 2020/21.")],
    apply: Apply = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Look at the savings options of a programme, or store them with --apply.

    [bold]placeboard import savings-options options.xlsx --programme 2020/21[/]

    [bold]placeboard import savings-options options.xlsx --programme 2020/21 --apply[/]
    """
    _run(SavingsOptions(file, programme, by or _account()), store=apply, as_json=json)


@commands.command("appraisal")
def appraisal(
    file: File,
    name: Annotated[str, typer.Option(help="Short name to keep it under, such as library-hubs.")],
    title: Annotated[str, typer.Option(help="What is appraised, in words.")],
    question: Annotated[str, typer.Option(help="What the appraisal is to answer.")] = "",
    scale: Annotated[str, typer.Option(help="Scale of the scores: rag, or five for 1 to 5.")] = "rag",
    apply: Apply = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Look at an appraisal of options, or store it with --apply; /options then scores it.

    [bold]placeboard import appraisal hubs.xlsx --name library-hubs --title "Library hubs"[/]

    [bold]placeboard import appraisal hubs.xlsx --name library-hubs --title "Library hubs" --apply[/]
    """
    request = Appraisal(file, name, title, by or _account(), question, scale)
    _run(request, store=apply, as_json=json)


@commands.command("milestone-status")
def milestone_status(
    file: File,
    as_at: Annotated[str, typer.Option(help="Day for which it is said, as 2017-06-30.")],
    apply: Apply = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Look at how milestones stand, or store it with --apply; the timeline of /delivery then says it.

    [bold]placeboard import milestone-status june.xlsx --as-at 2017-06-30[/]

    [bold]placeboard import milestone-status june.xlsx --as-at 2017-06-30 --apply[/]
    """
    _run(MilestoneStatus(file, as_at, by or _account()), store=apply, as_json=json)


@commands.command("fingertips")
def fingertips(
    file: Annotated[Path, typer.Argument(help="A CSV download from Fingertips, as it came.")],
    metadata: Annotated[
        Path | None, typer.Option(help="What the indicators are; without it none is judged or has a trend.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="Short name to keep it under; else made from the name of the file.")
    ] = None,
    benchmark: Annotated[
        str | None, typer.Option(help="Code of the area to compare with; else the country.")
    ] = None,
    apply: Apply = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Look at a download of public health indicators, or store it with --apply.

    [bold]placeboard import fingertips download.csv --metadata metadata.csv[/]

    [bold]placeboard import fingertips download.csv --metadata metadata.csv --apply[/]

    An indicator that another download holds already is replaced as a whole.
    """
    request = Fingertips(
        file, metadata, name or slug(file.stem).removeprefix("fingertips_"), by or _account(), benchmark
    )
    _run(request, store=apply, as_json=json)


@commands.command("boundaries")
def boundaries(
    file: Annotated[Path, typer.Argument(help="A GeoJSON file of polygons, one feature for each area.")],
    code_column: Annotated[
        str | None, typer.Option(help="Column of the GSS codes; else the one named like LAD24CD.")
    ] = None,
    attribution: Annotated[
        str | None, typer.Option(help="The sentence that the publisher asks for, shown under the map.")
    ] = None,
    apply: Apply = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Look at the boundaries of districts for a true map, or store them with --apply.

    [bold]placeboard import boundaries districts.geojson[/]

    [bold]placeboard import boundaries districts.geojson --apply --attribution "Source: ..."[/]

    They take the place of those imported before.
    """
    said = " ".join(attribution.split()) if attribution else None
    _run(Boundaries(file, by or _account(), code_column, said), store=apply, as_json=json)


@commands.command("list")
def list_imports(json: Json = False) -> None:
    """List what has been imported: which file, by whom, when.

    [bold]placeboard import list[/]

    [bold]placeboard import list --json[/]
    """
    found = kept_imports(environment().home)
    if json:
        answer_json(found)
    elif found:
        answer_table(list(found[0]), [list(row.values()) for row in found])
    else:
        say("Nothing has been imported.")


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _matches(told: Sequence[str]) -> dict[str, str]:
    matches: dict[str, str] = {}
    for text in told:
        number, sign, risk_id = text.rpartition("=")
        if not (sign and number.strip() and risk_id.strip()):
            raise typer.BadParameter(f"--match {text} is not NUMBER=RISK_ID or NUMBER=new.")
        if matches.setdefault(number.strip(), risk_id.strip()) != risk_id.strip():
            raise typer.BadParameter(f"--match says two things of {number}.")
    return matches


def _run(request: Request, *, store: bool, as_json: bool) -> None:
    settings = environment()
    if store:
        with progress_display() as progress:
            applied = apply(request, settings.data, settings.home, progress)
    elif isinstance(request, Fingertips):
        with progress_display() as progress:
            applied = Applied(preview(request, settings.data, settings.home, progress), None)
    else:
        applied = Applied(preview(request, settings.data, settings.home), None)
    found = applied.preview
    if as_json:
        answer_json(_plain(applied))
    else:
        _answer(found)
    _end(applied, store=store)


def _end(applied: Applied, *, store: bool) -> None:
    """Say what came of it; the exit status is 1 where something stands in the way of what was asked."""
    found = applied.preview
    if applied.release:
        say(f"Stored {found.source_id} and published {applied.release.stem}.")
    elif found.problems or found.refusals:
        problems = [problem.sentence for problem in found.problems] + found.refusals
        complain(BuildError("Nothing was stored.", problems))
        raise typer.Exit(1)
    elif found.state == "same":
        say(f"This file is stored already as {found.source_id}; nothing is left to do.")
    elif store:
        numbers = ", ".join(match.number for match in found.undecided)
        say(f"Nothing was stored. Not decided yet: {numbers}; --match NUMBER=RISK_ID or --accept-matches.")
        raise typer.Exit(1)
    else:
        say("This was a preview; nothing was stored. --apply stores it.")


def _plain(applied: Applied) -> dict[str, object]:
    found = applied.preview
    return {
        **asdict(found),
        "problems": [{**asdict(problem), "sentence": problem.sentence} for problem in found.problems],
        "undecided": [match.number for match in found.undecided],
        "applicable": found.applicable,
        "published": applied.release.stem if applied.release else None,
    }


def _answer(found: Preview) -> None:
    answer(f"{found.contents}, from {found.file} ({found.state})")
    for remark in found.remarks:
        answer(f"  {remark}")
    _part("Matched with the quarter before", _match_rows(found))
    _part(
        "Closed",
        [{"number": entry.number, "risk": entry.risk_id, "title": entry.title} for entry in found.closed],
    )
    _part("What changes", _change_rows(found))
    _part("Found by the checks; stored as not decided", [asdict(finding) for finding in found.findings])


def _match_rows(found: Preview) -> list[dict[str, object]]:
    return [
        {
            "number": match.number,
            "title": match.title,
            "is": match.risk_id,
            "how": match.state,
            "alike": match.similarity,
            "earlier number": match.earlier_number,
            "earlier title": match.earlier_title,
            "earlier score": match.earlier_score,
            "score": match.score,
            "decided": "yes" if match.decided else "no",
        }
        for match in found.matches
    ]


def _change_rows(found: Preview) -> list[dict[str, object]]:
    return [
        {"number": one.number, "title": one.title, "change": one.change, "what": "; ".join(one.details)}
        for one in found.changes
    ]


def _part(title: str, rows: list[dict[str, object]]) -> None:
    if rows:
        answer(f"\n{title}")
        answer_table(list(rows[0]), [list(row.values()) for row in rows])
