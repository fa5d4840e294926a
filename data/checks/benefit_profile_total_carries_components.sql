-- promise: The whole-system totals by year are the sum of the components as their own tables print them.
WITH whole AS (
  SELECT source_id, locator FROM benefit_profile GROUP BY ALL HAVING count(DISTINCT component) > 1
), own AS (
  SELECT b.source_id, b.component, b.planned_savings, b.line, b.financial_year, b.amount_gbp_m, b.source_line FROM benefit_profile AS b ANTI JOIN whole USING (source_id, locator)
), chosen AS (
  SELECT kind.planned_savings AS wanted, own.* FROM own CROSS JOIN (SELECT unnest(['excluded', 'included']) AS planned_savings) AS kind
  QUALIFY row_number() OVER (PARTITION BY kind.planned_savings, own.source_id, own.component, own.line, own.financial_year ORDER BY (own.planned_savings = kind.planned_savings) DESC) = 1
), added AS (
  SELECT wanted AS planned_savings, source_id, line, financial_year, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM chosen WHERE line IN ('gross_benefit', 'cost', 'net_benefit', 'cumulative_gross', 'cumulative_cost', 'cumulative_net') GROUP BY ALL
)
SELECT w.source_id, w.source_line, w.printed, w.component || '.' || w.line || ' ' || w.financial_year AS subject,
  format('The tables of the components give {:.10g} (lines {}); {} prints {} on line {}.', a.expected::DOUBLE, a.lines, w.locator, w.printed, w.source_line) AS detail
FROM benefit_profile AS w SEMI JOIN whole USING (source_id, locator)
JOIN added AS a USING (source_id, planned_savings, line, financial_year)
WHERE w.component = 'all' AND abs(w.amount_gbp_m - a.expected) > 0.05
