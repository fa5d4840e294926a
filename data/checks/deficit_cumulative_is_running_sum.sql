-- promise: Each cumulative surplus or deficit is the sum of the in-year figures of its own table up to that year.
WITH running AS (
  SELECT source_id, locator, scenario, organisation, financial_year, source_line,
    sum(amount_gbp_m) OVER (PARTITION BY source_id, locator, scenario, organisation ORDER BY financial_year) AS expected
  FROM budget_line WHERE line = 'in_year'
)
SELECT c.source_id, c.source_line, c.printed, c.scenario || '.' || c.line || ' ' || c.financial_year AS subject,
  format('The in-year figures on line {} add up to {:.10g}; {} prints {} on line {}.', r.source_line, r.expected::DOUBLE, c.locator, c.printed, c.source_line) AS detail
FROM budget_line AS c
JOIN running AS r USING (source_id, locator, scenario, organisation, financial_year)
WHERE c.line = 'cumulative' AND abs(c.amount_gbp_m - r.expected) > 0.05
