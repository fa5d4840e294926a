"""The ranges that levers are drawn from, and the spread that follows."""

from functools import lru_cache

from dashboard.domain.fact import Fact, scenario
from dashboard.domain.scenario_levers import Lever
from dashboard.domain.scenario_uncertainty import SEED, Range, Spread, directions, spread
from dashboard.views.scenario.choices import SHAPES, ScenarioSelection
from dashboard.views.scenario.words import set_to
from dashboard.views.scenario.work import Work

Ranges = tuple[tuple[str, Range], ...]


def chosen_ranges(work: Work, selection: ScenarioSelection) -> Ranges:
    """Return the ranges that the reader set, or our own around where the levers stand."""
    if selection.ranges:
        return tuple((name, _range(work.lever[name], selection, *ends)) for name, *ends in selection.ranges)
    found = []
    for lever in work.levers:
        if lever.range_low is not None and lever.range_high is not None:
            at = work.standing(lever.lever, work.current)
            ends = min(lever.range_low, at), at, max(lever.range_high, at)
            found.append((lever.lever, _range(lever, selection, *ends)))
    return tuple(found)


def _range(lever: Lever, selection: ScenarioSelection, low: float, likely: float, high: float) -> Range:
    shape = "pert" if selection.shape == "pert" else "triangular"
    return Range(low, likely, high, shape, whole=lever.whole)  # type: ignore[arg-type]  # one of the two words


def spread_of(work: Work, selection: ScenarioSelection) -> Spread:
    """Return how the reader's scenario spreads over the chosen ranges."""
    return _spread(work, chosen_ranges(work, selection), int(selection.together) / 100)


@lru_cache(maxsize=64)
def _spread(work: Work, ranges: Ranges, correlation: float) -> Spread:
    return spread(work.base, work.at(work.current), dict(ranges), correlation=correlation)


def range_facts(work: Work, ranges: Ranges) -> list[Fact]:
    """Return the ends of each range, for downloads; the period says which end."""
    return [
        scenario(f"range.{name}", end, value, work.current.name, work.facts[0], work.lever[name].unit)
        for name, bounds in ranges
        for end, value in (("low", bounds.low), ("most likely", bounds.mode), ("high", bounds.high))
    ]


def range_words(work: Work, selection: ScenarioSelection) -> str:
    """Return whose ranges they are, each with its ends, and how they are drawn."""
    ranges = chosen_ranges(work, selection)
    ends = "; ".join(
        f"{work.lever[name].label} {set_to(work.lever[name], bounds.low)} to "
        f"{set_to(work.lever[name], bounds.high)}, "
        f"most likely {set_to(work.lever[name], bounds.mode)}"
        for name, bounds in ranges
    )
    whose = "as you set them" if selection.ranges else "our judgement; no document prints them"
    return (
        f"Ranges ({whose}): {ends}. {SHAPES[selection.shape]}; {_together(work, selection)}; always seed "
        f"{SEED}, so that the same question gets the same answer. "
        "A lever that stands as printed is drawn as one steady growth."
    )


def _together(work: Work, selection: ScenarioSelection) -> str:
    """Return how the ranges are correlated, and with which of them more is worse."""
    share = int(selection.together) / 100
    if not share:
        return "each is drawn by itself"
    swings = spread_of(work, selection).swings
    worse = [work.lever[name].label for name, way in directions(swings).items() if way < 0]
    which = f"more of these is worse: {'; '.join(worse)}" if worse else "more of each is better"
    return (
        f"bad comes with bad and good with good, with a correlation in rank of {share:g} between every two; "
        f"bad is the end that leaves lower reserves in {work.last}, each range by itself ({which})"
    )
