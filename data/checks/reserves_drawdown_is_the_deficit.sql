-- promise: The drawdown on reserves in a year is the deficit forecast for that year in the same scenario.
WITH deficit AS (
  SELECT source_id, scenario, financial_year, amount_gbp_m, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM budget_line WHERE line = 'in_year' GROUP BY ALL
)
SELECT d.source_id, d.source_line, d.printed, d.scenario || '.' || d.line || ' ' || d.financial_year AS subject,
  format('The deficit of the year is {:.10g} (lines {}); {} prints {} on line {}.', i.amount_gbp_m::DOUBLE, i.lines, d.locator, d.printed, d.source_line) AS detail
FROM budget_line AS d JOIN deficit AS i USING (source_id, scenario, financial_year)
WHERE d.line = 'drawdown' AND abs(d.amount_gbp_m - i.amount_gbp_m) > 0.05
