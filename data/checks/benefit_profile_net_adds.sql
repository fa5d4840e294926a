-- promise: Each net benefit, annual or cumulative, is the gross benefit with the cost of the same table and year.
SELECT n.source_id, n.source_line, n.printed, n.component || '.' || n.line || ' ' || n.financial_year AS subject,
  format('The parts give {:.10g} (lines {}, {}); {} prints {} on line {}.', (g.amount_gbp_m + c.amount_gbp_m)::DOUBLE, g.source_line, c.source_line, n.locator, n.printed, n.source_line) AS detail
FROM benefit_profile AS n
JOIN benefit_profile AS g ON (g.source_id, g.locator, g.component, g.financial_year) = (n.source_id, n.locator, n.component, n.financial_year)
  AND g.line = CASE n.line WHEN 'net_benefit' THEN 'gross_benefit' WHEN 'cumulative_net' THEN 'cumulative_gross' END
JOIN benefit_profile AS c ON (c.source_id, c.locator, c.component, c.financial_year) = (n.source_id, n.locator, n.component, n.financial_year)
  AND c.line = CASE n.line WHEN 'net_benefit' THEN 'cost' WHEN 'cumulative_net' THEN 'cumulative_cost' END
WHERE abs(n.amount_gbp_m - g.amount_gbp_m - c.amount_gbp_m) > 0.05
