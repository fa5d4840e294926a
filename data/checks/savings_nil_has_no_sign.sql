-- promise: A nil in the tables of an option is printed without a sign.
-- in an import: misprint
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || ' ' || financial_year AS subject, format('Line {} prints {}.', source_line, printed) AS detail
FROM savings_profile WHERE value = 0 AND printed LIKE '-%'
