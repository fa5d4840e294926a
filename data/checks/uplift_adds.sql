-- promise: Uplift adds up over organisations for each driver, and over drivers for each organisation.
WITH over_organisations AS (
  SELECT source_id, locator, driver, 'all' AS organisation, financial_year, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM uplift WHERE organisation <> 'all' GROUP BY ALL
), over_drivers AS (
  SELECT source_id, locator, 'all' AS driver, organisation, financial_year, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM uplift WHERE driver <> 'all' GROUP BY ALL
), expectation AS (
  SELECT * FROM over_organisations UNION ALL SELECT * FROM over_drivers
)
SELECT t.source_id, t.source_line, t.printed, t.organisation || '.' || t.driver || ' ' || t.financial_year AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', e.expected::DOUBLE, e.lines, t.locator, t.printed, t.source_line) AS detail
FROM uplift AS t JOIN expectation AS e USING (source_id, locator, driver, organisation, financial_year)
WHERE abs(t.amount_gbp_m - e.expected) > 0.05
