"""Commands that ask a public service for figures: the only ones that use the network."""

import re
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.common import environment
from dashboard.ingest.fingertips.fetch import SERVICE, Question, fetch_metadata, fetch_values
from dashboard.terminal import answer, progress_display, say

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")

AREA = re.compile(r"[A-Z][0-9]{8}|[A-Za-z0-9]{3,12}")


@commands.callback()
def _fetch() -> None:
    """Ask a public service for figures; nothing is imported by it."""


@commands.command("fingertips")
def fingertips(
    area: Annotated[str, typer.Option(help="Code of the area whose parts are asked for, as E10000017.")],
    indicators: Annotated[
        list[str], typer.Option(help="Numbers of indicators: 93085,41101; may be repeated.")
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder to write to.")] = None,
    area_type: Annotated[int, typer.Option(help="Number of the type of the parts: 501 is districts.")] = 501,
    parent_type: Annotated[int, typer.Option(help="Number of the type of the area: 502 is counties.")] = 502,
    service: Annotated[str, typer.Option(help="Address of the service.")] = SERVICE,
) -> None:
    """Fetch indicators of an area from Fingertips, and what they are; a second call goes on from a failure.

    [bold]placeboard fetch fingertips --area E10000017 --indicators 93085,41101[/]
    """
    if not AREA.fullmatch(area):
        raise typer.BadParameter(f"--area {area} is no code of an area, such as E10000017.")
    numbers = _numbers(indicators)
    folder = output or environment().home / "fetched" / area
    folder.mkdir(parents=True, exist_ok=True)
    question = Question(numbers, area, area_type, parent_type)
    with progress_display() as progress:
        values = fetch_values(question, folder, base=service, progress=progress)
    with progress_display() as progress:
        metadata = fetch_metadata(numbers, folder, base=service, progress=progress)
    answer(str(values))
    answer(str(metadata))
    name = f"--name {area.lower()}"
    say(f"To look at it: placeboard import fingertips {values} --metadata {metadata} {name}")


def _numbers(given: list[str]) -> tuple[int, ...]:
    texts = [text.strip() for part in given for text in part.split(",")]
    wrong = [text for text in texts if not (text.isascii() and text.isdecimal())]
    if wrong:
        raise typer.BadParameter(f"--indicators {', '.join(wrong)}: expected numbers such as 93085,41101.")
    return tuple(dict.fromkeys(map(int, texts)))
