"""Support work today: posts by process, and the scale of maturity."""

from dashboard.domain.delivery import in_first_order, opening, plural
from dashboard.domain.fact import derived
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import listed, measured, number
from dashboard.figures import delivery as figures
from dashboard.queries import delivery as queries
from dashboard.store import Store
from dashboard.views.delivery.said import OURS, both, cited, heads, statement_view
from dashboard.views.delivery.selection import MEASURES, DeliverySelection

WHAT = {
    "fte": "Posts (FTE) spent on each process",
    "spread_of_activity": "Share of interviews in which each process came up",
    "applications": "IT systems found behind each process",
}
TEXT_FIGURE = "professional_support_fte"


def activity(store: Store, selection: DeliverySelection) -> View:
    """Return the activity analysis on one measure, with all three in the table."""
    facts = queries.activity(store)
    names = queries.activity_labels(store)
    drawn = [fact for fact in facts if fact.period == selection.measure]
    order = [fact.series for fact in sorted(drawn, key=lambda item: -item.amount)]
    known = {(fact.series, fact.period): fact for fact in facts}
    most = max(drawn, key=lambda fact: fact.amount)
    comments = {item.subject: item.summary for item in queries.statements(store, "comments")}
    rows = tuple(
        (
            Cell(names[series], heading=True, note=comments.get(series, "")),
            *(fact_cell(known.get((series, measure))) for measure in MEASURES),
        )
        for series in order
    )
    return View(
        name="delivery.activity",
        title=f"{names[most.series]} leads: {measured(most.value, most.unit)} of support work{_total(store)}"
        if selection.measure == "fte"
        else f"{names[most.series]} leads: {_led(selection.measure, most.amount)}",
        subtitle=f"{WHAT[selection.measure]}, professional and support services, the council’s own analysis",
        table=Table(
            "Support work by process; the notes are ours, from the comments beside the figures",
            (
                Cell("Process", heading=True),
                *(Cell(words, number=True, heading=True) for words in MEASURES.values()),
            ),
            rows,
        ),
        facts=tuple(facts),
        records=fact_records(facts, names),
        method=(
            "Figures as printed. The total is added up here (derived). The text of the report gives a "
            "rounder, larger figure for all such work and does not say what else it counts."
        ),
        chart=figures.activity_figure(drawn, names),
        alternative="Bars: "
        + listed(
            [
                f"{names[series]} {measured(known[series, selection.measure].value, most.unit)}"
                for series in order
            ]
        )
        + ".",
        height_rem=22,
    )


def _led(measure: str, value: float) -> str:
    if measure == "applications":
        return f"{plural(int(value), 'IT system', 'IT systems')} behind one process"
    return f"it came up in {number(value)}% of interviews"


def _total(store: Store) -> str:
    posts = [fact for fact in queries.activity(store) if fact.period == "fte"]
    total = derived("total", "fte", sum(fact.amount for fact in posts), posts)
    said = queries.told(store, TEXT_FIGURE)
    beside = f", where the text says {number(said[-1].value)}" if said else ""
    return f", of {number(total.value)} in all (derived){beside}"


def maturity(store: Store, _selection: DeliverySelection) -> View:
    """Return what each level of the maturity scale means; the positions on it were lost with a diagram."""
    items = queries.statements(store, "maturity")
    priorities = in_first_order(item.subject for item in items)
    levels = in_first_order(item.aspect for item in items)
    known = {(item.subject, item.aspect): item.summary for item in items}
    rows = tuple(
        (Cell(priority, heading=True), *(Cell(known[priority, level]) for level in levels))
        for priority in priorities
    )
    return View(
        name="delivery.maturity",
        title="Where the council stood on its own maturity scale was lost with the diagram",
        subtitle=(
            f"{opening(plural(len(priorities), 'priority', 'priorities'))} and what the levels mean, "
            f"from {levels[0]}, low, to {levels[-1]}, high"
        ),
        table=Table(
            "What each level of maturity means",
            heads("Priority", *(f"Level {level}" for level in levels)),
            rows,
        ),
        facts=(),
        records=tuple(
            {"priority": priority, **{f"level_{level}": known[priority, level] for level in levels}}
            for priority in priorities
        ),
        method=OURS + "The report marked a current and a future position on each scale; neither can be read.",
        folded=True,
        cited=cited(items),
    )


def front_office(store: Store, _selection: DeliverySelection) -> View:
    """Return the features of the future front office and what each is to bring."""
    items = queries.statements(store, "front_office")
    return statement_view(
        "front_office",
        (
            f"The future front office has {plural(len(items), 'feature', 'features')}, from self-service "
            "to customer insight",
            "What the single point of contact is to be, and to bring",
            "Features of the front office",
        ),
        ("Feature", "What it brings"),
        items,
        both,
        "Options for it are scored elsewhere.",
    )
