"""Commands on briefings."""

from typing import Annotated

import typer

from dashboard.cli.common import environment
from dashboard.domain.briefing import LAST_HEADING
from dashboard.errors import PlaceboardError
from dashboard.ingest.briefings import BRIEFINGS, NAME
from dashboard.terminal import answer

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")

TEMPLATE = f"""\
---
topic: What it is about, in a few words
title: What it finds, in one sentence
standfirst: What it draws on and why it matters, in one sentence.
order: 99
---

## In brief

Write paragraphs, lists (begin each line with - ), *emphasis*, **strong emphasis** and [links](/sources) to
pages of this product. No figure is typed: every digit is refused but in a call, or between backticks where
it is a year or a name, as in `2020/21` and `Table 40`.

Look a figure up on /sources, or with `placeboard sources find`. Its document, its line and what else tells it
apart make the call. These are calls once the backticks are gone and the words in capitals say something:

- `{{{{ fact SOURCE line=LINE period=YEAR }}}}` says a printed figure and leads to its line. It can also ask
  for `table="TABLE"`, `figure="FIGURE"`, `printed="TEXT"`, `subject=` and `measure=`.
- `as=deficit` says deficit of or surplus of, `as=saving` saving of or extra cost of, `as=change` fall of
  or rise of, `as=size` the amount without its sign, `as=number` the number alone, `as=period` the date.
  `digits=` rounds it.
- `{{{{ fact SOURCE line=LINE name=NAME }}}}` names it; `as=unshown` says nothing and keeps the name.
- `{{{{ difference NAME OTHER }}}}`, sum and share work out what nobody printed; it is marked as derived.
- `{{{{ query NAME }}}}` is a figure counted in the view briefing_figure.
- `{{{{ source SOURCE }}}}` is the name and date of a document.
- `{{{{ finding PAGE.CARD?CHOICE=VALUE }}}}` says the title of a card.
- `{{{{ chart PAGE.CARD?CHOICE=VALUE }}}}` shows it, `{{{{ table PAGE.CARD }}}}` its table, each in a
  paragraph of its own.

## What the figures cannot say

- Which document, of which date, and what it leaves out.

## {LAST_HEADING}

- **What**, by whom, and what hangs on it.
"""


@commands.callback()
def _briefing() -> None:
    """Briefings that people write and figures fill."""


@commands.command("new")
def new(
    name: Annotated[str, typer.Argument(help="Name of the briefing, as in its address: small-letters.")],
) -> None:
    """Write a briefing to begin from, with the syntax explained, to data/briefings/.

    [bold]placeboard briefing new winter-pressures[/]

    A file that is there already is left alone. docs/briefings.md describes every call.
    """
    if not NAME.fullmatch(name):
        raise PlaceboardError(
            f"{name} is no name: it has small letters, digits and hyphens, as in winter-plan."
        )
    path = environment().data / BRIEFINGS / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise PlaceboardError(f"{path} is there already and was left alone. Choose another name.") from None
    answer(f"Wrote {path}. Edit it, then run placeboard check; placeboard build publishes it.")
