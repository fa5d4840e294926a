"""How far each weight can move before another option comes first."""

from dashboard.domain.option_case import deciding
from dashboard.domain.option_weights import Stretch, bounded
from dashboard.domain.view import Cell, Table, View
from dashboard.domain.words import listed
from dashboard.figures.options import Block, Row, option_colour, ranges_figure
from dashboard.views.options.setting import LETTERS, Setting, percent, points

# The share of the whole range that a block needs for “Option 3” to stand in it.
ROOM_FOR_NAME = 0.12


def sensitivity_view(setting: Setting) -> View:
    """Return, for each criterion, who leads as its weight goes from nothing to everything."""
    case = setting.case
    rows = tuple(
        (
            Cell(f"{LETTERS[place]} {criterion.title}", heading=True),
            Cell(percent(case.share[place]), number=True),
            Cell(_stays(setting, place)),
            Cell(stretch_words(setting, case.ranges[place])),
        )
        for place, criterion in enumerate(setting.criteria)
    )
    return View(
        name="options.sensitivity",
        title=_title(setting),
        subtitle="Who leads as one criterion’s share of the weight goes from 0 to 100%, the others "
        f"keeping their proportions. The line marks its share now. Derived.{setting.marked}",
        table=Table(
            "Who leads over the whole range of each weight",
            (
                Cell("Criterion", heading=True),
                Cell("Share now", heading=True, number=True),
                Cell("Answer stays between", heading=True),
                Cell("Who leads", heading=True),
            ),
            rows,
        ),
        facts=(),
        cited=setting.derived_facts,
        records=tuple(record | setting.audit for record in range_records(setting)),
        method="One weight moves at a time. Every score is then a straight line in that weight, so the "
        "points at which the lead changes hands are exact. Weights that move together can change the "
        "answer sooner: see how often each option comes first over all weightings.",
        chart=ranges_figure([_row(setting, place) for place in range(len(setting.criteria))]),
        alternative="Strips. "
        + " ".join(
            f"{criterion.title}: {stretch_words(setting, case.ranges[place])}."
            for place, criterion in enumerate(setting.criteria)
        ),
        height_rem=3.1 * len(case.criteria) + 3,
    )


def _row(setting: Setting, place: int) -> Row:
    criterion = setting.criteria[place]
    blocks = tuple(
        Block(
            100 * begin,
            100 * (end - begin),
            _block_words(setting, end - begin, ahead),
            f"{criterion.title}, {percent(begin)} to {percent(end)}: {setting.names(ahead)}",
            option_colour(ahead[0]),
            tied=len(ahead) > 1,
        )
        for begin, end, ahead in bounded(setting.case.ranges[place])
    )
    return Row(
        f"<b>{LETTERS[place]}</b> {criterion.title}", blocks, mark=100 * float(setting.case.share[place])
    )


def _block_words(setting: Setting, length: float, ahead: tuple[int, ...]) -> str:
    if len(ahead) > 1:
        return f"{listed([str(option + 1) for option in ahead])} tie"
    return setting.name(ahead[0]) if length > ROOM_FOR_NAME else str(ahead[0] + 1)


def range_records(setting: Setting) -> list[dict[str, object]]:
    """Return a record per criterion and stretch: who leads between which shares of the weight, in %."""
    case = setting.case
    return [
        {
            "criterion": case.criteria[place],
            "share_pct": points(case.share[place]),
            "from_pct": points(begin),
            "to_pct": points(end),
            "leads": "+".join(case.options[option] for option in ahead),
        }
        for place, stretches in enumerate(case.ranges)
        for begin, end, ahead in bounded(stretches)
    ]


def stretch_words(setting: Setting, stretches: list[Stretch]) -> str:
    """Return who leads over which range, in words."""
    parts = bounded(stretches)
    if len(parts) == 1:
        return f"{setting.names(parts[0][2])} throughout"
    words = [f"{setting.names(parts[0][2])} up to {percent(parts[0][1])}"]
    words += [f"{setting.names(ahead)} to {percent(end)}" for _, end, ahead in parts[1:-1]]
    return ", then ".join([*words, f"{setting.names(parts[-1][2])}"])


def _stays(setting: Setting, place: int) -> str:
    """Return the range around the share now in which the same options lead, or that it ends here."""
    case = setting.case
    now = float(case.share[place])
    holding = [part for part in bounded(case.ranges[place]) if part[0] - 1e-9 <= now <= part[1] + 1e-9]
    if len(holding) != 1:
        return "changes here"
    return f"{percent(holding[0][0])} and {percent(holding[0][1])}"


def _title(setting: Setting) -> str:
    case = setting.case
    if len(case.leaders) > 1:
        return tie_words(setting)
    leader = case.leaders[0]
    changes = [
        (abs(begin - float(case.share[place])), place, begin)
        for place, stretches in enumerate(case.ranges)
        for begin, _ in stretches[1:]
    ]
    if not changes:
        return f"No single weight changes the answer: {setting.names([leader])} leads throughout"
    _, place, begin = min(changes)
    way = "rises above" if begin > case.share[place] else "falls below"
    return (
        f"{setting.name(leader)} leads until {setting.quoted(place)} {way} {percent(begin)} of the "
        "weight, the nearest point at which the answer changes"
    )


def tie_words(setting: Setting) -> str:
    """Return what breaks the tie of the options ahead, in a sentence."""
    favours: dict[int, list[int]] = {}
    for criterion, option in deciding(setting.case):
        favours.setdefault(option, []).append(criterion)
    if not favours:
        return f"No single weight parts {setting.names(setting.case.leaders)}"
    parts = [
        f"more weight on {listed([setting.quoted(place) for place in criteria])} favours "
        f"{setting.names([option])}"
        for option, criteria in favours.items()
    ]
    return f"The tie breaks on values: {', '.join(parts)}"
