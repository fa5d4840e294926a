-- promise: The phases of a plan together last as long as the plan is said to last.
WITH added AS (
  SELECT source_id, programme, source_line, unit, sum(value_low) AS low, sum(value_high) AS high FROM plan_phase GROUP BY ALL
), plan AS (
  SELECT source_id, 'professional_support' AS programme, 'months' AS unit, figure, printed, source_line, value * 12 AS length FROM narrative_figure WHERE figure = 'professional_support_duration' AND unit = 'years'
  UNION ALL SELECT source_id, 'commissioning_and_wellbeing', 'weeks', figure, printed, source_line, value * 52 / 12 FROM narrative_figure WHERE figure = 'wbc_outcome_plan_length'
)
SELECT p.source_id, p.source_line, p.printed, p.figure AS subject,
  format('The phases on line {} last {:.10g} to {:.10g} {}; line {} prints {}.', a.source_line, a.low::DOUBLE, a.high::DOUBLE, a.unit, p.source_line, p.printed) AS detail
FROM plan AS p JOIN added AS a USING (source_id, programme, unit) WHERE p.length NOT BETWEEN a.low AND a.high
