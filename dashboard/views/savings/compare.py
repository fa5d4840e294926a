"""Up to four options side by side."""

from dataclasses import replace

from dashboard.domain.view import Cell, Table, View, pivot
from dashboard.domain.words import MISSING, listed, millions, number, size
from dashboard.figures import savings as figures
from dashboard.queries import savings as queries
from dashboard.queries.savings import Option
from dashboard.views.savings.cards import NUMBERS_FROM, heads, labelled, profiles_told, standing
from dashboard.views.savings.choices import BASES, NATURES, Scope, text_or_missing
from dashboard.views.savings.process import ANSWERS


def chosen(found: Scope) -> list[Option]:
    """Return the options asked for, or the two that save most."""
    known = {option.option_id: option for option in found.every}
    asked = [known[name] for name in found.selection.compare if name in known]
    return asked or sorted(found.every, key=lambda option: option.annual_effect_gbp_m or 0.0)[:2]


def compared(found: Scope) -> str:
    """Return which options stand side by side, as the heading of the comparison."""
    own = chosen(found)
    names = listed([option.reference for option in own])
    if len(own) == 1:
        return f"{names}, and nothing beside it yet"
    return f"{names} side by side" if own else "There are no savings options to compare"


def compare(found: Scope) -> View:
    """Return the profiles of the options side by side, on the basis chosen."""
    own = chosen(found)
    labels = {option.option_id: option.reference for option in own}
    every = _compared(found, own).on(found.basis)
    facts = [fact for name in labels for fact in every if fact.series == name]
    return View(
        name="savings.compare",
        title=_title(found, own),
        subtitle=f"{BASES[found.basis]} by year of {listed(list(labels.values()))}, £m",
        table=pivot(
            facts,
            {option.option_id: option.name for option in own},
            f"{BASES[found.basis]}, £m. {NUMBERS_FROM}",
            "Option",
        ),
        facts=tuple(facts),
        records=labelled(facts, {option.option_id: option.name for option in own}),
        method="Discrete-year changes are printed; the running annual effect adds the changes so "
        "far, and cash adds the "
        "annual effects so far. What is derived is dotted.",
        chart=figures.profile_figure(facts, labels),
        alternative=f"Lines. {profiles_told(facts, labels)}",
        height_rem=25,
    )


def _compared(found: Scope, own: list[Option]) -> Scope:
    """Return what covers the options compared, whatever theme is chosen."""
    return replace(found, selection=replace(found.selection, theme=""), every=tuple(own))


def _title(found: Scope, own: list[Option]) -> str:
    amounts = _compared(found, own).amounts(found.basis)
    top = min(amounts.values(), key=lambda fact: fact.amount, default=None)
    measure = found.measure(found.basis)
    if top is None or top.amount >= 0:
        return f"{measure}: none of these options is known to save money"
    most = "saves most," if len(own) > 1 else "saves"
    return f"{measure}: {found.reference(top.series)} {most} {size(top.amount)}"


def sides(found: Scope) -> View:
    """Return the fields of the options in columns beside each other."""
    own = chosen(found)
    rows = _rows(found, own)
    return View(
        name="savings.sides",
        title=f"{listed([option.reference for option in own])}, field by field",
        subtitle="Each column is one option and leads to its record; amounts in £m, posts in FTE, "
        "minus is a saving or posts lost",
        table=Table(
            "Options side by side",
            heads("Field", *(option.reference for option in own)),
            tuple((Cell(words, heading=True), *cells) for words, cells in rows.items()),
        ),
        facts=(),
        records=tuple(
            {"field": words, **{option.reference: cell.text for option, cell in zip(own, cells, strict=True)}}
            for words, cells in rows.items()
        ),
        method="Annual effect and cash are derived from the printed changes; everything else is as "
        "printed or in short "
        "and our own words, with its line on the record. Budgets that several options print are one "
        "and the same.",
        cited=tuple(standing(option.reference, option.source_id, option.source_line) for option in own),
    )


def _rows(found: Scope, own: list[Option]) -> dict[str, list[Cell]]:
    answers = {
        "consultation": "External consultation",
        "equality_analysis": "Equality analysis",
    }
    rows = {
        "Option": [Cell(option.title, href=found.address(option=option.option_id)) for option in own],
        "Service": [Cell(option.service) for option in own],
        "Theme (ours)": [Cell(option.theme_label) for option in own],
        "Start year as printed": [Cell(text_or_missing(option.start_year_printed)) for option in own],
        "First year of change": [Cell(option.first_change_year or "none") for option in own],
        "Annual effect (derived)": [Cell(_money(option.annual_effect_gbp_m)) for option in own],
        "Cash, all years (derived)": [Cell(_money(option.cash_gbp_m)) for option in own],
        "Net budget": [Cell(_net(found, option)) for option in own],
        "Posts": [Cell(_parts(found, option, "fte")) for option in own],
        "Investment": [Cell(_parts(found, option, "investment")) for option in own],
    }
    for process, words in answers.items():
        rows[words] = [Cell(_answer(found, option, process)) for option in own]
    for field, words in {"decisions": "Decisions needed", "impact": "Impact", "risks": "Risks"}.items():
        rows[words] = [Cell(_said(found, option, field)) for option in own]
    return rows


def _money(value: float | None) -> str:
    return MISSING if value is None else millions(round(value, 3))


def _net(found: Scope, option: Option) -> str:
    own = [
        item
        for item in queries.budgets(found.store, found.programme)
        if item.option_id == option.option_id and item.measure == "net"
    ]
    shared = [item.reference for item in found.every if item.budget == option.budget and item != option]
    words = ", ".join(f"{item.printed}{f' ({item.note})' if item.note else ''}" for item in own) or MISSING
    return f"{words}; the same budget as {listed(shared)}" if shared else words


def _parts(found: Scope, option: Option, measure: str) -> str:
    unit = " FTE" if measure == "fte" else ""
    said = []
    for cell in queries.totals(found.store, found.programme, measure):
        if cell.option_id == option.option_id:
            amount = (
                f"printed {cell.printed}"
                if cell.value is None
                else millions(cell.value)
                if not unit
                else number(cell.value) + unit
            )
            said.append(f"{amount} ({NATURES[cell.nature].lower()})")
    return ", ".join(said) or MISSING


def _answer(found: Scope, option: Option, process: str) -> str:
    for item in queries.processes(found.store, found.programme):
        if (item.option_id, item.process) == (option.option_id, process):
            return ANSWERS[process][item.answer] + (
                "; contradicted by its own text" if item.text_contradicts else ""
            )
    return MISSING


def _said(found: Scope, option: Option, field: str) -> str:
    own = queries.narrative(found.store, found.programme, option.option_id)
    return next((passage.summary for passage in own if passage.kind == field), MISSING)
