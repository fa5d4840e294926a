-- promise: The expenditure allocated to each organisation after transfer is its share of the budget times the total.
WITH share AS (
  SELECT e.source_id, e.organisation, e.value / t.value AS fraction, e.source_line
  FROM allocation AS e JOIN allocation AS t ON (t.source_id, t.financial_year, t.measure) = (e.source_id, e.financial_year, e.measure) AND t.organisation = 'all'
  WHERE e.measure = 'net_expenditure' AND e.organisation <> 'all'
), total AS (
  SELECT source_id, locator, financial_year, amount_gbp_m AS whole FROM budget_line WHERE line = 'allocated_expenditure' AND organisation = 'all'
), moved AS (
  SELECT b.source_id, b.locator, b.financial_year, sum(s.fraction) AS fraction
  FROM budget_line AS b JOIN share AS s USING (source_id, organisation)
  WHERE b.line = 'allocated_expenditure' AND b.organisation <> 'council_direct' AND b.amount_gbp_m <> 0 GROUP BY ALL
), expectation AS (
  SELECT b.source_id, b.locator, b.financial_year, b.organisation, b.source_line, b.printed, b.scenario, b.line, b.amount_gbp_m, s.source_line AS share_line,
    t.whole * CASE WHEN b.organisation = 'council_direct' THEN 1 - coalesce(m.fraction, 0) ELSE s.fraction END AS expected
  FROM budget_line AS b JOIN share AS s USING (source_id, organisation) JOIN total AS t USING (source_id, locator, financial_year) LEFT JOIN moved AS m USING (source_id, locator, financial_year)
  WHERE b.line = 'allocated_expenditure' AND b.amount_gbp_m <> 0
)
SELECT source_id, source_line, printed, scenario || '.' || organisation || '.' || line || ' ' || financial_year AS subject,
  format('The expenditure on line {} gives a share worth {:.1f}; {} prints {} on line {}.', share_line, expected::DOUBLE, locator, printed, source_line) AS detail
FROM expectation WHERE abs(amount_gbp_m - expected) > 0.5
