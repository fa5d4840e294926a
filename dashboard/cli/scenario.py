"""placeboard scenario: what the scenario page works out, from the command line."""

from typing import Annotated, Any

import typer

from dashboard.cli.common import Json, current_store
from dashboard.cli.scenario_answers import (
    answer_run,
    answer_solved,
    answer_spread,
    list_levers,
    run,
)
from dashboard.domain.scenario import LeverError
from dashboard.domain.scenario_address import LEVERS, RANGES, Setting, setting
from dashboard.errors import PlaceboardError
from dashboard.queries import scenario as queries
from dashboard.queries.names import names
from dashboard.store import Store
from dashboard.views.scenario import ScenarioSelection, Work, worked

Set = Annotated[
    list[str] | None, typer.Option("--set", help="LEVER=VALUE; may be given again for another lever.")
]
Name = Annotated[str, typer.Option("--name", help="What to call the scenario.")]
PresetName = Annotated[
    str, typer.Option("--preset", help="Start from a preset; `scenario levers` lists them.")
]
Extended = Annotated[bool, typer.Option("--extended", help="Carry two years on beyond the report (ours).")]

commands = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")


@commands.callback()
def _scenario() -> None:
    """What follows if levers of the council's budget stand otherwise; never the council's forecast."""


@commands.command()
def levers(json: Json = False) -> None:
    """List every lever with its ends and default, and every preset.

    [bold]placeboard scenario levers[/]

    [bold]placeboard scenario levers --json[/]   with what each does
    """
    list_levers(current_store(), as_json=json)


@commands.command("run")
def run_command(
    set_: Set = None,
    preset: PresetName = "",
    name: Name = "",
    extended: Extended = False,
    path: Annotated[str, typer.Option(help="new_model or do_nothing.")] = "new_model",
    json: Json = False,
) -> None:
    """Work a scenario out by year: the published new model unless a lever is set.

    [bold]placeboard scenario run --json[/]   as published, with the tables that print it

    [bold]placeboard scenario run --set council_tax_growth_pct=2.99 --set stp_share_pct=50[/]
    """
    store = current_store()
    work = _work(store, set_, preset, extended=extended)
    answer_run(run(store, work, path, name), as_json=json)


@commands.command("solve")
def solve_command(
    target: Annotated[str, typer.Option(help="MEASURE>=AMOUNT@YEAR, or @always; £m.")],
    set_: Set = None,
    preset: PresetName = "",
    extended: Extended = False,
    json: Json = False,
) -> None:
    """Find what each lever by itself would have to be to meet a target, or that it cannot.

    [bold]placeboard scenario solve --target "in_year>=0@2020/21"[/]

    [bold]placeboard scenario solve --target "reserves>=20@always" --set opening_reserves_gbp_m=300[/]
    """
    work = _work(current_store(), set_, preset, extended=extended)
    answer_solved(work, target, as_json=json)


@commands.command()
def spread(
    range_: Annotated[
        list[str] | None, typer.Option("--range", help="LEVER=LOW,LIKELY,HIGH; ours where none is given.")
    ] = None,
    set_: Set = None,
    preset: PresetName = "",
    extended: Extended = False,
    shape: Annotated[str, typer.Option(help="pert or triangular.")] = "pert",
    together: Annotated[
        str, typer.Option(help="Bad with bad: correlation in rank, %: 0, 25, 50, 75 or 100.")
    ] = "0",
    json: Json = False,
) -> None:
    """Draw levers from ranges: how reserves spread, how long they last, what matters most.

    [bold]placeboard scenario spread[/]   our own ranges

    [bold]placeboard scenario spread --range stp_share_pct=0,80,100 --together 50 --json[/]
    """
    store = current_store()
    selection = _selection(
        store, set_, preset, extended=extended, ranges=range_, shape=shape, together=together
    )
    answer_spread(worked(store, selection), selection, as_json=json)


def _selection(
    store: Store,
    asked: list[str] | None,
    preset: str,
    *,
    extended: bool,
    ranges: list[str] | None = None,
    shape: str = "pert",
    together: str = "0",
) -> ScenarioSelection:
    """Return what the page would have in its address.

    Raises:
        PlaceboardError: a lever, preset or range is not to be had, with the reason.
    """
    known = names(store)
    try:
        moved = {**_preset(store, preset), **_given(asked or [], known)}
        text = "~".join(f"{item.replace('=', '~', 1).replace(',', '~')}" for item in ranges or [])
        _one_of("shape", shape, ("pert", "triangular"))
        _one_of("together", together, ("0", "25", "50", "75", "100"))
        return ScenarioSelection(
            levers=LEVERS.read(LEVERS.write(tuple(moved.items())), known) if moved else (),
            years="extended" if extended else "printed",
            ranges=RANGES.read(text, known) if text else (),
            shape=shape,
            together=together,
        )
    except ValueError as error:
        raise PlaceboardError(f"The scenario cannot be worked out: {error}.") from error


def _one_of(option: str, word: str, words: tuple[str, ...]) -> None:
    if word not in words:
        raise LeverError(f"--{option} can be {', '.join(words)}; found {word}")


def _work(store: Store, asked: list[str] | None, preset: str, *, extended: bool) -> Work:
    return worked(store, _selection(store, asked, preset, extended=extended))


def _preset(store: Store, name: str) -> dict[str, float]:
    known = {preset.preset: preset for preset in queries.presets(store)}
    if name and name not in known:
        raise LeverError(f"there is no preset {name}; the presets are {', '.join(known)}")
    return dict(known[name].levers) if name else {}


def _given(asked: list[str], known: Any) -> dict[str, float]:  # noqa: ANN401 - names as an address has them
    pairs = [_pair(item, known) for item in asked]
    found = dict(pairs)
    if len(found) < len(pairs):
        raise LeverError("each lever can be set once")
    return found


def _pair(text: str, known: Any) -> Setting:  # noqa: ANN401 - names as an address has them
    name, mark, value = text.partition("=")
    if not mark:
        raise LeverError(f"--set takes LEVER=VALUE, such as stp_share_pct=50; found {text}")
    return name, setting(name, value, known)
