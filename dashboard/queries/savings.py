"""The savings options of a programme: what each changes, year by year, and what is said about it."""

from dataclasses import dataclass

from dashboard.domain.fact import Fact
from dashboard.store import Store

BASES = {"discrete": "discrete_gbp_m", "annual": "annual_effect_gbp_m", "cash": "cash_to_date_gbp_m"}


@dataclass(frozen=True, slots=True)
class Option:
    """One savings option: what it prints once, with what follows from its tables."""

    option_id: str
    source_id: str
    reference: str
    service: str
    title: str
    theme: str
    theme_label: str
    start_year: str | None
    start_year_printed: str | None
    start_year_line: int | None
    first_change_year: str | None
    annual_effect_gbp_m: float | None
    total_printed_gbp_m: float | None
    cash_gbp_m: float | None
    budget: str
    consultation: str
    consultation_contradicted: bool
    equality_analysis: str
    source_line: int

    @property
    def name(self) -> str:
        """Reference and title, as a label."""
        return f"{self.reference} {self.title}"


@dataclass(frozen=True, slots=True)
class PartFact:
    """A printed figure of an option's table with the nature of the money or posts it is about."""

    option_id: str
    nature: str
    nature_from: str
    financial_year: str
    value: float | None
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Budget:
    """One printed amount of an option's budget."""

    option_id: str
    measure: str
    financial_year: str
    value: float | None
    note: str
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class SharedBudget:
    """An option that prints a budget as others do (same), or whose own is a part of it (inside)."""

    budget: str
    option_id: str
    relation: str
    note: str


@dataclass(frozen=True, slots=True)
class Process:
    """Whether an option needs external consultation or an equality analysis, and what was answered."""

    option_id: str
    process: str
    answer: str
    text_contradicts: bool
    summary: str
    printed: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What one field of running text says, or a note on a field, in our own words."""

    kind: str
    summary: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of our own grouping."""

    theme: str
    label: str


PROVENANCE = "printed, status::VARCHAR AS status, source_id, source_line, locator"
OF_PROGRAMME = "JOIN savings_option AS o USING (source_id, option_id) WHERE o.programme = $programme"

PROGRAMMES_SQL = "SELECT DISTINCT programme FROM savings_option ORDER BY programme DESC"
PROGRAMMES_OF_OPTION_SQL = (
    "SELECT programme FROM savings_option WHERE option_id = $option ORDER BY programme DESC"
)
THEMES_SQL = """
SELECT DISTINCT t.theme, t.label FROM savings_theme AS t JOIN savings_option AS o USING (theme)
WHERE o.programme = $programme ORDER BY t.label
"""
OPTIONS_SQL = """
SELECT r.option_id, r.source_id, r.reference, r.service, r.title, r.theme, t.label AS theme_label,
  r.start_year, r.start_year_printed, r.start_year_line, r.first_change_year, r.annual_effect_gbp_m,
  r.total_printed_gbp_m, r.cash_gbp_m, r.budget,
  coalesce(r.consultation, '') AS consultation,
  coalesce(r.consultation_contradicted, false) AS consultation_contradicted,
  coalesce(r.equality_analysis, '') AS equality_analysis, r.source_line
FROM savings_record AS r JOIN savings_theme AS t USING (theme)
WHERE r.programme = $programme ORDER BY r.reference
"""
EFFECTS_SQL = """
SELECT e.option_id AS series, e.financial_year AS period, e.{column} AS value, '£m' AS unit,
  e.printed, e.status::VARCHAR AS status, e.source_id, e.source_line, e.locator
FROM savings_effect AS e JOIN savings_option AS o USING (source_id, option_id)
WHERE o.programme = $programme ORDER BY o.reference, e.financial_year
"""
PARTS_SQL = f"""
SELECT p.option_id, nature, nature_from, financial_year, value::DOUBLE AS value, p.printed,
  p.status::VARCHAR AS status, p.source_id, p.source_line, p.locator
FROM savings_profile AS p {OF_PROGRAMME} AND measure = $measure ORDER BY o.reference, nature, financial_year
"""
TOTALS_SQL = f"""
SELECT t.option_id, nature, nature_from, 'total' AS financial_year, value::DOUBLE AS value, t.printed,
  t.status::VARCHAR AS status, t.source_id, t.source_line, t.locator
FROM savings_total AS t {OF_PROGRAMME} AND measure = $measure ORDER BY o.reference, nature
"""
BUDGETS_SQL = f"""
SELECT b.option_id, measure, financial_year, amount_gbp_m::DOUBLE AS value, coalesce(note, '') AS note,
  b.printed, b.status::VARCHAR AS status, b.source_id, b.source_line, b.locator
FROM savings_budget AS b {OF_PROGRAMME} ORDER BY b.source_line
"""
SHARED_SQL = f"""
SELECT budget, s.option_id, relation, coalesce(note, '') AS note
FROM savings_shared_budget AS s {OF_PROGRAMME} ORDER BY budget, relation DESC, o.reference
"""
PROCESSES_SQL = f"""
SELECT p.option_id, process, answer, text_contradicts, summary, anchor AS printed,
  p.source_id, p.source_line, p.locator
FROM savings_process AS p {OF_PROGRAMME} ORDER BY o.reference, process
"""
NARRATIVE_SQL = f"""
SELECT field AS kind, summary, n.source_id, n.source_line, n.locator
FROM savings_narrative AS n {OF_PROGRAMME} AND option_id = $option ORDER BY n.source_line
"""
NOTES_SQL = f"""
SELECT kind, summary, n.source_id, n.source_line, n.locator
FROM savings_note AS n {OF_PROGRAMME} AND option_id = $option ORDER BY n.source_line, summary
"""


def programmes(store: Store) -> list[str]:
    """Return the programmes that the store holds, the latest first."""
    return [name for (name,) in store.table(PROGRAMMES_SQL)[1]]


def programmes_of(store: Store, option: str) -> list[str]:
    """Return the programmes that hold an option, the latest first."""
    return [name for (name,) in store.table(PROGRAMMES_OF_OPTION_SQL, {"option": option})[1]]


def themes(store: Store, programme: str) -> list[Theme]:
    """Return the themes of the options of a programme, by name."""
    return store.rows(THEMES_SQL, Theme, programme=programme)


def options(store: Store, programme: str) -> list[Option]:
    """Return the options of a programme in the order of their references."""
    return store.rows(OPTIONS_SQL, Option, programme=programme)


def effects(store: Store, programme: str, basis: str) -> list[Fact]:
    """Return the budget change of each option by year, £m; minus is a saving; the series is the option.

    `basis` is "discrete" (the change made in that year, as printed), "annual" (the changes so far) or "cash"
    (the annual effects so far); only the first is printed.
    """
    return store.rows(EFFECTS_SQL.format(column=BASES[basis]), Fact, programme=programme)


def parts(store: Store, programme: str, measure: str) -> list[PartFact]:
    """Return each cell of the tables of "fte" or "investment", with its nature."""
    return store.rows(PARTS_SQL, PartFact, programme=programme, measure=measure)


def totals(store: Store, programme: str, measure: str) -> list[PartFact]:
    """Return the printed total of each table of "budget_change", "fte" or "investment"."""
    return store.rows(TOTALS_SQL, PartFact, programme=programme, measure=measure)


def budgets(store: Store, programme: str) -> list[Budget]:
    """Return every printed budget amount, £m, in the order of the document."""
    return store.rows(BUDGETS_SQL, Budget, programme=programme)


def shared_budgets(store: Store, programme: str) -> list[SharedBudget]:
    """Return which options print the same budget and which lie inside another's."""
    return store.rows(SHARED_SQL, SharedBudget, programme=programme)


def processes(store: Store, programme: str) -> list[Process]:
    """Return the answers on consultation and equality analysis."""
    return store.rows(PROCESSES_SQL, Process, programme=programme)


def narrative(store: Store, programme: str, option: str) -> list[Passage]:
    """Return what the fields of running text of an option say; the kind is the field."""
    return store.rows(NARRATIVE_SQL, Passage, programme=programme, option=option)


def notes(store: Store, programme: str, option: str) -> list[Passage]:
    """Return the notes on an option, in the order of their lines."""
    return store.rows(NOTES_SQL, Passage, programme=programme, option=option)
