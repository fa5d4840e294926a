"""Who comes first at the weights set, and what each score is made of."""

from dashboard.domain.view import Cell, Table, View
from dashboard.figures.options import Block, Row, contributions_figure
from dashboard.views.options.setting import LETTERS, Setting, points, shown

METHOD = (
    "Each level counts what the panel says, stretched so that the worst is 0 and the best 100; each "
    "criterion’s number is multiplied by its share of the weight, and the products are added. This is "
    "the weighted sum that the Green Book’s guidance on multi-criteria decision analysis (2024) "
    "describes. It holds only where one criterion can make up for another, and where criteria do not "
    "count the same thing twice. By swing: a weight says how much the step from the worst option to the "
    "best on that criterion is worth, so each criterion is stretched between them; one on which all "
    "options are alike counts nothing."
)


def ranking_view(setting: Setting) -> View:
    """Return the score of each option with the part of each criterion, the highest first."""
    case = setting.case
    order = sorted(range(len(case.options)), key=lambda place: (case.ranks[place], place))
    rows = tuple(
        (
            Cell(setting.full_name(place), heading=True),
            *(Cell(shown(part), number=True) for part in case.contributions[place]),
            Cell(shown(case.totals[place]), number=True, note="derived"),
            Cell(str(case.ranks[place]), number=True),
        )
        for place in order
    )
    head = ("Option", *LETTERS[: len(case.criteria)], "Score", "Rank")
    return View(
        name="options.ranking",
        title=_title(setting),
        subtitle="Weighted score of each option, of 100; each block is one criterion’s part, lettered "
        f"as in the scores. {setting.as_set} Derived.{setting.marked}",
        table=Table(
            "What each criterion adds to each score, of 100",
            tuple(Cell(text, heading=True, number=place > 0) for place, text in enumerate(head)),
            rows,
        ),
        facts=(),
        cited=setting.derived_facts,
        records=tuple(ranking_record(setting, place) | setting.audit for place in order),
        method=METHOD,
        chart=contributions_figure(
            [_row(setting, place) for place in order], 100 * float(max(case.totals)) or 1
        ),
        alternative="Stacked bars. "
        + "; ".join(f"{setting.full_name(place)}: {shown(case.totals[place])}" for place in order)
        + ".",
        height_rem=3.6 * len(order),
    )


def ranking_record(setting: Setting, place: int) -> dict[str, object]:
    """Return one option with its rank, its score and the part of each criterion."""
    case = setting.case
    return {
        "option": case.options[place],
        "title": setting.options[place].title,
        "standing": setting.options[place].standing,
        "rank": case.ranks[place],
        "score": points(case.totals[place]),
        **{
            f"from_{name}": points(part)
            for name, part in zip(case.criteria, case.contributions[place], strict=True)
        },
    }


def _row(setting: Setting, place: int) -> Row:
    blocks, start = [], 0.0
    for criterion, part in enumerate(setting.case.contributions[place]):
        length = 100 * float(part)
        if length > 0:
            said = f"{setting.full_name(place)}, {setting.criteria[criterion].title}: {shown(part)}"
            blocks.append(Block(start, length, LETTERS[criterion], said, "s1"))
        start += length
    return Row(
        f"<b>{place + 1}</b> {setting.options[place].title}", tuple(blocks), shown(setting.case.totals[place])
    )


def _title(setting: Setting) -> str:
    case = setting.case
    best = max(case.totals)
    others = sorted({round(float(value), 9) for value in case.totals if best - value > 1e-9}, reverse=True)
    if not others:
        return f"{setting.whose} every option scores the same, {shown(best)} of 100"
    following = [place for place, value in enumerate(case.totals) if abs(value - others[0]) < 1e-8]
    if len(case.leaders) > 1:
        return (
            f"{setting.whose} {setting.names(case.leaders)} tie on {shown(best)} of 100; "
            f"{setting.names(following)} follow{'s' * (len(following) == 1)} with {shown(others[0])}"
        )
    gap = points(best - others[0])
    ahead = f"{gap:.1f} ahead of" if gap >= 0.1 else "less than 0.1 ahead of"
    return (
        f"{setting.whose} {setting.names(case.leaders)} leads with {shown(best)} of 100, {ahead} "
        f"{setting.names(following)}"
    )
