-- promise: The uplift of an organisation is the same in the summary, added up over the drivers, and in the current plan.
WITH printed_or_added AS (
  SELECT source_id, organisation, financial_year, amount_gbp_m, locator || ' prints ' || printed || ' on line ' || source_line AS told FROM uplift WHERE driver = 'all'
  UNION ALL
  SELECT source_id, organisation, financial_year, sum(amount_gbp_m), 'the drivers in ' || locator || format(' add up to {:.10g} (lines ', sum(amount_gbp_m)::DOUBLE) || string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) || ')'
  FROM uplift WHERE driver <> 'all' GROUP BY source_id, locator, organisation, financial_year
  UNION ALL
  SELECT source_id, 'all', financial_year, amount_gbp_m, locator || ' prints ' || printed || ' on line ' || source_line FROM budget_line WHERE line = 'uplift_in_year' AND organisation = 'council'
)
SELECT u.source_id, u.source_line, u.printed, u.organisation || '.uplift ' || u.financial_year AS subject,
  format('{} prints {} on line {}; {}.', u.locator, u.printed, u.source_line, p.told) AS detail
FROM uplift AS u JOIN printed_or_added AS p USING (source_id, organisation, financial_year)
WHERE u.driver = 'all' AND abs(u.amount_gbp_m - p.amount_gbp_m) > 0.05
