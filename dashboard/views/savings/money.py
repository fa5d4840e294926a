"""When the money moves, and where it comes from."""

from dataclasses import replace

from dashboard.domain import savings as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_cell, pivot
from dashboard.domain.words import listed, millions, share, size
from dashboard.figures import savings as figures
from dashboard.views.savings.cards import NUMBERS_FROM, bars_height, heads, labelled
from dashboard.views.savings.choices import BASES, GROUPS, MOST_DRAWN, Scope, counted, outcome

ROWS = {
    "discrete": {"saved": "Saved", "back": "Cost coming back", "step": "Change in the year"},
    "annual": {"step": "Annual effect"},
    "cash": {"step": "Annual effect of the year", "total": "Cumulative cash"},
}
METHODS = {
    "discrete": "Each bar is the change made in one year, as printed for each option and added up "
    "here over the "
    "options. The total is what the changes come to once all are made. A cost that comes back in a "
    "later year "
    "has a bar of its own.",
    "annual": "For each year, the changes made up to and including it, added up here: what that "
    "year’s budget "
    "is better off by. The levels are not to be added together.",
    "cash": "The annual effect of each year, added to those before it: what the options would save in "
    "money from the first year to this one. Nobody printed these sums.",
}


def waterfall(found: Scope) -> View:
    """Return how the options’ budget changes build up by year, on the basis chosen."""
    facts = _by_year(found)
    labels = ROWS[found.basis]
    step = {fact.period: fact for fact in facts if fact.series == "step"}
    return View(
        name="savings.waterfall",
        title=_waterfall_title(found, facts),
        subtitle=f"{BASES[found.basis]}, {found.counted} of the programme of "
        f"{found.programme}{found.where}, £m",
        table=pivot(
            facts, labels, f"{BASES[found.basis]} by year, £m. {NUMBERS_FROM}", "Amount", _columns(facts)
        ),
        facts=tuple(facts),
        records=labelled(facts, labels),
        method=f"{METHODS[found.basis]}{_back_words(found)}",
        chart=_waterfall_chart(found, facts),
        alternative=f"Bars: {listed([f'{millions(fact.value)} in {year}' for year, fact in step.items()])}.",
        height_rem=bars_height(len(step) + 2),
    )


def _by_year(found: Scope) -> list[Fact]:
    own = found.on("discrete" if found.basis == "discrete" else "annual")
    words = f"{found.counted}: {BASES['discrete' if found.basis == 'discrete' else 'annual'].lower()}"
    facts = []
    for year in found.years:
        here = [fact for fact in own if fact.period == year]
        facts.append(rules.added("step", year, here, f"{words}, {year}"))
        if found.basis == "discrete":
            facts += _both_ways(here, year, words)
    if found.basis == "cash":
        steps = list(facts)
        facts += [
            rules.added("total", fact.period, steps[: place + 1], f"{words} up to {fact.period}")
            for place, fact in enumerate(steps)
        ]
    elif found.basis == "discrete":
        for series in ROWS["discrete"]:
            own_years = [fact for fact in facts if fact.series == series]
            facts.append(rules.added(series, found.span, own_years, f"{words}, {found.span}"))
    return facts


def _both_ways(here: list[Fact], year: str, words: str) -> list[Fact]:
    saved, back = rules.lost_and_added([fact.amount for fact in here])
    whole = rules.added("saved", year, here, f"{words}, {year}: savings")
    return [replace(whole, value=saved), replace(whole, series="back", value=back)]


def _columns(facts: list[Fact]) -> dict[str, str]:
    return {fact.period: "All years" if " to " in fact.period else fact.period for fact in facts}


def _waterfall_title(found: Scope, facts: list[Fact]) -> str:
    basis, years = BASES[found.basis], found.years
    known = {(fact.series, fact.period): fact.amount for fact in facts}
    first, last = known["step", years[0]], known["step", years[-1]]
    if found.basis == "cash":
        return f"{basis}: {outcome(known['total', years[-1]])} over {found.span}{found.where}"
    if found.basis == "annual":
        later = f" becomes {outcome(last)} in {years[-1]}" if len(years) > 1 else ""
        return f"{basis}: {outcome(first)} in {years[0]}{later}{found.where}"
    whole = known["step", found.span]
    later = f", {outcome(whole)} over {found.span}" if len(years) > 1 else ""
    return f"{basis}: {outcome(first)} in {years[0]}{later}{found.where}"


def _waterfall_chart(found: Scope, facts: list[Fact]) -> dict[str, object]:
    by_series = {
        name: {fact.period: fact for fact in facts if fact.series == name}
        for name in ("step", "saved", "back", "total")
    }
    if found.basis == "annual":
        return figures.levels_figure([(year, by_series["step"][year]) for year in found.years])
    if found.basis == "cash":
        last = found.years[-1]
        return figures.steps_figure(
            [(year, by_series["step"][year]) for year in found.years],
            (f"Cash over {found.span}", by_series["total"][last]),
        )
    steps = []
    for year in found.years:
        steps += [(year, by_series["saved"][year])]
        steps += [(f"{year}, coming back", by_series["back"][year])] if by_series["back"][year].value else []
    return figures.steps_figure(steps, (f"All changes by {found.years[-1]}", by_series["step"][found.span]))


def _back_words(found: Scope) -> str:
    costing = dict.fromkeys(fact.series for fact in found.changes if fact.amount > 0)
    if not costing:
        return ""
    names = [f"{found.options[name].reference} ({found.options[name].title})" for name in costing]
    return f" Cost comes back in {listed(names)}."


def groups(found: Scope) -> View:
    """Return what the options of each theme or service come to, on the basis chosen."""
    amounts = found.amounts(found.basis)
    labels, members = _grouped(found, amounts)
    facts = [
        rules.added(name, next(iter(own)).period, own, f"{counted(len(own))} of {labels[name]}")
        for name, own in members.items()
    ]
    facts.sort(key=lambda fact: fact.amount)
    drawn, rest = facts[:MOST_DRAWN], facts[MOST_DRAWN:]
    others = (
        [
            rules.added(
                "others",
                rest[0].period,
                rest,
                f"the {len(rest)} others of {GROUPS[found.selection.by].lower()}",
            )
        ]
        if rest
        else []
    )
    labels["others"] = f"The {len(rest)} others together"
    rows = [(labels[fact.series], fact, counted(len(members[fact.series]))) for fact in drawn]
    rows += [(labels["others"], fact, "") for fact in others]
    every = [*facts, *others]
    return View(
        name="savings.groups",
        title=_groups_title(found, facts, labels),
        subtitle=f"{found.measure(found.basis)}, {GROUPS[found.selection.by].lower()}, £m",
        table=Table(
            f"{found.measure(found.basis)}, £m. {NUMBERS_FROM}",
            heads(
                "Theme" if found.selection.by == "theme" else "Service",
                "Options",
                "Amount",
                numbers=["Amount"],
            ),
            tuple(
                (
                    Cell(labels[fact.series], heading=True),
                    Cell(_named(found, members.get(fact.series, []))),
                    fact_cell(fact),
                )
                for fact in every
            ),
        ),
        facts=tuple(every),
        records=labelled(every, labels),
        method=_GROUP_METHODS[found.selection.by],
        chart=figures.amounts_figure(rows, labels["others"]),
        alternative=f"Bars: {listed([f'{name} {millions(fact.value)}' for name, fact, _ in rows])}.",
        height_rem=bars_height(len(rows)),
    )


_GROUP_METHODS = {
    "theme": "The themes are our grouping; the document prints none. Amounts are added up here over "
    "the options "
    "of each.",
    "service": "Service names are as printed, so one service may stand under two names that differ "
    "by a word. "
    "Amounts are added up here over the options of each.",
}


def _grouped(found: Scope, amounts: dict[str, Fact]) -> tuple[dict[str, str], dict[str, list[Fact]]]:
    labels: dict[str, str] = {}
    members: dict[str, list[Fact]] = {}
    for name, option in found.options.items():
        key = option.theme if found.selection.by == "theme" else f"service.{option.service}"
        labels[key] = option.theme_label if found.selection.by == "theme" else option.service
        if name in amounts:
            members.setdefault(key, []).append(amounts[name])
    return labels, members


def _named(found: Scope, own: list[Fact]) -> str:
    return ", ".join(found.options[fact.series].reference for fact in own)


def _groups_title(found: Scope, facts: list[Fact], labels: dict[str, str]) -> str:
    savers = [fact for fact in facts if fact.amount < 0]
    basis = BASES[found.basis]
    if not savers:
        return f"{basis}: no {found.selection.by} saves money{found.where}"
    whole, top = -sum(fact.amount for fact in savers), savers[0]
    words = share(-top.amount, whole)
    return (
        f"{basis}: {words} of the saving comes from {labels[top.series]}, {size(top.amount)} of "
        f"{size(round(whole, 3))}"
    )
