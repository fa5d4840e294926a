-- promise: A phase printed in two plans of the same programme has the same length in both.
WITH judged AS (
  SELECT *, first_value({'low': value_low, 'high': value_high, 'printed': printed, 'source_line': source_line}) OVER (PARTITION BY source_id, programme, phase, unit ORDER BY source_line) AS model FROM plan_phase
)
SELECT source_id, source_line, printed, programme || '.' || phase AS subject,
  format('Line {} prints {}; line {} prints {}.', source_line, printed, model.source_line, model.printed) AS detail
FROM judged WHERE value_low <> model.low OR value_high <> model.high
