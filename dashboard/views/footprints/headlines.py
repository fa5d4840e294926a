"""What the footprints page says before its cards: the finding, the standfirst and the tiles."""

from dashboard.domain.fact import Fact
from dashboard.domain.footprints import WITHIN, together
from dashboard.domain.headline import Headline, lines_cited
from dashboard.domain.words import counted, listed, number
from dashboard.queries import footprints as queries
from dashboard.store import Store
from dashboard.views.footprints.choices import (
    COMMUNITY,
    CORPORATIONS,
    FootprintsSelection,
    Scope,
    person_fact,
    scope,
)
from dashboard.views.footprints.dates import opening, when
from dashboard.views.footprints.parts import (
    OURS,
    communities_words,
    community_size,
    hospitals_words,
    people_words,
    size_words,
)


def finding(store: Store, selection: FootprintsSelection) -> str:
    """Return the headline of the page: how many people, in how many districts, served by whom."""
    found = scope(store, selection)
    if found.footprint:
        people = found.people(found.selection.area)
        served = hospitals_words(len(found.hospitals(found.shown)))
        districts = counted(len(found.shown), "district", "districts")
        return f"{found.name}: {people_words(people.amount)} in {districts}, served by {served}"
    if found.district:
        where = f"in the {found.district.label} footprint" if found.district.label else "in no footprint"
        return f"{found.name}: {people_words(found.district.population)}, {where}"
    return _overall(found)


def _overall(found: Scope) -> str:
    count = len(found.footprints)
    people = everyone(found)
    sizes = {item.label: found.size_word(found.people(name)) for name, item in found.footprints.items()}
    other = [f"{label} is {word} the stated size" for label, word in sizes.items() if word != WITHIN]
    start = f"The {number(count, 0)} footprints hold {people_words(people.amount)}"
    return f"{start}; {listed(other)}" if other else start


def everyone(found: Scope) -> Fact:
    """Return the people of every footprint, each district counted once."""
    members = [item for item in found.districts.values() if item.footprint]
    return together("footprints", [person_fact(item) for item in members])


def standfirst(store: Store) -> str:
    """Return what a corporation would be, and how sure the footprint is."""
    start, full = opening(store)
    return (
        "A wellbeing corporation would be one public body for the health and social care of a footprint, "
        f"with shadow arrangements {when(start)} and full operation {when(full)}. {OURS}"
    )


def headlines(store: Store, selection: FootprintsSelection) -> list[Headline]:
    """Return the tiles: people, communities, services that would move, and when."""
    found = scope(store, selection)
    asked = bool(found.name)
    parts = [person_fact(item) for item in found.districts.values() if item.footprint]
    people = (
        together(found.selection.area, [person_fact(item) for item in found.shown])
        if asked
        else everyone(found)
    )
    own = [_people(found, people, parts)]
    if found.beside:
        return own
    moving = [] if found.elsewhere else [_services(store)]
    return [*own, _communities(found, people), *moving, _dates(store)]


def _people(found: Scope, people: Fact, parts: list[Fact]) -> Headline:
    shown = [person_fact(item) for item in found.shown] or parts
    shown = sorted(shown, key=lambda fact: fact.source_line or 0)
    places = lines_cited(shown[:1] + shown[-1:] if len(shown) > 1 else shown)
    if found.district:
        meaning = found.district.region and f"Outside the county, in {found.district.region}."
        return Headline("People", number(people.value, 0), meaning or "As printed.", places)
    if found.footprint:
        return Headline(
            "People",
            number(people.value, 0),
            f"{size_words(found, people)} stated (derived).".capitalize(),
            places,
        )
    meaning = f"In {counted(len(parts), 'district', 'districts')}, each counted once (derived)."
    return Headline("People in all footprints", number(people.value, 0), meaning, places)


def _communities(found: Scope, people: Fact) -> Headline:
    fewest, most = found.communities(people) if found.name else _all_communities(found)
    return Headline(
        "Identifiable communities",
        communities_words(fewest, most),
        f"{_ends(fewest, most)} {community_size(found)} (derived).",
        lines_cited([found.stated[COMMUNITY[0]]]),
    )


def _ends(fewest: Fact, most: Fact) -> str:
    """Return how a number of communities is meant: a single number, a range, or none."""
    if fewest.amount == most.amount:
        return "Of"
    return "Fewest to most, of" if fewest.amount < most.amount else "None fits, of"


def _all_communities(found: Scope) -> tuple[Fact, Fact]:
    """Return the fewest and the most communities of every footprint together; none crosses a footprint."""
    pairs = [found.communities(found.people(name)) for name in found.footprints]
    fewest, most = (together("footprints", facts) for facts in zip(*pairs, strict=True))
    return fewest, most


def _services(store: Store) -> Headline:
    services = queries.services(store, CORPORATIONS)
    first, last = services[0], services[-1]
    return Headline(
        "Services that would move",
        number(len(services), 0),
        "The same for every corporation; the list names no footprint.",
        lines_cited([first, last]),
    )


def _dates(store: Store) -> Headline:
    start, full = opening(store)
    return Headline(
        "In full operation",
        when(full),
        f"Shadow arrangements {when(start)}. As the report plans it.",
        lines_cited([start, full]),
    )
