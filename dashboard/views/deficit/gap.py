"""How the deficit of one path becomes that of the other."""

from dashboard.domain.fact import derived
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import listed, share, size
from dashboard.figures import deficit as figures
from dashboard.queries import deficit as queries
from dashboard.store import Store
from dashboard.views.deficit.choices import DeficitSelection
from dashboard.views.deficit.series import ends


def bridge(store: Store, _selection: DeficitSelection) -> View:
    """Return how the deficit of one path becomes that of the other, in the printed parts."""
    nothing, model = ends(store, "in_year")
    year = model.period
    names = {
        "deficit_bridge_pressures_transferred": "Cost pressures moved to other bodies",
        "deficit_bridge_wellbeing_funding": "Less funding to wellbeing corporations",
        "deficit_bridge_council_direct_savings": "Savings in services the council keeps",
        "deficit_bridge_front_office": "Front office",
        "deficit_bridge_professional_support": "Professional and support services",
    }
    parts = [(words, queries.narrative(store, name)[-1]) for name, words in names.items()]
    moved = parts[0][1]
    total = derived("change", year, sum(fact.amount for _, fact in parts), [fact for _, fact in parts])
    every = [nothing, *(fact for _, fact in parts), model]
    labels = {"do_nothing": f"Do nothing, {year}", **names, "new_model": f"New model, {year}"}
    rows = tuple(
        (
            Cell(labels[fact.series], heading=True),
            fact_cell(fact),
            Cell("moved" if fact is moved else "total" if fact in (nothing, model) else "saved"),
        )
        for fact in every
    )
    spoken = listed([f"{size(fact.amount)} {words[0].lower()}{words[1:]}" for words, fact in parts])
    return View(
        name="deficit.bridge",
        title=_title(moved.amount, total.amount),
        subtitle=f"From the do-nothing deficit to the new-model deficit in {year}, £m",
        table=Table(
            f"Parts of the change in the {year} deficit",
            (
                Cell("Part", heading=True),
                Cell("Amount", number=True, heading=True),
                Cell("Kind", heading=True),
            ),
            rows,
        ),
        facts=tuple(every),
        records=fact_records(every, labels),
        method=(
            f"{size(nothing.amount)} less the five printed parts, {size(total.amount)} in all, is "
            f"{size(abs(nothing.amount) - total.amount)}; {size(model.amount)} is printed. "
            "The order is ours, largest first, and so are the words “moved” and “saved”."
        ),
        chart=figures.bridge_figure(
            nothing,
            [(words, fact, fact is moved) for words, fact in parts],
            model,
            (labels["do_nothing"], labels["new_model"]),
        ),
        alternative=(
            f"Bridge chart from a deficit of {size(nothing.amount)} to {size(model.amount)}: {spoken}."
        ),
        height_rem=22,
    )


def _title(moved: float, whole: float) -> str:
    if whole <= 0:
        return "The printed parts add up to no improvement"
    words = share(moved, whole).capitalize()
    return f"{words} of the improvement is cost that moves to other bodies, not cost that goes away"
