"""The posts that go or come, and what has to be invested: each nature apart."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.domain import savings as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, fact_cell, line_address
from dashboard.domain.words import listed, millions, number
from dashboard.figures import savings as figures
from dashboard.figures.chart import empty_figure
from dashboard.queries import savings as queries
from dashboard.queries.savings import PartFact
from dashboard.views.savings.cards import bars_height, gap, heads, labelled
from dashboard.views.savings.choices import NATURES, Scope, counted, nature_words

Key = tuple[str, str]
UNKNOWN = "to be confirmed"


def tables(found: Scope, measure: str) -> dict[Key, list[PartFact]]:
    """Return the tables of a measure that say anything but nil, by nature and option."""
    cells = [
        cell
        for cell in queries.parts(found.store, found.programme, measure)
        if cell.option_id in found.options
    ]
    cells.sort(key=lambda cell: (list(NATURES).index(cell.nature), found.options[cell.option_id].reference))
    grouped = {key: list(own) for key, own in groupby(cells, key=lambda cell: (cell.nature, cell.option_id))}
    return {key: own for key, own in grouped.items() if any(cell.value != 0 for cell in own)}


def facts_of(own: Sequence[PartFact], unit: str) -> list[Fact]:
    """Return the known cells of a table as figures."""
    return [
        Fact(
            f"{cell.option_id}.{cell.nature}",
            cell.financial_year,
            cell.value,
            unit,
            cell.printed,
            cell.status,
            cell.source_id,
            cell.source_line,
            cell.locator,
        )
        for cell in own
        if cell.value is not None
    ]


def unknown_of(own: Sequence[PartFact]) -> dict[str, Cell]:
    """Return what stands in the cells without a number, by year."""
    return {
        cell.financial_year: Cell(
            UNKNOWN, href=line_address(cell.source_id, cell.source_line), note=f"printed {cell.printed}"
        )
        for cell in own
        if cell.value is None
    }


def posts(found: Scope) -> View:
    """Return the posts lost and added, lasting, temporary and without a label apart."""
    known = tables(found, "fte")
    sums = _sums(known)
    labels = {f"{nature}.{way}": f"{NATURES[nature]}, {words}" for nature, way, words in _WAYS}
    drawn = [fact for fact in sums if fact.value]
    return _parts_view(
        found,
        name="posts",
        title=_posts_title(sums, known, found),
        subtitle=f"Change in posts over {found.span}, {found.counted}{found.where}, full-time "
        "equivalent (FTE)",
        caption="Posts by option, nature and year, FTE. Minus is posts lost.",
        known=known,
        unit="FTE",
        sums=sums,
        labels=labels,
        chart=[
            (
                labels[fact.series],
                fact.series.partition(".")[0],
                fact,
                f"{'+' if fact.amount > 0 else ''}{number(fact.value)} FTE",
            )
            for fact in drawn
        ],
        method="A table is lasting or temporary only where a label above it or the text of its field "
        "says so; most "
        "print neither, and those posts stand as unstated. The natures are never added together. "
        "Temporary posts "
        "begin and end within the years, and so do some of the unstated ones; those count as neither "
        f"lost nor added.{_unknown_words(found, known)}",
    )


_WAYS = [
    (nature, way, words)
    for nature, down, up in (
        ("recurrent", "posts lost", "posts added"),
        ("temporary", "posts ending", "posts beginning"),
        ("capital", "posts lost", "posts added"),
        ("unstated", "posts lost", "posts added"),
    )
    for way, words in (("lost", down), ("added", up))
]


def _sums(known: dict[Key, list[PartFact]]) -> list[Fact]:
    """Return posts lost and added over the years by nature, each where there are any.

    Temporary posts begin and end, and both are counted; of the other tables each counts as what its years
    come to together.
    """
    sums = []
    for nature, way, _ in _WAYS:
        own = [_posts_of(option, cells, nature) for (kind, option), cells in known.items() if kind == nature]
        some = [
            fact for table in own for fact in table if (fact.amount < 0 if way == "lost" else fact.amount > 0)
        ]
        if some:
            words = f"{NATURES[nature].lower()} tables of {counted(len({fact.series for fact in some}))}"
            sums.append(rules.added(f"{nature}.{way}", "all years", some, words, "FTE"))
    return sums


def _posts_of(option: str, cells: list[PartFact], nature: str) -> list[Fact]:
    own = facts_of(cells, "FTE")
    return own if nature == "temporary" or not own else [rules.added(option, "all years", own, option, "FTE")]


def post_sums(found: Scope) -> list[Fact]:
    """Return posts lost and added over the years by nature, for the headline."""
    return _sums(tables(found, "fte"))


def unknown_posts(found: Scope) -> list[str]:
    """Return the references of the options whose posts are to be confirmed."""
    own = tables(found, "fte")
    return [found.options[option].reference for (_, option), cells in own.items() if unknown_of(cells)]


def _unknown_words(found: Scope, known: dict[Key, list[PartFact]]) -> str:
    names = [found.options[option].reference for (_, option), cells in known.items() if unknown_of(cells)]
    return f" The posts of {listed(names)} are still to be confirmed and are in no sum." if names else ""


def _posts_title(sums: list[Fact], known: dict[Key, list[PartFact]], found: Scope) -> str:
    values = {fact.series: fact for fact in sums}
    said = [words for nature in _FOR_HOW_LONG if (words := _moves(values, nature))]
    waiting = [option for (_, option), cells in known.items() if unknown_of(cells)]
    open_ones = f"; {counted(len(waiting))} still to be confirmed" if waiting else ""
    if not said:
        return f"No option says that it takes out or adds posts for good{found.where}{open_ones}"
    return f"The options {'; they '.join(said)}{open_ones}"


_FOR_HOW_LONG = {"recurrent": "for good", "unstated": "without saying for how long"}


def _moves(values: dict[str, Fact], nature: str) -> str:
    """Return the posts of a nature that go and come, in words; one is never told without the other."""
    ways = [
        f"{verb} {number(abs(fact.amount))}{' posts' if not place else ''}"
        for place, (verb, fact) in enumerate(
            (verb, values[f"{nature}.{way}"])
            for way, verb in (("lost", "take out"), ("added", "add"))
            if f"{nature}.{way}" in values
        )
    ]
    return f"{' and '.join(ways)} {_FOR_HOW_LONG[nature]}" if ways else ""


def investment(found: Scope) -> View:
    """Return what the options need invested, by nature."""
    known = tables(found, "investment")
    sums = []
    for nature in NATURES:
        own = [fact for (kind, _), cells in known.items() if kind == nature for fact in facts_of(cells, "£m")]
        if own:
            count = len({fact.series for fact in own if fact.amount})
            sums.append(
                rules.added(
                    f"{nature}.invested",
                    "all years",
                    own,
                    f"{NATURES[nature].lower()} tables of {counted(count)}",
                )
            )
    labels = {f"{nature}.invested": _INVESTED[nature] for nature in NATURES}
    return _parts_view(
        found,
        name="investment",
        title=_investment_title(found, sums),
        subtitle=f"Investment asked for over {found.span}, {found.counted}{found.where}, £m",
        caption="Investment by option, nature and year, £m",
        known=known,
        unit="£m",
        sums=sums,
        labels=labels,
        chart=[
            (labels[fact.series], fact.series.partition(".")[0], fact, millions(fact.value)) for fact in sums
        ],
        method="Tables of lasting investment print each increment once, although it goes on in every "
        "later year; tables "
        "of temporary investment print each year’s spending. One cannot be added to the other as "
        "cash, so the natures "
        "stand apart and no total is made.",
    )


_INVESTED = {
    "recurrent": "Lasting, each year from then on",
    "temporary": "Temporary, spent in all",
    "capital": "Capital, spent in all",
    "unstated": "Nature unstated, as printed",
}


def _investment_title(found: Scope, sums: list[Fact]) -> str:
    values = {fact.series.partition(".")[0]: fact for fact in sums}
    if not values:
        return f"No option asks for investment{found.where}"
    said = []
    if "recurrent" in values:
        said.append(f"{millions(values['recurrent'].value)} a year for good")
    said += [
        f"{millions(values[nature].value)} {words}" for nature, words in _ONCE.items() if nature in values
    ]
    return f"The options ask for {listed(said)}"


_ONCE = {"temporary": "for a time", "capital": "of capital", "unstated": "whose nature is unstated"}


def _parts_view(
    found: Scope,
    *,
    name: str,
    title: str,
    subtitle: str,
    caption: str,
    known: dict[Key, list[PartFact]],
    unit: str,
    sums: list[Fact],
    labels: dict[str, str],
    chart: list[tuple[str, str, Fact, str]],
    method: str,
) -> View:
    facts = [fact for own in known.values() for fact in facts_of(own, unit)]
    words = labels | {
        f"{option}.{nature}": f"{found.options[option].name}, {nature_words(nature)}"
        for nature, option in known
    }
    columns = [*found.years, "All years"]
    rows = [_option_row(found, key, own, unit) for key, own in known.items()]
    rows += [
        (Cell(labels[fact.series], heading=True), *(Cell("") for _ in found.years), fact_cell(fact))
        for fact in sums
    ]
    told = listed([f"{label} {text}" for label, _, _, text in chart])
    return View(
        name=f"savings.{name}",
        title=title,
        subtitle=subtitle,
        table=Table(caption, heads("Option and nature", *columns, numbers=columns), tuple(rows)),
        facts=(*facts, *sums),
        records=labelled([*facts, *sums], words),
        method=method,
        chart=figures.parts_figure(chart) if chart else empty_figure("Nothing is asked for or changed."),
        alternative=f"Bars: {told}." if chart else f"{title}.",
        height_rem=bars_height(len(chart)),
    )


def _option_row(found: Scope, key: Key, own: list[PartFact], unit: str) -> tuple[Cell, ...]:
    nature, option_id = key
    option = found.options[option_id]
    cells: dict[str, Cell] = {fact.period: fact_cell(fact) for fact in facts_of(own, unit)} | unknown_of(own)
    return (
        Cell(option.name, href=found.address(option=option_id), heading=True, note=nature_words(nature)),
        *(cells.get(year, gap()) for year in found.years),
        Cell(""),
    )
