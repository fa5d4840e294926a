-- promise: The benefit and cost of a component in the whole-system tables are those of its own table.
WITH whole AS (
  SELECT source_id, locator FROM benefit_profile GROUP BY ALL HAVING count(DISTINCT component) > 1
), own AS (
  SELECT b.source_id, b.component, b.financial_year, b.locator, b.printed, b.source_line, b.amount_gbp_m, b.planned_savings,
    CASE b.line WHEN 'additional_benefit' THEN 'gross_benefit' WHEN 'additional_cost' THEN 'cost' ELSE b.line END AS line
  FROM benefit_profile AS b ANTI JOIN whole USING (source_id, locator)
  WHERE b.planned_savings = 'excluded' AND b.line IN ('gross_benefit', 'cost') OR b.planned_savings = 'included' AND b.line IN ('additional_benefit', 'additional_cost', 'enabled_benefit', 'stp_capital_cost')
)
SELECT w.source_id, w.source_line, w.printed, w.component || '.' || w.line || ' ' || w.financial_year AS subject,
  format('{} prints {} on line {}; {} prints {} on line {}.', w.locator, w.printed, w.source_line, o.locator, o.printed, o.source_line) AS detail
FROM benefit_profile AS w SEMI JOIN whole USING (source_id, locator)
JOIN own AS o ON o.source_id = w.source_id AND o.financial_year = w.financial_year AND o.line = w.line
  AND (o.component = w.component OR w.component = 'all' AND w.line IN ('enabled_benefit', 'stp_capital_cost'))
WHERE abs(w.amount_gbp_m - o.amount_gbp_m) > 0.05
