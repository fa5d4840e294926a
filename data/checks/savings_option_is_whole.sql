-- promise: Every option has its budget, its answers and its four summaries.
-- in an import: gap
WITH expected(table_name, kind) AS (
  VALUES ('savings_budget', 'gross'), ('savings_budget', 'income'), ('savings_budget', 'net'), ('savings_process', 'consultation'), ('savings_process', 'equality_analysis'),
    ('savings_narrative', 'decisions'), ('savings_narrative', 'impact'), ('savings_narrative', 'actions'), ('savings_narrative', 'risks')
), present AS (
  SELECT source_id, option_id, 'savings_budget' AS table_name, measure AS kind FROM savings_budget
  UNION ALL SELECT source_id, option_id, 'savings_process', process FROM savings_process
  UNION ALL SELECT source_id, option_id, 'savings_narrative', field FROM savings_narrative
)
SELECT o.source_id, o.source_line, o.reference AS printed, upper(o.option_id) || ' ' || e.kind AS subject, format('The option has no {} in {}.', e.kind, e.table_name) AS detail
FROM savings_option AS o CROSS JOIN expected AS e ANTI JOIN present AS p ON p.source_id = o.source_id AND p.option_id = o.option_id AND p.table_name = e.table_name AND p.kind = e.kind
