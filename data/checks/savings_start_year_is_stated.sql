-- promise: Every option states the year in which it starts.
-- in an import: gap
SELECT source_id, source_line, reference AS printed, upper(option_id) || '.start_year' AS subject, format('The option that begins on line {} prints no start year.', source_line) AS detail
FROM savings_option ANTI JOIN savings_start_year USING (source_id, option_id)
