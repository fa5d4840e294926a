-- promise: Every figure, answer, summary and note of the savings belongs to an option, and every option has its budget, its answers and its four summaries.
WITH kept AS (
  SELECT source_id, option_id, source_line, printed, 'savings_start_year' AS table_name FROM savings_start_year
  UNION ALL SELECT source_id, option_id, source_line, printed, 'savings_budget' FROM savings_budget
  UNION ALL SELECT source_id, option_id, source_line, printed, 'savings_profile' FROM savings_profile
  UNION ALL SELECT source_id, option_id, source_line, printed, 'savings_total' FROM savings_total
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_shared_budget' FROM savings_shared_budget
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_process' FROM savings_process
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_narrative' FROM savings_narrative
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'savings_note' FROM savings_note
), expected(table_name, kind) AS (
  VALUES ('savings_budget', 'gross'), ('savings_budget', 'income'), ('savings_budget', 'net'), ('savings_process', 'consultation'), ('savings_process', 'equality_analysis'),
    ('savings_narrative', 'decisions'), ('savings_narrative', 'impact'), ('savings_narrative', 'actions'), ('savings_narrative', 'risks')
), present AS (
  SELECT source_id, option_id, 'savings_budget' AS table_name, measure AS kind FROM savings_budget
  UNION ALL SELECT source_id, option_id, 'savings_process', process FROM savings_process
  UNION ALL SELECT source_id, option_id, 'savings_narrative', field FROM savings_narrative
)
SELECT source_id, source_line, printed, table_name || ' ' || upper(option_id) AS subject, format('No option is called {}.', option_id) AS detail FROM kept ANTI JOIN savings_option USING (source_id, option_id)
UNION ALL
SELECT o.source_id, o.source_line, o.reference, upper(o.option_id) || ' ' || e.kind, format('The option has no {} in {}.', e.kind, e.table_name)
FROM savings_option AS o CROSS JOIN expected AS e ANTI JOIN present AS p ON p.source_id = o.source_id AND p.option_id = o.option_id AND p.table_name = e.table_name AND p.kind = e.kind
