-- promise: Every start year is printed in the same form and is the year kept.
-- in an import: misprint
SELECT source_id, source_line, printed, upper(option_id) || '.start_year' AS subject, format('Line {} prints {}; the store keeps {}.', source_line, printed, financial_year) AS detail
FROM savings_start_year WHERE printed <> financial_year
