"""What programmes are to change besides money, and what their documents contradict."""

from collections import Counter

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import counted, measured, number, subject_words
from dashboard.queries import programmes as queries
from dashboard.queries.programmes import Indicator
from dashboard.queries.sources import Correction, spellings
from dashboard.views.programmes.cards import corrected_at, heads, standing
from dashboard.views.programmes.choices import NOT_GIVEN
from dashboard.views.programmes.scope import Scope

BETTER = {"higher": "higher is better", "lower": "lower is better", "": "neither way is better"}


def indicators(found: Scope) -> View:
    """Return every indicator with what it was, what it is to become and what it became."""
    own = [item for item in queries.indicators(found.store) if found.covers(item.programme)]
    both = sum(item.baseline is not None and _aimed(item) for item in own)
    reached = sum(item.actual is not None for item in own)
    valued = [item for item in own if item.baseline is not None or item.actual is not None or _aimed(item)]
    rest = [item for item in own if item not in valued]
    return View(
        name="programmes.indicators",
        title=_indicators_title(len(own), both, reached),
        subtitle="Indicators that the programmes name, with baseline, target and value reached where printed",
        table=Table(
            "Indicators from baseline to target",
            heads(
                "Indicator",
                "Programme",
                "Baseline",
                "Target",
                "Reached",
                "Which way is better (our reading)",
                numbers=("Baseline", "Target", "Reached"),
            ),
            tuple(_indicator_row(found, item) for item in (*valued, *rest)),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="As printed; those with a value come first. Where a target is printed as a change from the "
        "baseline it is "
        "shown as such: whether 2% is a share of the baseline or percentage points is not said, so no "
        "target value is worked "
        "out. A value reached is of the years before the programme, told as its record.",
        cited=tuple(standing(item.label, item.source_id, item.source_line, item.locator) for item in valued),
        folded=not found.branch,
    )


def _aimed(item: Indicator) -> bool:
    return item.target is not None or item.change is not None


def _indicators_title(count: int, both: int, reached: int) -> str:
    if not count:
        return "No indicator is named"
    return (
        f"{both or 'None'} of {counted(count, 'indicator', 'indicators')} {'has' if both == 1 else 'have'} "
        "both a baseline and a target; "
        f"for {reached or 'none'} is a value reached printed"
    )


def _indicator_row(found: Scope, item: Indicator) -> tuple[Cell, ...]:
    change = (
        Cell(
            f"{number(item.change)}%" + " change",
            href=line_address(item.source_id, item.change_line or item.source_line),
            number=True,
        )
        if item.change is not None and item.target is None
        else _value_cell(item, item.target, item.target_line)
    )
    return (
        Cell(item.label, heading=True),
        Cell(
            found.named(item.programme),
            href=line_address(item.source_id, item.source_line),
        ),
        _value_cell(item, item.baseline, item.baseline_line),
        change,
        _value_cell(item, item.actual, item.actual_line),
        Cell(BETTER[item.better]),
    )


def _value_cell(item: Indicator, value: float | None, line: int | None) -> Cell:
    if value is None or line is None:
        return Cell(NOT_GIVEN, number=True)
    return Cell(measured(value, item.unit), href=line_address(item.source_id, line), number=True)


def benefits(found: Scope) -> View:
    """Return the benefits that are claimed and not put in money."""
    own = [
        item
        for item in queries.statements(found.store)
        if item.kind == "benefit" and found.covers(item.programme)
    ]
    count = Counter(item.root for item in own)
    most = count.most_common(1)
    said = f"; {found.named(most[0][0])} names most, {most[0][1]}" if len(count) > 1 else ""
    return View(
        name="programmes.benefits",
        title=f"{counted(len(own), 'benefit is', 'benefits are')} claimed and not put in money{said}"
        if own
        else "No benefit is claimed without a sum",
        subtitle="In short and in our own words, each with its line",
        table=Table(
            "Benefits not in money",
            heads("Programme", "Benefit", "Where"),
            tuple(
                (
                    Cell(item.programme_label, heading=True),
                    Cell(item.summary),
                    Cell(
                        f"line\u00a0{item.source_line}", href=line_address(item.source_id, item.source_line)
                    ),
                )
                for item in own
            ),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="Every benefit that a document names without a sum, counted once. How many there are says "
        "nothing about how large they are.",
        cited=tuple(
            standing(item.programme_label, item.source_id, item.source_line, item.locator) for item in own
        ),
        folded=True,
    )


def conflicts(found: Scope) -> View:
    """Return the misprints, conflicts and gaps of the documents, or of the programme asked for."""
    known = [item for item in found.held.corrections if not found.branch or _held(found, item)]
    spelled = spellings(found.store)
    kinds = Counter(item.kind for item in known)
    return View(
        name="programmes.conflicts",
        title=_conflicts_title(kinds),
        subtitle="Both readings are kept; the row says which one is used",
        table=Table(
            "Misprints, conflicts, gaps and different bases",
            heads("Programme", "Figure", "Printed", "Other reading", "Why, and which is used"),
            tuple(
                (
                    Cell(_holder_name(found, item), heading=True),
                    Cell(subject_words(item.subject, spelled)),
                    Cell(
                        f"{item.printed} (line {item.source_line})",
                        href=line_address(item.source_id, item.source_line),
                    ),
                    Cell(item.reading),
                    Cell(f"{item.reason} ({item.kind})"),
                )
                for item in known
            ),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in known),
        method="Every total, return, range and figure printed twice is worked out again when a release is "
        "built. Each difference is one row.",
        cited=tuple(corrected_at(_holder_name(found, item), item) for item in known),
        folded=True,
    )


def _conflicts_title(kinds: Counter[str]) -> str:
    count = kinds.total()
    if not count:
        return "Nothing here had to be corrected"
    if len(kinds) == 1:
        (kind,) = kinds
        one = "difference of basis" if kind == "basis" else kind
        many = one.replace("difference", "differences") if kind == "basis" else f"{kind}s"
        return (
            f"{counted(count, one, many)} {'stands' if count == 1 else 'stand'} in what these documents print"
        )
    conflicts = kinds["conflict"]
    said = f", {counted(conflicts, 'of them a conflict', 'of them conflicts')}" if conflicts else ""
    return f"{count} misprints, conflicts and gaps stand in what these documents print{said}"


def _held(found: Scope, item: Correction) -> bool:
    holder = found.holder(item)
    return holder is not None and holder.programme in found.branch


def _holder_name(found: Scope, item: Correction) -> str:
    holder = found.holder(item)
    return holder.name if holder else item.source_id
