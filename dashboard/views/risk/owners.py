"""Who holds which risks."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.fact import Fact
from dashboard.domain.risk import (
    OPPORTUNITY,
    RISK,
    Assessment,
    not_improving,
    of_kind,
)
from dashboard.domain.view import Cell, Table, View, fact_records
from dashboard.domain.words import listed
from dashboard.queries import risk as queries
from dashboard.store import Store
from dashboard.views.risk.parts import count_fact, counted, entry_facts, heads, leading, told, when_words
from dashboard.views.risk.selection import NO_REGISTER, Opened, RiskSelection, opened

OWNER_FLAGS = "owner_"
NOBODY = "No owner given"


def owners(store: Store, selection: RiskSelection) -> View:
    """Return who holds which risks, how many of them do not get better, and what is missing."""
    open_ = opened(store, selection)
    posts = _posts(open_.entries)
    notes = _owner_notes(store, open_)
    facts = tuple(fact for post, own in posts.items() for fact in _owner_facts(post, own))
    return View(
        name="risk.owners",
        title=_owners_title(posts),
        subtitle=when_words(open_, "Posts and teams, never persons; risks and opportunities each holds"),
        table=Table(
            "Owners and what they hold",
            heads("Owner, by post", "#Risks", "#Opportunities", "#Not getting better", "Which", "Not given"),
            tuple(_owner_row(post, own, selection, notes) for post, own in posts.items()),
            (Cell(NO_REGISTER),),
        ),
        facts=facts,
        records=fact_records(facts, {fact.series: fact.series for fact in facts}),
        method=(
            "Owners as the register names them; two names that may be one post are counted apart, "
            "because nothing says that they are. Not getting better: the score after mitigation is no "
            "better than now. Counts are derived."
        ),
        cited=entry_facts(open_.entries),
    )


def _posts(entries: Sequence[Assessment]) -> dict[str | None, list[Assessment]]:
    """Return what each owner holds: those who hold most risks first, and last what nobody is named for."""
    names = dict.fromkeys(entry.owner for entry in entries)
    held = {name: [entry for entry in entries if entry.owner == name] for name in names}
    return dict(
        sorted(held.items(), key=lambda item: (item[0] is None, -len(of_kind(item[1], RISK)), item[0] or ""))
    )


def _owner_facts(post: str | None, own: Sequence[Assessment]) -> list[Fact]:
    name = post or NOBODY
    return [
        count_fact(f"{name}, risks", own, (RISK,), own[0]),
        count_fact(f"{name}, opportunities", own, (OPPORTUNITY,), own[0]),
        count_fact(f"{name}, not getting better", not_improving(own), (RISK, OPPORTUNITY), own[0]),
    ]


def _owner_notes(store: Store, open_: Opened) -> dict[str, str]:
    """Return what is odd about how an owner is named, by risk."""
    if open_.held is None:
        return {}
    found = queries.flags(store, open_.held.source_id, open_.quarter)
    return {flag.risk_id: flag.summary for flag in found if flag.flag.startswith(OWNER_FLAGS)}


def _owner_row(
    post: str | None, own: Sequence[Assessment], selection: RiskSelection, notes: dict[str, str]
) -> tuple[Cell, ...]:
    said = " ".join(f"{entry.printed_id}: {notes[entry.risk_id]}" for entry in own if entry.risk_id in notes)
    link = leading(post, selection, "register", owner=post) if post else Cell(NOBODY)
    missing = [f"{entry.printed_id}: {listed(entry.missing)}" for entry in own if entry.missing]
    return (
        replace(link, heading=True, note=said),
        Cell(str(len(of_kind(own, RISK))), number=True),
        Cell(str(len(of_kind(own, OPPORTUNITY))), number=True),
        Cell(str(len(not_improving(own))), number=True),
        Cell(listed([entry.printed_id for entry in own])),
        Cell("; ".join(missing) or "nothing missing"),
    )


def _owners_title(posts: dict[str | None, list[Assessment]]) -> str:
    if not posts:
        return NO_REGISTER.rstrip(".")
    risks = {post: len(of_kind(own, RISK)) for post, own in posts.items() if post}
    most = max(risks.values(), default=0)
    first = [post for post, number in risks.items() if number == most and most]
    unowned = posts.get(None, [])
    gap = (
        f"; {told(unowned[0]) if len(unowned) == 1 else counted(len(unowned), '')} has no owner"
        if unowned
        else ""
    )
    gap = gap.replace("entries has", "entries have")
    if not first:
        return f"No post is named for a risk{gap}"
    if len(first) == 1:
        return f"The {first[0]} holds most, {counted(most, RISK)}{gap}"
    return f"{len(risks)} posts hold the register, none more than {counted(most, RISK)}{gap}"
