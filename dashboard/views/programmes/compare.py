"""Bids side by side: what they return, and what they ask for."""

from dataclasses import replace

from dashboard.domain import programmes as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_cell
from dashboard.domain.words import counted, listed, pounds
from dashboard.figures import programmes as figures
from dashboard.figures.chart import empty_figure
from dashboard.queries.programmes import Programme
from dashboard.views.programmes.answer import basis_words, return_words, why
from dashboard.views.programmes.cards import (
    about_words,
    bars_height,
    bars_told,
    heads,
    labelled,
    sum_cell,
    sum_words,
)
from dashboard.views.programmes.choices import BELIEFS, DIVISORS, NOT_GIVEN, PAID, PAYMENTS, kind_words
from dashboard.views.programmes.scope import Claim, Scope

NUMBERS = ("Benefit claimed", "Asked for", "Total cost", "Per £1 asked for", "Per £1 of total cost")


def compare(found: Scope) -> View:
    """Return the return of each bid that counts its benefit in the way chosen."""
    per = found.selection.per
    claims = found.chosen
    ranked = found.ranked(claims, per)
    rest = [claim for claim in claims if claim not in ranked]
    rows = [
        (
            claim.name,
            claim.returns(per),
            return_words(claim.returns(per)),
            claim.belief,
            BELIEFS[claim.belief].lower(),
        )
        for claim in ranked
    ]
    told = [item for claim in (*ranked, *rest) for item in _told(claim)]
    counted_as = kind_words(claims[0].kind) if claims else "the way chosen"
    return View(
        name="programmes.compare",
        title=_title(found, ranked, rest),
        subtitle=f"{counted_as}; {PAID[per].lower()}{found.where}. Hatched: contradicted, or no parts "
        "printed",
        table=Table(
            f"Bids compared on one basis: {counted_as}",
            heads("Bid", *NUMBERS, "Can it be believed? (our reading)", numbers=NUMBERS),
            tuple(_row(found, claim) for claim in (*ranked, *rest)),
        ),
        facts=tuple(fact for fact, _ in told),
        records=labelled([fact for fact, _ in told], {fact.series: words for fact, words in told}),
        method="Only bids that count their benefit alike share this axis. The benefit is divided by the "
        "sum asked for or "
        "by the total cost, worked out here. A total cost counts where it is the cost of the same bodies, "
        "met once or over "
        "the same years; else the table says why not.",
        chart=figures.returns_figure(rows) if rows else empty_figure("No return can be worked out."),
        alternative=bars_told((name, words) for name, _, words, _, _ in rows)
        if rows
        else "No return can be worked out.",
        height_rem=bars_height(len(rows)),
    )


def _told(claim: Claim) -> list[tuple[Fact, str]]:
    """Return every figure of a row with its words, in the order of the columns."""
    paid = ((claim.ask, "asked for"), (claim.cost, "total cost"))
    return [
        *((gain.fact, f"{claim.name}, benefit claimed") for gain in claim.gains),
        *((fact, f"{claim.name}, {words}") for fact, words in paid if fact),
        *((fact, f"{claim.name}, {PAID[per].lower()}") for per in PAID for fact in claim.returns(per)),
    ]


def _title(found: Scope, ranked: list[Claim], rest: list[Claim]) -> str:
    per = found.selection.per
    paid = f"{DIVISORS[per]}{basis_words(found.chosen[0].kind) if found.chosen else ''}"
    if not ranked:
        return f"No bid counted like this gives a return per £1 {paid}{found.where}"
    left = f"; for {counted(len(rest), 'more', 'more')} none can be worked out" if rest else ""
    first = ranked[0]
    if len(ranked) == 1:
        return (
            f"Counted like this, {first.name} alone gives a return: {return_words(first.returns(per))} "
            f"per £1 {paid}{left}"
        )
    last = ranked[-1]
    return (
        f"Per £1 {paid}, claims run from {return_words(last.returns(per))} ({last.name}) to "
        f"{return_words(first.returns(per))} ({first.name}){left}"
    )


def _row(found: Scope, claim: Claim) -> tuple[Cell, ...]:
    return (
        found.bid_cell(claim.bid, claim.name),
        _gain_cell(claim),
        sum_cell(claim.ask),
        sum_cell(claim.cost) if claim.cost else Cell(claim.why_no_cost or NOT_GIVEN),
        *(_return_cell(claim, per) for per in PAID),
        Cell(f"{BELIEFS[claim.belief]}: {why(claim)}"),
    )


def _gain_cell(claim: Claim) -> Cell:
    """Return the cell of a benefit, with both ends of a range and how exact the text says it is."""
    said = about_words(claim.gains[0].qualifier)
    facts = sorted((gain.fact for gain in claim.gains), key=lambda fact: fact.value or 0)
    cell = sum_cell(facts[0])
    words = " to ".join(dict.fromkeys(sum_words(fact) for fact in facts))
    return Cell(f"{said}{words}", href=cell.href, number=True)


def _return_cell(claim: Claim, per: str) -> Cell:
    ends = claim.returns(per)
    return Cell(return_words(ends), number=True, note="derived" if ends else "")


def asks(found: Scope) -> View:
    """Return what each bid asks for, costs and finds itself, with what it claims on which basis."""
    known = {name: found.paid(name, "ask") for name in found.bids}
    drawn = sorted(
        ((found.bids[name], fact) for name, fact in known.items() if fact), key=lambda item: -item[1].amount
    )
    silent = [found.bids[name].name for name, fact in known.items() if fact is None]
    told = [item for bid in found.bids.values() for item in _asked(found, bid)]
    rows = [(bid.name, fact.amount, sum_words(fact)) for bid, fact in drawn]
    return View(
        name="programmes.asks",
        title=_asks_title(drawn, silent),
        subtitle=f"Sum asked for by each bid, £; the sum awarded is printed nowhere{found.where}",
        table=Table(
            "What the bids ask for, cost and claim",
            heads(
                "Bid",
                "Asked for",
                "Total cost",
                "Found by partners",
                "Asked for as a share of cost",
                "Benefits claimed, each on its own basis",
                numbers=("Asked for", "Total cost", "Found by partners", "Asked for as a share of cost"),
            ),
            tuple(_ask_row(found, bid) for bid in found.bids.values()),
        ),
        facts=tuple(fact for fact, _ in told),
        records=labelled([fact for fact, _ in told], {fact.series: words for fact, words in told}),
        method="Sums as printed, or as corrected where the page of sources says why. Two sums of one bid "
        "are added up and "
        "marked as derived. What is blacked out, taken out or never stated is not given, and never "
        "nought. Total cost is the "
        "cost over all years, or else the costs met once. A match is listed only where the bid prints one.",
        chart=figures.sums_figure(rows) if rows else empty_figure("No sum is given."),
        alternative=bars_told((name, words) for name, _, words in rows) if rows else "No sum is given.",
        height_rem=bars_height(len(rows)),
    )


def _asks_title(drawn: list[tuple[Programme, Fact]], silent: list[str]) -> str:
    if not drawn:
        return "No bid here says what it asks for"
    (largest, most), (smallest, least) = drawn[0], drawn[-1]
    said = (
        f"{largest.name} asks for {sum_words(most)}"
        if len(drawn) == 1
        else f"Bids ask for between {pounds(least.value)} ({smallest.name}) and {pounds(most.value)} "
        f"({largest.name})"
    )
    return f"{said}; {listed(silent)} {'gives' if len(silent) == 1 else 'give'} no sum" if silent else said


def _asked(found: Scope, bid: Programme) -> list[tuple[Fact, str]]:
    """Return what a bid asks for, costs, finds itself and asks for as a share of cost, with words."""
    known = {measure: found.paid(bid.programme, measure) for measure in PAYMENTS}
    share = _share(bid, known["ask"], known["cost"])
    every = {**known, "share": share}
    words = {**PAYMENTS, "share": "Asked for as a share of cost"}
    return [
        (replace(fact, series=f"{bid.programme}.{measure}"), f"{bid.name}, {words[measure].lower()}")
        for measure, fact in every.items()
        if fact is not None
    ]


def _share(bid: Programme, ask: Fact | None, cost: Fact | None) -> Fact | None:
    if ask is None or cost is None or not cost.value:
        return None
    made = rules.per_pound(f"{bid.programme}.share", ask, cost, "%")
    return made and replace(made, value=round(100 * ask.amount / cost.amount, 1))


def _ask_row(found: Scope, bid: Programme) -> tuple[Cell, ...]:
    known = {fact.series.rpartition(".")[2]: fact for fact, _ in _asked(found, bid)}
    claims = [claim for claim in found.claims if claim.bid == bid]
    said = "; ".join(f"{_gain_cell(claim).text}: {kind_words(claim.kind).lower()}" for claim in claims)
    where = f"{bid.theme_label}; {', '.join(bid.regions) or 'several regions'}"
    share = known.get("share")
    return (
        replace(found.bid_cell(bid), note=where),
        *(sum_cell(known.get(measure)) for measure in PAYMENTS),
        fact_cell(share) if share else Cell(NOT_GIVEN, number=True),
        Cell(said or "none in money that can be compared"),
    )
