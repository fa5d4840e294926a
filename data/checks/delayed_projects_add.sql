-- promise: The savings of the projects to be delayed add up to the printed total.
WITH parts AS (
  SELECT source_id, financial_year, sum(amount_gbp_k) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines FROM delayed_project WHERE project <> 'total' GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.project || ' ' || t.financial_year AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', p.expected::DOUBLE, p.lines, t.locator, t.printed, t.source_line) AS detail
FROM delayed_project AS t JOIN parts AS p USING (source_id, financial_year) WHERE t.project = 'total' AND t.amount_gbp_k <> p.expected
