-- promise: Expenditure on direct services is total expenditure, less the costs transferred, with the expected savings.
WITH parts AS (
  SELECT source_id, locator, scenario, financial_year, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM budget_line WHERE line IN ('total_expenditure', 'transfer_of_costs', 'council_savings') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', p.expected::DOUBLE, p.lines, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t JOIN parts AS p USING (source_id, locator, scenario, financial_year)
WHERE t.line = 'council_expenditure' AND abs(t.amount_gbp_m - p.expected) > 0.05
