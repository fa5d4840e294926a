"""When a wellbeing corporation would start: milestones and decisions, as exact as they are printed."""

from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import counted, period_words
from dashboard.queries import footprints as queries
from dashboard.queries.footprints import Step
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
    rows = tuple(
        (
            Cell(when(item), heading=True),
            Cell(item.label),
            Cell(item.body or "not printed"),
            Cell(item.printed, href=line_address(item.source_id, item.source_line), note=item.locator),
        )
        for item in found
    )
    return View(
        name="footprints.dates",
        title=f"Shadow corporations {when(start)}, full operation {when(full)}",
        subtitle=f"{counted(len(found), 'step', 'steps')} towards the corporations, the same for every "
        "footprint, as the report plans it",
        table=Table(
            "Steps towards the wellbeing corporations",
            heads("When", "What", "Who decides", "As printed"),
            rows,
        ),
        facts=(),
        cited=cited(found),
        records=tuple(
            {
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
            for item in found
        ),
        method="Dates are as exact as they are printed: “by” a month means no later than its end. The report "
        "plans all corporations at once; it gives no date for one footprint.",
    )
