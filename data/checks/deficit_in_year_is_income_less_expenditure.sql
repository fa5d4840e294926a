-- promise: Each in-year surplus or deficit is the income of its table less the expenditure of its table.
WITH side AS (
  SELECT source_id, locator, scenario, financial_year, source_line, amount_gbp_m,
    CASE WHEN line IN ('council_income', 'council_expenditure') THEN 1 ELSE 2 END AS choice,
    CASE WHEN line IN ('council_income', 'total_income') THEN 'income' ELSE 'expenditure' END AS part
  FROM budget_line WHERE line IN ('council_income', 'council_expenditure', 'total_income', 'total_expenditure')
), chosen AS (
  SELECT * FROM side QUALIFY choice = min(choice) OVER (PARTITION BY source_id, locator, scenario, financial_year)
), pair AS (
  SELECT i.source_id, i.locator, i.scenario, i.financial_year, abs(i.amount_gbp_m) - abs(e.amount_gbp_m) AS expected,
    i.source_line AS income_line, e.source_line AS expenditure_line
  FROM chosen AS i JOIN chosen AS e USING (source_id, locator, scenario, financial_year)
  WHERE i.part = 'income' AND e.part = 'expenditure'
)
SELECT d.source_id, d.source_line, d.printed, d.scenario || '.' || d.line || ' ' || d.financial_year AS subject,
  format('Income on line {} less expenditure on line {} gives {:.10g}; {} prints {} on line {}.',
    p.income_line, p.expenditure_line, p.expected::DOUBLE, d.locator, d.printed, d.source_line) AS detail
FROM budget_line AS d JOIN pair AS p USING (source_id, locator, scenario, financial_year)
WHERE d.line = 'in_year' AND abs(d.amount_gbp_m - p.expected) > 0.05
