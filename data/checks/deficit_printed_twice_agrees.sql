-- promise: A line of the forecast that is printed in several tables shows the same amount in each, whatever its sign.
WITH named AS (
  SELECT source_id, locator, scenario, financial_year, source_line, printed, abs(amount_gbp_m) AS size, scenario || '.' || organisation || '.' || line AS own_name,
    CASE
      WHEN line IN ('in_year', 'cumulative') THEN line
      WHEN line IN ('funding', 'council_income') AND organisation = 'council_direct' THEN 'funding of direct services'
      WHEN line = 'expenditure' AND organisation = 'council_direct' THEN 'direct services before savings'
      WHEN line = 'total_expenditure' AND organisation = 'council_direct' THEN 'direct services before savings'
      WHEN line IN ('transfer_of_funding', 'revised_funding') THEN 'funding of ' || organisation
      WHEN line = 'funding' AND organisation = 'combined_authority' THEN 'funding of ' || organisation
      WHEN line = 'base_funding' THEN 'total income'
      WHEN line = 'total_income' THEN 'total income'
      WHEN line IN ('allocated_expenditure', 'net_expenditure') AND organisation <> 'council' THEN 'net expenditure of ' || organisation
      ELSE organisation || '.' || line
    END AS shared_name
  FROM budget_line
  WHERE NOT (line = 'net_expenditure' AND organisation <> 'council' AND amount_gbp_m = 0)
    AND NOT (line = 'total_expenditure' AND organisation NOT IN ('council', 'council_direct'))
), drawn AS (
  SELECT *, length(rtrim(split_part(format('{:.3f}', size::DOUBLE), '.', 2), '0')) AS decimals,
    count(*) OVER (PARTITION BY source_id, scenario, shared_name, financial_year, size) AS agreeing
  FROM named
), judged AS (
  SELECT *, first_value({'size': size, 'printed': printed, 'locator': locator, 'source_line': source_line}) OVER (
    PARTITION BY source_id, scenario, shared_name, financial_year ORDER BY decimals DESC, agreeing DESC, source_line) AS model
  FROM drawn
)
SELECT source_id, source_line, printed, own_name || ' ' || financial_year AS subject,
  format('{} prints {} on line {}; {} prints {} on line {}.', locator, printed, source_line, model.locator, model.printed, model.source_line) AS detail
FROM judged WHERE abs(size - model.size) > 0.05
