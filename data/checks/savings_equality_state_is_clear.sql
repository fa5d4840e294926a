-- promise: Every option says whether an equality analysis is needed and, where it is, that it has been done for that option.
-- in an import: gap
SELECT source_id, source_line, anchor AS printed, upper(option_id) || '.equality_analysis' AS subject, summary AS detail
FROM savings_process WHERE process = 'equality_analysis' AND answer NOT IN ('not_required', 'completed')
