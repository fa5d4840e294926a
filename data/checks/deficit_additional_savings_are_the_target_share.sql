-- promise: The additional savings are the stated share of expenditure on direct services, and the share said to break even covers the last deficit before them.
WITH share AS (
  SELECT source_id, figure, min(value) AS rate, min(source_line) AS rate_line FROM narrative_figure
  WHERE figure IN ('council_direct_savings_target_rate', 'council_direct_breakeven_saving_rate') GROUP BY ALL
), spending AS (
  SELECT source_id, locator, scenario, financial_year, abs(amount_gbp_m) AS size, source_line FROM budget_line WHERE line = 'expenditure' AND organisation = 'council_direct'
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('{:.10g}% of the expenditure on line {} is {:.10g}; {} prints {} on line {}.', r.rate::DOUBLE, s.source_line, round(s.size * r.rate / 100, 1)::DOUBLE, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t JOIN spending AS s USING (source_id, locator, scenario, financial_year) JOIN share AS r USING (source_id)
WHERE t.line = 'additional_savings' AND t.amount_gbp_m <> 0 AND r.figure = 'council_direct_savings_target_rate' AND abs(t.amount_gbp_m - s.size * r.rate / 100) > 0.5
UNION ALL
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year,
  format('{:.10g}% of the expenditure on line {} is {:.10g}, less than the deficit {} on line {}.', r.rate::DOUBLE, s.source_line, round(s.size * r.rate / 100, 1)::DOUBLE, t.printed, t.source_line)
FROM budget_line AS t JOIN spending AS s USING (source_id, locator, scenario, financial_year) JOIN share AS r USING (source_id)
WHERE t.line = 'surplus_before_additional' AND r.figure = 'council_direct_breakeven_saving_rate' AND t.amount_gbp_m + s.size * r.rate / 100 < 0
  AND t.financial_year = (SELECT max(x.financial_year) FROM budget_line AS x WHERE x.line = 'surplus_before_additional' AND x.source_id = t.source_id)
