-- promise: Investment is nil or positive.
-- in an import: basis
SELECT source_id, source_line, printed, upper(option_id) || '.investment ' || financial_year AS subject, format('Line {} prints {}.', source_line, printed) AS detail
FROM savings_profile WHERE measure = 'investment' AND value < 0
