"""Change programmes of other places: who asks for what, what it costs, and what it is said to bring."""

from dataclasses import dataclass

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
SUMS_SQL = """
SELECT s.root, s.programme, figure, s.label, measure, gain, basis, claim, reach, span, bound, period,
  qualifier, value, note, printed, s.status, s.source_id, s.source_line, s.locator
FROM programme_sum AS s JOIN programme AS p ON p.source_id = s.source_id AND p.programme = s.root
WHERE p.level = 'bid' ORDER BY s.source_line, bound DESC
"""
PARTS_SQL = """
SELECT total, way, bound, printed, value::DOUBLE AS value, parts::DOUBLE AS given, slack::DOUBLE AS slack,
  part_count AS count, part_figures AS figures, source_id, source_line
FROM programme_parts ORDER BY source_id, source_line
"""


def programmes(store: Store) -> list[Programme]:
    """Return every bid, portfolio and programme, in the order of its document."""
    return store.rows(PROGRAMMES_SQL, Programme)


def sums(store: Store) -> list[Sum]:
    """Return every sum that bids are compared by, in the order of the document."""
    return store.rows(SUMS_SQL, Sum)


def parts(store: Store) -> list[Parts]:
    """Return every printed total with what its parts give."""
    return store.rows(PARTS_SQL, Parts)
