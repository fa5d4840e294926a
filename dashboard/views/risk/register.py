"""The list of a register: sorted, filtered, each row leading to its record."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from dashboard.domain.matrix import Scale
from dashboard.domain.risk import (
    CURRENT,
    OPPORTUNITY,
    POSITIONS,
    RISK,
    Assessment,
    of_kind,
    quarter_words,
)
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import MINUS, MISSING, listed
from dashboard.store import Store
from dashboard.views.risk.parts import counted, entry_facts, leading
from dashboard.views.risk.selection import (
    DIRECTION_WORDS,
    NO_REGISTER,
    Opened,
    RiskSelection,
    filter_words,
    filtered,
    opened,
    scale_of,
)

COLUMNS = {
    "number": "Number",
    "title": "Risk",
    "owner": "Owner, by post",
    "score": "Now",
    "after": "After",
    "change": "Change",
    "direction": "Direction",
}
NUMBERS = ("score", "after", "change")
FROM_HIGHEST = ("score", "after")
SORTED_BY = {
    "score": "by score now",
    "number": "in the order of the register",
    "title": "by title",
    "owner": "by owner",
    "after": "by score after mitigation",
    "change": "by change of score",
    "direction": "by direction of travel",
}
NOTHING_FITS = "Nothing in the register fits these choices."
FILTERS = ("impact", "likelihood", "position", "kind", "owner", "direction", "type")
SORT_VALUES: dict[str, Callable[[Assessment], Any]] = {
    "score": lambda entry: entry.current_score,
    "number": lambda entry: entry.source_line,
    "title": lambda entry: entry.title.lower(),
    "owner": lambda entry: entry.owner and entry.owner.lower(),
    "after": lambda entry: entry.residual_score,
    "change": lambda entry: entry.change,
    "direction": lambda entry: list(DIRECTION_WORDS).index(entry.travel),
}


def register(store: Store, selection: RiskSelection) -> View:
    """Return the list of the register as sorted and filtered, risks before opportunities."""
    open_ = opened(store, selection)
    found = listed_entries(open_, selection)
    return View(
        name="risk.register",
        title=_title(open_, found, selection),
        subtitle=_subtitle(store, open_, selection),
        table=Table(
            "Entries of the register",
            _head(selection),
            tuple(_row(entry, selection) for entry in found),
            (Cell(NOTHING_FITS), *_links(open_, found, selection)[1:]),
        ),
        facts=(),
        records=tuple(asdict(entry) for entry in found),
        method=(
            "Number, owner, scores and direction are the register’s; titles are ours. The change is "
            "derived: score after mitigation less score now. A direction is never read out of the "
            "scores; “in words only” means that the register tells a story without one."
        ),
        links=_links(open_, found, selection),
        cited=entry_facts(found),
    )


def listed_entries(open_: Opened, selection: RiskSelection) -> list[Assessment]:
    """Return the entries of the list in its order."""
    kinds = (RISK, OPPORTUNITY) if selection.kind == "all" else (selection.kind,)
    left = [entry for entry in filtered(open_.entries, selection) if _in_cell(entry, selection)]
    return [entry for kind in kinds for entry in in_order(of_kind(left, kind), selection)]


def in_order(entries: Sequence[Assessment], selection: RiskSelection) -> list[Assessment]:
    """Return entries in the order asked for; those without a value to sort by come last either way."""
    value = SORT_VALUES[selection.sort]
    known = [entry for entry in entries if value(entry) is not None]
    backwards = (selection.sort in FROM_HIGHEST) != (selection.order == "reversed")
    return sorted(known, key=value, reverse=backwards) + [entry for entry in entries if value(entry) is None]


def _in_cell(entry: Assessment, selection: RiskSelection) -> bool:
    if not selection.impact and not selection.likelihood:
        return True
    positions = POSITIONS if selection.position == "either" else (selection.position,)
    return any(
        (place := entry.at(position)).cell is not None
        and selection.impact in (0, place.impact)
        and selection.likelihood in (0, place.likelihood)
        for position in positions
    )


def _title(open_: Opened, found: Sequence[Assessment], selection: RiskSelection) -> str:
    if open_.held is None:
        return NO_REGISTER.rstrip(".")
    if not found:
        return "No entry of the register fits these choices"
    order = SORTED_BY[selection.sort]
    if selection.sort in FROM_HIGHEST:
        order = f"{order}, {'lowest' if selection.order == 'reversed' else 'highest'} first"
    elif selection.order == "reversed":
        order = f"{order}, reversed"
    if len(found) < len(open_.entries):
        return f"{len(found)} of the register’s {len(open_.entries)} entries, {order}"
    kinds = [counted(len(own), kind) for kind in (RISK, OPPORTUNITY) if (own := of_kind(found, kind))]
    return f"The register: {listed(kinds)}, {order}"


def _subtitle(store: Store, open_: Opened, selection: RiskSelection) -> str:
    if open_.held is None:
        return NO_REGISTER
    only = [
        *([_cell_words(store, open_, selection)] if selection.impact or selection.likelihood else []),
        *([f"with {filter_words(selection)}"] if filter_words(selection) else []),
    ]
    what = f"Only those {' and '.join(only)}. " if only else ""
    return f"{what}{quarter_words(open_.quarter)}. Titles are ours; owners are posts"


def _cell_words(store: Store, open_: Opened, selection: RiskSelection) -> str:
    """Return the chosen cell in words, as "at major and likely, now or after mitigation"."""
    kind = OPPORTUNITY if selection.kind == OPPORTUNITY else RISK
    when = {"either": "now or after mitigation", CURRENT: "now"}.get(selection.position, "after mitigation")
    return f"at {_levels(scale_of(store, open_, kind), selection)}, {when}"


def _levels(scale: Scale | None, selection: RiskSelection) -> str:
    axes = (("impact", selection.impact), ("likelihood", selection.likelihood))
    words = {"impact": scale.impact, "likelihood": scale.likelihood} if scale else {}
    return listed(
        [f"{axis} {words.get(axis, {}).get(level, str(level)).lower()}" for axis, level in axes if level]
    )


def _links(open_: Opened, found: Sequence[Assessment], selection: RiskSelection) -> tuple[Cell, ...]:
    if len(found) == len(open_.entries):
        return ()
    everything = leading(
        f"Show all {len(open_.entries)} entries",
        selection,
        "register",
        **dict.fromkeys(FILTERS),
    )
    return (Cell(f"{len(found)} of {len(open_.entries)} shown."), everything)


def _head(selection: RiskSelection) -> tuple[Cell, ...]:
    return (
        *(_sorting(key, words, selection) for key, words in COLUMNS.items()),
        Cell("Line", heading=True, number=True),
    )


def _sorting(key: str, words: str, selection: RiskSelection) -> Cell:
    chosen = selection.sort == key
    turned = chosen and selection.order == "usual"
    cell = leading(words, selection, "register", sort=key, order="reversed" if turned else None)
    falling = (key in FROM_HIGHEST) != (selection.order == "reversed")
    note = ("descending" if falling else "ascending") if chosen else ""
    return Cell(words, href=cell.href, number=key in NUMBERS, heading=True, note=note, over=cell.over)


def _row(entry: Assessment, selection: RiskSelection) -> tuple[Cell, ...]:
    link = leading(entry.printed_id, selection, "", risk=entry.risk_id)
    return (
        Cell(
            entry.printed_id,
            href=link.href,
            over=link.over,
            heading=True,
            note="opportunity" if entry.kind == OPPORTUNITY else "",
        ),
        Cell(entry.title),
        _given(entry.owner, entry.owner_state),
        _score(entry, CURRENT),
        _score(entry, "residual"),
        Cell(change_words(entry.change), number=True),
        Cell(DIRECTION_WORDS[entry.travel]),
        Cell(str(entry.source_line), href=line_address(entry.source_id, entry.source_line), number=True),
    )


def _given(text: str | None, state: str) -> Cell:
    return Cell(text or "not given", note="inferred" if state == "inferred" else "")


def _score(entry: Assessment, position: str) -> Cell:
    place = entry.at(position)
    if place.score is None:
        return Cell("not given", number=True)
    return Cell(str(place.score), href=line_address(entry.source_id, place.line or 0), number=True)


def change_words(change: int | None) -> str:
    """Return a change of score as text: −4, +3, none."""
    if change is None:
        return MISSING
    return f"{MINUS if change < 0 else '+'}{abs(change)}" if change else "none"
