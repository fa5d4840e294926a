"""When a wellbeing corporation would start: milestones and decisions, as exact as they are printed."""

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Record, Table, View, fact_cell, line_address
from dashboard.domain.words import MISSING, counted, name_words, period_words
from dashboard.queries import footprints as queries
from dashboard.queries.footprints import Step
from dashboard.queries.sources import spellings
from dashboard.store import Store
from dashboard.views.footprints.choices import PROGRAMME, FootprintsSelection
from dashboard.views.footprints.parts import cited, heads

SHADOW, FULL = "shadow_corporations_established", "formal_corporations_established"
DECISIONS = ["organisational_form", "governance_arrangements", "risk_sharing"]


def steps(store: Store) -> list[Step]:
    """Return the dated steps towards the corporations, in the order of their dates."""
    return queries.steps(store, PROGRAMME, DECISIONS)


def opening(store: Store) -> tuple[Step, Step]:
    """Return the steps at which shadow arrangements and full operation begin."""
    found = {item.step: item for item in steps(store)}
    return found[SHADOW], found[FULL]


def when(step: Step) -> str:
    """Return the date of a step, as exact as it is printed."""
    before = "by " if step.precision == "by_month" else ""
    return f"{before}{period_words(step.period)}"


def dates(store: Store, selection: FootprintsSelection) -> View:  # noqa: ARG001 - every card is asked so
    """Return every dated step towards the corporations."""
    found = steps(store)
    start, full = opening(store)
    phases = queries.phases(store, PROGRAMME)
    said = spellings(store)
    rows = (
        *(
            (Cell(when(item), heading=True), Cell(item.label), Cell(item.body or MISSING), _place(item))
            for item in found
        ),
        *(
            (
                Cell(item.printed, heading=True),
                Cell(f"Phase of the plan: {name_words(item.series, said)}"),
                Cell(MISSING),
                Cell(str(item.source_line), href=fact_cell(item).href, note=item.locator),
            )
            for item in phases
        ),
    )
    return View(
        name="footprints.dates",
        title=f"Shadow corporations {when(start)}, full operation {when(full)}",
        subtitle=f"{counted(len(found), 'step', 'steps')} towards the corporations, the same for every "
        "footprint, and the phases of the plan",
        table=Table(
            "Steps towards the wellbeing corporations",
            heads("When", "What", "Who decides", "As printed"),
            rows,
        ),
        facts=(),
        cited=(*cited(found), *phases),
        records=(
            *(_record(item) for item in found),
            *(
                _phase_record(phase, f"Phase of the plan: {name_words(phase.series, said)}")
                for phase in phases
            ),
        ),
        method="Dates are as exact as they are printed: “by” a month means no later than its end. The report "
        "plans all corporations at once; it gives no date for one footprint.",
    )


def _place(item: Step) -> Cell:
    return Cell(item.printed, href=line_address(item.source_id, item.source_line), note=item.locator)


def _record(item: Step) -> Record:
    return {
        "label": item.label,
        "series": item.step,
        "period": item.period,
        "precision": item.precision,
        "body": item.body,
        "printed": item.printed,
        "source_id": item.source_id,
        "source_line": item.source_line,
        "locator": item.locator,
    }


def _phase_record(phase: Fact, said: str) -> Record:
    return {
        "label": said,
        "series": phase.series,
        "period": phase.period,
        "precision": None,
        "body": None,
        "printed": phase.printed,
        "source_id": phase.source_id,
        "source_line": phase.source_line,
        "locator": phase.locator,
    }
