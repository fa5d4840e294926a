-- promise: Income is printed as a positive amount.
-- in an import: misprint
SELECT source_id, source_line, printed, upper(option_id) || '.income' AS subject, format('Line {} prints {}; the other options print income without a sign.', source_line, printed) AS detail
FROM savings_budget WHERE measure = 'income' AND amount_gbp_m < 0
