-- promise: In the last year of each table by year the benefit is the steady-state benefit of the summary tables.
WITH steady AS (
  SELECT source_id, component, measure, amount_gbp_m, printed, locator, source_line FROM benefit_summary WHERE line IN ('total', 'grand_total')
  QUALIFY row_number() OVER (PARTITION BY source_id, component, measure ORDER BY source_line) = 1
), last AS (
  SELECT *, CASE WHEN line = 'enabled_benefit' THEN 'derisked_annual_benefit' WHEN line = 'gross_benefit' AND enabled THEN 'total_annual_benefit' ELSE 'gross_annual_benefit' END AS measure
  FROM (SELECT *, count(*) FILTER (line = 'enabled_benefit') OVER (PARTITION BY source_id, locator, component) > 0 AS enabled FROM benefit_profile)
  WHERE line IN ('enabled_benefit', 'additional_benefit', 'gross_benefit')
    AND financial_year = (SELECT max(x.financial_year) FROM benefit_profile AS x)
)
SELECT l.source_id, l.source_line, l.printed, l.component || '.' || l.line || ' ' || l.financial_year AS subject,
  format('{} prints {} a year on line {}; {} prints {} on line {}.', s.locator, s.printed, s.source_line, l.locator, l.printed, l.source_line) AS detail
FROM last AS l JOIN steady AS s USING (source_id, component, measure)
WHERE abs(l.amount_gbp_m - s.amount_gbp_m) > 0.05
