-- promise: Posts that are added and end again are labelled as temporary.
-- in an import: gap
SELECT source_id, arg_min(source_line, (value, financial_year)) AS source_line, arg_min(printed, (value, financial_year)) AS printed, upper(option_id) || '.posts' AS subject,
  format('{:.10g} posts are added and go again; the table has no label.', max(value)::DOUBLE) AS detail
FROM savings_profile WHERE measure = 'fte' AND nature <> 'temporary' GROUP BY source_id, option_id HAVING sum(value) = 0 AND max(value) > 0
