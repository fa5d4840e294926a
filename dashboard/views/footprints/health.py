"""What a profile says of health: which indicators are worse and which are better, by name."""

from dashboard.domain.outcomes_gap import BETTER, WORSE, relative_gap
from dashboard.domain.view import Cell, line_address
from dashboard.domain.words import counted, listed
from dashboard.queries import outcomes as queries
from dashboard.store import Store
from dashboard.views.footprints.choices import Scope
from dashboard.views.footprints.compared import Compared, told, without
from dashboard.views.footprints.outcomes import MISSING, PAGE
from dashboard.views.footprints.parts import line_note

POLARITY = {"high": 1, "low": -1}


def health(found: Scope) -> tuple[Cell, ...]:
    """Return the indicators by name that are worse and better, and what the report says of the county."""
    compared = Compared(found)
    context = () if found.elsewhere else _context(found.store)
    if not compared.every:
        return (Cell(MISSING), *context)
    single = compared.single
    more = (
        Cell("Every indicator:", f"{PAGE}?view=area&area={single.area_code}", note="outcomes")
        if single
        else None
    )
    return (*_named(compared), *([more] if more else []), *context)


def _named(compared: Compared) -> tuple[Cell, ...]:
    country = compared.country[1]
    where = " in every district with a figure" if compared.several else ""
    named = [(word, compared.read(word)) for word in (WORSE, BETTER)]
    cells = tuple(
        Cell(f"{word.capitalize()} than {country}{where}: {listed(names)}{without(compared)}")
        for word, names in named
        if names
    )
    words = told(compared)
    return cells or (Cell(f"{words[:1].upper()}{words[1:]}"),)


def _context(store: Store) -> tuple[Cell, ...]:
    """Return what the report's own table says of the county, which is of no one footprint."""
    items = queries.measures(store)
    gaps = [relative_gap(item.value, item.country_value, POLARITY.get(item.good)) for item in items]
    worse = sum(gap.word == WORSE for gap in gaps if gap)
    if not items:
        return ()
    one = items[0]
    words = (
        f"For context, the whole county in the report: worse than {one.country_name} on {worse} of "
        f"{counted(len(items), 'measure', 'measures')}, by our polarity; none is printed for a district"
    )
    href = line_address(one.source_id, one.source_line)
    return (Cell(words, href, note=line_note(one.locator, one.source_line)),)
