"""Who claims most for its money, and whether that can be believed: the finding of the page."""

from dashboard.domain import programmes as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Record, Table, View
from dashboard.domain.words import counted, listed
from dashboard.views.programmes.cards import heads, sum_words
from dashboard.views.programmes.choices import BELIEFS, NOT_GIVEN, kind_words
from dashboard.views.programmes.scope import Claim, Scope

COMPARED = ("expected", "avoided")


def return_words(ends: tuple[Fact, ...]) -> str:
    """Return a return in words, with both ends where it is a range."""
    if not ends:
        return NOT_GIVEN
    amounts = [f"£{fact.amount:,.2f}" for fact in sorted(ends, key=lambda fact: fact.amount)]
    yearly = " a year" if ends[0].unit.endswith("a year") else ""
    return f"{' to '.join(dict.fromkeys(amounts))}{yearly}"


def why(claim: Claim) -> str:
    """Return why a claim can be believed or not, in words."""
    if claim.belief == rules.UNSUPPORTED:
        return "the sum stands alone, so nothing can be added up again"
    if claim.belief == rules.ADDS_UP:
        return (
            f"{counted(claim.parts.count, 'part gives', 'parts give') if claim.parts else 'parts give'} "
            "the sum"
        )
    off = claim.parts is not None and claim.parts.given is not None and claim.parts.given != claim.parts.value
    if off and claim.parts and claim.parts.given is not None:
        given = Fact("", "", claim.parts.given, "£", "", "derived", "", None, "")
        return f"its parts give {sum_words(given)}"
    if claim.disputes:
        return f"printed as {claim.disputes[0].printed} and as {claim.disputes[0].reading}"
    return "a part of it is printed in two ways"


def finding(found: Scope) -> str:
    """Return the headline of the page: who claims most for its money, and whether that holds."""
    ranked = found.ranked(found.chosen, "grant")
    if not found.bids:
        return f"There are no bids to show{found.where}"
    if not ranked:
        return f"No bid counted like this says both what it asks for and what it brings{found.where}"
    first = ranked[0]
    said = (
        f"{first.name} claims most for its money{found.where}: {return_words(first.returns('grant'))} "
        "per £1 asked for"
    )
    if len(ranked) == 1:
        said = (
            f"Only {first.name} can be counted like this{found.where}: "
            f"{return_words(first.returns('grant'))} per £1 asked for"
        )
    if first.belief in rules.SOUND:
        return f"{said}, and its parts {'nearly ' if first.belief == rules.NEARLY else ''}add up"
    doubt = (
        "but its own bid contradicts it"
        if first.belief == rules.DISPUTED
        else "but prints nothing to check it by"
    )
    sound = next((claim for claim in ranked if claim.belief in rules.SOUND), None)
    rest = (
        f"; of those that add up, {sound.name} claims most, {return_words(sound.returns('grant'))}"
        if sound
        else ""
    )
    return f"{said}, {doubt}{rest}"


def standfirst(found: Scope) -> str:
    """Return what the page covers and what no document says."""
    count = counted(len(found.bids), "bid", "bids")
    of_all = "" if len(found.bids) == len(found.all_bids) else f" of {len(found.all_bids)}"
    return (
        f"{count}{of_all} for an award, and a portfolio of programmes. Every return here is a forecast: no "
        "document prints "
        "what was awarded or what was reached in the end. Benefits are compared only where they are "
        "counted alike."
    )


def answer(found: Scope) -> View:
    """Return who claims most per pound asked for in each way of counting, and how far that holds."""
    kinds = {
        name: own
        for name, own in found.kinds.items()
        if own[0].kind.claim in COMPARED and own[0].kind.gain == "benefit"
    }
    ranked = {name: found.ranked(own, "grant") for name, own in kinds.items()}
    shown = {name: own for name, own in ranked.items() if own}
    sound = sum(claim.belief in rules.SOUND for own in shown.values() for claim in own)
    total = sum(map(len, shown.values()))
    silent = [
        bid.name
        for bid in found.bids.values()
        if not any(claim.bid == bid for own in shown.values() for claim in own)
    ]
    return View(
        name="programmes.answer",
        title=_title(total, sound),
        subtitle="Who claims most per £1 asked for, in each way of counting, and whether the document "
        f"itself bears it out{found.where}",
        table=Table(
            "Most claimed per £1 asked for, by the way the benefit is counted",
            heads(
                "How the benefit is counted",
                "Claims most",
                "Per £1 asked for, derived",
                "Can it be believed? (our reading)",
                "Most of those that add up",
            ),
            tuple(_row(found, own) for own in shown.values()),
        ),
        facts=(),
        records=tuple(_record(own) for own in shown.values()),
        method=_method(silent),
        cited=tuple(
            fact
            for own in shown.values()
            for claim in own
            for fact in (claim.gains[0].fact, *([claim.ask] if claim.ask and claim.ask.source_line else []))
        ),
    )


def _title(total: int, sound: int) -> str:
    if not total:
        return "No bid here says both what it asks for and what it brings"
    return (
        f"Of {counted(total, 'return', 'returns')} that can be worked out, {sound or 'none'} "
        f"{'rests' if sound in (0, 1) else 'rest'} on parts that add up; what was reached in the end is "
        "printed of none"
    )


def _record(own: list[Claim]) -> Record:
    first = own[0]
    return {
        "counted": kind_words(first.kind),
        "claims_most": first.name,
        "per_pound_asked_for_derived": return_words(first.returns("grant")),
        "believed": f"{BELIEFS[first.belief]}: {why(first)}",
        "compared_with": len(own),
        "source_id": first.gains[0].source_id,
        "source_line": first.gains[0].source_line,
    }


def _row(found: Scope, own: list[Claim]) -> tuple[Cell, ...]:
    first = own[0]
    sound = next((claim for claim in own if claim.belief in rules.SOUND), None)
    alone = "the only one counted so" if len(own) == 1 else f"the largest of {len(own)}"
    return (
        Cell(kind_words(first.kind), href=found.address(kind=first.kind.name), heading=True),
        Cell(first.name, href=found.address(programme=first.bid.programme), note=alone),
        Cell(return_words(first.returns("grant")), number=True),
        Cell(f"{BELIEFS[first.belief]}: {why(first)}"),
        _sound_cell(found, first, sound),
    )


def _sound_cell(found: Scope, first: Claim, sound: Claim | None) -> Cell:
    if sound is None:
        return Cell("none")
    if sound == first:
        return Cell("the same")
    return Cell(
        f"{sound.name}, {return_words(sound.returns('grant'))}",
        href=found.address(programme=sound.bid.programme),
    )


def _method(silent: list[str]) -> str:
    said = (
        f" No return can be worked out for {listed(silent)}: the sum asked for, a benefit in money or its "
        "basis is not given."
        if silent
        else ""
    )
    return (
        "Benefit divided by the sum asked for, worked out here; the award made is printed nowhere. "
        "Benefits counted "
        "differently are never ranked together: every year or over a span, and over which; to those who "
        "bid or to the "
        "whole public sector; a saving or a cost avoided. A claim adds up where its parts are printed and "
        "come to it, "
        "nearly where they come within a twentieth (our limit); it is contradicted where they come "
        "further off or the "
        "document prints another reading. An award is often a small part of the cost, so a high return on "
        "it says "
        f"little by itself: the next card also divides by the total cost.{said}"
    )
