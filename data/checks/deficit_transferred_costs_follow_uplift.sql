-- promise: The cost transferred to an organisation is the expenditure allocated to it plus its uplifts so far.
WITH uplift_table AS (
  SELECT source_id, organisation, financial_year, sum(amount_gbp_m) OVER (PARTITION BY source_id, locator, organisation ORDER BY financial_year) AS so_far, source_line
  FROM uplift WHERE driver = 'all' AND organisation <> 'all'
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.organisation || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The allocation on line {} and the uplifts on line {} give {:.10g}; {} prints {} on line {}.',
    a.source_line, u.source_line, (a.amount_gbp_m + u.so_far)::DOUBLE, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t
JOIN budget_line AS a ON (a.source_id, a.scenario, a.organisation, a.financial_year) = (t.source_id, t.scenario, t.organisation, t.financial_year) AND a.line = 'allocated_expenditure'
JOIN uplift_table AS u ON (u.source_id, u.organisation, u.financial_year) = (t.source_id, t.organisation, t.financial_year)
WHERE t.line = 'transfer_of_costs' AND a.amount_gbp_m <> 0 AND abs(abs(t.amount_gbp_m) - a.amount_gbp_m - u.so_far) > 0.05
