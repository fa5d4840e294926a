"""Briefings as written, and the figures that they call."""

from dataclasses import dataclass

from dashboard.queries.facts import FoundFact
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Written:
    """A briefing as written: its name and its Markdown."""

    briefing: str
    markdown: str


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure that was counted or added up from figures in the store, with what it means."""

    figure: str
    value: float | None
    unit: str
    source_id: str | None
    meaning: str


WRITTEN_SQL = "SELECT briefing, markdown FROM briefing ORDER BY briefing"

NAMED_SQL = "SELECT figure, value, unit, source_id, meaning FROM briefing_figure ORDER BY figure"

FIGURES_SQL = """
SELECT source_id, title, source_line, locator, subject, measure, period, value, unit, printed,
  figure.status AS status, label, table_name
FROM figure JOIN source USING (source_id)
WHERE source_id = $source_id
ORDER BY source_line, locator, subject, measure, period
"""


def written(store: Store) -> list[Written]:
    """Return every briefing as written, by name."""
    return store.rows(WRITTEN_SQL, Written)


def named_figures(store: Store) -> list[NamedFigure]:
    """Return the figures that briefings can call by a name of ours."""
    return store.rows(NAMED_SQL, NamedFigure)


def figures_of(store: Store, source_id: str) -> list[FoundFact]:
    """Return every figure printed in one document, in the order of its lines."""
    return store.rows(FIGURES_SQL, FoundFact, source_id=source_id)
