-- promise: Every bid says what sum it asks for.
WITH asked AS (
  SELECT t.source_id, t.root AS programme, any_value(m.printed) AS printed, any_value(m.source_line) AS source_line, max(m.amount_gbp) AS amount_gbp
  FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme) WHERE m.measure = 'ask' AND m.headline GROUP BY ALL
)
SELECT p.source_id, coalesce(a.source_line, p.source_line) AS source_line, coalesce(a.printed, p.anchor) AS printed, p.programme AS subject,
  CASE WHEN a.printed IS NULL THEN format('The bid that begins on line {} prints no sum.', p.source_line) ELSE format('Line {} prints {} for the sum.', a.source_line, a.printed) END AS detail
FROM programme AS p LEFT JOIN asked AS a USING (source_id, programme) WHERE p.level = 'bid' AND a.amount_gbp IS NULL
