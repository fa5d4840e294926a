-- promise: Each assumed change in activity or spending is stated once in its section.
WITH told AS (
  SELECT source_id, figure, locator, printed, source_line, min(source_line) OVER (PARTITION BY source_id, figure, locator, value) AS first_line
  FROM narrative_figure WHERE measure IN ('activity_reduction', 'expenditure_reduction', 'expenditure_increase', 'placement_shift')
)
SELECT source_id, source_line, printed, figure AS subject,
  format('{} states this on line {} and again on line {}.', locator, first_line, source_line) AS detail
FROM told WHERE source_line > first_line
