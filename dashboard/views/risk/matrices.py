"""The matrices of risks and of opportunities: where each stands now and after mitigation."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from dashboard.domain.fact import Fact
from dashboard.domain.matrix import Matrix, Scale, Square, Strip, arrows, level_words, squares
from dashboard.domain.risk import (
    CURRENT,
    OPPORTUNITY,
    POSITIONS,
    RESIDUAL,
    RISK,
    Assessment,
    fullest_cell,
    not_improving,
    of_kind,
    quarter_words,
)
from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import MISSING, listed
from dashboard.queries import risk as queries
from dashboard.store import Store
from dashboard.views.risk.parts import counted, named, over, told
from dashboard.views.risk.selection import (
    NO_REGISTER,
    Opened,
    RiskSelection,
    filter_words,
    filtered,
    opened,
    scale_of,
)

BASES = {
    "printed": "printed in words",
    "inferred": "inferred: only this cell gives the score",
    "ambiguous": "not known: several cells give the score",
    "missing": "not known",
}
CAPTION = (
    "Impact down the side, likelihood along the top. Each cell prints its score and our band. Solid "
    "label: position now. Dashed label: position after mitigation."
)


def matrix(store: Store, selection: RiskSelection) -> View:
    """Return the matrix of risks."""
    return _view(store, selection, RISK, "matrix")


def opportunities(store: Store, selection: RiskSelection) -> View:
    """Return the matrix of opportunities, on which a high score is good."""
    return _view(store, selection, OPPORTUNITY, "opportunities")


def _view(store: Store, selection: RiskSelection, kind: str, card: str) -> View:
    open_ = opened(store, selection)
    scale = scale_of(store, open_, kind)
    entries = filtered(of_kind(open_.entries, kind), selection)
    drawn = scale is not None and any(entry.at(position).score for entry in entries for position in POSITIONS)
    facts = _scores(store, open_, entries)
    return View(
        name=f"risk.{card}",
        title=_title(scale, entries, open_, selection, kind),
        subtitle=_subtitle(open_, selection, kind, len(entries)),
        table=_table(scale, entries, facts, kind),
        facts=tuple(replace(fact, locator=_group(fact)) for fact in facts.values()),
        records=tuple(_records(entries, facts) if facts else map(asdict, entries)),
        method=_method(open_, kind),
        matrix=_matrix(scale, entries, open_, selection, kind) if drawn and scale else None,
        instead="" if drawn else _why_not(open_, selection, kind),
        cited=_key(store, open_, kind) if drawn else (),
    )


def _shown(selection: RiskSelection) -> tuple[str, ...]:
    return POSITIONS if selection.show == "both" else (selection.show,)


def _scores(store: Store, open_: Opened, entries: Sequence[Assessment]) -> dict[tuple[str, str], Fact]:
    """Return the printed scores of the entries, by number and position."""
    if open_.held is None:
        return {}
    wanted = {entry.printed_id for entry in entries}
    keyed = {}
    for fact in queries.scores(store, open_.held.source_id, open_.quarter):
        ref, _, position = fact.series.rpartition(", ")
        if ref in wanted:
            keyed[ref, position] = fact
    return keyed


def _group(fact: Fact) -> str:
    return "Scores now" if fact.series.endswith(CURRENT) else "Scores after mitigation"


def _key(store: Store, open_: Opened, kind: str) -> tuple[Fact, ...]:
    version = of_kind(open_.entries, kind)[0].scale_version
    return tuple(replace(fact, locator="Scale of scores") for fact in queries.scale_facts(store, version))


def _title(
    scale: Scale | None, entries: Sequence[Assessment], open_: Opened, selection: RiskSelection, kind: str
) -> str:
    if not entries:
        return _nobody(open_, selection, kind)
    if not any(entry.at(position).score for entry in entries for position in POSITIONS):
        return f"{counted(len(entries), kind).capitalize()} without a score, so there is no matrix"
    if scale is None:
        return "The scale of these scores is not kept, so there is no matrix"
    if kind == OPPORTUNITY:
        return _rise_title(entries)
    return _stand_title(scale, entries, selection)


def _nobody(open_: Opened, selection: RiskSelection, kind: str) -> str:
    if not filter_words(selection):
        return f"This register holds no {counted(0, kind)[2:]}" if open_.held else NO_REGISTER.rstrip(".")
    return f"No {counted(1, kind)[2:]} with {filter_words(selection)}"


def _stand_title(scale: Scale, entries: Sequence[Assessment], selection: RiskSelection) -> str:
    total = counted(len(entries), RISK)
    found = {position: fullest_cell(entries, position) for position in _shown(selection)}
    now, after = found.get(CURRENT), found.get(RESIDUAL)
    if not now and not after:
        return f"None of {total} can be placed: the register does not say which cell"
    if not now:
        cell, many = after or ((0, 0), 0)
        return f"After mitigation {many} of {total} should stand at {scale.words(cell)}"
    first = f"{now[1]} of {total} {_stand(now[1])} at {scale.words(now[0])} now"
    if not after:
        return first
    where = "there still" if after[0] == now[0] else f"at {scale.words(after[0])}"
    return f"{first}; after mitigation {after[1]} should stand {where}"


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def _rise_title(entries: Sequence[Assessment]) -> str:
    stuck = not_improving(entries)
    known = [entry for entry in entries if entry.improves is not None]
    if not known:
        return "No opportunity is scored both now and after mitigation"
    rising = f"Opportunities run the other way: {len(known) - len(stuck)} of {len(known)} should rise"
    if not stuck:
        return rising
    return f"{rising}; {told(stuck[0]) if len(stuck) == 1 else named(stuck)} should not"


def _subtitle(open_: Opened, selection: RiskSelection, kind: str, number: int) -> str:
    if open_.held is None:
        return NO_REGISTER
    only = f", only those with {filter_words(selection)}" if filter_words(selection) else ""
    when = {"both": "now and after mitigation", CURRENT: "now", RESIDUAL: "after mitigation"}[selection.show]
    apart = ". A high score is good; kept apart from the risks" if kind == OPPORTUNITY else ""
    return (
        f"{counted(number, kind)} by impact and likelihood, {when}, "
        f"{quarter_words(open_.quarter)}{only}{apart}. {_bands_words(open_)}"
    )


def _bands_words(open_: Opened) -> str:
    if not open_.bands:
        return "No bands are kept"
    return f"Bands are ours, not the register’s: {open_.bands[0].scheme_label.lower()}"


def _why_not(open_: Opened, selection: RiskSelection, kind: str) -> str:
    if open_.held is None:
        return NO_REGISTER
    if open_.scored and filter_words(selection) and of_kind(open_.entries, kind):
        return "Choose another owner, direction or type, or all of them."
    return (
        "A matrix needs scores and the scale they are on. The list of the register below shows what there is."
    )


def _method(open_: Opened, kind: str) -> str:
    ranges = listed([f"{band.word} {band.score_from} to {band.score_to}" for band in open_.bands])
    meaning = (
        "The colours mean the opposite of those of the risks: the highest band is the best."
        if kind == OPPORTUNITY
        else "A score is impact times likelihood, as the register’s own key gives it."
    )
    return (
        f"{meaning} Where the register prints a score without words, the cell is inferred if only one "
        "cell gives that score; otherwise the entry is not placed, and both cells are named. Arrows run "
        f"from the position now to the position after mitigation. Our bands: {ranges or 'none'}."
    )


def _matrix(
    scale: Scale, entries: Sequence[Assessment], open_: Opened, selection: RiskSelection, kind: str
) -> Matrix:
    shown = _shown(selection)
    cells = squares(entries, scale, open_.bands, kind, shown)
    rows = tuple(
        (
            level_words(level, scale.impact[level]),
            tuple(
                _leading(cells[level, across], selection, kind)
                for across in sorted(scale.likelihood)
                if (level, across) in cells
            ),
        )
        for level in sorted(scale.impact, reverse=True)
    )
    return Matrix(
        CAPTION,
        tuple(level_words(level, word) for level, word in sorted(scale.likelihood.items())),
        rows,
        arrows(entries) if len(shown) == len(POSITIONS) else (),
        tuple(strip for position in shown for strip in _strips(scale, entries, selection, position)),
    )


def _leading(square: Square, selection: RiskSelection, kind: str) -> Square:
    """Return a cell with the address of the list of those who stand in it."""
    if not square.now and not square.after:
        return square
    position = "either" if selection.show == "both" else selection.show
    impact, likelihood = square.place
    href, laid = over(
        selection, "register", impact=impact, likelihood=likelihood, position=position, kind=kind, risk=None
    )
    return replace(square, href=href, over=laid)


def _strips(
    scale: Scale, entries: Sequence[Assessment], selection: RiskSelection, position: str
) -> list[Strip]:
    """Return those that cannot be placed at `position`, together where they have the same score."""
    groups: dict[int | None, list[Assessment]] = {}
    for entry in entries:
        if entry.at(position).cell is None:
            groups.setdefault(entry.at(position).score, []).append(entry)
    return [
        Strip(
            tuple((entry.printed_id, *over(selection, "", risk=entry.risk_id)) for entry in group),
            position,
            _reason(scale, score, position, len(group)),
        )
        for score, group in groups.items()
    ]


def _reason(scale: Scale, score: int | None, position: str, number: int) -> str:
    when = "now" if position == CURRENT else "after mitigation"
    if score is None:
        return f"{'has' if number == 1 else 'have'} no score {when}; the register gives none."
    cells = scale.cells_of(score)
    verb = "scores" if number == 1 else "score"
    if not cells:
        return f"{verb} {score} {when}, which no cell of the scale gives."
    choices = " or ".join(f"{scale.words(cell)} ({cell[0]} × {cell[1]})" for cell in reversed(cells))
    return (
        f"{verb} {score} {when}. The register prints the number without words, and {score} is "
        f"{'either ' if len(cells) == 2 else ''}{choices}, so the cell cannot be known."
    )


def _table(
    scale: Scale | None, entries: Sequence[Assessment], facts: dict[tuple[str, str], Fact], kind: str
) -> Table:
    head = (
        Cell("Number", heading=True),
        Cell("Risk" if kind == RISK else "Opportunity", heading=True),
        Cell("Now", heading=True, number=True),
        Cell("Cell now", heading=True),
        Cell("After", heading=True, number=True),
        Cell("Cell after mitigation", heading=True),
    )
    rows = tuple(
        (
            Cell(entry.printed_id, heading=True),
            Cell(entry.title),
            _score_cell(facts.get((entry.printed_id, CURRENT))),
            _cell_words(scale, entry, CURRENT),
            _score_cell(facts.get((entry.printed_id, RESIDUAL))),
            _cell_words(scale, entry, RESIDUAL),
        )
        for entry in entries
    )
    return Table(
        "Scores and cells, and how each cell is known", head, rows, (Cell("There is nothing to list."),)
    )


def _score_cell(fact: Fact | None) -> Cell:
    if fact is None:
        return Cell(MISSING, number=True)
    return Cell(fact.printed, href=line_address(fact.source_id, fact.source_line or 0), number=True)


def _cell_words(scale: Scale | None, entry: Assessment, position: str) -> Cell:
    place = entry.at(position)
    if scale is None or place.cell is None:
        return Cell(BASES["ambiguous" if place.basis == "ambiguous" else "missing"])
    return Cell(scale.words(place.cell).capitalize(), note=BASES[place.basis])


def _records(entries: Sequence[Assessment], facts: dict[tuple[str, str], Fact]) -> list[Record]:
    """Return one record per printed score, with the cell it stands in and how that is known."""
    known = {entry.printed_id: entry for entry in entries}
    records = []
    for (ref, position), fact in facts.items():
        place = known[ref].at(position)
        records.append(
            {
                "label": f"{ref} {position}",
                "title": known[ref].title,
                "impact": place.impact,
                "likelihood": place.likelihood,
                "cell": place.basis,
                **asdict(fact),
            }
        )
    return records
