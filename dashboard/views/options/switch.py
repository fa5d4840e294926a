"""When another option would win: the nearest change of one weight, and of one weight against another."""

from dataclasses import dataclass

from dashboard.domain.option_weights import bounded, nearest_lead
from dashboard.domain.options import SAME
from dashboard.domain.view import Cell, Record, Table, View
from dashboard.domain.words import listed
from dashboard.views.options.sensitivity import stretch_words
from dashboard.views.options.setting import LETTERS, Setting, percent, points


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """A way for an option to lead: how far one weight must move, between which shares, of which criterion."""

    distance: float
    criterion: int
    begin: float
    end: float


def switch_view(setting: Setting) -> View:
    """Return for each option the smallest change of one weight that puts it first."""
    case = setting.case
    places = range(len(case.options))
    rows = tuple(
        (
            Cell(setting.full_name(option), heading=True),
            Cell(str(case.ranks[option]), number=True),
            Cell(_words(setting, option)),
        )
        for option in places
    )
    return View(
        name="options.switch",
        title=_title(setting),
        subtitle=f"The smallest change of one weight that puts each option first. Derived.{setting.marked}",
        table=Table(
            "What would put each option first, alone or level with others",
            (
                Cell("Option", heading=True),
                Cell("Rank now", heading=True, number=True),
                Cell("It would come first", heading=True),
            ),
            rows,
        ),
        facts=(),
        cited=setting.derived_facts,
        records=tuple(record | setting.audit for option in places for record in way_records(setting, option)),
        method="For each criterion the share of its weight is moved, the others keeping their "
        "proportions, until the option comes first; the nearest is named, or all that are as near. "
        "Scores and what each level counts stay as they are.",
    )


def way_records(setting: Setting, option: int) -> list[Record]:
    """Return a record per nearest way for one option to lead; one without a criterion where there is none."""
    case = setting.case
    base: Record = {"option": case.options[option], "rank": case.ranks[option]}
    return [
        base
        | {
            "criterion": case.criteria[way.criterion],
            "share_now_pct": points(case.share[way.criterion]),
            "from_pct": points(way.begin),
            "to_pct": points(way.end),
        }
        for way in nearest_ways(setting, option)
    ] or [base | dict.fromkeys(("criterion", "share_now_pct", "from_pct", "to_pct"))]


def nearest_ways(setting: Setting, option: int) -> list[Way]:
    """Return the nearest changes of one weight with which an option leads: several where as near."""
    ways = [
        Way(found[0], place, found[1], found[2])
        for place, stretches in enumerate(setting.case.ranges)
        if (found := nearest_lead(stretches, option, float(setting.case.share[place])))
    ]
    return [way for way in sorted(ways) if way.distance <= min(ways).distance + SAME]


def _words(setting: Setting, option: int) -> str:
    leaders = setting.case.leaders
    if leaders == (option,):
        return "It does now."
    if option in leaders:
        return f"It does now, level with others; alone with {_alone(setting, option)}."
    ways = nearest_ways(setting, option)
    if not ways:
        return "No change of a single weight puts it first."
    return f"With {_ways_words(setting, ways)} of the weight (now {_now(setting, ways)})."


def _ways_words(setting: Setting, ways: list[Way]) -> str:
    """Return which criteria need which share: “A” at 28.6% to 37.5%."""
    groups: dict[str, list[str]] = {}
    for way in ways:
        groups.setdefault(_between(way), []).append(setting.quoted(way.criterion))
    return " or ".join(f"{' or '.join(names)} at {share}" for share, names in groups.items())


def _between(way: Way) -> str:
    if way.end >= 1 - SAME:
        return f"{percent(way.begin)} or more"
    return (
        f"{percent(way.end)} or less" if way.begin <= SAME else f"{percent(way.begin)} to {percent(way.end)}"
    )


def _now(setting: Setting, ways: list[Way]) -> str:
    return listed(list(dict.fromkeys(percent(setting.case.share[way.criterion]) for way in ways)))


def _alone(setting: Setting, option: int) -> str:
    """Return which way weights must move for an option that ties to lead alone."""
    ways = []
    for place, stretches in enumerate(setting.case.ranges):
        now = float(setting.case.share[place])
        for begin, end, ahead in bounded(stretches):
            if ahead == (option,) and begin - SAME <= now <= end + SAME:
                ways.append(f"{'more' if begin >= now - SAME else 'less'} weight on {setting.quoted(place)}")
    return " or ".join(ways) if ways else "no change of a single weight"


def _title(setting: Setting) -> str:
    case = setting.case
    others = [option for option in range(len(case.options)) if option not in case.leaders]
    ways = {option: found for option in others if (found := nearest_ways(setting, option))}
    if not others:
        return "Every option comes first already"
    if not ways:
        return f"No change of a single weight puts another option above {setting.names(case.leaders)}"
    option = min(ways, key=lambda place: ways[place][0].distance)
    return f"{setting.name(option)} would come first with {_ways_words(setting, ways[option])} of the weight"


def trade_view(setting: Setting) -> View:
    """Return who leads as weight moves between each two criteria, the others unchanged."""
    case = setting.case
    changing = sum(len(stretches) > 1 for stretches in case.trade_offs.values())
    rows = tuple(
        (
            Cell(f"{LETTERS[first]} {setting.criteria[first].title}", heading=True),
            Cell(f"{LETTERS[second]} {setting.criteria[second].title}"),
            Cell(stretch_words(setting, stretches)),
        )
        for (first, second), stretches in case.trade_offs.items()
    )
    return View(
        name="options.trade",
        title=f"Moving weight between two criteria changes the answer for {changing} of {len(rows)} pairs",
        subtitle="Who leads as the share of the first criterion in the weight of the two goes from 0 to "
        f"100%. Derived.{setting.marked}",
        table=Table(
            "Trade-off between each two criteria, the weight of the others unchanged",
            (Cell("First", heading=True), Cell("Second", heading=True), Cell("Who leads", heading=True)),
            rows,
        ),
        facts=(),
        cited=setting.derived_facts,
        records=tuple(record | setting.audit for record in trade_records(setting)),
        method="The two criteria keep the weight they have together; only how they share it changes.",
        folded=True,
    )


def trade_records(setting: Setting) -> list[Record]:
    """Return a record per pair of criteria and stretch: who leads between which shares, in %."""
    case = setting.case
    return [
        {
            "first": case.criteria[first],
            "second": case.criteria[second],
            "from_pct": points(begin),
            "to_pct": points(end),
            "leads": "+".join(case.options[option] for option in ahead),
        }
        for (first, second), stretches in case.trade_offs.items()
        for begin, end, ahead in bounded(stretches)
    ]
