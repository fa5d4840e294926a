"""Where the register cannot be read, contradicts itself, or leaves something out."""

from collections import Counter
from collections.abc import Sequence

from dashboard.domain.fact import Fact
from dashboard.domain.risk import quarter_words
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import listed, subject_words
from dashboard.queries.sources import Correction, corrections
from dashboard.store import Store
from dashboard.views.risk.selection import NO_REGISTER, RiskSelection, opened

KINDS = {
    "gap": ("gap", "gaps"),
    "conflict": ("conflict", "conflicts"),
    "misprint": ("misprint", "misprints"),
    "basis": ("figure on another basis", "figures on another basis"),
}


def conflicts(store: Store, selection: RiskSelection) -> View:
    """Return the corrections of the register's document, each with both readings."""
    open_ = opened(store, selection)
    found = corrections(store, source_id=open_.held.source_id) if open_.held else []
    numbers = {entry.risk_id: entry.printed_id for entry in open_.entries}
    return View(
        name="risk.conflicts",
        title=_title(found) if open_.held else NO_REGISTER.rstrip("."),
        subtitle=f"Both readings are kept, {quarter_words(open_.quarter)}" if open_.held else NO_REGISTER,
        table=Table(
            "Gaps, conflicts and misprints of the register",
            tuple(
                Cell(text, heading=True)
                for text in ("Entry", "Printed", "Other reading", "Why, and which is shown")
            ),
            tuple(_row(item, numbers) for item in found),
            (Cell("No correction is kept for this register."),),
        ),
        facts=(),
        records=tuple({field: getattr(item, field) for field in item.__slots__} for item in found),
        method=(
            "Checks look for what is missing, damaged or unlike the rest when a release is built; each "
            "finding is one row, decided in the open. Nothing is guessed."
        ),
        folded=True,
        cited=tuple(_place(item, open_.quarter) for item in found),
    )


def _title(found: Sequence[Correction]) -> str:
    if not found:
        return "Nothing in this register had to be corrected or marked"
    counts = Counter(item.kind for item in found)
    kinds = [
        f"{number} {KINDS.get(kind, (kind, kind))[number != 1]}" for kind, number in sorted(counts.items())
    ]
    return (
        f"The register needs care in {len(found)} {'place' if len(found) == 1 else 'places'}: {listed(kinds)}"
    )


def _place(item: Correction, quarter: str) -> Fact:
    """Return where what is corrected stands, for the source note."""
    return Fact(
        item.subject,
        quarter,
        None,
        "",
        item.printed,
        "printed",
        item.source_id,
        item.source_line,
        "Corrected or marked",
    )


def _row(item: Correction, numbers: dict[str, str]) -> tuple[Cell, ...]:
    risk_id, _, what = item.subject.partition(".")
    where = f"{numbers.get(risk_id, subject_words(risk_id))}, {subject_words(what).lower()}"
    return (
        Cell(where, heading=True, note=item.kind),
        Cell(
            f"{item.printed} (line {item.source_line})", href=line_address(item.source_id, item.source_line)
        ),
        Cell(item.reading),
        Cell(item.reason),
    )
