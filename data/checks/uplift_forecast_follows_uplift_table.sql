-- promise: The forecast by organisation carries the uplifts of the uplift summary.
WITH summary AS (
  SELECT source_id, organisation, financial_year, amount_gbp_m, printed, source_line, locator,
    sum(amount_gbp_m) OVER (PARTITION BY source_id, locator, organisation ORDER BY financial_year) AS so_far
  FROM uplift WHERE driver = 'all' QUALIFY row_number() OVER (PARTITION BY source_id, organisation, financial_year ORDER BY source_line) = 1
)
SELECT b.source_id, b.source_line, b.printed, b.scenario || '.' || b.organisation || '.' || b.line || ' ' || b.financial_year AS subject,
  format('{} gives {:.10g} (line {}); {} prints {} on line {}.', s.locator, (CASE b.line WHEN 'uplift_cumulative' THEN s.so_far ELSE s.amount_gbp_m END)::DOUBLE, s.source_line, b.locator, b.printed, b.source_line) AS detail
FROM budget_line AS b JOIN summary AS s USING (source_id, organisation, financial_year)
WHERE b.line IN ('uplift_in_year', 'uplift_cumulative') AND abs(b.amount_gbp_m - CASE b.line WHEN 'uplift_cumulative' THEN s.so_far ELSE s.amount_gbp_m END) > 0.05
