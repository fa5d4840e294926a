-- promise: In the table of direct services each surplus or deficit is the sum of the rows above it.
WITH parts AS (
  SELECT source_id, locator, scenario, organisation, financial_year, 'surplus_before_additional' AS line, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM budget_line WHERE line IN ('expenditure', 'funding', 'front_office_savings', 'professional_support_savings') AND organisation = 'council_direct'
  GROUP BY ALL HAVING count(*) = 4
  UNION ALL
  SELECT source_id, locator, scenario, organisation, financial_year, 'in_year', sum(amount_gbp_m), string_agg(source_line::VARCHAR, ', ' ORDER BY source_line)
  FROM budget_line WHERE line IN ('surplus_before_additional', 'additional_savings') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', p.expected::DOUBLE, p.lines, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t JOIN parts AS p USING (source_id, locator, scenario, organisation, financial_year, line)
WHERE abs(t.amount_gbp_m - p.expected) > 0.05
