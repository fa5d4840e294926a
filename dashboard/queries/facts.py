"""Find printed figures by number or by words."""

import re
from dataclasses import dataclass
from typing import Any

from dashboard.store import Store

NUMBER = re.compile(r"[-−+]?\(?[-−+]?£?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:m|k|bn|%)?\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One printed figure with everything that says what it is and where it stands."""

    source_id: str
    title: str
    source_line: int | None
    locator: str
    subject: str
    measure: str
    period: str | None
    value: float | None
    unit: str
    printed: str
    status: str
    label: str
    table_name: str


# The amounts of a figure are its value without sign and every number in the text as printed. Numbers in the
# words around it count only where they stand whole: "12.6" does in "Appendix 12.6", "8.2" not in "8.2.1.1".
FOUND_SQL = r"""
WITH described AS (
  SELECT figure.*, source.title, source.published,
    concat_ws(' ', label, translate(subject || ' ' || measure, '_.', '  '), locator) AS description
  FROM figure JOIN source USING (source_id)
  WHERE $source_id::VARCHAR IS NULL OR source_id = $source_id
),
searchable AS (
  SELECT *,
    lower(concat_ws(' ', description, subject, measure, period, printed)) AS words,
    list_transform(
      [abs(value)::VARCHAR] || regexp_extract_all(printed, '\d[\d,]*(\.\d+)?'),
      lambda text: round(TRY_CAST(replace(text, ',', '') AS DOUBLE), 6)) AS amounts,
    list_transform(
      [left(period, 4)] || regexp_extract_all(description, '\d[\d,./]*'),
      lambda text: round(TRY_CAST(replace(rtrim(text, ',./'), ',', '') AS DOUBLE), 6)) AS mentions
  FROM described
),
found AS (
  SELECT * FROM searchable
  WHERE len(list_filter($words::VARCHAR[], lambda word: NOT contains(words, word))) = 0
    AND list_has_all(amounts, $amounts::DOUBLE[])
    AND list_has_all(amounts || mentions, $numbers::DOUBLE[])
)
"""

FACTS_SQL = f"""{FOUND_SQL}
SELECT source_id, title, source_line, locator, subject, measure, period, value, unit, printed,
  status, label, table_name
FROM found
ORDER BY published, source_id, source_line, locator, subject, measure, period
LIMIT $limit OFFSET $offset
"""  # noqa: S608 - both parts are constants

COUNT_SQL = f"{FOUND_SQL} SELECT count(*) FROM found"  # noqa: S608 - both parts are constants

LINE_SQL = """
SELECT source_id, title, source_line, locator, subject, measure, period, value, unit, printed,
  figure.status AS status, label, table_name
FROM figure JOIN source USING (source_id)
WHERE source_id = $source_id AND source_line = $line
ORDER BY locator, subject, measure, period
"""


# An imported row of indicators is no printed figure and stays out of `figure`: what it holds is said here,
# a figure for each filled cell of the row as received.
IMPORTED_SQL = r"""
WITH row AS MATERIALIZED (
  SELECT * FROM indicator_value WHERE source_line = $line::INTEGER AND source_id = $source_id
),
received AS (
  SELECT row.*, indicator.name, indicator.unit, source.title
  FROM row JOIN indicator USING (indicator_id) JOIN source ON source.source_id = row.source_id
),
cell AS (
  SELECT *, unnest([
    {label: 'Value', amount: value, unit: coalesce(unit, '')},
    {label: 'Lower limit', amount: lower_ci, unit: coalesce(unit, '')},
    {label: 'Upper limit', amount: upper_ci, unit: coalesce(unit, '')},
    {label: 'Count', amount: count, unit: ''},
    {label: 'Denominator', amount: denominator, unit: ''}
  ]) AS one
  FROM received
)
SELECT source_id, title, source_line, 'Indicator ' || indicator_id AS locator,
  concat_ws(', ', area_name, category) AS subject, concat_ws(', ', name, sex, age) AS measure, period,
  one.amount AS value, one.unit AS unit,
  coalesce(regexp_replace(one.amount::VARCHAR, '\.0$', ''), value_note, 'no value') AS printed,
  'printed' AS status, one.label AS label, 'indicator_value' AS table_name
FROM cell WHERE one.amount IS NOT NULL OR one.label = 'Value'
"""


def find_facts(
    store: Store, text: str, *, limit: int = 200, offset: int = 0, source_id: str | None = None
) -> list[FoundFact]:
    """Return the figures in which every word of `text` occurs, in the order of the documents.

    A number matches whole numbers only, in the value whatever its sign and in the text as printed. Without
    sign, brackets or unit ("398", "1,059", but not "£398m" or "(41)") it also matches in the words around, as
    "46" in "Table 46". Anything else matches part of a word, in capitals or not.
    """
    return store.rows(FACTS_SQL, FoundFact, limit=limit, offset=offset, **_criteria(text, source_id))


def count_facts(store: Store, text: str, source_id: str | None = None) -> int:
    """Return how many figures `find_facts` would find without a limit."""
    _, rows = store.table(COUNT_SQL, _criteria(text, source_id))
    return int(rows[0][0])


def facts_on_line(store: Store, source_id: str, line: int) -> list[FoundFact]:
    """Return every figure printed on one line of a document, or in one row of a download of indicators."""
    received = store.rows(IMPORTED_SQL, FoundFact, source_id=source_id, line=line)
    return received or store.rows(LINE_SQL, FoundFact, source_id=source_id, line=line)


def _criteria(text: str, source_id: str | None) -> dict[str, Any]:
    """Sort the words of `text`: a bare number may stand anywhere, one written as an amount must be one."""
    criteria: dict[str, Any] = {"words": [], "numbers": [], "amounts": [], "source_id": source_id}
    for word in text.split():
        number = NUMBER.fullmatch(word)
        if number is None:
            criteria["words"].append(word.lower())
        else:
            kind = "numbers" if word == number[1] else "amounts"
            criteria[kind].append(round(float(number[1].replace(",", "")), 6))
    return criteria
