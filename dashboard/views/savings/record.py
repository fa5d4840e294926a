"""One option’s record: its profile, its tables, and what was corrected."""

from dashboard.domain import savings as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_cell
from dashboard.domain.words import listed, millions
from dashboard.figures import savings as figures
from dashboard.queries import savings as queries
from dashboard.queries.savings import Option, PartFact
from dashboard.views.savings.cards import NUMBERS_FROM, gap, heads, labelled, profiles_told
from dashboard.views.savings.choices import BASES, NATURES, Scope, outcome
from dashboard.views.savings.people import facts_of, unknown_of
from dashboard.views.savings.process import correction_row, corrections_of, holder, standings

MEASURES = {"fte": ("Posts", "FTE"), "investment": ("Investment", "£m")}


def asked_option(found: Scope) -> Option:
    """Return the option asked for, or the one that saves most."""
    known = {option.option_id: option for option in found.every}
    largest = min(found.every, key=lambda option: option.annual_effect_gbp_m or 0.0)
    return known.get(found.selection.option, largest)


def headline(option: Option, found: Scope) -> str:
    """Return what an option comes to, as the heading of its record."""
    cash = (
        f" and {outcome(option.cash_gbp_m)} in cash over {found.span}"
        if option.cash_gbp_m is not None
        else ""
    )
    if option.annual_effect_gbp_m is None:
        return f"{option.title}: what it saves is not known yet"
    return f"{option.title}: {outcome(option.annual_effect_gbp_m)} a year by {found.years[-1]}{cash}"


def profile(found: Scope) -> View:
    """Return an option’s budget change by year on the three bases, with its total as printed."""
    option = asked_option(found)
    by_basis = {basis: _own(queries.effects(found.store, found.programme, basis), option) for basis in BASES}
    discrete = by_basis["discrete"]
    derived = [
        *rules.marked(by_basis["annual"], "changes added up"),
        *rules.marked(by_basis["cash"], "annual effects added up"),
    ]
    count = len(by_basis["annual"])
    every = [
        *(_named("discrete", fact) for fact in discrete),
        *(_named("annual", fact) for fact in derived[:count]),
        *(_named("cash", fact) for fact in derived[count:]),
    ]
    total = _printed_total(found, option)
    years = sorted({fact.period for fact in every})
    known = {(fact.series, fact.period): fact for fact in every}
    facts = [*every, *total]
    return View(
        name="savings.profile",
        title=_profile_title(option, every, years),
        subtitle=f"{option.reference}: discrete-year change as printed (solid), running annual effect "
        "and cumulative cash "
        "(dotted, derived), £m",
        table=Table(
            f"Budget change of {option.reference} by year, £m. {NUMBERS_FROM}",
            heads("Basis", *years, "Total as printed", numbers=[*years, "Total as printed"]),
            tuple(
                (
                    Cell(words, heading=True),
                    *(fact_cell(known[basis, year]) if (basis, year) in known else gap() for year in years),
                    *((fact_cell(total[0]) if total else gap(),) if basis == "discrete" else (Cell(""),)),
                )
                for basis, words in BASES.items()
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, BASES),
        method="The discrete-year change is printed: what changes in that one year. The running "
        "annual effect adds the "
        "changes so far; cash adds the annual effects so far. Both are "
        f"derived.{_total_words(option, total)}",
        chart=figures.profile_figure(every, BASES),
        alternative=f"Lines. {profiles_told(every, BASES)}",
        height_rem=25,
    )


def _own(facts: list[Fact], option: Option) -> list[Fact]:
    return [fact for fact in facts if fact.series == option.option_id and fact.value is not None]


def _named(series: str, fact: Fact) -> Fact:
    where = (fact.source_id, fact.source_line, fact.locator)
    return Fact(series, fact.period, fact.value, fact.unit, fact.printed, fact.status, *where)


def _printed_total(found: Scope, option: Option) -> list[Fact]:
    own = [
        cell
        for cell in queries.totals(found.store, found.programme, "budget_change")
        if cell.option_id == option.option_id
    ]
    return [
        Fact(
            "discrete",
            "total as printed",
            cell.value,
            "£m",
            cell.printed,
            cell.status,
            cell.source_id,
            cell.source_line,
            cell.locator,
        )
        for cell in own
        if cell.value is not None
    ]


def _profile_title(option: Option, every: list[Fact], years: list[str]) -> str:
    moves = [fact for fact in every if fact.series == "discrete" and fact.value]
    if not moves:
        return f"The budget of {option.reference} changes in no year"
    back = [fact for fact in moves if fact.amount > 0]
    said = (
        f"; {listed([f'{millions(fact.value)} comes back as a cost in {fact.period}' for fact in back])}"
        if back
        else ""
    )
    first = moves[0]
    return (
        f"The budget changes first in {first.period}, with {outcome(first.amount)}, and by "
        f"{years[-1]} {_by_end(option)}{said}"
    )


def _by_end(option: Option) -> str:
    return (
        f"there is {outcome(option.annual_effect_gbp_m)} a year"
        if option.annual_effect_gbp_m is not None
        else "the effect is not known"
    )


def _total_words(option: Option, total: list[Fact]) -> str:
    if (
        not total
        or option.annual_effect_gbp_m is None
        or round(total[0].amount - option.annual_effect_gbp_m, 3) == 0
    ):
        return ""
    return (
        f" The total is printed as {total[0].printed}, while the years add up to "
        f"{millions(round(option.annual_effect_gbp_m, 3))}; the sum of the years is used."
    )


def tables(found: Scope) -> View:
    """Return the posts and investment of an option by nature and year, with their totals as printed."""
    option = asked_option(found)
    facts: list[Fact] = []
    labels: dict[str, str] = {}
    rows = []
    waiting = False
    for measure, (words, unit) in MEASURES.items():
        cells = [
            cell
            for cell in queries.parts(found.store, found.programme, measure)
            if cell.option_id == option.option_id
        ]
        totals = [
            cell
            for cell in queries.totals(found.store, found.programme, measure)
            if cell.option_id == option.option_id
        ]
        for nature in NATURES:
            own = [cell for cell in cells if cell.nature == nature]
            total = [cell for cell in totals if cell.nature == nature]
            if own:
                labels[f"{option.option_id}.{nature}.{unit}"] = f"{words}, {NATURES[nature].lower()}"
                made, row = _part_row(found, own, total, f"{words}, {NATURES[nature].lower()}", unit)
                facts += made
                waiting = waiting or any(cell.value is None for cell in own)
                rows.append(row)
    columns = [*found.years, "Total as printed"]
    return View(
        name="savings.tables",
        title=_tables_title(option, facts, waiting=waiting),
        subtitle=f"Posts (FTE) and investment (£m) of {option.reference}, as printed, each nature apart",
        table=Table(
            f"Posts and investment of {option.reference}",
            heads("Table", *columns, numbers=columns),
            tuple(rows),
        ),
        facts=tuple(facts),
        records=labelled(facts, labels),
        method="Minus is posts lost. Lasting investment prints each increment once, although it goes "
        "on; temporary "
        "investment prints each year’s spending. Natures come from a label above the table or the "
        "text of its field; "
        "where neither says, the nature is unstated.",
    )


def _part_row(
    found: Scope, own: list[PartFact], total: list[PartFact], label: str, unit: str
) -> tuple[list[Fact], tuple[Cell, ...]]:
    cells: dict[str, Cell] = {}
    made = []
    for group in (own, total):
        for fact in facts_of(group, unit):
            made.append(_named(f"{fact.series}.{unit}", fact))
            cells[fact.period] = fact_cell(fact)
        cells |= unknown_of(group)
    return made, (Cell(label, heading=True), *(cells.get(year, gap()) for year in (*found.years, "total")))


def _tables_title(option: Option, facts: list[Fact], *, waiting: bool) -> str:
    posts, money = (any(fact.value for fact in facts if fact.unit == unit) for unit in ("FTE", "£m"))
    posts_words = (
        "changes posts" if posts else "leaves posts to be confirmed" if waiting else "changes no posts"
    )
    return f"{option.reference} {posts_words} and asks for {'investment' if money else 'no investment'}"


def remarks(found: Scope) -> View:
    """Return the misprints, conflicts and gaps found on the lines of an option."""
    option = asked_option(found)
    own = [item for item in corrections_of(found) if holder(found, item) == option.option_id]
    count = (
        "1 misprint, conflict or gap was"
        if len(own) == 1
        else f"{len(own)} misprints, conflicts or gaps were"
    )
    return View(
        name="savings.remarks",
        title=f"{count} found in {option.reference}"
        if own
        else f"Nothing in {option.reference} had to be corrected",
        subtitle="Both readings are kept, with the reason and which one is shown",
        table=Table(
            f"Misprints, conflicts and gaps of {option.reference}",
            heads("Figure", "Printed", "Other reading", "Why, and which is shown"),
            tuple(correction_row(found, item) for item in own),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="Every total, repeated budget, start year and answer is checked when a release is "
        "built; where nothing is "
        "listed, nothing was found.",
        cited=standings(found, own),
    )
