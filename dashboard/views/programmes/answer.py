"""Who claims most for its money, and whether that can be believed: the finding of the page."""

from dashboard.domain import programmes as rules
from dashboard.domain.fact import Fact
from dashboard.domain.programmes import Kind, Parts
from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import counted, listed, pounds
from dashboard.queries.programmes import Effect
from dashboard.views.programmes.cards import about_words, heads, standing, sum_words
from dashboard.views.programmes.choices import (
    BELIEFS,
    DIVISORS,
    EXPECTED,
    NOT_GIVEN,
    PAID,
    REACHES,
    counted_words,
    kind_words,
)
from dashboard.views.programmes.scope import Claim, Scope

# Gains that are ranked by what is paid for them; receipts from sales are listed and not ranked.
RANKED = ("benefit", "net")
BORNE_OUT = {
    rules.ADDS_UP: "and its parts add up",
    rules.NEARLY: "and its parts nearly add up",
    rules.OTHERWISE: "and its parts are counted on another basis",
    rules.DISPUTED: "but its own bid contradicts it",
    rules.UNSUPPORTED: "but prints nothing to check it by",
}
# Why a sum of such a claim is no return on an award.
NO_RETURN = {
    "achieved": "was achieved before the bids",
    "already_budgeted": "was in budgets before the bids",
    "illustrative": "is an illustration",
}


def return_words(ends: tuple[Fact, ...]) -> str:
    """Return a return in words, with both ends where it is a range."""
    if not ends:
        return NOT_GIVEN
    amounts = [f"£{fact.amount:,.2f}" for fact in sorted(ends, key=lambda fact: fact.amount)]
    yearly = " a year" if ends[0].unit.endswith("a year") else ""
    return f"{' to '.join(dict.fromkeys(amounts))}{yearly}"


def basis_words(kind: Kind) -> str:
    """Return on which basis a return is counted, where its own words do not say so."""
    return "" if kind.basis == "annual" else f", {counted_words(kind)}"


def why(claim: Claim) -> str:
    """Return why a claim can be believed or not, in words."""
    if claim.belief == rules.UNSUPPORTED:
        return "the sum stands alone, so nothing can be added up again"
    if claim.belief == rules.ADDS_UP:
        return (
            f"{counted(claim.parts.count, 'part gives', 'parts give') if claim.parts else 'parts give'} "
            "the sum"
        )
    if claim.parts and claim.parts.given not in (None, claim.parts.value):
        said = f"its parts give {_given(claim.parts)}"
        return f"{said}. {claim.explained[0].reason}" if claim.belief == rules.OTHERWISE else said
    if claim.disputes:
        return f"printed as {claim.disputes[0].printed} and as {claim.disputes[0].reading}"
    if claim.doubted:
        return f"it rests on {claim.doubted.printed}, whose parts give {_given(claim.doubted)}"
    return "a part of it is printed in two ways"


def _given(parts: Parts) -> str:
    return sum_words(Fact("", "", parts.given, "£", "", "derived", "", None, ""))


def soundest(ranked: list[Claim]) -> Claim | None:
    """Return the first claim whose parts add up, or else the first whose parts nearly do."""
    return next((claim for held in rules.SOUND for claim in ranked if claim.belief == held), None)


def finding(found: Scope) -> str:
    """Return the headline of the page: who claims most for its money, and whether that holds."""
    per = found.selection.per
    if not found.bids:
        return f"There are no bids to show{found.where}"
    ranked = found.ranked(found.chosen, per)
    if not ranked:
        return _no_return(found)
    first = ranked[0]
    words = f"{return_words(first.returns(per))} per £1 {DIVISORS[per]}{basis_words(first.kind)}"
    who = f"{first.name} claims most for its money"
    if len(ranked) == 1:
        who = f"Only {first.name} can be counted like this"
    return f"{who}{found.where}: {words}{_instead(found)}, {BORNE_OUT[first.belief]}"


def _no_return(found: Scope) -> str:
    claimed = found.chosen[0].kind.claim if found.chosen else ""
    if claimed in NO_RETURN:
        return f"What is counted like this {NO_RETURN[claimed]}, so it is no return on an award{found.where}"
    paid = "what it asks for" if found.selection.per == "grant" else "what it costs in all"
    return f"No bid counted like this says both {paid} and what it brings{found.where}"


def _instead(found: Scope) -> str:
    """Return why another basis than the usual one is shown, where no bid in scope has the usual one."""
    return f" (none here counts {counted_words(found.instead_of)})" if found.instead_of else ""


def _otherwise(found: Scope, claim: Claim) -> str:
    """Return what the same sum returns on the other bases its bid prints it on."""
    per = found.selection.per
    said = [
        f"{return_words(other.returns(per))}{basis_words(other.kind)}"
        for other in found.readings(claim)
        if other.returns(per)
    ]
    return f"By its other reading it is {listed(said)}. " if said else ""


def _best(ranked: list[Claim], per: str) -> str:
    sound = soundest(ranked)
    if sound is None or ranked[0].belief in rules.SOUND:
        return ""
    held = "add up" if sound.belief == rules.ADDS_UP else "nearly add up"
    return f"Of those that {held}, {sound.name} claims most, {return_words(sound.returns(per))}. "


def _own_effect(found: Scope, claim: Claim) -> str:
    """Return what the award alone is said to bring to those whose gain is told, where it is printed."""
    own = [item for item in found.effects_of(claim.bid.programme) if item.reach == claim.kind.reach]
    return f"The award itself is said to bring {_effect_words(own[0])}. " if own else ""


def _effect_words(item: Effect) -> str:
    return f"{about_words(item.qualifier)}{pounds(item.value)} over {item.period}"


def standfirst(found: Scope) -> str:
    """Return what else there is to say of the finding, what the page covers and what no document says."""
    per, ranked = found.selection.per, found.ranked(found.chosen, found.selection.per)
    more = (
        f"{_otherwise(found, ranked[0])}{_best(ranked, per)}{_own_effect(found, ranked[0])}" if ranked else ""
    )
    count = counted(len(found.bids), "bid", "bids")
    of_all = "" if len(found.bids) == len(found.all_bids) else f" of {len(found.all_bids)}"
    return (
        f"{more}{count}{of_all} for an award, and a portfolio of programmes. Every return here is a "
        "forecast: no document prints what was awarded or what was reached in the end. Benefits are compared "
        "only where they are counted alike."
    )


def answer(found: Scope) -> View:
    """Return who claims most per pound asked for in each way of counting, and how far that holds."""
    per = found.selection.per
    kinds = {
        name: own
        for name, own in found.kinds.items()
        if own[0].kind.claim in EXPECTED and own[0].kind.gain in RANKED
    }
    ranked = {name: found.ranked(own, per) for name, own in kinds.items()}
    shown = {name: own for name, own in ranked.items() if own}
    held = [claim.belief for own in shown.values() for claim in own]
    silent = [
        bid.name
        for bid in found.bids.values()
        if not any(claim.bid == bid for own in shown.values() for claim in own)
    ]
    return View(
        name="programmes.answer",
        title=_title(held, per),
        subtitle=f"Who claims most {PAID[per].lower()}, in each way of counting, and whether the document "
        f"itself bears it out{found.where}",
        table=Table(
            f"Most claimed {PAID[per].lower()}, by the way the benefit is counted",
            heads(
                "How the benefit is counted",
                "Claims most",
                f"{PAID[per]}, derived",
                "Can it be believed? (our reading)",
                "Most of those that add up or nearly do",
                "What the award itself is said to bring",
            ),
            tuple(_row(found, own) for own in shown.values()),
        ),
        facts=(),
        records=tuple(_record(found, own) for own in shown.values()),
        method=_method(silent, per),
        cited=tuple(fact for own in shown.values() for claim in own for fact in _cited(found, claim)),
    )


def _cited(found: Scope, claim: Claim) -> list[Fact]:
    """Return where a claim, what it is divided by, and the effect of its award stand."""
    paid = claim.ask if found.selection.per == "grant" else claim.cost
    own = found.effects_of(claim.bid.programme)
    effects = [standing(item.root, item.source_id, item.source_line, item.locator) for item in own]
    return [claim.gains[0].fact, *([paid] if paid and paid.source_line else []), *effects]


def _title(held: list[str], per: str) -> str:
    if not held:
        return f"No bid here says both what it {'asks for' if per == 'grant' else 'costs'} and what it brings"
    sound, near = held.count(rules.ADDS_UP), held.count(rules.NEARLY)
    nearly = f", {near} on parts that nearly do" if near else ""
    return (
        f"Of {counted(len(held), 'return', 'returns')} that can be worked out, {sound or 'none'} "
        f"{'rests' if sound in (0, 1) else 'rest'} on parts that add up{nearly}; what was reached in the end "
        "is printed of none"
    )


def _record(found: Scope, own: list[Claim]) -> Record:
    first, per = own[0], found.selection.per
    return {
        "counted": kind_words(first.kind),
        "claims_most": first.name,
        "divided_by": DIVISORS[per],
        "per_pound_derived": return_words(first.returns(per)),
        "believed": f"{BELIEFS[first.belief]}: {why(first)}",
        "compared_with": len(own),
        "source_id": first.gains[0].source_id,
        "source_line": first.gains[0].source_line,
    }


def _row(found: Scope, own: list[Claim]) -> tuple[Cell, ...]:
    first = own[0]
    sound, per = soundest(own), found.selection.per
    alone = "the only one counted so" if len(own) == 1 else f"the largest of {len(own)}"
    return (
        Cell(kind_words(first.kind), href=found.address(kind=first.kind.name), heading=True),
        Cell(first.name, href=found.address(programme=first.bid.programme), note=alone),
        Cell(return_words(first.returns(per)), number=True),
        Cell(f"{BELIEFS[first.belief]}: {why(first)}"),
        _sound_cell(found, first, sound),
        _effect_cell(found, first),
    )


def _effect_cell(found: Scope, claim: Claim) -> Cell:
    own = found.effects_of(claim.bid.programme)
    if not own:
        return Cell(NOT_GIVEN)
    said = [f"{_effect_words(item)} {REACHES.get(item.reach, '')}" for item in own]
    return Cell(
        "; ".join(said),
        href=line_address(own[0].source_id, own[0].source_line),
        note="; ".join(f"line {item.source_line}" for item in own),
    )


def _sound_cell(found: Scope, first: Claim, sound: Claim | None) -> Cell:
    if sound is None:
        return Cell("none")
    if sound == first:
        return Cell("the same")
    return Cell(
        f"{sound.name}, {return_words(sound.returns(found.selection.per))}",
        href=found.address(programme=sound.bid.programme),
        note="" if sound.belief == rules.ADDS_UP else f"{BELIEFS[sound.belief].lower()}: {why(sound)}",
    )


def _method(silent: list[str], per: str) -> str:
    missing = (
        "the sum asked for, a benefit in money or its basis is not given"
        if per == "grant"
        else "a total cost of the same bodies and years, a benefit in money or its basis is not given"
    )
    said = f" No return can be worked out for {listed(silent)}: {missing}." if silent else ""
    return (
        f"Benefit divided by {'the sum asked for' if per == 'grant' else 'the total cost'}, worked out here; "
        "the award made is printed nowhere. A plan would often go on without its award, only later, so its "
        "whole benefit is not what the award brings: the last column has what the bid says of that. "
        "Benefits counted "
        "differently are never ranked together: every year or over a span, and over which; to those who "
        "bid or to the "
        "whole public sector; a saving or a cost avoided. A claim adds up where its parts are printed and "
        "come to it, "
        "nearly where they come within a twentieth (our limit). It is contradicted where they come "
        "further off or the "
        "document prints another reading; where they are counted on another basis, as before cost, that is "
        "said instead. An award is often a small part of the cost, so a high return on "
        "it says "
        f"little by itself: the next card also divides by the total cost.{said}"
    )
