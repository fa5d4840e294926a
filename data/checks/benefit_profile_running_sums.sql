-- promise: Each cumulative benefit or cost is the sum of the annual figures of its own table up to that year.
WITH running AS (
  SELECT source_id, locator, component, financial_year, source_line,
    CASE line WHEN 'gross_benefit' THEN 'cumulative_gross' WHEN 'cost' THEN 'cumulative_cost' WHEN 'net_benefit' THEN 'cumulative_net' END AS line,
    sum(amount_gbp_m) OVER (PARTITION BY source_id, locator, component, line ORDER BY financial_year) AS expected
  FROM benefit_profile WHERE line IN ('gross_benefit', 'cost', 'net_benefit')
)
SELECT c.source_id, c.source_line, c.printed, c.component || '.' || c.line || ' ' || c.financial_year AS subject,
  format('The annual figures on line {} add up to {:.10g}; {} prints {} on line {}.', r.source_line, r.expected::DOUBLE, c.locator, c.printed, c.source_line) AS detail
FROM benefit_profile AS c JOIN running AS r USING (source_id, locator, component, financial_year, line)
WHERE abs(c.amount_gbp_m - r.expected) > 0.05
