"""What the store says of the delivery model: services, bodies, decisions, dates, and what they rest on."""

from dataclasses import dataclass

from dashboard.domain.fact import Fact
from dashboard.domain.timeline import Event
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Service:
    """One service with its area, future home and line."""

    label: str
    reference: str
    area: str
    area_label: str
    home: str
    home_label: str
    move: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Home:
    """A future home of services; `move` is "leaves", "moves" or "stays"."""

    home: str
    label: str
    body: str
    body_label: str
    standing: str
    move: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the document says, in our words: of what, which side of it, and where it stands."""

    subject: str
    aspect: str
    summary: str
    aside: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A key decision, with other dates printed for the same matter as text; empty where there are none."""

    label: str
    decider: str | None
    printed: str
    others: str
    source_id: str
    source_line: int
    locator: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A programme with dates, and the document that plans it; `own` is the place's own."""

    source_id: str
    title: str
    place: str
    vintage: str
    own: bool
    programme: str
    label: str


# In the place of a programme: those of every document.
EVERY_PLAN = "every"

# Every word must occur, a number as a whole number of the budget review.
SERVICES_SQL = """
SELECT label, reference, service_area AS area, area_label, future_home AS home, home_label, move,
  source_id, source_line, locator
FROM delivery_service
WHERE ($home = '' OR delivery_service.future_home = $home)
  AND ($area = '' OR delivery_service.service_area = $area)
  AND len(list_filter($words::VARCHAR[], lambda word: NOT (
    contains(lower(concat_ws(' ', label, area_label, home_label)), word)
    OR list_contains(string_split_regex(reference, '[/,]'), word)))) = 0
ORDER BY home_order, source_line
"""

HOMES_SQL = """
SELECT h.future_home AS home, h.label, h.body, b.label AS body_label, b.standing, h.move
FROM service_home AS h JOIN governing_body AS b USING (source_id, body) ORDER BY h.sequence
"""

AREAS_SQL = "SELECT service_area, label FROM service_area ORDER BY label"

MONEY_SQL = """
SELECT organisation AS series, measure AS period,
  (CASE unit WHEN '£000' THEN value / 1000 ELSE value END)::DOUBLE AS value,
  CASE unit WHEN '£000' THEN '£m' ELSE unit END AS unit, printed, status::VARCHAR AS status, source_id,
  source_line, locator
FROM allocation SEMI JOIN governing_body USING (source_id) ORDER BY source_line, measure
"""

MONEY_YEAR_SQL = "SELECT min(financial_year) FROM allocation SEMI JOIN governing_body USING (source_id)"

BODY_LABELS_SQL = "SELECT body, label FROM governing_body ORDER BY sequence"

DECISIONS_SQL = """
SELECT m.label, m.body AS decider, m.printed,
  coalesce((SELECT string_agg(c.printed || ' (line ' || c.source_line || ')', ', ' ORDER BY c.source_line)
    FROM correction AS c
    WHERE c.check_name = 'milestone_agrees_with_key_decision' AND c.source_id = m.source_id
      AND c.subject LIKE '%, ' || m.milestone), '') AS others,
  m.source_id, m.source_line, m.locator
FROM milestone AS m SEMI JOIN governing_body USING (source_id)
WHERE m.programme = 'key_decisions' ORDER BY m.source_line
"""

# The order is whole, so that it is always the same: several phases may begin on one line and month.
EVENTS_SQL = """
SELECT e.programme, programme_label, kind, event, label, decider, precision, first_month, last_month, printed,
  source_id, source_line, locator, own, coalesce(part_label, '') AS part_label, s.title AS document,
  s.vintage, day, coalesce(length, '') AS length, coalesce(state, '') AS state, said_month,
  coalesce(state_note, '') AS state_note, coalesce(as_at, '') AS as_at,
  coalesce(state_source, '') AS state_source, coalesce(state_line, 0) AS state_line
FROM delivery_event AS e JOIN source AS s USING (source_id)
WHERE CASE $plan WHEN '' THEN own WHEN $every THEN true ELSE programme = $plan OR source_id = $plan END
ORDER BY own DESC, s.published, source_id, programme_order, source_line, first_month, e.place, kind, event
"""

PLANS_SQL = """
SELECT source_id, s.title, s.place, s.vintage, own, programme, programme_label AS label
FROM delivery_event JOIN source AS s USING (source_id) GROUP BY ALL
ORDER BY own DESC, min(s.published), source_id, min(programme_order)
"""

ACTIVITY_SQL = """
SELECT process AS series, measure AS period, value::DOUBLE AS value, unit, printed, status::VARCHAR AS status,
  source_id, source_line, locator
FROM activity_analysis SEMI JOIN governing_body USING (source_id) ORDER BY source_line, measure
"""

ACTIVITY_LABELS_SQL = "SELECT DISTINCT process, label FROM activity_analysis ORDER BY label"

TEXT_SQL = """
SELECT subject AS series, coalesce(period, '') AS period, value::DOUBLE AS value, unit, printed,
  status::VARCHAR AS status, source_id, source_line, locator
FROM narrative_figure SEMI JOIN governing_body USING (source_id) WHERE figure = $figure ORDER BY source_line
"""

STATEMENTS_SQL = {
    "bodies": """
SELECT b.label AS subject, s.aspect, s.summary, b.standing AS aside, s.source_id, s.source_line, s.locator
FROM governing_body_statement AS s JOIN governing_body AS b USING (source_id, body)
ORDER BY b.sequence, s.aspect, s.sequence""",
    "reasons": """
SELECT label AS subject, service_area AS aspect, summary, '' AS aside, source_id, source_line, locator
FROM service_rationale ORDER BY source_line""",
    "unexplained": """
SELECT area_label AS subject, service_area AS aspect, '' AS summary, '' AS aside, source_id,
  min(source_line) AS source_line, min(locator) AS locator
FROM delivery_service ANTI JOIN service_rationale USING (source_id, service_area)
WHERE future_home = 'council_direct' GROUP BY ALL ORDER BY source_line""",
    "dependencies": """
SELECT p.label AS subject, d.dependency AS aspect, d.summary, '' AS aside, d.source_id, d.source_line,
  d.locator
FROM plan_dependency AS d JOIN plan_programme AS p USING (source_id, programme)
ORDER BY p.sequence, d.source_line""",
    "partners": """
SELECT label AS subject, aspect, summary, '' AS aside, source_id, source_line, locator
FROM partner_change ORDER BY source_line, aspect, sequence""",
    "front_office": """
SELECT feature AS subject, '' AS aspect, benefit AS summary, '' AS aside, source_id, source_line, locator
FROM front_office_feature ORDER BY sequence""",
    "principles": """
SELECT focus AS subject, kind AS aspect, summary, '' AS aside, source_id, source_line, locator
FROM model_principle ORDER BY kind = 'implementation', kind, sequence""",
    "outcomes": """
SELECT label AS subject, kind AS aspect, summary, coalesce(note, '') AS aside, source_id, source_line, locator
FROM strategic_outcome ORDER BY source_line, kind, sequence""",
    "assumptions": """
SELECT component AS subject, '' AS aspect, summary, '' AS aside, source_id, source_line, locator
FROM model_assumption ORDER BY min(source_line) OVER (PARTITION BY component), component, sequence""",
    "inputs": """
SELECT component AS subject, '' AS aspect, summary, reason AS aside, source_id, source_line, locator
FROM model_data_source ORDER BY source_line""",
    "steps": """
SELECT s.label AS subject, s.aspect, s.summary, coalesce(p.printed, '') AS aside, s.source_id, s.source_line,
  s.locator
FROM model_step AS s LEFT JOIN plan_phase AS p
  ON p.source_id = s.source_id AND p.phase = s.step AND s.plan = 'start_up'
ORDER BY s.plan, s.sequence, s.aspect = 'deliverable', s.aspect = 'activity', s.place""",
    "maturity": """
SELECT label AS subject, level::VARCHAR AS aspect, summary, '' AS aside, source_id, source_line, locator
FROM maturity_description ORDER BY source_line, level""",
    "comments": """
SELECT process AS subject, '' AS aspect, summary, '' AS aside, source_id, source_line, locator
FROM activity_comment ORDER BY source_line""",
}


def services(store: Store, *, q: str = "", home: str = "", area: str = "") -> list[Service]:
    """Return the services of one home and area, or of all, in which every word of `q` occurs."""
    return store.rows(SERVICES_SQL, Service, words=q.lower().split(), home=home, area=area)


def homes(store: Store) -> list[Home]:
    """Return the future homes of services in the order shown."""
    return store.rows(HOMES_SQL, Home)


def areas(store: Store) -> dict[str, str]:
    """Return the name of each area of service, in the order of the alphabet."""
    return dict(store.table(AREAS_SQL)[1])


def money(store: Store) -> list[Fact]:
    """Return what each vehicle would hold of the budget, £m and per cent; the period is the measure."""
    return store.rows(MONEY_SQL, Fact)


def money_year(store: Store) -> str:
    """Return the financial year of that budget."""
    return str(store.table(MONEY_YEAR_SQL)[1][0][0])


def body_labels(store: Store) -> dict[str, str]:
    """Return the name of each body, in the order shown."""
    return dict(store.table(BODY_LABELS_SQL)[1])


def decisions(store: Store) -> list[Decision]:
    """Return the key decisions in their order."""
    return store.rows(DECISIONS_SQL, Decision)


def events(store: Store, plan: str = "") -> list[Event]:
    """Return everything with a date or a length, by document and programme.

    `plan` is a programme, a document, EVERY_PLAN, or nothing for the whole plan of the place itself.
    """
    return store.rows(EVENTS_SQL, Event, plan=plan, every=EVERY_PLAN)


def plans(store: Store) -> list[Plan]:
    """Return each programme that has dates, those of the place itself first, then by document."""
    return store.rows(PLANS_SQL, Plan)


def activity(store: Store) -> list[Fact]:
    """Return the activity analysis: posts, spread and systems by process; the period is the measure."""
    return store.rows(ACTIVITY_SQL, Fact)


def activity_labels(store: Store) -> dict[str, str]:
    """Return the name of each process of the activity analysis."""
    return dict(store.table(ACTIVITY_LABELS_SQL)[1])


def told(store: Store, figure: str) -> list[Fact]:
    """Return every place of the text that prints the figure."""
    return store.rows(TEXT_SQL, Fact, figure=figure)


def statements(store: Store, kind: str) -> list[Statement]:
    """Return the statements of one kind, a key of STATEMENTS_SQL, in the order of the document."""
    return store.rows(STATEMENTS_SQL[kind], Statement)
