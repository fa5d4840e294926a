-- promise: Every option states its gross budget, its income and its net budget.
-- in an import: gap
SELECT source_id, source_line, printed, upper(option_id) || '.' || measure AS subject, format('Line {} prints {} for {}.', source_line, printed, measure) AS detail
FROM savings_budget WHERE amount_gbp_m IS NULL
