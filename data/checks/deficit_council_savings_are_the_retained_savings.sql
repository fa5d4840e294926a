-- promise: The savings expected in direct services are the front office, professional and support, and additional savings together.
WITH parts AS (
  SELECT source_id, scenario, financial_year, -sum(amount_gbp_m) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines
  FROM budget_line WHERE line IN ('front_office_savings', 'professional_support_savings', 'additional_savings') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The savings on lines {} change expenditure by {:.10g}; {} prints {} on line {}.', p.lines, p.expected::DOUBLE, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t JOIN parts AS p USING (source_id, scenario, financial_year)
WHERE t.line = 'council_savings' AND abs(t.amount_gbp_m - p.expected) > 0.05
