-- promise: The budget allocated to the organisations, and their shares of it, add up to the printed totals.
WITH parts AS (
  SELECT source_id, measure, financial_year, sum(value) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM allocation WHERE organisation <> 'all' GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.organisation || '.' || t.measure AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', p.expected::DOUBLE, p.lines, t.locator, t.printed, t.source_line) AS detail
FROM allocation AS t JOIN parts AS p USING (source_id, measure, financial_year)
WHERE t.organisation = 'all' AND t.value <> p.expected
