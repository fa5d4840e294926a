-- promise: Each recurring annual cost is the additional cost of the last year of the tables by year.
WITH last AS (
  SELECT source_id, component, financial_year, abs(amount_gbp_m) AS size, printed, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM (SELECT *, count(*) FILTER (line = 'additional_cost') OVER (PARTITION BY source_id, locator, component) > 0 AS split FROM benefit_profile)
  WHERE line = CASE WHEN split THEN 'additional_cost' ELSE 'cost' END AND financial_year = (SELECT max(x.financial_year) FROM benefit_profile AS x) GROUP BY ALL
)
SELECT s.source_id, s.source_line, s.printed, s.component || '.' || s.line || ' ' || s.measure AS subject,
  format('{} prints {} on line {}; the cost of {} is {} on lines {}.', s.locator, s.printed, s.source_line, l.financial_year, l.printed, l.lines) AS detail
FROM benefit_summary AS s JOIN last AS l USING (source_id, component)
WHERE s.measure = 'recurring_annual_cost' AND abs(abs(s.amount_gbp_m) - l.size) > 0.05
