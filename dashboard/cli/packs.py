"""`placeboard pack`: a pack of views as slides, paper, workbook and a file for any browser."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.common import environment
from dashboard.terminal import answer, progress_display, say

STOPPED = 130

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")


@commands.callback()
def _packs() -> None:
    """Packs: views in order, with titles and speaker notes."""


@commands.command()
def build(
    pack: Annotated[Path, typer.Argument(metavar="PACK.toml", help="The pack.")],
    pptx: Annotated[bool, typer.Option("--pptx", help="Slides with charts that can be edited.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="A committee paper; needs Chromium.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="A workbook, a sheet for each view.")] = False,
    html: Annotated[bool, typer.Option("--html", help="One file for any browser, no network.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder to write to; that of the pack if not given.")
    ] = None,
) -> None:
    """Write a pack as slides, paper, workbook or HTML; all four where none is named.

    [bold]placeboard pack build cabinet.toml --pptx --pdf[/]

    [bold]placeboard pack build cabinet.toml -o papers[/]

    Each file is there whole or not at all; Ctrl-C stops.
    """
    from dashboard.cli.pack_files import build_pack

    wanted = {".xlsx": xlsx, ".pptx": pptx, ".html": html, ".pdf": pdf}
    kinds = [kind for kind, asked in wanted.items() if asked or not any(wanted.values())]
    try:
        with progress_display() as progress:
            for path in build_pack(pack, output or pack.parent, kinds, environment(), progress, say):
                answer(f"Wrote {path}.")
    except KeyboardInterrupt:
        say("Stopped. No half file was left.")
        raise typer.Exit(STOPPED) from None
