"""The finding and the tiles of the risk page."""

from collections.abc import Collection, Sequence
from datetime import date

from dashboard.domain.headline import Cite, Headline, lines_cited
from dashboard.domain.risk import (
    CURRENT,
    FRESH_QUARTERS,
    OPPORTUNITY,
    POSITIONS,
    RISK,
    Assessment,
    in_highest_band,
    not_improving,
    not_placed,
    of_kind,
    quarter_words,
    quarters_old,
)
from dashboard.domain.words import listed
from dashboard.store import Store
from dashboard.views.risk.parts import counted, entry_fact, named, score_fact, to_confirm, told
from dashboard.views.risk.selection import NO_REGISTER, Opened, RiskSelection, opened

MOST_CITED = 3


def finding(store: Store, selection: RiskSelection) -> str:
    """Return the headline of the page: how many risks should fall, and which should not.

    A register that is one part of its document is named first, since the document holds several.
    """
    open_ = opened(store, selection)
    if open_.held is None:
        return NO_REGISTER.rstrip(".")
    said = _finding(open_)
    return f"{open_.held.part}: {said}" if open_.held.part else said


def _finding(open_: Opened) -> str:
    risks = of_kind(open_.entries, RISK)
    scored = [entry for entry in risks if entry.change is not None]
    if not risks:
        return f"This register holds no risk, but {counted(len(open_.entries), OPPORTUNITY)}"
    if not scored:
        held = f"{counted(len(risks), RISK)} {_are(len(risks))} held"
        return f"{held}; none is scored both now and after mitigation"
    stuck = not_improving(scored)
    whole = counted(len(scored), RISK) if len(scored) == len(risks) else f"{len(scored)} scored risks"
    first = f"{len(scored) - len(stuck)} of {whole} should fall once the planned work is done"
    if not stuck:
        return first
    return f"{first}; {told(stuck[0]) if len(stuck) == 1 else named(stuck)} should not"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def record_finding(entry: Assessment) -> str:
    """Return the headline of one risk's page: where its score should go."""
    if entry.change is None:
        score = entry.current_score
        return (
            f"{entry.printed_id} stands at {score} now" if score else f"{entry.printed_id} has no score now"
        )
    if not entry.change:
        return (
            f"{entry.printed_id} stands at {entry.current_score}, and the planned work should not change that"
        )
    way = "fall" if entry.change < 0 else "rise"
    return (
        f"{entry.printed_id} should {way} from {entry.current_score} to {entry.residual_score} once the "
        "planned work is done"
    )


def stale(open_: Opened, today: date) -> str:
    """Return how old the register is, where it is not fresh, or nothing."""
    if open_.held is None:
        return ""
    age = quarters_old(open_.quarter, today)
    if age <= FRESH_QUARTERS:
        return ""
    return f"Register of {quarter_words(open_.quarter)}; {age} quarters old"


def headlines(store: Store, selection: RiskSelection) -> list[Headline]:
    """Return the headline tiles; none where no register is loaded."""
    open_ = opened(store, selection)
    if open_.held is None:
        return []
    doubted = to_confirm(store, open_.held)
    risks, chances = (of_kind(open_.entries, kind) for kind in (RISK, OPPORTUNITY))
    return [
        *(
            [_falling(risks), _highest(risks, doubted), _banded(risks, open_)]
            if risks and open_.scored
            else []
        ),
        *([_travel(risks)] if risks else []),
        _gaps(open_.entries),
        *([_rising(chances)] if chances else []),
    ]


def _falling(risks: Sequence[Assessment]) -> Headline:
    scored = [entry for entry in risks if entry.change is not None]
    stuck = not_improving(scored)
    who = f"{told(stuck[0]) if len(stuck) == 1 else named(stuck)} should not." if stuck else "None stays."
    return Headline(
        "Should fall with mitigation",
        f"{len(scored) - len(stuck)} of {len(risks)}",
        who,
        _cites(stuck),
    )


def _highest(risks: Sequence[Assessment], doubted: Collection[str]) -> Headline:
    scored = sorted(
        (entry for entry in risks if entry.current_score is not None),
        key=lambda entry: -(entry.current_score or 0),
    )
    if not scored:
        return Headline("Highest score now", "Not given", "No risk has a score now.", ())
    top = scored[0].current_score
    first = [entry for entry in scored if entry.current_score == top]
    rest = [entry.current_score for entry in scored if entry.current_score != top]
    who = told(first[0]) if len(first) == 1 else named(first)
    below = f"; the next highest is {rest[0]}" if rest else ""
    doubt = " To be confirmed." if any(entry.risk_id in doubted for entry in first) else ""
    cites = lines_cited(score_fact(entry, CURRENT) for entry in first[:MOST_CITED])
    return Headline("Highest score now", str(top), f"{who}{below}.{doubt}", cites)


def _banded(risks: Sequence[Assessment], open_: Opened) -> Headline:
    now, after = (in_highest_band(risks, open_.bands, position) for position in POSITIONS)
    top = open_.bands[-1] if open_.bands else None
    label = f"{top.word.capitalize()}, {top.score_from} to {top.score_to}" if top else "Highest band"
    left = f" {named(after)} {'stays' if len(after) == 1 else 'stay'} there." if after else ""
    return Headline(
        label,
        "",
        f"Our highest band, not the register’s.{left}",
        _cites(after),
        (
            ("s1", f"{len(now)}", f"now, of {counted(len(risks), RISK)}"),
            ("s1 dash", f"{len(after)}", "after mitigation"),
        ),
    )


def _travel(risks: Sequence[Assessment]) -> Headline:
    ways = {
        way: [entry for entry in risks if entry.travel == way] for way in (entry.travel for entry in risks)
    }
    falling = ways.get("reducing", [])
    flat = len(ways.get("level", [])) + len(ways.get("static", []))
    parts = [
        f"{number} {words}"
        for number, words in (
            (len(ways.get("increasing", [])), "increasing"),
            (flat, "level or static"),
            (len(ways.get("narrative", [])), "told only in words"),
            (len(ways.get("missing", [])), "not given"),
        )
        if number
    ]
    who = f"{named(falling)} {_are(len(falling))} reducing. " if falling else "None is said to be reducing. "
    others = f"The others: {listed(parts)}." if parts else ""
    return Headline(
        "Getting better", f"{len(falling)} of {len(risks)}", f"{who}{others}".strip(), _cites(falling)
    )


def _gaps(entries: Sequence[Assessment]) -> Headline:
    unplaced = [
        entry for entry in entries if any(entry in not_placed(entries, position) for position in POSITIONS)
    ]
    lacking = [entry for entry in entries if entry.missing]
    gaps = sum(len(entry.missing) for entry in lacking)
    unknown = (
        f"{gaps} {'detail is' if gaps == 1 else 'details are'} not given, of {named(lacking)}."
        if gaps
        else "No owner, direction or type is missing."
    )
    placed = f"{named(unplaced)}: the score has several cells. " if unplaced else "Every score has its cell. "
    return Headline(
        "Cannot be placed", f"{len(unplaced)} of {len(entries)}", f"{placed}{unknown}", _cites(unplaced)
    )


def _rising(chances: Sequence[Assessment]) -> Headline:
    scored = [entry for entry in chances if entry.improves is not None]
    stuck = not_improving(scored)
    who = f"{named(stuck)} should not." if stuck else "None stays."
    return Headline(
        "Opportunities that should rise",
        f"{len(scored) - len(stuck)} of {len(chances)}",
        f"Kept apart: for these a higher score is better. {who}",
        _cites(stuck),
    )


def _cites(entries: Sequence[Assessment]) -> tuple[Cite, ...]:
    return lines_cited(entry_fact(entry) for entry in entries[:MOST_CITED])
