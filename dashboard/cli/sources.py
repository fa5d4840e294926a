"""Commands on documents and the figures printed in them."""

from dataclasses import asdict
from typing import Annotated

import typer

from dashboard.cli.common import Json, current_store, environment
from dashboard.errors import PlaceboardError
from dashboard.ingest.manifest import seal
from dashboard.queries.facts import FoundFact, count_facts, facts_on_line, find_facts
from dashboard.queries.sources import sources as every_source
from dashboard.terminal import answer, answer_json, answer_table, say

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")

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


@commands.callback()
def _sources() -> None:
    """Documents and the figures printed in them."""


@commands.command("list")
def list_sources(json: Json = False) -> None:
    """List every document that figures are taken from.

    [bold]placeboard sources list[/]
    """
    found = every_source(current_store())
    if json:
        answer_json([asdict(source) for source in found])
    else:
        shown = ("source_id", "title", "publisher", "published_text", "status", "figures")
        answer_table(shown, [[getattr(source, name) for name in shown] for source in found])


# Unknown options pass as text, so that -41 can be looked for.
@commands.command("find", context_settings={"ignore_unknown_options": True})
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
    store = current_store()
    found = find_facts(store, text, limit=limit)
    _answer_facts(found, as_json=json)
    total = count_facts(store, text)
    if not total:
        say(f"No figure matches {text!r}. Try fewer words, or a part of one.")
    elif total > len(found):
        say(f"{len(found)} of {total} figures; --limit {total} lists them all.")


@commands.command("line")
def line(
    source_id: SourceId,
    line: Annotated[int, typer.Argument(min=1, help="Line of the document, counted from 1.")],
    json: Json = False,
) -> None:
    """List every figure printed on one line of a document.

    [bold]placeboard sources line psdm-2017 2193[/]
    """
    store = current_store()
    _require_source(source_id, [source.source_id for source in every_source(store)])
    found = facts_on_line(store, source_id, line)
    _answer_facts(found, as_json=json)
    if not found:
        say(f"No figure is kept from line {line} of {source_id}.")


@commands.command("seal")
def seal_source(source_id: SourceId) -> None:
    """Write the hash of every file of facts to the manifest of a document, after a change that is meant.

    [bold]placeboard sources seal psdm-2017[/]
    """
    folder = environment().data / "sources"
    _require_source(source_id, sorted(path.name for path in folder.glob("*") if path.is_dir()))
    changed = seal(folder / source_id)
    answer(
        f"Sealed {source_id}: {', '.join(changed)} changed."
        if changed
        else f"Nothing changed in {source_id}."
    )


def _require_source(source_id: str, known: list[str]) -> None:
    if source_id not in known:
        raise PlaceboardError(f"There is no source {source_id}. There are: {', '.join(known) or 'none'}.")


def _answer_facts(found: list[FoundFact], *, as_json: bool) -> None:
    if as_json:
        answer_json([asdict(fact) for fact in found])
    elif found:
        answer_table(SHOWN, [[getattr(fact, name) for name in SHOWN] for fact in found])
