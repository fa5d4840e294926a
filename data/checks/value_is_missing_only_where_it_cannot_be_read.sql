-- promise: Only dates, ratings, references with letters, what is to be confirmed or does not apply, and what cannot be read are without a number.
SELECT source_id, coalesce(source_line, 0) AS source_line, printed, table_name || ' ' || subject || ' ' || measure || coalesce(' ' || period, '') AS subject,
  format('{} on line {} has no number.', printed, coalesce(source_line::VARCHAR, 'none')) AS detail
FROM figure WHERE value IS NULL AND status <> 'unreadable' AND table_name NOT IN ('milestone', 'milestone_restated', 'milestone_status', 'appraisal_score', 'risk_rating', 'service_mapping', 'savings_start_year')
  AND NOT (table_name IN ('savings_budget', 'savings_profile', 'savings_total', 'risk_score') AND upper(printed) IN ('TBC', 'N/A'))
UNION ALL
SELECT source_id, coalesce(source_line, 0), printed, table_name || ' ' || subject || ' ' || measure || coalesce(' ' || period, ''), format('{} is marked unreadable and has a number.', printed)
FROM figure WHERE value IS NOT NULL AND status = 'unreadable'
