-- promise: Each closing balance of reserves is the opening balance with the drawdown of the year.
SELECT c.source_id, c.source_line, c.printed, c.scenario || '.' || c.line || ' ' || c.financial_year AS subject,
  format('The parts give {:.10g} (lines {}, {}); {} prints {} on line {}.', (o.amount_gbp_m + d.amount_gbp_m)::DOUBLE, o.source_line, d.source_line, c.locator, c.printed, c.source_line) AS detail
FROM budget_line AS c
JOIN budget_line AS o ON (o.source_id, o.locator, o.scenario, o.organisation, o.financial_year) = (c.source_id, c.locator, c.scenario, c.organisation, c.financial_year) AND o.line = 'opening_balance'
JOIN budget_line AS d ON (d.source_id, d.locator, d.scenario, d.organisation, d.financial_year) = (c.source_id, c.locator, c.scenario, c.organisation, c.financial_year) AND d.line = 'drawdown'
WHERE c.line = 'closing_balance' AND abs(c.amount_gbp_m - o.amount_gbp_m - d.amount_gbp_m) > 0.05
