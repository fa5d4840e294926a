"""How an area stands against a benchmark, by Fingertips' rules, one value at a time.

The store applies the same rules to millions of rows (`data/schema/085_indicator_rules.sql`); a test holds the
two against each other. Here they also serve benchmarks that no row holds, such as a footprint.
"""

from collections.abc import Sequence

NOT_COMPARED = "not compared"
BY_INTERVAL = "Confidence intervals overlapping reference value ("
BY_QUINTILE = "Quintiles"
QUINTILES = (
    "lowest quintile",
    "2nd lowest quintile",
    "middle quintile",
    "2nd highest quintile",
    "highest quintile",
)
FEWEST_RANKED = 5
DISTRICTS, COUNTIES = "districts and unitaries", "counties"
# How the national codes of counties begin.
COUNTY_CODES = ("E10", "E11")


def interval_level(method: str) -> float | None:
    """Return the level of confidence interval a benchmarking method compares by; None where by none."""
    if not method.startswith(BY_INTERVAL):
        return None
    return next((level for level in (95.0, 99.8) if str(level) in method), None)


def good_direction(polarity: str | None) -> int | None:
    """Return 1 where high is good, -1 where low is good, None where no judgement is made."""
    words = (polarity or "").lower()
    return 1 if words.endswith("high is good") else -1 if words.endswith("low is good") else None


def standing(
    value: float | None,
    interval: tuple[float, float, float] | None,
    benchmark: float | None,
    polarity: str | None,
    method: str | None,
) -> str:
    """Return how `value` stands against `benchmark`: better, similar, worse, lower, higher or not compared.

    `interval` is the lower limit, the upper limit and the level. Without a method, which is without metadata,
    the interval decides whatever its level.
    """
    if value is None or interval is None or benchmark is None:
        return NOT_COMPARED
    lower, upper, level = interval
    if (polarity or "").lower() == "not applicable":
        return NOT_COMPARED
    if method is not None and interval_level(method) != level:
        return NOT_COMPARED
    if lower <= benchmark <= upper:
        return "similar"
    return _judged(1 if benchmark < lower else -1, good_direction(polarity))


def _judged(side: int, good: int | None) -> str:
    """Return the word for a value significantly above (1) or below (-1) its benchmark."""
    if good is None:
        return "higher" if side > 0 else "lower"
    return "better" if side == good else "worse"


def ranked_with(area_code: str, area_type: str, *, has_parts: bool) -> str:
    """Return the group an area is ranked in: districts and unitaries together, counties apart, else its type.

    `has_parts` says whether other areas of the file belong to it.
    """
    if "UA" not in area_type and "District" not in area_type:
        return area_type
    return COUNTIES if has_parts or area_code.startswith(COUNTY_CODES) else DISTRICTS


def quintile(value: float | None, ranked: Sequence[float]) -> str:
    """Return the quintile of `value` among the values `ranked`; fewer than five are not ranked."""
    if value is None or len(ranked) < FEWEST_RANKED:
        return NOT_COMPARED
    bounds = [percentile(ranked, share) for share in (0.2, 0.4, 0.6, 0.8)]
    return QUINTILES[sum(value > bound for bound in bounds)]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of `values` lie, between two of them by straight line."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (place - below) * (ordered[above] - ordered[below]), 10)
