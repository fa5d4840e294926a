"""One programme's record: what it is, every sum, everything it says, and its milestones."""

from dashboard.domain.view import Cell, Entry, Table, View, line_address
from dashboard.domain.words import counted, listed, period_words, pounds
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Money, Programme
from dashboard.views.programmes.answer import return_words, why
from dashboard.views.programmes.cards import about_words, heads, nothing, standing, sum_words
from dashboard.views.programmes.choices import (
    BELIEFS,
    CLAIMS,
    EXPECTED,
    GAINS,
    NOT_GIVEN,
    PAYMENTS,
    RECORD,
    body_words,
    counted_words,
    kind_words,
)
from dashboard.views.programmes.scope import Claim, Scope

MEASURES = {
    "capital_receipt": "receipts from sales",
    "present_value": "present value",
    "dependency": "dependency on grant",
    "ask": "asked for",
    "match": "found by partners",
}
CATEGORIES = {
    "smaller": "Smaller award",
    "authority": "Award to an authority",
    "major_multi_authority": "Major award to several authorities",
}


BY_YEAR = ("profile", "portfolio", "cases", "need", "ranges")


def record_cards(found: Scope) -> tuple[str, ...]:
    """Return the cards of a record: those that stand on every one, and those that its document allows."""
    store, own, item = found.store, found.branch, found.record
    whole = item is not None and item.level == "portfolio"
    known = {
        "profile": [] if whole else [item.programme for item in found.held.years],
        "portfolio": [item.programme for item in queries.portfolio(store)] if whole else [],
        "cases": [item.programme for item in queries.returns(store) if item.scenario_kind == "sensitivity"],
        "need": [item.programme for item in queries.needs(store)],
        "ranges": [item.programme for item in queries.ranges(store)],
    }
    return tuple(card for card in RECORD if card not in BY_YEAR or own.intersection(known[card]))


def headline(found: Scope, item: Programme) -> str:
    """Return what a programme asks for and claims, as the heading of its record."""
    if item.level != "bid":
        return f"{item.label}: {item.summary}"
    ask = found.paid(item.programme, "ask")
    asked = f"asks for {sum_words(ask)}" if ask else "prints no sum it asks for"
    claims = [claim for claim in _claims(found, item) if claim.kind.claim in EXPECTED]
    if not claims:
        return f"{item.name} {asked} and puts no benefit in money that can be compared"
    first = claims[0]
    alike = [claim for claim in claims if claim.kind == first.kind]
    said = listed([_claim_words(claim, item, len(alike) > 1) for claim in alike])
    others = [f"{_claim_words(other)} {counted_words(other.kind)}" for other in found.readings(first)]
    elsewhere = f"; elsewhere it says {listed(others)}" if others else ""
    return f"{item.name} {asked} and claims {said} {_how(first)}{elsewhere}"


def _how(claim: Claim) -> str:
    """Return how a claim is counted, without what it is and without that it is expected."""
    return (
        kind_words(claim.kind)
        .removeprefix(GAINS[claim.kind.gain])
        .strip()
        .removesuffix(f", {CLAIMS['expected']}")
    )


def _claim_words(claim: Claim, item: Programme | None = None, told_apart: bool = False) -> str:
    """Return a claimed sum as exact as its text says, with the part that claims it where several do."""
    sums = sorted(claim.gains, key=lambda gain: gain.value or 0.0)
    words = " to ".join(dict.fromkeys(sum_words(gain.fact) for gain in sums))
    part = claim.name.removeprefix(item.name).strip() if item and told_apart else ""
    return f"{about_words(sums[0].qualifier)}{words}{f' {part}' if part else ''}"


def _claims(found: Scope, item: Programme) -> list[Claim]:
    return [claim for claim in found.claims if claim.bid == item]


def about(found: Scope) -> View:
    """Return what a programme is, who takes part, what it asks for, and what it returns."""
    item = found.record
    if item is None:
        return nothing("about", "No programme is asked for", charted=False)
    return View(
        name="programmes.about",
        title=f"What {item.name} is, and what it asks for",
        subtitle="Figures as printed or as corrected; words in short and our own",
        table=Table(
            f"The record of {item.name}",
            heads("Field", "What is said"),
            tuple((Cell(entry.term, heading=True), Cell(_told(entry))) for entry in _entries(found, item)),
        ),
        facts=(),
        records=tuple({"field": entry.term, "words": _told(entry)} for entry in _entries(found, item)),
        method="A return divides a benefit by what is asked for or by the total cost, and is worked out "
        "here. Theme and regions are our reading.",
        record=tuple(_entries(found, item)),
        cited=(standing(item.programme, item.source_id, item.source_line, item.locator),),
    )


def _entries(found: Scope, item: Programme) -> list[Entry]:
    entries = [Entry("In short", (_lined(item.summary, item.source_id, item.source_line),))]
    if item.level == "bid":
        entries += [_paid_entry(found, item, measure, words) for measure, words in PAYMENTS.items()]
        entries += _claim_entries(found, item)
        entries.append(Entry("Kind of award", (Cell(CATEGORIES.get(item.award_category, NOT_GIVEN)),)))
    parts = [part for part in found.every if part.parent == item.programme]
    if parts:
        links = (Cell(part.label, href=found.address(programme=part.programme)) for part in parts)
        entries.append(Entry("Its programmes", tuple(links)))
    return [
        *entries,
        Entry(_bodies_words(item), (Cell("; ".join(item.bodies) or NOT_GIVEN),)),
        Entry("Kinds of body", (Cell(", ".join(map(body_words, item.body_types)) or NOT_GIVEN),)),
        Entry("Region (our reading)", (Cell(", ".join(item.regions) or "several or none"),)),
        Entry("Theme (our grouping)", (Cell(item.theme_label or NOT_GIVEN),)),
    ]


def _told(entry: Entry) -> str:
    """Return an entry as one text, each line with the line of the document that it stands on."""
    return "; ".join(f"{line.text} {line.note}".strip() for line in entry.lines)


def _bodies_words(item: Programme) -> str:
    return "Bodies of the whole that it is part of" if item.parent else "Bodies that take part"


def _lined(words: str, source_id: str, line: int) -> Cell:
    return Cell(words, href=line_address(source_id, line), note=f"line {line}")


def _paid_entry(found: Scope, item: Programme, measure: str, words: str) -> Entry:
    fact = found.paid(item.programme, measure)
    if fact is None or fact.source_line is None:
        return Entry(words, (Cell(sum_words(fact), note="derived" if fact else ""),))
    return Entry(words, (_lined(f"{sum_words(fact)}, stated on", fact.source_id, fact.source_line),))


def _claim_entries(found: Scope, item: Programme) -> list[Entry]:
    claims = _claims(found, item)
    none = [Entry("Claimed", (Cell("no benefit in money that can be compared"),))]
    if not any(claim.kind.claim in EXPECTED for claim in claims):
        return none + [_claim_entry(claim) for claim in claims]
    return [_claim_entry(claim) for claim in claims]


def _claim_entry(claim: Claim) -> Entry:
    how = kind_words(claim.kind).lower()
    reading = f"{BELIEFS[claim.belief]}: {why(claim)} (our reading)"
    lines = (
        *(
            _lined(f"{sum_words(gain.fact)}, {gain.label.lower()}: {how}", gain.source_id, gain.source_line)
            for gain in claim.gains
        ),
        *_return_lines(claim),
        Cell(reading),
    )
    return Entry("Claimed" if claim.kind.claim in EXPECTED else "Told as its record", lines)


def _return_lines(claim: Claim) -> tuple[Cell, ...]:
    """Return what a claim gives for each pound, where it is a claim and the sum asked for is given."""
    if claim.kind.claim not in EXPECTED or claim.ask is None:
        return ()
    asked = return_words(claim.returns("grant"))
    cost = return_words(claim.returns("cost")) if claim.cost else claim.why_no_cost
    return (Cell(f"Per £1 asked for: {asked}. Per £1 of total cost: {cost}.", note="derived"),)


def money(found: Scope) -> View:
    """Return every sum of money that a programme prints, with its basis and claim."""
    own = queries.money(found.store, sorted(found.branch))
    return View(
        name="programmes.money",
        title=f"{counted(len(own), 'sum of money is', 'sums of money are')} printed"
        if own
        else "No sum of money is printed",
        subtitle="Every printed occurrence, with how it is counted; sums of different kinds are never "
        "added up",
        table=Table(
            "Sums of money as printed and as used",
            heads(
                "Sum", "Part", "As used", "How it is counted", "Period", "Layer", "Note", numbers=("As used",)
            ),
            tuple(_money_row(item) for item in own),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="The text as printed leads to its line. Where the reading used differs from it, the page "
        "of sources lists the correction. "
        "Basis and claim are our reading where no word says so.",
        cited=tuple(standing(item.figure, item.source_id, item.source_line, item.locator) for item in own),
        folded=True,
    )


def _money_row(item: Money) -> tuple[Cell, ...]:
    bound = "" if item.bound == "point" else f", {item.bound}"
    measure = MEASURES.get(item.measure, item.measure)
    kind = ", ".join(
        word.replace("_", " ")
        for word in (measure, item.basis, item.claim, *([] if item.scenario == "plan" else [item.scenario]))
    )
    return (
        Cell(f"{item.label}{bound}", heading=True),
        Cell(item.programme_label),
        Cell(
            pounds(item.value) if item.value is not None else NOT_GIVEN,
            href=line_address(item.source_id, item.source_line),
            number=True,
            note=f"printed {item.printed}",
        ),
        Cell(kind),
        Cell(item.period or NOT_GIVEN),
        Cell(item.layer.replace("_", " ")),
        Cell(item.note),
    )


def statements(found: Scope) -> View:
    """Return everything a programme says besides money: aims, risks, assumptions, what is absent."""
    own = [item for item in queries.statements(found.store) if item.programme in found.branch]
    return View(
        name="programmes.statements",
        title=f"{counted(len(own), 'statement', 'statements')}: aims, risks, assumptions, dependencies and "
        "what is printed nowhere"
        if own
        else "Nothing more is said",
        subtitle="In short and in our own words, each with its line",
        table=Table(
            "What is said besides money",
            heads("Kind", "What it says", "Part", "Where"),
            tuple(
                (
                    Cell(item.kind, heading=True),
                    Cell(item.summary),
                    Cell(item.programme_label),
                    Cell(
                        f"line\u00a0{item.source_line}", href=line_address(item.source_id, item.source_line)
                    ),
                )
                for item in sorted(own, key=lambda item: (item.kind, item.source_line))
            ),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="A statement without a number, told once. “Absent” is what the document refers to and does "
        "not print; an “oddity” is a fault of its text.",
        cited=tuple(standing(item.programme, item.source_id, item.source_line, item.locator) for item in own),
        folded=True,
    )


def milestones(found: Scope) -> View:
    """Return the milestones of a programme by date."""
    own = queries.events(found.store, sorted(found.branch))
    dated = [item for item in own if item.period]
    return View(
        name="programmes.milestones",
        title=f"{counted(len(own), 'milestone', 'milestones')}, the last dated "
        f"{period_words(dated[-1].period)}"
        if dated
        else "No milestone is dated",
        subtitle="Dates as printed, in order; those without a date come last",
        table=Table(
            "Milestones",
            heads("When", "What", "Printed"),
            tuple(
                (
                    Cell(period_words(item.period) if item.period else NOT_GIVEN, heading=True),
                    Cell(item.label),
                    Cell(
                        f"{item.printed} (line {item.source_line})",
                        href=line_address(item.source_id, item.source_line),
                    ),
                )
                for item in own
            ),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="Dates as printed; a month or quarter without a day stays one. Whether they were kept is "
        "said nowhere.",
        cited=tuple(standing(item.label, item.source_id, item.source_line, item.locator) for item in own),
    )
