-- promise: The cost of each table by year adds up to the one-off cost and a recurring cost for each year that brings a benefit.
WITH cost AS (
  SELECT source_id, component, max(abs(amount_gbp_m)) FILTER (measure IN ('implementation_cost', 'total_implementation_cost') AND line IN ('total', 'one_off_implementation', 'implementation_total') AND NOT (measure = 'total_implementation_cost' AND component IN ('all', 'wellbeing_corporations'))) AS one_off,
    max(abs(amount_gbp_m)) FILTER (measure = 'stp_capital_cost') AS capital, max(abs(amount_gbp_m)) FILTER (measure = 'recurring_annual_cost') AS recurring
  FROM benefit_summary WHERE component <> 'all' GROUP BY ALL
), years AS (
  SELECT source_id, component, count(DISTINCT financial_year) FILTER (amount_gbp_m > 0) AS benefit_years
  FROM benefit_profile WHERE planned_savings = 'excluded' AND line = 'gross_benefit' AND component <> 'all' GROUP BY ALL
), per_component AS (
  SELECT source_id, component, one_off + recurring * benefit_years AS own_cost, coalesce(capital, 0) AS capital FROM cost JOIN years USING (source_id, component)
), expectation AS (
  SELECT source_id, component, 'excluded' AS planned_savings, own_cost AS expected FROM per_component
  UNION ALL SELECT source_id, component, 'included', own_cost + capital FROM per_component
  UNION ALL SELECT source_id, 'all', 'excluded', sum(own_cost) FROM per_component GROUP BY source_id
  UNION ALL SELECT source_id, 'all', 'included', sum(own_cost + capital) FROM per_component GROUP BY source_id
)
SELECT p.source_id, p.source_line, p.printed, p.component || '.' || p.line || ' ' || p.financial_year AS subject,
  format('One-off and recurring costs of the summary tables give {:.10g} by {}; {} prints {} on line {}.', e.expected::DOUBLE, p.financial_year, p.locator, p.printed, p.source_line) AS detail
FROM benefit_profile AS p JOIN expectation AS e USING (source_id, component, planned_savings)
WHERE p.line = 'cumulative_cost' AND p.financial_year = (SELECT max(x.financial_year) FROM benefit_profile AS x) AND abs(abs(p.amount_gbp_m) - e.expected) > 0.05
