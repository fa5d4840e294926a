-- promise: Total expenditure of the council is its net expenditure plus the uplift so far.
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('Net expenditure on line {} and the uplift on line {} give {:.10g}; {} prints {} on line {}.',
    n.source_line, u.source_line, (n.amount_gbp_m + coalesce(u.amount_gbp_m, 0))::DOUBLE, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t
JOIN budget_line AS n ON (n.source_id, n.locator, n.scenario, n.organisation, n.financial_year) = (t.source_id, t.locator, t.scenario, t.organisation, t.financial_year) AND n.line = 'net_expenditure'
LEFT JOIN budget_line AS u ON (u.source_id, u.locator, u.scenario, u.organisation, u.financial_year) = (t.source_id, t.locator, t.scenario, t.organisation, t.financial_year) AND u.line = 'uplift_cumulative'
WHERE t.line = 'total_expenditure' AND t.organisation = 'council' AND abs(t.amount_gbp_m - n.amount_gbp_m - coalesce(u.amount_gbp_m, 0)) > 0.05
