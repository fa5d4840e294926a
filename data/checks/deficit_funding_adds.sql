-- promise: Funding of the three organisations adds up to the total, the total is the base funding, and an adjusted funding is the funding with its adjustment.
WITH parts AS (
  SELECT source_id, locator, scenario, financial_year, 'all' AS organisation, 'total_funding' AS line, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM budget_line WHERE line IN ('funding', 'funding_adjustment') GROUP BY ALL
  UNION ALL
  SELECT source_id, locator, scenario, financial_year, 'all', 'total_funding', amount_gbp_m, source_line::VARCHAR FROM budget_line WHERE line = 'base_funding'
  UNION ALL
  SELECT source_id, locator, scenario, financial_year, organisation, 'revised_funding', sum(amount_gbp_m), string_agg(source_line::VARCHAR, ', ' ORDER BY source_line)
  FROM budget_line WHERE line IN ('funding', 'funding_adjustment') AND organisation NOT IN ('all', 'council', 'council_direct') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.organisation || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', p.expected::DOUBLE, p.lines, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t JOIN parts AS p USING (source_id, locator, scenario, financial_year, organisation, line)
WHERE abs(t.amount_gbp_m - p.expected) > 0.05
