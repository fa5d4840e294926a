"""What an indicator is: its definition in our words, its source, period, method and caveats."""

from dashboard.domain.view import Cell, Table, View
from dashboard.views.outcomes.cards import heads
from dashboard.views.outcomes.choices import Scope
from dashboard.views.outcomes.compare import asked
from dashboard.views.outcomes.words import NOT_GIVEN


def about(found: Scope) -> View:
    """Return what is known of the indicator; what its metadata does not say is not given."""
    indicator = asked(found)
    said = {
        "Name as published": indicator.name,
        "What it measures, in our words": indicator.definition,
        "Unit": indicator.unit,
        "Kind of value": indicator.value_type,
        "Polarity as published": indicator.polarity,
        "Method of comparison as published": indicator.method,
        "Our remark": indicator.remark,
        "Latest period": found.shown.last_period,
        "Kind of year": indicator.period_type,
        "How often": indicator.frequency,
        "Where its publisher has it from": indicator.source_text,
        "Caveats of its publisher": indicator.caveats,
        "Sexes and ages in the file": "; ".join(f"{item.sex}, {item.age}" for item in found.every_series),
        "Number in Fingertips": str(indicator.indicator_id),
    }
    rows = tuple((Cell(term, heading=True), Cell(text or NOT_GIVEN)) for term, text in said.items())
    return View(
        name="outcomes.about",
        title=f"What “{indicator.short_name}” is",
        subtitle="As its metadata says where that was loaded; the definition is in our words where "
        "we wrote one",
        table=Table(f"About {indicator.name}", heads("What", "Said"), rows),
        facts=(),
        records=tuple({"what": term, "said": text or NOT_GIVEN} for term, text in said.items()),
        method="Taken from the metadata file of the import, but for what is marked as ours.",
    )
