-- promise: Every cell of the tables of changes, posts and investment holds a number.
-- in an import: gap
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || ' ' || financial_year AS subject, format('Line {} prints {}.', source_line, printed) AS detail FROM savings_profile WHERE value IS NULL
UNION ALL
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || ' total', format('Line {} prints {}.', source_line, printed) FROM savings_total WHERE value IS NULL
