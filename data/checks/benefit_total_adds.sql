-- promise: Each total and sub-total of benefits or costs is the sum of the rows it stands for.
WITH over_components AS (
  SELECT source_id, locator, 'all' AS component, 'total' AS line, measure, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM benefit_summary WHERE component <> 'all' AND line = 'total' GROUP BY ALL
), grouped AS (
  SELECT *, line = 'total' OR line LIKE '%\_total' ESCAPE '\' OR line LIKE '%\_subtotal' ESCAPE '\' AS is_total FROM benefit_summary WHERE component <> 'all'
), within_measure AS (
  SELECT t.source_id, t.locator, t.component, t.line, t.measure, sum(p.amount_gbp_m) AS expected, string_agg(p.source_line::VARCHAR, ', ' ORDER BY p.source_line) AS lines
  FROM grouped AS t JOIN grouped AS p ON (p.source_id, p.locator, p.component, p.measure) = (t.source_id, t.locator, t.component, t.measure) AND NOT p.is_total
  WHERE t.is_total GROUP BY ALL
), over_measures AS (
  SELECT t.source_id, t.locator, t.component, t.line, t.measure, sum(p.amount_gbp_m) AS expected, string_agg(DISTINCT p.source_line::VARCHAR, ', ' ORDER BY p.source_line::VARCHAR) AS lines
  FROM benefit_summary AS t JOIN benefit_summary AS p ON (p.source_id, p.locator, p.component) = (t.source_id, t.locator, t.component)
  WHERE (t.measure = 'total_annual_benefit' AND p.measure IN ('gross_annual_benefit', 'derisked_annual_benefit')
      OR t.measure = 'total_implementation_cost' AND p.measure IN ('implementation_cost', 'stp_capital_cost'))
    AND (p.line = t.line OR p.line NOT LIKE '%total')
  GROUP BY ALL
), expectation AS (
  SELECT * FROM over_components UNION ALL SELECT * FROM within_measure UNION ALL SELECT * FROM over_measures
)
SELECT t.source_id, t.source_line, t.printed, t.component || '.' || t.line || ' ' || t.measure AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', e.expected::DOUBLE, e.lines, t.locator, t.printed, t.source_line) AS detail
FROM benefit_summary AS t JOIN expectation AS e USING (source_id, locator, component, line, measure)
WHERE abs(t.amount_gbp_m - e.expected) > 0.04
