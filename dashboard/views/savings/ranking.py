"""Which options save most, and how few give half of it."""

from dashboard.domain import savings as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Table, View, fact_cell
from dashboard.domain.words import listed, millions, number, size
from dashboard.figures import savings as figures
from dashboard.figures.chart import empty_figure
from dashboard.views.savings.cards import NUMBERS_FROM, bars_height, bars_told, gap, heads, labelled
from dashboard.views.savings.choices import BASES, MOST_DRAWN, Scope, counted


def ranked(found: Scope) -> View:
    """Return the options by what each comes to, with its profile by year."""
    amounts = sorted(found.amounts(found.basis).values(), key=lambda fact: (fact.amount, fact.series))
    drawn, rest = amounts[:MOST_DRAWN], amounts[MOST_DRAWN:]
    labels = {name: option.name for name, option in found.options.items()}
    labels["others"] = f"The {len(rest)} others together"
    others = (
        [rules.added("others", rest[0].period, rest, f"the {counted(len(rest))} that save least")]
        if rest
        else []
    )
    by_year = {(fact.series, fact.period): fact for fact in found.on(_yearly(found.basis))}
    every = [*by_year.values(), *amounts, *others]
    rows = [_row(found, fact, by_year) for fact in amounts]
    rows += [
        (Cell(labels["others"], heading=True), *(Cell("") for _ in found.years), fact_cell(fact))
        for fact in others
    ]
    total = _total_head(found)
    return View(
        name="savings.ranked",
        title=_title(found, amounts),
        subtitle=f"{found.measure(found.basis)}, {found.counted}{found.where}, £m",
        table=Table(
            f"{BASES[_yearly(found.basis)]} by year and {found.measure(found.basis).lower()}, £m. "
            f"{NUMBERS_FROM}",
            heads("Option", *found.years, total, numbers=[*found.years, total]),
            tuple(rows),
        ),
        facts=tuple(every),
        records=labelled(every, labels),
        method=f"Ranked by {found.measure(found.basis).lower()}, worked out here from the printed "
        "changes. Titles "
        "are ours where the document prints only a service; each record says so."
        + _costing_words(found, amounts),
        chart=figures.amounts_figure(
            [(labels[fact.series], fact, "") for fact in (*drawn, *others)], labels["others"]
        ),
        alternative=bars_told((labels[fact.series], millions(fact.value)) for fact in (*drawn, *others)),
        height_rem=bars_height(len(drawn) + len(others)),
    )


def _yearly(basis: str) -> str:
    """Return the basis of the yearly figures that add up to, or end in, an option’s amount."""
    return {"discrete": "discrete", "annual": "annual", "cash": "annual"}[basis]


def _total_head(found: Scope) -> str:
    return {"discrete": "All changes", "annual": "Last year’s effect", "cash": "Cash, all years"}[found.basis]


def _row(found: Scope, fact: Fact, by_year: dict[tuple[str, str], Fact]) -> tuple[Cell, ...]:
    years = [by_year.get((fact.series, year)) for year in found.years]
    return (
        found.option_cell(found.options[fact.series]),
        *(fact_cell(own) if own else gap() for own in years),
        fact_cell(fact),
    )


def _title(found: Scope, amounts: list[Fact]) -> str:
    top = amounts[0]
    saved = -round(sum(fact.amount for fact in amounts if fact.amount < 0), 3)
    if top.amount >= 0:
        return f"{BASES[found.basis]}: no option saves money{found.where}"
    option = found.options[top.series]
    return (
        f"{BASES[found.basis]}: {option.reference}, {option.title}, saves most, {size(top.amount)} "
        f"of {size(saved)}"
    )


def _costing_words(found: Scope, amounts: list[Fact]) -> str:
    costing = [found.options[fact.series].reference for fact in amounts if fact.amount > 0]
    return (
        f" {listed(costing)} {'costs' if len(costing) == 1 else 'cost'} money over the years."
        if costing
        else ""
    )


def concentration(found: Scope) -> View:
    """Return how few of the options give most of the saving."""
    amounts = found.amounts(found.basis)
    result = rules.concentration({name: fact.amount for name, fact in amounts.items()})
    shares = {rank.series: _share(rank, amounts[rank.series]) for rank in result.ranks}
    labels = {f"{name}.share": f"{found.options[name].name}, share of all savings so far" for name in shares}
    labels |= {name: found.options[name].name for name in shares}
    facts = [fact for name in shares for fact in (amounts[name], shares[name])]
    half = shares[result.ranks[result.half - 1].series] if result.ranks else None
    return View(
        name="savings.concentration",
        title=_concentration_title(found, result),
        subtitle=f"Share of all savings that the largest options give together, by how many they are; "
        f"{found.measure(found.basis).lower()}{found.where}, %",
        table=Table(
            "Options by size of their saving, with the share of all savings up to each",
            heads("Option", "Place", "Saving", "Share so far", numbers=["Saving", "Share so far"]),
            tuple(
                (
                    found.option_cell(found.options[rank.series]),
                    Cell(str(rank.place)),
                    fact_cell(amounts[rank.series]),
                    fact_cell(shares[rank.series]),
                )
                for rank in result.ranks
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, labels),
        method="Options are put in the order of their saving and added up; each point is derived. "
        "Shares are of what "
        f"the options that save give together.{_apart(found, result)}",
        chart=figures.concentration_figure(result, shares, labels)
        if half
        else empty_figure("No option saves."),
        alternative=(
            f"Curve: the {result.half} largest of {counted(len(result.ranks))} give {number(half.value, 1)}% "
            f"of all savings; all of them give 100%."
            if half
            else "No option saves money."
        ),
        height_rem=22,
    )


def _share(rank: rules.Rank, fact: Fact) -> Fact:
    where = f"Derived from the {counted(rank.place)} that save most"
    return Fact(
        f"{rank.series}.share",
        fact.period,
        round(rank.share * 100, 1),
        "%",
        "",
        DERIVED,
        fact.source_id,
        None,
        where,
    )


def _concentration_title(found: Scope, result: rules.Concentration) -> str:
    if not result.ranks:
        return f"{BASES[found.basis]}: no option saves money{found.where}"
    gives = "gives" if result.half == 1 else "give"
    return f"{BASES[found.basis]}: {result.half} of {found.counted} {gives} half of the saving{found.where}"


def _apart(found: Scope, result: rules.Concentration) -> str:
    said = []
    for names, words in ((result.costing, "cost money"), (result.unchanged, "change nothing")):
        if names:
            said.append(
                f" Not on the curve, as they {words}: "
                f"{listed([found.options[name].reference for name in names])}."
            )
    return "".join(said)
