"""What the page says before its cards: the finding and the headline tiles."""

from dashboard.domain import deficit as rules
from dashboard.domain.fact import Fact, derived
from dashboard.domain.headline import Headline, lines_cited
from dashboard.domain.words import listed, millions, size
from dashboard.queries import deficit as queries
from dashboard.store import Store
from dashboard.views.deficit.choices import SCENARIOS
from dashboard.views.deficit.series import ends, of


def finding(store: Store) -> str:
    """Return the headline of the page: when reserves run out and which path gets back to balance."""
    reserves = queries.trajectories(store, "reserves")
    yearly = queries.trajectories(store, "in_year")
    years = {series: rules.first_negative(of(reserves, series)) for series in SCENARIOS}
    balanced = [SCENARIOS[series].lower() for series in SCENARIOS if rules.break_even(of(yearly, series))]
    gone = [year.period for year in years.values() if year]
    if not gone:
        when = "Reserves last on every path"
    elif len(set(gone)) == 1 and len(gone) == len(SCENARIOS):
        when = f"Reserves run out in {gone[0]} on either path"
    else:
        when = "; ".join(
            f"{SCENARIOS[series]}: reserves run out in {year.period}"
            if year
            else f"{SCENARIOS[series]}: reserves last"
            for series, year in years.items()
        )
    who = (
        "neither gets"
        if not balanced
        else "both get"
        if len(balanced) > 1
        else f"only the {balanced[0]} gets"
    )
    return f"{when}; {who} back to balance"


def headlines(store: Store) -> list[Headline]:
    """Return the five headline tiles."""
    return [_yearly(store), _added_up(store), _run_out(store), _balance(store), _transitional(store)]


def _yearly(store: Store) -> Headline:
    nothing, model = ends(store, "in_year")
    year = model.period
    closed = rules.difference(nothing, model, "closed")
    return Headline(
        f"{_kind(nothing, model)}, {year}",
        "",
        f"The new model {_closes(closed.amount)}.",
        lines_cited([nothing, model]),
        _paths(nothing, model),
    )


def _kind(*facts: Fact) -> str:
    return "Yearly deficit" if all(fact.amount < 0 for fact in facts) else "Yearly surplus or deficit"


def _closes(closed: float) -> str:
    if closed >= 0:
        return f"closes {size(closed)} of the year’s gap (derived)"
    return f"leaves the year {size(closed)} worse (derived)"


def _added_up(store: Store) -> Headline:
    nothing, model = ends(store, "cumulative")
    year = model.period
    less = rules.difference(nothing, model, "less")
    return Headline(
        f"Deficit added up to {year}",
        "",
        f"{size(less.amount)} {'less' if less.amount >= 0 else 'more'} than doing nothing (derived).",
        lines_cited([nothing, model]),
        _paths(nothing, model),
    )


def _run_out(store: Store) -> Headline:
    facts = queries.trajectories(store, "reserves")
    short = [fact for series in SCENARIOS if (fact := rules.first_negative(of(facts, series)))]
    if not short:
        return Headline(
            "Reserves run out",
            "Not by then",
            "On no published path do reserves fall below zero.",
            lines_cited(facts[:1]),
        )
    words = listed(
        [f"{size(fact.amount)} short on the path “{SCENARIOS[fact.series].lower()}”" for fact in short]
    )
    return Headline(
        "Reserves run out",
        min(fact.period for fact in short),
        f"By the end of the year the council would be {words}.",
        lines_cited(short),
    )


def _balance(store: Store) -> Headline:
    facts = queries.trajectories(store, "in_year")
    reached = {series: rules.break_even(of(facts, series)) for series in SCENARIOS}
    found = [fact for fact in reached.values() if fact]
    if not found:
        return Headline(
            "Breaks even",
            "Never",
            "No published path reaches balance in the years printed.",
            lines_cited(facts[-1:]),
        )
    first = min(found, key=lambda fact: fact.period)
    marked = " The report extrapolates this year." if first.status == "extrapolated" else ""
    never = "".join(
        f" {SCENARIOS[series]}: never in the years printed."
        for series, fact in reached.items()
        if fact is None
    )
    return Headline(
        "Breaks even",
        first.period,
        f"{SCENARIOS[first.series]}, with a {size(first.amount)} surplus.{marked}{never}",
        lines_cited([first]),
    )


def _transitional(store: Store) -> Headline:
    names = (
        "transitional_funding_first_year",
        "transitional_funding_following_years",
        "transitional_funding_total",
    )
    first, later, total = (queries.narrative(store, name)[-1] for name in names)
    added = derived("sum", "", first.amount + later.amount, [first, later])
    return Headline(
        "Transitional funding needed",
        f"About {size(total.amount)}",
        f"Printed as {size(first.amount)} in {first.period} and about {size(later.amount)} "
        f"over {later.period}; the two add to {size(added.amount)} (derived).",
        lines_cited([first, total]),
    )


def _paths(nothing: Fact, model: Fact) -> tuple[tuple[str, str, str], ...]:
    return (("s3", millions(nothing.value), "do nothing"), ("s1", millions(model.value), "new model"))
