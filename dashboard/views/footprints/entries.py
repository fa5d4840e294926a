"""What a profile says of a footprint or a district, subject by subject, each with its line."""

from dashboard.domain.fact import Fact
from dashboard.domain.footprints import together
from dashboard.domain.view import Cell, Entry, line_address
from dashboard.domain.words import listed, number, within_sentence
from dashboard.queries.footprints import District
from dashboard.views.footprints.choices import COMMUNITY, SIZES, Scope, address, person_fact
from dashboard.views.footprints.counted import outside_words
from dashboard.views.footprints.dates import steps, when
from dashboard.views.footprints.governance import ASPECTS, by_aspect
from dashboard.views.footprints.health import health
from dashboard.views.footprints.money import WHOLE, steady
from dashboard.views.footprints.money import told as money_told
from dashboard.views.footprints.parts import (
    communities_words,
    community_size,
    line_note,
    people_words,
    size_words,
)
from dashboard.views.footprints.served import covered_words, not_theirs
from dashboard.views.footprints.services import by_area

# A profile is short: what a reader asks first.
SHORT = ("membership", "voting", "answers_to", "answers_for", "open")


def entries_of(found: Scope) -> tuple[Entry, ...]:
    """Return what is known, in the order: people, hospitals, services, health, changes, money."""
    made = (
        Entry("People", _people(found)),
        *([Entry("Footprint", (_own_footprint(found.district),))] if found.district else []),
        Entry("Hospitals and trusts", _hospitals(found)),
        Entry("Services that would move", _services(found)),
        Entry("Health", health(found)),
        Entry("What changes, and when", _dates(found)),
        Entry("Who decides", _governance(found)),
        Entry("Money", _money(found)),
    )
    return tuple(entry for entry in made if entry.lines)


def _people(found: Scope) -> tuple[Cell, ...]:
    facts = [person_fact(item) for item in found.shown]
    people = together(found.selection.area, facts)
    parts = [
        _at(f"{item.name}: {number(item.population, 0)}{_aside(item)}", person_fact(item))
        for item in found.shown
    ]
    low, first = found.stated[COMMUNITY[0]], found.stated[SIZES[0]]
    words = communities_words(*found.communities(people))
    size = _at(f"{size_words(found, people).capitalize()}, the stated size of a corporation", first)
    return (
        *([Cell(f"{people_words(people.amount)} (derived)")] if len(facts) > 1 else []),
        *parts,
        *([size] if found.footprint else []),
        *(
            []
            if found.beside
            else [_at(f"Identifiable communities of {community_size(found)}: {words} (derived)", low)]
        ),
    )


def _aside(item: District) -> str:
    words = outside_words(item)
    return f", {words}" if words else ""


def _at(words: str, fact: Fact) -> Cell:
    line = fact.source_line or 0
    return Cell(words, href=line_address(fact.source_id, line), note=line_note(fact.locator, line))


def _own_footprint(district: District) -> Cell:
    if not district.label:
        return Cell("In no footprint: a neighbour that shares a hospital with the county")
    return Cell(f"{district.label}, by our reading:", address(district.footprint or ""), note="its profile")


def _hospitals(found: Scope) -> tuple[Cell, ...]:
    cells = []
    for label, rows in found.hospitals(found.shown).items():
        names = listed([row.name for row in rows])
        words = f"{label}, covering {names}" if found.footprint else label
        note = line_note(rows[0].locator, rows[0].source_line)
        cells.append(Cell(words, line_address(rows[0].source_id, rows[0].source_line), note=note))
    total = found.total
    if total and any(not item.region for item in found.shown):
        note = line_note(total.locator, total.source_line)
        words = f"{total.hospital_label} is also listed with every district of the county"
        cells.append(Cell(words, line_address(total.source_id, total.source_line), note=note))
    return tuple(cells)


def _services(found: Scope) -> tuple[Cell, ...]:
    areas = by_area(found.store)
    count = sum(map(len, areas.values()))
    if found.beside:
        return (
            Cell(
                f"None: it is in no footprint; the report’s services and money are those of {found.council}"
            ),
        )
    if found.district and found.elsewhere:
        return (Cell(not_theirs(found, found.district, count)),)
    said = covered_words(found)
    return (
        *(
            Cell(
                f"{area}: {len(items)}",
                line_address(items[0].source_id, items[0].source_line),
                note=f"from line {items[0].source_line}",
            )
            for area, items in areas.items()
        ),
        *([Cell(said)] if said else []),
    )


def _dates(found: Scope) -> tuple[Cell, ...]:
    if found.beside:
        return ()
    cells = []
    for item in steps(found.store):
        who = f" ({item.body})" if item.body else ""
        date = when(item)
        words = f"{date[:1].upper()}{date[1:]}: {item.label}{who}"
        note = line_note(item.locator, item.source_line)
        cells.append(Cell(words, line_address(item.source_id, item.source_line), note=note))
    return tuple(cells)


def _governance(found: Scope) -> tuple[Cell, ...]:
    """Return board, votes and open questions in a line each; the card of all footprints says more."""
    if found.beside:
        return ()
    return tuple(
        Cell(
            f"{ASPECTS[aspect]}: {'; '.join(within_sentence(item.summary) for item in items)}",
            line_address(items[0].source_id, items[0].source_line),
            note=line_note(items[0].locator, items[0].source_line),
        )
        for aspect, items in by_aspect(found.store).items()
        if aspect in SHORT
    )


def _money(found: Scope) -> tuple[Cell, ...]:
    if found.beside:
        return ()
    if found.elsewhere:
        words = (
            f"The funding that the report prints is that of {found.council}; none of {found.name}’s is known"
        )
        return (*_sums(steady(found.store)), Cell(words), Cell(WHOLE))
    return (*_sums(money_told(found.store)), Cell(WHOLE))


def _sums(told: list[tuple[str, Fact]]) -> list[Cell]:
    return [_at(words, fact) for words, fact in told]
