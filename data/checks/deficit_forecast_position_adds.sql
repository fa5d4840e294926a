-- promise: In the forecast by organisation, uplifts and totals add up over the organisations, and each total is net expenditure plus the uplift so far.
WITH tables AS (
  SELECT DISTINCT source_id, locator, scenario FROM budget_line WHERE line = 'net_expenditure' AND organisation = 'council_direct'
), cell AS (
  SELECT * FROM budget_line JOIN tables USING (source_id, locator, scenario)
), over_organisations AS (
  SELECT source_id, locator, scenario, line, 'all' AS organisation, financial_year, sum(amount_gbp_m) AS expected,
    'The organisations on lines ' || string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) || ' add up to ' AS parts, 'by organisation' AS rule
  FROM cell WHERE organisation <> 'all' AND line IN ('uplift_in_year', 'total_expenditure') GROUP BY ALL
), uplift_so_far AS (
  SELECT source_id, locator, scenario, organisation, financial_year, source_line,
    sum(amount_gbp_m) OVER (PARTITION BY source_id, locator, scenario, organisation ORDER BY financial_year) AS uplift
  FROM cell WHERE line = 'uplift_in_year' AND organisation <> 'all'
), own_total AS (
  SELECT n.source_id, n.locator, n.scenario, 'total_expenditure' AS line, n.organisation, n.financial_year,
    CASE WHEN n.amount_gbp_m = 0 THEN 0 ELSE n.amount_gbp_m + coalesce(u.uplift, 0) END AS expected,
    'Net expenditure on line ' || n.source_line || coalesce(' and the uplift so far on line ' || u.source_line, '') || ' give ' AS parts, 'net and uplift' AS rule
  FROM cell AS n LEFT JOIN uplift_so_far AS u USING (source_id, locator, scenario, organisation, financial_year)
  WHERE n.line = 'net_expenditure' AND n.organisation <> 'all'
), whole_total AS (
  SELECT n.source_id, n.locator, n.scenario, 'total_expenditure' AS line, 'all' AS organisation, n.financial_year, sum(n.amount_gbp_m) + coalesce(min(u.amount_gbp_m), 0) AS expected,
    'Net expenditure on lines ' || string_agg(n.source_line::VARCHAR, ', ' ORDER BY n.source_line) || coalesce(' and the cumulative uplift on line ' || min(u.source_line), '') || ' give ' AS parts, 'net and uplift' AS rule
  FROM cell AS n LEFT JOIN cell AS u ON (u.source_id, u.locator, u.scenario, u.financial_year) = (n.source_id, n.locator, n.scenario, n.financial_year) AND u.line = 'uplift_cumulative'
  WHERE n.line = 'net_expenditure' AND n.organisation <> 'all' GROUP BY n.source_id, n.locator, n.scenario, n.financial_year
), expectation AS (
  SELECT * FROM over_organisations UNION ALL SELECT * FROM own_total UNION ALL SELECT * FROM whole_total
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.organisation || '.' || t.line || ' ' || t.financial_year || ', ' || e.rule AS subject,
  format('{}{:.10g}; {} prints {} on line {}.', e.parts, e.expected::DOUBLE, t.locator, t.printed, t.source_line) AS detail
FROM cell AS t JOIN expectation AS e USING (source_id, locator, scenario, line, organisation, financial_year)
WHERE abs(t.amount_gbp_m - e.expected) > 0.05
