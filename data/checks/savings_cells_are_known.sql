-- promise: Every cell of the tables of changes, posts and investment holds a number.
SELECT source_id, source_line, printed, option_id || '.' || measure || ' ' || financial_year AS subject, format('Line {} prints {}.', source_line, printed) AS detail FROM savings_profile WHERE value IS NULL
UNION ALL
SELECT source_id, source_line, printed, option_id || '.' || measure || ' total', format('Line {} prints {}.', source_line, printed) FROM savings_total WHERE value IS NULL
