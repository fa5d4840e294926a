"""The headline figures of the savings page, and its finding."""

from dashboard.domain import savings as rules
from dashboard.domain.headline import Headline, card_cited
from dashboard.domain.words import listed, millions, number, size
from dashboard.store import Store
from dashboard.views.savings.choices import NATURES, SavingsSelection, Scope, counted, outcome, scope
from dashboard.views.savings.people import investment, post_sums, unknown_posts

KEYS = {"recurrent": "s1", "temporary": "s2", "capital": "s3", "unstated": "s5"}


def finding(store: Store, selection: SavingsSelection) -> str:
    """Return the headline of the page: what the options come to, and how few give half of it."""
    found = scope(store, selection)
    if not found.options:
        return "There are no savings options to show"
    amounts = found.amounts("annual")
    result = rules.concentration({name: fact.amount for name, fact in amounts.items()})
    total = round(sum(fact.amount for fact in amounts.values()), 3)
    come = "comes" if len(found.options) == 1 else "come"
    few = (
        f"; {result.half} of them {'gives' if result.half == 1 else 'give'} half of what is saved"
        if len(result.ranks) > 2
        else ""
    )
    return (
        f"{found.counted.capitalize()}{found.where} {come} to {outcome(total)} a year by "
        f"{found.years[-1]}{few}"
    )


def headlines(store: Store, selection: SavingsSelection) -> list[Headline]:
    """Return the five headline tiles, or none where there are no options."""
    found = scope(store, selection)
    return (
        [_annual(found), _cash(found), _posts(found), _invested(found), _options(found)]
        if found.options
        else []
    )


def _annual(found: Scope) -> Headline:
    total = round(sum(fact.amount for fact in found.amounts("annual").values()), 3)
    first = round(sum(fact.amount for fact in found.changes if fact.period == found.years[0]), 3)
    return Headline(
        f"Annual effect in {found.years[-1]}",
        millions(total),
        f"{outcome(total).capitalize()} against the budget of that year; {outcome(first)} in "
        f"{found.years[0]}.",
        card_cited("savings.waterfall", f"Derived from the budget changes of {found.counted}"),
    )


def _cash(found: Scope) -> Headline:
    total = round(sum(fact.amount for fact in found.amounts("cash").values()), 3)
    return Headline(
        f"Cash over {found.span}",
        millions(total),
        "The annual effects of all years added up. It is another measure than the annual effect, not "
        "an addition to it.",
        card_cited("savings.ranked", f"Derived from the budget changes of {found.counted}"),
    )


def _options(found: Scope) -> Headline:
    result = rules.concentration({name: fact.amount for name, fact in found.amounts("annual").items()})
    others = len(result.costing) + len(result.unchanged)
    themes = len({option.theme for option in found.options.values()})
    said = f"{len(result.ranks)} save money by {found.years[-1]}" + (f", {others} do not" if others else "")
    return Headline(
        "Options",
        str(len(found.options)),
        f"{said}. They stand in {themes} {'theme' if themes == 1 else 'themes'} of our grouping.",
        card_cited("savings.options", "Each with its lines on its record"),
    )


def _posts(found: Scope) -> Headline:
    rows = []
    for nature in NATURES:
        own = {
            fact.series.rpartition(".")[2]: fact.amount
            for fact in post_sums(found)
            if fact.series.startswith(f"{nature}.")
        }
        if own:
            words = ("begin", "end") if nature == "temporary" else ("added", "lost")
            rows.append(
                (
                    KEYS[nature],
                    _count(own.get("lost")),
                    f"{NATURES[nature].lower()}, {words[1]}; {number(own.get('added', 0.0))} {words[0]}",
                )
            )
    waiting = unknown_posts(found)
    still = (
        f" {listed(waiting)} {'is' if len(waiting) == 1 else 'are'} still to be confirmed and in no sum."
        if waiting
        else ""
    )
    return Headline(
        "Posts, full-time equivalent",
        "" if rows else "None",
        f"Most tables print no label, so whether those posts go for good is unstated.{still}"
        if rows
        else f"No option changes posts.{still}",
        card_cited("savings.posts", "Derived from the tables of posts"),
        tuple(rows),
    )


def _count(lost: float | None) -> str:
    return number(lost) if lost else "0"


def _invested(found: Scope) -> Headline:
    sums = [fact for fact in investment(found).facts if fact.series.endswith(".invested")]
    rows = [
        (
            KEYS[nature],
            size(fact.amount),
            NATURES[nature].lower() + (", a year" if nature == "recurrent" else ""),
        )
        for fact in sums
        if (nature := fact.series.partition(".")[0])
    ]
    return Headline(
        "Investment asked for",
        "" if rows else "None",
        "Never added up: lasting tables print each increment once, temporary ones each year’s spending."
        if rows
        else "No option asks for money.",
        card_cited("savings.investment", "Derived from the tables of investment"),
        tuple(rows),
    )


def standfirst(store: Store, selection: SavingsSelection) -> str:
    """Return what the page covers and what it never does."""
    found = scope(store, selection)
    count = counted(len(found.options))
    return (
        f"{count.capitalize()} of the programme of {found.programme}, part of a wider programme: they "
        "are proposals, not "
        "decisions. Gross and net budgets repeat between options and are never added up."
    )
