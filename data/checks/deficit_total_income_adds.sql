-- promise: Total income of the current plan is council tax, revenue support grant, business rates and other income together.
WITH parts AS (
  SELECT source_id, locator, scenario, organisation, financial_year, sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM budget_line WHERE line IN ('council_tax', 'revenue_support_grant', 'business_rates', 'other_income') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The sources of income on lines {} add up to {:.10g}; {} prints {} on line {}.', p.lines, p.expected::DOUBLE, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t JOIN parts AS p USING (source_id, locator, scenario, organisation, financial_year)
WHERE t.line = 'total_income' AND abs(t.amount_gbp_m - p.expected) > 0.05
