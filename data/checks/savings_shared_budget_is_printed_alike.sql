-- promise: A budget that several options share is printed the same by each of them.
-- in an import: misprint
WITH printed_budget AS (
  SELECT s.source_id, s.budget, b.option_id, b.measure, b.financial_year, b.amount_gbp_m, b.printed, b.source_line,
    count(*) OVER (PARTITION BY s.source_id, s.budget, b.measure, b.financial_year, b.amount_gbp_m) AS agreeing
  FROM savings_shared_budget AS s JOIN savings_budget AS b USING (source_id, option_id) WHERE s.relation = 'same'
), judged AS (
  SELECT *, first_value({'amount': amount_gbp_m, 'printed': printed, 'source_line': source_line, 'options': agreeing}) OVER (PARTITION BY source_id, budget, measure, financial_year ORDER BY agreeing DESC, source_line) AS model FROM printed_budget
)
SELECT source_id, source_line, printed, budget || '.' || upper(option_id) || '.' || measure AS subject,
  format('Line {} prints {}; {} options that share the budget print {}, first on line {}.', source_line, printed, model.options, model.printed, model.source_line) AS detail
FROM judged WHERE amount_gbp_m IS DISTINCT FROM model.amount
