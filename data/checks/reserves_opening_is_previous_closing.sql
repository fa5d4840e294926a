-- promise: Each opening balance of reserves is the closing balance of the year before.
WITH balance AS (
  SELECT *, lag(amount_gbp_m) OVER series AS previous, lag(source_line) OVER series AS previous_line
  FROM (SELECT source_id, locator, scenario, organisation, financial_year, line, amount_gbp_m, printed, source_line FROM budget_line WHERE line IN ('opening_balance', 'closing_balance'))
  WINDOW series AS (PARTITION BY source_id, locator, scenario, organisation ORDER BY financial_year, line DESC)
)
SELECT source_id, source_line, printed, scenario || '.' || line || ' ' || financial_year AS subject,
  format('The year before closes at {:.10g} on line {}; {} prints {} on line {}.', previous::DOUBLE, previous_line, locator, printed, source_line) AS detail
FROM balance WHERE line = 'opening_balance' AND abs(amount_gbp_m - previous) > 0.05
