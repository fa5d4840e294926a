-- promise: In each table of benefits by year the totals are the sum of the rows of the same table they stand for.
WITH has_planned AS (
  SELECT DISTINCT source_id, locator FROM benefit_profile WHERE line = 'enabled_benefit'
), over_components AS (
  SELECT b.source_id, b.locator, 'all' AS component, b.financial_year, sum(b.amount_gbp_m) AS expected, string_agg(b.source_line::VARCHAR, ', ' ORDER BY b.source_line) AS lines,
    CASE WHEN h.locator IS NULL THEN b.line WHEN b.line = 'gross_benefit' THEN 'additional_benefit' ELSE 'additional_cost' END AS line
  FROM benefit_profile AS b LEFT JOIN has_planned AS h USING (source_id, locator)
  WHERE b.component <> 'all' AND b.line IN ('gross_benefit', 'cost') GROUP BY b.source_id, b.locator, h.locator, b.line, b.financial_year
), over_kinds AS (
  SELECT source_id, locator, component, financial_year, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines,
    CASE WHEN line IN ('enabled_benefit', 'additional_benefit') THEN 'gross_benefit' ELSE 'cost' END AS line
  FROM benefit_profile WHERE line IN ('enabled_benefit', 'additional_benefit', 'stp_capital_cost', 'additional_cost') GROUP BY ALL
), expectation AS (
  SELECT source_id, locator, component, financial_year, line, expected, lines FROM over_components
  UNION ALL SELECT source_id, locator, component, financial_year, line, expected, lines FROM over_kinds
)
SELECT t.source_id, t.source_line, t.printed, t.component || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The parts give {:.10g} (lines {}); {} prints {} on line {}.', e.expected::DOUBLE, e.lines, t.locator, t.printed, t.source_line) AS detail
FROM benefit_profile AS t JOIN expectation AS e USING (source_id, locator, component, line, financial_year)
WHERE abs(t.amount_gbp_m - e.expected) > 0.05
