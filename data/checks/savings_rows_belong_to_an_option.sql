-- promise: Every figure, answer, summary and note of the savings belongs to an option.
WITH kept AS (
  SELECT source_id, option_id, source_line, printed, 'savings_start_year' AS table_name FROM savings_start_year
  UNION ALL SELECT source_id, option_id, source_line, printed, 'savings_budget' FROM savings_budget
  UNION ALL SELECT source_id, option_id, source_line, printed, 'savings_profile' FROM savings_profile
  UNION ALL SELECT source_id, option_id, source_line, printed, 'savings_total' FROM savings_total
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_shared_budget' FROM savings_shared_budget
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_process' FROM savings_process
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_narrative' FROM savings_narrative
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_note' FROM savings_note
)
SELECT source_id, source_line, printed, table_name || ' ' || upper(option_id) AS subject, format('No option is called {}.', option_id) AS detail FROM kept ANTI JOIN savings_option USING (source_id, option_id)
