-- promise: The changes in activity, and those in expenditure, add up to the printed totals of each year.
WITH parts AS (
  SELECT source_id, financial_year, unit, sum(value) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines FROM activity_change WHERE activity NOT LIKE 'total%' GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.activity || ' ' || t.financial_year AS subject,
  format('The parts give {} (lines {}); {} prints {} on line {}.', p.expected::BIGINT, p.lines, t.locator, t.printed, t.source_line) AS detail
FROM activity_change AS t JOIN parts AS p USING (source_id, financial_year, unit) WHERE t.activity LIKE 'total%' AND t.value <> p.expected
