"""What each option must go through, and where its own text disagrees."""

from collections.abc import Iterable

from dashboard.domain import savings as rules
from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import number, subject_words
from dashboard.figures import savings as figures
from dashboard.figures.chart import empty_figure
from dashboard.queries import savings as queries
from dashboard.queries.savings import Process
from dashboard.queries.sources import Correction, corrections, spellings
from dashboard.views.savings.cards import bars_height, bars_told, heads, labelled, standing
from dashboard.views.savings.choices import Scope, counted

PROCESSES = {"consultation": "External consultation", "equality_analysis": "Equality analysis"}
ANSWERS = {
    "consultation": {
        "yes": "needed",
        "no": "a plain no",
        "no_with_text": "no, with words beside it",
        "unclear": "neither yes nor no",
    },
    "equality_analysis": {
        "completed": "needed and completed",
        "yes_unclear": "yes, done or not unsaid",
        "earlier_option": "done for an earlier option",
        "not_required": "not required",
        "no": "a bare no",
    },
}
OPEN = ("yes", "unclear", "yes_unclear", "earlier_option")
COLOURS = {"consultation": "s1", "equality_analysis": "s2"}


def answers_of(found: Scope) -> list[Process]:
    """Return the answers of the options in scope."""
    return [
        item for item in queries.processes(found.store, found.programme) if item.option_id in found.options
    ]


def process(found: Scope) -> View:
    """Return how many options gave each answer on consultation and equality analysis."""
    answers = answers_of(found)
    classes = _classes(answers)
    labels = {f"{kind}.{answer}": f"{PROCESSES[kind]}: {ANSWERS[kind][answer]}" for kind, answer in classes}
    facts = [
        rules.count(
            f"{kind}.{answer}",
            found.programme,
            len(own),
            f"field {_field(own)} of {counted(len(own))}",
            own[0].source_id,
        )
        for (kind, answer), own in classes.items()
    ]
    rows = [(_short(fact.series), fact, COLOURS[fact.series.partition(".")[0]]) for fact in facts]
    return View(
        name="savings.process",
        title=_title(found, answers),
        subtitle="Answers on external consultation and equality analysis, "
        f"{found.counted}{found.where}, number of options",
        table=Table(
            "Options by answer",
            heads("Question and answer", "Number", "Options", numbers=["Number"]),
            tuple(
                (Cell(labels[fact.series], heading=True), _count_cell(fact), Cell(_references(found, own)))
                for fact, own in zip(facts, classes.values(), strict=True)
            ),
        ),
        facts=tuple(facts),
        records=labelled(facts, labels),
        method="The answers are grouped by us; what was printed stands on the record of each option "
        "with its line. An "
        "answer is shown as printed even where another passage of the option speaks against it: "
        "those are listed below.",
        chart=figures.counts_figure(rows) if rows else empty_figure("No answer is given."),
        alternative=bars_told((name, number(fact.value)) for name, fact, _ in rows)
        if rows
        else "No answer is given.",
        height_rem=bars_height(len(rows)),
    )


def _classes(answers: list[Process]) -> dict[tuple[str, str], list[Process]]:
    found: dict[tuple[str, str], list[Process]] = {}
    for kind, words in ANSWERS.items():
        for answer in words:
            own = [item for item in answers if (item.process, item.answer) == (kind, answer)]
            if own:
                found[kind, answer] = own
    return found


def _short(series: str) -> str:
    """Return the name of an answer as a chart has room for it."""
    kind, _, answer = series.partition(".")
    return f"{PROCESSES[kind].split()[kind == 'consultation'].capitalize()}: {ANSWERS[kind][answer]}"


def _count_cell(fact: Fact) -> Cell:
    return Cell(number(fact.value), number=True, note="derived")


def _field(own: list[Process]) -> str:
    return own[0].locator.rpartition(" ")[2]


def _references(found: Scope, own: list[Process]) -> str:
    return ", ".join(found.options[item.option_id].reference for item in own)


def _title(found: Scope, answers: list[Process]) -> str:
    asked = [item for item in answers if item.process == "consultation"]
    yes = sum(item.answer == "yes" for item in asked)
    against = sum(item.text_contradicts for item in asked)
    who = f"{yes} of {found.counted} {'says' if yes == 1 else 'say'}" if yes else "No option says"
    but = f"; the text of {against} speaks against the answer given" if against else ""
    return f"{who} that external consultation is needed{found.where}{but}"


def contradictions(found: Scope) -> View:
    """Return the answers that another passage contradicts, or that leave open what was asked."""
    own = [item for item in answers_of(found) if item.text_contradicts or item.answer in OPEN]
    against = sum(item.text_contradicts for item in own)
    return View(
        name="savings.contradictions",
        title=_open_title(against, len(own) - against),
        subtitle="Answers on consultation and equality analysis, as printed, with what speaks "
        "against them or is left unsaid",
        table=Table(
            "Answers contradicted or left open",
            heads("Option", "Question", "As printed", "What is known", "So"),
            tuple(_open_row(found, item) for item in own),
        ),
        facts=(),
        records=tuple({name: getattr(item, name) for name in item.__slots__} for item in own),
        method="An answer is contradicted where another line of the same option plans or requires "
        "what the answer "
        "denies. It is left open where it says neither yes nor no, or yes without saying whether it "
        "was done.",
        cited=tuple(
            standing(found.options[item.option_id].reference, item.source_id, item.source_line)
            for item in own
        ),
    )


def _open_title(against: int, left_open: int) -> str:
    if not against + left_open:
        return "No answer is contradicted by its option’s own text, and none leaves the question open"
    are = "answer is" if against == 1 else "answers are"
    leave = "leaves" if left_open == 1 else "leave"
    return (
        f"{against} {are} contradicted by the option’s own text; {left_open} more {leave} the question open"
    )


def _open_row(found: Scope, item: Process) -> tuple[Cell, ...]:
    return (
        found.option_cell(found.options[item.option_id]),
        Cell(PROCESSES[item.process]),
        Cell(
            f"{item.printed} (line {item.source_line})", href=line_address(item.source_id, item.source_line)
        ),
        Cell(item.summary),
        Cell("contradicted" if item.text_contradicts else "left open"),
    )


def conflicts(found: Scope) -> View:
    """Return the misprints, conflicts and gaps of the documents that hold these options."""
    known = corrections_of(found)
    return View(
        name="savings.conflicts",
        title=f"{len(known)} misprints, conflicts and gaps stand in what these options print"
        if len(known) != 1
        else "1 misprint, conflict or gap stands in what these options print",
        subtitle="Both readings are kept; the charts use the figures as printed unless the row says "
        "otherwise",
        table=Table(
            "Misprints, conflicts, gaps and different bases",
            heads("Figure", "Printed", "Other reading", "Why, and which is shown"),
            tuple(correction_row(found, item) for item in known),
        ),
        facts=(),
        records=tuple({field: getattr(item, field) for field in item.__slots__} for item in known),
        method="Every total, repeated budget, start year and answer is checked when a release is built. Each "
        "difference is one row.",
        cited=standings(found, known),
        folded=True,
    )


def corrections_of(found: Scope) -> list[Correction]:
    """Return the corrections on the lines of the options in scope."""
    return [
        item
        for source in dict.fromkeys(option.source_id for option in found.every)
        for item in corrections(found.store, source_id=source)
        if holder(found, item) in found.options
    ]


def standings(found: Scope, known: Iterable[Correction]) -> tuple[Fact, ...]:
    """Return where corrections stand, for a source note."""
    return tuple(
        standing(found.reference(holder(found, item)), item.source_id, item.source_line) for item in known
    )


def holder(found: Scope, item: Correction) -> str:
    """Return the option whose lines a correction stands on: the last that begins at or before it."""
    before = [
        option
        for option in found.every
        if option.source_id == item.source_id and option.source_line <= item.source_line
    ]
    return max(before, key=lambda option: option.source_line).option_id if before else ""


def correction_row(found: Scope, item: Correction) -> tuple[Cell, ...]:
    """Return the row of one correction, with the reference of its option."""
    name = holder(found, item)
    words = item.subject.replace(name, found.reference(name)) if name else item.subject
    return (
        Cell(subject_words(words, spellings(found.store)), heading=True),
        Cell(
            f"{item.printed} (line {item.source_line})", href=line_address(item.source_id, item.source_line)
        ),
        Cell(item.reading),
        Cell(f"{item.reason} ({item.kind})"),
    )
