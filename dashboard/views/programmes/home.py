"""The model of the home place beside its peers, on the measures that they share."""

from dashboard.domain import deficit as trajectories
from dashboard.domain.fact import DERIVED, Fact
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import listed, measured, millions, pounds
from dashboard.queries import deficit
from dashboard.queries import programmes as queries
from dashboard.queries.sources import place
from dashboard.views.programmes.cards import heads, labelled, sum_cell
from dashboard.views.programmes.choices import NOT_GIVEN, REACHES
from dashboard.views.programmes.scope import Scope

MILLION = 1_000_000
WHOLE = "public_sector"
COLUMNS = ("Benefit every year", "Cost to set up", "Benefit a year per £1 of it", "Pays back")


def home(found: Scope) -> View:
    """Return the model of the home place beside bids that count benefits to the whole public sector too."""
    name = place(found.store).name
    steady = {fact.period: fact for fact in deficit.steady_state(found.store) if fact.series == "all"}
    benefit, cost = steady.get("gross_annual_benefit"), steady.get("implementation_cost")
    running = [fact for fact in deficit.cumulative_net(found.store, "all") if fact.series == "excluded"]
    paid = trajectories.break_even(running)
    peers = [claim for claim in found.claims if claim.kind.reach == WHOLE and claim.kind.basis == "annual"]
    facts = [fact for fact in (benefit, cost, paid) if fact is not None]
    own = (
        Cell(name, heading=True),
        _cell(benefit),
        _cell(cost),
        _per_pound(benefit, cost),
        Cell(_years_words(running, paid), number=True, note="derived"),
    )
    return View(
        name="programmes.home",
        title=_title(name, benefit, [(claim.bid.name, pounds(claim.gains[0].value)) for claim in peers]),
        subtitle=f"{name}’s own model and the bids that count benefits {REACHES[WHOLE]}; another year, "
        "another size of place",
        table=Table(
            f"{name} beside its peers, benefits {REACHES[WHOLE]}",
            heads("Place", *COLUMNS, numbers=COLUMNS),
            (
                own,
                *(
                    _peer_row(found, claim.bid.programme, claim.bid.name, claim.gains[0].fact)
                    for claim in peers
                ),
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, {fact.series: name for fact in facts}),
        method=f"Only bids that count a yearly benefit to the whole public sector stand beside {name}, "
        "whose model counts the same. "
        "The benefit of the model is gross and what it adds itself, without savings planned elsewhere; a "
        "peer’s may be net of "
        "cost. Payback is counted in years from the first year of the profile. A peer’s cost to the "
        "partners alone is no cost "
        "to the whole public sector, so no benefit is divided by it. The two documents are years apart.",
        cited=tuple(claim.gains[0].fact for claim in peers),
    )


def _cell(fact: Fact | None) -> Cell:
    if fact is None or fact.value is None:
        return Cell(NOT_GIVEN, number=True)
    where = f"/sources?source={fact.source_id}&line={fact.source_line}"
    return Cell(millions(abs(fact.amount)), href=where, number=True)


def _per_pound(benefit: Fact | None, cost: Fact | None) -> Cell:
    if benefit is None or cost is None or not cost.value:
        return Cell(NOT_GIVEN, number=True)
    return Cell(f"£{benefit.amount / abs(cost.amount):,.2f}", number=True, note=DERIVED)


def _years_words(running: list[Fact], paid: Fact | None) -> str:
    if paid is None:
        return f"not by {running[-1].period}" if running else NOT_GIVEN
    years = [fact.period for fact in running].index(paid.period) + 1
    return f"in year {years} ({paid.period})"


def _peer_row(found: Scope, programme: str, name: str, benefit: Fact) -> tuple[Cell, ...]:
    missing = Cell(NOT_GIVEN, number=True)
    heading = Cell(name, href=found.address(programme=programme), heading=True)
    return heading, sum_cell(benefit), missing, missing, _payback_cell(found, programme)


def _payback_cell(found: Scope, programme: str) -> Cell:
    wanted = (programme, "payback", "plan", WHOLE, "point")
    for item in queries.returns(found.store):
        if (item.programme, item.kind, item.scenario, item.beneficiary, item.bound) == wanted:
            href = line_address(item.source_id, item.source_line)
            return Cell(f"after {measured(item.value, item.unit)}", href=href, number=True)
    return Cell(NOT_GIVEN, number=True)


def _title(name: str, benefit: Fact | None, peers: list[tuple[str, str]]) -> str:
    if benefit is None:
        return f"{name} has no model here to set beside the bids"
    own = f"{name}’s model claims {millions(benefit.value)} a year for the whole public sector"
    if not peers:
        return f"{own}; no bid here counts the same money"
    others = listed([f"{peer} ({words})" for peer, words in peers])
    return f"{own}; {'only ' if len(peers) == 1 else ''}{others} counts the same money among the bids"
