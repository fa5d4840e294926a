"""The model of the home place beside its peers, on the measures that they share."""

from dataclasses import replace

from dashboard.domain import deficit as trajectories
from dashboard.domain import programmes as rules
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Table, View, fact_cell
from dashboard.domain.words import listed, millions, pounds
from dashboard.queries import deficit
from dashboard.queries import programmes as queries
from dashboard.queries.sources import place
from dashboard.views.programmes.cards import about_words, heads, labelled, sum_cell
from dashboard.views.programmes.choices import NOT_GIVEN, REACHES
from dashboard.views.programmes.scope import Claim, Scope, unfiltered

WHOLE = "public_sector"
COLUMNS = (
    "Benefit less cost a year",
    "Cost to set up",
    "Benefit less cost a year per £1 of it",
    "Years until it pays back",
)


def home(found: Scope) -> View:
    """Return the model of the home place beside bids that count what the whole public sector gains too."""
    name = place(found.store).name
    own = _model(found, name)
    peers = [claim for claim in unfiltered(found).claims if _counted_alike(claim)]
    rows = {name: own, **{claim.bid.name: _peer(found, claim) for claim in peers}}
    told = [
        (fact, f"{who}, {column.lower()}") for who, known in rows.items() for column, fact in known.items()
    ]
    return View(
        name="programmes.home",
        title=_title(name, own.get(COLUMNS[0]), [(claim.bid.name, _said(claim)) for claim in peers]),
        subtitle=f"{name}’s own model and the bids that count benefits {REACHES[WHOLE]}; another year, "
        "another "
        "size of place",
        table=Table(
            f"{name} beside its peers, benefits {REACHES[WHOLE]}",
            heads("Place", *COLUMNS, numbers=COLUMNS),
            tuple(_row(found, who, known, peers) for who, known in rows.items()),
        ),
        facts=tuple(fact for fact, _ in told),
        records=labelled([fact for fact, _ in told], {fact.series: words for fact, words in told}),
        method=f"Only bids that count a yearly benefit to the whole public sector less its cost stand beside "
        f"{name}, whose model counts the same. {_gross_words(found)}It is what the model adds itself, "
        "without savings planned elsewhere. Payback is counted in years from the first year of the "
        "profile. A "
        "peer’s cost to the partners alone is no cost to the whole public sector, so no benefit is "
        "divided by it. "
        "The two documents are years apart.",
    )


def _counted_alike(claim: Claim) -> bool:
    """Return whether a claim counts what the home model does: a year’s benefit less cost, of all bodies."""
    return (claim.kind.reach, claim.kind.basis, claim.kind.gain) == (WHOLE, "annual", "net")


def _said(claim: Claim) -> str:
    return f"{about_words(claim.gains[0].qualifier)}{pounds(claim.gains[0].value)}"


def _gross_words(found: Scope) -> str:
    """Return what the home model brings before its cost, so that nobody takes one for the other."""
    gross = _steady(found).get("gross_annual_benefit")
    return f"Before its cost the model brings {millions(gross.value)} a year. " if gross else ""


def _steady(found: Scope) -> dict[str, Fact]:
    return {fact.period: fact for fact in deficit.steady_state(found.store) if fact.series == "all"}


def _model(found: Scope, name: str) -> dict[str, Fact]:
    """Return what the home model claims, by column."""
    benefit, cost = queries.home_net(found.store), _steady(found).get("implementation_cost")
    known = {COLUMNS[0]: benefit, COLUMNS[1]: cost and replace(cost, value=abs(cost.amount))}
    if benefit and cost and cost.value:
        known[COLUMNS[2]] = rules.per_pound("", benefit, known[COLUMNS[1]], "£")
    known[COLUMNS[3]] = _paid(found)
    return {
        column: replace(fact, series=f"{name}.{column}") for column, fact in known.items() if fact is not None
    }


def _paid(found: Scope) -> Fact | None:
    """Return in which year of its profile the home model is in credit; None where it never is."""
    running = [fact for fact in deficit.cumulative_net(found.store, "all") if fact.series == "excluded"]
    reached = trajectories.break_even(running)
    if reached is None:
        return None
    where = f"Derived from {reached.locator}, line {reached.source_line}"
    years = float(running.index(reached) + 1)
    return Fact("", reached.period, years, "years", "", DERIVED, reached.source_id, None, where)


def _peer(found: Scope, claim: Claim) -> dict[str, Fact]:
    name = claim.bid.programme
    known = {COLUMNS[0]: claim.gains[0].fact}
    wanted = (name, "payback", "plan", WHOLE, "point")
    for item in queries.returns(found.store):
        if (item.programme, item.kind, item.scenario, item.beneficiary, item.bound) == wanted:
            where = (item.source_id, item.source_line, item.locator)
            known[COLUMNS[3]] = Fact("", "", item.value, item.unit, item.printed, item.status, *where)
    return {column: replace(fact, series=f"{name}.{column}") for column, fact in known.items()}


def _row(found: Scope, name: str, known: dict[str, Fact], peers: list[Claim]) -> tuple[Cell, ...]:
    address = {claim.bid.name: found.address(programme=claim.bid.programme) for claim in peers}
    cells = (_cell(known.get(column)) for column in COLUMNS)
    qualified = {claim.bid.name: claim.gains[0].qualifier for claim in peers}
    first, *rest = cells
    said = replace(first, text=f"{about_words(qualified.get(name, ''))}{first.text}")
    return (Cell(name, href=address.get(name, ""), heading=True), said, *rest)


def _cell(fact: Fact | None) -> Cell:
    if fact is None:
        return Cell(NOT_GIVEN, number=True)
    return sum_cell(fact) if fact.unit == "£" and fact.status != DERIVED else fact_cell(fact)


def _title(name: str, benefit: Fact | None, peers: list[tuple[str, str]]) -> str:
    if benefit is None:
        return f"{name} has no model here to set beside the bids"
    own = f"{name}’s model claims {millions(benefit.value)} a year less cost for the whole public sector"
    if not peers:
        return f"{own}; no bid here counts the same money"
    others = listed([f"{peer} ({words})" for peer, words in peers])
    return f"{own}; {'only ' if len(peers) == 1 else ''}{others} counts the same money among the bids"
