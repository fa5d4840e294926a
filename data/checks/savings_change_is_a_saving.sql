-- promise: Every change to the budget is nil or a saving.
-- in an import: basis
SELECT source_id, source_line, printed, upper(option_id) || '.budget_change ' || financial_year AS subject, format('Line {} prints {}, a cost.', source_line, printed) AS detail
FROM savings_profile WHERE measure = 'budget_change' AND value > 0
