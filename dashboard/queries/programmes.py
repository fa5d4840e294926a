"""Change programmes of other places: who asks for what, what it costs, and what it is said to bring."""

from dataclasses import dataclass

from dashboard.domain.fact import Fact
from dashboard.domain.programmes import Parts, Sum
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Programme:
    """A bid, or a programme of a portfolio, with its theme and the bodies behind it."""

    programme: str
    source_id: str
    level: str
    parent: str
    label: str
    theme: str
    theme_label: str
    award_category: str
    summary: str
    body_types: list[str]
    regions: list[str]
    bodies: list[str]
    source_line: int
    locator: str

    @property
    def name(self) -> str:
        """Its place alone, for charts and sentences."""
        return self.label.partition(":")[0]


@dataclass(frozen=True, slots=True)
class YearSum:
    """What a programme costs or brings in one year, £; `status` is derived where several stand for it."""

    programme: str
    layer: str
    aspect: str
    basis: str
    period: str
    value: float
    other: float | None
    note: str
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Counting:
    """The net total that a programme by year prints, £, and how it counts a step: "once" or "lasting"."""

    programme: str
    steps: str
    reason: str
    value: float
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Need:
    """A saving that a body must find in one year, £."""

    programme: str
    body: str
    together: bool
    period: str
    value: float
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Range:
    """Savings of one year printed as a range without a basis, £; `total` says whether it is the year's."""

    programme: str
    row_label: str
    total: bool
    period: str
    low: float
    high: float
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Return:
    """One printed occurrence of a return or payback, with what its sums give where they are printed."""

    root: str
    programme: str
    figure: str
    kind: str
    label: str
    beneficiary: str
    scenario: str
    scenario_label: str
    scenario_kind: str
    bound: str
    value: float | None
    unit: str
    note: str
    benefit: str
    cost: str
    recalculated: float | None
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Spread:
    """A printed range of a portfolio's programme with its ends and its average, £."""

    programme: str
    figure: str
    label: str
    basis: str
    low: float
    high: float
    average: float | None
    note: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: what it was, what it is to become, what it became."""

    root: str
    programme: str
    label: str
    kind: str
    better: str
    unit: str
    baseline: float | None
    target: float | None
    actual: float | None
    change: float | None
    baseline_line: int | None
    target_line: int | None
    actual_line: int | None
    change_line: int | None
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a programme says, in short and in our own words."""

    root: str
    programme: str
    programme_label: str
    kind: str
    summary: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Money:
    """One printed occurrence of a sum of money of a programme, £."""

    root: str
    programme_label: str
    figure: str
    label: str
    measure: str
    basis: str
    claim: str
    beneficiary: str
    scenario: str
    bound: str
    period: str
    layer: str
    value: float | None
    note: str
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What an award itself is said to bring, £: what would be lost or come later without it."""

    root: str
    reach: str
    period: str
    qualifier: str
    value: float
    printed: str
    status: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Event:
    """A milestone of a programme."""

    root: str
    label: str
    period: str
    printed: str
    source_id: str
    source_line: int
    locator: str


PROGRAMMES_SQL = """
WITH taking_part AS (
  SELECT DISTINCT t.source_id, t.root, b.body_type, b.region, b.label
  FROM programme_body AS pb JOIN programme_tree AS t USING (source_id, programme)
  JOIN body AS b USING (source_id, body) WHERE pb.role IN ('lead', 'partner')
), bodies AS (
  SELECT source_id, root, list(DISTINCT body_type ORDER BY body_type) AS body_types,
    list(DISTINCT region ORDER BY region) FILTER (region IS NOT NULL) AS regions,
    list(DISTINCT label ORDER BY label) AS bodies
  FROM taking_part GROUP BY ALL
)
SELECT p.programme, p.source_id, p.level, coalesce(p.parent, '') AS parent, p.label,
  coalesce(t.theme, '') AS theme, coalesce(h.label, '') AS theme_label,
  coalesce(p.award_category, '') AS award_category, p.summary,
  coalesce(b.body_types, []) AS body_types, coalesce(b.regions, []) AS regions,
  coalesce(b.bodies, []) AS bodies, p.source_line, p.locator
FROM programme AS p JOIN programme_tree AS t USING (source_id, programme)
LEFT JOIN programme_theme AS h ON h.theme = t.theme
LEFT JOIN bodies AS b ON b.source_id = p.source_id AND b.root = t.root
WHERE p.level IN ('bid', 'portfolio', 'programme')
ORDER BY p.source_id, p.level = 'programme', p.sequence
"""
LABELS_SQL = "SELECT programme, label FROM programme"
SUMS_SQL = """
SELECT s.root, s.programme, figure, s.label, measure, gain, basis, claim, reach, span, bound, period,
  qualifier, value, note, printed, s.status, s.source_id, s.source_line, s.locator
FROM programme_sum AS s JOIN programme AS p ON p.source_id = s.source_id AND p.programme = s.root
WHERE p.level = 'bid' ORDER BY s.source_id, s.source_line, s.programme, figure, bound DESC
"""
PARTS_SQL = """
SELECT total, way, bound, printed, value::DOUBLE AS value, parts::DOUBLE AS given, slack::DOUBLE AS slack,
  part_count AS count, part_figures AS figures, source_id, source_line
FROM programme_parts ORDER BY source_id, source_line, total, way, bound
"""
YEARS_SQL = """
SELECT programme, 'business_case' AS layer, aspect, basis, period, value, NULL::DOUBLE AS other, '' AS note,
  printed, status, source_id, source_line, locator
FROM programme_year ORDER BY source_id, programme, aspect, period
"""
NETS_SQL = """
SELECT m.programme, m.layer, 'net' AS aspect, m.basis, m.period, m.amount_gbp::DOUBLE AS value,
  CASE WHEN m.amount_gbp_literal <> m.amount_gbp THEN m.amount_gbp_literal END::DOUBLE AS other,
  coalesce(m.note, '') AS note, m.printed, m.status::VARCHAR AS status, m.source_id, m.source_line, m.locator
FROM programme_money AS m JOIN programme_counting AS c ON c.programme = m.programme AND c.total = m.row_total
  AND c.source_line = m.source_line
WHERE m.measure = 'net' AND m.basis = 'in_year' ORDER BY m.source_id, m.programme, m.period
"""
COUNTING_SQL = """
SELECT c.programme, c.steps, c.reason, m.amount_gbp::DOUBLE AS value, m.printed, m.status::VARCHAR AS status,
  m.source_id, m.source_line, m.locator
FROM programme_counting AS c JOIN programme_money AS m
  ON m.programme = c.programme AND m.figure = c.total AND m.source_line = c.source_line
ORDER BY c.programme
"""
PORTFOLIO_SQL = """
SELECT r.programme, r.layer, r.aspect, r.basis, r.financial_year AS period, r.amount_gbp::DOUBLE AS value,
  CASE WHEN r.conflict THEN r.other_amount_gbp END::DOUBLE AS other, coalesce(r.note, '') AS note,
  r.figures[1].printed AS printed, r.amount_state AS status, r.source_id,
  r.figures[1].source_line AS source_line,
  m.locator
FROM programme_profile_record AS r
JOIN (SELECT source_id, source_line, any_value(locator) AS locator FROM programme_money GROUP BY ALL) AS m
  ON m.source_id = r.source_id AND m.source_line = r.figures[1].source_line
JOIN programme AS p ON p.source_id = r.source_id AND p.programme = r.programme
ORDER BY p.sequence, r.layer, r.aspect, r.financial_year
"""
NEEDS_SQL = """
SELECT programme, body, beneficiary = 'partners' AS together, period, value, printed, status, source_id,
  source_line, locator
FROM programme_need ORDER BY source_id, programme, together, body, period
"""
RANGES_SQL = """
SELECT programme, row_label, total, period, low, high, printed, status, source_id, source_line, locator
FROM programme_range ORDER BY source_id, programme, total, source_line, period
"""
RETURNS_SQL = """
SELECT r.root, r.programme, r.figure, r.kind, r.label, r.beneficiary, r.scenario,
  coalesce(s.label, '') AS scenario_label, coalesce(s.kind, '') AS scenario_kind, r.bound, r.value, r.unit,
  r.note, coalesce(r.benefit, '') AS benefit, coalesce(r.cost, '') AS cost, r.recalculated, r.printed,
  r.status, r.source_id, r.source_line, r.locator
FROM programme_return_record AS r
LEFT JOIN programme_scenario AS s ON s.source_id = r.source_id AND s.programme = r.programme
  AND s.scenario = r.scenario
WHERE r.kind IN ('return', 'payback') ORDER BY r.source_id, r.source_line, r.kind, r.figure, r.bound
"""
SPREADS_SQL = """
SELECT t.programme, m.figure, any_value(m.label) AS label, any_value(m.basis) AS basis,
  max(m.amount_gbp) FILTER (m.bound = 'low')::DOUBLE AS low,
  max(m.amount_gbp) FILTER (m.bound = 'high')::DOUBLE AS high,
  max(m.amount_gbp) FILTER (m.bound = 'average')::DOUBLE AS average, coalesce(any_value(m.note), '') AS note,
  m.source_id, m.source_line, any_value(m.locator) AS locator
FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme)
JOIN programme AS p ON p.source_id = t.source_id AND p.programme = t.root
WHERE p.level = 'portfolio' AND m.bound <> 'point' AND m.measure IN ('saving', 'benefit', 'income', 'cost')
GROUP BY t.programme, m.figure, m.source_id, m.source_line
HAVING low IS NOT NULL AND high > 0 ORDER BY m.source_id, m.source_line, m.figure
"""
INDICATORS_SQL = """
SELECT t.root, i.programme, i.label, i.kind, coalesce(i.better, '') AS better, coalesce(i.unit, '') AS unit,
  i.baseline, i.target, i.actual, i.target_change AS change, i.baseline_line, i.target_line, i.actual_line,
  i.target_change_line AS change_line, i.source_id, i.source_line, i.locator
FROM programme_indicator_record AS i JOIN programme_tree AS t USING (source_id, programme)
ORDER BY i.source_id, i.source_line, i.label, i.indicator
"""
STATEMENTS_SQL = """
SELECT t.root, s.programme, p.label AS programme_label, s.kind, s.summary, s.source_id, s.source_line,
  s.locator
FROM programme_statement AS s JOIN programme_tree AS t USING (source_id, programme)
JOIN programme AS p USING (source_id, programme)
ORDER BY s.source_id, s.source_line, s.kind, s.programme, s.sequence
"""
GAPS_SQL = """
SELECT s.root, s.programme, figure, s.label, measure, gain, basis, claim, reach, span, bound, period,
  qualifier, value, note, printed, s.status, s.source_id, s.source_line, s.locator
FROM programme_sum AS s JOIN programme AS p USING (source_id, programme)
WHERE p.level = 'portfolio' AND s.measure = 'need' ORDER BY s.source_id
"""
EFFECTS_SQL = """
SELECT t.root, m.beneficiary AS reach, coalesce(m.period, '') AS period,
  coalesce(m.qualifier, '') AS qualifier, m.amount_gbp::DOUBLE AS value, m.printed,
  m.status::VARCHAR AS status, m.source_id, m.source_line, m.locator
FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme)
JOIN programme_scenario AS s USING (source_id, programme, scenario)
WHERE s.kind = 'counterfactual' AND m.measure IN ('benefit', 'saving', 'income') AND m.amount_gbp IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY m.source_id, m.figure ORDER BY m.qualifier IS NULL, m.source_line) = 1
ORDER BY m.source_id, t.root, value DESC
"""
BRANCH_SQL = """
WITH RECURSIVE part AS (
  SELECT source_id, programme FROM programme WHERE programme = $programme
  UNION ALL
  SELECT p.source_id, p.programme FROM programme AS p
  JOIN part ON p.source_id = part.source_id AND p.parent = part.programme
)
SELECT programme FROM part
"""
MONEY_SQL = """
SELECT t.root, p.label AS programme_label, m.figure, m.label, measure, basis, claim, beneficiary,
  scenario, bound, coalesce(period, '') AS period, layer,
  amount_gbp::DOUBLE AS value, coalesce(note, '') AS note, printed,
  m.status::VARCHAR AS status, m.source_id, m.source_line, m.locator
FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme)
JOIN programme AS p USING (source_id, programme)
WHERE list_contains($programmes, m.programme) ORDER BY m.source_line, m.figure, m.occurrence, bound DESC
"""
EVENTS_SQL = """
SELECT t.root, m.label, coalesce(m.period, '') AS period, m.printed, m.source_id, m.source_line, m.locator
FROM milestone AS m JOIN programme_tree AS t USING (source_id, programme)
WHERE list_contains($programmes, t.programme)
ORDER BY m.period NULLS LAST, m.source_line, m.milestone
"""


HOME_NET_SQL = """
SELECT component AS series, financial_year AS period, amount_gbp_m::DOUBLE AS value, '£m' AS unit, printed,
  status::VARCHAR AS status, source_id, source_line, locator
FROM benefit_profile WHERE component = 'all' AND line = 'net_benefit' AND planned_savings = 'excluded'
ORDER BY financial_year DESC LIMIT 1
"""


def programmes(store: Store) -> list[Programme]:
    """Return every bid, portfolio and programme, in the order of its document."""
    return store.rows(PROGRAMMES_SQL, Programme)


def labels(store: Store) -> dict[str, str]:
    """Return the label of every programme and every part of one."""
    return dict(store.table(LABELS_SQL)[1])


def sums(store: Store) -> list[Sum]:
    """Return every sum that bids are compared by, in the order of the document."""
    return store.rows(SUMS_SQL, Sum)


def parts(store: Store) -> list[Parts]:
    """Return every printed total with what its parts give."""
    return store.rows(PARTS_SQL, Parts)


def years(store: Store) -> list[YearSum]:
    """Return benefit and cost by year of the programmes that print both."""
    return store.rows(YEARS_SQL, YearSum)


def nets(store: Store) -> list[YearSum]:
    """Return benefit less cost by year where printed; `other` is its literal reading, where corrected."""
    return store.rows(NETS_SQL, YearSum)


def counting(store: Store) -> dict[str, Counting]:
    """Return the printed net total of each programme by year, and how it counts a step."""
    return {item.programme: item for item in store.rows(COUNTING_SQL, Counting)}


def portfolio(store: Store) -> list[YearSum]:
    """Return benefit and cost by year of the programmes of portfolios, in each layer of their document."""
    return store.rows(PORTFOLIO_SQL, YearSum)


def needs(store: Store) -> list[Need]:
    """Return the savings that bodies must find by year."""
    return store.rows(NEEDS_SQL, Need)


def ranges(store: Store) -> list[Range]:
    """Return the savings printed as ranges by year."""
    return store.rows(RANGES_SQL, Range)


def returns(store: Store) -> list[Return]:
    """Return every printed return and payback."""
    return store.rows(RETURNS_SQL, Return)


def spreads(store: Store) -> list[Spread]:
    """Return the printed ranges of portfolios."""
    return store.rows(SPREADS_SQL, Spread)


def indicators(store: Store) -> list[Indicator]:
    """Return every indicator, whether or not it has a value."""
    return store.rows(INDICATORS_SQL, Indicator)


def statements(store: Store) -> list[Statement]:
    """Return every statement, in the order of the documents."""
    return store.rows(STATEMENTS_SQL, Statement)


def branch(store: Store, programme: str) -> list[str]:
    """Return a programme and every part of it, by name."""
    return [name for (name,) in store.table(BRANCH_SQL, {"programme": programme})[1]]


def money(store: Store, programmes: list[str]) -> list[Money]:
    """Return every printed sum of the programmes named."""
    return store.rows(MONEY_SQL, Money, programmes=programmes)


def events(store: Store, programmes: list[str]) -> list[Event]:
    """Return the milestones of the programmes named, by date."""
    return store.rows(EVENTS_SQL, Event, programmes=programmes)


def gaps(store: Store) -> list[Sum]:
    """Return the gap that each portfolio is to close, £."""
    return store.rows(GAPS_SQL, Sum)


def home_net(store: Store) -> Fact | None:
    """Return benefit less cost of the home model in the last year of its profile, £m, where it is printed."""
    return next(iter(store.rows(HOME_NET_SQL, Fact)), None)


def effects(store: Store) -> list[Effect]:
    """Return what each award itself is said to bring, each sum once, where it is printed how exact it is."""
    return store.rows(EFFECTS_SQL, Effect)
