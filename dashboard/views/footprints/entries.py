"""What a profile says of a footprint or a district, subject by subject, each with its line."""

from dashboard.domain.fact import Fact
from dashboard.domain.footprints import together
from dashboard.domain.outcomes_gap import WORSE, relative_gap
from dashboard.domain.view import Cell, Entry, line_address
from dashboard.domain.words import counted, listed, number
from dashboard.queries import footprints as queries
from dashboard.queries import outcomes as outcome_queries
from dashboard.queries.footprints import District
from dashboard.store import Store
from dashboard.views.footprints.choices import COMMUNITY, CORPORATIONS, SIZES, Scope, address, person_fact
from dashboard.views.footprints.compared import Compared, told
from dashboard.views.footprints.counted import outside_words
from dashboard.views.footprints.dates import steps, when
from dashboard.views.footprints.money import WHOLE
from dashboard.views.footprints.money import told as money_told
from dashboard.views.footprints.outcomes import MISSING, PAGE
from dashboard.views.footprints.parts import (
    communities_words,
    community_size,
    line_note,
    people_words,
    size_words,
)
from dashboard.views.footprints.services import by_area

POLARITY = {"high": 1, "low": -1}
ASPECTS = {"membership": "On its board", "voting": "Votes", "principle": "Principle"}


def entries_of(found: Scope) -> tuple[Entry, ...]:
    """Return what is known, in the order: people, hospitals, services, health, changes, money."""
    made = (
        Entry("People", _people(found)),
        *([Entry("Footprint", (_own_footprint(found.district),))] if found.district else []),
        Entry("Hospitals and trusts", _hospitals(found)),
        Entry("Services that would move", _services(found)),
        Entry("Health", _health(found)),
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
    if found.beside:
        return (Cell("None: it is in no footprint"),)
    return tuple(
        Cell(
            f"{area} ({len(items)}): {'; '.join(item.label for item in items)}",
            line_address(items[0].source_id, items[0].source_line),
            note=f"{items[0].locator}, from line {items[0].source_line}",
        )
        for area, items in by_area(found.store).items()
    )


def _health(found: Scope) -> tuple[Cell, ...]:
    compared = Compared(found)
    words = told(compared) if compared.every else MISSING
    district = found.district if compared.every else None
    more = (
        [
            Cell(
                "Every indicator of the district:",
                f"{PAGE}?view=area&area={district.area_code}",
                note="outcomes",
            )
        ]
        if district
        else []
    )
    return (Cell(f"{words[:1].upper()}{words[1:]}"), *more, *_context(found.store))


def _context(store: Store) -> tuple[Cell, ...]:
    """Return what the report's own table says of the county, which is of no one footprint."""
    items = outcome_queries.measures(store)
    gaps = [relative_gap(item.value, item.country_value, POLARITY.get(item.good)) for item in items]
    worse = sum(gap.word == WORSE for gap in gaps if gap)
    if not items:
        return ()
    one = items[0]
    words = (
        f"For context, the whole county in the report: worse than {one.country_name} on {worse} of "
        f"{counted(len(items), 'measure', 'measures')}, by our polarity; none is printed for a district"
    )
    return (
        Cell(
            words, line_address(one.source_id, one.source_line), note=line_note(one.locator, one.source_line)
        ),
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
    if found.beside:
        return ()
    return tuple(
        Cell(
            f"{ASPECTS[item.aspect]}: {item.summary}",
            line_address(item.source_id, item.source_line),
            note=line_note(item.locator, item.source_line),
        )
        for item in queries.governance(found.store, CORPORATIONS)
    )


def _money(found: Scope) -> tuple[Cell, ...]:
    if found.beside:
        return ()
    return (*(_at(words, fact) for words, fact in money_told(found.store)), Cell(WHOLE))
