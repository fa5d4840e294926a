"""Whether the way of scoring matters: a second method, and what happens when an option leaves."""

from dashboard.domain.options import leaders, ranks
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.views.options.setting import Setting, shown

Turns = list[tuple[int, int, int]]


def method_view(setting: Setting) -> View:
    """Return the rank of each option by added scores and by the second method, and orders that turn round."""
    case = setting.case
    second = ranks(case.compromise) if case.compromise is not None else None
    rows = tuple(
        (
            Cell(setting.full_name(place), heading=True),
            Cell(str(case.ranks[place]), number=True),
            Cell(str(second[place]) if second else "not told apart", number=True),
            Cell(_leaving(setting, place, case.turned_added)),
            Cell(_leaving(setting, place, case.turned_compromise) if second else "not told apart"),
        )
        for place in range(len(case.options))
    )
    return View(
        name="options.method",
        title=_title(setting),
        subtitle="Rank by added scores and by VIKOR, which counts the worst shortfall as much as the "
        f"whole, and which orders turn round when one option is left out. Derived.{setting.marked}",
        table=Table(
            "Rank by method, and what leaving each option out does to the order of the others",
            (
                Cell("Option", heading=True),
                Cell("Added", heading=True, number=True),
                Cell("VIKOR", heading=True, number=True),
                Cell("Left out: added scores", heading=True),
                Cell("Left out: VIKOR", heading=True),
            ),
            rows,
        ),
        facts=(),
        cited=setting.derived_facts,
        records=tuple(method_record(setting, place) | setting.audit for place in range(len(case.options))),
        method="VIKOR (Opricovic and Tzeng, 2004) ranks by distance from the best: half the distance "
        "over all criteria, half the worst on one. Where it differs from added scores, the answer rests "
        "on how far a gain on one criterion may make up for a loss on another, which is a judgement and "
        "no fact. By added scores on the whole scale no order can turn round when an option leaves; by "
        "swing, and by VIKOR, it can, because both judge each criterion by the options that are there. "
        "Calculated with crispyn 0.0.7.",
    )


def method_record(setting: Setting, place: int) -> dict[str, object]:
    """Return the ranks of one option by both methods and what leaving it out turns round."""
    case = setting.case
    nearness = None if case.compromise is None else case.compromise[place]
    return {
        "option": case.options[place],
        "rank_added": case.ranks[place],
        "rank_vikor": None if case.compromise is None else ranks(case.compromise)[place],
        "vikor_distance": None if nearness is None else round(-float(nearness), 3) + 0.0,
        "left_out_turns_added": _pairs(setting, place, case.turned_added),
        "left_out_turns_vikor": _pairs(setting, place, case.turned_compromise),
    }


def _pairs(setting: Setting, gone: int, turns: Turns) -> str:
    names = setting.case.options
    return "; ".join(f"{names[second]} above {names[first]}" for out, first, second in turns if out == gone)


def _leaving(setting: Setting, gone: int, turns: Turns) -> str:
    found = [
        f"{setting.name(second)} passes {setting.names([first])}"
        for out, first, second in turns
        if out == gone
    ]
    return listed(found) if found else "no order turns"


def _title(setting: Setting) -> str:
    case = setting.case
    if case.compromise is None:
        return "A second method, VIKOR, cannot tell these options apart at these weights"
    second = leaders(case.compromise)
    if second == case.leaders:
        return f"The method does not change the answer: VIKOR puts {setting.names(second)} first as well"
    if set(second) < set(case.leaders):
        return f"VIKOR, a second method, parts the tie of added scores: it puts {setting.names(second)} first"
    added = f"added scores put {setting.names(case.leaders)} first"
    return f"The method matters: {added} ({shown(max(case.totals))} of 100), VIKOR {setting.names(second)}"
