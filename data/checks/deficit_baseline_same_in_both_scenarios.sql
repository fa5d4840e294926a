-- promise: Both scenarios start from the same net expenditure, uplift, total expenditure and total income.
WITH baseline AS (
  SELECT source_id, line, financial_year, scenario, locator, printed, source_line, abs(amount_gbp_m) AS size
  FROM budget_line WHERE organisation = 'council' AND line IN ('net_expenditure', 'uplift_cumulative', 'total_expenditure', 'total_income')
)
SELECT n.source_id, n.source_line, n.printed, n.scenario || '.' || n.line || ' ' || n.financial_year AS subject,
  format('{} prints {} on line {}; {} prints {} on line {}.', n.locator, n.printed, n.source_line, d.locator, d.printed, d.source_line) AS detail
FROM baseline AS n JOIN baseline AS d USING (source_id, line, financial_year)
WHERE n.scenario = 'new_model' AND d.scenario = 'do_nothing' AND abs(n.size - d.size) > 0.05
