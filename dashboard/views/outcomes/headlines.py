"""The findings of the outcomes page and its headline tiles."""

from collections.abc import Sequence

from dashboard.domain.fact import Fact
from dashboard.domain.headline import Cite, Headline
from dashboard.domain.outcomes_gap import BETTER, NOT_JUDGED, WORSE
from dashboard.domain.view import line_address
from dashboard.domain.words import counted, number
from dashboard.store import Store
from dashboard.views.outcomes.choices import OutcomesSelection, Scope, scope
from dashboard.views.outcomes.compare import indicator_finding
from dashboard.views.outcomes.profile import area_finding
from dashboard.views.outcomes.report import Compared, compared, value_words


def finding(store: Store, selection: OutcomesSelection) -> str:
    """Return the headline of the page for the view chosen."""
    found = scope(store, selection)
    if found.view == "report" or found.indicator is None:
        return _report_finding(compared(store))
    return area_finding(found) if found.view == "area" else indicator_finding(found)


def standfirst(found: Scope) -> str:
    """Return what is shown under the finding, from when, and what of it is of the area chosen."""
    return " ".join(filter(None, (_from_when(found), _of_area(found))))


def _of_area(found: Scope) -> str:
    if found.footprint and found.view == "area":
        return (
            f"{found.chosen_name} is a footprint, for which nobody publishes figures: they are worked out "
            "here from those of its areas, where counts allow it."
        )
    if found.footprint:
        return (
            f"{found.chosen_name} is a footprint, for which nobody publishes figures: where indicators are "
            "imported, their table lists its areas, and each says whether a figure can be made for it."
        )
    if not found.chosen_name or (found.view != "report" and found.indicator):
        return ""
    return f"Nothing in the report’s table is of {found.chosen_name}; imported indicators may be."


def _from_when(found: Scope) -> str:
    if found.view == "report":
        return (
            "The report prints one value each and no trend, so this says where the place stood, not which "
            "way it was going. Later indicators, where loaded, stand apart with dates of their own."
        )
    if found.indicator is None:
        return "The views of one area and of one indicator need public health indicators, and none is loaded."
    return (
        "Imported from Fingertips and compared here by its published rules. These figures are of other years "
        "than the report’s table; the two are never one moment."
    )


def _report_finding(items: list[Compared]) -> str:
    if not items:
        return "The report’s table of outcomes holds nothing to compare"
    one = items[0].measure
    worse = sum(item.gap.word == WORSE for item in items)
    count = f"{worse} of {counted(len(items), 'health measure', 'health measures')}"
    return f"{one.area_name} was worse than {one.country_name} on {count}"


def headlines(store: Store) -> list[Headline]:
    """Return the tiles of the report's table: how many are worse, and the furthest behind and ahead."""
    items = compared(store)
    if not items:
        return []
    worst = min((item for item in items if item.gap.word == WORSE), key=_side, default=None)
    best = max((item for item in items if item.gap.word == BETTER), key=_side, default=None)
    found = [_counts(items)]
    found += [_extreme("Furthest behind", worst)] if worst else []
    found += [_extreme("Furthest ahead", best)] if best else []
    return found


def _side(item: Compared) -> float:
    return item.gap.side


def _counts(items: list[Compared]) -> Headline:
    worse, better, unjudged = (
        [item for item in items if item.gap.word == word] for word in (WORSE, BETTER, NOT_JUDGED)
    )
    rest = f"; {counted(len(unjudged), 'is', 'are')} not judged" if unjudged else ""
    meaning = f"{counted(len(better), 'is', 'are')} better{rest}. No significance is claimed."
    facts = [fact for item in items for fact in (item.own, item.country)]
    return Headline(
        f"Worse than {items[0].measure.country_name}", f"{len(worse)} of {len(items)}", meaning, _cites(facts)
    )


def _extreme(label: str, item: Compared) -> Headline:
    share = number(abs(round(item.gap.share_pct)), 0)
    way = "higher" if item.gap.share_pct > 0 else "lower"
    meaning = (
        f"{item.measure.label}; {item.measure.country_name} {value_words(item.country)}. "
        f"That is {share}% {way} (derived)."
    )
    return Headline(label, value_words(item.own), meaning, _cites([item.own]))


def _cites(facts: Sequence[Fact]) -> tuple[Cite, ...]:
    """Return the lines behind a tile: each, or of many the first and the last of each table."""
    places: dict[tuple[str, str], list[int]] = {}
    for fact in facts:
        places.setdefault((fact.source_id, fact.locator), []).append(fact.source_line or 0)
    return tuple(
        (f"{locator}, {_lines(lines)}", line_address(source_id, min(lines)))
        for (source_id, locator), lines in places.items()
    )


def _lines(lines: Sequence[int]) -> str:
    first, last = min(lines), max(lines)
    return f"line {first}" if first == last else f"lines {first} to {last}"
