-- promise: Everything kept of an option stands on its own lines, from its reference to the next one.
WITH span AS (
  SELECT source_id, option_id, source_line AS first_line, lead(source_line, 1, line_count + 1) OVER (PARTITION BY source_id ORDER BY source_line) - 1 AS last_line
  FROM savings_option JOIN source USING (source_id) WHERE line_count IS NOT NULL
), kept AS (
  SELECT source_id, option_id, source_line, printed, 'start_year' AS what FROM savings_start_year
  UNION ALL SELECT source_id, option_id, source_line, printed, 'budget_' || measure FROM savings_budget
  UNION ALL SELECT source_id, option_id, source_line, printed, measure || ' ' || financial_year FROM savings_profile
  UNION ALL SELECT source_id, option_id, source_line, printed, measure || ' total' FROM savings_total
  UNION ALL SELECT source_id, option_id, source_line, anchor, 'shared ' || budget FROM savings_shared_budget
  UNION ALL SELECT source_id, option_id, source_line, anchor, process FROM savings_process
  UNION ALL SELECT source_id, option_id, source_line, anchor, field FROM savings_narrative
  UNION ALL SELECT source_id, option_id, source_line, anchor, kind FROM savings_note
  UNION ALL SELECT n.source_id, n.subject, n.source_line, n.printed, n.figure FROM narrative_figure AS n SEMI JOIN savings_option AS o ON o.source_id = n.source_id
)
SELECT source_id, source_line, printed, upper(option_id) || ' ' || what AS subject, format('The option stands on lines {} to {}.', first_line, last_line) AS detail
FROM kept SEMI JOIN (SELECT source_id FROM source WHERE line_count IS NOT NULL) USING (source_id) LEFT JOIN span USING (source_id, option_id) WHERE first_line IS NULL OR source_line NOT BETWEEN first_line AND last_line
