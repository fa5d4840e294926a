-- promise: Temporary posts that are added end again within the years shown.
-- in an import: basis
SELECT source_id, max(source_line) AS source_line, arg_max(printed, (source_line, financial_year)) AS printed, upper(option_id) || '.posts.temporary' AS subject, format('The years add up to {:.10g} posts.', sum(value)::DOUBLE) AS detail
FROM savings_profile WHERE measure = 'fte' AND nature = 'temporary' GROUP BY source_id, option_id HAVING sum(value) <> 0
