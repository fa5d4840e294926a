"""How often each option comes first when nothing is known about the weights."""

from collections.abc import Sequence
from math import hypot

import numpy as np

from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.figures.options import Block, Row, option_colour, shares_figure
from dashboard.views.options.setting import LETTERS, Setting, percent, points, shown


def acceptability_view(setting: Setting) -> View:
    """Return how often each option takes each rank over all weightings, with the average winning weights."""
    case = setting.case
    found = case.acceptability
    order = sorted(range(len(case.options)), key=lambda place: -float(found.share[place, 0]))
    ranks = tuple(f"Rank {place + 1}" for place in range(len(case.options)))
    rows = tuple(
        (
            Cell(setting.full_name(place), heading=True),
            *(Cell(shown(share), number=True) for share in found.share[place]),
            Cell(f"± {shown(found.error[place, 0])}", number=True),
            Cell(_central_words(setting, place)),
        )
        for place in order
    )
    return View(
        name="options.acceptability",
        title=_title(setting, order),
        subtitle="Share of all weightings in which each option comes first, %, with what each level "
        f"counts as set; your weights make no difference to it. {case.draws:,} draws, standard error "
        f"at most {shown(found.error[:, 0].max())}. Derived.{setting.marked}",
        table=Table(
            f"Share of weightings that give each option each rank, %; {case.draws:,} draws, seed "
            f"{case.seed}. ± is one standard error of the first rank.",
            (
                Cell("Option", heading=True),
                *(Cell(text, heading=True, number=True) for text in (*ranks, "±")),
                Cell("Average weighting that puts it first", heading=True),
            ),
            rows,
        ),
        facts=(),
        cited=setting.derived_facts,
        records=tuple(acceptability_record(setting, place) | setting.audit for place in order),
        method=f"{case.draws:,} weightings are drawn evenly from all that add to 100% (rank "
        f"acceptability, SMAA-2), always the same ones (seed {case.seed}). Options that tie share the "
        "rank. No weighting is taken to be likelier than another, so a share is not a probability that "
        "the option is right: it says how many opinions about weights it would satisfy.",
        chart=shares_figure([_row(setting, place) for place in order]),
        alternative="Bars. "
        + "; ".join(f"{setting.full_name(place)}: {percent(found.share[place, 0])}" for place in order)
        + ".",
        height_rem=3 * len(order),
    )


def acceptability_record(setting: Setting, place: int) -> dict[str, object]:
    """Return how often one option takes each rank, in %, with the error and the average winning weights."""
    case = setting.case
    found = case.acceptability
    central = found.central[place]
    return {
        "option": case.options[place],
        **{f"rank_{rank + 1}_pct": points(share) for rank, share in enumerate(found.share[place])},
        **{f"rank_{rank + 1}_error_pct": points(error) for rank, error in enumerate(found.error[place])},
        **{
            f"central_{name}_pct": None if np.isnan(weight) else points(weight)
            for name, weight in zip(case.criteria, central, strict=True)
        },
    }


def first_words(setting: Setting, order: Sequence[int]) -> tuple[list[int], str]:
    """Return the options that come first most often, alike within twice the error, and their share."""
    found = setting.case.acceptability
    top = order[0]
    alike = [
        place
        for place in order
        if found.share[top, 0] - found.share[place, 0]
        <= 2 * hypot(found.error[top, 0], found.error[place, 0])
    ]
    mean = sum(float(found.share[place, 0]) for place in alike) / len(alike)
    return sorted(alike), f"about {100 * mean:.0f}%" if len(alike) > 1 else percent(found.share[top, 0])


def _title(setting: Setting, order: Sequence[int]) -> str:
    alike, share = first_words(setting, order)
    if len(alike) > 1:
        return f"Over all weightings {setting.names(alike)} come first equally often, {share} each"
    never = [place for place in order if setting.case.acceptability.share[place, 0] == 0]
    rest = f"; {setting.names(never)} never" if never else ""
    often = "most often" if setting.case.acceptability.share[alike[0], 0] < 0.5 else "more often than not"
    return f"Over all weightings {setting.names(alike)} comes first {often}, in {share}{rest}"


def _central_words(setting: Setting, place: int) -> str:
    weights = setting.case.acceptability.central[place]
    if np.isnan(weights).any():
        return "none puts it first"
    return listed([f"{LETTERS[c]} {100 * weight:.0f}%" for c, weight in enumerate(weights)])


def _row(setting: Setting, place: int) -> Row:
    share = 100 * float(setting.case.acceptability.share[place, 0])
    said = f"{setting.full_name(place)}: first in {share:.1f}%"
    return Row(
        f"<b>{place + 1}</b> {setting.options[place].title}",
        (Block(0, share, "", said, option_colour(place)),),
        f"{share:.1f}%",
    )
