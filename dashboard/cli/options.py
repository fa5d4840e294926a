"""`placeboard options`: the appraisals, and the very numbers of the options page."""

from collections.abc import Collection
from typing import Annotated

import typer

from dashboard.cli.common import Json, current_store
from dashboard.domain.option_acceptability import DRAWS, SEED
from dashboard.domain.option_case import WEIGHTINGS
from dashboard.errors import PlaceboardError
from dashboard.queries.options import Appraisal, appraisal, appraisals
from dashboard.store import Store
from dashboard.terminal import answer, answer_json, answer_table, say
from dashboard.views.options.report import score_report
from dashboard.views.options.setting import HEAVIEST, WHAT_IF, OptionsSelection, Setting, setting

SHOWN = ("option", "title", "standing", "rank", "score", "rank_1_pct", "rank_vikor")


commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")


@commands.callback()
def _options() -> None:
    """Appraisals of options, and how sure their ranking is."""


@commands.command("list")
def list_all(json: Json = False) -> None:
    """List every appraisal of options, those with scores first.

    [bold]placeboard options list[/]

    [bold]placeboard options list --json[/]
    """
    list_appraisals(current_store(), as_json=json)


@commands.command()
def score(
    name: Annotated[str, typer.Argument(metavar="APPRAISAL", help="As `placeboard options list` names it.")],
    weights: Annotated[
        str, typer.Option(help="CRITERION=0..100, joined by commas; 50 where not named.")
    ] = "",
    scale: Annotated[str, typer.Option(help="LEVEL=0..100, joined by commas: what a level counts.")] = "",
    scores: Annotated[str, typer.Option(help="OPTION.CRITERION=LEVEL: scores of your own, to try.")] = "",
    method: Annotated[str, typer.Option(help="What a weight means: points or swing.")] = "points",
    draws: Annotated[int, typer.Option(min=100, max=200_000, help="Weightings drawn.")] = DRAWS,
    seed: Annotated[int, typer.Option(min=0, help="Which weightings are drawn.")] = SEED,
    json: Json = False,
) -> None:
    """Score an appraisal: the numbers that /options shows for the same settings.

    [bold]placeboard options score psdm-delivery-model[/]

    [bold]placeboard options score psdm-delivery-model --weights manage_demand=80 --json[/]

    [bold]placeboard options score psdm-delivery-model --scale red=0,amber=3,green=4[/]
    """
    opened = current_store()
    found = appraisal(opened, name)
    chosen = _selection(found, weights, scale, scores, method)
    answer_score(setting(found, chosen, opened.release_id, draws, seed), as_json=json)


def list_appraisals(store: Store, *, as_json: bool) -> None:
    """Print every appraisal."""
    rows = []
    for head in appraisals(store):
        found = appraisal(store, head.appraisal)
        rows.append(
            {
                "appraisal": head.appraisal,
                "title": head.title,
                "options": len(found.options),
                "criteria": len(found.criteria),
                "scored": bool(head.scale),
                "source_id": head.source_id,
                "line": head.source_line,
            }
        )
    if as_json:
        answer_json(rows)
    else:
        answer_table(list(rows[0]) if rows else ["appraisal"], [list(row.values()) for row in rows])


def answer_score(found: Setting, *, as_json: bool) -> None:
    """Print a scoring: all of it for programs, the ranking and its finding for people."""
    report = score_report(found)
    if as_json:
        answer_json(report)
        return
    answer_table(SHOWN, [[record[name] for name in SHOWN] for record in report["options"]])
    answer(f"\n{report['answer']}.")
    if found.tried:
        say(f"{len(found.tried)} of the scores are {WHAT_IF}.")
    say(f"The same on screen: {found.link}")
    if (found.draws, found.seed) != (DRAWS, SEED):
        say(f"The screen draws {DRAWS:,} weightings with seed {SEED}, so rank_1_pct may differ there.")


def _selection(found: Appraisal, weights: str, scale: str, scores: str, method: str) -> OptionsSelection:
    """Return what the options of the command ask for; a name or a number that cannot be is refused."""
    if method not in WEIGHTINGS:
        raise PlaceboardError(f"--method can be {' or '.join(WEIGHTINGS)}; found {method}.")
    levels = [level.level for level in found.levels]
    cells = [f"{option.option}.{row.criterion}" for option in found.options for row in found.criteria]
    tried = _pairs("--scores", scores, cells)
    for name, level in tried:
        if level not in levels:
            raise PlaceboardError(f"--scores gives {name} {level}; it can be {', '.join(levels)}.")
    return OptionsSelection(
        method=method,
        weights=_numbers("--weights", weights, [criterion.criterion for criterion in found.criteria]),
        scale=_numbers("--scale", scale, levels),
        scores=tuple((name.replace(".", "-"), level) for name, level in tried),
    )


def _numbers(option: str, text: str, known: Collection[str]) -> tuple[tuple[str, int], ...]:
    found = []
    for name, value in _pairs(option, text, known):
        if not (value.isascii() and value.isdigit() and len(value) < 4 and int(value) <= HEAVIEST):
            raise PlaceboardError(
                f"{option} gives {name} {value}; it can be a whole number from 0 to {HEAVIEST}."
            )
        found.append((name, int(value)))
    return tuple(found)


def _pairs(option: str, text: str, known: Collection[str]) -> list[tuple[str, str]]:
    """Return NAME=VALUE pairs whose names are known, each once."""
    found: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name not in known:
            raise PlaceboardError(f"{option} names {name}; there are {', '.join(known) or 'none'}.")
        if name in found:
            raise PlaceboardError(f"{option} gives {name} twice.")
        found[name] = value
    return list(found.items())
