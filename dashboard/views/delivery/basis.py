"""What the model rests on: principles, outcomes, steps, assumptions, data, and where the report disagrees."""

from dashboard.domain.delivery import in_first_order, inner, opening, plural
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import Spellings, listed, subject_words
from dashboard.queries import delivery as queries
from dashboard.queries.delivery import Statement
from dashboard.queries.sources import Correction, corrections, spellings
from dashboard.store import Store
from dashboard.views.delivery.said import both, by_subject, heads, statement_view
from dashboard.views.delivery.selection import DeliverySelection

KINDS = {
    "design": "Design of services",
    "prerequisite": "Set by the council beforehand",
    "system": "Governing the system",
    "implementation": "Putting it into practice",
}
OUTCOMES = {
    "outcome": "Strategic outcome",
    "priority": "Priority",
    "goal": "Goal",
    "clinical_and_care": "Care outcome to support",
    "self_care": "Self-care outcome to support",
}
SUPPORTED = ("clinical_and_care", "self_care")
STEPS = {"outcome": "To be agreed", "activity": "Work", "deliverable": "To be delivered"}
CONFLICT_SUBJECTS = ("milestone", "plan", "services", "delivery", "activity")


def dependencies(store: Store, _selection: DeliverySelection) -> View:
    """Return what programmes and their dates depend on."""
    items = queries.statements(store, "dependencies")
    names = in_first_order(item.subject for item in items)
    most = max(names, key=lambda name: sum(item.subject == name for item in items))
    return statement_view(
        "dependencies",
        (
            f"The dates depend on {plural(len(items), 'condition', 'conditions')}, "
            f"most of them for {inner(most)}",
            "What each programme, or its dates, depends on",
            "Conditions by programme",
        ),
        ("Programme", "Depends on"),
        items,
        both,
        "Only conditions that the report states; there may be more.",
        record=by_subject(items),
    )


def principles(store: Store, _selection: DeliverySelection) -> View:
    """Return the principles behind the design, the governance and the implementation."""
    items = queries.statements(store, "principles")
    counts = {words: sum(item.aspect == kind for item in items) for kind, words in KINDS.items()}
    return statement_view(
        "principles",
        (
            f"{opening(plural(len(items), 'principle stands', 'principles stand'))} behind the model",
            f"By kind: {listed([f'{words.lower()} {count}' for words, count in counts.items() if count])}",
            "Principles by kind",
        ),
        ("Kind", "About", "Principle"),
        items,
        lambda item: (Cell(KINDS[item.aspect]), Cell(item.subject, heading=True), Cell(item.summary)),
        "Kinds are ours.",
        folded=True,
    )


def outcomes(store: Store, _selection: DeliverySelection) -> View:
    """Return the strategic outcomes, priorities and goals of the organisations."""
    items = queries.statements(store, "outcomes")
    own = [item for item in items if item.aspect not in SUPPORTED]
    names = in_first_order(item.subject for item in own)
    return statement_view(
        "outcomes",
        (
            f"{opening(plural(len(names), 'organisation states', 'organisations state'))} "
            f"{plural(len(own), 'aim', 'aims')}, each in words of its own; the corporations are to support "
            f"{plural(len(items) - len(own), 'outcome', 'outcomes')} more",
            "Strategic outcomes, priorities and goals, and what the corporations are to support",
            "Outcomes by organisation",
        ),
        ("Organisation", "Kind", "Outcome"),
        items,
        lambda item: (
            Cell(item.subject, heading=True),
            Cell(OUTCOMES[item.aspect]),
            Cell(item.summary, note=item.aside),
        ),
        "The report shows them as an illustration, not as a complete list.",
        folded=True,
    )


def steps(store: Store, _selection: DeliverySelection) -> View:
    """Return how the model was made, and the first months of a wellbeing corporation."""
    items = queries.statements(store, "steps")
    timed = in_first_order(item.subject for item in items if item.aside)
    return statement_view(
        "steps",
        (
            f"A wellbeing corporation would start in {plural(len(timed), 'step', 'steps')}, "
            f"from {inner(timed[0])} to {inner(timed[-1])}"
            if timed
            else "The steps behind the model, and no plan for a start",
            "How the model was made, then the first months of a corporation, with the length of each step",
            "Steps and their items",
        ),
        ("Step", "Kind", "Item"),
        items,
        lambda item: (_step(item), Cell(STEPS[item.aspect]), Cell(item.summary)),
        "Items are shortened; several may stand on one line.",
        folded=True,
    )


def _step(item: Statement) -> Cell:
    return Cell(item.subject, heading=True, note=item.aside)


def assumptions(store: Store, _selection: DeliverySelection) -> View:
    """Return the assumptions behind costs, benefits and dates."""
    items = queries.statements(store, "assumptions")
    names = in_first_order(item.subject for item in items)
    return statement_view(
        "assumptions",
        (
            f"Costs, benefits and dates rest on {plural(len(items), 'assumption', 'assumptions')}",
            f"By part of the model: {listed([inner(name) for name in names])}",
            "Assumptions by part of the model",
        ),
        ("Part", "Assumption"),
        items,
        both,
        "Those that matter most for what this page shows; the money is on the page of the deficit.",
        folded=True,
    )


def inputs(store: Store, _selection: DeliverySelection) -> View:
    """Return the data the report says it used, and for what."""
    items = queries.statements(store, "inputs")
    names = in_first_order(item.subject for item in items)
    return statement_view(
        "inputs",
        (
            f"The report names {plural(len(items), 'source', 'sources')} of data for "
            f"{plural(len(names), 'part', 'parts')} of its model",
            "Data behind the model and what each was used for",
            "Sources of data by part of the model",
        ),
        ("Part", "Data", "Used for"),
        items,
        lambda item: (Cell(item.subject, heading=True), Cell(item.summary), Cell(item.aside)),
        "That data itself is not kept here; only what the report prints from it.",
        folded=True,
    )


def conflicts(store: Store, _selection: DeliverySelection) -> View:
    """Return the places where the report disagrees with itself on services, bodies and dates."""
    source = queries.services(store)[0].source_id
    found = corrections(store, *CONFLICT_SUBJECTS, source_id=source)
    spelled = spellings(store)
    return View(
        name="delivery.conflicts",
        title=f"The report disagrees with itself, or leaves a gap, "
        f"in {plural(len(found), 'place', 'places')} that touch this page",
        subtitle="Both readings are kept: numbers used twice or left out, dates that differ, reasons missing",
        table=Table(
            "Conflicts and gaps that touch this page",
            heads("What", "Printed", "Other reading", "Why, and which is shown"),
            tuple(_conflict_row(item, spelled) for item in found),
        ),
        facts=(),
        records=tuple({field: getattr(item, field) for field in item.__slots__} for item in found),
        method="Each is found by a check when a release is built; one that is not listed stops the release.",
        folded=True,
    )


def _conflict_row(item: Correction, spelled: Spellings) -> tuple[Cell, ...]:
    return (
        Cell(subject_words(item.subject, spelled), heading=True),
        Cell(
            f"{item.printed} (line {item.source_line})", href=line_address(item.source_id, item.source_line)
        ),
        Cell(item.reading),
        Cell(f"{item.reason} ({item.kind})"),
    )
