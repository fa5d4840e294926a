"""The footprints side by side: people, communities, hospitals, and the size the report states."""

from dataclasses import replace

from dashboard.domain.fact import Fact
from dashboard.domain.footprints import WITHIN
from dashboard.domain.view import Cell, Table, View, fact_cell, fact_records
from dashboard.domain.words import counted, listed, number
from dashboard.figures.chart import Bar, bars_chart
from dashboard.store import Store
from dashboard.views.footprints.choices import (
    COMMUNITY,
    SIZES,
    FootprintsSelection,
    Scope,
    address,
    person_fact,
    scope,
)
from dashboard.views.footprints.parts import (
    OURS,
    community_size,
    heads,
    size_words,
)


def compare(store: Store, selection: FootprintsSelection) -> View:
    """Return each footprint's people, communities, districts and hospitals, in the order of the file."""
    found = scope(store, selection)
    people = {name: found.people(name) for name in found.footprints}
    members = sorted(found.districts.values(), key=lambda item: item.source_line)
    parts = [person_fact(item) for item in members if item.footprint]
    sizes = [found.stated[name] for name in (*SIZES, *COMMUNITY)]
    facts = [item for fact in people.values() for item in (fact, *found.communities(fact))]
    labels = {name: item.label for name, item in found.footprints.items()}
    told = [f"{labels[name]} {number(fact.value, 0)}" for name, fact in people.items()]
    return View(
        name="footprints.compare",
        title=_title(found, people),
        subtitle=f"People in each footprint, its districts added up, and how many communities of "
        f"{community_size(found)} they could form. {OURS}",
        table=_table(found, people),
        facts=tuple(facts),
        records=fact_records(facts, labels),
        cited=(*sizes, *parts),
        method="Derived: the printed people of each member district, each counted once, added up. The fewest "
        "communities is that number over the largest stated size, rounded up; the most is that number over "
        "the smallest, rounded down. The footprints stand in the order of our file, which ranks nothing. "
        "Hospitals are those listed with at least one of the districts.",
        chart=bars_chart([_bar(found, name, fact) for name, fact in people.items()]),
        alternative=f"Bars: {listed(told)}.",
        height_rem=len(people) * 2.6 + 1,
    )


def _title(found: Scope, people: dict[str, Fact]) -> str:
    labels = {name: found.footprints[name].label for name in people}
    other = [
        f"{labels[name]} has {number(fact.value, 0)}, {found.size_word(fact)} it"
        for name, fact in people.items()
        if found.size_word(fact) != WITHIN
    ]
    within = len(people) - len(other)
    said = f"{within} of {counted(len(people), 'footprint lies', 'footprints lie')} within the stated size"
    return f"{said}; {listed(other)}" if other else said


def _bar(found: Scope, name: str, people: Fact) -> Bar:
    footprint = found.footprints[name]
    colour = "s1" if found.size_word(people) == WITHIN else "s3"
    return Bar(
        f"{footprint.label} ({footprint.letter})",
        0,
        people.amount,
        number(people.value, 0),
        colour,
        aside=size_words(found, people),
    )


def _table(found: Scope, people: dict[str, Fact]) -> Table:
    numbers = ("People", "Fewest communities", "Most communities")
    rows = tuple(
        (
            Cell(found.footprints[name].label, heading=True, href=address(name)),
            Cell(listed([item.name for item in found.members(name)])),
            fact_cell(fact),
            *(replace(fact_cell(item), text=number(item.value, 0)) for item in found.communities(fact)),
            Cell(str(len(found.hospitals(found.members(name))))),
            Cell(size_words(found, fact)),
        )
        for name, fact in people.items()
    )
    head = heads("Footprint", "Districts", *numbers, "Hospitals or trusts", "Stated size", numbers=numbers)
    return Table("The footprints side by side, in the order of our file", head, rows)
